#include "report/parse/paragraph_groups.h"

#include <algorithm>
#include <map>
#include <utility>

#include "report/parse/activity_blocks.h"
#include "report/words/characters.h"
#include "report/words/labels.h"

namespace hub::report {

namespace {

constexpr std::size_t kLongestName = 30;  // of a goal, in short

enum class Numbering { none, circled, number };  // what a section counts its goals with, inside shared cells

class GroupBuilder {
 public:
  GroupBuilder(const std::vector<Paragraph>& paragraphs, int review_year, int goal_year)
      : paragraphs_(paragraphs), review_year_(review_year), goal_year_(goal_year), goal_ids_(paragraphs.size()) {
    says_last_year_ = std::ranges::any_of(paragraphs, [](const Paragraph& paragraph) {
      return names_goals(paragraph) && paragraph.label.year_word == YearWord::last_year;
    });
    resolve_headings();
  }

  ParagraphGroups build() {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      const Paragraph& paragraph = paragraphs_[i];
      if (paragraph.kind == Paragraph::Kind::label) {
        take_label(i);
      } else if (paragraph.kind == Paragraph::Kind::item) {
        take_item(i);
      }
    }
    finish();
    return std::move(found_);
  }

 private:
  Section section_of(const Label& label) const {
    if (label.field == Field::review_header) return Section::review;
    if (label.year_word == YearWord::next_year) return Section::next;
    if (label.year_word == YearWord::last_year) return Section::review;
    if (label.year_word == YearWord::this_year) return says_last_year_ ? Section::next : Section::review;
    if (label.year == 0) return Section::unknown;
    if (label.year == review_year_) return Section::review;
    return label.year == goal_year_ ? Section::next : Section::unknown;
  }
  static bool names_goals(const Paragraph& paragraph) {
    return paragraph.kind == Paragraph::Kind::label &&
           (paragraph.label.field == Field::goal || paragraph.label.field == Field::review_header);
  }
  const Paragraph* next_paragraph(std::size_t i) const {
    return i + 1 < paragraphs_.size() ? &paragraphs_[i + 1] : nullptr;
  }

