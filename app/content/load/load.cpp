#include "content/load/load.h"

#include <utility>

#include "base/path.h"
#include "content/json/json_file_reader.h"
#include "content/json/problems.h"
#include "content/load/acknowledgements.h"
#include "content/load/decode.h"
#include "content/load/load_hub.h"
#include "content/load/load_strings.h"
#include "content/load/missing_languages.h"

namespace hub::content {

namespace {

// What is in a folder, a link being what it leads to.
FolderLister lister_of(JsonFileReader& reader, const std::string& content_folder) {
  return [&reader, content_folder](const std::string& path) {
    const std::string folder = path.empty() ? content_folder : base::join(content_folder, path);
    auto entries = reader.list(folder);
    if (!entries) return entries;
    for (base::FileEntry& entry : *entries) {
      if (entry.kind != base::FileEntry::Kind::other) continue;
      const bool leads_to_folder = reader.files().list(base::join(folder, entry.name)).ok();
      entry.kind = leads_to_folder ? base::FileEntry::Kind::folder : base::FileEntry::Kind::file;
    }
    return entries;
  };
}

void tell(JsonFileReader& reader, const std::string& content_folder, const FolderPlan& plan) {
  for (const NameFinding& finding : plan.findings) {
    std::string path = finding.path.empty() ? content_folder : base::join(content_folder, finding.path);
    const bool error = finding.severity == Diagnostic::Severity::error;
    error ? reader.error(std::move(path), finding.problem) : reader.warn(std::move(path), finding.problem);
  }
}

void load_common(JsonFileReader& reader, const std::string& content_folder, const FolderPlan& plan,
                 Snapshot& snapshot) {
  const std::string services = "common/services.json", readings = "common/readings.json",
                    phrases = "common/phrases.json";
  if (plan.has(services)) {
    if (auto decoded = reader.decode(base::join(content_folder, services), decode_services)) {
      snapshot.services = std::move(*decoded);
    }
  }
  if (plan.has(readings)) {
    if (auto decoded = reader.decode(base::join(content_folder, readings), decode_readings)) {
      snapshot.readings.emplace("", std::move(*decoded));
    }
  }
  // Not every hub's content has sentences to show.
  if (plan.has(phrases)) {
    if (auto decoded = reader.decode(base::join(content_folder, phrases), decode_phrases)) {
      snapshot.phrases = std::move(*decoded);
    }
  }
}

}  // namespace

std::vector<std::string> hub_ids(const base::FileReader& files, const std::string& content_folder) {
  return plan_of(files, content_folder).hubs;
}

FolderPlan plan_of(const base::FileReader& files, const std::string& content_folder, const std::string& only_hub) {
  JsonFileReader reader(files);
  return plan_folder(lister_of(reader, content_folder), only_hub);
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
            const std::string& only_hub, const CanDraw& can_draw) {
  JsonFileReader reader(files);
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->strings = load_strings(reader, strings_folder);
  reader.expect(snapshot->strings.languages(), can_draw);
  const FolderPlan plan = plan_folder(lister_of(reader, content_folder), only_hub);
  tell(reader, content_folder, plan);
  load_common(reader, content_folder, plan, *snapshot);
  for (const std::string& id : plan.hubs) load_hub(reader, content_folder, plan, id, *snapshot);
  if (!has_errors(reader.diagnostics())) warn_of_missing_languages(reader, content_folder, *snapshot);
  Loaded loaded;
  loaded.acknowledged = leave_out_acknowledged(reader, content_folder, plan);
  loaded.diagnostics = std::move(reader.diagnostics());
  sort_by_place(loaded.diagnostics);
  if (!has_errors(loaded.diagnostics)) loaded.snapshot = std::move(snapshot);
  return loaded;
}

}  // namespace hub::content
