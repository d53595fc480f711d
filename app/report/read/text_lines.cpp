#include "report/read/text_lines.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/utf8.h"
#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"

namespace hub::report {

namespace {

constexpr std::size_t kFewestHeads = 8;      // lines; fewer do not tell that something stands before all of them
constexpr double kQuoted = 0.8;              // of the lines with words: who wrote the mail stands on lines of his own
constexpr double kSingle = 0.7;              // of a line's letters stand alone: it is spaced
constexpr std::size_t kFewestLetters = 4;    // of a spaced line
constexpr std::size_t kFewestOfHeading = 3;  // of a spaced heading before ordinary words
constexpr std::size_t kMostLettersOfHeading = 40;
constexpr std::size_t kLongestHeading = 40;
constexpr std::size_t kMostHeadingMarks = 6;   // ######
constexpr std::size_t kShortestDrawnLine = 3;  // ---

bool is_one_of(std::u32string_view all, char32_t c) { return all.find(c) != all.npos; }
bool is_blank(const TextLine& line) { return std::ranges::all_of(line.words, is_space); }

std::size_t first_word(std::u32string_view words) {
  return static_cast<std::size_t>(std::ranges::find_if_not(words, is_space) - words.begin());
}

// The line without "> ", and how it was quoted.
std::optional<std::u32string_view> without_quote(std::u32string_view words, char32_t quote) {
  const std::size_t at = first_word(words);
  if (at == words.size() || words[at] != quote) return std::nullopt;
  words.remove_prefix(at + 1);
  if (!words.empty() && words.front() == U' ') words.remove_prefix(1);
  return words;
}

bool take_off_quotes(std::vector<TextLine>& lines, char32_t quote, std::vector<TextLine>& around) {
  std::size_t quoted = 0, rows = 0, all = 0;
  for (const TextLine& line : lines) {
    if (is_blank(line)) continue;
    ++all;
    const auto rest = without_quote(line.words, quote);
    if (!rest) continue;
    ++quoted;
    if (rest->find(quote) != rest->npos) ++rows;
  }
  // | before and between words is a table's.
  const bool table = quote == U'|' && rows * 10 > quoted;
  if (quoted < kFewestHeads || static_cast<double>(quoted) < kQuoted * static_cast<double>(all) || table) return false;
  const auto is_quoted = [&](const TextLine& line) { return without_quote(line.words, quote).has_value(); };
  auto first = std::ranges::find_if(lines, is_quoted);
  auto last = std::find_if(lines.rbegin(), lines.rend(), is_quoted).base();
  // What touches the quote may be a line of it that was wrapped.
  if (quote == U'|' || (first != lines.begin() && !is_blank(*(first - 1)))) first = lines.begin();
  if (quote == U'|' || (last != lines.end() && !is_blank(*last))) last = lines.end();
  for (auto line = lines.begin(); line != lines.end(); ++line) {
    if (line < first || line >= last) {
      if (!is_blank(*line)) around.push_back(*line);
      line->words.clear();
    } else if (const auto rest = without_quote(line->words, quote)) {
      line->words = std::u32string(*rest);
    }
  }
  return true;
}

// 12 and what stands behind it; 0: no number.
struct Numbered {
  int number = 0;
  std::size_t length = 0;
};
Numbered number_before(std::u32string_view words) {
  Numbered found;
  std::size_t at = first_word(words);
  const std::size_t digits = at;
  while (at < words.size() && words[at] >= U'0' && words[at] <= U'9' && at - digits < 6) {
    found.number = found.number * 10 + static_cast<int>(words[at++] - U'0');
  }
  if (at == digits) return {};
  if (at == words.size()) return {found.number, at};
  if (!is_one_of(U"\t :|", words[at])) return {};
  found.length = at + 1;
  return found;
}

// Numbers that grow by one from line to line, before every line with words.
void take_off_line_numbers(std::vector<TextLine>& lines) {
  int last = -1;
  std::size_t count = 0;
  for (const TextLine& line : lines) {
    if (is_blank(line)) continue;
    const Numbered found = number_before(line.words);
    if (found.number == 0 || (last >= 0 && found.number != last + 1)) return;
    last = found.number;
    ++count;
  }
  if (count < kFewestHeads) return;
  for (TextLine& line : lines) line.words.erase(0, number_before(line.words).length);
}

// ## 取組内容; without the space only before a heading of ours: #子育て is a word.
void take_off_heading_marks(TextLine& line) {
  const std::size_t at = first_word(line.words);
  std::size_t end = at;
  while (end < line.words.size() && line.words[end] == U'#') ++end;
  if (end == at || end - at > kMostHeadingMarks) return;
  std::u32string rest = line.words.substr(end);
  while (!rest.empty() && (is_space(rest.back()) || rest.back() == U'#')) rest.pop_back();
  const bool parted = rest.empty() || is_space(rest.front());
  if (!parted && !parse_label(fold(rest.substr(0, kLongestHeading)))) return;
  line.words = std::move(rest);
  line.apart = true;
}

// "- ① …" is the entry ①, "- 取組内容" a heading, and + begins an entry as - does.
void take_off_list_signs(std::u32string& words) {
  const std::size_t at = first_word(words);
  if (at + 2 >= words.size() || !is_one_of(U"-*+", words[at]) || words[at + 1] != U' ') return;
  const std::u32string_view rest = std::u32string_view(words).substr(at + 2);
  if (find_line_start(rest).any() || (rest.size() <= kLongestHeading && parse_label(fold(rest)))) {
    words.erase(at, 2);
  } else if (words[at] == U'+') {
    words[at] = U'-';
  }
}

// **取組内容** → 取組内容. What is not closed on its line is no sign.
void take_off_pairs(std::u32string& words, std::u32string_view sign) {
  std::size_t open = words.find(sign);
  if (open == words.npos) return;
  std::u32string kept;
  std::size_t done = 0;
  while (open != words.npos) {
    const std::size_t inside = open + sign.size(), close = words.find(sign, inside);
    if (close == words.npos) break;
    const bool holds_words = close > inside && words[inside] != sign.front() && !is_space(words[inside]);
    kept.append(words, done, open - done);
    if (holds_words) {
      kept.append(words, inside, close - inside);
      done = close + sign.size();
    } else {
      kept.append(sign);
      done = inside;
    }
    open = words.find(sign, done);
  }
  words = kept.append(words, done);
}

void take_off_backslashes(std::u32string& words) {
  if (words.find(U'\\') == words.npos) return;
  std::u32string kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char32_t next = i + 1 < words.size() ? words[i + 1] : U'\n';
    const bool rest_is_space = std::all_of(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end(), is_space);
    if (words[i] == U'\\' && (rest_is_space || is_one_of(U"*_#.-+()[]<>~`!", next))) continue;
    kept.push_back(words[i]);
  }
  words = std::move(kept);
}

// The words of a line and the spaces between them, from its first word on.
struct Spacing {
  std::vector<std::u32string_view> words;
  std::vector<std::u32string_view> gaps;  // before each word but the first
};
Spacing spacing_of(std::u32string_view line) {
  Spacing spacing;
  std::size_t at = first_word(line);
  while (at < line.size()) {
    std::size_t end = at;
    while (end < line.size() && !is_space(line[end])) ++end;
    spacing.words.push_back(line.substr(at, end - at));
    std::size_t next = end;
    while (next < line.size() && is_space(line[next])) ++next;
    if (next < line.size()) spacing.gaps.push_back(line.substr(end, next - end));
    at = next;
  }
  return spacing;
}

bool is_kana_or_kanji(char32_t c) { return c >= 0x3041 && is_japanese(c) && c < 0xFF00; }

// How many words from the front are spaced letters: all of them, or those of a heading.
std::size_t spaced_letters(const Spacing& spacing) {
  const auto is_letter = [](std::u32string_view word) { return word.size() == 1; };
  const auto single = static_cast<std::size_t>(std::ranges::count_if(spacing.words, is_letter));
  const auto letters = static_cast<std::size_t>(std::ranges::count_if(
      spacing.words, [&](std::u32string_view word) { return is_letter(word) && is_kana_or_kanji(word.front()); }));
  const std::size_t all = spacing.words.size();
  // ① ② alone on a line
  if (all >= 2 && std::ranges::all_of(spacing.words, [&](std::u32string_view word) {
        return is_letter(word) && is_circled_number(word.front());
      })) {
    return all;
  }
  std::size_t characters = 0;
  for (const std::u32string_view word : spacing.words) characters += word.size();
  if (all >= kFewestLetters && static_cast<double>(single) >= kSingle * static_cast<double>(characters) &&
      letters * 2 >= all)
    return all;
  std::u32string heading;
  std::size_t front = 0;
  while (front < std::min(all, kMostLettersOfHeading) && is_letter(spacing.words[front])) {
    heading += spacing.words[front++];
  }
  return front >= kFewestOfHeading && parse_label(fold(heading)) ? front : 0;
}

// A wide space between spaced letters has a narrow one on both sides.
std::u32string_view without_ends(std::u32string_view gap, std::size_t narrow) {
  return gap.size() > 2 * narrow ? gap.substr(narrow, gap.size() - 2 * narrow) : gap;
}

}  // namespace

