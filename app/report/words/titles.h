// A report's title: 泉区地域子育て支援拠点事業, 令和５年度重点目標評価結果・令和６年度重点目標. All words are folded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hub::report {

// A line of it. Other years' reports in a menu look like one, too.
bool is_title(std::u32string_view folded);

// 戸塚区地域子育て支援拠点こまどり: a hub's own name, where others have the name of the work (拠点事業). Only above the
// report's first heading is it a title.
bool is_hub_name(std::u32string_view folded);

// The year that is reviewed, and the one whose goals are set: 次年度 will do.
bool names_all_years(std::u32string_view folded);

// 泉区; empty where no ward is named.
std::u32string ward_in(std::u32string_view folded);

// Which years a title names.
struct TitleYears {
  int review = 0;
  int goal = 0;
};
std::optional<TitleYears> years_of_title(std::u32string_view folded);

}  // namespace hub::report
