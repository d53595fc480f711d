#include "report/draft/draft.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/draft/alternatives.h"
#include "report/draft/evidence.h"
#include "report/draft/no_report.h"
#include "report/draft/questions.h"
#include "report/draft/questions_left_out.h"
#include "report/parse/stray_spaces.h"
#include "report/words/characters.h"

namespace hub::report {

namespace {

using content::Text;

// 「外出を支える」, set as a name.
std::u32string without_quotes(const std::u32string& words) {
  if (words.size() < 3 || words.front() != U'「' || words.find(U'」') != words.size() - 1) return words;
  return words.substr(1, words.size() - 2);
}

class Drafter {
 public:
  Drafter(const FrontMatter& front_matter, const FoundGoals& goals, const Document& document, bool scripts_apart)
      : front_matter_(front_matter), goals_(goals), document_(document), scripts_apart_(scripts_apart) {
    draft_.kind = document.kind;
  }

  Draft build() {
    add_front_matter();
    for (const FoundGoal& found : goals_.review) {
      content::ReviewedGoal goal;
      const std::string at = "/review/" + std::to_string(draft_.report.review.size());
      goal.number = static_cast<int>(draft_.report.review.size()) + 1;
      goal.goal = goal_text(found, at + "/goal");
      goal.activities = items(found, Role::activities, at + "/activities");
      goal.outcomes = items(found, Role::outcomes, at + "/outcomes");
      goal.challenges = items(found, Role::challenges, at + "/challenges");
      draft_.report.review.push_back(std::move(goal));
    }
    for (const FoundGoal& found : goals_.next) {
      content::Goal goal;
      const std::string at = "/goals/" + std::to_string(draft_.report.goals.size());
      goal.number = static_cast<int>(draft_.report.goals.size()) + 1;
      goal.goal = goal_text(found, at + "/goal");
      goal.activities = items(found, Role::activities, at + "/activities");
      draft_.report.goals.push_back(std::move(goal));
    }
    const std::optional<LostMarks> lost_marks = with_circled_marks(document_.lines).lost;
    draft_.questions = find_questions(front_matter_, goals_, sources_, lost_marks, document_);
    return std::move(draft_);
  }

 private:
  void note_origin(const SourceText& words, const std::string& pointer) {
    draft_.origins[pointer] = {words.place, words.confidence, other_places(goals_, words.group, words.confidence),
                               evidence_of(document_, words.place, words.words)};
  }
  // Names keep their spaces, sentences lose those inside words.
  Text name(const SourceText& words, const std::string& pointer) {
    note_origin(words, pointer);
    sources_.push_back({pointer, words, {}});
    return Text(utf8(words.words));
  }
  Text sentence(const SourceText& words, const std::string& pointer) {
    note_origin(words, pointer);
    FieldSource source{pointer, words, {}};
    std::u32string kept = without_stray_spaces(words.words, &source.taken_spaces);
    if (scripts_apart_) {
      const std::size_t before = kept.size();
      kept = without_script_spaces(kept);
      source.scripts_joined = kept.size() < before;
    }
    sources_.push_back(std::move(source));
    return Text(utf8(kept));
  }
  std::vector<Text> sentences(const std::vector<SourceText>& list, const std::string& pointer) {
    std::vector<Text> texts;
    texts.reserve(list.size());
    for (const SourceText& words : list) texts.push_back(sentence(words, pointer + "/" + std::to_string(texts.size())));
    return texts;
  }

  void add_front_matter() {
    content::Report& report = draft_.report;
    if (front_matter_.title) report.title = sentence(*front_matter_.title, "/title");
    if (!front_matter_.ward.empty()) report.ward = Text(utf8(front_matter_.ward));
    const Place title = front_matter_.title ? front_matter_.title->place : Place{};
    draft_.origins["/ward"] = {title, 1};
    draft_.origins["/reviewYear"] = draft_.origins["/goalYear"] = {title, front_matter_.years_said ? 1 : 0.6};
    report.review_year = front_matter_.review_year;
    report.goal_year = front_matter_.goal_year;
    if (front_matter_.period) {
      report.period = content::Period{front_matter_.period->from, front_matter_.period->to,
                                      front_matter_.period->term_year, front_matter_.period->term_years};
      draft_.origins["/period"] = {front_matter_.period_words.place, 1};
      sources_.push_back({"/period", front_matter_.period_words, {}});
    }
    for (const SourceText& words : front_matter_.implementers) {
      report.implementers.push_back(name(words, "/implementers/" + std::to_string(report.implementers.size())));
    }
    if (!front_matter_.purpose.empty()) report.purpose = sentence(front_matter_.purpose.front(), "/purpose");
    report.principles = sentences(front_matter_.principles, "/principles");
    for (const FoundService& service : front_matter_.services) {
      const std::string at = "/services/" + std::to_string(report.services.size());
      report.services.push_back({service.number, sentence(service.description, at + "/description"),
                                 sentence(service.program, at + "/program")});
    }
    report.evaluation_method = sentences(front_matter_.evaluation, "/evaluationMethod");
  }

