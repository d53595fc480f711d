#include "desk/meanwhile.h"

#include <algorithm>

namespace hub::desk {

namespace {

std::string whole(const std::string& json) { return json.empty() ? "{}" : json; }

bool touch(const std::string& a, const std::string& b) {
  return a == b || a.starts_with(b + "/") || b.starts_with(a + "/");
}

}  // namespace

Meanwhile meanwhile(const std::string& file, const std::string& base, const std::string& draft,
                    const std::string& shows) {
  Meanwhile found;
  const std::vector<Edit> ours = edits_between(file, whole(base), whole(draft));
  for (Edit& theirs : edits_between(file, whole(base), whole(shows))) {
    const auto same_place = [&](const Edit& one) { return touch(one.pointer, theirs.pointer); };
    const auto mine = std::ranges::find_if(ours, same_place);
    if (mine == ours.end()) {
      found.moves_over.push_back(std::move(theirs));
    } else if (mine->pointer != theirs.pointer || mine->after != theirs.after) {
      found.collisions.push_back({file, mine->pointer, mine->after.value_or(""), theirs.after.value_or("")});
    }
  }
  return found;
}

}  // namespace hub::desk
