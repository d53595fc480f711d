// What keeps a draft from being shown at all (years, no goal, not seven services, lost letters …), as the loader says
// it, and the question whose answer mends it.
#pragma once

#include <optional>
#include <vector>

#include "base/message.h"
#include "content/json/diagnostic.h"
#include "desk/draft/work.h"

namespace hub::desk {

struct Hindrance {
  base::Message what;
  base::Message remedy;         // for whoever mends it without a question
  std::optional<int> question;  // nothing: none is about it
};

// Of what was found in all content with the draft; warnings keep nothing from showing.
std::vector<Hindrance> hindrances_of(const Work& work, const std::vector<content::Diagnostic>& found);

}  // namespace hub::desk