  Text goal_text(const FoundGoal& found, const std::string& pointer) {
    if (found.goal.empty()) return Text();
    SourceText words = found.goal.front();
    for (std::size_t i = 1; i < found.goal.size(); ++i) words.words += found.goal[i].words;
    words.words = without_quotes(words.words);
    return sentence(words, pointer);
  }

  std::vector<content::Item> items(const FoundGoal& found, Role role, const std::string& pointer) {
    std::vector<content::Item> list;
    for (const FoundItem& item : found.lists[role]) {
      const std::string at = pointer + "/" + std::to_string(list.size());
      list.push_back({item.marks, sentences(item.text, at + "/text")});
      draft_.origins[at + "/marks"] = {item.text.front().place, item.dropped_marks.empty() ? 1 : 0.3};
    }
    return list;
  }

  const FrontMatter& front_matter_;
  const FoundGoals& goals_;
  const Document& document_;
  bool scripts_apart_;
  Draft draft_;
  std::vector<FieldSource> sources_;
};

std::optional<Refusal> excess_of(const Document& document) {
  std::size_t characters = 0;
  for (const Line& line : document.lines) characters += line.words.size();
  if (document.lines.size() > kMostLines) return Refusal::lines;
  return characters > kMostCharacters ? std::optional(Refusal::characters) : std::nullopt;
}

// 重点目標 for the goals, and a word that only a hub's report has: other offices have 重点目標 too.
bool looks_like_a_report(const std::vector<Paragraph>& paragraphs) {
  bool goals = false, hub = false;
  for (const Paragraph& paragraph : paragraphs) {
    const bool label = paragraph.kind == Paragraph::Kind::label;
    goals = goals || (label && (paragraph.label.field == Field::goal || paragraph.label.field == Field::review_header));
    for (const std::u32string_view word : {U"子育て", U"親子", U"養育者", U"拠点", U"子ども"}) {
      hub = hub || contains(paragraph.words, word);
    }
  }
  return goals && hub;
}

}  // namespace

base::Result<Draft> make_draft(const Document& document, const std::string& ward) {
  if (const auto excess = excess_of(document)) return error_of(*excess);
  std::vector<Paragraph> paragraphs = find_paragraphs(document);
  const auto is_too_long = [](const Paragraph& paragraph) { return paragraph.words.size() > kLongestParagraph; };
  if (std::ranges::any_of(paragraphs, is_too_long)) return error_of(Refusal::paragraph);
  if (!looks_like_a_report(paragraphs) || lists_reports(paragraphs)) return why_no_report(document, paragraphs);
  if (auto several = several_reports(paragraphs)) return *std::move(several);
  const std::vector<Paragraph> all = paragraphs;
  const bool scripts_apart = document.kind == Document::Kind::text && sets_scripts_apart(paragraphs);
  FrontMatter front_matter = find_front_matter(paragraphs);
  if (front_matter.ward.empty()) take_ward(base::decode_utf8(ward), front_matter);
  const ParagraphGroups groups = find_paragraph_groups(paragraphs, front_matter.review_year, front_matter.goal_year);
  if (groups.groups.size() > kMostGroups) return error_of(Refusal::groups);
  const FoundGoals goals = collect_goals(groups, assign(groups));
  const auto has_text = [](const FoundGoal& goal) { return !goal.goal.empty(); };
  if (std::ranges::none_of(goals.review, has_text) && std::ranges::none_of(goals.next, has_text)) {
    return why_no_report(document, all);
  }
  Draft draft = Drafter(front_matter, goals, document, scripts_apart).build();
  ask_about_left_out(document, draft);
  add_lines(document, draft.questions);
  add_evidence(document, draft);
  return draft;
}

std::string describe(Place place, Document::Kind kind, base::StaffLanguage language) {
  if (place.line == 0) return "";
  const bool word = kind == Document::Kind::word, excel = kind == Document::Kind::excel;
  const std::string page = std::to_string(place.page), line = std::to_string(place.line);
  if (language == base::StaffLanguage::en) {
    const std::string sheet = place.page == 0 ? "" : (excel ? "sheet " : "page ") + page + ", ";
    return sheet + (word ? "paragraph " : excel ? "row " : "line ") + line;
  }
  const std::string sheet = place.page == 0 ? "" : excel ? "シート " + page + " の " : page + " ページ ";
  return sheet + line + (word ? " 番目の段落" : " 行目");
}

}  // namespace hub::report
