#include "report/parse/list_marks.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/circled_numbers.h"
#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"
#include "report/words/list_mark.h"

namespace hub::report {

namespace {

using Letters = ListMarkStyle::Letters;

constexpr std::size_t kFarthest = 80;    // lines between two entries of a list
constexpr std::size_t kEntryLines = 12;  // of the entry whose parts are marked
constexpr std::size_t kMostInLine = 40;  // entries on one line
constexpr std::size_t kFewestAlone = 2;  // of marks that nothing else can be
constexpr std::u32string_view kGoal = U"目標";

// A mark that may be one.
struct Candidate {
  std::size_t line = 0;
  std::size_t at = 0;
  ListMark mark;
  bool clean = false;  // nothing before it runs on into it
  int first() const { return mark.values.front(); }
  int last() const { return mark.values.back(); }
};
using Candidates = std::vector<Candidate>;

class MarkFinder {
 public:
  explicit MarkFinder(std::vector<Line> lines) : lines_(std::move(lines)) {
    for (const Line& line : lines_) {
      labels_.push_back(parse_label(fold(line.words)).has_value());
      starts_.push_back(find_line_start(line.words));
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) collect(i);
    numbered_goals_ = has_numbered_goals();
  }

  CircledLines find() {
    CircledLines found;
    for (auto& [style, candidates] : candidates_) {
      Candidates marks = style.letters == Letters::dash ? dashes(candidates) : accepted(style, candidates);
      std::erase_if(marks, [&](const Candidate& one) { return taken_.contains({one.line, one.at}); });
      if (marks.empty()) continue;
      if (style.letters == Letters::lost_byte) lost_ = marks.front();
      replace(marks, style.letters == Letters::dash || is_nested(marks));
    }
    lost_goal_numbers();
    if (lost_) found.lost = LostMarks{lines_[lost_->line].words, lines_[lost_->line].place};
    for (auto& [line, changes] : changes_) apply(lines_[line].words, changes);
    found.lines = std::move(lines_);
    return found;
  }

 private:
  struct Change {
    std::size_t at = 0;
    std::size_t length = 0;
    std::u32string words;
  };

  void collect(std::size_t i) {
    if (labels_[i]) return;
    const std::u32string& words = lines_[i].words;
    offer(i, 0, begins_clean(i));
    if (const std::size_t label = label_prefix(words); label > 0) {
      std::size_t at = label;
      while (at < words.size() && (is_space(words[at]) || words[at] == U'：' || words[at] == U':')) ++at;
      offer(i, at, true);
    }
    if (starts_[i].any() && starts_[i].length < words.size()) {
      // A bullet before it says nothing more.
      const bool bullet = starts_[i].marks.empty() && starts_[i].number == 0;
      offer(i, starts_[i].length, true, bullet ? starts_[i].length : 0);
    }
    std::size_t offered = 0;
    for (std::size_t end = words.find(U'。'); end != words.npos && offered < kMostInLine; ++offered) {
      std::size_t at = end + 1;
      while (at < words.size() && is_space(words[at])) ++at;
      if (at < words.size()) offer(i, at, true);
      end = words.find(U'。', end + 1);
    }
  }
  // What stands at `at`; `before` characters in front of it go with it.
  void offer(std::size_t i, std::size_t at, bool clean, std::size_t before = 0) {
    for (ListMark& mark : list_marks_at(lines_[i].words, at)) {
      const ListMarkStyle style = mark.style;
      mark.length += before;
      candidates_[style].push_back({i, at - before, std::move(mark), clean});
    }
  }
  bool begins_clean(std::size_t i) const {
    if (i == 0 || lines_[i].gap || lines_[i].item || labels_[i - 1]) return true;
    const Line& above = lines_[i - 1];
    return above.cell != lines_[i].cell || above.closed || ends_sentence(above.words) ||
           starts_[i - 1].length == above.words.size();
  }

  // 重点目標 / 1. …: the numbers are the goals'.
  bool has_numbered_goals() const {
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!labels_[i] || starts_[i + 1].number != 1) continue;
      const auto label = parse_label(fold(lines_[i].words));
      if (label->field == Field::goal && label->number == 0) return true;
    }
    return false;
  }

