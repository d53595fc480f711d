#include "report/draft/no_report.h"

#include <algorithm>
#include <set>
#include <string>

#include "content/model/year.h"
#include "report/words/characters.h"
#include "report/words/kinds.h"
#include "report/words/titles.h"

namespace hub::report {

namespace {

constexpr std::size_t kShortPage = 1500;  // characters: more than a page says that only tells why it is empty
constexpr std::size_t kLongestLink = 80;  // characters
constexpr int kFewestLinks = 2;
constexpr int kMostSentencesAmongLinks = 4;
constexpr std::size_t kFewestParts = 2;  // headings before the goals that tell of a report

bool contains_any(std::u32string_view words, std::initializer_list<std::u32string_view> parts) {
  return std::ranges::any_of(parts, [&](std::u32string_view part) { return contains(words, part); });
}

bool tells_of_goals(const Paragraph& paragraph) {
  if (paragraph.kind != Paragraph::Kind::label) return false;
  return paragraph.label.field == Field::activities || tells_of_results(paragraph.label.field);
}

// 令和７年度重点目標評価結果（PDF：312KB）
bool is_link(std::u32string_view words) {
  const std::u32string folded = fold(words);
  if (folded.empty() || folded.size() > kLongestLink || ends_sentence(folded)) return false;
  const bool file = contains_any(folded, {U"PDF", U"ワード", U"Word", U"HTML", U"別ウインドウ", U"別ウィンドウ"});
  const bool report = contains_any(folded, {U"重点目標", U"評価結果", U"報告書", U"振り返り", U"ふりかえり"});
  const bool of_what = contains_any(folded, {U"年度", U"区", U"拠点"});
  return (report && (of_what || file)) || (file && of_what);
}

base::Error lists_of_reports() {
  return {{"これは報告書そのものではなく、報告書の一覧（リンクのならんだページ）のようです。",
           "This seems to be a page that lists reports, not a report."},
          {"ブラウザーで、読みたい報告書を一覧から開き、開いたもの（PDF "
           "かページ）を保存して、そのファイルを選んでください。",
           "Open the report itself from that page, save it (the PDF or the page), and choose that file."}};
}

// A list of links may have been taken for a menu around a report.
std::ptrdiff_t count_links(const std::vector<Paragraph>& paragraphs, const std::vector<LeftOut>& left_out) {
  const auto is_menu = [](const LeftOut& one) { return one.why == LeftOut::Why::navigation && is_link(one.words); };
  return std::ranges::count_if(paragraphs, is_link, &Paragraph::words) + std::ranges::count_if(left_out, is_menu);
}

// What a page says where a report was expected; nothing: it does not say.
std::optional<base::Error> instead_of_a_page(const Document& document) {
  std::u32string all;
  for (const Line& line : document.lines) all += fold(line.words);
  if (all.size() > kShortPage) return std::nullopt;
  const base::Message again{
      "ブラウザーで報告書のページを開き、報告書の文が画面に出ているのを確かめてから、保存しなおしてください。"
      "うまくいかなければ、文をコピーしてメモ帳に貼り、テキスト（.txt）で保存してください。",
      "Open the report's page in a browser, see that its words are there, and save it again; or copy its words into a "
      "text file (.txt)."};
  if (contains_any(all, {U"JavaScript", U"javascript", U"Javascript", U"ジャバスクリプト"})) {
    return base::Error{{"このファイルには、報告書の文が入っていません。開いてから文を読みこむページ（JavaScript を使う"
                        "ページ）を、そのまま保存したもののようです。",
                        "The report's words are not in this file: its page loads them only when it is opened "
                        "(JavaScript)."},
                       again};
  }
  if (contains_any(all, {U"404", U"NotFound", U"notfound", U"見つかりません", U"見つかりませんでした",
                         U"お探しのページ", U"存在しない", U"403", U"Forbidden", U"503", U"メンテナンス"})) {
    return base::Error{{"これは報告書ではなく、「ページが見つかりません」などのお知らせのページです。",
                        "This is no report, but a page that says that something was not found."},
                       again};
  }
  if (contains_any(all, {U"ログイン", U"パスワード", U"サインイン"})) {
    return base::Error{{"これは報告書ではなく、ログインの画面のページです。", "This is no report, but a login page."},
                       again};
  }
  return std::nullopt;
}

base::Error only_the_beginning() {
  return {{"報告書の初めの部分（題名や事業の内容など）だけで、重点目標と取組内容が見つかりません。",
           "Only the beginning of a report is there: its goals (重点目標) and activities (取組内容) are not."},
          {"重点目標、取組内容、成果、課題の入ったファイルを選んでください（続きが別のページや別の PDF "
           "になっていないか、確かめてください）。",
           "Choose the file that has them: the rest may be another page or another PDF."}};
}

base::Error goals_are_pictures(const std::vector<int>& pages) {
  std::string ja, en;
  for (const int page : pages) {
    ja += (ja.empty() ? "" : "、") + std::to_string(page);
    en += (en.empty() ? "" : ", ") + std::to_string(page);
  }
  return {
      {"重点目標とその文が見つかりません。" + ja + " ページには文字がありません（紙をスキャンしたページのようです）。",
       "No 重点目標 (priority goal) is found. There are no words on page " + en + " (a scan?)."},
      choose_words()};
}

base::Error other_file() {
  return {{"拠点の報告書ではないようです。「重点目標」と、その文が見つかりません。",
           "This does not look like a hub's report: no 重点目標 (priority goal) is found in it."},
          {"重点目標評価結果・重点目標の報告書（" + readable_kinds().ja + "）を選んでください。",
           "Choose the yearly report with the priority goals (" + readable_kinds().en + ")."}};
}

// 泉区 of 横浜市泉区地域子育て支援拠点事業; empty: it names none.
std::u32string ward_of(std::u32string_view title) {
  const std::u32string folded = fold(title);
  return contains(folded, U"地域子育て支援拠点") ? ward_in(folded) : std::u32string();
}

// One report after the other: each begins with headings that a report has once, or with another ward's or year's title,
// and has goals of its own.
class ReportCounter {
 public:
  struct Part {
    std::u32string ward;
    int year = 0;             // that the goals are for
    std::vector<Field> once;  // of its headings, those that a report has once
    enum class Begins { first, ward, year, heading } begins = Begins::first;  // with what was not there before
    int activities = 0;
    int results = 0;
  };

