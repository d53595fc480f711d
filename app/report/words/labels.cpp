#include "report/words/labels.h"

#include <algorithm>
#include <string>

#include "report/words/characters.h"
#include "report/words/label_wordings.h"
#include "report/words/outline_number.h"
#include "report/words/years.h"

namespace hub::report {

namespace {

using View = std::u32string_view;

constexpr std::size_t kLongestLabel = 40;

// 目標① alone is a heading only with its number, or its year: 目標 is an ordinary word.
constexpr View kNumberedGoal[] = {U"目標", U"重点項目", U"達成目標"};

// 重点目標 and what these make of it head a section: 重点目標の評価結果, 重点目標と取組の成果・課題.
constexpr View kGoals = U"重点目標";
constexpr View kLinks[] = {U"に対する", U"についての", U"に関する", U"に係る", U"にかかる", U"における",
                           U"及び",     U"並びに",     U"ならびに", U"および", U"と",       U"の",
                           U"・",       U"、",         U"や",       U"/",      U"&"};
constexpr View kOfReview[] = {U"評価結果", U"評価",     U"成果",     U"課題",     U"振り返り", U"ふりかえり",
                              U"振返り",   U"達成状況", U"取組状況", U"実績",     U"取組結果", U"結果報告",
                              U"結果",     U"実施状況", U"総括",     U"自己評価", U"効果",     U"まとめ"};
constexpr View kOfPlan[] = {U"取組内容", U"取組", U"相互", U"実施"};

constexpr View kOpening = U"【[(〈《<≪「『〔■□◆◇●○・★☆▼▽▶▷►◎◇*#=~|";
constexpr View kClosing = U"】])〉》>≫」』〕:*#=~|";
constexpr View kOpeningBracket = U"([〈《<〔【「";
// What may stand in brackets behind a heading and says no more than it: 取組の成果（できたこと） is by its wordings.
constexpr View kRemarks[] = {U"再掲", U"抜粋",   U"概要", U"主なもの", U"主な取組", U"具体的に", U"具体的な取組", U"案",
                             U"続き", U"つづき", U"続",   U"見込み",   U"実績",     U"全体",     U"共通"};
constexpr View kBetween[] = {U"及び", U"並びに", U"ならびに", U"および", U"と", U"・", U"、", U"/", U"&"};

bool is_one_of(View all, char32_t character) { return all.find(character) != all.npos; }

bool take(View& words, View start) {
  if (!words.starts_with(start)) return false;
  words.remove_prefix(start.size());
  return true;
}

template <class Words>
bool take_one(View& words, const Words& all) {
  return std::ranges::any_of(all, [&](View one) { return take(words, one); });
}

void take_opening(View& words) {
  while (!words.empty() && is_one_of(kOpening, words.front())) words.remove_prefix(1);
}

bool take_year_word(View& words, Label& label) {
  constexpr View kNext[] = {U"次年度", U"来年度", U"翌年度"};
  constexpr View kLast[] = {U"前年度", U"昨年度"};
  constexpr View kThis[] = {U"今年度", U"本年度", U"当該年度", U"当年度"};
  if (take_one(words, kNext)) return label.year_word = YearWord::next_year, true;
  if (take_one(words, kLast)) return label.year_word = YearWord::last_year, true;
  if (take_one(words, kThis)) return label.year_word = YearWord::this_year, true;
  return false;
}

// 令和5年度, R5; 次年度, and both: 次年度(令和6年度)
bool take_year(View& words, Label& label) {
  View rest = words;
  Label found = label;
  const bool word = take_year_word(rest, found);
  const bool bracket = word && take(rest, U"(");
  if (const auto named = era_year_at(rest, 0)) {
    if (!word) found.year_word = YearWord::number;
    found.year = named->year;
    rest.remove_prefix(named->length);
    if (bracket && !take(rest, U")")) return false;
    View behind = rest;
    Label again;
    if (!word && take(behind, U"(") && take_year_word(behind, again) && take(behind, U")")) rest = behind;
  } else if (!word || bracket) {
    return false;
  }
  constexpr View kAfter[] = {U"における", U"に向けた", U"に取組む", U"に取り組む", U"分の", U"の", U":", U"・"};
  View behind = rest;
  if (take_one(behind, kAfter) && !behind.empty()) rest = behind;
  words = rest;
  label = found;
  return true;
}

// What is between the surroundings of a heading.
View core_of(View words, Label& label) {
  take_opening(words);
  while (!words.empty() && is_one_of(kClosing, words.back())) words.remove_suffix(1);
  if (take_year(words, label)) return take_opening(words), words;  // 令和5年度【目標1】
  const auto number = outline_number_of(words);
  if (!number || number->length == words.size()) return words;
  words.remove_prefix(number->length);
  take_opening(words);  // 1【取組内容】
  if ((number->circled || number->plain) && number->value <= 20) {
    label.number = number->value;
    label.number_before = true;
  }
  take_year(words, label);
  return words;
}

// 令, 令和, 令和7, 令和7年: of a narrow column
bool may_become_year(std::u32string_view words) {
  if (words == U"令" || words == U"平") return true;
  if (!take(words, U"令和") && !take(words, U"平成")) return false;
  if (!take(words, U"元")) {
    while (!words.empty() && is_digit(words.front())) words.remove_prefix(1);
  }
  return words.empty() || words == U"年";
}

struct Head {
  Field field = Field::goal;
  std::size_t length = 0;
};

std::optional<Head> longest_wording(View core) {
  std::optional<Head> best;
  for (const LabelWording& wording : label_wordings()) {
    if (!core.starts_with(wording.words) || (best && wording.words.size() <= best->length)) continue;
    best = {wording.field, wording.words.size()};
  }
  return best;
}

// 重点目標の評価, 重点目標と取組の成果・課題, 重点目標と取組内容: the whole of it
std::optional<Field> section_of_goals(View core) {
  if (!take(core, kGoals) || core.empty()) return std::nullopt;
  // 重点目標 成果, of two columns, is none.
  if (!core.starts_with(U"評価") && !take_one(core, kLinks)) return std::nullopt;
  bool reviewed = false, planned = false;
  while (!core.empty()) {
    if (take_one(core, kOfReview)) {
      reviewed = true;
    } else if (take_one(core, kOfPlan)) {
      planned = true;
    } else if (!take_one(core, kLinks)) {
      return std::nullopt;
    }
  }
  if (reviewed) return Field::review_header;
  return planned ? std::optional(Field::goal) : std::nullopt;
}

// 重点目標の, 重点目標の評: more words could still make it a section's heading.
bool may_become_section(View core) {
  if (!take(core, kGoals)) return false;
  while (take_one(core, kOfReview) || take_one(core, kOfPlan) || take_one(core, kLinks)) continue;
  const auto begins = [&](View word) { return word.starts_with(core); };
  return std::ranges::any_of(kOfReview, begins) || std::ranges::any_of(kOfPlan, begins) ||
         std::ranges::any_of(kLinks, begins);
}

// 成果と課題, 課題及び改善点: two headings in one
std::optional<Head> joined_heading(View core, const Head& first) {
  View rest = core.substr(first.length);
  if (!take_one(rest, kBetween)) return std::nullopt;
  take(rest, U"取組の");
  const auto second = longest_wording(rest);
  if (!second || second->length != rest.size() || is_front_matter(first.field)) return std::nullopt;
  if (second->field == first.field) return Head{first.field, core.size()};
  const bool results = tells_of_results(first.field) && tells_of_results(second->field);
  return results ? std::optional(Head{Field::results, core.size()}) : std::nullopt;
}

// (令和5年度), (できたこと), (1): what stands in brackets behind a heading.
bool take_bracket(View& words, Label& label) {
  View rest = words;
  if (rest.empty() || !is_one_of(kOpeningBracket, rest.front())) return false;
  rest.remove_prefix(1);
  while (!rest.empty() && is_one_of(kClosing, rest.back())) rest.remove_suffix(1);
  Label inside = label;
  View year = rest;
  if (take_year(year, inside) && year.empty()) {
    label = inside;
  } else if (const auto wording = longest_wording(rest); !wording || wording->length != rest.size()) {
    if (std::ranges::find(kRemarks, rest) == std::end(kRemarks)) return false;
  }
  words = {};
  return true;
}

// Behind 重点目標: ①, 1, (1), その1, No.1, and of a goal I, 一
int take_number(View& words, Field field) {
  View rest = words;
  while (!rest.empty() && is_one_of(U"([【<〈", rest.front())) rest.remove_prefix(1);
  constexpr View kBefore[] = {U"その", U"No.", U"NO.", U"no.", U"№", U"第"};
  take_one(rest, kBefore);
  while (!rest.empty() && is_one_of(kClosing, rest.back())) rest.remove_suffix(1);
  const auto number = outline_number_of(rest);
  const bool other_circle = number && number->circled && !is_circled_number(rest.front());
  if (other_circle && field != Field::goal) return 0;  // the mark of the first entry
  if (number && (number->circled || number->plain) && number->value >= 1 && number->value <= 20) {
    rest.remove_prefix(number->length);
    words = rest;
    return number->value;
  }
  const int value = field == Field::goal ? std::max(roman_value(rest), kanji_value(rest)) : 0;
  if (value > 0) words = {};
  return value;
}

// What may stand behind the words of a heading; false: it is none.
bool take_rest(View rest, Label& label) {
  if (rest.empty() || take_bracket(rest, label)) return true;
  if (label.year_word == YearWord::none && label.field == Field::goal) {
    View year = rest;
    Label with_year = label;
    if (take_year(year, with_year) && year.empty()) return label = with_year, true;
  }
  const int number = take_number(rest, label.field);
  if (number == 0 || is_front_matter(label.field)) return false;
  label.number = number;
  label.number_before = false;
  while (!rest.empty() && is_one_of(kClosing, rest.front())) rest.remove_prefix(1);
  return rest.empty() || take_bracket(rest, label);
}

std::optional<Label> label_of(View core, Label label) {
  if (const auto section = section_of_goals(core)) {
    label.field = *section;
    return label;
  }
  if (const auto wording = longest_wording(core)) {
    label.field = wording->field;
    if (take_rest(core.substr(wording->length), label)) return label;
    const auto joined = joined_heading(core, *wording);
    if (!joined) return std::nullopt;
    label.field = joined->field;
    return label;
  }
  // 令和5年度の評価; 評価 alone is a word.
  if (core == U"評価" && label.year_word != YearWord::none) return label.field = Field::results, label;
  for (const View word : kNumberedGoal) {
    if (!core.starts_with(word)) continue;
    label.field = Field::goal;
    const View rest = core.substr(word.size());
    const bool named = label.year_word != YearWord::none;
    if (rest.empty() ? named : take_rest(rest, label) && (named || label.number > 0)) return label;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Label> parse_label(std::u32string_view folded) {
  if (folded.empty() || folded.size() > kLongestLabel) return std::nullopt;
  Label label;
  // (①) and 【①】 keep their closing bracket inside: numbers are looked for in both forms.
  const View core = core_of(folded, label);
  if (const auto found = label_of(core, label)) return found;
  // 次年度に向けて: the year is a part of the wording
  return label.year_word != YearWord::none ? label_of(folded, {}) : std::nullopt;
}

bool may_become_label(std::u32string_view folded) {
  if (folded.empty() || folded.size() > 24) return false;
  Label label;
  const View core = core_of(folded, label);
  if (may_become_year(core)) return true;
  if (core.empty()) return label.year_word != YearWord::none;
  if (may_become_section(core)) return true;
  return std::ranges::any_of(label_wordings(),
                             [&](const LabelWording& wording) { return wording.words.starts_with(core); });
}

bool is_next_label(std::u32string_view folded_heading, std::u32string_view folded_below) {
  if (folded_below.size() < 4 || !parse_label(folded_below)) return false;
  const std::u32string both = std::u32string(folded_heading).append(folded_below);
  const auto together = parse_label(both);
  return together ? !is_front_matter(together->field) : !may_become_label(both);
}

bool heads_section(const Label& label) {
  if (label.field == Field::review_header) return true;
  return label.field == Field::goal && label.number == 0 && label.year_word != YearWord::none;
}

bool is_front_matter(Field field) {
  switch (field) {
    case Field::period:
    case Field::implementers:
    case Field::purpose:
    case Field::principles:
    case Field::services:
    case Field::evaluation:
      return true;
    case Field::review_header:
    case Field::goal:
    case Field::activities:
    case Field::outcomes:
    case Field::challenges:
    case Field::results:
      return false;
  }
  return false;
}

bool tells_of_results(Field field) {
  return field == Field::outcomes || field == Field::challenges || field == Field::results;
}

}  // namespace hub::report
