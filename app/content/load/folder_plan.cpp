#include "content/load/folder_plan.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/path.h"
#include "content/json/file_names.h"
#include "content/json/limits.h"
#include "content/json/problems.h"
#include "content/json/value.h"

namespace hub::content {

namespace {

using Entry = base::FileEntry;
using Kind = PlannedFile::Kind;
using Severity = Diagnostic::Severity;

constexpr std::array<std::string_view, 4> kOfCommon = {"services.json", "readings.json", "phrases.json",
                                                       "acknowledged.json"};
constexpr std::array<std::string_view, 3> kOfHub = {"hub.json", "readings.json", "acknowledged.json"};
constexpr std::array<std::string_view, 2> kFoldersOfHub = {"reports", "images"};
constexpr std::array<std::string_view, 2> kFoldersOfContent = {"common", "schema"};

bool is_folder(const Entry& entry) { return entry.kind == Entry::Kind::folder; }

bool is_json(std::string_view name) { return name.ends_with(".json"); }

bool is_picture(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; });
  return lower.ends_with(".png") || lower.ends_with(".jpg") || lower.ends_with(".jpeg");
}

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

struct Folder {
  std::string path;            // "" is the content folder
  std::vector<Entry> entries;  // without what is passed over

  bool has(std::string_view name, bool folder) const {
    return std::ranges::any_of(entries, [&](const Entry& one) { return one.name == name && is_folder(one) == folder; });
  }
  std::string path_of(std::string_view name) const { return base::join(path, name); }
};

// What makes a folder a hub's, also when its files have other names: then they are said.
bool is_of_hub(const Entry& entry) {
  const auto like = is_folder(entry) ? like_folder(entry.name, kFoldersOfHub) : like_file(entry.name, kOfHub);
  return like && (contains(kOfHub, like->name) || contains(kFoldersOfHub, like->name));
}

bool is_hub(const Folder& folder) { return std::ranges::any_of(folder.entries, is_of_hub); }

class Planner {
 public:
  Planner(const FolderLister& list, const std::string& only_hub) : list_(list), only_hub_(only_hub) {}

  FolderPlan plan() {
    const auto listed = list_("");
    hub_refused_ = !listed;  // why it cannot be read is all that there is to say
    const Folder top = visible("", listed);
    for (const Entry& entry : top.entries) {
      if (is_folder(entry)) inside_.emplace_back(open(entry.name));
    }
    if (lies_elsewhere(top)) return std::move(plan_);
    common(top);
    hubs();
    for (const Entry& entry : top.entries) {
      if (!is_folder(entry)) file_beside_hubs(top, entry);
    }
    return std::move(plan_);
  }

 private:
  Folder open(const std::string& path) const { return visible(path, list_(path)); }
  static Folder visible(const std::string& path, const std::optional<std::vector<Entry>>& listed) {
    Folder folder{path, listed.value_or(std::vector<Entry>())};
    std::erase_if(folder.entries, [](const Entry& one) { return is_passed_over(one.name) && !is_lock(one.name); });
    return folder;
  }
  bool was_said(const std::string& path) const { return std::ranges::find(said_, path) != said_.end(); }
  const Folder& inside(const std::string& name) const { return *std::ranges::find(inside_, name, &Folder::path); }

  void take(Kind kind, std::string path) { plan_.files.push_back({std::move(path), kind}); }
  void say(Severity severity, std::string path, Problem problem, bool is_report = false) {
    plan_.findings.push_back({severity, std::move(path), std::move(problem), is_report});
  }
  void warn(std::string path, Problem problem, bool is_report = false) {
    say(Severity::warning, std::move(path), std::move(problem), is_report);
  }
  void refuse(std::string path, Problem problem) { say(Severity::error, std::move(path), std::move(problem)); }

  bool lies_elsewhere(const Folder& top);
  bool holds_content(const Folder& folder) const;
  void common(const Folder& top);
  void file_beside_hubs(const Folder& top, const Entry& entry);
  void hubs();
  std::vector<std::string> ids_of(std::vector<const Folder*>& others) const;
  void no_hub(const Folder& folder, const std::vector<std::string>& ids);  // a folder that is none
  void hub(const Folder& folder);
  bool is_misnamed_reports(const Folder& folder, const Entry& entry);
  void reports(const Folder& folder);
  void no_report(const std::string& path, std::size_t findings_before);
  void report_otherwise(const Folder& folder, const Entry& entry);
  void files_of_one_kind(const Folder& folder, Kind kind, bool (*wanted)(std::string_view));

