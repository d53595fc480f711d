// The questions a careful reader would have about a draft.
#pragma once

#include <string>
#include <vector>

#include "report/draft/draft.h"
#include "report/parse/front_matter.h"
#include "report/parse/goals.h"

namespace hub::report {

// What the draft was made of, by JSON Pointer: the raw words of each text, before stray spaces went.
struct Drawn {
  std::string pointer;
  Words words;
  std::vector<std::u32string> taken_spaces;
  bool scripts_joined = false;  // spaces around digits and Latin words went, too
};

std::vector<Question> questions(const FrontMatter& front, const FoundGoals& goals, const std::vector<Drawn>& drawn,
                                Document::Kind kind);

}  // namespace hub::report
