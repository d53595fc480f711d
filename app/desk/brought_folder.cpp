// A prepared content folder that staff have brought becomes the draft.
#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "content/json/json_source.h"
#include "content/json/limits.h"
#include "content/model/year.h"
#include "desk/desk.h"
#include "desk/draft_beginning.h"
#include "desk/store/folder_item.h"
#include "desk/store/json.h"
#include "desk/typed/fields.h"

namespace hub::desk {

namespace {

const base::Message kMend{
    "パソコンで content フォルダーを直して、USB メモリーに写し、もう一度差してください。下書きは変えていません。",
    "Mend the content folder on a PC, copy it to the stick once more, and plug it in. The draft is as it was."};

base::Error nothing_of_this_hub() {
  return {{"この content フォルダーには、この拠点の報告書も、拠点のことばもありません。",
           "There is neither a report nor a word of this hub in the content folder."},
          kMend};
}

base::Error broken(const std::string& file, const content::Diagnostic& why) {
  const base::Message name = name_of_content_file(file);
  const std::string line = std::to_string(why.line);
  return {{"content フォルダーの「" + name.ja + "」の " + line + " 行目が読めません。" + why.what.ja,
           "Line " + line + " of \"" + name.en + "\" cannot be read. " + why.what.en},
          {why.remedy.ja + kMend.ja, why.remedy.en + " " + kMend.en}};
}

base::Error of_another_year(const std::string& file, int goal_year) {
  const base::Message name = name_of_content_file(file);
  const std::string year = std::to_string(goal_year);
  return {{"content フォルダーの「" + name.ja + "」に、" + year + "年度の目標と書かれています。",
           "\"" + name.en + "\" says that its goals are for " + year + "."},
          {"ファイルの名前と、目標の年度を合わせてください。" + kMend.ja,
           "A report's name is the year of its goals. " + kMend.en}};
}

bool is_report(const std::string& file, const std::string& hub) { return kind_of_file(file, hub) == FileKind::report; }

bool says_the_same(const ContentFiles& shows, const std::string& file, const std::string& json) {
  const auto there = shows.find(file);
  return there != shows.end() && (there->second == json || edits_between(file, there->second, json).empty());
}

// What is wrong with them as files; nothing: each can be read. What they say is inspected with the draft.
std::optional<base::Error> fault_of(const ContentFiles& files, const std::string& hub) {
  for (const auto& [file, json] : files) {
    std::vector<content::Diagnostic> found;
    content::Reporter reporter(file, json, found);
    const bool too_large = json.size() > content::kMaxFileBytes;
    const auto root = too_large ? std::nullopt : content::parse_json(json, reporter);
    if (!root && found.empty()) return base::Error{nothing_of_this_hub()};
    if (!root) return broken(file, found.front());
    if (!is_report(file, hub)) continue;
    const auto* year = root->find("goalYear");
    const std::string named = report_path(hub, json);
    if (year != nullptr && named != file) return of_another_year(file, static_cast<int>(year->number));
  }
  return std::nullopt;
}

}  // namespace

base::Status Desk::open_folder(const ContentFiles& brought, const std::string& name, bool replace) {
  ContentFiles ours;
  std::ranges::copy_if(brought, std::inserter(ours, ours.end()),
                       [&](const auto& one) { return kind_of_file(one.first, setup_.hub).has_value(); });
  if (ours.empty()) return nothing_of_this_hub();
  if (auto fault = fault_of(ours, setup_.hub)) return *std::move(fault);
  const auto shows = hub_files(nullptr);
  if (!shows) return shows.error();
  // Its newest report that says something new here, else the one that shows.
  std::string report;
  for (const auto& [file, json] : ours) {
    if (is_report(file, setup_.hub) && !says_the_same(shows.value(), file, json)) report = json;
  }
  auto begun = report.empty() ? begun_from_shown() : base::Result<Work>(base::Error{});
  if (report.empty() && !begun) return begun.error();
  if (report.empty()) report = begun.value().report();
  const std::vector<PublishedVersion> versions = history();
  ShownReport read = shown_report(report, versions, sources(), versions.empty() ? "" : ward());
  Work opened(setup_.hub, {read.source.sha256, name}, std::move(read.reading), shows.value());
  WorkStep step;
  step.at = now();
  step.label = {"content フォルダーの内容を入れる", "Take what the content folder says"};
  for (const auto& [file, json] : ours) {
    if (file == report_path(setup_.hub, report) || says_the_same(shows.value(), file, json)) continue;
    const auto there = shows.value().find(file);
    const bool known = there != shows.value().end();
    opened.take_up(file, known ? std::optional(there->second) : std::nullopt);
    std::vector<Edit> edits = known ? edits_between(file, there->second, json) : std::vector<Edit>();
    if (edits.empty()) edits.push_back({file, "", std::nullopt, json});
    std::ranges::move(edits, std::back_inserter(step.step.edits));
  }
  if (!step.step.edits.empty()) {
    if (auto done = opened.type(std::move(step), false); !done) return done;
  }
  return begin(std::move(opened), replace);
}

}  // namespace hub::desk
