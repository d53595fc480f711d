#include "report/parse/stray_spaces.h"

#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr int kFewestSetApart = 4;
constexpr double kSetApart = 0.85;  // of all places where a digit or Latin letter stands beside Japanese

bool is_ascii_word(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}
bool is_wide_word(char32_t c) {
  const bool kana_or_kanji = is_japanese(c) && c > 0x303F && c < 0xFF00;
  return kana_or_kanji || (is_digit(c) && !is_ascii_word(c));
}
bool japanese_meets_latin(char32_t a, char32_t b) {
  return (is_ascii_word(a) && is_wide_word(b)) || (is_wide_word(a) && is_ascii_word(b));
}

}  // namespace

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

bool sets_scripts_apart(const std::vector<Paragraph>& paragraphs) {
  int apart = 0, all = 0;
  for (const Paragraph& paragraph : paragraphs) {
    const std::u32string& words = paragraph.words;
    for (std::size_t i = 1; paragraph.kind == Paragraph::Kind::item && i < words.size(); ++i) {
      const bool space = words[i] == U' ' && i + 1 < words.size();
      if (!japanese_meets_latin(words[i - 1], words[space ? i + 1 : i])) continue;
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
    if (words[i] == U' ' && inside && japanese_meets_latin(words[i - 1], words[i + 1])) continue;
    kept.push_back(words[i]);
  }
  return kept;
}

}  // namespace hub::report
