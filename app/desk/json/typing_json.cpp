#include "desk/json/typing_json.h"

#include "desk/store/json.h"

namespace hub::desk {

namespace {

void add(Json& json, const base::Message& what, const base::Message& remedy) {
  json["what"] = what.ja;
  json["whatEn"] = what.en;
  json["remedy"] = remedy.ja;
  json["remedyEn"] = remedy.en;
}

Json json_of(const std::vector<report::Evidence>& evidence) {
  Json list = Json::array();
  for (const report::Evidence& one : evidence) {
    list.push_back({{"page", one.page},
                    {"box", {one.box.x, one.box.y, one.box.width, one.box.height}},
                    {"pageSize", {one.size.width, one.size.height}}});
  }
  return list;
}

Json json_of(const std::optional<SourceWords>& source) {
  if (!source) return nullptr;
  Json json = {{"same", nullptr}};
  if (source->same != SourceWords::Same::unknown) json["same"] = source->same == SourceWords::Same::yes;
  if (source->place.page > 0) json["page"] = source->place.page;
  if (source->place.line > 0) json["line"] = source->place.line;
  json["words"] = source->words;
  if (!source->marked_ours.empty()) json["ours"] = source->marked_ours;
  if (!source->marked_source.empty()) json["theirs"] = source->marked_source;
  json["boxes"] = json_of(source->evidence);
  return json;
}

Json json_of(const std::vector<WordReading>& readings) {
  Json list = Json::array();
  for (const WordReading& one : readings) {
    list.push_back({{"begin", one.begin},
                    {"end", one.end},
                    {"word", one.word},
                    {"reading", one.reading},
                    {"from", word_of(one.from)},
                    {"reviewed", one.reviewed()}});
  }
  return list;
}

Json json_of(const std::vector<base::Message>& messages) {
  Json list = Json::array();
  for (const base::Message& one : messages) list.push_back({{"ja", one.ja}, {"en", one.en}});
  return list;
}

Json json_of(const std::vector<FieldFinding>& findings) {
  Json list = Json::array();
  for (const FieldFinding& one : findings) {
    Json& json = list.emplace_back(Json::object());
    json["at"] = one.at.pointer.empty() ? one.at.file : word_of(one.at);
    json["language"] = one.language;
    json["refuses"] = one.refuses;
    add(json, one.what, one.remedy);
  }
  return list;
}

Json json_of(const Statement& one) {
  Json json = {{"at", word_of(one.address)}, {"kind", word_of(one.kind)}, {"name", one.name.ja},
               {"nameEn", one.name.en},      {"ofReport", one.of_report}, {"own", one.own}};
  if (one.section != Statement::Section::none) json["section"] = word_of(one.section);
  if (one.goal_number > 0) json[one.section == Statement::Section::none ? "service" : "goal"] = one.goal_number;
  if (one.list != Statement::List::none) json["list"] = word_of(one.list);
  if (!one.entry.pointer.empty()) json["entry"] = word_of(one.entry);
  if (one.entry_number > 0) json["entryNumber"] = one.entry_number;
  if (one.paragraph > 0) json["paragraph"] = one.paragraph;
  if (one.kind == Statement::Kind::entry) json["marks"] = one.marks;
  json["ja"] = one.japanese;
  json["plain"] = one.plain;
  if (!one.value.empty()) json["value"] = one.value;
  json["mostBytes"] = one.most_bytes;
  json["renderings"] = Json::array();
  for (const Rendering& rendering : one.renderings) {
    json["renderings"].push_back(
        {{"language", rendering.language}, {"words", rendering.words}, {"state", word_of(rendering.state)}});
  }
  if (one.of_report) json["source"] = json_of(one.source);
  json["readings"] = json_of(one.readings);
  return json;
}

}  // namespace

std::string texts_json(const Texts& texts) {
  Json json = {{"draft", word_of(texts.mark)},
               {"source", texts.source_name.empty() ? Json() : Json(texts.source_name)},
               {"languages", texts.languages},
               {"differing", texts.differing},
               {"statements", Json::array()}};
  for (const Statement& one : texts.statements) json["statements"].push_back(json_of(one));
  return page_of(json);
}

std::string outcome_json(const TypedOutcome& outcome) {
  if (const auto* typed = std::get_if<Typed>(&outcome)) {
    return page_of({{"draft", word_of(typed->mark)},
                    {"at", typed->at ? Json(word_of(*typed->at)) : Json()},
                    {"changed", typed->changed},
                    {"notices", json_of(typed->notices)}});
  }
  if (const auto* conflict = std::get_if<TypedConflict>(&outcome)) {
    Json json = {{"at", word_of(conflict->at)},     {"gone", conflict->gone},     {"ours", conflict->ours},
                 {"theirs", conflict->theirs},      {"before", conflict->before}, {"who", conflict->who},
                 {"draft", word_of(conflict->mark)}};
    add(json, conflict->message.what, conflict->message.remedy);
    return page_of({{"conflict", std::move(json)}});
  }
  const auto& error = std::get<base::Error>(outcome);
  Json json = Json::object();
  add(json, error.what, error.remedy);
  return page_of({{"error", std::move(json)}});
}

std::string checked_json(const TextChecker::Checked& checked) {
  return page_of({{"asSaved", checked.as_saved},
                  {"plain", checked.plain},
                  {"source", json_of(checked.source)},
                  {"readings", json_of(checked.readings)},
                  {"findings", json_of(checked.findings)}});
}

std::string findings_json(const std::vector<FieldFinding>& findings) { return page_of(json_of(findings)); }

}  // namespace hub::desk
