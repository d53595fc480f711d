#include "report/read/boxes.h"

#include <algorithm>
#include <string>

#include "report/read/rows.h"
#include "report/words/characters.h"
#include "report/words/labels.h"

namespace hub::report {

namespace {

constexpr std::size_t kFewestDrawn = 4;  // characters of a rule
constexpr double kPadding_em = 1;        // between a rule and the words beside it
constexpr std::size_t kLongestHeading = 40;

bool is_horizontal(char32_t c) {
  return c == U'─' || c == U'━' || c == U'═' || c == U'-' || c == U'=' || c == U'╌' || c == U'┄' || c == U'┈';
}
bool is_upright(char32_t c) { return c == U'│' || c == U'┃' || c == U'║' || c == U'|'; }
// Of ┌ ┼ ╬ …, where rules meet.
bool is_corner(char32_t c) { return c == U'+' || (c >= 0x250C && c <= 0x256C && !is_horizontal(c) && !is_upright(c)); }
bool is_drawn(char32_t c) { return c >= 0x2500 && c <= 0x257F; }

// ├──┼──┤ and nothing else.
bool is_rule(std::u32string_view words) {
  std::size_t drawn = 0;
  bool corner = false;
  for (const char32_t c : words) {
    if (is_space(c)) continue;
    if (!is_horizontal(c) && !is_corner(c)) return false;
    corner = corner || is_corner(c);
    ++drawn;
  }
  return corner && drawn >= kFewestDrawn;
}

bool has_uprights(std::u32string_view words) { return std::ranges::any_of(words, is_upright); }

// What stands between the uprights, without the two outer ones' outsides.
std::vector<std::u32string_view> parts_of(std::u32string_view words) {
  std::vector<std::u32string_view> parts;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= words.size(); ++i) {
    if (i < words.size() && !is_upright(words[i]) && !(is_corner(words[i]) && is_drawn(words[i]))) continue;
    parts.push_back(words.substr(from, i - from));
    from = i + 1;
  }
  if (parts.size() > 1 && trimmed(parts.front()).empty()) parts.erase(parts.begin());
  if (parts.size() > 1 && trimmed(parts.back()).empty()) parts.pop_back();
  return parts;
}

// A part of a rule that parts the cells of one column: │ goal ├─────┤
bool is_rule_part(std::u32string_view part) {
  return part.size() >= kFewestDrawn && std::ranges::all_of(part, is_horizontal);
}

class BoxReader {
 public:
  BoxReader(const std::vector<TextLine>& lines, LineBuilder& out) : lines_(lines), out_(out) {}

  void read() {
    for (std::size_t i = 0; i < lines_.size() && !out_.refused(); ++i) take(i);
    put_rows();
  }

 private:
  struct Piece {
    std::u32string words;
    Place place;
    double measure_em = 0;
  };
  using Cell = std::vector<Piece>;

  void take(std::size_t i) {
    const TextLine& line = lines_[i];
    if (is_rule(line.words)) return put_rows();
    if (has_uprights(line.words) && (!columns_.empty() || is_rule(above(i)) || below_uprights_)) return take_row(line);
    put_rows();
    if (below_uprights_) out_.new_cell();
    below_uprights_ = false;
    if (line.new_page || line.apart) out_.gap();
    read_words(line.words, line.place, out_);
    if (line.apart) out_.close();
  }
  std::u32string_view above(std::size_t i) const {
    return i > 0 ? std::u32string_view(lines_[i - 1].words) : std::u32string_view();
  }

  // A line of a row's cells. A rule in one column begins another cell there, below the one above.
  void take_row(const TextLine& line) {
    below_uprights_ = true;
    const std::vector<std::u32string_view> parts = parts_of(line.words);
    const std::u32string first = trimmed(parts.front());
    const bool heading = !first.empty() && first.size() <= kLongestHeading && parse_label(fold(first));
    // Nothing is drawn between the rows: their headings tell where they begin.
    if (heading && begins_with_heading_) put_rows();
    if (columns_.empty()) begins_with_heading_ = heading && parts.size() == 2;
    if (columns_.size() < parts.size()) columns_.resize(std::min(parts.size(), kMostColumns), std::vector<Cell>(1));
    for (std::size_t k = 0; k < std::min(parts.size(), columns_.size()); ++k) {
      if (is_rule_part(parts[k])) {
        columns_[k].emplace_back();
      } else if (const std::u32string words = trimmed(parts[k]); !words.empty()) {
        columns_[k].back().push_back({words, line.place, width_em(parts[k]) - kPadding_em});
      }
    }
  }

  void put_rows() {
    std::size_t rows = 0;
    for (const std::vector<Cell>& column : columns_) rows = std::max(rows, column.size());
    for (std::size_t r = 0; r < rows; ++r) {
      const int row = out_.new_row();
      for (std::size_t k = 0; k < columns_.size(); ++k) {
        if (r >= columns_[k].size() || columns_[k][r].empty()) continue;
        out_.new_cell(row, static_cast<int>(k));
        for (const Piece& piece : columns_[k][r]) read_words(piece.words, piece.place, out_, piece.measure_em);
      }
    }
    columns_.clear();
    begins_with_heading_ = false;
  }

  const std::vector<TextLine>& lines_;
  LineBuilder& out_;
  std::vector<std::vector<Cell>> columns_;  // of the row that has begun
  bool begins_with_heading_ = false;
  bool below_uprights_ = false;
};

}  // namespace

bool has_boxes(const std::vector<TextLine>& lines) {
  bool rule = false;
  std::size_t rows = 0;
  for (const TextLine& line : lines) {
    rule = rule || is_rule(line.words);
    if (rule && has_uprights(line.words)) ++rows;
  }
  return rule && rows >= 2;
}

void read_boxes(const std::vector<TextLine>& lines, LineBuilder& out) { BoxReader(lines, out).read(); }

}  // namespace hub::report
