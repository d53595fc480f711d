// Random words that nobody guesses, and comparing them so that the time it takes tells nothing.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace hub::web {

// 128 bits as 32 hexadecimal digits.
using MakeSecret = std::function<std::string()>;
std::string random_secret();

// As long for every pair of the same lengths.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace hub::web
