// The places of a string, {name}, and what stands in them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace hub::content {

using Fill = std::pair<std::string_view, std::string>;  // name → value

// A place without a value stays as it is written.
std::string fill_in(std::string words, std::initializer_list<Fill> fills);

}  // namespace hub::content
