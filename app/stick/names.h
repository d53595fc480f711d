// File names as people wrote them, whatever the stick's file system and the program that filled it made of them.
#pragma once

#include <string>
#include <string_view>

namespace hub::stick {

// UTF-8 as it is; bytes of Shift_JIS (cp932), and Shift_JIS that somebody took for the letters of a Western PC (cp437,
// cp850, Latin-1), as the Japanese that they are. What is none of these stays.
std::string as_written(std::string_view name);

}  // namespace hub::stick
