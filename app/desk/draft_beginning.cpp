#include "desk/draft_beginning.h"

#include <algorithm>
#include <cstdio>
#include <random>
#include <set>

#include "base/path.h"
#include "base/utf8.h"
#include "content/json/limits.h"
#include "content/model/wording.h"
#include "content/model/year.h"
#include "desk/answers/places.h"
#include "desk/desk.h"
#include "desk/store/json.h"
#include "report/draft/draft.h"
#include "report/draft/write_draft.h"

namespace hub::desk {

namespace {

constexpr double kAlike = 0.5;  // of two sentences (content/model/wording.h): one is the other, changed

using Texts = std::vector<std::pair<std::string, std::string>>;

int goal_year_of(const std::string& report_json) {
  const auto json = parsed(report_json);
  return json ? number_of<int>(*json, "goalYear") : 0;
}

// The text of what was read that the shown one is, or has become; null: none.
const std::pair<std::string, std::string>* read_as(const Texts& read, const std::string& pointer,
                                                   const std::string& text) {
  const auto same = [&](const auto& one) { return one.second == text; };
  const auto there = [&](const auto& one) { return one.first == pointer; };
  if (const auto at = std::ranges::find_if(read, there); at != read.end() && same(*at)) return &*at;
  if (const auto at = std::ranges::find_if(read, same); at != read.end()) return &*at;
  const std::u32string folded = content::fold(base::decode_utf8(text));
  const std::pair<std::string, std::string>* nearest = nullptr;
  double most = kAlike;
  for (const auto& one : read) {
    const double alike = content::likeness(folded, content::fold(base::decode_utf8(one.second)));
    if (alike <= most) continue;
    most = alike;
    nearest = &one;
  }
  return nearest;
}

}  // namespace

std::string new_draft_id() {
  std::random_device random;
  char id[17];
  std::snprintf(id, sizeof id, "%08x%04x", random(), random() & 0xFFFFU);
  return id;
}

ShownReport shown_report(const std::string& report_json, const std::vector<PublishedVersion>& history,
                         const Sources& sources, const std::string& ward) {
  ShownReport shown{{report::Document::Kind::text, report_json, {}, {}, {}}, {}};
  std::set<std::string> seen;
  for (const PublishedVersion& version : history) {
    if (version.sha256.empty() || !seen.insert(version.sha256).second) continue;
    const auto document = sources.document(version.sha256);
    const auto draft =
        document ? report::make_draft(document.value(), ward) : base::Result<report::Draft>(base::Error{});
    if (!draft || draft.value().report.goal_year != goal_year_of(report_json)) continue;
    shown.source = {version.sha256, version.source};
    shown.reading.kind = document.value().kind;
    const Texts read = texts_of(ReportEditor("", report::report_json(draft.value().report)));
    for (const auto& [pointer, text] : texts_of(ReportEditor("", report_json))) {
      const auto* as = read_as(read, pointer, text);
      if (!as) continue;
      shown.reading.read_as[pointer] = as->second;
      const auto origin = draft.value().origins.find(as->first);
      if (origin != draft.value().origins.end()) shown.reading.origins[pointer] = origin->second.place;
    }
    break;
  }
  return shown;
}

base::Result<Work> Desk::begun_from_shown() const {
  const auto shows = hub_files(nullptr);
  if (!shows) return shows.error();
  // The one of this year, else the newest.
  const int year = content::fiscal_year(clock_.today());
  std::string report = newest_report(shows.value());
  for (const auto& [name, bytes] : shows.value()) {
    const bool is_report = name.starts_with(setup_.hub + "/reports/") && name.ends_with(".json");
    if (is_report && parsed(bytes) && goal_year_of(bytes) <= year) report = bytes;
  }
  if (!parsed(report)) {
    return base::Error{{"映っている報告書がないので、文を直せません。", "No report shows that could be edited."},
                       {"まず、報告書を入れてください。", "Open a report first."}};
  }
  const std::vector<PublishedVersion> versions = history();
  ShownReport begun = shown_report(report, versions, sources(), versions.empty() ? "" : ward());
  return Work(setup_.hub, std::move(begun.source), std::move(begun.reading), shows.value());
}

base::Result<Work> Desk::work_or_shown() const {
  auto draft = work();
  if (!draft) return draft.error();
  if (draft.value()) return *std::move(draft).value();
  auto begun = begun_from_shown();
  if (begun) begun.value().name("");
  return begun;
}

base::Status Desk::change_or_begin(const Beginning& changing) {
  return store_.change([&](DraftFiles files) -> base::Result<DraftFiles> {
    const bool begins = files.empty();
    auto work = begins ? begun_from_shown() : Work::from_files(files);
    if (!work) return work.error();
    const int revision = work.value().revision();
    if (begins) work.value().name(new_draft_id());
    if (auto done = changing(work.value(), begins); !done) return done.error();
    return work.value().revision() == revision ? std::move(files) : work.value().to_files();
  });
}

std::string Desk::common_services() const {
  auto bytes = base::DiskFiles().read(base::join(shown_content(), "common/services.json"), content::kMaxFileBytes);
  return bytes ? std::move(bytes).value() : std::string();
}

}  // namespace hub::desk