  std::vector<Part> count(const std::vector<Paragraph>& paragraphs) {
    parts_.emplace_back();
    for (const Paragraph& paragraph : paragraphs) {
      if (paragraph.kind == Paragraph::Kind::title) title(paragraph.words);
      if (paragraph.kind == Paragraph::Kind::label) label(paragraph.label);
    }
    std::erase_if(parts_, [](const Part& part) { return !is_report(part); });
    return std::move(parts_);
  }

 private:
  // The second half of a report, its goals for the next year, may have a title with that year: it tells of no results.
  static bool is_report(const Part& part) {
    if (part.begins == Part::Begins::year && part.results == 0) return false;
    if (part.begins == Part::Begins::heading && part.once.size() < kFewestParts) return false;
    return part.activities > 0;
  }

  void title(const std::u32string& words) {
    const std::u32string ward = ward_of(words);
    const int year = years_of_title(fold(words)).value_or(TitleYears{}).goal;
    const bool other_ward = !ward.empty() && !parts_.back().ward.empty() && ward != parts_.back().ward;
    const bool other_year = year > 0 && parts_.back().year > 0 && year != parts_.back().year;
    if (!ward.empty()) last_ward_ = ward;  // a title may stand on two lines
    if (parts_.back().activities > 0 && (other_ward || other_year))
      begin(other_ward ? Part::Begins::ward : Part::Begins::year);
    Part& part = parts_.back();
    if (part.activities > 0) return;
    if (part.ward.empty()) part.ward = ward;
    if (part.year == 0) part.year = year;
  }

