// How far two words are from each other.
#pragma once

#include <cstddef>
#include <string_view>

namespace hub::content {

// Letters to put in, take out or change until one word is the other; most + 1 where it is more than `most`, which costs
// less to find out.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

// No further than `most`; two letters in each other's place (josn) are one mistake.
bool are_alike(std::string_view a, std::string_view b, std::size_t most);

}  // namespace hub::content
