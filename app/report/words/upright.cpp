#include "report/words/upright.h"

#include <algorithm>
#include <optional>

#include "report/words/characters.h"
#include "report/words/labels.h"

namespace hub::report {

namespace {

constexpr std::size_t kFewest = 3;  // letters; two may be a word that was cut
constexpr std::size_t kMost = 30;   // 事業の評価実施方法及び評価結果の公表方法

// A letter, or a number: ５, 12, （1）
bool is_letter(std::u32string_view words) {
  if (words.size() == 1) return true;
  constexpr std::u32string_view kBrackets = U"()（）";
  const auto of_number = [&](char32_t c) { return is_digit(c) || kBrackets.find(c) != kBrackets.npos; };
  return !words.empty() && words.size() <= 4 && std::ranges::all_of(words, of_number);
}

std::optional<UprightHeading> heading_at(const std::vector<UprightLine>& lines, std::size_t begin) {
  if (lines[begin].words.size() != 1) return std::nullopt;
  const std::size_t step = begin + 1 < lines.size() && lines[begin + 1].words.empty() ? 2 : 1;
  UprightHeading heading{begin};
  std::u32string words;
  std::size_t letters = 0;
  for (std::size_t i = begin; i < lines.size() && letters < kMost; i += step) {
    if (!is_letter(lines[i].words) || (i > begin && !lines[i].goes_on)) break;
    if (step == 2 && i > begin && !lines[i - 1].words.empty()) break;
    // 取組の成果 / ①: the mark of the first entry
    const bool mark = is_circled_number(lines[i].words.front());
    if (mark && heading.count > 0 && parse_label(fold(heading.words))->field != Field::goal) break;
    words += lines[i].words;
    if (++letters < kFewest || !parse_label(fold(words))) continue;
    heading.count = i + 1 - begin;
    heading.words = words;
  }
  return heading.count > 0 ? std::optional(heading) : std::nullopt;
}

}  // namespace

std::vector<UprightHeading> find_upright_headings(const std::vector<UprightLine>& lines) {
  std::vector<UprightHeading> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto heading = heading_at(lines, i);
    if (!heading) continue;
    i += heading->count - 1;
    found.push_back(*heading);
  }
  return found;
}

}  // namespace hub::report
