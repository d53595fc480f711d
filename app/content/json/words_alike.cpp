#include "content/json/words_alike.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace hub::content {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  // So many letters are to be put in or taken out at least.
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return most + 1;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1), least = row[0];
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
      least = std::min(least, row[j + 1]);
    }
    if (least > most) return most + 1;
  }
  return std::min(row.back(), most + 1);
}

bool are_alike(std::string_view a, std::string_view b, std::size_t most) {
  if (edit_distance(a, b, most) <= most) return true;
  std::string turned(a);
  for (std::size_t i = 0; i + 1 < turned.size(); ++i) {
    std::swap(turned[i], turned[i + 1]);
    if (turned == b) return true;
    std::swap(turned[i], turned[i + 1]);
  }
  return false;
}

}  // namespace hub::content
