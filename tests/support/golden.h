// Pictures and boxes that were looked at and found good, in tests/golden. HUB_UPDATE_GOLDEN=1 takes what the tests draw
// now as the new good ones where it is not what was expected, and leaves the others byte for byte: look at every
// picture that changed before committing it.
#pragma once

#include <string>

#include "platform/picture.h"

namespace hub::tests {

// Where the goldens are and what becomes of what is not as they are.
struct Goldens {
  std::string folder;      // holds <name>.txt and <name>.png
  std::string left_there;  // what was drawn, what was expected and the difference, after a failure
  std::string command;     // draws everything again; with HUB_UPDATE_GOLDEN=1 before it, takes new ones
  bool update = false;     // takes new ones
};

// Each gives what to say when it is not as expected: where to look and what to do next. Empty: it is, or a new one has
// been taken.

// Compares exactly with <name>.txt.
std::string compare_text(const Goldens& goldens, const std::string& name, const std::string& text);

// Compares with <name>.png as an eye would. Goldens are kept at a quarter of the size, each pixel the mean of 4 × 4:
// another Mesa's rounding vanishes in the mean, a word that moved by two pixels does not.
// A failure leaves <name>.out.png, <name>.expected.png and <name>.difference.png.
std::string compare_picture(const Goldens& goldens, const std::string& name, const platform::Picture& picture);

// The same with tests/golden; a difference stays in <build>/pictures and fails the test.
void check_golden_text(const std::string& name, const std::string& text);
void check_golden_picture(const std::string& name, const platform::Picture& picture);

}  // namespace hub::tests
