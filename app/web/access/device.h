// What staff call the machine that a browser runs on, by what the browser says of itself: to tell whose it is, never to
// decide anything.
#pragma once

#include <string>
#include <string_view>

namespace hub::web {

// iPhone, Android のスマホ, Windows のパソコン; where it says nothing that is known: パソコンかスマホ.
std::string device_of(std::string_view user_agent);

}  // namespace hub::web
