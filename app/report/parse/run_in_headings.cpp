#include "report/parse/run_in_headings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "report/words/characters.h"
#include "report/words/labels.h"

namespace hub::report {

namespace {

using View = std::u32string_view;

constexpr std::size_t kLongest = 30;      // characters of a heading with its brackets
constexpr std::size_t kFewest = 3;        // headings in brackets; one or two may be words of a sentence
constexpr std::size_t kLongestShort = 3;  // characters: 取組①
constexpr std::size_t kFewestBehind = 5;
constexpr std::size_t kMostTries = 400;  // in a line
constexpr View kOpening = U"【〔［《〈＜[<", kClosing = U"】〕］》〉＞]>";

std::optional<char32_t> closing_of(char32_t c) {
  const std::size_t at = kOpening.find(c);
  return at == kOpening.npos ? std::nullopt : std::optional(kClosing[at]);
}

// Where the heading in brackets that begins at `at` ends; 0: none does.
std::size_t bracketed(View words, std::size_t at) {
  const auto closing = closing_of(words[at]);
  if (!closing) return 0;
  const std::size_t end = words.substr(at, kLongest).find(*closing);
  return end != View::npos && parse_label(fold(words.substr(at, end + 1))) ? at + end + 1 : 0;
}

// …行います。成果：…: behind the end of a sentence, before a colon.
std::size_t before_colon(View words, std::size_t at) {
  if (at == 0 || !(words[at - 1] == U'。' || is_space(words[at - 1]))) return 0;
  const std::size_t colon = words.substr(at, kLongest).find_first_of(U"：:");
  if (colon == View::npos || colon < 2) return 0;
  return parse_label(fold(words.substr(at, colon))) ? at + colon + 1 : 0;
}

class HeadingFinder {
 public:
  explicit HeadingFinder(std::vector<Line> lines) : lines_(std::move(lines)) {}

  std::vector<Line> find() {
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) mend(lines_[i], lines_[i + 1]);
    std::erase_if(lines_, [](const Line& line) { return line.words.empty(); });
    for (const Line& line : lines_) {
      count(line.words);
      if (const auto label = short_label(line.words)) ++short_[*label];
    }
    std::vector<Line> parted;
    for (Line& line : lines_) part(std::move(line), parted);
    return parted;
  }

 private:
  // …【取組の成 / 果】①…: the heading goes to the line that ends it.
  static void mend(Line& line, Line& next) {
    if (line.words.empty() || line.cell != next.cell || line.closed || next.gap || next.item) return;
    const std::size_t open = line.words.find_last_of(kOpening);
    if (open == line.words.npos || line.words.size() - open > kLongest) return;
    const char32_t closing = *closing_of(line.words[open]);
    if (line.words.find(closing, open) != line.words.npos) return;
    const std::size_t close = View(next.words).substr(0, kLongest).find(closing);
    if (close == View::npos || close + 1 == next.words.size()) return;
    const std::u32string whole = line.words.substr(open) + next.words.substr(0, close + 1);
    if (!parse_label(fold(whole))) return;
    next.words.insert(0, line.words, open);
    line.words = trimmed(View(line.words).substr(0, open));
  }

  void count(View words) {
    std::size_t tries = 0;
    for (std::size_t at = words.find_first_of(kOpening); at != words.npos && ++tries < kMostTries;
         at = words.find_first_of(kOpening, at + 1)) {
      if (bracketed(words, at) > 0) ++bracketed_;
    }
  }

  // The heading that stands first at `from` or behind it.
  struct Span {
    std::size_t begin = 0, end = 0;
  };
  std::optional<Span> next_heading(View words, std::size_t from) const {
    std::size_t tries = 0;
    for (std::size_t at = words.find_first_of(U"【〔［《〈＜[<：:", from); at != words.npos && ++tries < kMostTries;
         at = words.find_first_of(U"【〔［《〈＜[<：:", at + 1)) {
      const bool colon = words[at] == U'：' || words[at] == U':';
      if (!colon) {
        const std::size_t end = bracketed_ >= kFewest ? bracketed(words, at) : 0;
        if (end > 0) return Span{at, end};
        continue;
      }
      for (std::size_t begin = std::max(from, at > kLongest ? at - kLongest : 0); begin < at; ++begin) {
        if (before_colon(words, begin) == at + 1) return Span{begin, at + 1};
      }
    }
    return std::nullopt;
  }

  void part(Line line, std::vector<Line>& out) const {
    const std::u32string words = line.words;
    std::size_t from = 0;
    const bool closed = line.closed;
    const std::size_t first = heads_short(words) ? words.find(U' ') : 0;
    const auto put = [&](std::size_t begin, std::size_t end) {
      Line piece = line;
      piece.words = trimmed(View(words).substr(begin, end - begin));
      piece.indent_em = line.indent_em + width_em(View(words).substr(0, begin));
      piece.closed = end < words.size() || closed;
      if (piece.words.empty()) return;
      out.push_back(std::move(piece));
      line.gap = line.item = false;
    };
    if (first > 0) {
      put(0, first);
      from = first;
    }
    while (const auto heading = next_heading(words, from)) {
      put(from, heading->begin);
      put(heading->begin, heading->end);
      from = heading->end;
    }
    if (from == 0) return out.push_back(std::move(line));
    put(from, words.size());
  }

  // 成果 41回ひらき…: a short heading before a space, which is one where several lines of several kinds begin so.
  static std::optional<Field> short_label(View words) {
    const std::size_t space = words.find(U' ');
    if (space < 2 || space > kLongestShort || space + kFewestBehind > words.size()) return std::nullopt;
    const auto label = parse_label(fold(words.substr(0, space)));
    const bool list = label && (label->field == Field::activities || tells_of_results(label->field));
    return list ? std::optional(label->field) : std::nullopt;
  }
  bool heads_short(View words) const {
    if (!short_label(words)) return false;
    int lines = 0;
    for (const auto& [field, count] : short_) lines += count;
    return short_.size() >= 2 && lines >= static_cast<int>(kFewest);
  }

  std::vector<Line> lines_;
  std::map<Field, int> short_;  // lines that begin with a short heading, by its kind
  std::size_t bracketed_ = 0;   // headings in brackets
};

}  // namespace

std::vector<Line> with_headings_apart(std::vector<Line> lines) { return HeadingFinder(std::move(lines)).find(); }

}  // namespace hub::report
