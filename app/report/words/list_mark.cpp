#include "report/words/list_mark.h"

#include <algorithm>
#include <optional>

#include "report/words/characters.h"

namespace hub::report {

namespace {

using Letters = ListMarkStyle::Letters;
using Form = ListMarkStyle::Form;
using View = std::u32string_view;

struct Alphabet {
  Letters letters;
  View characters;  // in its order
};
// Each in the widths that reports write it in.
constexpr Alphabet kAlphabets[] = {
    {Letters::kana, U"アイウエオカキクケコサシスセソタチツテト"},
    {Letters::kana, U"ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄ"},
    {Letters::iroha, U"イロハニホヘト"},
    {Letters::roman, U"ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"},
    {Letters::small_roman, U"ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ"},
    {Letters::latin, U"ABCDEFGHIJ"},
    {Letters::latin, U"ＡＢＣＤＥＦＧＨＩＪ"},
    {Letters::small_latin, U"abcdefghij"},
    {Letters::small_latin, U"ａｂｃｄｅｆｇｈｉｊ"},
    {Letters::kanji, U"一二三四五六七八九十"},
};
constexpr View kRomanNumbers[] = {U"i", U"ii", U"iii", U"iv", U"v", U"vi", U"vii", U"viii", U"ix", U"x"};
constexpr View kCapitalRomanNumbers[] = {U"I", U"II", U"III", U"IV", U"V", U"VI", U"VII", U"VIII", U"IX", U"X"};

// One character with its circle, bracket or point: the first of each row, and how many there are.
struct Enclosed {
  char32_t first;
  char32_t count;
};
constexpr Enclosed kEnclosed[] = {
    {U'⑴', 20},          {U'⒈', 20},          {U'⒜', 20},          {U'❶', 10},          {U'➀', 10},  {U'➊', 10},
    {U'⓵', 10},          {U'ⓐ', 20},          {U'Ⓐ', 20},          {U'㋐', 20},         {U'㊀', 10}, {U'㈠', 10},
    {U'\U0001F110', 20}, {U'\U0001F130', 20}, {U'\U0001F150', 20}, {U'\U0001F170', 20},
};

constexpr View kLost = U"@ABCDEFGHIJKLMNOPQRS", kLostWide = U"＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳ";
constexpr View kLostBefore = U"\uFFFD‡\u0087∥‖";  // what the lost byte may have become
constexpr View kDashes = U"－―–—‒-−";
constexpr View kAnd = U"・、,，";
constexpr View kTo = U"～~〜-－";

bool is_one_of(View all, char32_t c) { return all.find(c) != all.npos; }
bool is_latin(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= U'Ａ' && c <= U'Ｚ') ||
         (c >= U'ａ' && c <= U'ｚ');
}

std::size_t skip_spaces(View words, std::size_t at) {
  while (at < words.size() && is_space(words[at])) ++at;
  return at;
}

struct Letter {
  Letters letters;
  int value = 0;
  std::size_t length = 0;
};

std::vector<Letter> letters_at(View words, std::size_t at) {
  std::vector<Letter> found;
  if (at >= words.size()) return found;
  for (const Alphabet& alphabet : kAlphabets) {
    const std::size_t place = alphabet.characters.find(words[at]);
    if (place != View::npos) found.push_back({alphabet.letters, static_cast<int>(place) + 1, 1});
  }
  const auto offer = [&](Letters letters, View characters, const auto& numbers) {
    std::size_t end = at;
    while (end < words.size() && is_one_of(characters, words[end])) ++end;
    const auto* const roman = std::ranges::find(numbers, words.substr(at, end - at));
    if (end > at && roman != std::end(numbers)) {
      found.push_back({letters, static_cast<int>(roman - std::begin(numbers)) + 1, end - at});
    }
  };
  offer(Letters::small_roman, U"ivx", kRomanNumbers);
  offer(Letters::roman, U"IVX", kCapitalRomanNumbers);
  return found;
}

// ・イ or ～ウ behind the first letter, of the same alphabet.
std::size_t read_further(View words, std::size_t at, Letters letters, std::vector<int>& values) {
  while (at + 1 < words.size() && (is_one_of(kAnd, words[at]) || is_one_of(kTo, words[at]))) {
    const std::vector<Letter> next = letters_at(words, at + 1);
    const auto same = std::ranges::find(next, letters, &Letter::letters);
    if (same == next.end() || same->value <= values.back()) break;
    if (is_one_of(kTo, words[at])) {
      for (int between = values.back() + 1; between < same->value; ++between) values.push_back(between);
    }
    values.push_back(same->value);
    at += 1 + same->length;
  }
  return at;
}

// What parts the letters that end at `end` from the words behind them.
std::optional<ListMark> parted(View words, std::size_t end, bool bracketed, ListMark mark) {
  const char32_t after = end < words.size() ? words[end] : U' ';
  if (bracketed) {
    if (!is_one_of(U")）］]", after)) return std::nullopt;
    mark.style.form = Form::bracketed;
    ++end;
  } else if (is_one_of(U")）", after)) {
    mark.style.form = Form::closed;
    ++end;
  } else if (is_one_of(U".．、：:", after)) {
    mark.style.form = Form::point;
    ++end;
  } else if (is_space(after) || (mark.style.letters == Letters::kana && (is_kanji(after) || after == U'「'))) {
    mark.style.form = Form::bare;  // also ア大型の積み木
  } else {
    return std::nullopt;
  }
  mark.length = end;
  return mark;
}

// （ア）（イ）
void read_brackets(View words, ListMark& mark) {
  while (mark.length + 2 < words.size() && is_one_of(U"(（", words[mark.length])) {
    const std::vector<Letter> next = letters_at(words, mark.length + 1);
    const auto same = std::ranges::find(next, mark.style.letters, &Letter::letters);
    if (same == next.end() || same->value <= mark.values.back()) return;
    const std::size_t close = mark.length + 1 + same->length;
    if (close >= words.size() || !is_one_of(U")）", words[close])) return;
    mark.values.push_back(same->value);
    mark.length = close + 1;
  }
}

void find_lettered(View words, std::vector<ListMark>& found) {
  const bool bracketed = is_one_of(U"(（", words.front());
  const std::size_t from = bracketed ? 1 : 0;
  for (const Letter& letter : letters_at(words, from)) {
    std::vector<int> values = {letter.value};
    const std::size_t end = read_further(words, from + letter.length, letter.letters, values);
    auto mark = parted(words, end, bracketed, {.style = {.letters = letter.letters}, .values = values});
    if (!mark) continue;
    if (bracketed) read_brackets(words, *mark);
    found.push_back(std::move(*mark));
  }
}

void find_enclosed(View words, std::vector<ListMark>& found) {
  for (const auto& [first, count] : kEnclosed) {
    ListMark mark{.style = {Letters::circled, Form::enclosed}};
    std::size_t at = 0;
    while (at < words.size() && words[at] >= first && words[at] < first + count) {
      mark.values.push_back(static_cast<int>(words[at++] - first) + 1);
      const bool more = at + 1 < words.size() && is_one_of(kAnd, words[at]) && words[at + 1] >= first &&
                        words[at + 1] < first + count;
      if (more) ++at;
    }
    if (mark.values.empty()) continue;
    mark.length = at;
    found.push_back(std::move(mark));
  }
}

std::size_t digits_end(View words, std::size_t at) {
  const std::size_t from = at;
  while (at < words.size() && at - from < 2 && is_digit(words[at])) ++at;
  return at < words.size() && is_digit(words[at]) ? from : at;
}

int value_of(View digits) {
  int value = 0;
  for (const char32_t c : digits) value = value * 10 + static_cast<int>(c >= U'０' ? c - U'０' : c - U'0');
  return value >= 1 && value <= 20 ? value : 0;
}

// [1] 【1】, and 1-1 before a space or point
void find_numbered(View words, std::vector<ListMark>& found) {
  const bool bracketed = is_one_of(U"[［【〔〈<＜", words.front());
  std::size_t from = bracketed ? 1 : 0, end = digits_end(words, from);
  if (end == from) return;
  if (bracketed) {
    const int value = value_of(words.substr(from, end - from));
    if (value > 0 && end < words.size() && is_one_of(U"]］】〕〉>＞", words[end]))
      found.push_back({{Letters::digits, Form::bracketed}, {value}, end + 1});
    return;
  }
  if (end >= words.size() || !is_one_of(kDashes, words[end])) return;
  from = end + 1;
  end = digits_end(words, from);
  const int value = value_of(words.substr(from, end - from));
  if (value == 0) return;
  if (auto mark = parted(words, end, false, {{Letters::parts}, {value}})) found.push_back(std::move(*mark));
}

// @ A B, AB, ＡＢ: letters of one width, upwards. Before a Latin word the first alone may be one: AＳＮＳ is ② and
// ＳＮＳ.
void find_lost(View words, std::vector<ListMark>& found) {
  std::size_t at = 0, first_end = 0;
  ListMark mark{.style = {Letters::lost_byte, Form::enclosed}};
  View letters;  // of the first one's width
  while (at < words.size()) {
    std::size_t letter = at;
    if (is_one_of(kLostBefore, words[letter])) ++letter;
    if (letter >= words.size()) break;
    if (letters.empty()) letters = is_one_of(kLost, words[letter]) ? kLost : kLostWide;
    const std::size_t place = letters.find(words[letter]);
    const int value = place == View::npos ? 0 : static_cast<int>(place) + 1;
    if (value == 0 || (!mark.values.empty() && value <= mark.values.back())) break;
    mark.values.push_back(value);
    at = letter + 1;
    if (first_end == 0) first_end = at;
    if (at + 1 < words.size() && is_one_of(kAnd, words[at]) && is_one_of(kLost, words[at + 1])) ++at;
  }
  if (mark.values.empty()) return;
  const std::size_t behind = skip_spaces(words, at);
  const bool parted = behind == words.size() || is_japanese(words[behind]) || is_digit(words[behind]);
  if (!parted) {
    if (!is_latin(words[behind])) return;
    mark.weak = true;
    mark.values.erase(mark.values.begin() + 1, mark.values.end());
    at = first_end;
  }
  mark.length = at;
  found.push_back(std::move(mark));
}

}  // namespace

std::vector<ListMark> list_marks_at(std::u32string_view words, std::size_t at) {
  std::vector<ListMark> found;
  const View rest = words.substr(std::min(at, words.size()));
  if (rest.empty()) return found;
  find_lettered(rest, found);
  find_enclosed(rest, found);
  find_numbered(rest, found);
  find_lost(rest, found);
  if (rest.size() > 1 && is_one_of(kDashes, rest[0]) && is_word(rest[1]))
    found.push_back({{Letters::dash, Form::bare}, {}, 1});
  for (ListMark& mark : found) mark.length = skip_spaces(rest, mark.length);
  return found;
}

}  // namespace hub::report
