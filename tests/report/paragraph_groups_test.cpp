// Which paragraphs belong together, and which headings and goals stand around them.
#include "report/parse/paragraph_groups.h"

#include <doctest/doctest.h>

#include "report/read/read.h"
#include "report/words/characters.h"

using namespace hub;
using namespace hub::report;

namespace {

ParagraphGroups groups_of(const std::string& text) {
  return find_paragraph_groups(find_paragraphs(read_text(text)), 2023, 2024);
}

// A group a line: its paragraphs' marks and words.
std::string described(const ParagraphGroups& groups) {
  std::string all;
  for (const ParagraphGroup& group : groups.groups) {
    for (const Paragraph& paragraph : group.paragraphs) {
      all += &paragraph == &group.paragraphs.front() ? "" : " ";
      for (const int mark : paragraph.marks) all += "[" + std::to_string(mark) + "]";
      all += utf8(paragraph.words);
    }
    all += "\n";
  }
  return all;
}

// The goals of groups whose marks name them.
std::vector<int> marked_goals(const ParagraphGroups& groups) {
  std::vector<int> goals;
  for (const ParagraphGroup& group : groups.groups) goals.push_back(group.goal_by_mark.goal);
  return goals;
}

}  // namespace

TEST_CASE("a list is one group, and a new list begins with ① again or with another kind of entry") {
  CHECK(described(groups_of("取組内容\n①会を開きます。\n②本を読みます。\n①会を開いた。\n②本を読んだ。\n")) ==
        "[1]会を開きます。 [2]本を読みます。\n[1]会を開いた。 [2]本を読んだ。\n");
  CHECK(described(groups_of("取組内容\n・会を開きます。\n・本を読みます。\n①会を開いた。\n")) ==
        "会を開きます。 本を読みます。\n[1]会を開いた。\n");
  CHECK(described(groups_of("取組内容\n子どもが集います。\n・会を開きます。\n")) ==
        "子どもが集います。\n会を開きます。\n");
  // Bullets below a mark are the mark's.
  CHECK(described(groups_of("取組内容\n①会を開きます。\n・本を読みます。\n②歌います。\n")) ==
        "[1]会を開きます。 本を読みます。 [2]歌います。\n");
}

TEST_CASE("below the heading of activities, what was done begins another group; elsewhere only after a gap") {
  CHECK(described(groups_of("取組内容\n・会を開きます。\n・会を開いた。\n")) == "会を開きます。\n会を開いた。\n");
  CHECK(described(groups_of("取組の成果\n・会を開いた。\n・会を広げていく。\n")) == "会を開いた。 会を広げていく。\n");
  CHECK(described(groups_of("取組の成果\n・会を開いた。\n\n・会を広げていく。\n")) ==
        "会を開いた。\n会を広げていく。\n");
}

TEST_CASE("results and challenges below one heading are parted by their grammar") {
  const ParagraphGroups groups = groups_of("取組の成果と課題\n・会を開いた。\n・会を広げていく。\n・歌を歌った。\n");
  CHECK(described(groups) == "会を開いた。 歌を歌った。\n会を広げていく。\n");
  CHECK_FALSE(groups.groups.at(0).same_block);
  CHECK(groups.groups.at(1).same_block);
}

TEST_CASE("a mark alone on its line is that of what follows") {
  const ParagraphGroups groups = groups_of("取組内容\n①②\n・会を開きます。\n・本を読みます。\n");
  CHECK(described(groups) == "[1][2]会を開きます。 本を読みます。\n");
}

TEST_CASE("a number before an activity is as good a mark as ①") {
  CHECK(described(groups_of("令和５年度重点目標①\n親子が集う。\n取組内容\n1. 会を開きます。\n2. 本を読みます。\n")) ==
        "親子が集う。\n[1]会を開きます。 [2]本を読みます。\n");
}

TEST_CASE("①② below a heading without number are the goals, also in the lists") {
  const ParagraphGroups groups = groups_of(
      "令和５年度重点目標\n①親子が集う。\n②本を読む。\n取組内容\n①会を開きます。\n・歌います。\n②本を貸します。\n");
  CHECK(groups.review_goals == 2);
  CHECK(described(groups) == "親子が集う。\n本を読む。\n会を開きます。 歌います。\n本を貸します。\n");
  CHECK(marked_goals(groups) == std::vector<int>{1, 2, 1, 2});
  for (const ParagraphGroup& group : groups.groups) CHECK(group.marks_are_goals);
}