  // 1 and, with no other number between them, 2.
  static bool is_sequence(const Candidates& all) {
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      const bool near = all[i + 1].line - all[i].line <= kFarthest;
      if (near && !all[i].mark.weak && all[i].first() == 1 && all[i + 1].first() == all[i].last() + 1) return true;
    }
    return false;
  }
  // ア　 before several entries, each the only one of its list. A 保育園 is a name.
  bool stands_alone(const ListMarkStyle& style, const Candidates& all) const {
    const bool bare = style.form == ListMarkStyle::Form::bare;
    const bool word = style.letters == Letters::latin || style.letters == Letters::kanji;
    if ((bare && word) || style.letters == Letters::iroha || style.letters == Letters::parts) return false;
    const auto begins = [&](const Candidate& one) {
      const bool apart = !bare || is_space(lines_[one.line].words[one.at + one.mark.length - 1]);
      return one.clean && !one.mark.weak && one.first() == 1 && apart;
    };
    return static_cast<std::size_t>(std::ranges::count_if(all, begins)) >= kFewestAlone;
  }

  Candidates accepted(const ListMarkStyle& style, const Candidates& all) const {
    Candidates marks;
    if (!is_sequence(all) && !stands_alone(style, all)) return marks;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Candidate& one = all[i];
      const int before = marks.empty() ? 0 : marks.back().last();
      // A of 町内会のA, wrapped there, is no second mark.
      const bool letter = style.letters == Letters::lost_byte || style.letters == Letters::latin;
      if (one.mark.weak && (!one.clean || one.first() != before + 1)) continue;
      const bool follows = one.first() == before + 1 || (one.first() == before && !letter);
      const bool begins = !letter && one.first() == 1 && i + 1 < all.size() && all[i + 1].first() <= one.last() + 1;
      if (one.clean || follows || begins) marks.push_back(one);
    }
    return marks;
  }
  // －, several times: one alone may be a part of a number or of a name.
  static Candidates dashes(const Candidates& all) {
    Candidates marks;
    std::ranges::copy_if(all, std::back_inserter(marks), [](const Candidate& one) { return one.clean; });
    return marks.size() >= kFewestAlone ? marks : Candidates();
  }

  // Whether most of the lists that begin with these stand inside an entry that has a mark of its own.
  bool is_nested(const Candidates& marks) const {
    int inside = 0, all = 0;
    for (const Candidate& one : marks) {
      if (one.first() != 1) continue;
      ++all;
      if (stands_in_entry(one)) ++inside;
    }
    return inside * 2 > all;
  }
  bool stands_in_entry(const Candidate& one) const {
    if (one.at > 0 && one.at == starts_[one.line].length) return !starts_[one.line].marks.empty() || !numbered_goals_;
    for (std::size_t k = 1; k <= std::min(kEntryLines, one.line); ++k) {
      const std::size_t i = one.line - k;
      if (labels_[i] || lines_[i].cell != lines_[one.line].cell || label_prefix(lines_[i].words) > 0) return false;
      if (changes_.contains(i)) return !changes_.at(i).front().words.starts_with(U'・');
      const LineStart& start = starts_[i];
      if (start.marks.empty() && start.number == 0) continue;
      if (start.length == lines_[i].words.size()) return false;  // 1. alone is the goal's
      return !start.marks.empty() || !numbered_goals_ || ends_sentence(lines_[i].words);
    }
    return false;
  }

  void replace(const Candidates& marks, bool as_bullets) {
    for (const Candidate& one : marks) {
      std::u32string words;
      for (const int value : one.mark.values) {
        if (value <= base::kMaxCircledNumber) words.push_back(base::circled_number(value));
      }
      if (as_bullets) words = U"・";
      taken_.insert({one.line, one.at});
      changes_[one.line].push_back({one.at, one.mark.length, std::move(words)});
    }
  }

  // 重点目標@
  void lost_goal_numbers() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::u32string& words = lines_[i].words;
      const std::size_t goal = words.find(kGoal);
      if (goal == words.npos || goal + kGoal.size() >= words.size()) continue;
      const std::size_t at = goal + kGoal.size();
      const auto label = parse_label(fold(std::u32string_view(words).substr(0, at)));
      const bool named = label ? label->field == Field::goal && label->number == 0 : goal == 0;
      if (!named) continue;
      for (ListMark& mark : list_marks_at(words, at)) {
        if (mark.style.letters != Letters::lost_byte || mark.values.size() != 1) continue;
        if (!lost_ && mark.values.front() != 1) continue;
        const bool alone = at + mark.length >= words.size();
        std::u32string number(1, base::circled_number(mark.values.front()));
        changes_[i].push_back({at, mark.length, alone ? number : number + U"　"});
        if (!lost_) lost_ = Candidate{i, at, std::move(mark), true};
      }
    }
  }

  static void apply(std::u32string& words, std::vector<Change>& changes) {
    std::ranges::sort(changes, std::ranges::greater(), &Change::at);
    for (const Change& change : changes) words.replace(change.at, change.length, change.words);
  }

  std::vector<Line> lines_;
  std::vector<bool> labels_;  // by line
  std::vector<LineStart> starts_;
  bool numbered_goals_ = false;
  std::map<ListMarkStyle, Candidates> candidates_;
  std::set<std::pair<std::size_t, std::size_t>> taken_;  // line and place of what is a mark already
  std::map<std::size_t, std::vector<Change>> changes_;   // by line
  std::optional<Candidate> lost_;                        // the first
};

}  // namespace

CircledLines with_circled_marks(std::vector<Line> lines) { return MarkFinder(std::move(lines)).find(); }

}  // namespace hub::report
