#include "content/load/load.h"

#include <algorithm>
#include <utility>

#include "base/path.h"
#include "content/json/json_file_reader.h"
#include "content/json/problems.h"
#include "content/load/decode.h"
#include "content/load/load_hub.h"
#include "content/load/load_strings.h"
#include "content/load/missing_languages.h"

namespace hub::content {

namespace {

std::vector<ServiceWords> load_services(JsonFileReader& reader, const std::string& path) {
  if (!reader.files().exists(path)) {
    reader.error(path, problems::file_missing("common/services.json"));
    return {};
  }
  return reader.decode(path, decode_services).value_or(std::vector<ServiceWords>());
}

// Not every hub's content has sentences to show.
Phrases load_phrases(JsonFileReader& reader, const std::string& path) {
  if (!reader.files().exists(path)) return {};
  return reader.decode(path, decode_phrases).value_or(Phrases());
}

void load_common_readings(JsonFileReader& reader, const std::string& path, Snapshot& snapshot) {
  if (!reader.files().exists(path)) return reader.warn(path, problems::readings_missing());
  if (auto readings = reader.decode(path, decode_readings)) snapshot.readings.emplace("", std::move(*readings));
}

// The folders that are hubs. A link to a folder counts when it leads to a hub.json.
std::vector<std::string> find_hubs(JsonFileReader& reader, const std::string& content_folder) {
  std::vector<std::string> hubs;
  const auto entries = reader.list(content_folder);
  if (!entries) return hubs;
  for (const base::FileEntry& entry : *entries) {
    const bool has_hub = reader.files().exists(base::join(base::join(content_folder, entry.name), "hub.json"));
    const bool is_folder = entry.kind == base::FileEntry::Kind::folder || has_hub;
    if (is_folder && entry.name != "common" && entry.name != "schema") hubs.push_back(entry.name);
  }
  if (hubs.empty()) reader.error(content_folder, problems::no_hub());
  return hubs;
}

std::vector<std::string> narrow(JsonFileReader& reader, std::vector<std::string> hubs, const std::string& only_hub,
                                const std::string& content_folder) {
  if (only_hub.empty() || hubs.empty()) return hubs;
  if (std::find(hubs.begin(), hubs.end(), only_hub) != hubs.end()) return {only_hub};
  const std::vector<std::string_view> names(hubs.begin(), hubs.end());
  reader.error(content_folder, problems::no_such_hub(only_hub, problems::listed(names, ", ")));
  return {};
}

}  // namespace

std::vector<std::string> hub_ids(const base::FileReader& files, const std::string& content_folder) {
  JsonFileReader reader(files);
  return find_hubs(reader, content_folder);
}

Languages find_languages(const base::FileReader& files, const std::string& strings_folder) {
  JsonFileReader reader(files);
  return load_strings(reader, strings_folder).languages();
}

std::shared_ptr<const Snapshot> load_words_only(const base::FileReader& files, const std::string& strings_folder) {
  JsonFileReader reader(files);
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->strings = load_strings(reader, strings_folder);
  if (has_errors(reader.diagnostics())) return nullptr;
  Hub hub;
  // Staff read Japanese: no other language is offered.
  hub.name = Text(std::string(snapshot->strings.say("panel.title", "ja").words));
  hub.tagline = Text(std::string(snapshot->strings.say("builtin.title", "ja").words));
  hub.reports.emplace_back();
  snapshot->hubs.push_back(std::move(hub));
  return snapshot;
}

Loaded load(const base::FileReader& files, const std::string& content_folder, const std::string& strings_folder,
            const std::string& only_hub) {
  JsonFileReader reader(files);
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->strings = load_strings(reader, strings_folder);
  reader.know(snapshot->strings.languages());
  const std::string common = base::join(content_folder, "common");
  snapshot->services = load_services(reader, base::join(common, "services.json"));
  snapshot->phrases = load_phrases(reader, base::join(common, "phrases.json"));
  load_common_readings(reader, base::join(common, "readings.json"), *snapshot);
  for (const std::string& id : narrow(reader, find_hubs(reader, content_folder), only_hub, content_folder)) {
    load_hub(reader, base::join(content_folder, id), id, *snapshot);
  }
  if (!has_errors(reader.diagnostics())) warn_of_missing_languages(reader, content_folder, *snapshot);
  Loaded loaded;
  loaded.diagnostics = std::move(reader.diagnostics());
  sort_by_place(loaded.diagnostics);
  if (!has_errors(loaded.diagnostics)) loaded.snapshot = std::move(snapshot);
  return loaded;
}

}  // namespace hub::content
