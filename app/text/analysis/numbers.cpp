#include "text/analysis/numbers.h"

#include <array>

#include "text/analysis/characters.h"

namespace hub::text {

namespace {

constexpr std::u32string_view kKanjiDigits = U"〇一二三四五六七八九";
constexpr std::uint64_t kTenThousand = 10'000;
constexpr std::uint64_t kHundredMillion = 100'000'000;
constexpr std::uint64_t kLargest = 1'000'000'000'000;  // what is larger is no number of people, days or yen here

constexpr std::array<std::u32string_view, 10> kOnes = {U"",   U"いち", U"に",   U"さん", U"よん",
                                                       U"ご", U"ろく", U"なな", U"はち", U"きゅう"};

std::uint64_t unit_of(char32_t c) {
  switch (c) {
    case U'十':
      return 10;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    case U'万':
      return kTenThousand;
    case U'億':
      return kHundredMillion;
    default:
      return 0;
  }
}

std::u32string hundreds(std::uint64_t digit) {
  if (digit == 0) return {};
  if (digit == 3) return U"さんびゃく";
  if (digit == 6) return U"ろっぴゃく";
  if (digit == 8) return U"はっぴゃく";
  return (digit == 1 ? std::u32string() : std::u32string(kOnes[digit])) + U"ひゃく";
}

std::u32string thousands(std::uint64_t digit, bool before_unit) {
  if (digit == 0) return {};
  if (digit == 1) return before_unit ? U"いっせん" : U"せん";  // いっせんまん
  if (digit == 3) return U"さんぜん";
  if (digit == 8) return U"はっせん";
  return std::u32string(kOnes[digit]) + U"せん";
}

// Below 10,000.
std::u32string four_digits(std::uint64_t value, bool before_unit) {
  const std::uint64_t ten = value / 10 % 10;
  std::u32string read = thousands(value / 1000 % 10, before_unit) + hundreds(value / 100 % 10);
  if (ten > 0) read += (ten == 1 ? std::u32string() : std::u32string(kOnes[ten])) + U"じゅう";
  return read + std::u32string(kOnes[value % 10]);
}

std::u32string reading_of(std::uint64_t value) {
  if (value == 0) return U"れい";
  std::u32string read;
  if (value >= kHundredMillion) read += four_digits(value / kHundredMillion % kTenThousand, true) + U"おく";
  const std::uint64_t ten_thousands = value / kTenThousand % kTenThousand;
  if (ten_thousands > 0) read += four_digits(ten_thousands, true) + U"まん";
  return read + four_digits(value % kTenThousand, false);
}

std::uint64_t last_of(std::uint64_t value) {
  if (value == 0) return 0;
  for (const std::uint64_t unit : {std::uint64_t{10}, std::uint64_t{100}, std::uint64_t{1000}, kTenThousand}) {
    if (value % unit != 0) return unit == 10 ? value % 10 : unit / 10;
  }
  return value % kHundredMillion != 0 ? kTenThousand : kHundredMillion;
}

bool is_comma(char32_t c) { return c == U',' || c == U'，'; }
bool is_point(char32_t c) { return c == U'.' || c == U'．'; }
bool is_digit_at(std::u32string_view text, std::size_t at) { return at < text.size() && is_digit(text[at]); }
std::uint64_t digit_of(char32_t c) { return c >= U'０' ? c - U'０' : c - U'0'; }

// Adds up 1万2千 and 三百二十: digits wait for the unit that follows them.
class Reader {
 public:
  Reader(std::u32string_view text, std::size_t at) : text_(text), at_(at) { number_.begin = at; }

  std::optional<Number> read() {
    read_prefix();
    while (at_ < text_.size() && total_ + section_ + current_ < kLargest && step()) {
    }
    number_.end = at_;
    if (number_.end == number_.begin || !is_positional_or_spelt()) return std::nullopt;
    number_.value = total_ + section_ + current_;
    finish();
    return number_;
  }

 private:
  void read_prefix() {
    if (text_[at_] == U'数') number_.kind = Number::Kind::several;
    if (text_[at_] == U'何') number_.kind = Number::Kind::what;
    if (number_.kind != Number::Kind::exact) ++at_;
  }

