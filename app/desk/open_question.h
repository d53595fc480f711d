// What a face asks staff of a draft, and what follows from each answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "desk/answers/choice.h"
#include "desk/draft/changes.h"
#include "desk/draft/work.h"

namespace hub::desk {

// What a choice would change of the draft's report, and the same in one sentence.
std::vector<StatementChange> changes_by(const Work& work, const Choice& choice);
base::Message consequence_of(const Work& work, const Choice& choice);

// A question with what can be answered.
struct OpenQuestion {
  int number = 0;  // from 0, as long as the draft is
  Work::State state = Work::State::open;
  report::Question question;
  std::optional<std::string> field;  // where its words are now; nothing: gone
  std::string text_now;              // what the draft says there
  std::vector<Choice> choices;
  std::vector<PlaceForWords> places;              // for words that a person chooses
  std::vector<base::Message> place_consequences;  // of each
  bool takes_more = false;                        // words that a person chooses leave it open
  std::optional<base::Message> answer;            // the last one given; it may have left it open
};

}  // namespace hub::desk
