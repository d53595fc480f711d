// What stands before the goals: title, years, period, implementers, and the parts that all wards word alike (purpose,
// principles, seven services, evaluation method), which their words tell wherever they stand.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/parse/paragraphs.h"
#include "report/words/years.h"

namespace hub::report {

// Words of the report, and where they stand.
struct SourceText {
  std::u32string words;
  Place place;
  double confidence = 1;
  std::size_t guessed_join = 0;  // as a paragraph's
  int group = -1;                // among those that were assigned to goals; -1: none of them
};

struct FoundService {
  int number = 0;
  SourceText description;
  SourceText program;
};

struct FrontMatter {
  std::optional<SourceText> title;
  std::u32string hub_name;  // that stands where the title should, which was made of its ward; empty: it does not
  std::u32string ward;
  int review_year = 0;  // 0: the report does not say
  int goal_year = 0;
  bool years_said = false;  // by the title, or by headings that agree; else they come from one or the period
  std::optional<FoundPeriod> period;
  SourceText period_words;
  std::vector<SourceText> implementers;
  std::vector<SourceText> purpose;     // one, when all is well
  std::vector<SourceText> principles;  // these three in the report's own order
  std::vector<FoundService> services;
  std::vector<SourceText> evaluation;
  std::vector<SourceText> above_title;  // lines of the page around the report
  std::vector<SourceText> leftover;     // belongs before the goals, and nowhere in particular
};

// Takes what it places out of `paragraphs`.
FrontMatter find_front_matter(std::vector<Paragraph>& paragraphs);

// The ward of the hub that the report is of; the report names none. The title is made of it, and has little confidence.
void take_ward(const std::u32string& ward, FrontMatter& front_matter);

}  // namespace hub::report
