#include "content/config.h"

#include "content/file_reader.h"

namespace hub::content {

namespace {

// From a wrist-size display to a wall; from a hand's breadth to across a hall.
constexpr double kLeastDiagonal_inch = 3, kMostDiagonal_inch = 120;
constexpr double kLeastDistance_m = 0.2, kMostDistance_m = 5;

double decode_measure(const Fields& fields, std::string_view key, double least, double most) {
  const auto value = fields.find(key);
  return value ? value->measure(least, most).value_or(0) : 0;
}

Config decode_config(const Value& root) {
  const Fields fields = root.fields(kConfigKeys);
  Config config;
  if (const auto hub = fields.find("hub")) config.hub = decode_id(*hub).value_or("");
  if (const auto screen = fields.find("screen")) {
    const Fields size = screen->fields(kScreenKeys);
    config.diagonal_inch = decode_measure(size, "diagonal_inch", kLeastDiagonal_inch, kMostDiagonal_inch);
    config.distance_m = decode_measure(size, "distance_m", kLeastDistance_m, kMostDistance_m);
  }
  return config;
}

}  // namespace

LoadedConfig load_config(const base::Files& files, const std::string& path) {
  FileReader reader(files);
  LoadedConfig loaded;
  loaded.config = reader.decode(path, decode_config).value_or(Config());
  loaded.diagnostics = std::move(reader.diagnostics());
  sort_by_place(loaded.diagnostics);
  return loaded;
}

}  // namespace hub::content
