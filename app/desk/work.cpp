#include "desk/work.h"

#include <algorithm>
#include <cstdio>

#include "base/check.h"
#include "base/path.h"
#include "desk/store/json.h"

namespace hub::desk {

namespace {

constexpr int kTyped = -1;

Json json_of(const std::optional<std::string>& value) { return value ? Json(*value) : Json(); }
std::optional<std::string> value_of(const Json& json, const char* key) {
  const Json* value = member(json, key);
  return value && value->is_string() ? std::optional(value->get<std::string>()) : std::nullopt;
}

Json json_of(const WorkStep& step) {
  Json json = {{"question", step.question}, {"choice", step.choice},  {"settles", step.settles}, {"at", step.at},
               {"who", step.who},           {"label", step.label.ja}, {"labelEn", step.label.en}};
  if (step.words) {
    json["marks"] = step.words->marks;
    json["texts"] = step.words->texts;
    json["from"] = {step.from.page, step.from.line};
  }
  json["edits"] = Json::array();
  for (const Edit& edit : step.step.edits) {
    json["edits"].push_back({{"file", edit.file},
                             {"pointer", edit.pointer},
                             {"before", json_of(edit.before)},
                             {"after", json_of(edit.after)}});
  }
  json["moved"] = Json::array();
  for (const Moved& one : step.step.moved) json["moved"].push_back({one.file, one.from, one.to});
  return json;
}

template <class Value>
std::vector<Value> list_of(const Json& json, const char* key) {
  std::vector<Value> values;
  const Json* list = member(json, key);
  if (!list || !list->is_array()) return values;
  for (const Json& one : *list) {
    if constexpr (std::is_same_v<Value, int>) {
      if (one.is_number_integer()) values.push_back(one.get<int>());
    } else {
      if (one.is_string()) values.push_back(one.get<std::string>());
    }
  }
  return values;
}

WorkStep step_of(const Json& json) {
  WorkStep step;
  step.question = number_of<int>(json, "question", kTyped);
  step.choice = text_of(json, "choice");
  step.settles = truth_of(json, "settles");
  step.at = text_of(json, "at");
  step.who = text_of(json, "who");
  step.label = {text_of(json, "label"), text_of(json, "labelEn")};
  if (member(json, "texts")) {
    step.words = Entry{list_of<int>(json, "marks"), list_of<std::string>(json, "texts")};
    const std::vector<int> from = list_of<int>(json, "from");
    if (from.size() == 2) step.from = {from[0], from[1]};
  }
  if (const Json* edits = member(json, "edits"); edits && edits->is_array()) {
    for (const Json& edit : *edits) {
      step.step.edits.push_back(
          {text_of(edit, "file"), text_of(edit, "pointer"), value_of(edit, "before"), value_of(edit, "after")});
    }
  }
  if (const Json* moved = member(json, "moved"); moved && moved->is_array()) {
    for (const Json& one : *moved) {
      if (one.is_array() && one.size() == 3 && one[0].is_string() && one[1].is_string() && one[2].is_string()) {
        step.step.moved.push_back({one[0].get<std::string>(), one[1].get<std::string>(), one[2].get<std::string>()});
      }
    }
  }
  return step;
}

base::Error no_such_answer() {
  return {{"その答えは、今の下書きには当てはまりません。", "That answer does not fit the draft any more."},
          {"質問をもう一度見て、選びなおしてください。", "Look at the question again, and choose anew."}};
}

base::Error cannot_be_read(const std::string& file) {
  return {{"下書きの「" + file + "」が、JSON として読めません。", "\"" + file + "\" of the draft is no JSON."},
          {"手で直したところを確かめるか、報告書をもう一度入れてください。",
           "Look at what was changed by hand, or open the report again."}};
}

base::Error not_a_draft() {
  return {{"下書きの記録が読めません。", "The record of the draft cannot be read."},
          {"報告書をもう一度入れてください。もとの報告書と、いま映っている内容はそのままです。",
           "Open the report again. The report, and what shows now, are as they were."}};
}

}  // namespace

std::string report_path(const std::string& hub, const std::string& report_json) {
  const auto json = parsed(report_json);
  const int year = json ? number_of<int>(*json, "goalYear") : 0;
  char name[16];
  std::snprintf(name, sizeof name, "%04d.json", std::clamp(year, 0, 9999));
  return base::join(base::join(hub, "reports"), name);
}

Work::Work(std::string hub, SourceName source, Reading reading, const ContentFiles& based_on)
    : hub_(std::move(hub)), source_(std::move(source)), reading_(std::move(reading)) {
  files_[kReportFile] = reading_.report;
  base_on(based_on);
}

void Work::base_on(const ContentFiles& shows) {
  based_on_.clear();
  for (const auto& [name, bytes] : files_) {
    const auto there = shows.find(name == kReportFile ? report_path(hub_, bytes) : name);
    if (there != shows.end()) based_on_.insert(*there);
  }
}

const WorkStep* Work::answer_to(int question) const {
  const auto last =
      std::find_if(steps_.rbegin(), steps_.rend(), [&](const WorkStep& s) { return s.question == question; });
  return last == steps_.rend() ? nullptr : &*last;
}

Work::State Work::state_of(int question) const {
  if (const WorkStep* answer = answer_to(question); answer && answer->settles) return State::answered;
  if (!asked(question).field) return State::gone;
  return later_.contains(question) ? State::later : State::open;
}

Asked Work::asked(int question) const {
  HUB_CHECK(question >= 0 && question < static_cast<int>(reading_.questions.size()));
  const report::Question& about = reading_.questions[static_cast<std::size_t>(question)];
  Asked asked{about, about.field, kReportFile, report(), {}};
  for (const auto& [pointer, place] : reading_.origins) {
    std::optional<std::string> now = pointer;
    for (const WorkStep& step : steps_) {
      if (now) now = moved_by(step.step, kReportFile, *now);
    }
    if (now) asked.origins.emplace(*now, place);
  }
  for (const WorkStep& step : steps_) {
    if (asked.field) asked.field = moved_by(step.step, kReportFile, *asked.field);
  }
  return asked;
}

base::Status Work::make(WorkStep step) {
  auto files = made(files_, step.step);
  if (!files) return files.error();
  files_ = std::move(files).value();
  later_.erase(step.question);
  steps_.push_back(std::move(step));
  ++revision_;
  return base::Done{};
}

base::Status Work::answer(int question, const std::string& choice, std::string at, std::string who) {
  for (Choice& one : choices_for(asked(question))) {
    if (one.id != choice) continue;
    return make({question,
                 one.id,
                 std::nullopt,
                 {},
                 one.settles,
                 std::move(at),
                 std::move(who),
                 std::move(one.label),
                 std::move(one.step)});
  }
  return no_such_answer();
}

base::Status Work::put(int question, const Entry& words, report::Place from, const std::string& place, std::string at,
                       std::string who) {
  auto choice = put_there(asked(question), words, from, place);
  if (!choice) return no_such_answer();
  return make({question, choice->id, words, from, choice->settles, std::move(at), std::move(who),
               std::move(choice->label), std::move(choice->step)});
}

void Work::put_off(int question) {
  later_.insert(question);
  ++revision_;
}

base::Status Work::type(std::vector<Edit> edits, std::string at, std::string who) {
  return make({kTyped, "", std::nullopt, {}, true, std::move(at), std::move(who), {}, {std::move(edits), {}}});
}

// As it would be done now.
bool Work::make_again(WorkStep step) {
  if (step.question == kTyped) return make(std::move(step)).ok();
  if (step.words) {
    const std::string place = step.choice.substr(std::string("put:").size());
    return put(step.question, *step.words, step.from, place, step.at, step.who).ok();
  }
  return answer(step.question, step.choice, step.at, step.who).ok();
}

std::vector<int> Work::take_back(int question) {
  std::vector<WorkStep> before = std::move(steps_);
  const int revision = revision_;
  steps_.clear();
  files_ = {{kReportFile, reading_.report}};
  std::set<int> again;
  for (WorkStep& step : before) {
    if (step.question == question) continue;
    const int of = step.question;
    if (!make_again(std::move(step))) again.insert(of);
  }
  later_.erase(question);
  revision_ = revision + 1;
  return {again.begin(), again.end()};
}

void Work::undo() {
  if (steps_.empty()) return;
  if (auto files = undone(files_, steps_.back().step)) {
    files_ = std::move(files).value();
    steps_.pop_back();
    ++revision_;
  }
}

DraftFiles Work::to_files() const {
  Json json = {{"revision", revision_},
               {"hub", hub_},
               {"source", {{"sha256", source_.sha256}, {"name", source_.name}}},
               {"later", later_},
               {"basedOn", based_on_}};
  json["steps"] = Json::array();
  for (const WorkStep& step : steps_) json["steps"].push_back(json_of(step));
  DraftFiles files{{kWorkFile, page_of(json)}, {kReadingFile, to_json(reading_)}};
  for (const auto& [name, bytes] : files_) {
    files[base::join(kContentFolder, name == kReportFile ? report_path(hub_, bytes) : name)] = bytes;
  }
  return files;
}

base::Result<Work> Work::from_files(const DraftFiles& files) {
  const auto work_file = files.find(kWorkFile), reading_file = files.find(kReadingFile);
  if (work_file == files.end() || reading_file == files.end()) return not_a_draft();
  const auto json = parsed(work_file->second);
  auto reading = reading_from(reading_file->second);
  const Json* source = json ? member(*json, "source") : nullptr;
  if (!reading || !source) return not_a_draft();
  const auto count = static_cast<int>(reading->questions.size());
  Work work(text_of(*json, "hub"), {text_of(*source, "sha256"), text_of(*source, "name")}, *std::move(reading), {});
  if (const Json* based_on = member(*json, "basedOn"); based_on && based_on->is_object()) {
    for (const auto& [name, bytes] : based_on->items()) work.based_on_[name] = text_of(*based_on, name.c_str());
  }
  if (const Json* steps = member(*json, "steps"); steps && steps->is_array()) {
    for (const Json& one : *steps) {
      WorkStep step = step_of(one);
      if (step.question < kTyped || step.question >= count || !work.make(std::move(step))) return not_a_draft();
    }
  }
  for (const int question : list_of<int>(*json, "later")) {
    if (question >= 0 && question < count) work.later_.insert(question);
  }
  if (auto taken = work.take_in(files); !taken) return taken.error();
  work.revision_ = number_of<int>(*json, "revision", 1);
  return work;
}

// What somebody has written into the draft's files by hand since.
base::Status Work::take_in(const DraftFiles& files) {
  for (const auto& [name, bytes] : to_files()) {
    const auto there = files.find(name);
    if (!name.starts_with(std::string(kContentFolder) + "/") || there == files.end() || there->second == bytes)
      continue;
    const std::string inside = name.substr(std::string(kContentFolder).size() + 1);
    const std::string file = inside == report_path(hub_, report()) ? kReportFile : inside;
    if (!parsed(there->second)) return cannot_be_read(inside);
    std::vector<Edit> edits = edits_between(file, bytes, there->second);
    if (edits.empty()) continue;
    if (auto typed = type(std::move(edits), "", ""); !typed) return typed;
  }
  return base::Done{};
}

}  // namespace hub::desk
