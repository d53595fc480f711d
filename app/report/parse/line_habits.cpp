#include "report/parse/line_habits.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "content/model/sentence.h"
#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"
#include "report/words/titles.h"

namespace hub::report {

namespace {

constexpr std::size_t kFewestWrapped = 3;
constexpr double kLonger = 1.25;          // than the width at which lines are wrapped
constexpr std::size_t kFewestLonger = 4;  // lines
constexpr std::size_t kLongerShare = 10;  // of all lines one in so many
constexpr int kFewestHanging = 2;
constexpr double kHanging_em = 0.5;
constexpr int kFewestEnded = 6;      // entries
constexpr int kFewestUnended = 4;    // lines
constexpr int kFewestWhole = 2;      // … that end in a verb
constexpr std::size_t kPrefix = 20;  // characters of a heading before its first words

// What one line is, whatever stands around it.
struct LineFacts {
  std::optional<Label> label;  // alone, or before its first words
  bool heading = false;        // a label or a title alone
  bool may_become_label = false;
  bool ended = false;  // a sentence
  bool start = false;  // a mark, number or bullet
};

LineFacts facts_of(const Line& line) {
  LineFacts facts;
  const std::u32string folded = fold(line.words);
  facts.label = parse_label(folded);
  facts.heading = facts.label || is_title(folded);
  facts.may_become_label = may_become_label(folded);
  facts.ended = ends_sentence(line.words);
  facts.start = find_line_start(line.words).any();
  if (facts.heading) return facts;
  const std::size_t end = line.words.find_first_of(U" 　：:");
  if (end <= kPrefix) facts.label = parse_label(fold(std::u32string_view(line.words).substr(0, end)));
  return facts;
}

// 見直し is a noun, and may end an entry.
bool surely_ends_midway(const std::u32string& words) {
  return words.back() != U'し' && content::ends_midway(utf8(words));
}

// 開く, 増やす, 伝えた
bool ends_as_sentences_do(const std::u32string& words) {
  constexpr std::u32string_view kLast = U"うくぐすつぬぶむるた";
  return kLast.find(words.back()) != kLast.npos;
}

class HabitFinder {
 public:
  HabitFinder(const std::vector<Line>& lines, Document::Kind kind) : lines_(lines), kind_(kind) {
    facts_.reserve(lines_.size());
    for (const Line& line : lines_) facts_.push_back(facts_of(line));
  }

  LineHabits find() {
    measure();
    find_hanging_indents();
    count_ends();
    return habits_;
  }

 private:
  // Lines that stop in the middle of a sentence and go on below.
  void measure() {
    std::vector<double> widths;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      const Line &line = lines_[i], &next = lines_[i + 1];
      if (line.cell != next.cell || next.gap || line.closed || facts_[i].ended || line.measure_em > 0) continue;
      const bool next_heads = facts_[i + 1].heading && facts_[i + 1].label;
      if (facts_[i + 1].start || facts_[i].may_become_label || next_heads) continue;
      widths.push_back(line.indent_em + width_em(line.words));
    }
    if (widths.size() < kFewestWrapped || kind_ == Document::Kind::html) return;
    std::sort(widths.begin(), widths.end());
    const double width = widths[widths.size() * 3 / 4];
    // Of wrapped text no line is much longer: what stops early elsewhere is a menu or a list of names.
    const auto is_longer = [&](const Line& line) {
      return line.measure_em == 0 && line.indent_em + width_em(line.words) > kLonger * width;
    };
    const auto longer = static_cast<std::size_t>(std::ranges::count_if(lines_, is_longer));
    if (longer < kFewestLonger || longer * kLongerShare < lines_.size()) habits_.wrap_width_em = width;
  }

  bool goes_on(std::size_t i) const {
    if (i == 0) return false;
    const Line &line = lines_[i], &above = lines_[i - 1];
    return !line.gap && !line.item && !above.closed && line.cell == above.cell && !facts_[i - 1].ended &&
           !facts_[i].start && !facts_[i].heading && !facts_[i - 1].may_become_label && !facts_[i - 1].heading;
  }

  void find_hanging_indents() {
    int hanging = 0, flush = 0;
    double entry_em = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (goes_on(i)) {
        ++(lines_[i].indent_em >= entry_em + kHanging_em ? hanging : flush);
      } else {
        entry_em = lines_[i].indent_em;
      }
    }
    habits_.entries_hang = hanging >= kFewestHanging && hanging > 3 * flush;
  }

  // The last line of a list shows how its entries end.
  bool ends_block(std::size_t i) const {
    return i + 1 == lines_.size() || lines_[i + 1].gap || lines_[i + 1].cell != lines_[i].cell || facts_[i + 1].label;
  }

  // Not at a gap in it: that may tear a sentence.
  bool ends_entry(std::size_t i) const {
    return i + 1 == lines_.size() || facts_[i + 1].label || facts_[i + 1].start || lines_[i + 1].cell != lines_[i].cell;
  }

  void count_ends() {
    int ended = 0, open = 0, dots_ended = 0, dots_open = 0, unended = 0, torn = 0, whole = 0;
    bool in_dots = false, in_list = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (facts_[i].label) in_list = is_list(facts_[i].label->field);
      if (facts_[i].heading) continue;
      if (line.words.front() == U'・') in_dots = true;
      if (in_list && goes_on(i)) {
        ++unended;
        whole += ends_as_sentences_do(lines_[i - 1].words) ? 1 : 0;
        torn += surely_ends_midway(lines_[i - 1].words) || content::starts_midway(utf8(line.words)) ? 1 : 0;
      }
      if (in_list && ends_entry(i)) ++(facts_[i].ended ? ended : open);
      if (!ends_block(i)) continue;
      if (in_dots) ++(facts_[i].ended ? dots_ended : dots_open);
      in_dots = false;
    }
    habits_.dots_are_bullets = dots_open > dots_ended;
    habits_.entries_end_in_stops = ended >= kFewestEnded && ended > 2 * open;
    const bool most_whole = unended >= kFewestWhole && whole * 10 >= unended * 7;
    habits_.lines_are_entries = open > ended && torn * 20 < unended && (unended >= kFewestUnended || most_whole);
    if (habits_.lines_are_entries) habits_.wrap_width_em = 0;
  }
  static bool is_list(Field field) { return field == Field::activities || tells_of_results(field); }

  const std::vector<Line>& lines_;
  Document::Kind kind_;
  std::vector<LineFacts> facts_;
  LineHabits habits_;
};

}  // namespace

LineHabits find_line_habits(const std::vector<Line>& lines, Document::Kind kind) {
  return HabitFinder(lines, kind).find();
}

}  // namespace hub::report
