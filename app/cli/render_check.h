// Lays out every screen of a hub at every size, text size and language, and says what does not fit.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/drawing.h"

namespace hub::cli {

// One error for each text that is at fault, with an example of where. Empty: everything fits.
std::vector<base::Error> check_rendering(Typography& typography,
                                         const std::shared_ptr<const content::Snapshot>& snapshot,
                                         const content::Hub& hub, base::Date today);

}  // namespace hub::cli
