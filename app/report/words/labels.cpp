#include "report/words/labels.h"

#include <string>

#include "report/words/characters.h"
#include "report/words/years.h"

namespace hub::report {

namespace {

struct Wording {
  std::u32string_view words;  // folded: 取り組み is 取組
  Field field;
};

constexpr Wording kWordings[] = {
    {U"事業実施期間", Field::period},
    {U"事業の実施期間", Field::period},
    {U"実施期間", Field::period},
    {U"事業期間", Field::period},
    {U"評価対象期間", Field::period},
    {U"事業の実施者", Field::implementers},
    {U"事業実施者", Field::implementers},
    {U"実施者", Field::implementers},
    {U"事業の実施主体", Field::implementers},
    {U"事業実施主体", Field::implementers},
    {U"実施主体", Field::implementers},
    {U"実施団体", Field::implementers},
    {U"運営法人", Field::implementers},
    {U"運営団体", Field::implementers},
    {U"運営主体", Field::implementers},
    {U"運営者", Field::implementers},
    {U"事業者", Field::implementers},
    {U"協働事業者", Field::implementers},
    {U"事業目的", Field::purpose},
    {U"事業の目的", Field::purpose},
    {U"拠点の目的", Field::purpose},
    {U"目的", Field::purpose},
    {U"事業・施設運営の基本理念", Field::principles},
    {U"事業及び施設運営の基本理念", Field::principles},
    {U"事業運営の基本理念", Field::principles},
    {U"施設運営の基本理念", Field::principles},
    {U"運営の基本理念", Field::principles},
    {U"事業の基本理念", Field::principles},
    {U"基本理念", Field::principles},
    {U"運営理念", Field::principles},
    {U"事業の内容", Field::services},
    {U"事業内容", Field::services},
    {U"実施事業", Field::services},
    {U"拠点の事業", Field::services},
    {U"事業の評価実施方法及び評価結果の公表方法", Field::evaluation},
    {U"事業の評価の実施方法及び評価結果の公表方法", Field::evaluation},
    {U"事業評価の実施方法及び評価結果の公表方法", Field::evaluation},
    {U"事業評価実施方法及び評価結果の公表方法", Field::evaluation},
    {U"評価実施方法及び評価結果の公表方法", Field::evaluation},
    {U"評価の実施方法及び評価結果の公表方法", Field::evaluation},
    {U"評価方法及び公表方法", Field::evaluation},
    {U"事業の評価方法", Field::evaluation},
    {U"評価の方法", Field::evaluation},
    {U"評価方法", Field::evaluation},
    {U"評価実施方法", Field::evaluation},
    {U"重点目標の評価", Field::review_header},
    {U"重点目標の評価結果", Field::review_header},
    {U"重点目標評価", Field::review_header},
    {U"重点目標評価結果", Field::review_header},
    {U"重点目標の振り返り", Field::review_header},
    {U"重点目標の取組状況", Field::review_header},
    {U"重点目標", Field::goal},
    {U"重点取組目標", Field::goal},
    {U"重点的に取り組む目標", Field::goal},
    {U"重点達成目標", Field::goal},
    {U"取組内容", Field::activities},
    {U"取組の内容", Field::activities},
    {U"具体的な取組内容", Field::activities},
    {U"具体的取組内容", Field::activities},
    {U"具体的な取組", Field::activities},
    {U"具体的取組", Field::activities},
    {U"主な取組内容", Field::activities},
    {U"主な取組", Field::activities},
    {U"取組", Field::activities},
    {U"取組の成果", Field::outcomes},
    {U"取組成果", Field::outcomes},
    {U"取組による成果", Field::outcomes},
    {U"取組の結果", Field::outcomes},
    {U"取組の実績", Field::outcomes},
    {U"主な成果", Field::outcomes},
    {U"成果", Field::outcomes},
    {U"取組の課題", Field::challenges},
    {U"取組課題", Field::challenges},
    {U"取組の課題と今後の方向性", Field::challenges},
    {U"取組の今後の課題", Field::challenges},
    {U"今後の課題", Field::challenges},
    {U"次年度に向けた課題", Field::challenges},
    {U"課題と今後の方向性", Field::challenges},
    {U"課題・今後の方向性", Field::challenges},
    {U"課題", Field::challenges},
    {U"評価結果", Field::results},
    {U"取組の成果と課題", Field::results},
    {U"取組の成果・課題", Field::results},
    {U"取組の成果及び課題", Field::results},
    {U"成果と課題", Field::results},
    {U"成果・課題", Field::results},
};

// 目標① alone is a heading only with its number: 目標 is an ordinary word.
constexpr std::u32string_view kNumberedGoal[] = {U"目標", U"重点項目"};

constexpr std::u32string_view kOpening = U"【[(〈《<「『〔■□◆◇●○・★☆▼▽▶";
constexpr std::u32string_view kClosing = U"】])〉》>」』〕:";

bool is_one_of(std::u32string_view all, char32_t character) { return all.find(character) != all.npos; }

bool take(std::u32string_view& words, std::u32string_view start) {
  if (!words.starts_with(start)) return false;
  words.remove_prefix(start.size());
  return true;
}

// ① or 1, (1), 1. at the front.
int take_number(std::u32string_view& words) {
  std::u32string_view rest = words;
  if (!rest.empty() && is_circled_number(rest.front())) {
    const int value = circled_value(rest.front());
    words.remove_prefix(1);
    return value;
  }
  const bool bracket = take(rest, U"(");
  if (rest.empty() || !is_digit(rest.front())) return 0;
  int value = 0;
  for (int digits = 0; !rest.empty() && is_digit(rest.front()) && digits < 2; ++digits) {
    value = value * 10 + static_cast<int>(rest.front() - U'0');
    rest.remove_prefix(1);
  }
  if (!rest.empty() && is_digit(rest.front())) return 0;
  if (bracket && !take(rest, U")")) return 0;
  if (!bracket && !rest.empty() && is_one_of(U".,、", rest.front())) rest.remove_prefix(1);
  words = rest;
  return value >= 1 && value <= 20 ? value : 0;
}

void take_year(std::u32string_view& words, Label& label) {
  if (const auto named = fiscal_year_at(words, 0)) {
    label.year_word = YearWord::number;
    label.year = named->year;
    words.remove_prefix(named->length);
  } else if (take(words, U"次年度") || take(words, U"来年度") || take(words, U"翌年度")) {
    label.year_word = YearWord::next_year;
  } else if (take(words, U"今年度") || take(words, U"本年度") || take(words, U"当該年度") || take(words, U"当年度")) {
    label.year_word = YearWord::this_year;
  } else {
    return;
  }
  take(words, U"の");
}

// What is between the surroundings of a heading.
std::u32string_view core_of(std::u32string_view words, Label& label) {
  while (!words.empty() && is_one_of(kOpening, words.front())) words.remove_prefix(1);
  while (!words.empty() && is_one_of(kClosing, words.back())) words.remove_suffix(1);
  take_year(words, label);
  if (label.year_word == YearWord::none) {
    std::u32string_view rest = words;
    const int number = take_number(rest);
    if (number > 0 && !rest.empty()) {
      label.number = number;
      words = rest;
      take_year(words, label);
    }
  }
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

}  // namespace

std::optional<Label> parse_label(std::u32string_view folded) {
  if (folded.empty() || folded.size() > 40) return std::nullopt;
  // (①) and 【①】 keep their closing bracket inside: numbers are looked for in both forms.
  Label label;
  const std::u32string_view core = core_of(folded, label);
  const Wording* best = nullptr;
  for (const Wording& wording : kWordings) {
    if (core.starts_with(wording.words) && (!best || wording.words.size() > best->words.size())) best = &wording;
  }
  std::u32string_view rest;
  if (best) {
    label.field = best->field;
    rest = core.substr(best->words.size());
  } else {
    for (const std::u32string_view word : kNumberedGoal) {
      if (!core.starts_with(word) || core.size() == word.size()) continue;
      label.field = Field::goal;
      rest = core.substr(word.size());
      break;
    }
    if (rest.empty()) return std::nullopt;
  }
  if (rest.empty()) return label;
  while (!rest.empty() && is_one_of(U"(【<〈", rest.front())) rest.remove_prefix(1);
  take(rest, U"その");
  const int number = take_number(rest);
  while (!rest.empty() && is_one_of(kClosing, rest.front())) rest.remove_prefix(1);
  if (number == 0 || !rest.empty() || is_front_matter(label.field)) return std::nullopt;
  label.number = number;
  return label;
}

bool may_become_label(std::u32string_view folded) {
  if (folded.empty() || folded.size() > 24) return false;
  Label label;
  const std::u32string_view core = core_of(folded, label);
  if (may_become_year(core)) return true;
  if (core.empty()) return label.year_word != YearWord::none;
  for (const Wording& wording : kWordings) {
    if (wording.words.starts_with(core)) return true;
  }
  return false;
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
