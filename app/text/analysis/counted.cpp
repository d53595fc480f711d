#include "text/analysis/counted.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/analysis/characters.h"
#include "text/analysis/counters.h"
#include "text/analysis/dates.h"
#include "text/analysis/numbers.h"

namespace hub::text {

namespace {

// What hangs on a counter. `fused`: one word with it (ふたりめ); else a word that follows (みっか まえ).
struct Suffix {
  std::u32string_view letters;
  std::u32string_view kana;
  bool fused = true;
  bool after_time = false;  // only after a counter of time
};
constexpr std::array kSuffixes = {
    Suffix{U"目", U"め"},
    Suffix{U"間", U"かん", true, true},
    Suffix{U"分", U"ぶん"},
    Suffix{U"半", U"はん", true, true},
    Suffix{U"組", U"ぐみ"},
    Suffix{U"児", U"じ", true, true},
    Suffix{U"代", U"だい", true, true},
    Suffix{U"台", U"だい", true, true},
    Suffix{U"号", U"ごう", true, true},
    Suffix{U"様", U"さま"},
    Suffix{U"前", U"まえ", false, true},
    Suffix{U"後", U"ご", false, true},
    Suffix{U"末", U"まつ", false, true},
    Suffix{U"頃", U"ごろ", false, true},
    Suffix{U"付", U"づけ", false, true},
    Suffix{U"付け", U"づけ", false, true},
    Suffix{U"発", U"はつ", false, true},
    Suffix{U"着", U"ちゃく", false, true},
    Suffix{U"弱", U"じゃく", false},
    Suffix{U"強", U"きょう", false},
    Suffix{U"余り", U"あまり", false},
    Suffix{U"上", U"うえ", false, true},
    Suffix{U"下", U"した", false, true},
    Suffix{U"差", U"さ", false},
    Suffix{U"違い", U"ちがい", false},
    Suffix{U"用", U"よう", false},
    Suffix{U"毎", U"ごと", false},
    Suffix{U"置き", U"おき", false},
    Suffix{U"振り", U"ぶり", false},
    Suffix{U"越し", U"ごし", false},
    Suffix{U"続き", U"つづき", false},
    Suffix{U"連れ", U"づれ", false},
    Suffix{U"乗り", U"のり", false},
    Suffix{U"掛け", U"がけ", false},
    Suffix{U"建て", U"だて", false},
    Suffix{U"暮らし", U"ぐらし", false},
    Suffix{U"部屋", U"べや", false},
};

// Numbers to the eye, and words to the ear, that the dictionary takes apart.
struct Literal {
  std::u32string_view letters;
  std::u32string_view kana;
};
constexpr std::array kLiterals = {Literal{U"七五三", U"しちごさん"}, Literal{U"一昨年度", U"いっさくねんど"}};

bool has(std::u32string_view text, std::size_t at, std::u32string_view letters) {
  return at <= text.size() && text.substr(at).starts_with(letters);
}

// ぶん where nobody measures time: 三分の一, 二人分.
bool is_share(std::u32string_view text, const Number& number, std::size_t counter_end) {
  if (!has(text, counter_end, U"の") || counter_end + 1 >= text.size()) return false;
  return number.kind != Number::Kind::decimal && number_at(text, counter_end + 1).has_value();
}

class Finder {
 public:
  Finder(std::u32string_view text, const std::vector<Morpheme>& morphemes) : text_(text), morphemes_(morphemes) {}

  std::vector<RuledReading> find() {
    for (std::size_t at = 0; at < text_.size();) {
      if (take_literal(at)) {
        at = found_.back().end;
        continue;
      }
      const std::optional<Number> number = number_at(text_, at);
      if (!number || is_inside_word(*number)) {
        at = number ? number->end : at + 1;
        continue;
      }
      std::optional<RuledReading> counted = counted_of(*number);
      at = counted ? counted->end : number->end;
      if (counted) found_.push_back(*std::move(counted));
    }
    return std::move(found_);
  }

 private:
  bool take_literal(std::size_t at) {
    for (const Literal& one : kLiterals) {
      if (!has(text_, at, one.letters)) continue;
      const std::size_t end = at + one.letters.size();
      found_.push_back({at, end, end, {{at, end, std::u32string(one.kana), ReadingSource::rule}}});
      return true;
    }
    return false;
  }

  const Morpheme* morpheme_over(std::size_t at) const {
    const auto after = std::partition_point(morphemes_.begin(), morphemes_.end(),
                                            [at](const Morpheme& morpheme) { return morpheme.end <= at; });
    return after != morphemes_.end() && after->begin <= at ? &*after : nullptr;
  }

  // 数 in 人数, 一 in 統一, 何 in 如何: to the dictionary the number begins inside a word. 第一 is one to it as well.
  bool is_inside_word(const Number& number) const {
    const char32_t first = text_[number.begin];
    if (number.begin == 0 || is_digit(first)) return false;
    const Morpheme* over = morpheme_over(number.begin);
    const bool torn = over != nullptr && over->known && over->begin < number.begin && text_[over->begin] != U'第';
    return torn || (first == U'数' && is_kanji(text_[number.begin - 1]));
  }

