#include "content/model/report.h"

#include <algorithm>

namespace hub::content {

namespace {

bool share_a_mark(const std::vector<int>& a, const std::vector<int>& b) {
  return std::any_of(a.begin(), a.end(), [&](int mark) { return std::find(b.begin(), b.end(), mark) != b.end(); });
}

std::vector<std::size_t> carrying(const std::vector<int>& marks, const std::vector<Item>& items) {
  std::vector<std::size_t> found;
  for (std::size_t index = 0; index < items.size(); ++index) {
    const bool belongs = marks.empty() ? items[index].marks.empty() : share_a_mark(marks, items[index].marks);
    if (belongs) found.push_back(index);
  }
  return found;
}

Thread& thread_named(const std::vector<int>& marks, std::vector<Thread>& threads) {
  const auto same = [&](const Thread& thread) { return thread.marks == marks; };
  const auto found = std::find_if(threads.begin(), threads.end(), same);
  return found == threads.end() ? threads.emplace_back(Thread{marks, {}, {}, {}}) : *found;
}

}  // namespace

std::vector<Thread> threads_of(const ReviewedGoal& goal) {
  std::vector<Thread> threads;
  Thread unmarked;
  for (std::size_t index = 0; index < goal.activities.size(); ++index) {
    const std::vector<int>& marks = goal.activities[index].marks;
    Thread& thread = marks.empty() ? unmarked : thread_named(marks, threads);
    thread.activities.push_back(index);
  }
  threads.push_back(std::move(unmarked));
  for (Thread& thread : threads) {
    thread.outcomes = carrying(thread.marks, goal.outcomes);
    thread.challenges = carrying(thread.marks, goal.challenges);
  }
  const Thread& last = threads.back();
  if (last.activities.empty() && last.outcomes.empty() && last.challenges.empty()) threads.pop_back();
  return threads;
}

}  // namespace hub::content
