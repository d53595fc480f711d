#include "content/model/wording.h"

#include <algorithm>

#include "base/characters.h"
#include "base/circled_numbers.h"
#include "content/model/letters.h"

namespace hub::content {

namespace {

void replace_all(std::u32string& words, std::u32string_view from, std::u32string_view to) {
  std::size_t at = words.find(from);
  if (at == words.npos) return;
  std::u32string replaced;
  std::size_t kept = 0;
  for (; at != words.npos; at = words.find(from, kept)) {
    replaced.append(words, kept, at - kept).append(to);
    kept = at + from.size();
  }
  words = replaced.append(words, kept);
}

// Normalising takes time with the square of what may combine. A kanji or a hiragana combines with nothing before it and
// so begins a part; nobody reads hundreds of accents on one letter.
constexpr std::size_t kPart = 500, kLongestPart = 1000;
bool begins_part(char32_t c) { return (c >= 0x3041 && c <= 0x3096) || (c >= 0x4E00 && c <= 0x9FFF); }

}  // namespace

std::u32string fold(std::u32string_view words) {
  // NFKC would turn ① into 1, and a mark into a number of the words.
  std::u32string folded, plain;
  const auto flush = [&] {
    folded += base::nfkc(plain);
    plain.clear();
  };
  for (const char32_t character : mended(words, Source::report).words) {
    if (base::is_space(character)) continue;
    if (plain.size() >= kLongestPart || (plain.size() >= kPart && begins_part(character))) flush();
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

CharacterPairs pairs_of(std::u32string_view words) {
  CharacterPairs pairs;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) pairs.emplace_back(words[i], words[i + 1]);
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

double likeness(std::u32string_view a, std::u32string_view b) { return likeness(pairs_of(a), pairs_of(b)); }

double likeness(const CharacterPairs& a, const CharacterPairs& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t shared = 0;
  for (auto in_a = a.begin(), in_b = b.begin(); in_a != a.end() && in_b != b.end();) {
    if (*in_a == *in_b) {
      ++shared, ++in_a, ++in_b;
    } else {
      ++(*in_a < *in_b ? in_a : in_b);
    }
  }
  return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

}  // namespace hub::content