  // 人気 after 1, 本人 after 3: a word that begins with the counter and is not what hangs on it.
  bool is_other_word(std::size_t begin, std::size_t end, bool is_time) const {
    const Morpheme* over = morpheme_over(end - 1);
    if (over == nullptr || !over->known || over->end <= end) return false;
    if (has(text_, end, U"の")) return false;  // 時の間
    return over->begin < begin || (suffix_at(end, is_time) == nullptr && !has(text_, end, U"中"));
  }

  const Suffix* suffix_at(std::size_t at, bool is_time) const {
    const Suffix* longest = nullptr;
    for (const Suffix& suffix : kSuffixes) {
      if (suffix.after_time && !is_time) continue;
      const bool longer = longest == nullptr || suffix.letters.size() > longest->letters.size();
      if (longer && has(text_, at, suffix.letters)) longest = &suffix;
    }
    return longest;
  }

  // 前後, 中心: not 前 and 後.
  bool begins_longer_word(std::size_t at, std::size_t length) const {
    const Morpheme* over = morpheme_over(at);
    return over != nullptr && over->known && over->begin == at && over->end > at + length;
  }

  // 1、2人, 2～3日: nobody says which, and so the pair's own reading is not used.
  bool is_approximate(const Number& number) const {
    if (number.begin < 2 || number.kind != Number::Kind::exact) return false;
    const char32_t sign = text_[number.begin - 1];
    constexpr std::u32string_view kSigns = U"、,，・～〜-－";
    if (kSigns.find(sign) == std::u32string_view::npos) return false;
    const std::size_t before = number.begin - 2;
    if (!is_digit(text_[before]) && !is_kanji_digit(text_[before])) return false;
    const std::optional<Number> one = number_at(text_, before);
    return one && one->kind == Number::Kind::exact && one->value + 1 == number.value && !is_date(before);
  }
  bool is_date(std::size_t at) const { return at > 0 && text_[at - 1] == U'月'; }

  std::optional<RuledReading> counted_of(const Number& number) {
    const Counter* counter = number.end < text_.size() ? counter_at(text_, number.end) : nullptr;
    if (counter == nullptr || !is_counted_so(number, *counter)) return uncounted(number);
    const std::size_t end = number.end + counter->letters.size();
    const bool date = counter->letters == U"日" && is_date(number.begin);
    if (!date && is_other_word(number.begin, end, counter->is_time)) return uncounted(number);
    const CountedReading read = reading_of(number, *counter, end);
    RuledReading counted{number.begin, end, end, {}};
    add_base(number, *counter, read, counted);
    add_suffixes(number, *counter, counted);
    return counted;
  }

  // 三百 without a counter: the dictionary reads each of its kanji. Digits have no reading.
  std::optional<RuledReading> uncounted(const Number& number) const {
    if (number.digits > 0 || !number.has_unit || number.kind != Number::Kind::exact) return std::nullopt;
    if (number.end - number.begin < 2) return std::nullopt;  // 千 in 千の風 is the dictionary's
    if (is_other_word(number.begin, number.end, false)) return std::nullopt;
    return RuledReading{
        number.begin, number.end, number.end, {{number.begin, number.end, number.reading, ReadingSource::rule}}};
  }

  bool is_counted_so(const Number& number, const Counter& counter) const {
    const std::u32string_view letters = counter.letters;
    if (letters == U"つ") return number.kind == Number::Kind::exact && number.value >= 1 && number.value <= 9;
    if (letters == U"月" && number.kind == Number::Kind::exact) return number.value >= 1 && number.value <= 12;
    const bool alone = number.digits == 0 && number.end - number.begin == 1;
    if (letters == U"行" && alone) return false;  // 一行: いっこう, いちぎょう
    if (letters == U"分" && number.is(10) && alone) return is_ten_minutes(text_, number.begin);  // 十分: じゅうぶん
    return true;
  }

  CountedReading reading_of(const Number& number, const Counter& counter, std::size_t end) const {
    CountedReading read = read_counted(number, counter, is_approximate(number));
    if (counter.letters == U"分" && is_share(text_, number, end)) return {number.reading, U"ぶん", false};
    const bool after_tenths = number.begin > 0 && text_[number.begin - 1] == U'割';  // 8割5分
    if (counter.letters == U"分" && after_tenths) return {number.reading, U"ぶ", false};
    if (counter.letters == U"日" && number.is(1) && !is_first_of_month(text_, number.begin, end)) {
      return {U"いち", U"にち", false};
    }
    if (counter.letters == U"日" && number.kind == Number::Kind::several && number.last == 0) {
      return {U"すう", U"じつ", false};
    }
    if ((counter.letters == U"歳" || counter.letters == U"才") && number.is(20) && has(text_, end, U"児")) {
      return {U"にじゅっ", U"さい", true};
    }
    if (counter.letters == U"色" && number.kind == Number::Kind::what) return {U"なに", U"いろ", true};
    const bool school_class = counter.letters == U"組" && number.begin > 0 && text_[number.begin - 1] == U'年';
    if (school_class) return {number.reading, U"くみ", false};
    return read;
  }