  // A file that must be there: what stands for it, or that it is missing.
  void require(const Folder& folder, std::string_view name, Severity severity, Problem missing);
  // What is neither taken nor required. `wanted` are the files of its folder.
  void otherwise(const Folder& folder, const Entry& entry, std::span<const std::string_view> wanted);
  // The entry that stands for a file that is not there; a copy only when nothing better does.
  const Entry* stand_in(const Folder& folder, std::string_view name, std::span<const std::string_view> wanted) const;

  const FolderLister& list_;
  const std::string& only_hub_;
  std::vector<Folder> inside_;     // the folders of the content folder
  std::vector<std::string> said_;  // paths that nothing more is to be said of
  bool hub_refused_ = false;
  FolderPlan plan_;
};

const Entry* Planner::stand_in(const Folder& folder, std::string_view name,
                               std::span<const std::string_view> wanted) const {
  const Entry* found = nullptr;
  bool found_is_copy = false;
  for (const Entry& entry : folder.entries) {
    if (is_folder(entry) || is_lock(entry.name) || contains(wanted, entry.name)) continue;
    const auto like = like_file(entry.name, wanted);
    if (!like || like->name != name) continue;
    if (found != nullptr && (like->is_copy || !found_is_copy)) continue;
    found = &entry;
    found_is_copy = like->is_copy;
  }
  return found;
}

void Planner::require(const Folder& folder, std::string_view name, Severity severity, Problem missing) {
  if (folder.has(name, false)) return;
  const std::span<const std::string_view> wanted =
      folder.path == "common" ? std::span<const std::string_view>(kOfCommon) : kOfHub;
  const Entry* instead = stand_in(folder, name, wanted);
  if (instead == nullptr) return say(severity, folder.path_of(name), std::move(missing));
  said_.push_back(folder.path_of(instead->name));
  say(severity, said_.back(), problems::misnamed(instead->name, name));
}

void Planner::otherwise(const Folder& folder, const Entry& entry, std::span<const std::string_view> wanted) {
  const std::string path = folder.path_of(entry.name);
  if (was_said(path)) return;
  if (is_lock(entry.name)) return warn(path, problems::is_a_lock(entry.name));
  if (is_folder(entry)) {
    const auto like = like_folder(entry.name, kFoldersOfHub);
    const bool copy = like && like->is_copy && folder.has(like->name, true);
    if (copy) return warn(path, problems::is_a_copy(entry.name, like->name));
    if (!open(path).entries.empty()) warn(path, problems::unknown_folder());
    return;
  }
  const auto like = like_file(entry.name, wanted);
  if (!like) return warn(path, problems::unknown_file());
  const bool there = folder.has(like->name, false);
  if (like->is_copy) return warn(path, problems::is_a_copy(entry.name, like->name));
  warn(path, there ? problems::misnamed_besides(entry.name, like->name) : problems::misnamed(entry.name, like->name));
}

bool Planner::holds_content(const Folder& folder) const {
  for (const Entry& entry : folder.entries) {
    if (!is_folder(entry)) continue;
    const Folder further = open(folder.path_of(entry.name));
    const bool common = entry.name == "common" && std::ranges::any_of(further.entries, [](const Entry& one) {
                          return !is_folder(one) && like_file(one.name, kOfCommon).has_value();
                        });
    if (common || is_hub(further)) return true;
  }
  return false;
}

bool Planner::lies_elsewhere(const Folder& top) {
  if (top.has("common", true)) return false;
  const auto is_inside = [](const Entry& one) {
    return !is_folder(one) && (one.name == "hub.json" || one.name == "services.json" || is_report_name(one.name));
  };
  if (std::ranges::any_of(top.entries, is_inside)) {
    refuse("", problems::inside_content());
  } else if (std::ranges::none_of(inside_, is_hub)) {
    const Folder* found = nullptr;
    for (const Folder& folder : inside_) {
      if (!holds_content(folder)) continue;
      const auto like = like_folder(folder.path, {});
      if (found == nullptr || !(like && like->is_copy)) found = &folder;
    }
    if (found != nullptr) refuse("", problems::nested_content(found->path));
  }
  plan_.is_content = plan_.findings.empty();
  return !plan_.is_content;
}

