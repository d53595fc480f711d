#include "report/read/flow.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"
#include "report/words/titles.h"

namespace hub::report {

namespace {

constexpr std::size_t kShortestFlow = 80;  // characters
constexpr std::size_t kFewestHeadings = 2;
constexpr std::size_t kLongestHeading = 30;
constexpr std::size_t kLongestTitle = 100;
constexpr std::size_t kShortestSure = 4;    // folded characters of a heading that words may follow without a space
constexpr std::size_t kDense = 60;          // characters to a space: the line has lost its spaces as well
constexpr std::size_t kMostTries = 20'000;  // places where a heading might stand; a report has some hundreds
constexpr std::size_t kMostYears = 2'000;   // … where one that begins with a year might
constexpr std::size_t kNear = 300;          // characters that a space's neighbours reach over
constexpr std::u32string_view kTies =
    U"をがはにのともでやへ、。，．・）」』】ー等会";  // behind a heading's words: no heading

constexpr std::u32string_view kYears = U"令平昭RrHhＲＨ";
constexpr std::u32string_view kOpening = U"【〈《［[";
constexpr std::u32string_view kClosing = U"】〉》］]";

struct Heading {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t mark = 0;  // where its ① stands that may as well be the text's; 0: none
};

bool is_one_of(std::u32string_view all, char32_t c) { return all.find(c) != all.npos; }
bool is_ascii_word(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

// A heading of ours begins with one of these.
bool may_begin_heading(char32_t c) {
  constexpr std::u32string_view kFirst =
      U"事実評運施拠協目基重具主取成課次今来翌本当令平昭RrHhＲＨ【「〈《［[(（■□●○◆◇★☆▼・①②③④⑤⑥⑦⑧⑨⑩";
  return is_one_of(kFirst, c) || is_digit(c);
}

class FlowReader {
 public:
  explicit FlowReader(const TextLine& line) : line_(line), words_(line.words) {
    const auto spaces = static_cast<std::size_t>(std::ranges::count_if(words_, is_space));
    const auto wide = static_cast<std::size_t>(std::ranges::count(words_, U'\u3000'));
    narrow_parts_ = spaces > 4 * wide;
    dense_ = (spaces + 1) * kDense < words_.size();
  }

  bool is_flow() {
    if (words_.size() < kShortestFlow) return false;
    find_headings();
    return headings_.size() >= kFewestHeadings;
  }
  // In a text with such lines also a shorter one with a heading behind other words.
  bool is_short_flow() {
    if (headings_.empty()) find_headings();
    return !headings_.empty() && headings_.back().begin > 0;
  }

  std::vector<TextLine> lines() {
    for (std::size_t i = 0; i < headings_.size(); ++i) give_mark_back(i);
    std::size_t at = 0;
    for (const Heading& heading : headings_) {
      put_words(at, heading.begin);
      put(heading.begin, heading.end);
      at = heading.end;
      while (at < words_.size() && is_one_of(U"：:", words_[at])) ++at;
    }
    put_words(at, words_.size());
    return std::move(lines_);
  }

 private:
  void find_headings() {
    std::size_t tries = 0, behind = dense_ ? title_end() : 0;
    if (behind > 0) headings_.push_back({0, behind, 0});
    std::size_t years = 0;
    for (std::size_t at = behind; at < words_.size() && tries < kMostTries; ++at) {
      const bool anywhere = dense_ || is_one_of(kOpening, words_[at]);
      const bool may = may_begin_heading(words_[at]) && (begins_part(at) || at == behind || anywhere);
      if (!may) continue;
      ++tries;
      if ((is_one_of(kYears, words_[at]) || is_digit(words_[at])) && ++years > kMostYears) continue;
      const auto heading = heading_at(at, behind);
      if (!heading) continue;
      headings_.push_back(*heading);
      behind = heading->end;
      at = behind - 1;
    }
  }

  // …令和５年度重点目標評価結果・令和６年度重点目標, with nothing behind it but the next heading; 0: no title.
  std::size_t title_end() const {
    const std::u32string_view front = words_.substr(0, kLongestTitle);
    constexpr std::u32string_view kResults = U"評価結果・", kGoals = U"重点目標";
    const std::size_t results = front.find(kResults);
    if (results == front.npos) return 0;
    const std::size_t goals = front.find(kGoals, results);
    if (goals == front.npos || goals - results > kLongestHeading) return 0;
    return is_title(fold(front.substr(0, goals + kGoals.size()))) ? goals + kGoals.size() : 0;
  }

  bool begins_part(std::size_t at) const { return at == 0 || is_space(words_[at - 1]) || words_[at - 1] == U'。'; }

  // The longest heading that begins here. Its words are looked at only as far as they may still become one.
  std::optional<Heading> heading_at(std::size_t at, std::size_t behind) const {
    std::optional<Heading> longest;
    const bool of_year = is_one_of(kYears, words_[at]) || is_digit(words_[at]);
    const std::size_t most = std::min(words_.size(), at + kLongestHeading);
    for (std::size_t end = at + 2; end <= most; ++end) {
      if (is_space(words_[end - 1])) continue;
      const std::u32string folded = fold(words_.substr(at, end - at));
      const auto label = parse_label(folded);
      if (label) {
        if (const auto heading = heading_of(at, end, behind, *label, folded)) longest = heading;
      } else if (!of_year && !may_become_label(folded)) {
        break;
      }
    }
    return longest;
  }

  std::optional<Heading> heading_of(std::size_t at, std::size_t end, std::size_t behind, const Label& label,
                                    std::u32string_view folded) const {
    // 【取組内容】 is a heading wherever it stands.
    const bool bracketed = is_one_of(kOpening, words_[at]) && is_one_of(kClosing, words_[end - 1]);
    const bool parted = bracketed || ends_part(end);
    const bool glued = !parted && may_be_glued(end);
    if (!parted && !glued) return std::nullopt;
    const bool marked = is_circled_number(words_[end - 1]) && label.number > 0;
    // 重点目標 ①雨の日…: the mark is the text's.
    if (glued && marked && is_space(words_[end - 2])) return std::nullopt;
    if (glued && !marked && !is_sure(at, end, label, folded)) return std::nullopt;
    if (!bracketed && !begins_part(at) && at != behind && !begins_front_matter(at, label, folded)) return std::nullopt;
    const bool of_text = glued && marked && label.field != Field::goal;
    return of_text ? Heading{at, end - 1, 0} : Heading{at, end, glued && marked ? end - 1 : 0};
  }

  // Without a space behind it: a long one behind a full stop, or one that the next follows at once.
  bool is_sure(std::size_t at, std::size_t end, const Label& label, std::u32string_view folded) const {
    if (!dense_ || folded.size() < kShortestSure) return false;
    if (label.year_word == YearWord::none && (at == 0 || !is_space(words_[at - 1]))) return true;
    return may_begin_heading(words_[end]) && heading_at(end, end);
  }

  bool ends_part(std::size_t end) const {
    if (end == words_.size()) return true;
    const char32_t c = words_[end];
    if (is_space(c) || is_one_of(U"：:", c)) return true;
    if (is_circled_number(c)) return !is_circled_number(words_[end - 1]);
    if (is_bullet(c)) return c != U'・';
    return is_digit(c) && find_line_start(words_.substr(end, 4)).number > 0;
  }
  bool may_be_glued(std::size_t end) const {
    const bool bullet = dense_ && words_[end] == U'・';
    return (bullet || !is_one_of(kTies, words_[end])) && !is_space(words_[end - 1]);
  }

  // 事業の実施者 right behind the words of the period: only where nothing else parts them either.
  bool begins_front_matter(std::size_t at, const Label& label, std::u32string_view folded) const {
    if (!dense_ || !is_front_matter(label.field) || folded.size() < kShortestSure) return false;
    const char32_t before = words_[at - 1];
    const bool kana = before >= 0x3041 && before <= 0x3096;
    return !kana && before != U'、' && before != U'・' && before != U'「';
  }

  // 重点目標①雨の日…。②祖父母…: the goals share the heading, and ① is the first one's.
  void give_mark_back(std::size_t i) {
    Heading& heading = headings_[i];
    if (heading.mark == 0) return;
    const std::size_t next = i + 1 < headings_.size() ? headings_[i + 1].begin : words_.size();
    const char32_t following = words_[heading.mark] + 1;
    const std::u32string_view text = words_.substr(heading.end, next - heading.end);
    if (text.find(following) != text.npos) heading.end = heading.mark;
  }

  // At each space that parts Japanese words; one between or beside Latin words is theirs.
  void put_words(std::size_t begin, std::size_t end) {
    std::size_t from = begin;
    int number = find_line_start(trimmed(words_.substr(begin, std::min(kLongestStart, end - begin)))).number;
    for (std::size_t at = begin; at < end; ++at) {
      if (number > 0 && at > from && dense_ && begins_number(at, number + 1)) {
        put(from, at);
        from = at;
        ++number;
      }
      if (!is_space(words_[at]) || !parts_words(from, at, end)) continue;
      put(from, at);
      from = at + 1;
    }
    put(from, end);
  }
  // …の運営2.子どもの視点…: the next number of a list that has begun.
  bool begins_number(std::size_t at, int expected) const {
    if (!is_digit(words_[at]) || is_digit(words_[at - 1])) return false;
    const LineStart start = find_line_start(words_.substr(at, kLongestStart));
    return start.number == expected && start.length < kLongestStart;
  }
  bool parts_words(std::size_t from, std::size_t at, std::size_t end) const {
    if (at == from || at + 1 >= end) return true;
    from = std::max(from, at > kNear ? at - kNear : 0);
    const std::u32string_view before = words_.substr(from, at - from);
    const char32_t last = before.back(), next = words_[at + 1];
    // A mark or number and the words that it stands before.
    const std::size_t stop = before.find_last_of(U'。');
    const std::u32string_view start = stop == before.npos ? before : before.substr(stop + 1);
    if (!start.empty() && start.size() <= kLongestStart && find_line_start(start).length == start.size()) return false;
    // 特定非営利活動法人　いずみの会
    if (before.ends_with(U"法人")) return false;
    if (is_space(next) || last == U'。') return true;
    if (words_[at] == U'\u3000' && narrow_parts_) return false;
    if (is_ascii_word(last)) return false;
    return !is_ascii_word(next) || find_line_start(words_.substr(at + 1, 4)).number > 0;
  }

  void put(std::size_t begin, std::size_t end) {
    std::u32string words = trimmed(words_.substr(begin, end - begin));
    if (words.empty()) return;
    lines_.push_back({std::move(words), line_.place, lines_.empty() && line_.new_page, false});
  }

  static constexpr std::size_t kLongestStart = 6;

  const TextLine& line_;
  std::u32string_view words_;
  bool dense_ = false;
  bool narrow_parts_ = false;      // a few wide spaces among narrow ones stand in names
  std::vector<Heading> headings_;  // in order, none in another
  std::vector<TextLine> lines_;
};

}  // namespace

std::vector<TextLine> part_flow(std::vector<TextLine> lines) {
  if (std::ranges::none_of(lines, [](const TextLine& line) { return FlowReader(line).is_flow(); })) return lines;
  std::vector<TextLine> parted;
  for (TextLine& line : lines) {
    FlowReader reader(line);
    if (!reader.is_short_flow()) {
      parted.push_back(std::move(line));
      continue;
    }
    for (TextLine& part : reader.lines()) parted.push_back(std::move(part));
    // What follows on the next line is no wrap of so long a one.
    parted.push_back({{}, line.place, false, false});
  }
  return parted;
}

}  // namespace hub::report
