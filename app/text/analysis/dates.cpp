#include "text/analysis/dates.h"

#include <algorithm>
#include <array>

#include "text/analysis/characters.h"
#include "text/analysis/numbers.h"
#include "text/analysis/word.h"

namespace hub::text {

namespace {

template <std::size_t N>
bool begins_with_one_of(std::u32string_view text, const std::array<std::u32string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [text](std::u32string_view word) { return text.starts_with(word); });
}
template <std::size_t N>
bool ends_with_one_of(std::u32string_view text, const std::array<std::u32string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [text](std::u32string_view word) { return text.ends_with(word); });
}

std::u32string_view reading_of_weekday(char32_t c) {
  switch (c) {
    case U'月':
      return U"げつ";
    case U'火':
      return U"か";
    case U'水':
      return U"すい";
    case U'木':
      return U"もく";
    case U'金':
      return U"きん";
    case U'土':
      return U"ど";
    case U'日':
      return U"にち";
    case U'祝':
      return U"しゅく";
    case U'休':
      return U"きゅう";
    default:
      return {};
  }
}

constexpr std::u32string_view kOpening = U"（(［[〔【｛〈";
constexpr std::u32string_view kClosing = U"）)］]〕】｝〉";
constexpr std::u32string_view kSeparators = U"・･/／～〜~-－–、,，";

// Letters of weekdays one after the other, with or without separators.
class WeekdayFinder {
 public:
  explicit WeekdayFinder(std::u32string_view text) : text_(text) {}

  std::vector<RuledReading> find() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = reading_of_weekday(text_[at]).empty() ? at : list_end(at);
      if (end > at) take(at, end);
      at = std::max(at + 1, end);
    }
    return std::move(found_);
  }

 private:
  bool is_weekday(std::size_t at) const { return at < text_.size() && !reading_of_weekday(text_[at]).empty(); }
  char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }

  // A letter that what follows makes part of a word: 日曜日, 祝日, 土曜, 休み.
  bool is_in_word(std::size_t i) const {
    const char32_t next = at(i + 1);
    if (next == U'曜') return true;
    if (text_[i] == U'祝') return next == U'日' || next == U'祭';
    if (text_[i] == U'休') return next != U'\0' && (is_kanji(next) || is_hiragana(next)) && next != U'・';
    return false;
  }

  struct List {
    std::size_t end = 0;
    std::size_t letters = 0;
    bool separated = false;  // by signs, all of them
    bool commas = false;     // one of the signs is 、
    bool open = false;       // a word of weekdays follows: 土・日曜日, 日・祝日
  };

  List list_at(std::size_t begin) const {
    List list{begin, 0, true};
    for (std::size_t i = begin; is_weekday(i);) {
      if (is_in_word(i)) {
        list.open = true;
        break;
      }
      ++list.letters;
      list.end = i + 1;
      i = list.end;
      if (holds(at(i), kSeparators) && is_weekday(i + 1)) {
        list.commas = list.commas || holds(at(i), U"、,，");
        ++i;
      } else if (is_weekday(i)) {
        list.separated = false;
      }
    }
    return list;
  }

  // begin: none.
  std::size_t list_end(std::size_t begin) const {
    const List list = list_at(begin);
    if (list.letters == 0) return begin;
    const char32_t before = begin > 0 ? text_[begin - 1] : U'\0';
    const char32_t after = at(list.end);
    if (before != U'\0' && holds(before, kOpening)) return in_brackets(list, after) ? list.end : begin;
    if (is_pair(begin)) return begin + 1;
    const bool ends = list.open || !is_kanji(after) || list.letters == 1;
    if (follows_ordinal(begin) && list.letters == 1 && !is_kanji(after) && after != U'曜') return list.end;
    if (!list.separated) return is_row(begin, list) ? list.end : begin;
    const bool alone = before == U'\0' || (!is_kanji(before) && !is_digit(before)) || holds(before, U"週毎");
    const std::size_t least = (list.open ? 1 : 2) + (list.commas ? 1 : 0);  // その日、水曜日に
    if (!alone || !ends || list.letters < least) return begin;
    if (list.open && !holds(after, kSeparators)) return begin;
    // 生年の月・日
    const bool month_and_day = list.letters == 2 && text_[begin] == U'月' && text_[list.end - 1] == U'日';
    return month_and_day && !list.open && !holds(text_[begin + 1], U"～〜") ? begin : list.end;
  }

  static bool is_sign(char32_t c) { return c == U'\0' || (!is_kanji(c) && !is_kana(c)); }

  // （土）, （日・祝）, （日・祝を除く）, （日・年末年始）, （水 10:00～）
  bool in_brackets(const List& list, char32_t after) const {
    if (list.letters == 1 && list.open) return holds(after, kSeparators);
    if (is_sign(after)) return true;
    constexpr std::array<std::u32string_view, 4> kOnly = {U"のみ", U"を除", U"以外", U"だけ"};
    return list.letters > 1 ? !is_kanji(after) : begins_with_one_of(text_.substr(list.end), kOnly);
  }

  // 土や日, 日と祝日
  bool is_pair(std::size_t begin) const {
    const bool weekend = holds(text_[begin], U"土日祝") && holds(at(begin + 1), U"やとかも");
    if (!weekend) return forms_second(begin);
    const bool alone = begin == 0 || !is_kanji(text_[begin - 1]);
    const bool second = holds(at(begin + 2), U"土日祝") && text_[begin] != at(begin + 2);
    const bool word = at(begin + 3) == U'曜' || (at(begin + 2) == U'祝' && at(begin + 3) == U'日');
    return (alone && second && (word || !is_kanji(at(begin + 3)))) || forms_second(begin);
  }
  bool forms_second(std::size_t begin) const {
    if (begin < 2 || !holds(text_[begin], U"土日祝") || !holds(text_[begin - 1], U"やとかも")) return false;
    const bool first = holds(text_[begin - 2], U"土日祝") && text_[begin - 2] != text_[begin];
    const bool alone = begin == 2 || !is_kanji(text_[begin - 3]);
    return first && alone && !is_kanji(at(begin + 1)) && !is_digit(begin >= 3 ? text_[begin - 3] : U'\0');
  }

  // 第2水, 第1・3木, 第2、4金
  bool follows_ordinal(std::size_t begin) const {
    std::size_t i = begin;
    while (i > 0 && (is_digit(text_[i - 1]) || is_kanji_digit(text_[i - 1]) || holds(text_[i - 1], U"・、,"))) --i;
    return i > 0 && i < begin && text_[i - 1] == U'第';
  }

  // 土日祝, 月水金; 火水 may be fire and water.
  bool is_row(std::size_t begin, const List& list) const {
    const bool alone = begin == 0 || !is_kanji(text_[begin - 1]);
    const std::u32string_view letters = text_.substr(begin, list.end - begin);
    return alone && (letters.size() > 2 || letters == U"土日") && list.letters == letters.size() && !list.open &&
           !is_kanji(at(list.end));
  }

  void take(std::size_t begin, std::size_t end) {
    RuledReading reading{begin, end, end, {}};
    for (std::size_t i = begin; i < end; ++i) {
      const std::u32string_view weekday = reading_of_weekday(text_[i]);
      if (weekday.empty()) continue;
      if (!reading.ruby.empty() && reading.ruby.back().end == i) {
        reading.ruby.back().end = i + 1;
        reading.ruby.back().reading += weekday;
      } else {
        reading.ruby.push_back({i, i + 1, std::u32string(weekday), ReadingSource::rule});
      }
    }
    found_.push_back(std::move(reading));
  }

  std::u32string_view text_;
  std::vector<RuledReading> found_;
};