  bool step() {
    const char32_t c = text_[at_];
    if (is_digit(c) && !is_prefixed() && kanji_digits_ == 0 && !waiting_) return read_digits();
    if (is_kanji_digit(c) && !is_prefixed() && number_.digits == 0) {
      current_ = current_ * 10 + kKanjiDigits.find(c);
      ++kanji_digits_;
      has_zero_ = has_zero_ || c == U'〇';
      waiting_ = true;
      ++at_;
      return true;
    }
    return is_number_unit(c) && take_unit(unit_of(c));
  }

  bool read_digits() {
    for (;;) {
      if (is_digit_at(text_, at_) && current_ < kLargest) {
        current_ = current_ * 10 + digit_of(text_[at_++]);
        ++number_.digits;
      } else if (at_ < text_.size() && is_comma(text_[at_]) && is_group(at_ + 1)) {
        ++at_;
      } else {
        break;
      }
    }
    if (at_ + 1 < text_.size() && is_point(text_[at_]) && is_digit(text_[at_ + 1])) {
      number_.kind = Number::Kind::decimal;
      for (++at_; is_digit_at(text_, at_); ++at_) current_ = digit_of(text_[at_]);
    }
    waiting_ = true;
    return true;
  }

  // 200 in 1,200: three digits and no more, or 2、3 would be one number.
  bool is_group(std::size_t at) const {
    return is_digit_at(text_, at) && is_digit_at(text_, at + 1) && is_digit_at(text_, at + 2) &&
           !is_digit_at(text_, at + 3);
  }

  bool take_unit(std::uint64_t unit) {
    const bool leads = !waiting_ && section_ == 0 && total_ == 0;
    if (unit >= kTenThousand && leads && !is_prefixed()) return false;  // 万一
    ++at_;
    if (unit < kTenThousand) {
      section_ += (waiting_ ? current_ : 1) * unit;
    } else {
      total_ += (waiting_ || section_ > 0 ? section_ + current_ : 1) * unit;
      section_ = 0;
    }
    current_ = 0;
    waiting_ = false;
    kanji_digits_ = 0;
    number_.has_unit = true;
    return true;
  }

  // 二〇二四 and 三百 are numbers; 二三 is "two or three", 七五三 a day.
  bool is_positional_or_spelt() const { return kanji_digits_ < 2 || has_zero_ || kanji_digits_ == 4; }
  bool is_prefixed() const { return number_.kind == Number::Kind::several || number_.kind == Number::Kind::what; }

  void finish() {
    switch (number_.kind) {
      case Number::Kind::exact:
        number_.reading = reading_of(number_.value);
        number_.last = last_of(number_.value);
        break;
      case Number::Kind::decimal:
        number_.last = number_.value % 10;
        break;
      case Number::Kind::several:
      case Number::Kind::what:
        finish_prefixed();
        break;
    }
  }

  // なんびゃく, なんぜん; すうひゃく, すうせん.
  void finish_prefixed() {
    const bool is_what = number_.kind == Number::Kind::what;
    number_.reading = is_what ? U"なん" : U"すう";
    if (!number_.has_unit) return;
    number_.last = last_of(number_.value);
    std::u32string unit = reading_of(number_.value);
    if (is_what && unit.starts_with(U"ひゃく")) unit.front() = U'び';
    if (is_what && unit.starts_with(U"せん")) unit.front() = U'ぜ';
    if (unit.starts_with(U"いちまん") || unit.starts_with(U"いちおく")) unit.erase(0, 2);
    number_.reading += unit;
  }

  std::u32string_view text_;
  std::size_t at_;
  Number number_;
  std::uint64_t total_ = 0;
  std::uint64_t section_ = 0;
  std::uint64_t current_ = 0;
  std::size_t kanji_digits_ = 0;
  bool waiting_ = false;  // current_ waits for a unit
  bool has_zero_ = false;
};

}  // namespace

bool is_kanji_digit(char32_t c) { return kKanjiDigits.find(c) != std::u32string_view::npos; }
bool is_number_unit(char32_t c) { return unit_of(c) > 0; }

std::optional<Number> number_at(std::u32string_view text, std::size_t at) {
  const char32_t c = text[at];
  const bool may_begin = is_digit(c) || is_kanji_digit(c) || is_number_unit(c) || c == U'数' || c == U'何';
  if (!may_begin) return std::nullopt;
  if (at > 0 && (is_digit(text[at - 1]) || is_kanji_digit(text[at - 1]) || is_number_unit(text[at - 1]))) return {};
  return Reader(text, at).read();
}

}  // namespace hub::text
