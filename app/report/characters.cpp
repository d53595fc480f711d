#include "report/characters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace hub::report {

namespace {

constexpr std::u32string_view kBullets = U"・•●○◯★☆◆◇■□▪◎▶➢‣⁃∙·▸➤✓";
constexpr std::u32string_view kClosing = U"」』）】〉》〕］｝)]}”’";
constexpr std::u32string_view kTerminal = U"。！？!?｡";

std::u32string normalised(std::u32string_view words) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return std::u32string(words);
  const auto* points = reinterpret_cast<const UChar32*>(words.data());
  const icu::UnicodeString before = icu::UnicodeString::fromUTF32(points, static_cast<std::int32_t>(words.size()));
  const icu::UnicodeString after = nfkc->normalize(before, status);
  std::u32string folded;
  for (std::int32_t i = 0; i < after.length(); i = after.moveIndex32(i, 1)) {
    folded.push_back(static_cast<char32_t>(after.char32At(i)));
  }
  return folded;
}

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

bool is_space(char32_t character) {
  return u_isUWhiteSpace(static_cast<UChar32>(character)) || character == 0x200B || character == 0xFEFF;
}

bool is_japanese(char32_t c) {
  return (c >= 0x3001 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) ||
         (c >= 0xFF5B && c <= 0xFF9F);
}

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
bool is_bullet(char32_t c) { return kBullets.find(c) != kBullets.npos; }
bool is_circled(char32_t c) { return c >= 0x2460 && c <= 0x2473; }
int circled_value(char32_t c) { return static_cast<int>(c - 0x2460) + 1; }

bool ends_sentence(std::u32string_view words) {
  while (!words.empty() && (kClosing.find(words.back()) != kClosing.npos || is_space(words.back()))) {
    const bool bracket = words.back() == U'）' || words.back() == U')';
    words.remove_suffix(1);
    // します。（講座の実施など）
    const std::size_t open = bracket ? words.find_last_of(U"（(") : words.npos;
    if (open != words.npos && open > 0 && kTerminal.find(words[open - 1]) != kTerminal.npos) return true;
  }
  return !words.empty() && kTerminal.find(words.back()) != kTerminal.npos;
}

std::u32string fold(std::u32string_view words) {
  // NFKC would turn ① into 1, and a mark into a number of the words.
  std::u32string folded, plain;
  const auto flush = [&] {
    folded += normalised(plain);
    plain.clear();
  };
  for (const char32_t character : words) {
    if (is_space(character)) continue;
    if (is_circled(character)) {
      flush();
      folded.push_back(character);
    } else {
      plain.push_back(character);
    }
  }
  flush();
  std::erase_if(folded, is_space);
  for (char32_t& character : folded) {
    if (character == U'〜' || character == U'∼' || character == U'―' || character == U'–') character = U'~';
    if (character == U'•' || character == U'･') character = U'・';
  }
  replace_all(folded, U"取り組み", U"取組");
  replace_all(folded, U"取組み", U"取組");
  return folded;
}

std::u32string trimmed(std::u32string_view words) {
  while (!words.empty() && is_space(words.front())) words.remove_prefix(1);
  while (!words.empty() && is_space(words.back())) words.remove_suffix(1);
  return std::u32string(words);
}

double width_em(std::u32string_view words) {
  double width = 0;
  for (const char32_t c : words) width += c < 0x80 || (c >= 0xFF61 && c <= 0xFF9F) ? 0.5 : 1;
  return width;
}

bool contains(std::u32string_view words, std::u32string_view part) { return words.find(part) != words.npos; }

double likeness(std::u32string_view a, std::u32string_view b) {
  const std::vector<Pair> of_a = pairs_of(a), of_b = pairs_of(b);
  if (of_a.empty() || of_b.empty()) return 0;
  std::vector<Pair> shared;
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(shared));
  return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(of_a.size() + of_b.size());
}

std::string utf8(std::u32string_view words) { return base::encode_utf8(words); }

}  // namespace hub::report
