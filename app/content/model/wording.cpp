#include "content/model/wording.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/characters.h"
#include "base/circled_numbers.h"

namespace hub::content {

namespace {

void replace_all(std::u32string& words, std::u32string_view from, std::u32string_view to) {
  for (std::size_t at = 0; (at = words.find(from, at)) != words.npos; at += to.size())
    words.replace(at, from.size(), to);
}

using Pair = std::pair<char32_t, char32_t>;

std::vector<Pair> pairs_of(std::u32string_view words) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) pairs.emplace_back(words[i], words[i + 1]);
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

std::u32string fold(std::u32string_view words) {
  // NFKC would turn ① into 1, and a mark into a number of the words.
  std::u32string folded, plain;
  const auto flush = [&] {
    folded += base::nfkc(plain);
    plain.clear();
  };
  for (const char32_t character : words) {
    if (base::is_space(character)) continue;
    if (base::is_circled_number(character)) {
      flush();
      folded.push_back(character);
    } else {
      plain.push_back(character);
    }
  }
  flush();
  std::erase_if(folded, base::is_space);
  for (char32_t& character : folded) {
    if (character == U'〜' || character == U'∼' || character == U'―' || character == U'–') character = U'~';
    if (character == U'•' || character == U'･') character = U'・';
  }
  replace_all(folded, U"取り組み", U"取組");
  replace_all(folded, U"取組み", U"取組");
  return folded;
}

double likeness(std::u32string_view a, std::u32string_view b) {
  const std::vector<Pair> of_a = pairs_of(a), of_b = pairs_of(b);
  if (of_a.empty() || of_b.empty()) return 0;
  std::vector<Pair> shared;
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(shared));
  return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(of_a.size() + of_b.size());
}

}  // namespace hub::content
