#include "report/read/letters.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "content/model/letters.h"
#include "report/words/characters.h"
#include "report/words/garble.h"

namespace hub::report {

namespace {

constexpr std::size_t kMostExamples = 8;
constexpr std::size_t kAround = 8;       // characters on either side
constexpr std::size_t kLongestGeta = 2;  // 〓〓〓 parts sections
constexpr std::size_t kFewestGarbled = 3;
constexpr char32_t kReplacement = 0xFFFD;

// Bullets of Word's symbol fonts come as private characters, which their font alone knows: U+F0B7, U+F06C, U+F0D8.
bool is_symbol(char32_t c) { return c >= 0xF020 && c <= 0xF0FF; }

void note(char32_t example, Place place, MendedLetters& noted) {
  if (noted.count == 0) noted.first = place;
  noted.count = std::min(noted.count + 1, kMostCharacters);
  const bool shown = example != 0 && noted.examples.size() < kMostExamples;
  if (shown && noted.examples.find(example) == noted.examples.npos) noted.examples += example;
}

std::u32string mended_line(std::u32string_view words, Place place, MendedLetters& noted) {
  content::MendedWords mended = content::mended(words, content::Source::report);
  for (const content::MendedLetter& one : mended.letters) {
    const bool parted = one.fault == content::MendedLetter::Fault::parted;  // its mark alone says nothing
    note(one.is == 0 ? 0 : (parted ? one.is : one.was), place, noted);
  }
  const auto first = std::ranges::find_if_not(mended.words, is_space);
  if (first != mended.words.end() && first + 1 != mended.words.end() && is_symbol(*first)) {
    *first = U'•';
    note(U'•', place, noted);
  }
  return std::move(mended.words);
}

bool is_letter(std::u32string_view words, std::size_t at) {
  return at < words.size() && words[at] >= 0x80 && base::is_letter_or_number(words[at]) &&
         !is_circled_number(words[at]);
}
bool is_kanji_or_katakana(std::u32string_view words, std::size_t at) {
  return is_letter(words, at) && words[at] >= 0x30A1 && words[at] < 0xFF00;
}

// What programs write for a letter that they do not have; each also has a use of its own.
bool may_be_lost(char32_t c) { return c == U'〓' || c == U'□' || c == U'?' || c == U'？'; }

// Whether such characters stand for letters in `words`, from `at` to `end`: 参〓, 掲??板, 支□拠点, but no question (it
// ends in か, and its mark has full width), no box to tick (□はい) and no ornament (〓お知らせ〓).
bool stand_for_letters(std::u32string_view words, std::size_t at, std::size_t end) {
  const char32_t c = words[at];
  const bool before = is_letter(words, at - 1), after = is_letter(words, end), many = end - at >= 2;
  const bool strong_before = is_kanji_or_katakana(words, at - 1), strong_after = is_kanji_or_katakana(words, end);
  const bool stops = end < words.size() && (words[end] == U'。' || words[end] == U'、');
  switch (c) {
    case U'〓': {
      const bool framed = words.front() == c && words.back() == c;
      return !framed && ((before && after) || (end - at <= kLongestGeta && (before || after)));
    }
    case U'□':
      return before && after && (strong_before || strong_after);
    case U'?':
      if (strong_before && strong_after) return true;
      return many && ((before && after) || (at == 0 && after) || (strong_before && stops));
    default:
      return many && strong_before && strong_after;
  }
}

// How many characters from here on have lost their letter; 0: none.
std::size_t lost_length(std::u32string_view words, std::size_t at) {
  const char32_t c = words[at];
  if (!may_be_lost(c)) return content::is_lost(c) ? 1 : 0;
  if (at > 0 && words[at - 1] == c) return 0;
  std::size_t end = at;
  while (end < words.size() && words[end] == c) ++end;
  return stand_for_letters(words, at, end) ? end - at : 0;
}

// What is lost is U+FFFD from here on, whatever stood there: no draft with it can be shown (content/json/value.cpp).
void note_lost(Line& line, std::vector<LostLetter>& lost) {
  const std::u32string words = line.words;
  const auto add = [&](std::size_t at) {
    if (lost.size() >= kMostNoted) return;
    const std::size_t from = at > kAround ? at - kAround : 0;
    std::u32string around = words.substr(from, at + kAround + 1 - from);
    std::ranges::replace_if(around, content::is_lost, kReplacement);
    lost.push_back({trimmed(around), line.place});
  };
  if (garbled_letters(words) >= kFewestGarbled) return add(std::min(kAround, words.size() - 1));
  std::size_t told = 0;  // what is lost up to here stands in words that are noted
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::size_t length = lost_length(words, at);
    if (length == 0) continue;
    if (may_be_lost(words[at])) std::fill_n(line.words.begin() + static_cast<std::ptrdiff_t>(at), length, kReplacement);
    if (at < told) continue;
    add(at);
    told = at + kAround + 1;
  }
}

}  // namespace

std::string with_mended_letters(std::string_view utf8, Document& document) {
  std::string mended;
  Place place{utf8.substr(0, utf8.size() - (utf8.empty() ? 0 : 1)).find('\f') == utf8.npos ? 0 : 1, 1};
  bool words = false;  // on this page
  const auto end_page = [&] {
    const bool counted = place.page > 0 && place.page <= static_cast<int>(kMostPages);
    if (counted && !words) document.wordless_pages.push_back(place.page);
  };
  while (true) {
    const std::size_t end = utf8.find_first_of("\n\r\f");
    const std::u32string line = base::decode_utf8(utf8.substr(0, end));
    words = words || !std::ranges::all_of(line, is_space);
    mended += base::encode_utf8(mended_line(line, place, document.mended_letters));
    if (end == utf8.npos) break;
    mended += utf8[end];
    const bool last = end + 1 == utf8.size();
    if (utf8[end] == '\f' && place.page > 0 && !last) {
      end_page();
      words = false;
      place = {place.page + 1, 1};
    } else if (utf8.substr(end, 2) != "\r\n") {
      ++place.line;
    }
    utf8.remove_prefix(end + 1);
  }
  end_page();
  return mended;
}

void mend_letters(Document& document) {
  for (Line& line : document.lines) {
    line.words = trimmed(mended_line(line.words, line.place, document.mended_letters));
    if (!line.words.empty()) note_lost(line, document.lost_letters);
  }
  std::erase_if(document.lines, [](const Line& line) { return line.words.empty(); });
}

bool is_garbled(const std::vector<Line>& lines) {
  LetterCount count;
  for (const Line& line : lines) count.add(line.words);
  return count.is_garbled();
}

}  // namespace hub::report
