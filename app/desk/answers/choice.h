// The answers to a question about a draft that can be given without typing, each with what follows from it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "desk/answers/places.h"
#include "desk/edit/step.h"
#include "report/draft/draft.h"

namespace hub::desk {

struct Choice {
  std::string id;  // the same for the same answer, whatever else was answered: right, omit, to:/goals/0/activities#2
  base::Message label;
  std::string group;      // a list of the report: choices of one group may be offered together; empty: by itself
  double likelihood = 0;  // 0…1, of those that are not simply right
  bool settles = true;    // the question is answered by it; else it stays open, for more of the same
  Step step;              // what it does to the draft; nothing where all stays
  // What follows from it, as Desk::questions_of says it: of a choice that stands by itself.
  base::Message consequence = {};
};

// What a question is about, as the draft is now.
struct Asked {
  const report::Question& question;
  std::optional<std::string> field;              // where the question's field is now; nothing: it is gone
  std::string file;                              // of the report, as steps name it
  std::string report;                            // its JSON
  std::map<std::string, report::Place> origins;  // by where the texts are now
};

// It is about so much of the report that a correction leaves it open, for more of the same.
bool takes_more(const Asked& asked);

// That all is as it should be comes first, then the likeliest. Never empty.
std::vector<Choice> choices_for(const Asked& asked);

// Words that the question lists, or that a person has chosen among the report's lines, go to a place of `places_for`.
// They go away from where they stand in the draft. Nothing: there is no such place, or no words.
std::optional<Choice> put_there(const Asked& asked, const Entry& words, report::Place from, const std::string& place);
std::vector<PlaceForWords> places_for(const Asked& asked);

}  // namespace hub::desk
