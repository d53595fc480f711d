#include "support/japanese_only.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace hub::tests {

namespace {

using nlohmann::ordered_json;

void keep_japanese(ordered_json& value) {
  if (value.is_object() && value.contains("ja")) value = {{"ja", value["ja"]}};
  if (!value.is_structured()) return;
  for (ordered_json& part : value) keep_japanese(part);
}

}  // namespace

void keep_japanese(const std::string& content_folder) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(content_folder)) {
    const std::string name = entry.path().filename().string();
    if (name != "hub.json" && name != "services.json") continue;
    ordered_json value = ordered_json::parse(std::ifstream(entry.path()));
    keep_japanese(value);
    std::ofstream(entry.path()) << value.dump(2);
  }
}

}  // namespace hub::tests
