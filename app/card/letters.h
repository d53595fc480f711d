// Words as people type them on a Japanese keyboard → words that can be compared.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hub::card {

struct Part {  // of a line's words, in bytes
  std::size_t begin = 0;
  std::size_t end = 0;

  std::string_view of(std::string_view words) const { return words.substr(begin, end - begin); }
};

// Without spaces of any width, and without controls, at both ends.
Part trimmed(std::string_view words, Part part);
// Without one pair of quotation marks of any kind around it. `lone`: without one that has no other, too.
Part unquoted(std::string_view words, Part part, bool lone);

// Full and half width become one (NFKC), capitals small, spaces go.
std::string folded(std::string_view words);
// The same with every dash and wave that stands between two times or days as "-".
std::string with_dashes(std::string_view words);

// Up to a # of any width that stands at its beginning or behind a space.
Part without_comment(std::string_view words, Part part);

// Of the = or : of any width that comes first; nothing there: npos.
struct Separator {
  std::size_t at = std::string_view::npos;
  std::size_t size = 0;
};
Separator find_separator(std::string_view words);

bool says_something(std::string_view words);  // there is a letter or a number in it

}  // namespace hub::card
