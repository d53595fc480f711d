#include "card/letters.h"

#include "base/characters.h"
#include "base/utf8.h"

namespace hub::card {

namespace {

constexpr std::u32string_view kQuotes = U"\"'`＂＇“”„‟‘’‚‛「」『』«»‹›〝〞〟｢｣";
constexpr std::u32string_view kDashes = U"‐‑‒–—―−~〜～－ー➡→⇒";
constexpr std::u32string_view kSeparators = U"=＝﹦:：﹕";

bool is_blank(char32_t c) { return base::is_space(c) || base::steers(c); }

struct Letter {
  char32_t character = 0;
  std::size_t at = 0;
};

Letter first_of(std::string_view words, Part part) {
  std::size_t at = part.begin;
  return {base::next_code_point(words, at), at};
}

// Steps back over continuation bytes: the words are UTF-8.
Letter last_of(std::string_view words, Part part) {
  std::size_t at = part.end - 1;
  while (at > part.begin && (static_cast<unsigned char>(words[at]) & 0xC0U) == 0x80U) --at;
  std::size_t after = at;
  return {base::next_code_point(words, after), at};
}

bool is_one_of(std::u32string_view all, char32_t c) { return all.find(c) != all.npos; }

}  // namespace

Part trimmed(std::string_view words, Part part) {
  while (part.begin < part.end) {
    const Letter first = first_of(words, part);
    if (!is_blank(first.character)) break;
    part.begin = first.at;
  }
  while (part.begin < part.end) {
    const Letter last = last_of(words, part);
    if (!is_blank(last.character)) break;
    part.end = last.at;
  }
  return part;
}

Part unquoted(std::string_view words, Part part, bool lone) {
  if (part.begin == part.end) return part;
  const Letter first = first_of(words, part), last = last_of(words, part);
  const bool opens = is_one_of(kQuotes, first.character), closes = is_one_of(kQuotes, last.character);
  const bool pair = opens && closes && first.at <= last.at;
  if (pair || (lone && opens)) part.begin = first.at;
  if (pair || (lone && closes && last.at >= part.begin)) part.end = last.at;
  return trimmed(words, part);
}

std::string folded(std::string_view words) {
  std::u32string kept;
  for (char32_t c : base::nfkc(base::decode_utf8(words))) {
    if (is_blank(c)) continue;
    kept += c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c;
  }
  return base::encode_utf8(kept);
}

std::string with_dashes(std::string_view words) {
  std::u32string kept = base::decode_utf8(folded(words));
  for (char32_t& c : kept) {
    if (is_one_of(kDashes, c)) c = U'-';
  }
  return base::encode_utf8(kept);
}

Part without_comment(std::string_view words, Part part) {
  bool behind_space = true;
  for (std::size_t at = part.begin; at < part.end;) {
    const std::size_t begin = at;
    const char32_t c = base::next_code_point(words, at);
    if (behind_space && (c == U'#' || c == U'＃')) return trimmed(words, {part.begin, begin});
    behind_space = is_blank(c);
  }
  return part;
}

Separator find_separator(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    if (is_one_of(kSeparators, base::next_code_point(words, at))) return {begin, at - begin};
  }
  return {};
}

bool says_something(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    if (base::is_letter_or_number(base::next_code_point(words, at))) return true;
  }
  return false;
}

}  // namespace hub::card
