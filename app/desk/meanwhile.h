// What was published while a draft was in the making: what does not touch the draft's own changes goes into it, the
// rest is asked about.
#pragma once

#include <string>
#include <vector>

#include "desk/edit/step.h"

namespace hub::desk {

// A value that both have changed, otherwise.
struct Collision {
  std::string file;  // inside the content folder
  std::string pointer;
  std::string ours;    // JSON; empty: it is not there
  std::string theirs;  // that shows now
};

struct Meanwhile {
  std::vector<Edit> moves_over;  // onto the draft's files
  std::vector<Collision> collisions;
};

// Of one file: as it showed when the draft was begun, as it is in the draft, as it shows now. Empty: not there.
Meanwhile meanwhile(const std::string& file, const std::string& base, const std::string& draft,
                    const std::string& shows);

}  // namespace hub::desk
