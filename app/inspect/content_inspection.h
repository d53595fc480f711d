// What loading cannot find wrong, because it takes the screens' own knowledge: icons, colours, the dictionary.
#pragma once

#include <vector>

#include "base/result.h"
#include "content/model/snapshot.h"

namespace hub::inspect {

// Errors.
std::vector<base::Error> unknown_icons(const content::Snapshot& snapshot);

// Warnings. A colour that words cannot be read on is not used.
std::vector<base::Error> unreadable_colours(const content::Snapshot& snapshot);
// The kiosk works without the dictionary, but breaks lines less well and reads fewer words.
std::vector<base::Error> missing_dictionary();

}  // namespace hub::inspect
