#include "report/words/titles.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "report/words/characters.h"
#include "report/words/years.h"

namespace hub::report {

namespace {

using View = std::u32string_view;

constexpr std::size_t kLongestTitle = 70;
constexpr std::size_t kLongestName = 16;  // of a hub, behind 地域子育て支援拠点
constexpr View kHub = U"地域子育て支援拠点";
constexpr View kNext[] = {U"次年度", U"来年度", U"翌年度"};
constexpr View kOfReview[] = {U"評価",   U"成果",     U"振り返り", U"ふりかえり",
                              U"振返り", U"取組状況", U"実績",     U"達成状況"};
// The wards of Yokohama, longer ones before those that are their ends.
constexpr View kWards[] = {U"保土ケ谷区", U"保土ヶ谷区", U"保土ガ谷区", U"神奈川区", U"鶴見区", U"港南区", U"磯子区",
                           U"金沢区",     U"港北区",     U"青葉区",     U"都筑区",   U"戸塚区", U"瀬谷区", U"西区",
                           U"中区",       U"南区",       U"旭区",       U"緑区",     U"栄区",   U"泉区"};

bool has_any(View words, const auto& all) {
  return std::ranges::any_of(all, [&](View one) { return contains(words, one); });
}

// 令和5年度の振り返りと令和6年度の重点目標
bool names_both_years(View folded) {
  if (!contains(folded, U"目標") || contains(folded, U"、") || contains(folded, U"を")) return false;
  const std::vector<int> years = title_years(folded);
  const bool both =
      years.size() == 2 ? std::abs(years[0] - years[1]) == 1 : years.size() == 1 && has_any(folded, kNext);
  return both && has_any(folded, kOfReview);
}

}  // namespace

bool names_all_years(std::u32string_view folded) {
  const std::size_t years = title_years(folded).size();
  return years >= 2 || (years == 1 && has_any(folded, kNext));
}

bool is_title(std::u32string_view folded) {
  if (folded.size() > kLongestTitle || ends_sentence(folded) || contains(folded, U"。")) return false;
  if (contains(folded, U"評価結果・") || contains(folded, U"評価結果及び") || contains(folded, U"評価結果と")) {
    return contains(folded, U"重点目標");
  }
  if (names_both_years(folded)) return true;
  return contains(folded, kHub) && contains(folded, U"区") &&
         (folded.ends_with(U"拠点事業") || contains(folded, U"重点目標") || contains(folded, U"評価"));
}

bool is_hub_name(std::u32string_view folded) {
  if (folded.starts_with(U"横浜市")) folded.remove_prefix(3);
  const std::u32string ward = ward_in(folded);
  if (!ward.empty() && folded.starts_with(ward)) folded.remove_prefix(ward.size());
  if (!folded.starts_with(kHub)) return false;
  folded.remove_prefix(kHub.size());
  if (folded.empty()) return !ward.empty();
  if (folded.size() > kLongestName || folded.starts_with(U"事業")) return false;
  constexpr View kParticles = U"のはがをにでとやも、。・:";
  const bool quoted = View(U"「『\"“<(【").find(folded.front()) != View::npos;
  if (quoted) return true;
  return kParticles.find(folded.front()) == View::npos && !ward.empty() && !contains(folded, U"。") &&
         !ends_sentence(folded);
}

std::u32string ward_in(std::u32string_view folded) {
  std::size_t first = View::npos;
  View found;
  for (const View ward : kWards) {
    const std::size_t at = folded.find(ward);
    if (at < first) first = at, found = ward;
  }
  if (!found.empty()) return std::u32string(found);
  const std::size_t end = folded.find(U'区');
  if (end == folded.npos) return {};
  std::size_t begin = end;
  const auto is_of_name = [](char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || c == U'ケ' || c == U'ヶ'; };
  while (begin > 0 && is_of_name(folded[begin - 1])) --begin;
  const View name = folded.substr(begin, end + 1 - begin);
  const View ward = name.starts_with(U"横浜市") ? name.substr(3) : name;
  return ward.size() >= 2 ? std::u32string(ward) : std::u32string();
}

std::optional<TitleYears> years_of_title(std::u32string_view folded) {
  const std::vector<int> said = title_years(folded);
  if (said.empty()) return std::nullopt;
  if (said.size() >= 2) {
    // 令和6年度重点目標・令和5年度評価結果
    const bool turned = said.front() == said.back() + 1;
    return turned ? TitleYears{said.back(), said.front()} : TitleYears{said.front(), said.back()};
  }
  const bool reviewed = has_any(folded, kOfReview) || has_any(folded, kNext);
  const int review = reviewed ? said.front() : said.front() - 1;
  return TitleYears{review, review + 1};
}

}  // namespace hub::report
