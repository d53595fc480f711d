#include "content/json/letters.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include "base/characters.h"
#include "base/utf8.h"
#include "content/json/problems.h"

namespace hub::content {

namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// The length of <br>, </b> or <a href=…> at the beginning; 0: there is none.
std::size_t tag_length(std::string_view words) {
  std::size_t at = 1;
  if (at < words.size() && words[at] == '/') ++at;
  if (at >= words.size() || !is_ascii_letter(words[at])) return 0;
  while (at < words.size() && (is_ascii_letter(words[at]) || is_ascii_digit(words[at]))) ++at;
  if (at < words.size() && words[at] != '>' && words[at] != '/' && words[at] != ' ') return 0;
  const std::size_t end = words.find_first_of("<>", at);
  return end == words.npos || words[end] == '<' ? 0 : end + 1;
}

// The same of &amp; and &#12354;
std::size_t reference_length(std::string_view words) {
  constexpr std::size_t kLongest = 10;
  const std::size_t end = words.substr(0, kLongest).find(';');
  if (end == words.npos || end < 3) return 0;
  const std::string_view name = words.substr(words[1] == '#' ? 2 : 1, end - (words[1] == '#' ? 2 : 1));
  const bool plain = std::ranges::all_of(name, [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); });
  return plain && !name.empty() && (words[1] == '#' || is_ascii_letter(name.front())) ? end + 1 : 0;
}

// A character that is written as \u and four digits at the offset; the offset is then behind it.
std::optional<char32_t> escaped(std::string_view json, std::size_t& offset) {
  if (json.size() - offset < 6 || json[offset] != '\\' || json[offset + 1] != 'u') return std::nullopt;
  unsigned code = 0;
  const char* const digits = json.data() + offset + 2;
  const auto [end, error] = std::from_chars(digits, digits + 4, code, 16);
  if (error != std::errc() || end != digits + 4) return std::nullopt;
  offset += 6;
  return static_cast<char32_t>(code);
}

// The character that JSON has at the offset; behind it is the next.
char32_t next_character(std::string_view json, std::size_t& offset) {
  if (json.substr(offset, 2) == "\\\\") return offset += 2, U'\\';
  const auto first = escaped(json, offset);
  if (!first) return base::next_code_point(json, offset);
  if (*first < 0xD800 || *first > 0xDBFF) return *first;
  const auto second = escaped(json, offset);
  return second ? 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00) : *first;
}

}  // namespace

MendedText mended(std::string_view utf8) {
  if (std::ranges::all_of(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return {std::string(utf8)};
  MendedWords words = mended(base::decode_utf8(utf8), Source::screen);
  return {base::encode_utf8(words.words), std::move(words.letters)};
}

std::string_view html_in(std::string_view utf8) {
  for (std::size_t at = utf8.find_first_of("<&"); at != utf8.npos; at = utf8.find_first_of("<&", at + 1)) {
    const std::string_view rest = utf8.substr(at);
    const std::size_t length = rest.front() == '<' ? tag_length(rest) : reference_length(rest);
    if (length > 0) return rest.substr(0, length);
  }
  return {};
}

void report_undrawable(std::string_view json, const CanDraw& can_draw, Reporter& reporter) {
  if (!can_draw) return;
  std::set<char32_t> seen;
  for (std::size_t offset = 0; offset < json.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_character(json, offset);
    // Controls and what is lost have their own words.
    if (c <= U' ' || is_lost(c) || base::steers(c) || seen.contains(c)) continue;
    seen.insert(c);
    if (!mended({&c, 1}, Source::screen).letters.empty()) continue;
    if (!can_draw(c)) reporter.error(begin, "", problems::undrawable(c));
  }
}

}  // namespace hub::content
