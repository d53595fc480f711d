#include "report/draft/write_draft.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>

#include "base/parse.h"

namespace hub::report {

namespace {

using nlohmann::ordered_json;

ordered_json said(const std::vector<content::Text>& texts) {
  ordered_json list = ordered_json::array();
  for (const content::Text& text : texts) list.push_back(text.japanese());
  return list;
}

ordered_json said(const std::vector<content::Item>& items) {
  ordered_json list = ordered_json::array();
  for (const content::Item& item : items) list.push_back({{"marks", item.marks}, {"text", said(item.text)}});
  return list;
}

std::string goal_of(const content::Text& text) { return text.empty() ? "" : text.japanese(); }

ordered_json where(Place place) {
  ordered_json at = ordered_json::object();
  if (place.page > 0) at["page"] = place.page;
  if (place.line > 0) at["line"] = place.line;
  return at;
}

double rounded(double confidence) { return static_cast<double>(std::lround(confidence * 100)) / 100.0; }

ordered_json choices(const std::vector<Alternative>& alternatives) {
  ordered_json list = ordered_json::array();
  for (const Alternative& alternative : alternatives) {
    ordered_json& one = list.emplace_back(ordered_json::object());
    if (alternative.field) one["field"] = *alternative.field;
    if (alternative.marks) one["marks"] = *alternative.marks;
    if (alternative.year) one["year"] = *alternative.year;
    if (!alternative.texts.empty()) one["texts"] = alternative.texts;
    one["confidence"] = rounded(alternative.confidence);
  }
  return list;
}

double tenths(double points) { return static_cast<double>(std::lround(points * 10)) / 10.0; }

// Beside `where`: the box on that page; what stands on further pages below "more".
void add_evidence(const std::vector<Evidence>& evidence, ordered_json& json) {
  for (const Evidence& one : evidence) {
    const bool first = &one == &evidence.front();
    ordered_json& at = first ? json : json["more"].emplace_back(ordered_json{{"page", one.page}});
    at["box"] = {tenths(one.box.x), tenths(one.box.y), tenths(one.box.width), tenths(one.box.height)};
    at["pageSize"] = {tenths(one.size.width), tenths(one.size.height)};
  }
}

ordered_json lines_json(const std::vector<ReportLine>& lines) {
  ordered_json list = ordered_json::array();
  for (const ReportLine& line : lines) {
    list.push_back(where(line.place));
    list.back()["words"] = line.words;
    add_evidence(line.evidence, list.back());
  }
  return list;
}

std::string written(const ordered_json& json) {
  return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

// Of the value, else of what it is in; 0: nobody knows.
int line_of(std::string pointer, const DraftLines& lines) {
  while (!pointer.empty()) {
    if (const auto found = lines.find(pointer); found != lines.end()) return found->second;
    pointer.resize(pointer.find_last_of('/') == std::string::npos ? 0 : pointer.find_last_of('/'));
  }
  return 0;
}

}  // namespace

std::string report_json(const content::Report& report, bool names_schema) {
  ordered_json json = ordered_json::object();
  if (names_schema) json["$schema"] = "../../schema/report.schema.json";
  json["title"] = goal_of(report.title);
  json["ward"] = goal_of(report.ward);
  json["reviewYear"] = report.review_year;
  json["goalYear"] = report.goal_year;
  if (report.period) {
    json["period"] = {{"from", base::iso_text(report.period->from)}, {"to", base::iso_text(report.period->to)}};
    if (report.period->term_year > 0) json["period"]["termYear"] = report.period->term_year;
    if (report.period->term_years > 0) json["period"]["termYears"] = report.period->term_years;
  }
  if (!report.implementers.empty()) json["implementers"] = said(report.implementers);
  if (!report.purpose.empty()) json["purpose"] = report.purpose.japanese();
  if (!report.principles.empty()) json["principles"] = said(report.principles);
  for (const content::Service& service : report.services) {
    json["services"].push_back({{"number", service.number},
                                {"description", service.description.japanese()},
                                {"program", service.program.japanese()}});
  }
  if (!report.evaluation_method.empty()) json["evaluationMethod"] = said(report.evaluation_method);
  json["review"] = ordered_json::array();
  for (const content::ReviewedGoal& goal : report.review) {
    json["review"].push_back({{"number", goal.number},
                              {"goal", goal_of(goal.goal)},
                              {"activities", said(goal.activities)},
                              {"outcomes", said(goal.outcomes)},
                              {"challenges", said(goal.challenges)}});
  }
  json["goals"] = ordered_json::array();
  for (const content::Goal& goal : report.goals) {
    json["goals"].push_back(
        {{"number", goal.number}, {"goal", goal_of(goal.goal)}, {"activities", said(goal.activities)}});
  }
  return written(json);
}

std::string questions_json(const Draft& draft) {
  ordered_json list = ordered_json::array();
  for (const Question& question : draft.questions) {
    ordered_json one = {{"field", question.field},
                        {"question", question.message.ja},
                        {"questionEn", question.message.en},
                        {"where", where(question.place)},
                        {"confidence", rounded(question.confidence)},
                        {"kind", name_of(question.kind)}};
    add_evidence(question.evidence, one);
    if (!question.text.empty()) one["text"] = question.text;
    if (!question.alternatives.empty()) one["alternatives"] = choices(question.alternatives);
    if (!question.lines.empty()) one["lines"] = lines_json(question.lines);
    list.push_back(std::move(one));
  }
  return written(list);
}

std::string origins_json(const Draft& draft) {
  ordered_json json = ordered_json::object();
  for (const auto& [pointer, origin] : draft.origins) {
    json[pointer] = where(origin.place);
    json[pointer]["confidence"] = rounded(origin.confidence);
    add_evidence(origin.evidence, json[pointer]);
    if (!origin.alternatives.empty()) json[pointer]["alternatives"] = choices(origin.alternatives);
  }
  return written(json);
}

std::string draft_json(const Draft& draft) {
  return written({{"report", ordered_json::parse(report_json(draft.report))},
                  {"doubts", ordered_json::parse(questions_json(draft))},
                  {"origins", ordered_json::parse(origins_json(draft))}});
}

std::string questions_text(const Draft& draft, base::StaffLanguage language, const DraftLines& lines) {
  std::string text;
  int number = 0;
  for (const Question& question : draft.questions) {
    std::string place = describe(question.place, draft.kind, language);
    const bool japanese = language == base::StaffLanguage::ja;
    if (const int line = line_of(question.field, lines); line > 0) {
      const std::string at = std::to_string(line);
      if (!place.empty()) place = (japanese ? "報告書の " : "the report's ") + place + (japanese ? "、" : "; ");
      place += japanese ? "下書きの " + at + " 行目" : "the draft's line " + at;
    }
    const base::Message around{"（" + place + "）", " (" + place + ")"};
    text += std::to_string(++number) + ". " + question.message.in(language);
    text += (place.empty() ? "" : around.in(language)) + "\n";
    // Words that are nowhere in the draft are said in full.
    if (question.kind == Question::Kind::unplaced) text += "   → " + question.text + "\n";
  }
  return text;
}

}  // namespace hub::report
