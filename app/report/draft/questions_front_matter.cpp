// What was not found before the goals, and what does not agree there.
#include "base/counters.h"
#include "content/model/year.h"
#include "report/draft/alternatives.h"
#include "report/draft/field_names.h"
#include "report/draft/question_list.h"
#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr std::size_t kPrinciples = 6, kServices = 7;
constexpr double kTakenByPlace = 0.7;   // confidence; what its words tell has more
constexpr std::size_t kFewMissing = 3;  // that are asked about one by one

base::Message year_name(int year) { return {content::fiscal_year_name(year), "fiscal " + std::to_string(year)}; }

void about_years(const FrontMatter& front_matter, QuestionList& questions) {
  const Place title = front_matter.title ? front_matter.title->place : Place{};
  const base::Message reviewed = year_name(front_matter.review_year), next = year_name(front_matter.goal_year);
  if (front_matter.review_year == 0) {
    return questions.ask(Question::Kind::missing, "/goalYear",
                         {"どの年度の報告書か書かれていません。年度を西暦で書き足してください。",
                          "It does not say which year the report is of. Add the fiscal year."},
                         {}, 0);
  }
  if (!front_matter.years_said) {
    questions.ask(Question::Kind::year, "/goalYear",
                  {"題名に年度がないので、" + reviewed.ja + "の評価と" + next.ja + "の目標としました。合っていますか。",
                   "The title names no year: taken as the review of " + reviewed.en + " and the goals of " + next.en +
                       ". Is that right?"},
                  title, 0.5);
    questions.offer(other_years(front_matter.goal_year));
  } else if (front_matter.goal_year != front_matter.review_year + 1) {
    questions.ask(
        Question::Kind::year, "/goalYear",
        {"評価は" + reviewed.ja + "、目標は" + next.ja + "です。1 年ちがいではありませんが、合っていますか。",
         "The review is of " + reviewed.en + ", the goals are of " + next.en + ": not one year apart. Is that right?"},
        title, 0.4);
  }
  if (front_matter.period && content::fiscal_year(front_matter.period->from) != front_matter.review_year) {
    questions.ask(Question::Kind::year, "/period",
                  {"事業実施期間と、題名の" + reviewed.ja + "が合いません。どちらが正しいか確かめてください。",
                   "The period (事業実施期間) and the title's " + reviewed.en + " do not agree. Check which is right."},
                  front_matter.period_words.place, 0.3);
  }
}

void about_title(const FrontMatter& front_matter, QuestionList& questions) {
  const std::string hub_name = excerpt(front_matter.hub_name);
  if (!front_matter.title) {
    return questions.ask(Question::Kind::missing, "/title",
                         {"題名（○○区地域子育て支援拠点事業）が見つかりません。報告書から書き写してください。",
                          "The title (○○区地域子育て支援拠点事業) was not found. Copy it from the report."},
                         {}, 0, utf8(front_matter.hub_name));
  }
  if (front_matter.title->confidence >= 1) return;
  const std::string title = utf8(front_matter.title->words);
  if (front_matter.hub_name.empty()) {
    return questions.ask(
        Question::Kind::wording, "/title",
        {"題名に区の名前がないので、--hub の拠点のものとして「" + title + "」としました。合っていますか。",
         "The title names no ward: taken as 「" + title + "」 of the hub of --hub. Is that right?"},
        {}, 0.6);
  }
  questions.ask(Question::Kind::wording, "/title",
                {"題名のところに、拠点の名前（「" + hub_name + "」）が書かれています。題名は「" + title +
                     "」としました。合っていますか。",
                 "The hub's name (「" + hub_name + "」) stands where the title should. The title was taken as 「" +
                     title + "」. Is that right?"},
                front_matter.title->place, 0.6, utf8(front_matter.hub_name));
  Alternative name;
  name.texts = {{"/title", utf8(front_matter.hub_name)}};
  name.confidence = 0.3;
  questions.offer({std::move(name)});
}

// One question for the whole of a page's menu.
void about_lines_above(const FrontMatter& front_matter, QuestionList& questions) {
  const std::vector<SourceText>& lines = front_matter.above_title;
  if (lines.empty()) return;
  std::string text;
  for (const SourceText& line : lines) text += utf8(line.words) + "\n";
  const std::string count = std::to_string(lines.size());
  const std::string counted = base::counted(static_cast<int>(lines.size()), "行");
  const base::Message words{
      "「" + excerpt(lines.front().words) + "」" + (lines.size() > 1 ? "など " + counted : ""),
      "「" + excerpt(lines.front().words) + "」" + (lines.size() > 1 ? " and others (" + count + " lines)" : "")};
  questions.ask(
      Question::Kind::unplaced, "",
      words + base::Message{"が、はじめの見出しより上にあります。ホームページの見出しやメニューとして、入れていません。"
                            "報告書の文なら、正しい場所に書き写してください。",
                            " above the first heading: left out as the page's own headings and menus. What is of the "
                            "report, copy to where it belongs."},
      lines.front().place, 0.2, text);
}

