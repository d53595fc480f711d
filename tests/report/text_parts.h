// A known report taken apart into headings and lines, and the ways of writing those that several forms share.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace hub::tests {

// A heading and its lines; a section's heading has none.
struct Block {
  std::string label;
  std::vector<std::string> lines;
  bool section = false;
};
struct Parts {
  std::vector<std::string> title;  // lines
  std::vector<Block> blocks;
};
Parts parts_of(const nlohmann::json& report, const std::string& bullet = "・");

// ①② are the goals, which share the cells: the entries have no marks of their own.
nlohmann::json without_marks(nlohmann::json report);
Parts shared_parts_of(const nlohmann::json& report);

// Entries end without 。
nlohmann::json without_stops(nlohmann::json report);

std::string join(const std::vector<std::string>& lines, const std::string& between);
std::string replaced(std::string words, const std::string& from, const std::string& to);
std::string spaced(const std::string& words, const std::string& space);  // between all letters
std::vector<std::string> all_lines(const Parts& parts);
std::string plain(const Parts& parts);
// Lines of at most `width` characters.
std::string wrapped_text(const Parts& parts, std::size_t width, const std::string& line_end,
                         const std::string& block_end);
// What goes on below a bullet is indented to its words.
std::string hanging(const Parts& parts, std::size_t width, const std::string& indent, const std::string& bullet);

// Label and value beside each other, as a spreadsheet writes them.
std::string sheet(const Parts& parts, char separator, bool always_quoted, const std::string& line_end);
// Each line of a cell is a row of its own, below an empty label.
std::string sheet_of_lines(const Parts& parts, char separator);

// A row a goal below a row of headings.
struct GoalTable {
  std::string heading;
  std::vector<std::string> head;
  std::vector<std::vector<std::vector<std::string>>> rows;  // of cells of lines
};
// What stands before the goals as lines.
std::string with_tables(const nlohmann::json& report, const std::function<std::string(const GoalTable&)>& put);
std::string delimited_table(const GoalTable& table, char separator);
std::string pipe_table(const GoalTable& table);

// Characters of a drawing: corners are left, crossing, right.
struct Pen {
  std::string across, up, top, middle, bottom;
};
extern const Pen kBox, kAscii;
std::string drawn_pairs(const Parts& parts, const Pen& pen, std::size_t width);
std::string drawn_table(const GoalTable& table, const Pen& pen, std::size_t width);

}  // namespace hub::tests
