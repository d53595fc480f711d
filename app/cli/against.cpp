#include "cli/against.h"

#include "base/files.h"
#include "cli/print.h"
#include "report/draft/compare.h"
#include "report/draft/draft.h"

namespace hub::cli {

namespace {

// The hub whose ward the published report names; the only one there is; else null.
const content::Hub* hub_of(const content::Snapshot& snapshot, const std::string& ward) {
  if (snapshot.hubs.size() == 1) return &snapshot.hubs.front();
  for (const content::Hub& hub : snapshot.hubs) {
    if (!ward.empty() && hub.ward.japanese().find(ward) != std::string::npos) return &hub;
  }
  return nullptr;
}

const content::Report& report_of(const content::Hub& hub, int goal_year) {
  for (const content::Report& report : hub.reports) {
    if (report.goal_year == goal_year) return report;
  }
  return content::shown_report(hub, base::SystemClock().today());
}

void print(const report::SentenceCheck& check, report::Document::Kind kind, base::StaffLanguage staff) {
  const bool japanese = staff == base::StaffLanguage::ja;
  const std::string place = report::describe(check.place, kind, staff);
  const char* verdict = check.found ? (japanese ? "あり" : "found  ") : (japanese ? "なし" : "MISSING");
  const std::string there = (japanese ? "（" : " (") + place + (japanese ? "）" : ")");
  print_line(stdout, std::string(verdict) + " " + check.pointer + " " + check.sentence +
                         (place.empty() || !check.found ? "" : there));
  if (check.found) return;
  if (check.shown.empty()) {
    return print_line(stdout, japanese ? "     報告書に似た文がありません" : "     nothing like it is in the report");
  }
  print_line(stdout, (japanese ? "     画面:   " : "     shown:     ") + check.shown);
  print_line(stdout, (japanese ? "     報告書: " : "     published: ") + check.published + there);
}

}  // namespace

Outcome check_against_report(const std::string& path, const ReadingOptions& reading, const content::Snapshot& snapshot,
                             base::StaffLanguage staff) {
  const bool japanese = staff == base::StaffLanguage::ja;
  const auto document = read_report(base::DiskFiles(), path, reading, staff);
  if (!document) return Failure(document.error());
  const report::Subject subject = report::subject_of(document.value());
  const content::Hub* hub = hub_of(snapshot, subject.ward);
  if (!hub) {
    return Failure(base::Error{{"どの拠点の報告書かわかりません。", "It is not clear which hub's report this is."},
                               {"--hub で拠点を選んでください（例: --hub izumi）。", "Choose the hub with --hub."}});
  }
  const content::Report& report = report_of(*hub, subject.goal_year);
  int missing = 0;
  const auto checks = report::check_against(report, document.value());
  for (const report::SentenceCheck& check : checks) {
    print(check, document.value().kind, staff);
    if (!check.found) ++missing;
  }
  const std::string file = hub->id + "/reports/" + std::to_string(report.goal_year) + ".json: ";
  const std::string all = std::to_string(checks.size()), absent = std::to_string(missing);
  print_line(stdout, file + (japanese ? all + " 文のうち " + absent + " 文が報告書にありません"
                                      : "of " + all + " sentences, " + absent + " are not in the report"));
  return missing == 0 ? Exit::done : Exit::at_fault;
}

}  // namespace hub::cli
