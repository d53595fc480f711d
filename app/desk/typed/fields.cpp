#include "desk/typed/fields.h"

#include <algorithm>
#include <string_view>

#include "base/counters.h"
#include "base/parse.h"
#include "desk/edit/step.h"
#include "report/draft/field_names.h"

namespace hub::desk {

namespace {

using Kind = Statement::Kind;
using report::operator+;  // NOLINT(misc-unused-using-decls): clang-tidy 14 does not see operators used

// * is the index of an entry, # the number of a service.
struct Pattern {
  std::string_view pointer;
  FileKind file;
  Field field;
};

constexpr Field needed(Kind kind) { return {kind, Field::Form::text, Field::Empty::refused}; }
constexpr Field optional(Kind kind, Field::Form form = Field::Form::text) {
  return {kind, form, Field::Empty::goes_away};
}

constexpr Pattern kPatterns[] = {
    {"/title", FileKind::report, needed(Kind::report_title)},
    {"/implementers/*", FileKind::report, needed(Kind::implementer)},
    {"/purpose", FileKind::report, optional(Kind::purpose)},
    {"/principles/*", FileKind::report, needed(Kind::principle)},
    {"/services/*/description", FileKind::report, needed(Kind::service_description)},
    {"/services/*/program", FileKind::report, needed(Kind::service_program)},
    {"/evaluationMethod/*", FileKind::report, needed(Kind::evaluation_method)},
    {"/review/*/goal", FileKind::report, needed(Kind::goal)},
    {"/review/*/activities/*/text/*", FileKind::report, needed(Kind::entry)},
    {"/review/*/outcomes/*/text/*", FileKind::report, needed(Kind::entry)},
    {"/review/*/challenges/*/text/*", FileKind::report, needed(Kind::entry)},
    {"/goals/*/goal", FileKind::report, needed(Kind::goal)},
    {"/goals/*/activities/*/text/*", FileKind::report, needed(Kind::entry)},
    {"/name", FileKind::hub, needed(Kind::hub_name)},
    {"/ward", FileKind::hub, needed(Kind::hub_ward)},
    {"/tagline", FileKind::hub, needed(Kind::tagline)},
    {"/hours", FileKind::hub, optional(Kind::hours)},
    {"/opening", FileKind::hub, optional(Kind::opening, Field::Form::value)},
    {"/contact", FileKind::hub, optional(Kind::contact)},
    {"/url", FileKind::hub, optional(Kind::url, Field::Form::word)},
    {"/services/#/name", FileKind::hub, optional(Kind::service_name)},
    {"/services/#/need", FileKind::hub, optional(Kind::service_need)},
    {"/services/#/explanation", FileKind::hub, optional(Kind::service_explanation)},
    {"/services/#/situations/*", FileKind::hub, needed(Kind::service_situation)},
    {"/services/#/url", FileKind::hub, optional(Kind::service_url, Field::Form::word)},
};

constexpr std::string_view kItemLists[] = {"/review/*/activities", "/review/*/outcomes", "/review/*/challenges",
                                           "/goals/*/activities"};
constexpr std::string_view kTextLists[] = {"/implementers", "/principles", "/evaluationMethod"};

// As JSON Pointers have it: no sign, no zero before it.
bool is_index(std::string_view step) {
  constexpr int kMost = 10'000;
  return base::parse_count(step, kMost) && (step == "0" || step.front() != '0');
}
bool is_service(std::string_view step) { return step.size() == 1 && step >= "1" && step <= "7"; }

bool fits(std::string_view pattern, std::string_view pointer) {
  while (!pattern.empty() && !pointer.empty()) {
    const std::size_t end = std::min(pattern.find('/', 1), pattern.size());
    const std::size_t to = std::min(pointer.find('/', 1), pointer.size());
    const std::string_view wanted = pattern.substr(1, end - 1), step = pointer.substr(1, to - 1);
    const bool same = wanted == "*" ? is_index(step) : wanted == "#" ? is_service(step) : wanted == step;
    if (pointer.front() != '/' || !same) return false;
    pattern.remove_prefix(end);
    pointer.remove_prefix(to);
  }
  return pattern.empty() && pointer.empty();
}

template <class Patterns>
bool fits_any(const Patterns& patterns, std::string_view pointer) {
  return std::ranges::any_of(patterns, [&](std::string_view one) { return fits(one, pointer); });
}

std::string last_of(const std::string& pointer) { return pointer.substr(pointer.find_last_of('/') + 1); }
int number_of_last(const std::string& pointer) { return base::parse_count(last_of(pointer), 10'000).value_or(0) + 1; }

base::Message hub_field_name(const std::string& pointer) {
  if (pointer == "/name") return {"拠点の名前", "the hub's name"};
  if (pointer == "/ward") return {"区の名前", "the ward"};
  if (pointer == "/tagline") return {"キャッチコピー", "the tagline"};
  if (pointer == "/hours") return {"開いている時間", "the hours"};
  if (pointer == "/opening") return {"開いている時間（曜日ごと）", "the hours of each day"};
  if (pointer == "/contact") return {"連絡先", "the contact"};
  if (pointer == "/url") return {"ホームページのアドレス", "the hub's web address"};
  if (!pointer.starts_with("/services/")) return {"拠点のことば", "the hub's words"};
  const std::string number = pointer.substr(std::string("/services/").size(), 1);
  const base::Message service{"事業 " + number + " の", "service " + number + ": "};
  if (pointer.ends_with("/name")) return service + base::Message{"呼び名", "name"};
  if (pointer.ends_with("/need")) return service + base::Message{"ひとこと", "need"};
  if (pointer.ends_with("/explanation")) return service + base::Message{"説明", "explanation"};
  if (pointer.ends_with("/url")) return service + base::Message{"ホームページのアドレス", "web address"};
  if (pointer.ends_with("/situations")) return service + base::Message{"「こんなときに」", "situations"};
  const int place = number_of_last(pointer);
  return service +
         base::Message{"「こんなときに」の " + base::counted_place(place), "situation " + std::to_string(place)};
}

base::Message report_field_name(const std::string& pointer) {
  if (pointer == "/principles") return {"基本理念", "the principles (基本理念)"};
  if (pointer == "/implementers") return {"事業の実施者", "the implementers (事業の実施者)"};
  if (pointer.starts_with("/implementers/") || pointer.starts_with("/evaluationMethod/")) {
    const int place = number_of_last(pointer);
    return report::field_name(pointer) + base::Message{"の " + base::counted_place(place), " " + std::to_string(place)};
  }
  if (pointer.starts_with("/services/") && pointer.ends_with("/program")) {
    return report::field_name(pointer) + base::Message{"の名前", ", its name"};
  }
  base::Message name = report::field_name(pointer);
  if (last_of(above(pointer)) == "text" && last_of(pointer) != "0") {
    const std::string place = std::to_string(number_of_last(pointer));
    name = name + base::Message{"（" + place + " 段落目）", " (paragraph " + place + ")"};
  }
  return name;
}

}  // namespace

std::optional<FileKind> kind_of_file(const std::string& file, const std::string& hub) {
  if (file == kReportFile) return FileKind::report;
  if (file == hub + "/hub.json") return FileKind::hub;
  if (file == hub + "/readings.json") return FileKind::readings;
  const std::string reports = hub + "/reports/";
  if (!file.starts_with(reports) || !file.ends_with(".json")) return std::nullopt;
  const std::string_view year = std::string_view(file).substr(reports.size(), file.size() - reports.size() - 5);
  const bool is_year = year.size() == 4 && base::parse_count(year, 9999);
  return is_year ? std::optional(FileKind::report) : std::nullopt;
}

std::optional<Field> field_at(FileKind file, const std::string& pointer) {
  for (const Pattern& one : kPatterns) {
    if (one.file == file && fits(one.pointer, pointer)) return one.field;
  }
  return std::nullopt;
}

bool is_item_list(const std::string& pointer) { return fits_any(kItemLists, pointer); }
bool is_text_list(FileKind file, const std::string& pointer) {
  return file == FileKind::hub ? fits("/services/#/situations", pointer) : fits_any(kTextLists, pointer);
}
bool is_section(const std::string& pointer) { return pointer == "/review" || pointer == "/goals"; }
bool is_goal(const std::string& pointer) { return fits("/review/*", pointer) || fits("/goals/*", pointer); }

std::string above(const std::string& pointer) { return pointer.substr(0, pointer.find_last_of('/')); }

std::string entry_of_field(const std::string& pointer) {
  if (last_of(above(pointer)) == "text") return above(above(pointer));
  if (!is_index(last_of(pointer))) return "";
  return pointer;
}

base::Message name_of_field(FileKind file, const std::string& pointer) {
  if (file == FileKind::readings) return {"ふりがな", "the readings"};
  return file == FileKind::hub ? hub_field_name(pointer) : report_field_name(pointer);
}

}  // namespace hub::desk
