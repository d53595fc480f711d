#include "desk/store/reading.h"

#include <algorithm>

#include "desk/store/json.h"
#include "report/sandbox/reader_words.h"

namespace hub::desk {

namespace {

using report::Alternative;
using report::Place;
using report::Question;

constexpr auto kLastKind = static_cast<int>(Question::Kind::left_out);

Json json_of(Place place) { return Json::array({place.page, place.line}); }

Place place_of(const Json* json) {
  if (!json || !json->is_array() || json->size() != 2) return {};
  const Json &page = (*json)[0], &line = (*json)[1];
  if (!page.is_number_integer() || !line.is_number_integer()) return {};
  return {page.get<int>(), line.get<int>()};
}

// [page, x, y, width, height, the page's width, its height], in points.
Json json_of(const std::vector<report::Evidence>& evidence) {
  Json list = Json::array();
  for (const report::Evidence& one : evidence) {
    list.push_back({one.page, one.box.x, one.box.y, one.box.width, one.box.height, one.size.width, one.size.height});
  }
  return list;
}

std::vector<report::Evidence> evidence_of(const Json& json, const char* key) {
  constexpr std::size_t kNumbers = 7;
  std::vector<report::Evidence> evidence;
  const Json* list = member(json, key);
  if (!list || !list->is_array()) return evidence;
  for (const Json& one : *list) {
    const auto is_number = [](const Json& value) { return value.is_number(); };
    if (!one.is_array() || one.size() != kNumbers || !std::ranges::all_of(one, is_number)) continue;
    const auto at = [&](std::size_t i) { return one[i].get<double>(); };
    evidence.push_back({one[0].get<int>(), {at(1), at(2), at(3), at(4)}, {at(5), at(6)}});
  }
  return evidence;
}

std::optional<Question::Kind> question_kind(std::string_view name) {
  for (int i = 0; i <= kLastKind; ++i) {
    const auto kind = static_cast<Question::Kind>(i);
    if (name == report::name_of(kind)) return kind;
  }
  return std::nullopt;
}

Json json_of(const Alternative& alternative) {
  Json json = {{"confidence", alternative.confidence}};
  if (alternative.field) json["field"] = *alternative.field;
  if (alternative.marks) json["marks"] = *alternative.marks;
  if (alternative.year) json["year"] = *alternative.year;
  if (!alternative.texts.empty()) json["texts"] = alternative.texts;
  return json;
}

Alternative alternative_of(const Json& json) {
  Alternative alternative;
  alternative.confidence = number_of<double>(json, "confidence");
  if (member(json, "field")) alternative.field = text_of(json, "field");
  if (member(json, "year")) alternative.year = number_of<int>(json, "year");
  if (const Json* texts = member(json, "texts"); texts && texts->is_object()) {
    for (const auto& [pointer, text] : texts->items()) alternative.texts[pointer] = text_of(*texts, pointer.c_str());
  }
  if (const Json* marks = member(json, "marks"); marks && marks->is_array()) {
    alternative.marks.emplace();
    for (const Json& mark : *marks) {
      if (mark.is_number_integer()) alternative.marks->push_back(mark.get<int>());
    }
  }
  return alternative;
}

Json json_of(const Question& question) {
  Json json = {{"kind", report::name_of(question.kind)},
               {"field", question.field},
               {"ja", question.message.ja},
               {"en", question.message.en},
               {"place", json_of(question.place)},
               {"confidence", question.confidence},
               {"text", question.text}};
  for (const Alternative& one : question.alternatives) json["alternatives"].push_back(json_of(one));
  for (const report::ReportLine& line : question.lines) {
    json["lines"].push_back(
        {{"place", json_of(line.place)}, {"words", line.words}, {"evidence", json_of(line.evidence)}});
  }
  json["evidence"] = json_of(question.evidence);
  return json;
}

std::optional<Question> question_of(const Json& json) {
  const auto kind = question_kind(text_of(json, "kind"));
  if (!kind) return std::nullopt;
  Question question;
  question.kind = *kind;
  question.field = text_of(json, "field");
  question.message = {text_of(json, "ja"), text_of(json, "en")};
  question.place = place_of(member(json, "place"));
  question.confidence = number_of<double>(json, "confidence");
  question.text = text_of(json, "text");
  if (const Json* list = member(json, "alternatives"); list && list->is_array()) {
    for (const Json& one : *list) question.alternatives.push_back(alternative_of(one));
  }
  if (const Json* list = member(json, "lines"); list && list->is_array()) {
    for (const Json& one : *list) {
      question.lines.push_back({place_of(member(one, "place")), text_of(one, "words"), evidence_of(one, "evidence")});
    }
  }
  question.evidence = evidence_of(json, "evidence");
  return question;
}

}  // namespace

Reading reading_of(const report::Draft& draft, std::string report_json) {
  Reading reading{draft.kind, std::move(report_json), draft.questions, {}, {}};
  for (const auto& [pointer, origin] : draft.origins) reading.origins[pointer] = origin.place;
  return reading;
}

std::string to_json(const Reading& reading) {
  Json json = {{"kind", report::word_of(reading.kind)}, {"report", reading.report}};
  json["questions"] = Json::array();
  for (const Question& question : reading.questions) json["questions"].push_back(json_of(question));
  json["origins"] = Json::object();
  for (const auto& [pointer, place] : reading.origins) json["origins"][pointer] = json_of(place);
  if (!reading.read_as.empty()) json["readAs"] = reading.read_as;
  return page_of(json);
}

std::optional<Reading> reading_from(std::string_view text) {
  const auto json = parsed(text);
  if (!json || !json->is_object()) return std::nullopt;
  const auto kind = report::kind_of(text_of(*json, "kind"));
  const Json *questions = member(*json, "questions"), *origins = member(*json, "origins");
  if (!kind || !questions || !questions->is_array() || !origins || !origins->is_object()) return std::nullopt;
  Reading reading{*kind, text_of(*json, "report"), {}, {}, {}};
  if (!parsed(reading.report)) return std::nullopt;
  for (const Json& one : *questions) {
    auto question = question_of(one);
    if (!question) return std::nullopt;
    reading.questions.push_back(*std::move(question));
  }
  for (const auto& [pointer, place] : origins->items()) reading.origins[pointer] = place_of(&place);
  if (const Json* read_as = member(*json, "readAs"); read_as && read_as->is_object()) {
    for (const auto& [pointer, words] : read_as->items()) reading.read_as[pointer] = text_of(*read_as, pointer.c_str());
  }
  return reading;
}

}  // namespace hub::desk