TEST_CASE("what stands before ② in a shared cell is the first goal's, whose mark is lost") {
  const ParagraphGroups groups =
      groups_of("令和５年度重点目標\n①親子が集う。\n②本を読む。\n取組内容\n会を開きます。\n②本を貸します。\n");
  CHECK(marked_goals(groups) == std::vector<int>{1, 2, 1, 2});
  CHECK_FALSE(groups.groups.at(0).lost_mark);
  CHECK(groups.groups.at(2).lost_mark);
  CHECK_FALSE(groups.groups.at(3).lost_mark);
}

TEST_CASE("groups know the headings around them") {
  const ParagraphGroups groups =
      groups_of("令和５年度重点目標①\n親子が集う。\n取組内容\n・会を開きます。\n取組の成果\n取組の課題\n");
  REQUIRE(groups.groups.size() == 2);
  const ParagraphGroup &goal = groups.groups[0], &activities = groups.groups[1];
  CHECK(goal.headings_before == std::vector{Field::goal});
  CHECK(goal.headings_after == std::vector{Field::activities});
  CHECK(goal.goals_before == std::vector{GoalId{Section::review, 1}});
  CHECK(activities.headings_before == std::vector{Field::activities});
  CHECK(activities.headings_after == std::vector{Field::outcomes, Field::challenges});
  CHECK(activities.goals_before.empty());
}

TEST_CASE("groups know their section and the goals above and below") {
  const ParagraphGroups groups = groups_of(
      "令和５年度重点目標の評価\n\n令和５年度重点目標①\n親子が集う。\n令和５年度重点目標②\n本を読む。\n\n"
      "令和６年度重点目標①\n歌う。\n");
  CHECK(groups.review_goals == 2);
  CHECK(groups.next_goals == 1);
  REQUIRE(groups.groups.size() == 3);
  const GoalId first{Section::review, 1}, second{Section::review, 2}, next{Section::next, 1};
  CHECK(groups.groups[0].section == Section::review);
  CHECK(groups.groups[0].last_goal == first);
  CHECK(groups.groups[0].next_goal == second);
  CHECK(groups.groups[1].last_goal == second);
  CHECK(groups.groups[1].next_goal == next);
  CHECK(groups.groups[1].goals_after == std::vector{next});
  CHECK(groups.groups[2].section == Section::next);
  CHECK(groups.groups[2].last_goal == next);
  CHECK(groups.groups[2].next_goal == GoalId{});
}

TEST_CASE("headings of goals without numbers are counted") {
  const ParagraphGroups groups =
      groups_of("令和６年度重点目標\n親子が集う。\n取組内容\n・歌います。\n令和６年度重点目標\n本を読む。\n");
  CHECK(groups.next_goals == 2);
  CHECK(groups.groups.at(0).last_goal == GoalId{Section::next, 1});
  CHECK(groups.groups.at(2).last_goal == GoalId{Section::next, 2});
}

TEST_CASE("a year, 今年度 and 次年度 name the section; another year none") {
  CHECK(groups_of("次年度重点目標①\n歌う。\n").groups.at(0).section == Section::next);
  CHECK(groups_of("今年度重点目標①\n歌う。\n").groups.at(0).section == Section::review);
  CHECK(groups_of("令和６年度重点目標①\n歌う。\n").groups.at(0).section == Section::next);
  CHECK(groups_of("令和２年度重点目標①\n歌う。\n").groups.at(0).section == Section::unknown);
}

TEST_CASE("one sentence by itself is like a goal, a list is like activities") {
  const ParagraphGroups groups =
      groups_of("令和５年度重点目標①\n親子が集います。\n取組内容\n・歌います。\n・読みます。\n");
  const RoleScores &goal = groups.groups.at(0).role_scores, &list = groups.groups.at(1).role_scores;
  CHECK(goal[Role::goal] > goal[Role::activities]);
  CHECK(list[Role::activities] > list[Role::goal]);
}
