#include "report/runs.h"

#include <algorithm>
#include <map>
#include <utility>

#include "report/characters.h"

namespace hub::report {

namespace {

enum class Numbering { none, circled, number };  // what a section counts its goals with, inside shared cells

class Builder {
 public:
  Builder(const std::vector<Piece>& pieces, int review_year, int goal_year)
      : pieces_(pieces), review_year_(review_year), goal_year_(goal_year), places_(pieces.size()) {
    resolve_headings();
  }

  Runs build() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const Piece& piece = pieces_[i];
      if (piece.kind == Piece::Kind::label) {
        take_label(i);
      } else if (piece.kind == Piece::Kind::item) {
        take_item(piece);
      }
    }
    finish();
    return std::move(found_);
  }

 private:
  Section section_of(const Label& label) const {
    if (label.field == Field::review_header) return Section::review;
    if (label.year_word == YearWord::next_year) return Section::next;
    if (label.year_word == YearWord::this_year) return Section::review;
    if (label.year == 0) return Section::unknown;
    if (label.year == review_year_) return Section::review;
    return label.year == goal_year_ ? Section::next : Section::unknown;
  }
  static bool names_goals(const Piece& piece) {
    return piece.kind == Piece::Kind::label &&
           (piece.label.field == Field::goal || piece.label.field == Field::review_header);
  }
  const Piece* next_piece(std::size_t i) const { return i + 1 < pieces_.size() ? &pieces_[i + 1] : nullptr; }

