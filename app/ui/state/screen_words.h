// What went wrong, in Japanese, for staff who stand at a screen and have no keyboard: nothing of commands, options,
// paths or programs, which stay with the command line, but whom to ask instead.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace hub::ui {

// Whether a sentence is for who has a command line.
bool speaks_of_commands(std::string_view sentence);

// What happened, and what to do next. Sentences that speak of commands are left out; where one was, staff are told to
// ask who set the screen up.
struct ScreenWords {
  std::string what;    // never empty, unless the error's is
  std::string remedy;  // may be empty
};
ScreenWords screen_words(const base::Error& error);

}  // namespace hub::ui
