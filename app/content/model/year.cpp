#include "content/model/year.h"

namespace hub::content {

namespace {

constexpr int kFirstHeiseiYear = 1989;
constexpr int kFirstReiwaYear = 2019;

std::string era_year(const char* era, int year_of_era) {
  return std::string(era) + (year_of_era == 1 ? "元" : std::to_string(year_of_era)) + "年度";
}

}  // namespace

int fiscal_year(base::Date date) {
  const int year = static_cast<int>(date.year());
  return date.month() >= std::chrono::April ? year : year - 1;
}

std::string fiscal_year_name(int year, std::string_view language) {
  if (language == "zh-Hans") return std::to_string(year) + "年度";
  if (language == "ko") return std::to_string(year) + "년도";
  if (language == "vi") return "năm tài chính " + std::to_string(year);
  if (language != "ja" && language != "ja-easy") return "FY" + std::to_string(year);
  if (year >= kFirstReiwaYear) return era_year("令和", year - kFirstReiwaYear + 1);
  if (year >= kFirstHeiseiYear) return era_year("平成", year - kFirstHeiseiYear + 1);
  return std::to_string(year) + "年度";
}

}  // namespace hub::content
