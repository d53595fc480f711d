#include "content/load/load_hub.h"

#include <algorithm>
#include <utility>

#include "base/path.h"
#include "content/json/limits.h"
#include "content/json/problems.h"
#include "content/load/decode.h"
#include "content/model/continuation.h"

namespace hub::content {

namespace {

bool is_year_name(std::string_view name) {
  return name.size() == 9 && name.ends_with(".json") && name.find_first_not_of("0123456789") == 4;
}

void check_file_name(const Value& root, const Report& report, std::string_view name) {
  const auto year = root.member("goalYear");
  if (!year || report.goal_year == 0 || name == std::to_string(report.goal_year) + ".json") return;
  year->error(problems::other_year_in_name(report.goal_year, name));
}

// Another hub's report in this hub's folder is the mistake nobody would see on the screen.
void check_ward(const Value& root, const Report& report, const Hub& hub) {
  const auto ward = root.member("ward");
  const std::string_view of_report = report.ward.in("ja").words, of_hub = hub.ward.in("ja").words;
  if (!ward || of_report.empty() || of_hub.empty()) return;
  const bool alike = of_report.find(of_hub) != of_report.npos || of_hub.find(of_report) != of_hub.npos;
  if (!alike) ward->warn(problems::other_ward(of_report, of_hub));
}

void load_report(JsonFileReader& reader, const std::string& path, const std::string& name, Hub& hub) {
  auto report = reader.decode(path, [&](const Value& root) {
    Report decoded = decode_report(root);
    check_file_name(root, decoded, name);
    check_ward(root, decoded, hub);
    return decoded;
  });
  if (report) hub.reports.push_back(std::move(*report));
}

void load_reports(JsonFileReader& reader, const std::string& folder, Hub& hub) {
  if (!reader.files().exists(folder)) return reader.error(folder, problems::no_report("reports"));
  const auto entries = reader.list(folder);
  if (!entries) return;
  const auto is_report = [](const base::FileEntry& entry) { return is_year_name(entry.name); };
  if (static_cast<std::size_t>(std::ranges::count_if(*entries, is_report)) > kMostReports) {
    return reader.error(folder, problems::too_many_reports(kMostReports));
  }
  bool any = false;
  for (const base::FileEntry& entry : *entries) {
    const std::string path = base::join(folder, entry.name);
    if (is_year_name(entry.name)) {
      any = true;
      load_report(reader, path, entry.name, hub);
    } else if (entry.name.ends_with(".json")) {
      reader.error(path, problems::bad_report_name(entry.name));
    } else {
      reader.warn(path, problems::unknown_file());
    }
  }
  if (!any) reader.error(folder, problems::no_report("reports"));
  std::sort(hub.reports.begin(), hub.reports.end(),
            [](const Report& a, const Report& b) { return a.goal_year < b.goal_year; });
  link_years(hub.reports);
}

void warn_of_unknown_files(JsonFileReader& reader, const std::string& folder) {
  constexpr std::string_view kKnown[] = {"hub.json", "readings.json", "reports", "images"};
  const auto entries = reader.list(folder);
  if (!entries) return;
  for (const base::FileEntry& entry : *entries) {
    const bool known = std::find(std::begin(kKnown), std::end(kKnown), entry.name) != std::end(kKnown);
    if (!known) reader.warn(base::join(folder, entry.name), problems::unknown_file());
  }
}

}  // namespace

void load_hub(JsonFileReader& reader, const std::string& folder, const std::string& id, Snapshot& snapshot) {
  if (!is_id(id)) return reader.error(folder, problems::bad_hub_name(id));
  warn_of_unknown_files(reader, folder);
  const std::string hub_path = base::join(folder, "hub.json"), readings_path = base::join(folder, "readings.json");
  Hub hub;
  hub.id = id;
  if (!reader.files().exists(hub_path)) {
    reader.error(hub_path, problems::file_missing(id + "/hub.json"));
  } else if (auto decoded = reader.decode(hub_path, [&](const Value& root) { return decode_hub(root, id); })) {
    hub = std::move(*decoded);
  }
  load_reports(reader, base::join(folder, "reports"), hub);
  if (reader.files().exists(readings_path)) {
    if (auto readings = reader.decode(readings_path, decode_readings))
      snapshot.readings.emplace(id, std::move(*readings));
  }
  snapshot.hubs.push_back(std::move(hub));
}

}  // namespace hub::content