  // Digits stand without a reading where they are read as they are by themselves (12人), and where there are so many
  // that a reading would tear them apart (2024年).
  void add_base(const Number& number, const Counter& counter, const CountedReading& read, RuledReading& counted) const {
    constexpr std::size_t kFewDigits = 2;
    const bool spelt = counter.letters == U"月" && number.digits == 1;  // さんがつ, as よがつ is not said
    const bool whole = number.digits == 0 || ((read.is_changed || spelt) && number.digits <= kFewDigits &&
                                              number.end - number.begin == number.digits);
    const std::size_t begin = whole ? number.begin : number.end;
    if (number.digits > 0 && number.has_unit) add_units(number, counted);
    add(begin, counted.least_end, whole ? read.number + read.counter : read.counter, counted);
    if (whole && counter.letters == U"つ") {
      counted.ruby.back() = {begin, number.end, read.number, ReadingSource::rule};
    }
  }

  // 万 and 千 in 1万5千.
  void add_units(const Number& number, RuledReading& counted) const {
    for (std::size_t i = number.begin + 1; i < number.end; ++i) {
      if (!is_number_unit(text_[i])) continue;
      const char32_t before = text_[i - 1];
      const bool three = before == U'3' || before == U'３';
      const bool plosive = before == U'6' || before == U'６' || before == U'8' || before == U'８';
      counted.ruby.push_back({i, i + 1, unit_reading(text_[i], three, plosive), ReadingSource::rule});
    }
  }
  static std::u32string unit_reading(char32_t unit, bool after_three, bool plosive) {
    switch (unit) {
      case U'十':
        return U"じゅう";
      case U'百':
        return after_three ? U"びゃく" : plosive ? U"ぴゃく" : U"ひゃく";
      case U'千':
        return after_three ? U"ぜん" : U"せん";
      case U'万':
        return U"まん";
      default:
        return U"おく";
    }
  }

  // A reading over kanji alone: か in 3か所 reads itself.
  void add(std::size_t begin, std::size_t end, std::u32string reading, RuledReading& counted) const {
    const bool all_kana = std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                                      text_.begin() + static_cast<std::ptrdiff_t>(end), is_hiragana);
    if (all_kana) return;
    while (is_hiragana(text_[begin]) && reading.front() == text_[begin]) {
      ++begin;
      reading.erase(0, 1);
    }
    while (is_hiragana(text_[end - 1]) && reading.back() == text_[end - 1]) {
      --end;
      reading.pop_back();
    }
    counted.ruby.push_back({begin, end, std::move(reading), ReadingSource::rule});
  }

  void add_suffixes(const Number& number, const Counter& counter, RuledReading& counted) const {
    bool is_time = counter.is_time;
    while (counted.end < text_.size()) {
      if (add_through(number, counter, counted)) continue;
      const Suffix* suffix = suffix_at(counted.end, is_time);
      if (suffix == nullptr || begins_longer_word(counted.end, suffix->letters.size())) return;
      if (counter.letters == U"時" && suffix->letters == U"分") return;
      const std::size_t end = counted.end + suffix->letters.size();
      join_or_add(*suffix, end, counted);
      is_time = is_time && suffix->fused;
    }
  }

  // 中: all through one day or one year; within or among else.
  bool add_through(const Number& number, const Counter& counter, RuledReading& counted) const {
    if (text_[counted.end] != U'中' || begins_longer_word(counted.end, 1)) return false;
    if (has(text_, counted.end, U"中組")) return false;  // 年中組
    constexpr std::array<std::u32string_view, 3> kLong = {U"日", U"年", U"晩"};
    const bool all_through = number.is(1) && std::find(kLong.begin(), kLong.end(), counter.letters) != kLong.end();
    join_or_add({U"中", all_through ? U"じゅう" : U"ちゅう"}, counted.end + 1, counted);
    return true;
  }

  void join_or_add(const Suffix& suffix, std::size_t end, RuledReading& counted) const {
    const bool touches = !counted.ruby.empty() && counted.ruby.back().end == counted.end;
    if (suffix.fused && touches) {
      counted.ruby.back().end = end;
      counted.ruby.back().reading += suffix.kana;
      counted.least_end = end;
    } else {
      add(counted.end, end, std::u32string(suffix.kana), counted);
    }
    counted.end = end;
  }

  std::u32string_view text_;
  const std::vector<Morpheme>& morphemes_;
  std::vector<RuledReading> found_;
};

}  // namespace

std::vector<RuledReading> find_counted(std::u32string_view text, const std::vector<Morpheme>& morphemes) {
  return Finder(text, morphemes).find();
}

}  // namespace hub::text