// 15日 in "1日と15日", before or after it.
bool is_beside_date(std::u32string_view text, std::size_t begin, std::size_t end) {
  constexpr std::u32string_view kBetween = U"と、・や,，";
  if (end + 1 < text.size() && holds(text[end], kBetween)) {
    const auto number = number_at(text, end + 1);
    const bool day = number && number->end < text.size() && text[number->end] == U'日';
    if (day && (number->end + 1 == text.size() || !holds(text[number->end + 1], U"間分目中"))) return true;
  }
  return begin >= 3 && holds(text[begin - 1], kBetween) && text[begin - 2] == U'日' && is_digit(text[begin - 3]);
}

}  // namespace

bool is_first_of_month(std::u32string_view text, std::size_t begin, std::size_t end) {
  if (begin > 0 && text[begin - 1] == U'月') return true;
  if (begin > 1 && text[begin - 1] == U'の' && text[begin - 2] == U'月') return true;
  const std::u32string_view after = text.substr(end);
  constexpr std::array<std::u32string_view, 2> kDated = {U"付", U"時点"};
  if (begins_with_one_of(after, kDated)) return true;
  const bool bracket = after.size() > 2 && holds(after[0], kOpening) && !reading_of_weekday(after[1]).empty();
  if (bracket && (holds(after[2], kClosing) || holds(after[2], kSeparators) || after[2] == U'曜')) return true;
  if (!is_digit(text[begin])) return false;
  constexpr std::array<std::u32string_view, 7> kFrom = {U"から", U"まで", U"より", U"以降", U"現在", U"締", U"〆"};
  return begins_with_one_of(after, kFrom) || is_beside_date(text, begin, end);
}

bool is_ten_minutes(std::u32string_view text, std::size_t begin) {
  constexpr std::array<std::u32string_view, 15> kAfter = {U"間",     U"前",     U"後",   U"以内", U"ほど",
                                                          U"くらい", U"ぐらい", U"おき", U"ごと", U"で",
                                                          U"休憩",   U"待",     U"過ぎ", U"程度", U"の休"};
  constexpr std::array<std::u32string_view, 11> kBefore = {U"時",     U"約",     U"徒歩", U"片道",   U"歩いて", U"車で",
                                                           U"バスで", U"電車で", U"あと", U"およそ", U"第"};
  const std::u32string_view after = text.substr(begin + 2);
  constexpr std::array<std::u32string_view, 3> kEnough = {U"です", U"でし", U"でな"};  // 十分です
  if (ends_with_one_of(text.substr(0, begin), kBefore)) return true;
  return begins_with_one_of(after, kAfter) && !begins_with_one_of(after, kEnough);
}

std::vector<RuledReading> find_weekdays(std::u32string_view text) { return WeekdayFinder(text).find(); }

}  // namespace hub::text
