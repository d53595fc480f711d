// Whether what a screen shows of a report is what the published report says, sentence by sentence.
#pragma once

#include <string>
#include <vector>

#include "content/model/report.h"
#include "report/words/document.h"

namespace hub::report {

struct SentenceCheck {
  std::string pointer;   // JSON Pointer of its text
  std::string sentence;  // as the screen shows it, without furigana
  bool found = false;    // letter by letter, spaces and line ends apart
  Place place;           // in the report, of the sentence or of what is most like it; line 0: of nothing
  // Where it is not found and something like it is: both, with what differs in 【】.
  std::string shown;
  std::string published;
};

// Every displayed sentence of `report`, in the order of its file.
std::vector<SentenceCheck> check_against(const content::Report& report, const Document& source);

// The ward and the year of the goals that a published report says it is about; empty and 0 where it does not.
struct Subject {
  std::string ward;
  int goal_year = 0;
};
Subject subject_of(const Document& source);

}  // namespace hub::report
