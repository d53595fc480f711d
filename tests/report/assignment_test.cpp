// What each piece of evidence is worth when groups are assigned, by how sure the assignment is with and without it.
#include "report/parse/assignment.h"

#include <doctest/doctest.h>

#include <utility>

#include "report/parse/group_similarity.h"
#include "report/words/characters.h"

using namespace hub;
using namespace hub::report;
using doctest::Approx;

namespace {

constexpr double kNever = -50;

// One paragraph whose grammar fits the roles as given.
ParagraphGroup group_of(std::initializer_list<std::pair<Role, double>> scores, const std::u32string& words = U"") {
  ParagraphGroup group;
  group.paragraphs.resize(1);
  group.folded = {fold(words)};
  for (const Role role : kRoles) group.role_scores[role] = kNever;
  for (const auto& [role, score] : scores) group.role_scores[role] = score;
  return group;
}
// Of outcomes rather than challenges, by 10.
ParagraphGroup outcomes(const std::u32string& words = U"") {
  return group_of({{Role::outcomes, 20}, {Role::challenges, 10}}, words);
}
ParagraphGroup only(Role role, const std::u32string& words = U"") { return group_of({{role, 20}}, words); }

ParagraphGroup marked(ParagraphGroup group, std::vector<int> marks) {
  group.paragraphs.front().marks = std::move(marks);
  return group;
}
ParagraphGroup of_goal(int goal, ParagraphGroup group) {
  group.goal_by_mark = {Section::review, goal};
  return group;
}

Assignment assigned(std::vector<ParagraphGroup> groups, int review_goals = 1, int next_goals = 0) {
  return assign({std::move(groups), review_goals, next_goals});
}
double last_margin(std::vector<ParagraphGroup> groups, int review_goals = 1, int next_goals = 0) {
  return assigned(std::move(groups), review_goals, next_goals).margins.back();
}

}  // namespace

TEST_CASE("a heading on the side where the report has headings is worth 3, and something to nothing else") {
  CHECK(last_margin({outcomes()}) == Approx(10));
  ParagraphGroup group = outcomes();
  group.headings_before = {Field::outcomes};
  CHECK(last_margin({group}) == Approx(10 + 3 + 3 * 0.45));
  CHECK(assigned({group}).headings_first);
  // An earlier heading, below which another stands.
  group.headings_before = {Field::outcomes, Field::activities};
  CHECK(last_margin({group}) == Approx(10 + 3 * 0.3 + 3 * 0.45));
  group.headings_before = {Field::outcomes};
  group.same_block = true;
  CHECK(last_margin({group}) == Approx(10 + 0.4 * (3 + 3 * 0.45)));
  group.marks_are_goals = true;
  CHECK(last_margin({group}) == Approx(10 + 3 + 3 * 0.45));
}

TEST_CASE("a report may have its headings after what they head") {
  ParagraphGroup group = outcomes();
  group.headings_after = {Field::outcomes};
  CHECK_FALSE(assigned({group}).headings_first);
  CHECK(last_margin({group}) == Approx(10 + 3 + 3 * 0.45));
  group.headings_after = {Field::activities, Field::outcomes};
  CHECK(last_margin({group}) == Approx(10 + 3 * 0.5 + 3 * 0.45));
}

TEST_CASE("a heading on the other side is worth 1") {
  ParagraphGroup goal = only(Role::goal), activities = only(Role::activities), group = outcomes();
  goal.headings_before = {Field::goal};
  activities.headings_before = {Field::activities};
  CHECK(last_margin({goal, activities, group}) == Approx(10 + 0.3));
  group.headings_after = {Field::outcomes};
  const Assignment found = assigned({goal, activities, group});
  CHECK(found.headings_first);
  CHECK(found.margins.back() == Approx(10 + 0.3 + 1 + 0.45));
}

