#include "report/words/outline_number.h"

#include <algorithm>
#include <iterator>

#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr std::u32string_view kRoman[] = {U"I", U"II", U"III", U"IV", U"V", U"VI", U"VII", U"VIII", U"IX", U"X"};
constexpr std::u32string_view kKanji = U"一二三四五六七八九十";
constexpr std::u32string_view kKana = U"アイウエオカキクケコ";
constexpr std::u32string_view kParts = U"-‐−–.の";
constexpr std::u32string_view kClosing = U").、:,-．";
constexpr std::u32string_view kUnits = U"章節項部";
constexpr char32_t kBlackCircle = U'❶', kSerifless = U'➀', kBlackSerifless = U'➊';

bool is_one_of(std::u32string_view all, char32_t c) { return all.find(c) != all.npos; }
bool is_plain_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// ① and its likes; 0: none.
int circled_number_of(char32_t c) {
  if (is_circled_number(c)) return circled_value(c);
  for (const char32_t first : {kBlackCircle, kSerifless, kBlackSerifless}) {
    if (c >= first && c < first + 10) return static_cast<int>(c - first) + 1;
  }
  return 0;
}

struct Letters {
  int value = 0;
  std::size_t length = 0;
};

Letters digits_at(std::u32string_view words) {
  Letters found;
  while (found.length < words.size() && found.length < 3 && is_plain_digit(words[found.length])) {
    found.value = found.value * 10 + static_cast<int>(words[found.length++] - U'0');
  }
  return found.length > 2 ? Letters{} : found;
}

Letters roman_at(std::u32string_view words) {
  std::size_t length = 0;
  while (length < words.size() && is_one_of(U"IVXivx", words[length])) ++length;
  const int value = roman_value(words.substr(0, length));
  return value > 0 ? Letters{value, length} : Letters{};
}

Letters letter_at(std::u32string_view words) {
  const char32_t c = words.front();
  if (const std::size_t kana = kKana.find(c); kana != kKana.npos) return {static_cast<int>(kana) + 1, 1};
  if (const std::size_t kanji = kKanji.find(c); kanji != kKanji.npos) return {static_cast<int>(kanji) + 1, 1};
  if (c >= U'a' && c <= U'j') return {static_cast<int>(c - U'a') + 1, 1};
  if (c >= U'A' && c <= U'J') return {static_cast<int>(c - U'A') + 1, 1};
  return {};
}

}  // namespace

int roman_value(std::u32string_view folded) {
  std::u32string upper;
  for (const char32_t c : folded) upper.push_back(c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c);
  const auto* const found = std::ranges::find(kRoman, upper);
  return found == std::end(kRoman) ? 0 : static_cast<int>(found - std::begin(kRoman)) + 1;
}

int kanji_value(std::u32string_view folded) {
  const std::size_t found = folded.size() == 1 ? kKanji.find(folded.front()) : kKanji.npos;
  return found == kKanji.npos ? 0 : static_cast<int>(found) + 1;
}

std::optional<OutlineNumber> outline_number_of(std::u32string_view folded) {
  if (folded.empty()) return std::nullopt;
  OutlineNumber number;
  if (const int value = circled_number_of(folded.front()); value > 0) {
    number = {.value = value, .circled = true, .length = 1};
    if (folded.size() > 1 && is_one_of(kClosing, folded[1])) ++number.length;
    return number;
  }
  std::size_t at = 0;
  const bool ordinal = folded.front() == U'第', bracket = folded.front() == U'(';
  if (ordinal || bracket) ++at;
  if (at >= folded.size()) return std::nullopt;
  Letters letters = digits_at(folded.substr(at));
  number.plain = letters.length > 0 && !ordinal;
  if (letters.length == 0) letters = roman_at(folded.substr(at));
  if (letters.length == 0) letters = letter_at(folded.substr(at));
  if (letters.length == 0) return std::nullopt;
  number.value = letters.value;
  at += letters.length;
  // 1-1, 2.3
  while (number.plain && at + 1 < folded.size() && is_one_of(kParts, folded[at]) && is_plain_digit(folded[at + 1])) {
    at += 1 + digits_at(folded.substr(at + 1)).length;
    number.value = 0;
  }
  if (at < folded.size() && is_plain_digit(folded[at])) return std::nullopt;
  if (bracket && (at >= folded.size() || folded[at] != U')')) return std::nullopt;
  if (ordinal && at < folded.size() && is_one_of(kUnits, folded[at])) ++at;
  if (at < folded.size() && is_one_of(kClosing, folded[at])) ++at;
  if (number.value == 0) number.plain = false;
  number.length = at;
  return number;
}

}  // namespace hub::report
