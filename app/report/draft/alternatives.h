// What a person may choose where the reader is not sure.
#pragma once

#include <set>
#include <vector>

#include "report/draft/draft.h"
#include "report/parse/goals.h"

namespace hub::report {

// Where the words of a group may be instead; the likelier, the less the report would be worse. `confidence` is that of
// the place where they are.
std::vector<Alternative> other_places(const FoundGoals& goals, int group, double confidence);

// Which of the activities' marks an item without one may have. `expected`: the one that its place in the list tells.
std::vector<Alternative> other_marks(const std::set<int>& known, int expected);

std::vector<Alternative> other_years(int year);

// The lines before and after each question's place, and the one that it is about.
void add_lines(const Document& document, std::vector<Question>& questions);

}  // namespace hub::report