void Planner::common(const Folder& top) {
  const bool there = top.has("common", true);
  const Folder folder = there ? inside("common") : Folder{"common", {}};
  const Folder* instead = nullptr;
  for (const Folder& one : inside_) {
    const auto like = like_folder(one.path, kFoldersOfContent);
    if (!there && one.path != "schema" && like && like->name == "common") instead = &one;
  }
  if (instead != nullptr) {
    said_.push_back(instead->path);
    return refuse(instead->path, problems::misnamed(instead->path, "common"));
  }
  require(folder, "services.json", Severity::error, problems::file_missing("common/services.json"));
  require(folder, "readings.json", Severity::warning, problems::readings_missing());
  for (const Entry& entry : folder.entries) {
    const auto like = like_file(entry.name, kOfCommon);
    const bool taken = !is_folder(entry) && is_json(entry.name) && (!like || like->name == entry.name);
    taken ? take(Kind::common, folder.path_of(entry.name)) : otherwise(folder, entry, kOfCommon);
  }
  if (top.has("schema", true)) files_of_one_kind(inside("schema"), Kind::schema, is_json);
}

void Planner::files_of_one_kind(const Folder& folder, Kind kind, bool (*wanted)(std::string_view)) {
  for (const Entry& entry : folder.entries) {
    const bool taken = !is_folder(entry) && !is_lock(entry.name) && wanted(entry.name);
    taken ? take(kind, folder.path_of(entry.name)) : otherwise(folder, entry, {});
  }
}

void Planner::file_beside_hubs(const Folder& top, const Entry& entry) {
  if (entry.name == "README.md") return take(Kind::guide, entry.name);
  if (only_hub_.empty()) otherwise(top, entry, {});
}

// The folders that are hubs; the others go to `others`.
std::vector<std::string> Planner::ids_of(std::vector<const Folder*>& others) const {
  std::vector<std::string> ids;
  for (const Folder& folder : inside_) {
    if (contains(kFoldersOfContent, folder.path) || was_said(folder.path)) continue;
    if (is_id(folder.path) && is_hub(folder)) {
      ids.push_back(folder.path);
    } else {
      others.push_back(&folder);
    }
  }
  // izumi-copy beside izumi is a copy, though it could be an id; izumi-2 is a hub.
  const std::vector<std::string> all = ids;
  std::erase_if(ids, [&](const std::string& id) {
    const auto like = like_folder(id, {});
    const bool numbered = id.find_last_not_of("0123456789") != id.size() - 1;
    const bool copy = like && like->is_copy && !numbered && std::ranges::find(all, like->name) != all.end();
    if (copy) others.push_back(&inside(id));
    return copy;
  });
  return ids;
}

void Planner::no_hub(const Folder& folder, const std::vector<std::string>& ids) {
  const auto there = [&](const std::string& id) { return std::ranges::find(ids, id) != ids.end(); };
  const auto like = like_folder(folder.path, kFoldersOfContent);
  const bool concerns = only_hub_.empty() || (like && like->name == only_hub_ && !there(only_hub_));
  if (!concerns) return;
  if (like && (there(like->name) || contains(kFoldersOfContent, like->name))) {
    return warn(folder.path, like->is_copy ? problems::is_a_copy(folder.path, like->name)
                                           : problems::misnamed_besides(folder.path, like->name));
  }
  if (!is_hub(folder)) {
    if (!folder.entries.empty()) warn(folder.path, problems::unknown_folder());
    return;
  }
  const bool wanted = ids.empty() || !only_hub_.empty();
  const bool could_be = like && is_id(like->name);
  if (like && like->is_copy && !wanted) {
    return warn(folder.path, could_be ? problems::misnamed(folder.path, like->name) : problems::unknown_folder());
  }
  refuse(folder.path, could_be ? problems::misnamed(folder.path, like->name) : problems::bad_hub_name(folder.path));
  hub_refused_ = true;
}

