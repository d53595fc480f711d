#include "report/words/years.h"

#include <algorithm>
#include <iterator>

#include "report/words/characters.h"

namespace hub::report {

namespace {

struct Era {
  std::u32string_view name;
  int first_year;
};
constexpr Era kEras[] = {{U"令和", 2019}, {U"平成", 1989}, {U"昭和", 1926}, {U"R", 2019}, {U"H", 1989}};

bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_plain_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

struct Reader {
  std::u32string_view words;
  std::size_t at = 0;

  bool take(std::u32string_view part) {
    if (words.substr(at, part.size()) != part) return false;
    at += part.size();
    return true;
  }
  template <class Parts>
  bool take_one(const Parts& parts) {
    return std::ranges::any_of(parts, [&](std::u32string_view part) { return take(part); });
  }
  std::optional<int> number() {
    int value = 0;
    const std::size_t start = at;
    while (at < words.size() && is_plain_digit(words[at]) && at - start < 4) {
      value = value * 10 + static_cast<int>(words[at++] - U'0');
    }
    if (at == start) return kanji_number();
    return value;
  }

 private:
  // 七, 十二, 三十一; 二〇二四
  std::optional<int> kanji_number() {
    constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
    int value = 0, digits = 0;
    const std::size_t start = at;
    for (; at < words.size() && at - start < 4; ++at) {
      if (const std::size_t digit = kDigits.find(words[at]); digit != kDigits.npos) {
        value = value * 10 + static_cast<int>(digit);
        ++digits;
      } else if (words[at] == U'十' && value < 10) {
        const bool more = at + 1 < words.size() && kDigits.find(words[at + 1], 1) != kDigits.npos;
        value = value == 0 ? 1 : value;
        if (!more) value *= 10;
      } else {
        break;
      }
    }
    if (at == start) return std::nullopt;
    return value;
  }
};

// 令和5, 令和元, 2023, '23; `era` remembers the last era that was said, for 令和5年～6年.
std::optional<int> read_plain_year(Reader& reader, int& era) {
  bool named = false;
  reader.take(U"西暦");
  for (const Era& one : kEras) {
    if (!reader.take(one.name)) continue;
    era = one.first_year;
    named = true;
    break;
  }
  if (named) reader.take(U".");  // R.5
  if (named && reader.take(U"元")) return era;
  const bool short_form = !named && (reader.take(U"'") || reader.take(U"’"));
  const auto number = reader.number();
  if (!number) return std::nullopt;
  if (short_form) return *number < 100 ? std::optional<int>(2000 + *number) : std::nullopt;
  if (*number >= 1900) return *number;
  if (era == 0 || *number < 1 || *number > 99) return std::nullopt;
  return era + *number - 1;
}

constexpr std::u32string_view kFiscal[] = {U"年度", U"(年度)"};

// The same year once more: (2023), (令和5年度), /2023年度
void skip_same_year(Reader& reader, int year) {
  Reader rest = reader;
  const bool bracket = rest.take(U"(");
  if (!bracket && !rest.take(U"/") && !rest.take(U"・")) return;
  int era = 0;
  const auto again = read_plain_year(rest, era);
  if (again != year) return;
  if (!rest.take_one(kFiscal)) rest.take(U"年");
  if (bracket && !rest.take(U")")) return;
  reader = rest;
}

// The year before 年.
std::optional<int> read_year(Reader& reader, int& era) {
  const auto year = read_plain_year(reader, era);
  if (year) skip_same_year(reader, *year);
  return year;
}

constexpr std::u32string_view kDatePoints[] = {U".", U"/", U"-"};

std::optional<base::Date> date_of(int year, int month, int day) {
  const base::Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                        std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

// 令和6.4.1, 2024/4/1, 2024-04-01
std::optional<base::Date> read_pointed_date(Reader& reader, int& era) {
  Reader rest = reader;
  const auto year = read_year(rest, era);
  if (!year || rest.at >= rest.words.size()) return std::nullopt;
  const std::u32string_view point = rest.words.substr(rest.at, 1);
  if (std::ranges::find(kDatePoints, point) == std::end(kDatePoints)) return std::nullopt;
  rest.take(point);
  const auto month = rest.number();
  if (!month || !rest.take(point)) return std::nullopt;
  const auto day = rest.number();
  if (!day) return std::nullopt;
  const auto date = date_of(*year, *month, *day);
  if (date) reader = rest;
  return date;
}

struct ReadDate {
  base::Date date{};
  bool day_said = false;  // else the first
};

// 5年4月1日, and 5年4月 without a day; 4月1日~3月31日: the year is not said again.
std::optional<ReadDate> read_date(Reader& reader, int& era, int year_before) {
  if (const auto pointed = read_pointed_date(reader, era)) return ReadDate{*pointed, true};
  const Reader start = reader;
  std::optional<int> year = read_year(reader, era);
  if (!year || !reader.take(U"年")) {
    reader = start;
    year = year_before > 0 ? std::optional<int>(year_before) : std::nullopt;
    if (!year) return std::nullopt;
  } else {
    skip_same_year(reader, *year);
  }
  const auto month = reader.number();
  if (!month || !reader.take(U"月")) return std::nullopt;
  const Reader after_month = reader;
  const auto day = reader.number();
  const bool said = day && reader.take(U"日");
  if (!said) reader = after_month;
  const auto date = date_of(*year, *month, said ? *day : 1);
  if (!date) return std::nullopt;
  return ReadDate{*date, said};
}

// (土) behind a date
void skip_weekday(Reader& reader) {
  Reader rest = reader;
  if (!rest.take(U"(") || rest.at >= rest.words.size()) return;
  if (std::u32string_view(U"日月火水木金土").find(rest.words[rest.at]) == std::u32string_view::npos) return;
  ++rest.at;
  rest.take(U"曜");
  rest.take(U"日");
  if (rest.take(U")")) reader = rest;
}

constexpr std::u32string_view kNth[] = {U"年度目", U"年目", U"か年目", U"ヶ年目", U"カ年目"};
constexpr std::u32string_view kOf[] = {U"か年", U"カ年", U"ヵ年",   U"ヶ年", U"ケ年",
                                       U"箇年", U"年度", U"年計画", U"年間", U"年"};

// 2年度目/5か年度, 4年間の2年目, 第2年度(全5か年), 2/5年目
void read_term(std::u32string_view words, FoundPeriod& period) {
  for (Reader reader{words}; reader.at < words.size(); ++reader.at) {
    const bool nth = reader.at > 0 && words[reader.at - 1] == U'第';
    Reader here = reader;
    const auto number = here.number();
    if (!number) continue;
    if (*number < 1 || *number > 20) {
      reader.at = here.at - 1;
      continue;
    }
    Reader whole = here;
    std::optional<int> of;
    if (whole.take(U"/")) of = whole.number();
    if (of && *of <= 20 && *number <= *of && (whole.take_one(kNth) || whole.take_one(kOf))) {
      period.term_year = *number;
      period.term_years = *of;
      return;
    }
    if (here.take_one(kNth) || (nth && here.take_one(kOf))) {
      if (period.term_year == 0) period.term_year = *number;
    } else if (here.take_one(kOf)) {
      if (period.term_years == 0) period.term_years = *number;
    }
    reader.at = here.at - 1;
  }
  // "of 5" alone says nothing, and the 6th of 5 is misread.
  if (period.term_year == 0 || period.term_year > period.term_years) period.term_years = 0;
}

// Whether a year may begin here: not inside a number or a Latin word.
bool may_begin(std::u32string_view words, std::size_t at) {
  if (at == 0 || at >= words.size()) return at == 0;
  if (is_plain_digit(words[at])) return !is_digit(words[at - 1]) && words[at - 1] != U'\'' && words[at - 1] != U'.';
  return !is_latin(words[at]) || !is_latin(words[at - 1]);
}

std::optional<NamedYear> named_year_at(std::u32string_view folded, std::size_t at, int& era) {
  if (!may_begin(folded, at)) return std::nullopt;
  Reader reader{folded, at};
  const int era_before = era;
  const bool named =
      std::ranges::any_of(kEras, [&](const Era& one) { return folded.substr(at).starts_with(one.name); });
  const auto year = read_year(reader, era);
  if (!year || !reader.take_one(kFiscal)) {
    era = era_before;
    return std::nullopt;
  }
  // 5年度目 counts years of a term, 5年度目標 names one.
  const std::u32string_view rest = folded.substr(reader.at);
  if (!named && rest.starts_with(U"目") && !rest.starts_with(U"目標")) return std::nullopt;
  skip_same_year(reader, *year);
  return NamedYear{*year, reader.at - at};
}

}  // namespace

std::optional<NamedYear> fiscal_year_at(std::u32string_view folded, std::size_t at) {
  int era = 0;
  return named_year_at(folded, at, era);
}

std::optional<NamedYear> era_year_at(std::u32string_view folded, std::size_t at) {
  if (const auto fiscal = fiscal_year_at(folded, at)) return fiscal;
  if (!may_begin(folded, at)) return std::nullopt;
  const std::u32string_view rest = folded.substr(at);
  if (std::ranges::none_of(kEras, [&](const Era& one) { return rest.starts_with(one.name); })) return std::nullopt;
  Reader reader{folded, at};
  int era = 0;
  const auto year = read_year(reader, era);
  if (!year) return std::nullopt;
  reader.take(U"年");
  const bool goes_on = reader.at < folded.size() &&
                       (is_digit(folded[reader.at]) || is_latin(folded[reader.at]) || folded[reader.at] == U'.');
  if (goes_on) return std::nullopt;  // of a date, or of a name
  return NamedYear{*year, reader.at - at};
}

std::vector<int> fiscal_years(std::u32string_view folded) {
  std::vector<int> years;
  int era = 0;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (const auto named = named_year_at(folded, at, era)) {
      years.push_back(named->year);
      at += named->length - 1;
    }
  }
  return years;
}

std::vector<int> title_years(std::u32string_view folded) {
  std::vector<int> years;
  int era = 0;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    auto named = named_year_at(folded, at, era);
    if (!named) named = era_year_at(folded, at);
    if (!named) continue;
    years.push_back(named->year);
    at += named->length - 1;
  }
  return years;
}

