#include "report/words/line_start.h"

#include <algorithm>
#include <utility>

#include "report/words/characters.h"
#include "report/words/labels.h"

namespace hub::report {

namespace {

int digit_value(char32_t c) { return static_cast<int>(c >= U'０' ? c - U'０' : c - U'0'); }
bool is_one_of(std::u32string_view all, char32_t c) { return all.find(c) != all.npos; }

std::size_t skip_spaces(std::u32string_view words, std::size_t at) {
  while (at < words.size() && is_space(words[at])) ++at;
  return at;
}

// ①② or ①・② or ①～③.
std::size_t read_marks(std::u32string_view words, std::vector<int>& marks) {
  std::size_t at = 0, end = 0;
  bool range = false;
  while (at < words.size()) {
    const char32_t c = words[at];
    if (is_circled_number(c)) {
      const int value = circled_value(c);
      if (range && !marks.empty()) {
        for (int between = marks.back() + 1; between < value; ++between) marks.push_back(between);
      }
      marks.push_back(value);
      range = false;
      end = ++at;
    } else if (end > 0 && is_one_of(U"・、,，～~〜-－", c) && at + 1 < words.size() &&
               is_circled_number(words[at + 1])) {
      range = is_one_of(U"～~〜-－", c);
      ++at;
    } else {
      break;
    }
  }
  if (end > 0 && end < words.size() && is_one_of(U".．：:", words[end])) ++end;
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  return end;
}

// 1. １．1、 １　 (1) １) and 1 before a space, but not 1.5, 2か所 and 1,000.
std::size_t read_number(std::u32string_view words, int& number) {
  std::size_t at = 0;
  const bool bracket = !words.empty() && is_one_of(U"(（", words[0]);
  if (bracket) ++at;
  int value = 0;
  const std::size_t first = at;
  while (at < words.size() && is_digit(words[at]) && at - first < 3) value = value * 10 + digit_value(words[at++]);
  if (at == first || at - first > 2 || value < 1 || value > 20) return 0;
  if (at == words.size()) return number = value, bracket ? 0 : at;
  const char32_t after = words[at];
  const bool closes = is_one_of(U")）", after);
  if (bracket && !closes) return 0;
  const bool parts = closes || is_space(after) || is_one_of(U".．、", after);
  if (!parts) return 0;
  if (!closes && !is_space(after) && at + 1 < words.size() && is_digit(words[at + 1])) return 0;
  number = value;
  return at + 1;
}

// (1)(2): of both.
std::size_t read_bracketed_numbers(std::u32string_view words, std::vector<int>& marks) {
  std::size_t at = 0;
  std::vector<int> numbers;
  while (at < words.size() && is_one_of(U"(（", words[at])) {
    int number = 0;
    const std::size_t length = read_number(words.substr(at), number);
    if (length == 0 || number == 0 || (!numbers.empty() && number <= numbers.back())) break;
    numbers.push_back(number);
    at += length;
  }
  if (numbers.size() < 2) return 0;
  marks = std::move(numbers);
  return at;
}

}  // namespace

LineStart find_line_start(std::u32string_view words) {
  LineStart start;
  std::size_t at = skip_spaces(words, 0);
  at += read_marks(words.substr(at), start.marks);
  if (start.marks.empty()) at += read_bracketed_numbers(words.substr(at), start.marks);
  at = skip_spaces(words, at);
  if (start.marks.empty()) {
    const std::size_t length = read_number(words.substr(at), start.number);
    if (length == 0) start.number = 0;
    at = skip_spaces(words, at + length);
  }
  if (at < words.size() && is_bullet(words[at])) {
    start.bullet = true;
    at = skip_spaces(words, at + 1);
  } else if (at + 1 < words.size() && is_one_of(U"-－‐*＊", words[at]) && is_space(words[at + 1])) {
    start.bullet = true;
    at = skip_spaces(words, at + 2);
  }
  start.length = start.any() ? at : 0;
  return start;
}

namespace {

// 取組① before a space: the ① is the entry's, and 取組 alone is its heading.
bool numbers_entry(std::u32string_view words, std::size_t end) {
  while (end < words.size() && is_circled_number(words[end])) ++end;
  return end < words.size() && (is_space(words[end]) || words[end] == U'：' || words[end] == U':');
}

}  // namespace

std::size_t label_prefix(std::u32string_view words) {
  if (words.empty()) return 0;
  for (std::size_t end = std::min<std::size_t>(words.size() - 1, 40); end >= 2; --end) {
    const char32_t before = words[end - 1], at = words[end];
    // 成果 is a word, 成果： and 【成果】 are headings.
    const bool colon = at == U'：' || at == U':' || before == U'：' || before == U':' || before == U'】';
    const bool marked = is_circled_number(at) || (is_bullet(at) && at != U'・');
    const bool quote = (at == U'「' || at == U'『') && is_digit(fold({&before, 1}).front());
    if (!colon && !marked && !quote && !is_space(at)) continue;
    if (is_circled_number(before) && !is_space(at)) continue;  // 重点目標① ② …
    const std::u32string folded = fold(words.substr(0, end));
    const auto label = parse_label(folded);
    if (!label) continue;
    if (quote && label->field != Field::goal) continue;
    const bool list = label->field == Field::activities || tells_of_results(label->field);
    const bool entry = list && is_circled_number(at) && numbers_entry(words, end);
    const bool apart = list && at == U'\u3000' && end == folded.size();  // 成果　会を…: no sentence has such a space
    if (folded.size() < 4 && label->number == 0 && !colon && !entry && !apart) continue;
    // The ① of 取組内容 ① … is its first entry's, and so may be the 1 of 取組内容 1 …
    if (label->number > 0 && !label->number_before && label->field != Field::goal) {
      const std::size_t space = words.substr(0, end).find_first_of(U" 　\t");
      if (is_circled_number(words.substr(0, end).back()) || space != words.npos) continue;
    }
    return end;
  }
  return 0;
}

}  // namespace hub::report