void Planner::hubs() {
  std::vector<const Folder*> others;
  std::vector<std::string> ids = ids_of(others);
  for (const Folder* folder : others) no_hub(*folder, ids);
  if (ids.empty() && !hub_refused_) refuse("", problems::no_hub());
  if (!only_hub_.empty() && !ids.empty()) {
    const bool there = std::ranges::find(ids, only_hub_) != ids.end();
    const std::vector<std::string_view> names(ids.begin(), ids.end());
    if (!there && !hub_refused_) refuse("", problems::no_such_hub(only_hub_, problems::listed(names, ", ")));
    ids = there ? std::vector{only_hub_} : std::vector<std::string>();
  }
  for (const std::string& id : ids) hub(inside(id));
  plan_.hubs = std::move(ids);
}

void Planner::hub(const Folder& folder) {
  require(folder, "hub.json", Severity::error, problems::file_missing(folder.path_of("hub.json")));
  bool has_reports = false;
  const std::size_t findings_before = plan_.findings.size();
  for (const Entry& entry : folder.entries) {
    const std::string path = folder.path_of(entry.name);
    if (is_folder(entry) && entry.name == "reports") {
      has_reports = true;
      reports(open(path));
    } else if (is_folder(entry) && entry.name == "images") {
      files_of_one_kind(open(path), Kind::picture, is_picture);
    } else if (!is_folder(entry) && contains(kOfHub, entry.name)) {
      take(Kind::hub, path);
    } else if (!is_folder(entry) && !like_file(entry.name, kOfHub) && like_report(entry.name)) {
      warn(path, problems::report_in_hub_folder(entry.name), true);
    } else if (!is_misnamed_reports(folder, entry)) {
      otherwise(folder, entry, kOfHub);
    }
  }
  if (!has_reports && !was_said(folder.path)) no_report(folder.path_of("reports"), findings_before);
}

// Without it there is nothing to show: it is an error.
bool Planner::is_misnamed_reports(const Folder& folder, const Entry& entry) {
  if (!is_folder(entry) || folder.has("reports", true)) return false;
  const auto like = like_folder(entry.name, kFoldersOfHub);
  if (!like || like->name != "reports" || was_said(folder.path)) return false;
  refuse(folder.path_of(entry.name), problems::misnamed(entry.name, "reports"));
  said_.push_back(folder.path);
  return true;
}

void Planner::reports(const Folder& folder) {
  const auto is_report = [](const Entry& one) { return !is_folder(one) && is_report_name(one.name); };
  const auto count = std::ranges::count_if(folder.entries, is_report);
  if (static_cast<std::size_t>(count) > kMostReports) {
    return refuse(folder.path, problems::too_many_reports(kMostReports));
  }
  const std::size_t findings_before = plan_.findings.size();
  for (const Entry& entry : folder.entries) {
    if (is_report(entry)) {
      take(Kind::report, folder.path_of(entry.name));
    } else if (is_folder(entry) || is_lock(entry.name)) {
      otherwise(folder, entry, {});
    } else {
      report_otherwise(folder, entry);
    }
  }
  if (count == 0) no_report(folder.path, findings_before);
}

// What stands for the report, if anything does, is all that is to be mended.
void Planner::no_report(const std::string& path, std::size_t findings_before) {
  for (std::size_t i = findings_before; i < plan_.findings.size(); ++i) {
    NameFinding& finding = plan_.findings[i];
    if (!finding.is_report) continue;
    finding.severity = Severity::error;
    return;
  }
  refuse(path, problems::no_report("reports"));
}

void Planner::report_otherwise(const Folder& folder, const Entry& entry) {
  const std::string path = folder.path_of(entry.name);
  if (const auto like = like_report(entry.name)) {
    if (!folder.has(like->name, false)) return warn(path, problems::misnamed(entry.name, like->name), true);
    return warn(path, like->is_copy ? problems::is_a_copy(entry.name, like->name)
                                    : problems::misnamed_besides(entry.name, like->name));
  }
  if (is_json(entry.name)) return refuse(path, problems::bad_report_name(entry.name));
  const int year = year_of_published(entry.name);
  const bool is_new = year != 0 && !folder.has(std::to_string(year) + ".json", false);
  warn(path, is_new ? problems::published_report(entry.name) : problems::unknown_file(), is_new);
}

}  // namespace

bool FolderPlan::has(std::string_view path) const {
  return std::ranges::any_of(files, [&](const PlannedFile& one) { return one.path == path; });
}

FolderPlan plan_folder(const FolderLister& list, const std::string& only_hub) { return Planner(list, only_hub).plan(); }

}  // namespace hub::content