TEST_CASE("a mark that names a goal is worth 5 either way") {
  ParagraphGroup group = outcomes();
  group.goal_by_mark = {Section::review, 2};
  const Assignment found = assigned({group}, 2);
  CHECK(found.slots.back() == Slot{Section::review, 2, Role::outcomes});
  CHECK(found.margins.back() == Approx(10));
}

TEST_CASE("the goals' headings above and below tell the goal") {
  ParagraphGroup group = outcomes();
  group.last_goal = {Section::review, 2};
  CHECK(assigned({group}, 2).slots.back() == Slot{Section::review, 2, Role::outcomes});
  CHECK(last_margin({group}, 2) == Approx(1.5));
  group.last_goal = {};
  group.next_goal = {Section::review, 2};
  CHECK(assigned({group}, 2).slots.back().goal == 2);
  CHECK(last_margin({group}, 2) == Approx(0.5));
  // Of another goal of the same section.
  ParagraphGroup activities = only(Role::activities);
  activities.last_goal = {Section::next, 5};
  CHECK(assigned({activities}, 1, 1).slots.back().section == Section::next);
  CHECK(last_margin({activities}, 1, 1) == Approx(1.5));
}

TEST_CASE("the section's heading tells the section, and surely where marks are goals") {
  ParagraphGroup activities = only(Role::activities);
  activities.section = Section::next;
  CHECK(assigned({activities}, 1, 1).slots.back().section == Section::next);
  CHECK(last_margin({activities}, 1, 1) == Approx(2 * 0.8));
  activities.marks_are_goals = true;
  CHECK(last_margin({activities}, 1, 1) == Approx(2 * 0.8 + 5));
}

TEST_CASE("a goal's own heading tells its text") {
  ParagraphGroup goal = only(Role::goal);
  goal.goals_before = {{Section::review, 2}};
  CHECK(assigned({goal}, 2).slots.back().goal == 2);
  CHECK(last_margin({goal}, 2) == Approx(3 + 3 * 0.45));
  goal.goals_after = std::exchange(goal.goals_before, {});
  CHECK(assigned({goal}, 2).slots.back().goal == 2);
  CHECK(last_margin({goal}, 2) == Approx(3 + 3 * 0.45));
}

TEST_CASE("a goal without a text costs 4, a list without entries 3, a list taken for a text 4") {
  ParagraphGroup group = group_of({{Role::goal, 20}, {Role::activities, 10}});
  CHECK(last_margin({group}) == Approx(10 + 4 - 3));
  group.paragraphs.resize(2);
  group.folded.resize(2);
  CHECK(last_margin({group}) == Approx(10 + 4 - 3 - 4));
}

TEST_CASE("what fits nowhere stands in no goal") {
  const ParagraphGroup goal = group_of({{Role::goal, -10}}), list = group_of({{Role::activities, -10}});
  CHECK(assigned({goal}).slots.back().section == Section::unknown);
  CHECK(last_margin({goal}) == Approx(10 - 3.5 - 4));
  CHECK(assigned({list}).slots.back().section == Section::unknown);
  CHECK(last_margin({list}) == Approx(10 - 3.5 - 3));
}

TEST_CASE("two texts for one goal cost 6, two lists 5, a list in two parts little") {
  ParagraphGroup goal = only(Role::goal);
  goal.section = Section::review;
  goal.marks_are_goals = true;
  CHECK(last_margin({goal, goal}) == Approx(20 + 0.8 - 6 + 3.5));
  const ParagraphGroup list = only(Role::outcomes);
  CHECK(last_margin({list, list}) == Approx(20 - 0.4 + 3.5));
  CHECK(last_margin({marked(list, {1}), marked(list, {1})}) == Approx(20 - 5 + 3.5));
  CHECK(last_margin({marked(list, {1}), marked(list, {2})}) == Approx(20 - 0.4 + 3.5));
  CHECK(last_margin({list, only(Role::goal), list}) == Approx(20 - 5 + 3.5));
}