std::vector<TextLine> split_lines(std::string_view utf8) {
  std::vector<TextLine> lines;
  const bool paged = utf8.substr(0, utf8.empty() ? 0 : utf8.size() - 1).find('\f') != utf8.npos;
  Place place{paged ? 1 : 0, 0};
  bool new_page = false;
  while (!utf8.empty()) {
    const std::size_t end = utf8.find_first_of("\n\r");
    std::string_view line = utf8.substr(0, end);
    const bool both = end != utf8.npos && utf8.substr(end, 2) == "\r\n";
    utf8.remove_prefix(end == utf8.npos ? utf8.size() : end + (both ? 2 : 1));
    ++place.line;
    for (std::size_t feed; (feed = line.find('\f')) != line.npos;) {
      if (feed > 0) lines.push_back({base::decode_utf8(line.substr(0, feed)), place, new_page});
      line.remove_prefix(feed + 1);
      if (paged) place = {place.page + 1, 1};
      new_page = true;
    }
    lines.push_back({base::decode_utf8(line), place, new_page});
    new_page = false;
  }
  return lines;
}

std::vector<TextLine> take_off_line_heads(std::vector<TextLine>& lines) {
  std::vector<TextLine> around;
  constexpr int kDeepestQuote = 5;
  for (const char32_t quote : std::u32string_view(U">＞|")) {
    for (int depth = 0; depth < kDeepestQuote && take_off_quotes(lines, quote, around);) ++depth;
  }
  take_off_line_numbers(lines);
  return around;
}

