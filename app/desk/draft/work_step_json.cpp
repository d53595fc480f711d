#include "desk/draft/work_step_json.h"

#include <vector>

namespace hub::desk {

namespace {

Json json_of(const std::optional<std::string>& value) { return value ? Json(*value) : Json(); }
std::optional<std::string> value_of(const Json& json, const char* key) {
  const Json* value = member(json, key);
  return value && value->is_string() ? std::optional(value->get<std::string>()) : std::nullopt;
}

Json json_of(const TypedNote& note) {
  return {
      {"file", note.at.file}, {"pointer", note.at.pointer}, {"language", note.language}, {"japanese", note.japanese}};
}

}  // namespace

Json json_of(const WorkStep& step) {
  Json json = {{"question", step.question}, {"choice", step.choice},  {"settles", step.settles}, {"at", step.at},
               {"who", step.who},           {"label", step.label.ja}, {"labelEn", step.label.en}};
  if (step.words) {
    json["marks"] = step.words->marks;
    json["texts"] = step.words->texts;
    json["from"] = {step.from.page, step.from.line};
  }
  json["revisions"] = {step.first, step.last};
  if (step.typed) json["typed"] = json_of(*step.typed);
  json["edits"] = Json::array();
  for (const Edit& edit : step.step.edits) {
    json["edits"].push_back({{"file", edit.file},
                             {"pointer", edit.pointer},
                             {"before", json_of(edit.before)},
                             {"after", json_of(edit.after)}});
  }
  json["moved"] = Json::array();
  for (const Moved& one : step.step.moved) json["moved"].push_back({one.file, one.from, one.to});
  if (step.about) {
    json["about"] = {{"file", step.about->file},
                     {"pointer", step.about->pointer},
                     {"ours", step.about->ours},
                     {"theirs", step.about->theirs}};
  }
  return json;
}

WorkStep step_of(const Json& json) {
  WorkStep step;
  step.question = number_of<int>(json, "question", kTyped);
  step.choice = text_of(json, "choice");
  step.settles = truth_of(json, "settles");
  step.at = text_of(json, "at");
  step.who = text_of(json, "who");
  step.label = {text_of(json, "label"), text_of(json, "labelEn")};
  if (const std::vector<int> revisions = list_of<int>(json, "revisions"); revisions.size() == 2) {
    step.first = revisions[0];
    step.last = revisions[1];
  }
  if (const Json* note = member(json, "typed")) {
    step.typed = TypedNote{
        {text_of(*note, "file"), text_of(*note, "pointer")}, text_of(*note, "language"), text_of(*note, "japanese")};
  }
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
  if (const Json* about = member(json, "about")) {
    step.about = Collision{text_of(*about, "file"), text_of(*about, "pointer"), text_of(*about, "ours"),
                           text_of(*about, "theirs")};
  }
  return step;
}

}  // namespace hub::desk
