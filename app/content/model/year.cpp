#include "content/model/year.h"

namespace hub::content {

namespace {

constexpr int kFirstHeiseiYear = 1989;
constexpr int kFirstReiwaYear = 2019;

constexpr std::string_view kPlace = "{year}";

std::string era_year(const char* era, int year_of_era) {
  return std::string(era) + (year_of_era == 1 ? "元" : std::to_string(year_of_era));
}

std::string year_in_eras(int year) {
  if (year >= kFirstReiwaYear) return era_year("令和", year - kFirstReiwaYear + 1);
  if (year >= kFirstHeiseiYear) return era_year("平成", year - kFirstHeiseiYear + 1);
  return std::to_string(year);
}

}  // namespace

int fiscal_year(base::Date date) {
  const int year = static_cast<int>(date.year());
  return date.month() >= std::chrono::April ? year : year - 1;
}

std::string fiscal_year_name(int year) { return year_in_eras(year) + "年度"; }

std::string fiscal_year_name(const Strings& strings, int year, std::string_view language) {
  const Said said = strings.say("year.fiscal", language);
  const std::string number = said.language.starts_with("ja") ? year_in_eras(year) : std::to_string(year);
  std::string name(said.words);
  if (const std::size_t at = name.find(kPlace); at != name.npos) name.replace(at, kPlace.size(), number);
  return name;
}

}  // namespace hub::content
