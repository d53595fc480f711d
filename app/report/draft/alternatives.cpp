#include "report/draft/alternatives.h"

#include <algorithm>
#include <cmath>

#include "report/draft/field_names.h"
#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr double kLeastLikely = 0.01;    // less is no choice
constexpr double kExpectedMark = 0.6;    // of a mark that the order tells
constexpr std::size_t kLinesAround = 2;  // before and after

std::string field_of(const Slot& slot) {
  if (slot.section == Section::unknown) return "";
  const std::string section = slot.section == Section::review ? "/review/" : "/goals/";
  return section + std::to_string(slot.goal - 1) + "/" + role_key(slot.role);
}

}  // namespace

std::vector<Alternative> other_places(const FoundGoals& goals, int group, double confidence) {
  std::vector<Alternative> alternatives;
  if (group < 0) return alternatives;
  const std::vector<OtherPlace>& others = goals.others[static_cast<std::size_t>(group)];
  double all = 0;
  for (const OtherPlace& other : others) all += std::exp(-other.behind);
  for (const OtherPlace& other : others) {
    const double share = all > 0 ? (1 - confidence) * std::exp(-other.behind) / all : 0;
    if (share < kLeastLikely) continue;
    Alternative& one = alternatives.emplace_back();
    one.field = field_of(other.slot);
    one.confidence = share;
  }
  return alternatives;
}

std::vector<Alternative> other_marks(const std::set<int>& known, int expected) {
  std::vector<Alternative> alternatives;
  const auto add = [&](int mark, double confidence) {
    Alternative& one = alternatives.emplace_back();
    one.marks = {mark};
    one.confidence = confidence;
  };
  const bool expects = known.contains(expected);
  const auto others = static_cast<double>(known.size() - (expects ? 1 : 0));
  if (expects) add(expected, kExpectedMark);
  for (const int mark : known) {
    if (mark != expected) add(mark, (1 - (expects ? kExpectedMark : 0)) / (others + 1));
  }
  return alternatives;
}

std::vector<Alternative> other_years(int year) {
  std::vector<Alternative> alternatives;
  for (const int other : {year - 1, year + 1}) {
    Alternative& one = alternatives.emplace_back();
    one.year = other;
    one.confidence = 0.2;
  }
  return alternatives;
}

void add_lines(const Document& document, std::vector<Question>& questions) {
  const std::vector<Line>& lines = document.lines;
  for (Question& question : questions) {
    if (question.place.line == 0) continue;
    const auto at = std::ranges::find(lines, question.place, &Line::place);
    if (at == lines.end()) continue;
    const auto index = static_cast<std::size_t>(at - lines.begin());
    const std::size_t first = index - std::min(index, kLinesAround);
    const std::size_t end = std::min(lines.size(), index + kLinesAround + 1);
    for (std::size_t i = first; i < end; ++i) question.lines.push_back({lines[i].place, utf8(lines[i].words)});
  }
}

}  // namespace hub::report
