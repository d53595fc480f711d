#include "content/model/year.h"

#include <initializer_list>
#include <utility>

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

void replace(std::string& words, std::string_view from, std::string_view to) {
  for (std::size_t at = words.find(from); at != words.npos; at = words.find(from, at + to.size())) {
    words.replace(at, from.size(), to);
  }
}

using Fills = std::initializer_list<std::pair<std::string_view, std::string>>;

std::string filled(std::string_view words, Fills fills) {
  std::string all(words);
  for (const auto& [place, value] : fills) replace(all, place, value);
  return all;
}

// The names of the months stand in one string, one after the other.
std::string month_name(std::string_view names, unsigned month) {
  for (; month > 1; --month) names.remove_prefix(std::min(names.size(), names.find(kBetweenMonths)) + 1);
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
  return filled(said.words, {{"{year}", said.language == "ja" ? year_in_eras(year) : std::to_string(year)},
                             {"{next}", next},
                             {"{next2}", next.substr(next.size() - 2)}});
}

std::string date_name(const Strings& strings, base::Date date, std::string_view language) {
  const auto month = static_cast<unsigned>(date.month());
  std::string name =
      filled(strings.say("date.day", language).words, {{"{y}", std::to_string(static_cast<int>(date.year()))},
                                                       {"{m}", std::to_string(month)},
                                                       {"{d}", std::to_string(static_cast<unsigned>(date.day()))},
                                                       {"{era}", year_in_eras(date)}});
  if (name.find("{month}") != name.npos) {
    replace(name, "{month}", month_name(strings.say("date.months", language).words, month));
  }
  replace(name, " ", kNoBreakSpace);
  return name;
}

}  // namespace hub::content
