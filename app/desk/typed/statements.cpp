#include "desk/typed/statements.h"

#include <algorithm>

#include "content/json/limits.h"
#include "desk/typed/common_words.h"
#include "desk/typed/text_value.h"
#include "desk/typed/word_readings.h"

namespace hub::desk {

namespace {

using Kind = Statement::Kind;
using List = Statement::List;
using Section = Statement::Section;

constexpr std::pair<List, const char*> kLists[] = {
    {List::activities, "activities"}, {List::outcomes, "outcomes"}, {List::challenges, "challenges"}};

std::string step(std::size_t index) { return "/" + std::to_string(index); }

std::size_t size_of(const Json& json, const std::string& pointer) {
  const Json* list = value_at(json, pointer);
  return list && list->is_array() ? list->size() : 0;
}

class Collecting {
 public:
  Collecting(const EditedFiles& content, const content::Languages& menu)
      : content_(content), common_(content.services), menu_(menu) {}

  void report(const std::string& file) {
    if (!open(file, FileKind::report)) return;
    add("/title");
    add_list("/implementers");
    add("/purpose");
    add_list("/principles");
    for (std::size_t i = 0; i < size_of(json_, "/services"); ++i) {
      const int number = number_of<int>(json_["services"][i], "number");
      add("/services" + step(i) + "/description").goal_number = number;
      add("/services" + step(i) + "/program").goal_number = number;
    }
    add_list("/evaluationMethod");
    goals("/review", Section::review);
    goals("/goals", Section::goals);
  }

  void hub(const std::string& file) {
    if (!open(file, FileKind::hub)) return;
    for (const char* pointer : {"/ward", "/name", "/tagline", "/hours", "/opening", "/contact", "/url"}) add(pointer);
    for (int number = 1; number <= 7; ++number) {
      const std::string service = "/services/" + std::to_string(number);
      for (const char* part : {"/name", "/need", "/explanation"}) add(service + part).goal_number = number;
      const std::string list = service + "/situations";
      const bool own = value_at(std::as_const(json_), list) != nullptr;
      const Json* common = own ? nullptr : common_.at(list);
      const std::size_t count = own ? size_of(json_, list) : common && common->is_array() ? common->size() : 0;
      for (std::size_t i = 0; i < count; ++i) {
        Statement& one = add(list + step(i));
        one.goal_number = number;
        one.entry_number = static_cast<int>(i) + 1;
      }
      add(service + "/url").goal_number = number;
    }
  }

  std::vector<Statement> take() { return std::move(all_); }

 private:
  bool open(const std::string& file, FileKind kind) {
    const auto there = content_.files.find(file);
    auto json = there == content_.files.end() ? std::nullopt : parsed(there->second);
    if (!json || !json->is_object()) return false;
    file_ = file;
    kind_ = kind;
    json_ = *std::move(json);
    return true;
  }

  void add_list(const std::string& list) {
    for (std::size_t i = 0; i < size_of(json_, list); ++i) add(list + step(i)).entry_number = static_cast<int>(i) + 1;
  }

  void goals(const std::string& section, Section in) {
    for (std::size_t i = 0; i < size_of(json_, section); ++i) {
      const std::string goal = section + step(i);
      const int number = static_cast<int>(i) + 1;
      Statement& text = add(goal + "/goal");
      text.section = in;
      text.goal_number = number;
      text.most_bytes = content::kMaxGoalBytes;
      for (const auto& [list, name] : kLists) {
        if (in == Section::goals && list != List::activities) continue;
        items(goal + "/" + name, in, number, list);
      }
    }
  }

  void items(const std::string& list, Section in, int goal, List kind) {
    for (std::size_t i = 0; i < size_of(json_, list); ++i) {
      const std::string entry = list + step(i);
      for (std::size_t k = 0; k < size_of(json_, entry + "/text"); ++k) {
        Statement& one = add(entry + "/text" + step(k));
        one.section = in;
        one.goal_number = goal;
        one.list = kind;
        one.entry_number = static_cast<int>(i) + 1;
        one.paragraph = static_cast<int>(k) + 1;
        one.marks = marks_of(entry + "/marks");
      }
    }
  }

  std::vector<int> marks_of(const std::string& pointer) const {
    std::vector<int> marks;
    const Json* list = value_at(json_, pointer);
    if (!list || !list->is_array()) return marks;
    for (const Json& mark : *list) {
      if (mark.is_number_integer()) marks.push_back(mark.get<int>());
    }
    return marks;
  }

  Statement& add(const std::string& pointer) {
    Statement& one = all_.emplace_back();
    const Field field = *field_at(kind_, pointer);
    one.kind = field.kind;
    one.address = {file_, pointer};
    one.name = name_of_field(kind_, pointer);
    one.of_report = kind_ == FileKind::report;
    one.most_bytes = field.form == Field::Form::word ? 200 : content::kMaxStringBytes;
    if (const std::string entry = entry_of_field(pointer); !entry.empty()) one.entry = {file_, entry};
    const Json* there = value_at(std::as_const(json_), pointer);
    const Json* common = there || kind_ == FileKind::report ? nullptr : common_.at(pointer);
    one.own = there || !common;
    if (there || common) say(one, field, there ? *there : *common);
    return one;
  }

  void say(Statement& one, const Field& field, const Json& value) const {
    if (field.form == Field::Form::value) {
      one.value = line_of(value);
      return;
    }
    one.japanese = words_in(value, "ja");
    one.plain = plain_words(one.japanese);
    if (field.form == Field::Form::word) {
      one.value = one.japanese;
      return;
    }
    const bool translated = !renderings_in(value).empty(), older = is_older(value);
    const std::set<std::string> anew =
        older && content_.made_anew ? content_.made_anew(one.address) : std::set<std::string>();
    for (const std::string& language : content_.rules.languages) {
      if (language == "ja") continue;
      Rendering& rendering = one.renderings.emplace_back();
      rendering.language = language;
      rendering.words = words_in(value, language);
      const bool wanted = std::ranges::find(menu_, language) != menu_.end();
      if (rendering.words.empty()) {
        rendering.state = translated && wanted ? Rendering::State::missing : Rendering::State::none;
      } else {
        rendering.state = older && !anew.contains(language) ? Rendering::State::older : Rendering::State::made;
      }
    }
  }

  const EditedFiles& content_;
  const CommonWords common_;
  const content::Languages& menu_;
  std::string file_;
  FileKind kind_ = FileKind::report;
  Json json_;
  std::vector<Statement> all_;
};

}  // namespace

std::vector<Statement> statements_of(const EditedFiles& content, const std::string& report,
                                     const content::Languages& menu) {
  Collecting collecting(content, menu);
  collecting.report(report);
  collecting.hub(content.rules.hub + "/hub.json");
  return collecting.take();
}

}  // namespace hub::desk
