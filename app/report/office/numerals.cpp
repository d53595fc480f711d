#include "report/office/numerals.h"

#include "base/circled_numbers.h"
#include "base/utf8.h"

namespace hub::report {

namespace {

constexpr int kLargestNumber = 999;

std::u32string digits(int number) { return base::decode_utf8(std::to_string(number)); }

std::u32string wide_digits(int number) {
  std::u32string wide = digits(number);
  for (char32_t& digit : wide) digit += U'０' - U'0';
  return wide;
}

// The letter at `number`; after the last they are doubled, as Word does: z, aa.
std::u32string letter(int number, std::u32string_view letters) {
  const auto count = static_cast<int>(letters.size());
  const char32_t one = letters[static_cast<std::size_t>((number - 1) % count)];
  return std::u32string(static_cast<std::size_t>((number - 1) / count + 1), one);
}

std::u32string roman(int number, bool upper) {
  struct Numeral {
    int value;
    std::string_view letters;
  };
  constexpr Numeral kNumerals[] = {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
                                   {9, "ix"},  {5, "v"},   {4, "iv"}, {1, "i"}};
  std::u32string words;
  for (const Numeral& one : kNumerals) {
    for (; number >= one.value; number -= one.value) words += base::decode_utf8(one.letters);
  }
  if (upper) {
    for (char32_t& c : words) c -= U'a' - U'A';
  }
  return words;
}

// 十二
std::u32string kanji_number(int number) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  std::u32string words;
  const auto place = [&](int value, char32_t unit) {
    const int digit = number / value % 10;
    if (digit == 0) return;
    if (digit > 1 || unit == 0) words.push_back(kDigits[static_cast<std::size_t>(digit)]);
    if (unit != 0) words.push_back(unit);
  };
  place(100, U'百');
  place(10, U'十');
  place(1, 0);
  return words;
}

// The character of `first` and those after it: ⑴ … ⒇.
std::u32string from(char32_t first, int number, int most) {
  return number <= most ? std::u32string(1, first + static_cast<char32_t>(number - 1)) : digits(number);
}

constexpr std::u32string_view kAiueo =
    U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
constexpr std::u32string_view kIroha =
    U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
constexpr std::u32string_view kAlphabet = U"abcdefghijklmnopqrstuvwxyz";
constexpr std::u32string_view kCapitals = U"ABCDEFGHIJKLMNOPQRSTUVWXYZ";

}  // namespace

std::u32string numeral(int number, std::string_view format) {
  if (number < 1 || number > kLargestNumber) return digits(number);
  const auto is = [&](std::string_view name) { return format == name; };
  if (is("decimalFullWidth") || is("decimalFullWidth2")) return wide_digits(number);
  if (is("decimalZero")) return (number < 10 ? U"0" : U"") + digits(number);
  if (is("decimalEnclosedCircle") || is("decimalEnclosedCircleChinese")) {
    return number <= base::kMaxCircledNumber ? std::u32string(1, base::circled_number(number)) : digits(number);
  }
  if (is("decimalEnclosedParen")) return from(U'⑴', number, 20);
  if (is("decimalEnclosedFullstop")) return from(U'⒈', number, 20);
  if (is("ideographEnclosedCircle")) return from(U'㊀', number, 10);
  if (is("aiueo") || is("aiueoFullWidth")) return letter(number, kAiueo);
  if (is("iroha") || is("irohaFullWidth")) return letter(number, kIroha);
  if (is("lowerLetter")) return letter(number, kAlphabet);
  if (is("upperLetter")) return letter(number, kCapitals);
  if (is("lowerRoman") || is("upperRoman")) return roman(number, is("upperRoman"));
  if (is("japaneseCounting") || is("ideographDigital") || is("japaneseDigitalTenThousand") || is("chineseCounting"))
    return kanji_number(number);
  return digits(number);
}

}  // namespace hub::report
