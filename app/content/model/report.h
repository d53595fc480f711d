// One published yearly report (重点目標評価結果・重点目標), as content/<hub>/reports/<year>.json holds it. Its words
// are the report's own and are never paraphrased.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "content/model/text.h"

namespace hub::content {

// A paragraph group with the ①②③ it belongs to. No marks: it belongs to its whole goal.
struct Item {
  std::vector<int> marks;  // 1…20, ascending, distinct
  std::vector<Text> text;  // paragraphs, at least one
};

struct Service {
  int number = 0;    // 1…7
  Text description;  // 乳幼児の遊びと育ちの場及びその養育者の交流の場の提供
  Text program;      // 親子の居場所事業
};

struct Goal {
  int number = 0;  // 1…
  Text goal;
  std::vector<Item> activities;  // 取組内容
};

// What a goal was called in a year before, in that year's own words.
struct EarlierGoal {
  int year = 0;
  Text goal;
};

struct ReviewedGoal {
  int number = 0;
  Text goal;
  std::vector<Item> activities;  // 取組内容
  std::vector<Item> outcomes;    // 取組の成果
  std::vector<Item> challenges;  // 取組の課題
  // What no report says and continuation.h finds among the hub's reports:
  std::vector<EarlierGoal> earlier;  // the years that it continues from, oldest first
  int goes_on_as = 0;                // the number of the report's own goal that continues it; 0: none does
};

struct Period {
  base::Date from{};
  base::Date to{};
  int term_year = 0;   // １年度目／; 0 when the report does not say
  int term_years = 0;  // ５か年度; 0 when the report does not say; never without term_year
};

struct Report {
  Text title;
  Text ward;
  int review_year = 0;           // fiscal year (April to March), 2023 = 令和５年度
  int goal_year = 0;             // the fiscal year its goals are for
  std::optional<Period> period;  // 事業の実施期間; some reports give none
  std::vector<Text> implementers;
  Text purpose;
  std::vector<Text> principles;         // 基本理念
  std::vector<Service> services;        // seven
  std::vector<Text> evaluation_method;  // 事業の評価実施方法及び評価結果の公表方法
  std::vector<ReviewedGoal> review;
  std::vector<Goal> goals;
};

// One thread of a reviewed goal: an activity with the outcomes and challenges that carry its mark. Items without marks
// form one thread of their own, the last. Indices point into the goal's lists.
struct Thread {
  std::vector<int> marks;  // what names it: {1}; empty for the unmarked thread
  std::vector<std::size_t> activities;
  std::vector<std::size_t> outcomes;
  std::vector<std::size_t> challenges;
};

std::vector<Thread> threads_of(const ReviewedGoal& goal);

}  // namespace hub::content
