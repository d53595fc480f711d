#include "report/words/years.h"

#include "report/words/characters.h"

namespace hub::report {

namespace {

struct Era {
  std::u32string_view name;
  int first_year;
};
constexpr Era kEras[] = {{U"令和", 2019}, {U"平成", 1989}, {U"昭和", 1926}, {U"R", 2019}, {U"H", 1989}};

struct Reader {
  std::u32string_view words;
  std::size_t at = 0;

  bool take(std::u32string_view part) {
    if (words.substr(at, part.size()) != part) return false;
    at += part.size();
    return true;
  }
  std::optional<int> number() {
    int value = 0;
    const std::size_t start = at;
    while (at < words.size() && words[at] >= U'0' && words[at] <= U'9' && at - start < 4) {
      value = value * 10 + static_cast<int>(words[at++] - U'0');
    }
    if (at == start) return std::nullopt;
    return value;
  }
};

// The year before 年; `era` remembers the last era that was said, for 令和5年～6年.
std::optional<int> read_year(Reader& reader, int& era) {
  bool named = false;
  for (const Era& one : kEras) {
    if (!reader.take(one.name)) continue;
    era = one.first_year;
    named = true;
    break;
  }
  if (named && reader.take(U"元")) return era;
  const auto number = reader.number();
  if (!number) return std::nullopt;
  if (*number >= 1900) return *number;
  if (era == 0 || *number < 1 || *number > 99) return std::nullopt;
  return era + *number - 1;
}

std::optional<base::Date> read_date(Reader& reader, int& era, int year_before) {
  const Reader start = reader;
  std::optional<int> year = read_year(reader, era);
  if (!year || !reader.take(U"年")) {
    // 4月1日～3月31日: the year is not said again.
    reader = start;
    year = year_before > 0 ? std::optional<int>(year_before) : std::nullopt;
    if (!year) return std::nullopt;
  }
  const auto month = reader.number();
  if (!month || !reader.take(U"月")) return std::nullopt;
  const auto day = reader.number();
  if (!day || !reader.take(U"日")) return std::nullopt;
  const base::Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                        std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

void read_term(Reader reader, FoundPeriod& period) {
  for (; reader.at < reader.words.size(); ++reader.at) {
    Reader here = reader;
    const auto number = here.number();
    if (!number || *number < 1 || *number > 20) continue;
    if (here.take(U"年度目") || here.take(U"年目")) {
      period.term_year = *number;
    } else if (here.take(U"か年") || here.take(U"カ年") || here.take(U"ヵ年") || here.take(U"ヶ年") ||
               here.take(U"ケ年") || here.take(U"年度") || here.take(U"年間") || here.take(U"年")) {
      if (period.term_year > 0 && period.term_years == 0) period.term_years = *number;
    }
    reader.at = here.at - 1;
  }
  // "of 5" alone says nothing, and the 6th of 5 is misread.
  if (period.term_year > 0 && period.term_years > 0 && period.term_year > period.term_years) period.term_years = 0;
}

}  // namespace

std::optional<NamedYear> fiscal_year_at(std::u32string_view folded, std::size_t at) {
  Reader reader{folded, at};
  if (at > 0 && folded[at] >= U'0' && folded[at] <= U'9' && is_digit(folded[at - 1])) return std::nullopt;
  int era = 0;
  const auto year = read_year(reader, era);
  if (!year || !(reader.take(U"年度") || reader.take(U"(年度)"))) return std::nullopt;
  return NamedYear{*year, reader.at - at};
}

std::vector<int> fiscal_years(std::u32string_view folded) {
  std::vector<int> years;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (const auto named = fiscal_year_at(folded, at)) {
      years.push_back(named->year);
      at += named->length - 1;
    }
  }
  return years;
}

std::optional<FoundPeriod> find_period(std::u32string_view folded) {
  for (std::size_t at = 0; at < folded.size(); ++at) {
    Reader reader{folded, at};
    int era = 0;
    const auto from = read_date(reader, era, 0);
    if (!from) continue;
    for (const std::u32string_view between : {U"(", U")", U"から", U"より", U"~", U"-", U"ー", U"→"})
      reader.take(between);
    const auto to = read_date(reader, era, static_cast<int>(from->year()));
    if (!to) continue;
    FoundPeriod period{*from, *to};
    if (period.to < period.from) period.to += std::chrono::years(1);
    read_term(reader, period);
    return period;
  }
  return std::nullopt;
}

}  // namespace hub::report