// Some reports hold only goals: that is one question, not six.
void about_missing_parts(const FrontMatter& front_matter, QuestionList& questions) {
  std::vector<const char*> missing;
  if (!front_matter.period) missing.push_back("/period");
  if (front_matter.implementers.empty()) missing.push_back("/implementers");
  if (front_matter.purpose.empty()) missing.push_back("/purpose");
  if (front_matter.principles.empty()) missing.push_back("/principles");
  if (front_matter.services.empty()) missing.push_back("/services");
  if (front_matter.evaluation.empty()) missing.push_back("/evaluationMethod");
  const auto name_of = [](const std::string& pointer) -> base::Message {
    if (pointer == "/principles") return {"基本理念", "the principles (基本理念)"};
    if (pointer == "/services") return {"事業の内容", "the services (事業の内容)"};
    return field_name(pointer);
  };
  const base::Message not_found{"が見つかりません。この報告書には書かれていないのですか。",
                                ": not found. Does this report not have it?"};
  base::Message names;
  for (const char* pointer : missing) {
    if (missing.size() <= kFewMissing)
      questions.ask(Question::Kind::missing, pointer, name_of(pointer) + not_found, {}, 0.4);
    names = names + (names.ja.empty() ? base::Message{} : base::Message{"、", ", "}) + name_of(pointer);
  }
  if (missing.size() > kFewMissing) questions.ask(Question::Kind::missing, "", names + not_found, {}, 0.4);
}

void about_counts(const FrontMatter& front_matter, QuestionList& questions) {
  if (front_matter.period && (front_matter.period->term_year == 0 || front_matter.period->term_years == 0)) {
    questions.ask(Question::Kind::count, "/period",
                  {"事業実施期間に「○年度目／○か年度」が読み取れません。報告書で確かめてください。",
                   "The period does not say which year of how many (○年度目／○か年度). Check the report."},
                  front_matter.period_words.place, 0.5);
  }
  if (!front_matter.principles.empty() && front_matter.principles.size() != kPrinciples) {
    const std::string count = std::to_string(front_matter.principles.size());
    const std::string counted = base::counted(static_cast<int>(front_matter.principles.size()), "個");
    questions.ask(Question::Kind::count, "/principles",
                  {"基本理念がふつうは 6 つのところ " + counted + "です。抜けや分かれがありませんか。",
                   "There are " + count + " principles (基本理念), usually 6. Is one missing, or parted in two?"},
                  front_matter.principles.front().place, 0.5);
  }
  if (!front_matter.services.empty() && front_matter.services.size() != kServices) {
    const std::string count = std::to_string(front_matter.services.size());
    const std::string counted = base::counted(static_cast<int>(front_matter.services.size()), "個");
    const bool too_few = front_matter.services.size() < kServices;
    questions.ask(
        Question::Kind::missing, "/services",
        too_few
            ? base::Message{"7 つの事業のうち " + counted +
                                "しか見つかりません。見つからない事業を報告書から書き写してください。",
                            "Only " + count + " of the 7 services were found. Copy the others from the report."}
            : base::Message{"7 つの事業が " + counted + "に分かれています。報告書と見比べて、1 つにまとめてください。",
                            "There are " + count + " services, not 7. Compare them with the report, and join them."},
        front_matter.services.front().description.place, 0.2);
  }
}

// Entries that are worded like none and were taken for where they stand.
void about_entries(const std::vector<SourceText>& entries, const std::string& field, const base::Message& name,
                   QuestionList& questions) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const SourceText& words = entries[i];
    if (words.confidence > kTakenByPlace) continue;
    questions.ask(
        Question::Kind::placement, field + "/" + std::to_string(i),
        {"「" + excerpt(words.words) + "」は、前後の並びから" + name.ja + "としました。合っていますか。",
         "「" + excerpt(words.words) + "」 was taken as " + name.en + " because of where it stands. Is that right?"},
        words.place, 0.5);
  }
}

}  // namespace

void ask_about_front_matter(const FrontMatter& front_matter, QuestionList& questions) {
  about_title(front_matter, questions);
  if (front_matter.ward.empty()) {
    questions.ask(Question::Kind::missing, "/ward",
                  {"区の名前が見つかりません。書き足してください。", "The ward's name was not found. Add it."}, {}, 0);
  }
  about_years(front_matter, questions);
  about_missing_parts(front_matter, questions);
  about_counts(front_matter, questions);
  about_entries(front_matter.principles, "/principles", {"基本理念", "a principle (基本理念)"}, questions);
  about_entries(front_matter.evaluation, "/evaluationMethod", {"評価方法", "of the evaluation method"}, questions);
  about_lines_above(front_matter, questions);
  for (std::size_t i = 0; i < front_matter.implementers.size(); ++i) {
    const SourceText& words = front_matter.implementers[i];
    if (words.confidence > 0.7) continue;
    questions.ask(Question::Kind::placement, "/implementers/" + std::to_string(i),
                  {"「" + excerpt(words.words) + "」は事業の実施者でよいですか。",
                   "Is 「" + excerpt(words.words) + "」 an implementer (事業の実施者)?"},
                  words.place, 0.5);
  }
}

}  // namespace hub::report