TEST_CASE("groups that follow each other as a report has them are worth a little") {
  const ParagraphGroup goal = only(Role::goal), activities = only(Role::activities);
  const double in_order = last_margin({goal, activities}), turned = last_margin({activities, goal});
  CHECK(in_order == Approx(20 + 0.3 + 3 + 3.5));
  CHECK(turned == Approx(20 + 4 + 3.5));
  // Also from one goal's last list to the next goal's text.
  ParagraphGroup challenges = only(Role::challenges), second = only(Role::goal);
  challenges.goal_by_mark = {Section::review, 1};
  second.goal_by_mark = {Section::review, 2};
  CHECK(last_margin({challenges, second}, 2) == Approx(10 + 0.3));
}

TEST_CASE("words shared with the goal draw a list to it") {
  const std::vector<ParagraphGroup> groups = {of_goal(1, only(Role::goal, U"公園で遊ぶ")),
                                              of_goal(2, only(Role::goal, U"絵本に親しむ")),
                                              only(Role::outcomes, U"絵本を借りた")};
  const GroupSimilarity similarity({groups, 2, 0});
  const Assignment found = assigned(groups, 2);
  CHECK(found.slots.back() == Slot{Section::review, 2, Role::outcomes});
  CHECK(similarity.groups(2, 1) > 0.1);
  CHECK(found.margins.back() == Approx(14 * (similarity.groups(2, 1) - similarity.groups(2, 0))));
}

TEST_CASE("marks draw results to the activities that have them") {
  const ParagraphGroup both = of_goal(1, marked(only(Role::activities, U"公園"), {1, 2}));
  const ParagraphGroup one = of_goal(2, marked(only(Role::activities, U"絵本"), {1}));
  const ParagraphGroup results = only(Role::outcomes, U"延長");
  const Assignment all = assigned({marked(results, {1, 2}), both, one}, 2);
  CHECK(all.slots.front().goal == 1);
  // ② is unknown among the other's, and here ① and ② are all that there are.
  CHECK(all.margins.front() == Approx(1.2 + 0.5 + 1.5));
  const Assignment first = assigned({marked(results, {1}), both, one}, 2);
  CHECK(first.slots.front().goal == 2);
  CHECK(first.margins.front() == Approx(0.5));
}

TEST_CASE("words shared with the activity of the same mark draw a result to it") {
  const std::vector<ParagraphGroup> groups = {marked(only(Role::outcomes, U"絵本を借りた"), {1}),
                                              of_goal(1, marked(only(Role::activities, U"公園で遊ぶ"), {1})),
                                              of_goal(2, marked(only(Role::activities, U"絵本を読む"), {1}))};
  const GroupSimilarity similarity({groups, 2, 0});
  const Assignment found = assigned(groups, 2);
  CHECK(found.slots.front().goal == 2);
  CHECK(found.margins.front() == Approx(6 * (similarity.paragraphs(0, 0, 2, 0) - similarity.paragraphs(0, 0, 1, 0))));
}

TEST_CASE("one goal more is looked for where two texts stand for one") {
  ParagraphGroup first = only(Role::goal), second = only(Role::goal), third = only(Role::activities);
  first.role_scores[Role::goal] = second.role_scores[Role::goal] = 30;
  const Assignment found = assigned({first, second, third, only(Role::outcomes), only(Role::challenges)}, 1);
  CHECK(found.review_goals == 1);
  const Assignment full = assigned({first, third, only(Role::outcomes), only(Role::challenges), second, third,
                                    only(Role::outcomes), only(Role::challenges)},
                                   1);
  CHECK(full.review_goals == 2);
  CHECK(full.slots[0].goal != full.slots[4].goal);
}

