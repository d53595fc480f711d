#include "cli/against.h"

#include <cstdio>

#include "base/files.h"
#include "cli/print.h"
#include "report/draft/compare.h"
#include "report/draft/draft.h"
#include "report/read/read.h"

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

void print(const report::SentenceCheck& check, base::StaffLanguage staff) {
  const bool japanese = staff == base::StaffLanguage::ja;
  const std::string place = report::describe(check.place, staff);
  const char* verdict = check.found ? (japanese ? "あり" : "found  ") : (japanese ? "なし" : "MISSING");
  std::printf(
      "%s %s %s%s\n", verdict, check.pointer.c_str(), check.sentence.c_str(),
      place.empty() || !check.found ? "" : ((japanese ? "（" : " (") + place + (japanese ? "）" : ")")).c_str());
  if (check.found) return;
  if (check.shown.empty()) {
    std::printf(japanese ? "     報告書に似た文がありません\n" : "     nothing like it is in the report\n");
    return;
  }
  std::printf(japanese ? "     画面:   %s\n     報告書: %s（%s）\n" : "     shown:     %s\n     published: %s (%s)\n",
              check.shown.c_str(), check.published.c_str(), place.c_str());
}

}  // namespace

Outcome check_against_report(const std::string& path, const content::Snapshot& snapshot, base::StaffLanguage staff) {
  const bool japanese = staff == base::StaffLanguage::ja;
  const auto bytes = base::DiskFiles().read(path, report::kMaxReportBytes);
  if (!bytes) return Failure(bytes.error());
  const report::SandboxedPdfReader pdf_reader;
  const auto document = report::read_document(path, bytes.value(), pdf_reader);
  if (pdf_reader.weaker()) print_error(*pdf_reader.weaker(), staff);
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
    print(check, staff);
    if (!check.found) ++missing;
  }
  std::printf(japanese ? "%s/reports/%d.json: %zu 文のうち %d 文が報告書にありません\n"
                       : "%s/reports/%d.json: of %zu sentences, %d are not in the report\n",
              hub->id.c_str(), report.goal_year, checks.size(), missing);
  return missing == 0 ? Exit::done : Exit::at_fault;
}

}  // namespace hub::cli
