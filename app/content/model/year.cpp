#include "content/model/year.h"

#include <optional>

#include "content/model/fill_in.h"

namespace hub::content {

namespace {

using std::chrono::April;
using std::chrono::January;
using std::chrono::May;

constexpr int kFirstHeiseiYear = 1989;
constexpr int kFirstReiwaYear = 2019;
constexpr base::Date kHeisei{std::chrono::year{kFirstHeiseiYear}, January, std::chrono::day{8}};
constexpr base::Date kReiwa{std::chrono::year{kFirstReiwaYear}, May, std::chrono::day{1}};

constexpr char kBetweenMonths = '|';
constexpr std::string_view kNoBreakSpace = "\u00A0";

std::string era_year(const char* era, int year_of_era) {
  return std::string(era) + (year_of_era == 1 ? "元" : std::to_string(year_of_era));
}

std::string year_in_eras(int year) {
  if (year >= kFirstReiwaYear) return era_year("令和", year - kFirstReiwaYear + 1);
  if (year >= kFirstHeiseiYear) return era_year("平成", year - kFirstHeiseiYear + 1);
  return std::to_string(year);
}

std::string year_in_eras(base::Date date) {
  const int year = static_cast<int>(date.year());
  if (date >= kReiwa) return era_year("令和", year - kFirstReiwaYear + 1);
  if (date >= kHeisei) return era_year("平成", year - kFirstHeiseiYear + 1);
  return std::to_string(year);
}

// The names of the months stand in one string, one after the other. Nothing: it has fewer.
std::optional<std::string> month_name(std::string_view names, unsigned month) {
  for (; month > 1; --month) {
    const std::size_t end = names.find(kBetweenMonths);
    if (end == names.npos) return std::nullopt;
    names.remove_prefix(end + 1);
  }
  return std::string(names.substr(0, names.find(kBetweenMonths)));
}

}  // namespace

int fiscal_year(base::Date date) {
  const int year = static_cast<int>(date.year());
  return date.month() >= April ? year : year - 1;
}

std::string fiscal_year_name(int year) { return year_in_eras(year) + "年度"; }

std::string fiscal_year_name(const Strings& strings, int year, std::string_view language) {
  const Said said = strings.say("year.fiscal", language);
  const std::string next = std::to_string(year + 1);
  return fill_in(std::string(said.words), {{"year", said.language == "ja" ? year_in_eras(year) : std::to_string(year)},
                                           {"next", next},
                                           {"next2", next.substr(next.size() - 2)}});
}

std::string date_name(const Strings& strings, base::Date date, std::string_view language) {
  const auto month = static_cast<unsigned>(date.month());
  const std::string number = std::to_string(month);
  std::string name = fill_in(std::string(strings.say("date.day", language).words),
                             {{"y", std::to_string(static_cast<int>(date.year()))},
                              {"m", number},
                              {"d", std::to_string(static_cast<unsigned>(date.day()))},
                              {"month", month_name(strings.say("date.months", language).words, month).value_or(number)},
                              {"era", year_in_eras(date)}});
  for (std::size_t at = name.find(' '); at != name.npos; at = name.find(' ')) name.replace(at, 1, kNoBreakSpace);
  return name;
}

}  // namespace hub::content