TEST_CASE("lists do not pile up in a goal with several texts because all are a little alike") {
  std::vector<ParagraphGroup> groups;
  for (int goal = 1; goal <= 8; ++goal) {
    groups.push_back(only(Role::goal, U"公園で遊ぶ親子を支えます"));
    groups.push_back(only(Role::activities, U"公園で遊ぶ親子の会を開きます"));
    groups[groups.size() - 2].last_goal = groups.back().last_goal = {Section::next, goal};
  }
  const Assignment found = assigned(groups, 0, 8);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    CHECK(found.slots[g] == Slot{Section::next, static_cast<int>(g / 2) + 1, g % 2 ? Role::activities : Role::goal});
  }
}

TEST_CASE("what stands in a report's order is found without headings and marks") {
  std::vector<ParagraphGroup> groups;
  for (int goal = 1; goal <= 10; ++goal) {
    for (const Role role : {Role::goal, Role::activities, Role::outcomes, Role::challenges})
      groups.push_back(only(role));
  }
  const Assignment found = assigned(groups, 10);
  CHECK(found.complete);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    CHECK(found.slots[g] == Slot{Section::review, static_cast<int>(g / 4) + 1, kRoles[g % 4]});
  }
}

TEST_CASE("the places where a group might as well be are told, the best first") {
  ParagraphGroup group = outcomes();
  group.last_goal = {Section::review, 2};
  const Assignment found = assigned({group}, 2);
  const std::vector<OtherPlace>& others = found.others.front();
  REQUIRE(others.size() == 4);
  CHECK(others[0].slot == Slot{Section::review, 1, Role::outcomes});
  CHECK(others[0].behind == Approx(1.5));
  CHECK(others[0].behind == Approx(found.margins.front()));
  CHECK(others[1].slot == Slot{Section::review, 2, Role::challenges});
  CHECK(others[1].behind == Approx(10));
  CHECK(others[1].behind <= others[2].behind);
}

TEST_CASE("what is of a goal that a report may not have stands in none") {
  ParagraphGroup list = only(Role::activities);
  list.last_goal = {Section::next, 21};
  CHECK(assigned({list}, 0, 21).slots.front().section == Section::unknown);
  list.last_goal = {Section::next, 20};
  CHECK(assigned({list}, 0, 21).slots.front() == Slot{Section::next, 20, Role::activities});
}

TEST_CASE("the work for groups that fit everywhere is bounded, and what is left of it is told") {
  std::vector<ParagraphGroup> few, many;
  const auto list = [](int g) {
    ParagraphGroup group =
        group_of({{Role::activities, 20}, {Role::outcomes, 20}, {Role::challenges, 20}}, U"公園の会");
    return marked(std::move(group), {1 + g % 3});
  };
  for (int g = 0; g < 6; ++g) few.push_back(list(g));
  for (int g = 0; g < 250; ++g) many.push_back(list(g));
  CHECK(assigned(few, 2, 2).complete);
  const Assignment found = assigned(many, 20, 20);
  CHECK_FALSE(found.complete);
  // One round of tries begins before the work is spent, and may end after it.
  CHECK(found.work < 2 * kMostWork + kMostWork / 4);
}

TEST_CASE("rare words make groups more alike than common ones, kanji more than kana") {
  const auto alike = [](const std::vector<std::u32string>& texts) {
    ParagraphGroups groups;
    for (const std::u32string& text : texts) groups.groups.push_back(group_of({}, text));
    return GroupSimilarity(groups).groups(0, 1);
  };
  CHECK(alike({U"公園", U"公園"}) > 0.85);
  CHECK(alike({U"公園", U"絵本"}) == Approx(0));
  const double rare = alike({U"公園", U"公園絵本", U"手遊", U"人形"});
  CHECK(alike({U"公園", U"公園絵本", U"公園", U"公園"}) < rare);
  CHECK(alike({U"あいアイ", U"あいウエ"}) < 0.5 * alike({U"カキアイ", U"カキウエ"}));
  CHECK(alike({U"公ア園", U"公イ本"}) < 0.7 * alike({U"アイ園", U"アイ本"}));
}
