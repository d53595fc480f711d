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
struct Words {
  std::u32string words;
  Place place;
  double confidence = 1;
  std::size_t guessed_join = 0;  // as a piece's
};

struct FrontService {
  int number = 0;
  Words description;
  Words program;
};

struct FrontMatter {
  std::optional<Words> title;
  std::u32string ward;
  int review_year = 0;  // 0: the report does not say
  int goal_year = 0;
  bool years_said = false;  // by the title; else they come from headings or the period
  std::optional<FoundPeriod> period;
  Words period_words;
  std::vector<Words> implementers;
  std::vector<Words> purpose;  // one, when all is well
  std::vector<Words> principles;
  std::vector<FrontService> services;  // by number
  std::vector<Words> evaluation;
  std::vector<Words> leftover;  // belongs before the goals, and nowhere in particular
};

// Takes what it places out of `pieces`.
FrontMatter find_front_matter(std::vector<Paragraph>& paragraphs);

}  // namespace hub::report
