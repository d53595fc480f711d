// The headings of a report (重点目標①, 取組内容 …), recognised by their words alone.
#pragma once

#include <optional>
#include <string_view>

namespace hub::report {

enum class Field {
  period,         // 事業実施期間
  implementers,   // 事業の実施者
  purpose,        // 事業目的
  principles,     // 基本理念
  services,       // 事業の内容
  evaluation,     // 事業の評価実施方法及び評価結果の公表方法
  review_header,  // 令和５年度重点目標の評価
  goal,           // 重点目標
  activities,     // 取組内容
  outcomes,       // 取組の成果
  challenges,     // 取組の課題
  results,        // 取組の成果と課題, in one
};

// Which year a heading names. 今年度 is the reviewed one and 次年度 the one whose goals are set; where others say
// 前年度, that is the reviewed one.
enum class YearWord { none, number, last_year, this_year, next_year };

struct Label {
  Field field = Field::goal;
  YearWord year_word = YearWord::none;
  int year = 0;                // fiscal, with YearWord::number
  int number = 0;              // 重点目標① → 1, and ①取り組み内容 → 1; 0: none
  bool number_before = false;  // it stands before the words, and may be the outline's: (1)取組内容 (2)取組の成果
};

// A heading and nothing else; brackets and a leading bullet or mark may surround it. `folded` is what fold() made.
std::optional<Label> parse_label(std::u32string_view folded);

// Whether more words could still make it a heading: 取組の, 事業の評価実施方法及び.
bool may_become_label(std::u32string_view folded);

// Whether what stands below a heading is the next heading, and not its second line: 重点目標① / 取組内容, but
// 事業の評価実施方法及び / 評価結果の公表方法 is one.
bool is_next_label(std::u32string_view folded_heading, std::u32string_view folded_below);

// 令和５年度重点目標の評価, 次年度重点目標: parts the report, and heads no row of a table.
bool heads_section(const Label& label);

bool is_front_matter(Field field);   // before the goals: period … evaluation
bool tells_of_results(Field field);  // outcomes, challenges, or both in one

}  // namespace hub::report
