#include <algorithm>

#include "report/characters.h"
#include "report/pieces.h"

namespace hub::report {

namespace {

int digit_value(char32_t c) { return static_cast<int>(c >= U'０' ? c - U'０' : c - U'0'); }
bool is_one_of(std::u32string_view all, char32_t c) { return all.find(c) != all.npos; }

std::size_t skip_spaces(std::u32string_view words, std::size_t at) {
  while (at < words.size() && is_space(words[at])) ++at;
  return at;
}

// ①② or ①・② or ①～③.
std::size_t read_marks(std::u32string_view words, std::vector<int>& marks) {
  std::size_t at = 0, end = 0;
  bool range = false;
  while (at < words.size()) {
    const char32_t c = words[at];
    if (is_mark(c)) {
      const int value = circled_value(c);
      if (range && !marks.empty()) {
        for (int between = marks.back() + 1; between < value; ++between) marks.push_back(between);
      }
      marks.push_back(value);
      range = false;
      end = ++at;
    } else if (end > 0 && is_one_of(U"・、,，～~〜-－", c) && at + 1 < words.size() && is_mark(words[at + 1])) {
      range = is_one_of(U"～~〜-－", c);
      ++at;
    } else {
      break;
    }
  }
  if (end > 0 && end < words.size() && is_one_of(U".．：:", words[end])) ++end;
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  return end;
}

// 1. １．1、 １　 (1) １) and 1 before a space, but not 1.5, 2か所 and 1,000.
std::size_t read_number(std::u32string_view words, int& number) {
  std::size_t at = 0;
  const bool bracket = !words.empty() && is_one_of(U"(（", words[0]);
  if (bracket) ++at;
  int value = 0;
  const std::size_t first = at;
  while (at < words.size() && is_digit(words[at]) && at - first < 3) value = value * 10 + digit_value(words[at++]);
  if (at == first || at - first > 2 || value < 1 || value > 20) return 0;
  if (at == words.size()) return number = value, bracket ? 0 : at;
  const char32_t after = words[at];
  const bool closes = is_one_of(U")）", after);
  if (bracket && !closes) return 0;
  const bool parts = closes || is_space(after) || is_one_of(U".．、", after);
  if (!parts) return 0;
  if (!closes && !is_space(after) && at + 1 < words.size() && is_digit(words[at + 1])) return 0;
  number = value;
  return at + 1;
}

constexpr int kFewestSetApart = 4;
constexpr double kSetApart = 0.85;  // of all places where a digit or Latin letter stands beside Japanese

bool is_ascii_word(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}
bool is_wide_word(char32_t c) {
  const bool kana_or_kanji = is_japanese(c) && c > 0x303F && c < 0xFF00;
  return kana_or_kanji || (is_digit(c) && !is_ascii_word(c));
}
bool between_scripts(char32_t a, char32_t b) {
  return (is_ascii_word(a) && is_wide_word(b)) || (is_wide_word(a) && is_ascii_word(b));
}

}  // namespace

Start find_start(std::u32string_view words) {
  Start start;
  std::size_t at = skip_spaces(words, 0);
  at += read_marks(words.substr(at), start.marks);
  at = skip_spaces(words, at);
  if (start.marks.empty()) {
    const std::size_t length = read_number(words.substr(at), start.number);
    if (length == 0) start.number = 0;
    at = skip_spaces(words, at + length);
  }
  if (at < words.size() && is_bullet(words[at])) {
    start.bullet = true;
    at = skip_spaces(words, at + 1);
  } else if (at + 1 < words.size() && is_one_of(U"-－‐*＊", words[at]) && is_space(words[at + 1])) {
    start.bullet = true;
    at = skip_spaces(words, at + 2);
  }
  start.length = start.any() ? at : 0;
  return start;
}

std::u32string without_stray_spaces(std::u32string_view words, std::vector<std::u32string>* taken) {
  std::u32string kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool half_width = words[i] == U' ' || words[i] == 0xA0;
    if (half_width && !kept.empty()) {
      std::size_t next = i;
      while (next < words.size() && (words[next] == U' ' || words[next] == 0xA0)) ++next;
      if (next < words.size() && is_japanese(kept.back()) && is_japanese(words[next])) {
        if (taken) {
          const std::size_t from = i >= 4 ? i - 4 : 0;
          taken->push_back(std::u32string(words.substr(from, next + 4 - from)));
        }
        i = next - 1;
        continue;
      }
    }
    kept.push_back(words[i]);
  }
  return kept;
}

bool sets_scripts_apart(const std::vector<Piece>& pieces) {
  int apart = 0, all = 0;
  for (const Piece& piece : pieces) {
    const std::u32string& words = piece.words;
    for (std::size_t i = 1; piece.kind == Piece::Kind::item && i < words.size(); ++i) {
      const bool space = words[i] == U' ' && i + 1 < words.size();
      if (!between_scripts(words[i - 1], words[space ? i + 1 : i])) continue;
      ++all;
      if (space) ++apart;
    }
  }
  return apart >= kFewestSetApart && apart >= kSetApart * all;
}

std::u32string without_script_spaces(std::u32string_view words) {
  std::u32string kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool inside = i > 0 && i + 1 < words.size();
    if (words[i] == U' ' && inside && between_scripts(words[i - 1], words[i + 1])) continue;
    kept.push_back(words[i]);
  }
  return kept;
}

}  // namespace hub::report