  // Which section and goal each heading 重点目標… names.
  void resolve_headings() {
    Section section = Section::unknown;
    std::map<Section, bool> numbered;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!names_goals(pieces_[i])) continue;
      const Label& label = pieces_[i].label;
      const Section own = section_of(label);
      if (own != Section::unknown) section = own;
      places_[i] = {section, label.number};
      if (label.number > 0) numbered[section] = true;
    }
    std::map<Section, int> counted;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!names_goals(pieces_[i]) || pieces_[i].label.field != Field::goal) continue;
      const Section s = places_[i].section;
      int& most = counts(s);
      most = std::max(most, places_[i].goal);
      if (numbered[s] || places_[i].goal > 0) continue;
      const Piece* next = next_piece(i);
      if (!next || next->kind != Piece::Kind::item) continue;
      const Numbering numbering = next->marks == std::vector<int>{1} || (next->marks.size() == 1 && counted[s] > 0)
                                      ? Numbering::circled
                                  : next->number > 0 && (next->number == 1 || counted[s] > 0) ? Numbering::number
                                                                                              : Numbering::none;
      if (numbering == Numbering::none) {
        places_[i].goal = ++counted[s];
        most = std::max(most, counted[s]);
        continue;
      }
      ++counted[s];
      numbering_[s] = numbering;
      for (std::size_t k = i + 1; k < pieces_.size() && pieces_[k].kind == Piece::Kind::item; ++k) {
        most = std::max(most, number_of(pieces_[k], numbering));
      }
    }
  }
  int& counts(Section section) { return section == Section::next ? found_.next_goals : found_.review_goals; }

  static int number_of(const Piece& piece, Numbering numbering) {
    if (numbering == Numbering::circled) return piece.marks.empty() ? 0 : piece.marks.front();
    return numbering == Numbering::number ? piece.number : 0;
  }
  Numbering numbering() const {
    const auto found = numbering_.find(section_);
    return found == numbering_.end() ? Numbering::none : found->second;
  }

  void take_label(std::size_t i) {
    const Label& label = pieces_[i].label;
    close_block();
    if (names_goals(pieces_[i])) {
      const GoalPlace place = places_[i];
      if (place.section != Section::unknown) section_ = place.section;
      if (place.goal > 0) last_goal_ = place;
      if (place.goal > 0) goals_.push_back(place);
      // The section's own heading is none of its goals'.
      if (place.goal > 0 || (label.field == Field::goal && next_is_item(i))) labels_.push_back(Field::goal);
    } else {
      labels_.push_back(label.field);
      // ①取り組み内容, where ① is a goal
      if (label.number > 0 && numbering() == Numbering::circled) inherited_ = label.number;
    }
  }
  bool next_is_item(std::size_t i) const {
    const Piece* next = next_piece(i);
    return next && next->kind == Piece::Kind::item;
  }

  void take_item(const Piece& piece) {
    const Numbering kind = numbering();
    const int number = number_of(piece, kind);
    if (kind != Numbering::none && number > 0) inherited_ = number;
    if (piece.words.empty()) {
      if (number == 0) pending_ = piece;
      return;
    }
    if (block_.empty() || starts_run(piece, block_.back())) begin_run(kind);
    Run& run = block_.back();
    if (kind != Numbering::none && inherited_ > 0) {
      run.told = {section_, inherited_};
      const bool goal_itself = !labels_of_block_.empty() && labels_of_block_.back() == Field::goal;
      if (goal_itself) last_goal_ = run.told;
    }
    Piece kept = piece;
    // 1. of an activity is as good a mark as ①.
    if (kind == Numbering::none && kept.marks.empty() && kept.number > 0) kept.marks = {kept.number};
    if (kind == Numbering::circled) kept.marks.clear();
    if (pending_) {
      if (kept.marks.empty()) kept.marks = pending_->marks;
      if (kept.marks.empty() && pending_->number > 0) kept.marks = {pending_->number};
      pending_.reset();
    }
    run.folded.push_back(fold(piece.words));
    run.pieces.push_back(std::move(kept));
  }

  bool starts_run(const Piece& piece, const Run& run) const {
    const Piece& last = run.pieces.back();
    if (piece.row != last.row || (piece.row > 0 && piece.cell != last.cell)) return true;
    if (run.marks_are_goals) return run.told.goal != inherited_;
    const bool listed = !piece.marks.empty() || piece.number > 0 || piece.bullet;
    const bool last_listed = !last.marks.empty() || last.bullet;
    const int mark = !piece.marks.empty() ? piece.marks.front() : piece.number;
    const bool marked_run = std::ranges::any_of(run.pieces, [](const Piece& p) { return !p.marks.empty(); });
    if (mark > 0) {
      if (!marked_run) return true;
      // ① after ② begins another list; ① after ① is one more paragraph of the same.
      return std::ranges::any_of(run.pieces, [&](const Piece& earlier) {
        return !earlier.marks.empty() && earlier.marks.back() >= mark && earlier.marks != piece.marks;
      });
    }
    if (pending_) return true;
    const bool other_tense = is_past(fold(piece.words)) != is_past(run.folded.back());
    if (listed != last_listed) return !marked_run || (!listed && piece.gap);
    // Below 取組内容, what was done begins the results whose heading stands elsewhere.
    const bool begins_results = !labels_of_block_.empty() && labels_of_block_.back() <= Field::activities;
    return (piece.gap || begins_results) && other_tense && !marked_run;
  }

  void begin_run(Numbering kind) {
    if (block_.empty()) {
      labels_of_block_ = std::exchange(labels_, {});
      goals_of_block_ = std::exchange(goals_, {});
      // What stood above this block stands below the block before.
      for (std::size_t k = before_block_; k < found_.runs.size(); ++k) {
        found_.runs[k].after = labels_of_block_;
        found_.runs[k].goals_after = goals_of_block_;
      }
      if (kind == Numbering::none) inherited_ = 0;
    }
    Run run;
    run.marks_are_goals = kind != Numbering::none;
    run.before = labels_of_block_;
    run.goals_before = goals_of_block_;
    run.same_block = !block_.empty();
    run.section = section_;
    run.last_goal = last_goal_;
    block_.push_back(std::move(run));
  }

  void close_block() {
    pending_.reset();
    if (block_.empty()) return;
    // ら得た… ② …: the words before the first mark are the goal's before it.
    if (block_.size() > 1 && block_[0].marks_are_goals && block_[0].told.goal == 0 && block_[1].told.goal > 1) {
      block_[0].told = {block_[1].told.section, block_[1].told.goal - 1};
      block_[0].lost_mark = true;
    }
    if (!labels_of_block_.empty() && labels_of_block_.back() == Field::results) part_results();
    before_block_ = found_.runs.size();
    for (Run& run : block_) found_.runs.push_back(std::move(run));
    block_.clear();
    inherited_ = 0;
  }

  // 成果と課題 in one cell: what was done is parted from what is still to be done, goal by goal.
  void part_results() {
    std::vector<Run> parted;
    for (const Run& run : block_) {
      for (std::size_t i = 0; i < run.pieces.size(); ++i) {
        const bool past = is_past(run.folded[i]);
        const auto same = [&](const Run& other) {
          return other.told == run.told && is_past(other.folded.front()) == past;
        };
        auto into = std::ranges::find_if(parted, same);
        if (into == parted.end()) {
          parted.push_back(run);
          into = parted.end() - 1;
          into->pieces.clear();
          into->folded.clear();
        }
        into->pieces.push_back(run.pieces[i]);
        into->folded.push_back(run.folded[i]);
      }
    }
    block_ = std::move(parted);
    for (std::size_t i = 0; i < block_.size(); ++i) block_[i].same_block = i > 0;
  }

  void finish() {
    close_block();
    for (std::size_t k = before_block_; k < found_.runs.size(); ++k) {
      found_.runs[k].after = labels_;
      found_.runs[k].goals_after = goals_;
    }
    GoalPlace next = goals_.empty() ? GoalPlace{} : goals_.front();
    for (std::size_t k = found_.runs.size(); k-- > 0;) {
      Run& run = found_.runs[k];
      run.next_goal = next;
      if (!run.goals_before.empty()) next = run.goals_before.front();
      const bool listed = run.pieces.size() > 1 || run.pieces.front().bullet || !run.pieces.front().marks.empty();
      run.roles = role_scores(run.folded, listed);
    }
  }

  const std::vector<Piece>& pieces_;
  int review_year_;
  int goal_year_;
  std::vector<GoalPlace> places_;  // of headings, by piece
  std::map<Section, Numbering> numbering_;
  Runs found_;
  Section section_ = Section::unknown;
  GoalPlace last_goal_;
  std::vector<Field> labels_;  // since the last item
  std::vector<GoalPlace> goals_;
  std::vector<Run> block_;  // of the last headings
  std::vector<Field> labels_of_block_;
  std::vector<GoalPlace> goals_of_block_;
  std::size_t before_block_ = 0;
  int inherited_ = 0;             // the goal that the last mark named
  std::optional<Piece> pending_;  // ①② alone on its line
};

}  // namespace

Runs find_runs(const std::vector<Piece>& pieces, int review_year, int goal_year) {
  return Builder(pieces, review_year, goal_year).build();
}

}  // namespace hub::report
