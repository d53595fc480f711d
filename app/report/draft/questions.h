// The questions a careful reader would have about a draft.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/draft/draft.h"
#include "report/parse/front_matter.h"
#include "report/parse/goals.h"
#include "report/parse/list_marks.h"

namespace hub::report {

// What a field of the draft was made of: the report's own words, before stray spaces went.
struct FieldSource {
  std::string pointer;  // JSON Pointer of the field
  SourceText words;
  std::vector<std::u32string> taken_spaces;
  bool scripts_joined = false;  // spaces around digits and Latin words went, too
};

// The weightiest first.
std::vector<Question> find_questions(const FrontMatter& front_matter, const FoundGoals& goals,
                                     const std::vector<FieldSource>& sources,
                                     const std::optional<LostMarks>& lost_marks, const Document& document);

}  // namespace hub::report
