#include "text_parts.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/words/characters.h"
#include "variant_layout.h"

namespace hub::tests {

using nlohmann::json;
using std::string;
using std::vector;

namespace {

const char* const kCircled[] = {"", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"};

}  // namespace

string join(const vector<string>& lines, const string& between) {
  string all;
  for (const string& line : lines) all += (all.empty() ? "" : between) + line;
  return all;
}

namespace {

string era(int year) {
  return year < 2019 ? "平成" + std::to_string(year - 1988)
                     : "令和" + (year == 2019 ? string("元") : std::to_string(year - 2018));
}

vector<string> strings(const json& list) { return list.get<vector<string>>(); }

vector<string> numbered(const vector<string>& entries) {
  vector<string> lines;
  for (const string& entry : entries) lines.push_back(std::to_string(lines.size() + 1) + ". " + entry);
  return lines;
}

string label_of(const string& field) {
  return field == "activities" ? "取組内容" : field == "outcomes" ? "取組の成果" : "取組の課題";
}

vector<string> entries_of(const json& items, const string& bullet) {
  vector<string> lines;
  for (const json& item : items) {
    string marks;
    for (const json& mark : item["marks"]) marks += kCircled[mark.get<int>()];
    const auto texts = strings(item["text"]);
    if (texts.size() == 1) {
      lines.push_back((marks.empty() ? bullet : marks) + texts[0]);
      continue;
    }
    lines.push_back(marks);
    for (const string& text : texts) lines.push_back(bullet + text);
  }
  return lines;
}

void add_goals(const json& report, const string& section, int year, const string& bullet, Parts& parts) {
  parts.blocks.push_back({era(year) + (section == "review" ? "年度重点目標の評価" : "年度重点目標"), {}, true});
  for (const json& goal : report[section]) {
    parts.blocks.push_back(
        {era(year) + "年度重点目標" + kCircled[goal["number"].get<int>()], {goal["goal"].get<string>()}});
    for (const char* field : {"activities", "outcomes", "challenges"}) {
      if (goal.contains(field)) parts.blocks.push_back({label_of(field), entries_of(goal[field], bullet)});
    }
  }
}

}  // namespace

Parts parts_of(const json& report, const string& bullet) {
  Parts parts;
  const int year = report["reviewYear"].get<int>();
  parts.title = {report["title"].get<string>(), era(year) + "年度重点目標評価結果・" + era(year + 1) + "年度重点目標"};
  if (report.contains("period")) {
    const json& p = report["period"];
    const auto date = [](const string& iso) {
      return era(std::stoi(iso.substr(0, 4))) + "年" + std::to_string(std::stoi(iso.substr(5, 2))) + "月" +
             std::to_string(std::stoi(iso.substr(8, 2))) + "日";
    };
    parts.blocks.push_back({"事業実施期間",
                            {date(p["from"].get<string>()) + "～" + date(p["to"].get<string>()) + "（" +
                             std::to_string(p["termYear"].get<int>()) + "年度目／" +
                             std::to_string(p["termYears"].get<int>()) + "か年度）"}});
  }
  if (report.contains("implementers")) parts.blocks.push_back({"事業の実施者", strings(report["implementers"])});
  if (report.contains("purpose")) parts.blocks.push_back({"事業目的", {report["purpose"].get<string>()}});
  if (report.contains("principles"))
    parts.blocks.push_back({"【事業・施設運営の基本理念】", numbered(strings(report["principles"]))});
  if (report.contains("services")) {
    vector<string> services;
    for (const json& s : report["services"])
      services.push_back(s["description"].get<string>() + "（" + s["program"].get<string>() + "）");
    parts.blocks.push_back({"事業の内容", numbered(services)});
  }
  if (report.contains("evaluationMethod")) {
    parts.blocks.push_back({"事業の評価実施方法及び評価結果の公表方法", numbered(strings(report["evaluationMethod"]))});
  }
  add_goals(report, "review", year, bullet, parts);
  add_goals(report, "goals", year + 1, bullet, parts);
  return parts;
}

namespace {

// Lines of at most `width` characters.
vector<string> wrapped(const string& words, std::size_t width) {
  vector<string> lines;
  const std::u32string all = base::decode_utf8(words);
  for (std::size_t at = 0; at < all.size();) {
    std::size_t end = std::min(all.size(), at + width);
    while (end < all.size() && std::u32string_view(U"、。」）ーっゃゅょ・").find(all[end]) != std::u32string_view::npos)
      ++end;
    lines.push_back(base::encode_utf8(all.substr(at, end - at)));
    at = end;
  }
  return lines;
}

}  // namespace

vector<string> all_lines(const Parts& parts) {
  vector<string> lines = parts.title;
  for (const Block& block : parts.blocks) {
    lines.push_back(block.label);
    lines.insert(lines.end(), block.lines.begin(), block.lines.end());
  }
  return lines;
}

string plain(const Parts& parts) {
  string text = join(parts.title, "\n") + "\n\n";
  for (const Block& block : parts.blocks) text += block.label + "\n" + join(block.lines, "\n") + "\n\n";
  return text;
}

string replaced(string words, const string& from, const string& to) {
  for (std::size_t at = 0; (at = words.find(from, at)) != string::npos; at += to.size())
    words.replace(at, from.size(), to);
  return words;
}

string wrapped_text(const Parts& parts, std::size_t width, const string& line_end, const string& block_end) {
  string text;
  const auto put = [&](const string& words) {
    for (const string& line : wrapped(words, width)) text += line + line_end;
  };
  for (const string& line : parts.title) put(line);
  text += block_end;
  for (const Block& block : parts.blocks) {
    put(block.label);
    for (const string& line : block.lines) put(line);
    text += block_end;
  }
  return text;
}

json without_marks(json report) {
  for (const char* section : {"review", "goals"}) {
    for (json& goal : report[section]) take_marks_off(goal);
  }
  return report;
}

Parts shared_parts_of(const json& report) {
  Parts parts = parts_of(report);
  const auto first = std::ranges::find_if(parts.blocks, [](const Block& block) { return block.section; });
  parts.blocks.erase(first, parts.blocks.end());
  for (const char* section : {"review", "goals"}) {
    const int year = report[section == string("review") ? "reviewYear" : "goalYear"].get<int>();
    parts.blocks.push_back(
        {era(year) + (section == string("review") ? "年度重点目標の評価" : "年度重点目標"), {}, true});
    Block goals{era(year) + "年度 重点目標", {}};
    for (const json& goal : report[section])
      goals.lines.push_back(kCircled[goal["number"].get<int>()] + goal["goal"].get<string>());
    parts.blocks.push_back(goals);
    for (const char* field : {"activities", "outcomes", "challenges"}) {
      Block block{label_of(field), {}};
      for (const json& goal : report[section]) {
        if (!goal.contains(field)) continue;
        for (const json& item : goal[field])
          block.lines.push_back(kCircled[goal["number"].get<int>()] + item["text"][0].get<string>());
      }
      if (!block.lines.empty()) parts.blocks.push_back(block);
    }
  }
  return parts;
}

// Entries end without 。, also in what is expected.
json without_stops(json report) {
  for (const char* section : {"review", "goals"}) {
    for (json& goal : report[section]) {
      for (const char* field : {"activities", "outcomes", "challenges"}) {
        if (!goal.contains(field)) continue;
        for (json& item : goal[field]) {
          for (json& text : item["text"]) {
            string words = text.get<string>();
            if (words.ends_with("。")) words.resize(words.size() - string("。").size());
            text = words;
          }
        }
      }
    }
  }
  return report;
}

namespace {

string quoted_cell(const string& words, char separator, bool always) {
  const bool needs = always || words.find_first_of(string("\"\n") + separator) != string::npos;
  return needs ? "\"" + replaced(words, "\"", "\"\"") + "\"" : words;
}

}  // namespace

// Label and value beside each other, as a spreadsheet writes them.
string sheet(const Parts& parts, char separator, bool always, const string& line_end) {
  string text;
  const auto put = [&](const string& a, const string& b) {
    text += quoted_cell(a, separator, always) + separator + quoted_cell(b, separator, always && !b.empty()) + line_end;
  };
  for (const string& line : parts.title) put(line, "");
  for (const Block& block : parts.blocks) {
    string label = block.label;
    if (const std::size_t at = label.find("年度重点目標"); at != string::npos && !block.section)
      label.insert(at + string("年度").size(), "\n");
    put(label, join(block.lines, "\n"));
  }
  return text;
}

// Each line of a cell is a row of its own, below an empty label.
string sheet_of_lines(const Parts& parts, char separator) {
  string text;
  const auto put = [&](const string& a, const string& b) {
    text += quoted_cell(a, separator, false) + separator + quoted_cell(b, separator, false) + "\n";
  };
  for (const string& line : parts.title) put(line, "");
  for (const Block& block : parts.blocks) {
    if (block.lines.empty()) put(block.label, "");
    for (std::size_t i = 0; i < block.lines.size(); ++i) put(i == 0 ? block.label : "", block.lines[i]);
  }
  return text;
}

namespace {

struct Tables {
  vector<Block> front;
  vector<GoalTable> tables;
  vector<string> title;
};
Tables tables_of(const json& report) {
  const Parts parts = parts_of(report);
  Tables tables;
  tables.title = parts.title;
  for (const Block& block : parts.blocks) {
    if (block.section) {
      tables.tables.push_back({block.label, {}, {}});
    } else if (tables.tables.empty()) {
      tables.front.push_back(block);
    } else if (block.label.find("重点目標") != string::npos) {
      tables.tables.back().rows.push_back({block.lines});
    } else {
      GoalTable& table = tables.tables.back();
      if (table.head.empty()) table.head = {"重点目標"};
      if (table.rows.size() == 1) table.head.push_back(block.label);
      table.rows.back().push_back(block.lines);
    }
  }
  return tables;
}

}  // namespace

string with_tables(const json& report, const std::function<string(const GoalTable&)>& put) {
  const Tables tables = tables_of(report);
  string text = join(tables.title, "\n") + "\n\n";
  for (const Block& block : tables.front) text += block.label + "\n" + join(block.lines, "\n") + "\n\n";
  for (const GoalTable& table : tables.tables) text += table.heading + "\n\n" + put(table) + "\n";
  return text;
}

string delimited_table(const GoalTable& table, char separator) {
  string text = join(table.head, string(1, separator)) + "\n";
  for (const auto& row : table.rows) {
    vector<string> cells;
    for (const auto& cell : row) cells.push_back(quoted_cell(join(cell, "\n"), separator, false));
    text += join(cells, string(1, separator)) + "\n";
  }
  return text;
}

string pipe_table(const GoalTable& table) {
  string text = "| " + join(table.head, " | ") + " |\n|";
  for (std::size_t i = 0; i < table.head.size(); ++i) text += ":---|";
  text += "\n";
  for (const auto& row : table.rows) {
    text += "|";
    for (const auto& cell : row) text += " " + join(cell, "<br>") + " |";
    text += "\n";
  }
  return text;
}

const Pen kBox{"─", "│", "┌┬┐", "├┼┤", "└┴┘"};
const Pen kAscii{"-", "|", "+++", "+++", "+++"};

namespace {

string drawn_rule(const Pen& pen, const string& corners, const vector<std::size_t>& widths) {
  const std::u32string all = base::decode_utf8(corners);
  string rule = base::encode_utf8(all.substr(0, 1));
  for (std::size_t k = 0; k < widths.size(); ++k) {
    // A half-width sign is drawn twice for each character.
    const std::size_t count = (widths[k] + 1) * (pen.across == "-" ? 2 : 1);
    for (std::size_t i = 0; i < count; ++i) rule += pen.across;
    rule += base::encode_utf8(all.substr(k + 1 == widths.size() ? 2 : 1, 1));
  }
  return rule + "\n";
}

string drawn_row(const Pen& pen, const vector<vector<string>>& cells, const vector<std::size_t>& widths) {
  vector<vector<string>> lines(cells.size());
  std::size_t height = 1;
  for (std::size_t k = 0; k < cells.size(); ++k) {
    for (const string& line : cells[k]) {
      for (const string& part : wrapped(line, widths[k])) lines[k].push_back(part);
    }
    height = std::max(height, lines[k].size());
  }
  string text;
  for (std::size_t i = 0; i < height; ++i) {
    text += pen.up;
    for (std::size_t k = 0; k < lines.size(); ++k) {
      const string words = i < lines[k].size() ? lines[k][i] : "";
      const double width = report::width_em(base::decode_utf8(words));
      const double room = 2 * (static_cast<double>(widths[k]) + 1 - width);
      text += " " + words + string(static_cast<std::size_t>(std::max(0.0, room - 1)), ' ') + pen.up;
    }
    text += "\n";
  }
  return text;
}

}  // namespace

string drawn_pairs(const Parts& parts, const Pen& pen, std::size_t width) {
  const vector<std::size_t> widths = {8, width};
  string text = join(parts.title, "\n") + "\n";
  bool open = false;
  for (const Block& block : parts.blocks) {
    if (block.section) {
      if (open) text += drawn_rule(pen, pen.bottom, widths);
      open = false;
      text += block.label + "\n";
      continue;
    }
    text += drawn_rule(pen, open ? pen.middle : pen.top, widths);
    open = true;
    text += drawn_row(pen, {{block.label}, block.lines}, widths);
  }
  return text + drawn_rule(pen, pen.bottom, widths);
}

string drawn_table(const GoalTable& table, const Pen& pen, std::size_t width) {
  const vector<std::size_t> widths(table.head.size(), width);
  vector<vector<string>> head;
  for (const string& cell : table.head) head.push_back({cell});
  string text = drawn_rule(pen, pen.top, widths) + drawn_row(pen, head, widths);
  for (const auto& row : table.rows) text += drawn_rule(pen, pen.middle, widths) + drawn_row(pen, row, widths);
  return text + drawn_rule(pen, pen.bottom, widths);
}

string spaced(const string& words, const string& space) {
  string text;
  for (const char32_t c : base::decode_utf8(words))
    text += (text.empty() ? "" : space) + base::encode_utf8(std::u32string(1, c));
  return text;
}

// Bullets at two columns, what goes on below their words.
string hanging(const Parts& parts, std::size_t width, const string& indent, const string& bullet) {
  string text = join(parts.title, "\n") + "\n\n";
  for (const Block& block : parts.blocks) {
    text += block.label + "\n";
    for (const string& line : block.lines) {
      const bool entry = line.starts_with(bullet);
      bool first = true;
      for (const string& part : wrapped(line, width)) {
        text += (first || !entry ? (entry ? indent : "") : indent + "　") + part + "\n";
        first = false;
      }
    }
    text += "\n";
  }
  return text;
}

}  // namespace hub::tests