std::optional<FoundPeriod> find_period(std::u32string_view folded) {
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (!may_begin(folded, at)) continue;
    Reader reader{folded, at};
    int era = 0;
    const auto from = read_date(reader, era, 0);
    if (!from) continue;
    skip_weekday(reader);
    for (const std::u32string_view between : {U"(", U")", U"から", U"より", U"~", U"-", U"ー", U"−", U"—", U"‐", U"→"})
      reader.take(between);
    const auto to = read_date(reader, era, static_cast<int>(from->date.year()));
    if (!to || from->day_said != to->day_said) continue;
    FoundPeriod period{from->date, to->date};
    if (period.to < period.from) period.to += std::chrono::years(1);
    if (!to->day_said) {
      // April to March is the year of an office; other months are those of a course.
      if (period.from.month() != std::chrono::April || period.to.month() != std::chrono::March) continue;
      period.to = period.to.year() / period.to.month() / std::chrono::last;
    }
    skip_weekday(reader);
    read_term(folded.substr(reader.at), period);
    if (period.term_year == 0) read_term(folded.substr(0, at), period);
    return period;
  }
  return std::nullopt;
}

std::size_t date_length(std::u32string_view words) {
  constexpr std::size_t kLongest = 20;
  for (std::size_t end = std::min(kLongest, words.size()); end >= 6; --end) {
    const std::u32string folded = fold(words.substr(0, end));
    Reader reader{folded};
    int era = 0;
    const auto date = read_date(reader, era, 0);
    if (!date || !date->day_said || reader.at < folded.size()) continue;
    while (end < words.size() && is_space(words[end])) ++end;
    return end;
  }
  return 0;
}

}  // namespace hub::report
