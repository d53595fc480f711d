// Goals in the structures that wards' pages have besides a heading above its text: tables of every shape, running text,
// outlines.
#include "wild_style.h"

#include <functional>

#include "base/circled_numbers.h"
#include "base/utf8.h"

namespace hub::tests {

namespace {

using nlohmann::json;
using Form = WildKind;
using Rows = std::vector<std::vector<std::string>>;

enum class Medium { csv, tsv, html, markdown };

std::string replaced(std::string words, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = words.find(what, at)) != std::string::npos; at += with.size())
    words.replace(at, what.size(), with);
  return words;
}
std::string joined(const std::vector<std::string>& lines, const std::string& between) {
  std::string all;
  for (const std::string& line : lines) all += (all.empty() ? "" : between) + line;
  return all;
}

std::string wrapped(const std::string& paragraph, std::size_t width, const std::string& indent = "") {
  std::string text;
  std::u32string line;
  for (const char32_t c : base::decode_utf8(paragraph)) {
    const bool may_not_begin = std::u32string_view(U"、。」）】ーっゃゅょ・").find(c) != std::u32string_view::npos;
    if (width > 0 && line.size() >= width && !may_not_begin) {
      text += base::encode_utf8(line) + "\n";
      line = base::decode_utf8(indent);
    }
    line.push_back(c);
  }
  return text + base::encode_utf8(line) + "\n";
}

std::string quoted(const std::string& words, char comma) {
  const bool needed = words.find(comma) != std::string::npos || words.find_first_of("\n\"") != std::string::npos;
  return needed ? "\"" + replaced(words, "\"", "\"\"") + "\"" : words;
}
std::string escaped(const std::string& words) { return replaced(replaced(words, "<", "&lt;"), "\n", "<br>"); }

class StructureSetter {
 public:
  StructureSetter(json& report, const WildStyle& style, const std::vector<WildBlock>& blocks, Random& random)
      : report_(report), style_(style), blocks_(blocks), random_(random) {
    settle();
    medium_ = style.format_is_html ? Medium::html : random.one_of({Medium::csv, Medium::tsv, Medium::markdown});
    marks_ = !style.unmarked;
  }

  std::string set() {
    front();
    if (style_.form == Form::item_rows) {
      item_rows();
    } else if (style_.form == Form::activity_rows && random_.chance(30)) {
      one_table_of_activities();
    } else {
      for (const char* key : {"review", "goals"}) section(key);
    }
    return html() ? "<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\"></head><body>\n" + text_ +
                        "</body></html>\n"
                  : text_;
  }

 private:
  bool html() const { return style_.format_is_html; }
  bool is_table() const {
    return style_.form == Form::activity_rows || style_.form == Form::goal_columns ||
           style_.form == Form::side_by_side || style_.form == Form::item_rows;
  }

  void settle() {
    for (const char* key : {"review", "goals"}) {
      for (json& goal : report_[key]) {
        for (const char* field : {"activities", "outcomes", "challenges"}) {
          if (!goal.contains(field)) continue;
          for (json& item : goal[field]) {
            if (style_.unmarked) item["marks"] = json::array();
          }
        }
      }
    }
  }

  static std::string text_of(const json& item) { return item["text"][0].get<std::string>(); }
  std::string entry(const json& item) const {
    std::string marks;
    for (const json& mark : item["marks"]) marks += base::circled_text(mark.get<int>());
    return marks + text_of(item);
  }
  std::string entries(const json& list, const std::string& bullet) const {
    std::vector<std::string> lines;
    for (const json& item : list) lines.push_back((item["marks"].empty() ? bullet : "") + entry(item));
    return joined(lines, "\n");
  }
  static std::string number(const json& goal) { return base::circled_text(goal["number"].get<int>()); }

  // The title and what stands before the goals, as a medium has it.
  void front() {
    Rows pairs;
    for (const WildBlock& block : blocks_) {
      if (block.heads_section) break;
      if (block.label.empty()) {
        heading(joined(block.entries, "\n"), 1);
      } else if (is_table() || html()) {
        pairs.push_back({block.label, joined(block.entries, "\n")});
      } else {
        text_ += block.label + "\n";
        for (const std::string& line : block.entries) text_ += wrapped(line, style_.width);
        text_ += "\n";
      }
    }
    if (!pairs.empty()) put(pairs);
  }

  void heading(const std::string& words, int level) {
    if (html()) {
      text_ += "<h" + std::to_string(level) + ">" + escaped(words) + "</h" + std::to_string(level) + ">\n";
    } else if (is_table() && medium_ == Medium::markdown) {
      text_ += std::string(static_cast<std::size_t>(level), '#') + " " + words + "\n\n";
    } else {
      text_ += words + "\n";
    }
  }