  // Which section and goal each heading 重点目標… names.
  void resolve_headings() {
    Section section = Section::unknown;
    std::map<Section, bool> numbered;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      if (!names_goals(paragraphs_[i])) continue;
      const Label& label = paragraphs_[i].label;
      const Section own = section_of(label);
      if (own != Section::unknown) section = own;
      goal_ids_[i] = {section, label.number};
      if (label.number > 0) numbered[section] = true;
    }
    std::map<Section, int> counted;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      if (!names_goals(paragraphs_[i]) || paragraphs_[i].label.field != Field::goal) continue;
      const Section s = goal_ids_[i].section;
      int& most = counts(s);
      most = std::max(most, goal_ids_[i].goal);
      if (numbered[s] || goal_ids_[i].goal > 0) continue;
      const Paragraph* next = next_paragraph(i);
      if (!next || next->kind != Paragraph::Kind::item) continue;
      const Numbering numbering = next->marks == std::vector<int>{1} || (next->marks.size() == 1 && counted[s] > 0)
                                      ? Numbering::circled
                                  : next->number > 0 && (next->number == 1 || counted[s] > 0) ? Numbering::number
                                                                                              : Numbering::none;
      if (numbering == Numbering::none) {
        goal_ids_[i].goal = ++counted[s];
        most = std::max(most, counted[s]);
        continue;
      }
      ++counted[s];
      if (numbering == Numbering::circled && counted[s] == 1 && marks_are_entries(i)) {
        goal_ids_[i].goal = 1;
        most = std::max(most, 1);
        continue;
      }
      numbering_[s] = numbering;
      for (std::size_t k = i + 1; k < paragraphs_.size() && paragraphs_[k].kind == Paragraph::Kind::item; ++k) {
        most = std::max(most, number_of(paragraphs_[k], numbering));
      }
    }
  }
  // 重点目標 / ① …, one goal, above lists whose ①② count their own entries: below a goal's ① stand bullets.
  bool marks_are_entries(std::size_t heading) const {
    const auto is_item = [&](std::size_t k) {
      return k < paragraphs_.size() && paragraphs_[k].kind == Paragraph::Kind::item;
    };
    std::size_t k = heading + 1;
    for (; is_item(k); ++k) {
      if (!paragraphs_[k].marks.empty() && paragraphs_[k].marks.front() > 1) return false;
    }
    bool marked = false, further = false;
    for (; k < paragraphs_.size(); ++k) {
      const Paragraph& paragraph = paragraphs_[k];
      if (names_goals(paragraph) || paragraph.kind == Paragraph::Kind::title) break;
      if (paragraph.kind != Paragraph::Kind::item) continue;
      if (paragraph.words.empty() || paragraph.bullet) return false;
      marked = marked || !paragraph.marks.empty();
      further = further || (!paragraph.marks.empty() && paragraph.marks.back() > 1);
    }
    return marked && (further || !has_unmarked_items(heading));
  }
  // In a list of the goal.
  bool has_unmarked_items(std::size_t heading) const {
    bool list = false;
    for (std::size_t k = heading + 1; k < paragraphs_.size() && !names_goals(paragraphs_[k]); ++k) {
      const Paragraph& paragraph = paragraphs_[k];
      if (paragraph.kind == Paragraph::Kind::label) list = true;
      if (list && paragraph.kind == Paragraph::Kind::item && paragraph.marks.empty()) return true;
    }
    return false;
  }
  int& counts(Section section) { return section == Section::next ? found_.next_goals : found_.review_goals; }

  static int number_of(const Paragraph& paragraph, Numbering numbering) {
    if (numbering == Numbering::circled) return paragraph.marks.empty() ? 0 : paragraph.marks.front();
    return numbering == Numbering::number ? paragraph.number : 0;
  }
  Numbering numbering() const {
    const auto found = numbering_.find(section_);
    return found == numbering_.end() ? Numbering::none : found->second;
  }

  void take_label(std::size_t i) {
    const Label& label = paragraphs_[i].label;
    close_block();
    if (names_goals(paragraphs_[i])) {
      const GoalId goal = goal_ids_[i];
      if (goal.section != Section::unknown) section_ = goal.section;
      if (goal.goal > 0) last_goal_ = goal;
      if (goal.goal > 0) goals_.push_back(goal);
      // The section's own heading is none of its goals'.
      if (goal.goal > 0 || (label.field == Field::goal && next_is_item(i))) labels_.push_back(Field::goal);
    } else {
      labels_.push_back(label.field);
      // ①取り組み内容, where ① is a goal
      if (label.number > 0 && numbering() == Numbering::circled) inherited_ = label.number;
    }
  }
  bool next_is_item(std::size_t i) const {
    const Paragraph* next = next_paragraph(i);
    return next && next->kind == Paragraph::Kind::item;
  }

  // 取組内容 / 1. 雨の日の居場所づくり / ・…: a goal's short name, and below it the entries.
  bool is_short_name(std::size_t i, Numbering kind) const {
    const Paragraph &paragraph = paragraphs_[i], *next = next_paragraph(i);
    if (paragraph.words.empty() || paragraph.words.size() > kLongestName || paragraph.bullet) return false;
    if (ends_sentence(paragraph.words) || paragraph.guessed_join > 0) return false;
    if (!next || next->kind != Paragraph::Kind::item || next->words.empty()) return false;
    const std::vector<Field>& labels = block_.empty() ? labels_ : labels_of_block_;
    if (labels.empty() || labels.back() == Field::goal || is_front_matter(labels.back())) return false;
    if (kind == Numbering::circled) return number_of(paragraph, kind) > 0 && (next->bullet || next->number > 0);
    if (kind == Numbering::number) return paragraph.number > 0 && (next->bullet || !next->marks.empty());
    const bool plain = paragraph.marks.empty() && paragraph.number == 0 && block_.empty() && !pending_;
    const bool first = next->bullet || next->number == 1 || next->marks == std::vector<int>{1};
    return plain && first && ends_sentence(next->words);
  }

  void take_item(std::size_t i) {
    const Paragraph& paragraph = paragraphs_[i];
    const Numbering kind = numbering();
    const int number = number_of(paragraph, kind);
    if (kind != Numbering::none && number > 0) inherited_ = number;
    if (is_short_name(i, kind)) return found_.short_names.push_back(paragraph);
    if (paragraph.words.empty()) {
      if (number == 0) pending_ = paragraph;
      return;
    }
    if (block_.empty() || starts_group(paragraph, block_.back())) begin_group(kind);
    ParagraphGroup& group = block_.back();
    if (kind != Numbering::none && inherited_ > 0) {
      group.goal_by_mark = {section_, inherited_};
      const bool goal_itself = !labels_of_block_.empty() && labels_of_block_.back() == Field::goal;
      if (goal_itself) last_goal_ = group.goal_by_mark;
    }
    Paragraph kept = paragraph;
    // 1. of an activity is as good a mark as ①.
    if (kind == Numbering::none && kept.marks.empty() && kept.number > 0) kept.marks = {kept.number};
    if (kind == Numbering::circled) kept.marks.clear();
    if (pending_) {
      if (kept.marks.empty()) kept.marks = pending_->marks;
      if (kept.marks.empty() && pending_->number > 0) kept.marks = {pending_->number};
      pending_.reset();
    }
    group.folded.push_back(fold(paragraph.words));
    group.paragraphs.push_back(std::move(kept));
  }

  bool starts_group(const Paragraph& paragraph, const ParagraphGroup& group) const {
    const Paragraph& last = group.paragraphs.back();
    if (paragraph.row != last.row || (paragraph.row > 0 && paragraph.cell != last.cell)) return true;
    if (group.marks_are_goals) return group.goal_by_mark.goal != inherited_;
    const bool listed = !paragraph.marks.empty() || paragraph.number > 0 || paragraph.bullet;
    const bool last_listed = !last.marks.empty() || last.bullet;
    const int mark = !paragraph.marks.empty() ? paragraph.marks.front() : paragraph.number;
    const bool marked_group =
        std::ranges::any_of(group.paragraphs, [](const Paragraph& p) { return !p.marks.empty(); });
    if (mark > 0) {
      if (!marked_group) return true;
      // ① after ①② says more of the first.
      const bool shared = last.marks.size() > 1 && std::ranges::find(last.marks, mark) != last.marks.end();
      if (shared && paragraph.marks.size() == 1 && paragraph.cell == last.cell) return false;
      // ① after ② begins another list; ① after ① is one more paragraph of the same.
      return std::ranges::any_of(group.paragraphs, [&](const Paragraph& earlier) {
        return !earlier.marks.empty() && earlier.marks.back() >= mark && earlier.marks != paragraph.marks;
      });
    }
    if (pending_) return true;
    const bool other_tense = is_past(fold(paragraph.words)) != is_past(group.folded.back());
    if (listed != last_listed) return !marked_group || (!listed && paragraph.gap);
    // Below 取組内容, what was done begins the results whose heading stands elsewhere.
    const bool begins_results = !labels_of_block_.empty() && !tells_of_results(labels_of_block_.back());
    return (paragraph.gap || begins_results) && other_tense && !marked_group;
  }

  void begin_group(Numbering kind) {
    if (block_.empty()) {
      labels_of_block_ = std::exchange(labels_, {});
      goals_of_block_ = std::exchange(goals_, {});
      // What stood above this block stands below the block before.
      for (std::size_t k = before_block_; k < found_.groups.size(); ++k) {
        found_.groups[k].headings_after = labels_of_block_;
        found_.groups[k].goals_after = goals_of_block_;
      }
      if (kind == Numbering::none) inherited_ = 0;
    }
    ParagraphGroup group;
    group.marks_are_goals = kind != Numbering::none;
    group.headings_before = labels_of_block_;
    group.goals_before = goals_of_block_;
    group.same_block = !block_.empty();
    group.section = section_;
    group.last_goal = last_goal_;
    block_.push_back(std::move(group));
  }

  void close_block() {
    pending_.reset();
    if (block_.empty()) return;
    // ら得た… ② …: the words before the first mark are the goal's before it.
    if (block_.size() > 1 && block_[0].marks_are_goals && block_[0].goal_by_mark.goal == 0 &&
        block_[1].goal_by_mark.goal > 1) {
      block_[0].goal_by_mark = {block_[1].goal_by_mark.section, block_[1].goal_by_mark.goal - 1};
      block_[0].lost_mark = true;
    }
    if (!labels_of_block_.empty() && labels_of_block_.back() == Field::results) part_results();
    before_block_ = found_.groups.size();
    for (ParagraphGroup& group : block_) found_.groups.push_back(std::move(group));
    block_.clear();
    inherited_ = 0;
  }

  // 成果と課題 in one cell: what was done is parted from what is still to be done, goal by goal.
  void part_results() {
    std::vector<ParagraphGroup> parted;
    for (const ParagraphGroup& group : block_) {
      for (std::size_t i = 0; i < group.paragraphs.size(); ++i) {
        const bool past = is_past(group.folded[i]);
        const auto same = [&](const ParagraphGroup& other) {
          return other.goal_by_mark == group.goal_by_mark && is_past(other.folded.front()) == past;
        };
        auto into = std::ranges::find_if(parted, same);
        if (into == parted.end()) {
          parted.push_back(group);
          into = parted.end() - 1;
          into->paragraphs.clear();
          into->folded.clear();
        }
        into->paragraphs.push_back(group.paragraphs[i]);
        into->folded.push_back(group.folded[i]);
      }
    }
    block_ = std::move(parted);
    for (std::size_t i = 0; i < block_.size(); ++i) block_[i].same_block = i > 0;
  }

  void finish() {
    close_block();
    for (std::size_t k = before_block_; k < found_.groups.size(); ++k) {
      found_.groups[k].headings_after = labels_;
      found_.groups[k].goals_after = goals_;
    }
    GoalId next = goals_.empty() ? GoalId{} : goals_.front();
    for (std::size_t k = found_.groups.size(); k-- > 0;) {
      ParagraphGroup& group = found_.groups[k];
      group.next_goal = next;
      if (!group.goals_before.empty()) next = group.goals_before.front();
      const bool listed =
          group.paragraphs.size() > 1 || group.paragraphs.front().bullet || !group.paragraphs.front().marks.empty();
      group.role_scores = role_scores(group.folded, listed);
    }
    if (!is_regular()) return;
    for (ParagraphGroup& group : found_.groups) group.heading_is_its_own = has_own_heading(group);
  }

  // Nearly every group has one heading above it, and none stands below the last: then each heads what follows it.
  bool is_regular() const {
    constexpr std::size_t kExceptions = 8;  // one in so many
    const auto own = static_cast<std::size_t>(std::ranges::count_if(found_.groups, has_own_heading));
    return labels_.empty() && own > 0 && (found_.groups.size() - own) * kExceptions <= found_.groups.size();
  }
  static bool has_own_heading(const ParagraphGroup& group) {
    return group.headings_before.size() == 1 && (!group.same_block || group.marks_are_goals) &&
           !is_front_matter(group.headings_before.front());
  }

  const std::vector<Paragraph>& paragraphs_;
  int review_year_;
  int goal_year_;
  bool says_last_year_ = false;   // 前年度の評価, 今年度の目標
  std::vector<GoalId> goal_ids_;  // of headings, by paragraph
  std::map<Section, Numbering> numbering_;
  ParagraphGroups found_;
  Section section_ = Section::unknown;
  GoalId last_goal_;
  std::vector<Field> labels_;  // since the last item
  std::vector<GoalId> goals_;
  std::vector<ParagraphGroup> block_;  // of the last headings
  std::vector<Field> labels_of_block_;
  std::vector<GoalId> goals_of_block_;
  std::size_t before_block_ = 0;
  int inherited_ = 0;                 // the goal that the last mark named
  std::optional<Paragraph> pending_;  // ①② alone on its line
};

}  // namespace

ParagraphGroups find_paragraph_groups(const std::vector<Paragraph>& paragraphs, int review_year, int goal_year) {
  const std::vector<Paragraph> together = with_lists_together(paragraphs);
  return GroupBuilder(together, review_year, goal_year).build();
}

}  // namespace hub::report
