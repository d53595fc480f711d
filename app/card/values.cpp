#include "card/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/parse.h"
#include "card/letters.h"
#include "content/json/keys.h"

namespace hub::card {

namespace {

using Words = std::string_view;

template <std::size_t Count>
bool is_one_of(Words word, const std::array<Words, Count>& all) {
  return std::ranges::find(all, word) != all.end();
}

void replace_all(std::string& words, Words from, Words to) {
  for (std::size_t at = words.find(from); at != words.npos; at = words.find(from, at + to.size())) {
    words.replace(at, from.size(), to);
  }
}

// At 、 and its like; nothing between two is nothing.
std::vector<std::string> pieces(std::string words) {
  for (const Words comma : {"、", "､", "・", ";"}) replace_all(words, comma, ",");
  std::vector<std::string> all;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find(',', at), words.size());
    if (end > at) all.push_back(words.substr(at, end - at));
    at = end + 1;
  }
  return all;
}

// Takes one of these from the beginning.
template <std::size_t Count>
bool take(Words& words, const std::array<Words, Count>& any) {
  for (const Words one : any) {
    if (!words.starts_with(one)) continue;
    words.remove_prefix(one.size());
    return true;
  }
  return false;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// 9:00, 9時, 9時半, 9時30分, 午後5時
std::optional<std::string> time_of(Words words) {
  const bool afternoon = take(words, std::array<Words, 2>{"午後", "pm"});
  if (!afternoon) take(words, std::array<Words, 2>{"午前", "am"});
  const auto hour = base::take_number<unsigned>(words);
  if (!hour || *hour > 24) return std::nullopt;
  const auto hour_of_day = static_cast<int>(*hour) + (afternoon && *hour < 12 ? 12 : 0);
  int minute = 0;
  if (take(words, std::array<Words, 2>{":", "時"}) && !words.empty()) {
    if (words == "半") words = "30";
    const auto number = base::take_number<unsigned>(words);
    take(words, std::array<Words, 1>{"分"});
    if (!number || *number > 59) return std::nullopt;
    minute = static_cast<int>(*number);
  }
  if (!words.empty()) return std::nullopt;
  return std::to_string(hour_of_day) + ":" + two_digits(minute);
}

std::optional<std::string> span_of(Words words) {
  const std::size_t dash = words.find('-');
  if (dash == words.npos) return std::nullopt;
  const auto from = time_of(words.substr(0, dash)), to = time_of(words.substr(dash + 1));
  if (!from || !to) return std::nullopt;
  return *from + "-" + *to;
}

// Its numbers: month and day, or year, month and day; a day alone is one of the month before it.
using Numbers = std::vector<unsigned>;
std::optional<Numbers> day_of(Words words) {
  Numbers numbers;
  while (!words.empty()) {
    if (!numbers.empty() && !take(words, std::array<Words, 3>{"/", "-", "."})) return std::nullopt;
    const auto number = base::take_number<unsigned>(words);
    if (!number || numbers.size() == 3 || *number > 9999) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers.empty() ? std::nullopt : std::optional(numbers);
}

std::string text_of(const Numbers& day) {
  std::string text;
  for (const unsigned number : day) {
    text += (text.empty() ? "" : "-") + two_digits(static_cast<int>(number));
  }
  return text;
}

// Where the second day begins, and how long what stands before it is. A dash stands within days as well.
std::pair<std::size_t, std::size_t> between(Words words) {
  if (const std::size_t dots = words.find(".."); dots != words.npos) return {dots, 2};
  const bool slashes = words.find('/') != words.npos;
  const auto dashes = std::ranges::count(words, '-');
  if (slashes) return {words.find('-'), 1};
  if (dashes != 3 && dashes != 5) return {words.npos, 0};
  std::size_t at = 0;
  for (auto left = (dashes + 1) / 2; left > 0; --left) at = words.find('-', at) + 1;
  return {at - 1, 1};
}

std::optional<std::string> date_of(std::string words) {
  for (const auto& [from, to] :
       {std::pair<Words, Words>{"年", "/"}, {"月", "/"}, {"日", ""}, {"から", "-"}, {"まで", ""}}) {
    replace_all(words, from, to);
  }
  const auto [at, size] = between(words);
  const Words all = words;
  std::optional<Numbers> first = day_of(all.substr(0, at));
  if (!first || first->size() < 2) return std::nullopt;
  if (at == all.npos) return text_of(*first);
  std::optional<Numbers> last = day_of(all.substr(at + size));
  if (!last) return std::nullopt;
  // The year, or the month, is the first day's.
  while (last->size() < first->size()) last->insert(last->begin(), (*first)[first->size() - last->size() - 1]);
  return text_of(*first) + ".." + text_of(*last);
}

constexpr std::array<Words, 7> kWeekdays = {"日", "月", "火", "水", "木", "金", "土"};

std::optional<std::size_t> take_weekday(Words& words) {
  for (std::size_t day = 0; day < kWeekdays.size(); ++day) {
    if (take(words, std::array<Words, 2>{kWeekdays[day], content::kWeekdayWords[day]})) return day;
  }
  return std::nullopt;
}

}  // namespace

bool means_none(std::string_view written) {
  return is_one_of(folded(written), std::array<Words, 10>{"なし", "無し", "無", "ない", "いいえ", "つながない", "none",
                                                          "no", "-", "off"});
}

std::optional<double> number_of(std::string_view written) {
  const std::string words = folded(written);
  double number = 0;
  const auto [end, problem] = std::from_chars(words.data(), words.data() + words.size(), number);
  if (problem != std::errc{} || !(number >= -1e6 && number <= 1e6)) return std::nullopt;
  const Words unit = Words(words).substr(static_cast<std::size_t>(end - words.data()));
  if (!is_one_of(unit, std::array<Words, 13>{"", "インチ", "型", "インチ型", "inch", "inches", "in", "\"", "''", "”",
                                             "mm", "ミリ", "ミリメートル"}))
    return std::nullopt;
  return number;
}

std::optional<int> angle_of(std::string_view written) {
  std::string words = folded(written);
  if (is_one_of(words, std::array<Words, 6>{"横", "横長", "よこ", "そのまま", "ふつう", "普通"}) || means_none(words))
    return 0;
  Words rest = words;
  const bool left = take(rest, std::array<Words, 3>{"左へ", "左に", "左"});
  if (!left) take(rest, std::array<Words, 6>{"右へ", "右に", "右", "時計回りに", "時計回り", "+"});
  const auto angle = base::take_number<unsigned>(rest);
  if (!angle || *angle > 360 || !is_one_of(rest, std::array<Words, 3>{"", "度", "°"})) return std::nullopt;
  const auto degrees = static_cast<int>(*angle) % 360;
  return left && degrees > 0 ? 360 - degrees : degrees;
}

bool means_upright(std::string_view written) {
  return is_one_of(folded(written), std::array<Words, 4>{"縦", "縦長", "たて", "縦向き"});
}

std::optional<std::string> reach_of(std::string_view written) {
  const std::string words = folded(written);
  if (is_one_of(words, std::array<Words, 6>{"低く", "低い", "低め", "ひくく", "下", "low"})) return "low";
  if (is_one_of(words, std::array<Words, 5>{"ふつう", "普通", "そのまま", "全体", "full"})) return "full";
  return std::nullopt;
}

bool means_always(std::string_view written) {
  return is_one_of(folded(written),
                   std::array<Words, 7>{"いつも", "常に", "ずっと", "一日中", "終日", "24時間", "always"});
}

std::vector<std::string> spans_of(std::string_view written) {
  std::string words = with_dashes(written);
  replace_all(words, "から", "-");
  replace_all(words, "まで", "");
  std::vector<std::string> spans;
  for (const std::string& piece : pieces(words)) spans.push_back(span_of(piece).value_or(piece));
  return spans;
}

std::optional<std::vector<std::string>> weekdays_of(std::string_view written) {
  std::string words = with_dashes(written);
  for (const Words filler : {"曜日", "曜", "毎週", "と", "day"}) replace_all(words, filler, "");
  std::vector<std::string> days;
  const auto add = [&](std::size_t day) {
    const std::string name(content::kWeekdayWords[day % kWeekdays.size()]);
    if (std::ranges::find(days, name) == days.end()) days.push_back(name);
  };
  for (const std::string& piece : pieces(words)) {
    Words rest = piece;
    std::optional<std::size_t> before;
    while (!rest.empty()) {
      const bool range = before && take(rest, std::array<Words, 1>{"-"});
      const auto day = take_weekday(rest);
      if (!day) return std::nullopt;
      if (range) {
        for (std::size_t one = *before; one % kWeekdays.size() != *day; ++one) add(one);
      }
      add(*day);
      before = day;
    }
  }
  return days;
}

std::vector<std::string> dates_of(std::string_view written) {
  std::vector<std::string> dates;
  for (const std::string& piece : pieces(with_dashes(written))) dates.push_back(date_of(piece).value_or(piece));
  return dates;
}

}  // namespace hub::card
