#include "desk/json/desk_json.h"

#include <algorithm>

#include "desk/store/json.h"

namespace hub::desk {

namespace {

constexpr const char* kStates[] = {"open", "later", "answered", "gone"};  // in the order of Work::State

Json json_of(const PublishedVersion& version) {
  Json json = {{"version", version.number}, {"at", version.at},
               {"who", version.who},        {"source", version.source},
               {"what", version.what},      {"backTo", version.back_to},
               {"kept", version.kept},      {"differing", version.differing}};
  if (const PublishedPack& pack = version.pack; pack.serial > 0) {
    json["pack"] = {{"serial", pack.serial}, {"key", pack.key}, {"made", pack.made}, {"from", pack.from}};
  }
  return json;
}

Json json_of(const std::vector<StatementChange>& changes) {
  Json list = Json::array();
  for (const StatementChange& one : changes) {
    list.push_back({{"field", one.pointer}, {"what", one.what.ja}, {"before", one.before}, {"after", one.after}});
    if (!one.file.empty()) list.back()["file"] = one.file;
  }
  return list;
}

Json json_of(report::Place place) {
  Json json = Json::object();
  if (place.page > 0) json["page"] = place.page;
  if (place.line > 0) json["line"] = place.line;
  return json;
}

}  // namespace

std::string status_json(const Desk& desk, const std::optional<Work>& work) {
  Json json = {{"hub", desk.hub()}, {"draft", Json()}, {"inbox", Json::array()}, {"shows", Json()}};
  if (work) {
    Json draft = {{"revision", work->revision()},
                  {"source", {{"name", work->source().name}, {"sha256", work->source().sha256}}}};
    for (const char* state : kStates) draft[state] = 0;
    for (int i = 0; i < static_cast<int>(work->reading().questions.size()); ++i) {
      Json& count = draft[kStates[static_cast<std::size_t>(work->state_of(i))]];
      count = count.get<int>() + 1;
    }
    json["draft"] = std::move(draft);
  }
  for (const InboxItem& item : desk.inbox().list()) {
    json["inbox"].push_back(
        {{"id", item.id}, {"name", item.name}, {"from", word_of(item.from)}, {"at", item.at}, {"bytes", item.bytes}});
  }
  const std::vector<PublishedVersion> versions = desk.history();
  if (!versions.empty()) json["shows"] = json_of(versions.front());
  return page_of(json);
}

std::string questions_json(const Work& work) {
  Json list = Json::array();
  for (const OpenQuestion& one : Desk::questions_of(work)) {
    Json json = {{"number", one.number + 1},
                 {"kind", report::name_of(one.question.kind)},
                 {"state", kStates[static_cast<std::size_t>(one.state)]},
                 {"field", one.field ? Json(*one.field) : Json()},
                 {"question", one.question.message.ja},
                 {"where", json_of(one.question.place)},
                 {"text", one.question.text},
                 {"says", one.text_now}};
    json["lines"] = Json::array();
    for (const report::ReportLine& line : one.question.lines) {
      json["lines"].push_back(json_of(line.place));
      json["lines"].back()["words"] = line.words;
    }
    json["choices"] = Json::array();
    for (const Choice& choice : one.choices) {
      json["choices"].push_back({{"id", choice.id},
                                 {"label", choice.label.ja},
                                 {"group", choice.group},
                                 {"consequence", choice.consequence.ja},
                                 {"changes", json_of(changes_by(work, choice))}});
    }
    json["places"] = Json::array();
    for (const PlaceForWords& place : one.places) {
      json["places"].push_back({{"id", place.id}, {"name", place.name.ja}, {"list", place.list}});
    }
    if (one.answer) json["answer"] = one.answer->ja;
    list.push_back(std::move(json));
  }
  return page_of(list);
}

std::string changes_json(const std::vector<StatementChange>& changes) { return page_of(json_of(changes)); }

std::string history_json(const std::vector<PublishedVersion>& versions) {
  Json list = Json::array();
  for (const PublishedVersion& one : versions) list.push_back(json_of(one));
  return page_of(list);
}

}  // namespace hub::desk