  void put(const Rows& rows, const std::string& caption = "") {
    if (html()) return put_html(rows, caption);
    const char comma = medium_ == Medium::csv ? ',' : '\t';
    std::size_t columns = 0;
    for (const auto& row : rows) columns = std::max(columns, row.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      std::string line;
      for (std::size_t c = 0; c < columns; ++c) {
        const std::string cell = c < rows[i].size() ? rows[i][c] : "";
        if (medium_ == Medium::markdown) {
          line += "| " + replaced(cell, "\n", "<br>") + " ";
        } else {
          line += (c > 0 ? std::string(1, comma) : "") + quoted(cell, comma);
        }
      }
      if (medium_ == Medium::markdown) line += "|";
      text_ += line + "\n";
      if (medium_ == Medium::markdown && i == 0) text_ += "|" + replaced(std::string(columns, '-'), "-", "---|") + "\n";
    }
    text_ += "\n";
  }
  void put_html(const Rows& rows, const std::string& caption) {
    text_ += "<table>\n";
    if (!caption.empty()) text_ += "<caption>" + escaped(caption) + "</caption>\n";
    for (std::size_t i = 0; i < rows.size(); ++i) {
      text_ += "<tr>";
      for (std::size_t c = 0; c < rows[i].size(); ++c) {
        const bool spanned = rowspans_ && c == 0 && i > 0 && rows[i][c].empty();
        if (spanned) continue;
        std::size_t reach = 1;
        while (rowspans_ && c == 0 && i > 0 && i + reach < rows.size() && rows[i + reach][c].empty()) ++reach;
        text_ += "<td" + (reach > 1 ? " rowspan=\"" + std::to_string(reach) + "\"" : std::string()) + ">" +
                 escaped(rows[i][c]) + "</td>";
      }
      text_ += "</tr>\n";
    }
    text_ += "</table>\n";
    rowspans_ = false;
  }

  std::string year_of(bool reviewed) const {
    const int year = report_[reviewed ? "reviewYear" : "goalYear"].get<int>();
    return "令和" + (year == 2019 ? std::string("元") : std::to_string(year - 2018)) + "年度";
  }
  std::string section_name(bool reviewed) const {
    return year_of(reviewed) + (reviewed ? "重点目標の評価" : "重点目標");
  }

  void section(const char* key) {
    const bool reviewed = std::string(key) == "review";
    const json& goals = report_[key];
    const std::vector<std::string> fields = reviewed ? std::vector<std::string>{"activities", "outcomes", "challenges"}
                                                     : std::vector<std::string>{"activities"};
    if (style_.form == Form::outline) {
      text_ += std::string(reviewed ? "Ⅱ　" : "Ⅲ　") + section_name(reviewed) + "\n";
    } else {
      heading(section_name(reviewed), 2);
    }
    switch (style_.form) {
      case Form::activity_rows:
        activity_rows(goals, fields);
        break;
      case Form::goal_columns:
        goal_columns(goals, fields);
        break;
      case Form::side_by_side:
        side_by_side(goals, fields);
        break;
      case Form::running_text:
        for (const json& goal : goals) running_text(goal, fields);
        break;
      case Form::colon_values:
        for (const json& goal : goals) colon_values(goal, fields);
        break;
      case Form::activity_blocks:
        for (const json& goal : goals) activity_blocks(goal, fields);
        break;
      case Form::captions:
        for (const json& goal : goals) caption(goal, fields);
        break;
      case Form::definitions:
        for (const json& goal : goals) definitions(goal, fields);
        break;
      case Form::outline:
        for (const json& goal : goals) outline(goal, fields);
        break;
      default:
        for (const json& goal : goals) own_words(goal, fields, reviewed);
        break;
    }
    if (!html()) text_ += "\n";
  }

  static std::string name_of(const std::string& field) {
    return field == "activities" ? "取組内容" : field == "outcomes" ? "取組の成果" : "取組の課題";
  }
  static std::string short_name(const std::string& field) {
    return field == "activities" ? "取組" : field == "outcomes" ? "成果" : "課題";
  }

