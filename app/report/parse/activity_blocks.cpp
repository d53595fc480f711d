#include "report/parse/activity_blocks.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace hub::report {

namespace {

bool is_list(Field field) { return field == Field::activities || tells_of_results(field); }
bool is_label(const Paragraph& paragraph) { return paragraph.kind == Paragraph::Kind::label; }

// A heading of a list and what stands below it.
struct Part {
  Paragraph label;
  std::vector<Paragraph> items;
};

// An activity and what stands with it.
class BlockMarks {
 public:
  void begin(Part& activities) {
    mark_ = 0;
    if (activities.items.size() != 1) return;
    Paragraph& item = activities.items.front();
    if (item.marks.empty() && item.number > 0) item.marks = {item.number};
    if (item.marks.empty() && activities.label.label.number > 0) item.marks = {activities.label.label.number};
    if (item.marks.size() == 1) mark_ = item.marks.front();
  }
  void give(Part& results) const {
    for (Paragraph& item : results.items) {
      if (mark_ > 0 && item.marks.empty() && item.number == 0) item.marks = {mark_};
    }
  }

 private:
  int mark_ = 0;  // 0: none
};

class Gatherer {
 public:
  std::vector<Paragraph> gather(const std::vector<Paragraph>& paragraphs) {
    for (const bool told : {false, true}) {
      out_.clear();
      // A goal with one activity is set as the others are.
      told_ = told && (any_ || goals_ == 1);
      take(paragraphs);
    }
    return std::move(out_);
  }

 private:
  void take(const std::vector<Paragraph>& paragraphs) {
    for (const Paragraph& paragraph : paragraphs) {
      const bool list = is_label(paragraph) && is_list(paragraph.label.field);
      if (is_label(paragraph)) look_at_number(paragraph.label);
      if (list) {
        parts_.push_back({paragraph, {}});
      } else if (paragraph.kind == Paragraph::Kind::item && !parts_.empty()) {
        parts_.back().items.push_back(paragraph);
      } else {
        put_parts();
        out_.push_back(paragraph);
      }
    }
    put_parts();
  }

  // 取組① below 重点目標②: its number is the activity's own, and no goal's. Where there is only one goal, too.
  void look_at_number(const Label& label) {
    if (label.field == Field::goal) goal_ = label.number;
    goals_ = std::max(goals_, goal_);
    const bool own = label.field == Field::activities && label.number > 0 && !label.number_before;
    any_ = any_ || (own && goal_ > 0 && label.number != goal_);
  }

  // Activities, one a block, then what is of them, and the same again. Headings that stand below their text, or lists
  // of several goals, do not come so evenly.
  bool repeats() const {
    std::vector<std::vector<Field>> blocks;
    int last = 0;  // mark of an activity
    for (const Part& part : parts_) {
      const Field field = part.label.label.field;
      if (field == Field::activities) {
        if (part.items.size() != 1) return false;
        const int mark = mark_of(part);
        if (mark > 0 && mark != last + 1) return false;
        last = mark;
        blocks.emplace_back();
      }
      if (blocks.empty() || part.items.empty()) return false;
      blocks.back().push_back(field);
    }
    // Of the next year's goals there are activities alone: 取組①…取組②…
    const std::size_t fewest = told_ ? 1 : 2;
    return blocks.size() >= fewest && (blocks.front().size() >= 2 || last > 0) &&
           std::ranges::all_of(blocks, [&](const auto& block) { return block == blocks.front(); });
  }
  static int mark_of(const Part& activities) {
    const Paragraph& item = activities.items.front();
    if (!item.marks.empty()) return item.marks.front();
    return item.number > 0 ? item.number : activities.label.label.number;
  }

  void put_parts() {
    if (repeats()) {
      any_ = true;
      together();
    } else {
      for (Part& part : parts_) put(part);
    }
    parts_.clear();
  }
  void put(Part& part) {
    out_.push_back(std::move(part.label));
    for (Paragraph& item : part.items) out_.push_back(std::move(item));
  }

  void together() {
    BlockMarks marks;
    for (Part& part : parts_) {
      if (part.label.label.field == Field::activities) {
        marks.begin(part);
      } else {
        marks.give(part);
      }
    }
    for (const Field field : {Field::activities, Field::outcomes, Field::challenges, Field::results}) {
      std::vector<Paragraph> items;
      std::optional<Paragraph> label;
      for (Part& part : parts_) {
        if (part.label.label.field != field) continue;
        if (!label) label = std::move(part.label);
        for (Paragraph& item : part.items) items.push_back(std::move(item));
      }
      if (!label) continue;
      // The numbers of the blocks are the entries' marks now.
      label->label.number = 0;
      for (Paragraph& item : items) {
        item.row = items.front().row;
        item.cell = items.front().cell;
        item.gap = false;
        item.bullet = item.bullet || (item.marks.empty() && item.number == 0);
      }
      out_.push_back(std::move(*label));
      for (Paragraph& item : items) out_.push_back(std::move(item));
    }
  }

  int goal_ = 0;             // its number, of the last heading that has one
  int goals_ = 0;            // the highest of those numbers
  bool any_ = false;         // some goal has such blocks
  bool told_ = false;        // … and all are looked at as if they had
  std::vector<Part> parts_;  // of one goal
  std::vector<Paragraph> out_;
};

}  // namespace

std::vector<Paragraph> with_lists_together(const std::vector<Paragraph>& paragraphs) {
  return Gatherer().gather(paragraphs);
}

}  // namespace hub::report