void take_off_markdown(std::vector<TextLine>& lines) {
  for (TextLine& line : lines) {
    take_off_heading_marks(line);
    take_off_pairs(line.words, U"**");
    take_off_pairs(line.words, U"__");
    take_off_list_signs(line.words);
    take_off_backslashes(line.words);
  }
}

std::u32string without_letter_spaces(std::u32string_view words) {
  const Spacing spacing = spacing_of(words);
  const std::size_t spaced = spaced_letters(spacing);
  if (spaced == 0) return std::u32string(words);
  std::map<std::size_t, std::size_t> counts;
  for (std::size_t i = 0; i + 1 < spaced; ++i) ++counts[spacing.gaps[i].size()];
  const auto often = std::ranges::max_element(counts, {}, [](const auto& one) { return one.second; });
  std::u32string kept(words.substr(0, first_word(words)));
  for (std::size_t i = 0; i < spacing.words.size(); ++i) {
    const bool inside = i > 0 && i < spaced && spacing.gaps[i - 1].size() <= often->first;
    if (i > 0 && !inside) kept += without_ends(spacing.gaps[i - 1], i < spaced ? often->first : 0);
    kept += spacing.words[i];
  }
  return kept;
}

bool is_drawn_line(std::u32string_view words) {
  constexpr std::u32string_view kDrawn = U"-=_*~―─━═ー－＝＿…‥・･.．";
  std::size_t drawn = 0;
  for (const char32_t c : words) {
    if (is_space(c)) continue;
    if (!is_one_of(kDrawn, c)) return false;
    ++drawn;
  }
  return drawn >= kShortestDrawnLine;
}

}  // namespace hub::report