  // A row an activity; the goal's cell says the goal again, or is empty below its first row.
  std::vector<std::string> activity_row(const json& goal, std::size_t i, const std::vector<std::string>& fields,
                                        bool again) const {
    std::vector<std::string> row = {again || i == 0 ? goal_cell(goal) : ""};
    for (const std::string& field : fields) row.push_back(i < goal[field].size() ? entry(goal[field][i]) : "");
    return row;
  }
  std::string goal_cell(const json& goal) const {
    return (numbered_goals_ ? number(goal) : "") + goal["goal"].get<std::string>();
  }
  static std::size_t rows_of(const json& goal, const std::vector<std::string>& fields) {
    std::size_t most = 0;
    for (const std::string& field : fields) most = std::max(most, goal[field].size());
    return most;
  }
  void activity_rows(const json& goals, const std::vector<std::string>& fields) {
    const bool again = random_.chance(50);
    const bool names = random_.chance(50);
    Rows rows = {{"重点目標"}};
    for (const std::string& field : fields) rows[0].push_back(names ? name_of(field) : short_name(field));
    for (const json& goal : goals) {
      for (std::size_t i = 0; i < rows_of(goal, fields); ++i) rows.push_back(activity_row(goal, i, fields, again));
    }
    rowspans_ = html() && !again;
    put(rows);
  }
  // Both years in one table, which a column tells apart.
  void one_table_of_activities() {
    const std::vector<std::string> fields = {"activities", "outcomes", "challenges"};
    const bool year = random_.chance(50);
    Rows rows = {{year ? "年度" : "区分", "重点目標", "取組内容", "取組の成果", "取組の課題"}};
    for (const char* key : {"review", "goals"}) {
      const bool reviewed = std::string(key) == "review";
      for (json goal : report_[key]) {
        if (!reviewed) goal["outcomes"] = goal["challenges"] = json::array();
        for (std::size_t i = 0; i < rows_of(goal, fields); ++i) {
          rows.push_back(activity_row(goal, i, fields, true));
          rows.back().insert(rows.back().begin(), year ? year_of(reviewed) : section_name(reviewed));
        }
      }
    }
    put(rows);
  }

  // The goals head the columns, the fields the rows.
  void goal_columns(const json& goals, const std::vector<std::string>& fields) {
    const bool heads = random_.chance(50);
    Rows rows;
    if (heads) {
      rows.push_back({random_.chance(50) ? "" : "項目"});
      for (const json& goal : goals) rows.back().push_back("重点目標" + number(goal));
    }
    rows.push_back({heads ? "目標" : "重点目標"});
    for (const json& goal : goals) rows.back().push_back((heads ? "" : number(goal)) + goal["goal"].get<std::string>());
    for (const std::string& field : fields) {
      rows.push_back({name_of(field)});
      for (const json& goal : goals) rows.back().push_back(entries(goal[field], "・"));
    }
    put(rows);
  }

  // Two goals beside each other, each with its own headings.
  void side_by_side(const json& goals, const std::vector<std::string>& fields) {
    const bool pairs = random_.chance(50);
    for (std::size_t i = 0; i < goals.size(); i += 2) {
      const std::size_t lanes = std::min<std::size_t>(2, goals.size() - i);
      Rows rows;
      const auto add = [&](const std::function<std::string(const json&)>& label,
                           const std::function<std::string(const json&)>& value) {
        std::vector<std::string> row, below;
        for (std::size_t k = i; k < i + lanes; ++k) {
          row.push_back(label(goals[k]));
          (pairs ? row : below).push_back(value(goals[k]));
        }
        rows.push_back(row);
        if (!below.empty()) rows.push_back(below);
      };
      add([](const json& goal) { return "重点目標" + number(goal); },
          [](const json& goal) { return goal["goal"].get<std::string>(); });
      for (const std::string& field : fields) {
        add([&](const json&) { return name_of(field); }, [&](const json& goal) { return entries(goal[field], "・"); });
      }
      put(rows);
    }
  }

  // A row an entry, with what it is in columns before it.
  void item_rows() {
    const bool mark_column = marks_ && random_.chance(50);
    Rows rows = {{random_.chance(50) ? "区分" : "年度", "目標番号", "項目"}};
    if (mark_column) rows[0].push_back("番号");
    rows[0].push_back("内容");
    for (const char* key : {"review", "goals"}) {
      const bool reviewed = std::string(key) == "review";
      for (const json& goal : report_[key]) {
        const auto add = [&](const std::string& field, const std::string& mark, const std::string& words) {
          rows.push_back({section_name(reviewed), std::to_string(goal["number"].get<int>()), field});
          if (mark_column) rows.back().push_back(mark);
          rows.back().push_back((mark_column ? "" : mark) + words);
        };
        add("重点目標", "", goal["goal"].get<std::string>());
        for (const char* field : {"activities", "outcomes", "challenges"}) {
          if (!goal.contains(field)) continue;
          for (const json& item : goal[field]) {
            std::string marks;
            for (const json& mark : item["marks"]) marks += base::circled_text(mark.get<int>());
            add(name_of(field), marks, text_of(item));
          }
        }
      }
    }
    put(rows);
  }

