// Pictures and boxes that were looked at and found good, in tests/golden. HUB_UPDATE_GOLDEN=1 takes what the tests draw
// now as the new good ones: look at every picture that changed before committing it.
#pragma once

#include <string>

#include "platform/picture.h"

namespace hub::tests {

// Compares text exactly with tests/golden/<name>.txt; what differs stays in <build>/pictures.
void check_golden_text(const std::string& name, const std::string& text);

// Compares a picture with tests/golden/<name>.png as an eye would. Goldens are kept at a quarter of the size, each
// pixel the mean of 4 × 4: another Mesa's rounding vanishes in the mean, a word that moved by two pixels does not.
// A failure leaves <name>.out.png, <name>.expected.png and <name>.difference.png in <build>/pictures.
void check_golden_picture(const std::string& name, const platform::Picture& picture);

}  // namespace hub::tests