  void label(const Label& label) {
    if (label.field == Field::activities) ++parts_.back().activities, last_ward_.clear();
    if (tells_of_results(label.field)) ++parts_.back().results;
    const bool once = label.field == Field::period || label.field == Field::implementers ||
                      label.field == Field::principles || label.field == Field::services;
    if (!once) return;
    const bool again = std::ranges::find(parts_.back().once, label.field) != parts_.back().once.end();
    if (again && parts_.back().activities > 0) begin(Part::Begins::heading);
    if (std::ranges::find(parts_.back().once, label.field) == parts_.back().once.end()) {
      parts_.back().once.push_back(label.field);
    }
  }

  void begin(Part::Begins with) {
    parts_.emplace_back();
    parts_.back().ward = last_ward_;
    parts_.back().begins = with;
  }

  std::vector<Part> parts_;
  std::u32string last_ward_;  // that a title has named since the last heading of activities
};

base::Message name_of(const ReportCounter::Part& part, bool with_year) {
  const std::string ward = utf8(part.ward);
  if (part.year == 0 || !with_year) return {ward, ward};
  const std::string year = content::fiscal_year_name(part.year);
  return {ward + (ward.empty() ? "" : "の") + year, ward + (ward.empty() ? "" : " ") + std::to_string(part.year)};
}

bool is_of_other_wards(const std::vector<ReportCounter::Part>& parts) {
  std::set<std::u32string> wards;
  for (const ReportCounter::Part& part : parts) wards.insert(part.ward);
  return wards.size() == parts.size() && !wards.contains(U"");
}

}  // namespace

bool lists_reports(const std::vector<Paragraph>& paragraphs, const std::vector<LeftOut>& left_out) {
  if (std::ranges::any_of(paragraphs, tells_of_goals)) return false;
  const auto sentences =
      std::ranges::count_if(paragraphs, [](const Paragraph& one) { return ends_sentence(one.words); });
  return count_links(paragraphs, left_out) >= kFewestLinks && sentences <= kMostSentencesAmongLinks;
}

base::Error why_no_report(const Document& document, const std::vector<Paragraph>& paragraphs) {
  if (lists_reports(paragraphs, document.left_out)) return lists_of_reports();
  if (auto instead = instead_of_a_page(document)) return *std::move(instead);
  std::size_t parts = 0;
  for (const Paragraph& one : paragraphs) {
    const bool heading = one.kind == Paragraph::Kind::label && is_front_matter(one.label.field);
    if (heading || one.kind == Paragraph::Kind::title) ++parts;
  }
  if (parts > 0 && !document.wordless_pages.empty()) return goals_are_pictures(document.wordless_pages);
  return parts >= kFewestParts ? only_the_beginning() : other_file();
}

std::optional<base::Error> several_reports(const std::vector<Paragraph>& paragraphs) {
  const std::vector<ReportCounter::Part> parts = ReportCounter().count(paragraphs);
  if (parts.size() < 2) return std::nullopt;
  const bool with_years = !is_of_other_wards(parts);
  base::Message names;
  for (const ReportCounter::Part& part : parts) {
    const base::Message name = name_of(part, with_years);
    if (name.ja.empty()) continue;
    names.ja += (names.ja.empty() ? "" : "、") + name.ja;
    names.en += (names.en.empty() ? "" : ", ") + name.en;
  }
  const std::string count = std::to_string(parts.size());
  if (!names.ja.empty()) names = {"（" + names.ja + "）", " (" + names.en + ")"};
  return base::Error{
      {"1 つのファイルに、報告書が " + count + " つ入っています" + names.ja + "。",
       "There are " + count + " reports in one file" + names.en + "."},
      {"1 つずつ別のファイルに分けて、読みたいほうを選んでください。PDF は、印刷の画面でページを選んで PDF "
       "に保存すると分けられます。テキストは、メモ帳で写し分けられます。",
       "Part them into files of their own, and choose one: print the pages of one to a PDF, or copy its "
       "words into a text file."}};
}

}  // namespace hub::report