  // 【重点目標①】…【取組内容】①…②…, a paragraph a goal.
  void running_text(const json& goal, const std::vector<std::string>& fields) {
    std::string all = "【重点目標" + number(goal) + "】" + goal["goal"].get<std::string>();
    for (const std::string& field : fields) {
      all += "【" + name_of(field) + "】";
      for (const json& item : goal[field]) all += entry(item);
    }
    if (html()) {
      text_ += "<p>" + escaped(all) + "</p>\n";
    } else {
      text_ += wrapped(all, style_.width);
    }
  }

  // 取組内容：the first entry, and the others below it, without marks or bullets.
  void colon_values(const json& goal, const std::vector<std::string>& fields) {
    const std::string colon = random_.one_of({"：", ":", "： "});
    text_ += "重点目標" + std::to_string(goal["number"].get<int>()) + colon + goal["goal"].get<std::string>() + "\n";
    const bool shortly = random_.chance(50);
    for (const std::string& field : fields) {
      text_ += (shortly ? short_name(field) : name_of(field)) + colon + entries(goal[field], "") + "\n";
    }
    text_ += "\n";
  }

  // Each activity with its own outcome and challenge.
  void activity_blocks(const json& goal, const std::vector<std::string>& fields) {
    const std::string name = "重点目標" + number(goal);
    if (html()) {
      put({{name, goal["goal"].get<std::string>()}});
    } else {
      text_ += name + "　" + goal["goal"].get<std::string>() + "\n";
    }
    for (std::size_t i = 0; i < rows_of(goal, fields); ++i) {
      Rows rows;
      for (const std::string& field : fields) {
        if (i >= goal[field].size()) continue;
        const json& item = goal[field][i];
        const bool mark = field == "activities" && !item["marks"].empty();
        rows.push_back({short_name(field) + (mark ? base::circled_text(static_cast<int>(i) + 1) : ""), text_of(item)});
      }
      if (html()) {
        put(rows);
        continue;
      }
      for (const auto& row : rows) text_ += wrapped(row[0] + "　" + row[1], style_.width);
    }
    if (!html()) text_ += "\n";
  }

  void caption(const json& goal, const std::vector<std::string>& fields) {
    Rows rows;
    for (const std::string& field : fields) rows.push_back({name_of(field), entries(goal[field], "・")});
    put_html(rows, "重点目標" + number(goal) + "　" + goal["goal"].get<std::string>());
  }

  void definitions(const json& goal, const std::vector<std::string>& fields) {
    text_ += "<h3>重点目標" + number(goal) + "</h3>\n<p>" + escaped(goal["goal"].get<std::string>()) + "</p>\n<dl>\n";
    for (const std::string& field : fields) {
      text_ += "<dt>" + name_of(field) + "</dt>\n";
      for (const json& item : goal[field]) text_ += "<dd>" + escaped(entry(item)) + "</dd>\n";
    }
    text_ += "</dl>\n";
  }

  // Ⅱ / １　重点目標 / （１）取組内容 / ア …
  void outline(const json& goal, const std::vector<std::string>& fields) {
    static const char* const kana[] = {"ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク"};
    static const char* const digits[] = {"１", "２", "３", "４", "５", "６", "７", "８"};
    const auto of = [](const json& one) { return static_cast<std::size_t>(one["number"].get<int>() - 1); };
    text_ +=
        wrapped(std::string(digits[of(goal)]) + "　重点目標" + number(goal) + "　" + goal["goal"].get<std::string>(),
                style_.width);
    std::size_t label = 0;
    for (const std::string& field : fields) {
      text_ += std::string("（") + digits[label++] + "）" + name_of(field) + "\n";
      for (std::size_t i = 0; i < goal[field].size(); ++i) {
        text_ += wrapped(std::string("　") + kana[i] + "　" + text_of(goal[field][i]), style_.width, "　　");
      }
    }
  }

  // As a newsletter puts it.
  void own_words(const json& goal, const std::vector<std::string>& fields, bool reviewed) {
    text_ +=
        (reviewed ? "☆めざしたこと" : "☆めざすこと") + number(goal) + "\n" + goal["goal"].get<std::string>() + "\n";
    for (const std::string& field : fields) {
      const std::string label = field == "activities" ? (reviewed ? "取り組んだこと" : "取り組むこと")
                                : field == "outcomes" ? "できたこと"
                                                      : "これからの課題";
      text_ += "◆" + label + "\n" + entries(goal[field], "・") + "\n";
    }
    text_ += "\n";
  }

  json& report_;
  const WildStyle& style_;
  const std::vector<WildBlock>& blocks_;
  Random& random_;
  Medium medium_ = Medium::csv;
  bool marks_ = true, numbered_goals_ = false, rowspans_ = false;
  std::string text_;
};

}  // namespace

std::string structured_text(json& report, const std::vector<WildBlock>& blocks, const WildStyle& style,
                            Random& random) {
  return StructureSetter(report, style, blocks, random).set();
}

}  // namespace hub::tests
