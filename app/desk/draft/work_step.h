// One step of a draft: an answer, a decision or a typed change.
#pragma once

#include <optional>
#include <string>

#include "base/message.h"
#include "desk/answers/choice.h"
#include "desk/draft/meanwhile.h"
#include "desk/edit/step.h"
#include "desk/typed/address.h"
#include "report/words/document.h"

namespace hub::desk {

inline constexpr int kTyped = -1;  // in place of a question's number

// Of two texts that collide, which shall show.
inline constexpr const char* kOurs = "ours";      // the draft's
inline constexpr const char* kTheirs = "theirs";  // that shows now

// What a person typed, beside what it changed.
struct TypedNote {
  Address at;            // of what was edited, as the step found it
  std::string language;  // of the words of a text; empty: it was another edit
  std::string japanese;  // of a translation: what it was made of
};

// One answer, or one typed change.
struct WorkStep {
  int question = kTyped;       // index into the reading's questions; kTyped: typed, or about a collision
  std::string choice;          // its id; put:PLACE where the words below go there; kOurs, kTheirs
  std::optional<Entry> words;  // that a person chose
  report::Place from;          // where they stand in the report
  bool settles = true;
  std::string at;  // 2026-11-27T15:03
  std::string who;
  base::Message label;
  Step step;
  std::optional<TypedNote> typed = {};
  int first = 0, last = 0;  // the revisions that it made; more than one where typing went on. 0: not known any more
  std::optional<Collision> about = std::nullopt;  // that was decided
};

}  // namespace hub::desk
