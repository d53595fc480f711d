// How Japanese counts things.
#pragma once

#include <string>

namespace hub::base {

// 1 つ … 9 つ, 10 件: つ counts no further than nine. `counter` is what counts from ten on: 件, 個, か所.
inline std::string counted(int things, const char* counter = "件") {
  return std::to_string(things) + " " + (things < 10 ? "つ" : counter);
}

// The place in a list: 2 つ目, 12 番目.
inline std::string counted_place(int place) { return std::to_string(place) + (place < 10 ? " つ目" : " 番目"); }

}  // namespace hub::base
