// What was published while a draft was in the making: what does not touch the draft's own changes goes into it, the
// rest is asked about.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "desk/edit/step.h"

namespace hub::desk {

// A value that both have changed, otherwise.
struct Collision {
  std::string file;     // as steps name it
  std::string pointer;  // the same place in both
  std::string ours;     // JSON; empty: it is not there
  std::string theirs;   // that shows now
  bool operator==(const Collision&) const = default;
};

struct Meanwhile {
  std::vector<Edit> moves_over;  // onto the draft's files
  std::vector<Collision> collisions;
};

// Of one file: as it showed when the draft was begun, as it is in the draft, as it shows now. Empty: not there.
Meanwhile meanwhile(const std::string& file, const std::string& base, const std::string& draft,
                    const std::string& shows);

// The place by the name that staff know it by.
base::Message name_of(const Collision& collision);

// What of a value people read, Japanese where there are several languages: the texts of a list one after the other.
// Empty: there is nothing to read.
std::string words_of(const std::string& json);

}  // namespace hub::desk
