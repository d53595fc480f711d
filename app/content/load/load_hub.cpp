#include "content/load/load_hub.h"

#include <algorithm>
#include <utility>

#include "base/path.h"
#include "content/json/problems.h"
#include "content/load/decode.h"
#include "content/model/continuation.h"

namespace hub::content {

namespace {

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

void load_reports(JsonFileReader& reader, const std::string& content_folder, const FolderPlan& plan, Hub& hub) {
  const std::string reports = hub.id + "/reports/";
  for (const PlannedFile& file : plan.files) {
    if (file.kind != PlannedFile::Kind::report || !file.path.starts_with(reports)) continue;
    load_report(reader, base::join(content_folder, file.path), file.path.substr(reports.size()), hub);
  }
  std::sort(hub.reports.begin(), hub.reports.end(),
            [](const Report& a, const Report& b) { return a.goal_year < b.goal_year; });
  link_years(hub.reports);
}

}  // namespace

void load_hub(JsonFileReader& reader, const std::string& content_folder, const FolderPlan& plan, const std::string& id,
              Snapshot& snapshot) {
  const std::string hub_file = id + "/hub.json", readings_file = id + "/readings.json";
  Hub hub;
  hub.id = id;
  if (plan.has(hub_file)) {
    const auto decode = [&](const Value& root) { return decode_hub(root, id); };
    if (auto decoded = reader.decode(base::join(content_folder, hub_file), decode)) hub = std::move(*decoded);
  }
  load_reports(reader, content_folder, plan, hub);
  if (plan.has(readings_file)) {
    if (auto readings = reader.decode(base::join(content_folder, readings_file), decode_readings))
      snapshot.readings.emplace(id, std::move(*readings));
  }
  snapshot.hubs.push_back(std::move(hub));
}

}  // namespace hub::content
