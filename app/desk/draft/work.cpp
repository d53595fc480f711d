#include "desk/draft/work.h"

#include <algorithm>
#include <cstdio>
#include <functional>

#include "base/check.h"
#include "base/path.h"
#include "desk/draft/work_step_json.h"
#include "desk/edit/report_editor.h"
#include "desk/store/json.h"

namespace hub::desk {

namespace {

constexpr std::size_t kMostGone = 50;

base::Message label_of(const Collision& collision, bool ours) {
  const base::Message field = name_of(collision);
  return ours ? base::Message{field.ja + ": 下書きのほうを映す", field.en + ": the draft's"}
              : base::Message{field.ja + ": いま映っているほうにする", field.en + ": what shows now"};
}

base::Error no_such_answer() {
  return {{"その答えは、今の下書きには当てはまりません。", "That answer does not fit the draft any more."},
          {"質問をもう一度見て、選びなおしてください。", "Look at the question again, and choose anew."}};
}

base::Error typed_over(const std::vector<std::string>& labels) {
  std::string all;
  for (const std::string& one : labels) all += one.empty() ? "" : "「" + one + "」";
  return {{"この答えのあとに手で直した文" + all + "があるので、答えだけを取り消せません。何も変えていません。",
           "Something was typed after this answer that rests on it. Nothing was changed."},
          {"先に、手で直したところを 1 つずつもどしてください。", "Undo what was typed first."}};
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
  step.first = step.last = ++revision_;
  steps_.push_back(std::move(step));
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
  WorkStep step;
  step.at = std::move(at);
  step.who = std::move(who);
  step.step.edits = std::move(edits);
  return make(std::move(step));
}

base::Status Work::type(WorkStep typed, bool goes_on) {
  if (goes_on && go_on(typed)) return base::Done{};
  auto done = make(std::move(typed));
  shorten();
  return done;
}

// The record of a draft stays of a size that can be read back.
void Work::shorten() {
  if (steps_.size() <= kMostSteps) return;
  const auto both_typed = [](const WorkStep& a, const WorkStep& b) {
    return a.question == kTyped && b.question == kTyped;
  };
  const auto first = std::ranges::adjacent_find(steps_, both_typed);
  if (first == steps_.end()) return;
  std::vector<const Step*> earlier;
  for (auto step = steps_.begin(); step != first; ++step) earlier.push_back(&step->step);
  const auto second = std::next(first);
  const auto before = made_all(start(), earlier);
  if (!before) return;
  const auto after = made_all(before.value(), {&first->step, &second->step});
  if (!after) return;
  second->first = first->first;
  second->step = joined(first->step, second->step, before.value(), after.value());
  known_since_ = std::max(known_since_, second->last);
  steps_.erase(first);
}

// Whether it became part of the step before.
bool Work::go_on(const WorkStep& typed) {
  if (steps_.empty() || !steps_.back().typed || !typed.typed || steps_.back().last != revision_) return false;
  WorkStep& last = steps_.back();
  const bool same_text = last.typed->at == typed.typed->at && last.typed->language == typed.typed->language;
  if (!same_text || typed.typed->language.empty() || last.who != typed.who) return false;
  auto files = made(files_, typed.step);
  if (!files) return false;
  files_ = std::move(files).value();
  last.last = ++revision_;
  last.at = typed.at;
  last.typed->japanese = typed.typed->japanese;
  for (const Edit& edit : typed.step.edits) {
    const auto same = std::ranges::find_if(
        last.step.edits, [&](const Edit& one) { return one.file == edit.file && one.pointer == edit.pointer; });
    if (same != last.step.edits.end() && &*same == &last.step.edits.back()) {
      same->after = edit.after;
    } else {
      last.step.edits.push_back(edit);
    }
  }
  return true;
}

const WorkStep* Work::decision_on(const Collision& collision) const {
  const auto about = [&](const WorkStep& step) {
    return step.about && step.about->file == collision.file && step.about->pointer == collision.pointer;
  };
  const auto last = std::find_if(steps_.rbegin(), steps_.rend(), about);
  return last == steps_.rend() ? nullptr : &*last;
}

base::Status Work::decide(const Collision& collision, bool ours, std::string at, std::string who) {
  if (auto taken = take_back_decision(collision.file, collision.pointer); !taken) return taken;
  WorkStep step{kTyped,         ours ? kOurs : kTheirs,    std::nullopt, {}, true, std::move(at),
                std::move(who), label_of(collision, ours), {},           {}};
  const auto value = [](const std::string& json) { return json.empty() ? std::nullopt : std::optional(json); };
  if (!ours) {
    step.step.edits = {{collision.file, collision.pointer, value(collision.ours), value(collision.theirs)}};
  }
  step.about = collision;
  return make(std::move(step));
}

base::Status Work::take_back_decision(const std::string& file, const std::string& pointer) {
  if (decision_on({file, pointer, "", ""}) == nullptr) return base::Done{};
  auto again = make_all_again_without(
      [&](const WorkStep& step) { return step.about && step.about->file == file && step.about->pointer == pointer; });
  if (!again) return again.error();
  return base::Done{};
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

// The questions whose answers do not fit any more. A decision that does not fit is asked again; what a person typed is
// not lost.
template <class Goes>
base::Result<std::vector<int>> Work::make_all_again_without(const Goes& goes) {
  Work without = *this;
  without.steps_.clear();
  without.files_ = start();
  std::set<int> again;
  std::vector<std::string> typed;
  for (WorkStep step : steps_) {
    if (goes(step)) continue;
    const int of = step.question;
    const bool decided = step.about.has_value();
    std::string label = step.label.ja;
    if (without.make_again(std::move(step)) || decided) continue;
    if (of == kTyped) {
      typed.push_back(std::move(label));
    } else {
      again.insert(of);
    }
  }
  if (!typed.empty()) return typed_over(typed);
  without.revision_ = without.known_since_ = revision_ + 1;
  without.gone_.clear();
  for (WorkStep& step : without.steps_) step.first = step.last = 0;
  *this = std::move(without);
  return std::vector<int>(again.begin(), again.end());
}

base::Result<std::vector<int>> Work::take_back(int question) {
  auto again = make_all_again_without([&](const WorkStep& step) { return step.question == question; });
  if (again) later_.erase(question);
  return again;
}

void Work::undo() {
  if (steps_.empty()) return;
  auto files = undone(files_, steps_.back().step);
  if (!files) return;
  files_ = std::move(files).value();
  gone_.push_back({std::move(steps_.back()), ++revision_});
  steps_.pop_back();
  if (gone_.size() <= kMostGone) return;
  known_since_ = std::max(known_since_, gone_.front().undone);
  gone_.erase(gone_.begin());
}

ContentFiles Work::start() const {
  ContentFiles files{{kReportFile, reading_.report}};
  for (const std::string& name : taken_up_) {
    if (const auto shown = based_on_.find(name); shown != based_on_.end()) files.insert(*shown);
  }
  return files;
}

void Work::take_up(const std::string& file, const std::optional<std::string>& shows) {
  if (file == kReportFile || !taken_up_.insert(file).second || !shows) return;
  based_on_[file] = *shows;
  files_[file] = *shows;
}

std::set<std::string> Work::rendered_since(const Address& text) const {
  struct Made {
    Address at;
    std::string language, japanese;
  };
  std::vector<Made> all;
  for (const WorkStep& step : steps_) {
    if (step.typed && !step.typed->language.empty() && step.typed->language != "ja") {
      all.push_back({step.typed->at, step.typed->language, step.typed->japanese});
    }
    for (Made& one : all) one.at.pointer = moved_by(step.step, one.at.file, one.at.pointer).value_or("");
  }
  const auto file = files_.find(text.file);
  std::set<std::string> languages;
  if (file == files_.end()) return languages;
  const std::string japanese = ReportEditor(text.file, file->second).text(text.pointer);
  for (const Made& one : all) {
    if (one.at == text && one.japanese == japanese) languages.insert(one.language);
  }
  return languages;
}

std::optional<PastDraft> Work::as_of(int revision) const {
  if (revision < known_since_ || revision > revision_) return std::nullopt;
  std::vector<std::pair<int, Step>> since;  // what was done, and at which revision
  for (const WorkStep& step : steps_) since.emplace_back(step.last, step.step);
  for (const Gone& gone : gone_) {
    since.emplace_back(gone.step.last, gone.step.step);
    since.emplace_back(gone.undone, inverted(gone.step.step));
  }
  std::erase_if(since, [&](const auto& one) { return one.first <= revision; });
  std::ranges::reverse(since);  // of what somebody wrote by hand the revision is that of the step before it
  std::ranges::stable_sort(since, std::greater(), &std::pair<int, Step>::first);
  PastDraft past{files_, {}};
  for (auto& [when, step] : since) {
    auto files = undone(std::move(past.files), step);
    if (!files) return std::nullopt;
    past.files = std::move(files).value();
    past.since.insert(past.since.begin(), std::move(step));
  }
  return past;
}

DraftFiles Work::to_files() const {
  Json json = {{"revision", revision_},
               {"id", id_},
               {"knownSince", known_since_},
               {"hub", hub_},
               {"source", {{"sha256", source_.sha256}, {"name", source_.name}}},
               {"later", later_},
               {"takenUp", taken_up_},
               {"basedOn", based_on_}};
  json["steps"] = json["gone"] = Json::array();
  for (const WorkStep& step : steps_) json["steps"].push_back(json_of(step));
  for (const Gone& one : gone_) {
    json["gone"].push_back(json_of(one.step));
    json["gone"].back()["undone"] = one.undone;
  }
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
  for (const std::string& name : list_of<std::string>(*json, "takenUp")) work.taken_up_.insert(name);
  std::vector<const Step*> all;
  if (const Json* steps = member(*json, "steps"); steps && steps->is_array()) {
    for (const Json& one : *steps) work.steps_.push_back(step_of(one));
  }
  for (const WorkStep& step : work.steps_) {
    if (step.question < kTyped || step.question >= count) return not_a_draft();
    all.push_back(&step.step);
  }
  auto made = made_all(work.start(), all);
  if (!made) return not_a_draft();
  work.files_ = std::move(made).value();
  if (const Json* gone = member(*json, "gone"); gone && gone->is_array()) {
    for (const Json& one : *gone) work.gone_.push_back({step_of(one), number_of<int>(one, "undone")});
  }
  for (const int question : list_of<int>(*json, "later")) {
    if (question >= 0 && question < count) work.later_.insert(question);
  }
  work.revision_ = number_of<int>(*json, "revision", 1);
  work.known_since_ = number_of<int>(*json, "knownSince", work.revision_);
  if (const std::string id = text_of(*json, "id"); !id.empty()) work.id_ = id;
  const int saved = work.revision_;
  const std::size_t steps = work.steps_.size();
  if (auto taken = work.take_in(files); !taken) return taken.error();
  work.revision_ = saved;
  for (std::size_t i = steps; i < work.steps_.size(); ++i) work.steps_[i].first = work.steps_[i].last = saved;
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
