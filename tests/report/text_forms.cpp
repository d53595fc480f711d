#include "text_forms.h"

#include <utility>

#include "base/utf8.h"
#include "text_parts.h"

namespace hub::tests {

namespace {

using nlohmann::json;
using std::string;
using std::vector;

unsigned any(std::mt19937& random, unsigned count) { return static_cast<unsigned>(random() % count); }

string hanging_pipes(const Parts& parts) {
  string text = join(parts.title, "\n") + "\n";
  bool first = true;
  for (const Block& block : parts.blocks) {
    text += block.label + (block.section ? "\n" : " |\n");
    if (block.section) continue;
    text += join(block.lines, "\n") + (block.lines.size() > 1 ? "\n|\n" : " |\n");
    if (std::exchange(first, false)) text += "---|---|\n";
  }
  return text;
}

string in_brackets(const string& label) { return label.starts_with("【") ? label : "【" + label + "】"; }

// Sentences of the goals' part cut in two by an empty line, at the end of a page.
string torn(const Parts& parts, std::mt19937& random) {
  string text = join(parts.title, "\n") + "\n\n";
  bool goals = false;
  for (const Block& block : parts.blocks) {
    goals = goals || block.section;
    text += block.label + "\n";
    for (const string& line : block.lines) {
      const std::u32string words = base::decode_utf8(line);
      if (!goals || words.size() < 12 || any(random, 4) > 0) {
        text += line + "\n";
        continue;
      }
      const std::size_t at = 4 + any(random, static_cast<unsigned>(words.size() - 7));
      text += base::encode_utf8(words.substr(0, at)) + (any(random, 2) ? "\n\n" : "\n\f\n") +
              base::encode_utf8(words.substr(at)) + "\n";
    }
    text += "\n";
  }
  return text;
}

const vector<TextForm> kForms = {
    {"plain",
     [](const json& r, std::mt19937&) {
       return FormedText{plain(parts_of(r)), r};
     }},
    {"Markdown headings and lists",
     [](const json& r, std::mt19937&) {
       const Parts parts = parts_of(r, "");
       string text = "# " + join(parts.title, "\n\n## ") + "\n\n";
       for (const Block& block : parts.blocks) {
         text += (block.section ? "## " : "### ") + block.label + "\n\n";
         const bool list = block.lines.size() > 1 || block.label.starts_with("取組");
         for (const string& line : block.lines) text += (list && !line.starts_with("1") ? "- " : "") + line + "\n";
         text += "\n";
       }
       return FormedText{text, r};
     }},
    {"Markdown with bold headings and hard breaks",
     [](const json& r, std::mt19937&) {
       const Parts parts = parts_of(r, "* ");
       string text = "**" + join(parts.title, "**\\\n**") + "**\n\n";
       for (const Block& block : parts.blocks) {
         text += "**" + block.label + "**\n\n";
         text += join(block.lines, "\\\n") + "\n\n---\n\n";
       }
       return FormedText{text, r};
     }},
    {"Markdown table",
     [](const json& r, std::mt19937&) {
       const Parts parts = parts_of(r);
       string text = "# " + join(parts.title, "\n# ") + "\n\n| 項目 | 内容 |\n| --- | :--- |\n";
       for (const Block& block : parts.blocks) text += "| " + block.label + " | " + join(block.lines, "<br>") + " |\n";
       return FormedText{text, r};
     }},
    {"Markdown table without outer pipes",
     [](const json& r, std::mt19937&) {
       const Parts parts = parts_of(r);
       string text = join(parts.title, "\n") + "\n\n";
       bool first = true;
       for (const Block& block : parts.blocks) {
         text += block.label + " | " + join(block.lines, "<br>") + "\n";
         if (std::exchange(first, false)) text += "---|---\n";
       }
       return FormedText{text, r};
     }},
    {"Markdown table, a row a goal",
     [](const json& r, std::mt19937&) {
       return FormedText{with_tables(r, pipe_table), r};
     }},
    {"hanging pipes, right",
     [](const json& r, std::mt19937&) {
       return FormedText{hanging_pipes(parts_of(r)), r};
     }},
    {"hanging pipes, right, shared",
     [](const json& r, std::mt19937&) {
       const json expected = without_marks(r);
       return FormedText{hanging_pipes(shared_parts_of(expected)), expected};
     }},
    {"CSV, shared",
     [](const json& r, std::mt19937&) {
       const json expected = without_marks(r);
       return FormedText{sheet(shared_parts_of(expected), ',', false, "\n"), expected};
     }},
    {"one line, shared",
     [](const json& r, std::mt19937&) {
       const json expected = without_marks(r);
       return FormedText{join(all_lines(shared_parts_of(expected)), " "), expected};
     }},
    {"one line without any space",
     [](const json& r, std::mt19937&) {
       const Parts parts = parts_of(r);
       string text = join(parts.title, "");
       for (const Block& block : parts.blocks) {
         const bool names = block.label == "事業の実施者";
         text += block.label + join(block.lines, names ? "　" : "");
       }
       return FormedText{text, r};
     }},
    {"one line, headings in brackets",
     [](const json& r, std::mt19937&) {
       const Parts parts = parts_of(r);
       string text = join(parts.title, " ");
       for (const Block& block : parts.blocks) text += " " + in_brackets(block.label) + join(block.lines, " ");
       return FormedText{text, r};
     }},
    {"a line a goal, headings before colons",
     [](const json& r, std::mt19937&) {
       const Parts parts = parts_of(r);
       string text = join(parts.title, "\n");
       for (const Block& block : parts.blocks) {
         const bool begins = block.label.find("重点目標") != string::npos || block.label.find("取組") == string::npos;
         text += (begins ? "\n" : " ") + block.label + (block.section ? "" : "：") + join(block.lines, " ");
       }
       return FormedText{text + "\n", r};
     }},
    {"torn over empty lines",
     [](const json& r, std::mt19937& random) {
       return FormedText{torn(parts_of(r), random), r};
     }},
    {"CSV of one column",
     [](const json& r, std::mt19937&) {
       string text;
       for (const string& line : all_lines(parts_of(r))) text += "\"" + line + "\"\r\n";
       return FormedText{text, r};
     }},
    {"CSV with numbered rows",
     [](const json& r, std::mt19937&) {
       const Parts parts = parts_of(r);
       string text = "番号,項目,内容\n";
       text = join(parts.title, ",,\n") + ",,\n" + text;
       int number = 0;
       for (const Block& block : parts.blocks)
         text += std::to_string(++number) + "," + block.label + ",\"" + join(block.lines, "\n") + "\"\n";
       return FormedText{text, r};
     }},
    {"an empty line with a space after each",
     [](const json& r, std::mt19937& random) {
       return FormedText{wrapped_text(parts_of(r), 18 + any(random, 24), "\r\n　\r\n", ""), r};
     }},
    {"lines without bullets and full stops",
     [](const json& r, std::mt19937&) {
       const json expected = without_stops(without_marks(r));
       return FormedText{plain(parts_of(expected, "")), expected};
     }},
    {"CSV without bullets and full stops",
     [](const json& r, std::mt19937&) {
       const json expected = without_stops(without_marks(r));
       return FormedText{sheet(parts_of(expected, ""), ',', false, "\n"), expected};
     }},
    {"hanging numbers without full stops",
     [](const json& r, std::mt19937& random) {
       const json expected = without_stops(r);
       return FormedText{hanging(parts_of(expected, "○"), 20 + any(random, 14), "　", "○"), expected};
     }},
    {"nested Markdown lists",
     [](const json& r, std::mt19937&) {
       const Parts parts = parts_of(r, "");
       string text = "# " + join(parts.title, "\n# ") + "\n\n";
       for (const Block& block : parts.blocks) {
         text += "- **" + block.label + "**\n";
         for (const string& line : block.lines) text += "  - " + line + "\n";
       }
       return FormedText{text, r};
     }},
    {"drawn box, shared",
     [](const json& r, std::mt19937& random) {
       const json expected = without_marks(r);
       return FormedText{drawn_pairs(shared_parts_of(expected), kBox, 20 + any(random, 20)), expected};
     }},
    {"hanging pipes, a row a goal",
     [](const json& r, std::mt19937&) {
       return FormedText{with_tables(r,
                                     [](const GoalTable& table) {
                                       string text = join(table.head, " | ") + " |\n";
                                       for (std::size_t i = 0; i < table.head.size(); ++i) text += "---|";
                                       text += "\n";
                                       for (const auto& row : table.rows) {
                                         for (const auto& cell : row)
                                           text += join(cell, "\n") + (cell.size() > 1 ? "\n| " : " | ");
                                         text += "\n";
                                       }
                                       return text;
                                     }),
                         r};
     }},
    {"hanging pipes, between",
     [](const json& r, std::mt19937&) {
       const Parts parts = parts_of(r);
       string text = join(parts.title, "\n") + "\n\n";
       bool first = true;
       for (const Block& block : parts.blocks) {
         if (block.section) {
           text += "\n" + block.label + "\n\n";
           first = true;
           continue;
         }
         text += block.label + " | " + join(block.lines, "  \n") + "\n";
         if (std::exchange(first, false)) text += "---|---  \n";
       }
       return FormedText{text, r};
     }},
    {"hanging pipes with paragraphs",
     [](const json& r, std::mt19937&) {
       const Parts parts = parts_of(r);
       string text = join(parts.title, "\n") + "\n\n";
       bool first = true;
       for (const Block& block : parts.blocks) {
         if (block.section) {
           text += "\n" + block.label + "\n\n";
           first = true;
           continue;
         }
         text += block.label + "\n\n| \n\n" + join(block.lines, "\n\n") + "  \n";
         if (std::exchange(first, false)) text += "---|---  \n";
         text += "\n";
       }
       return FormedText{text, r};
     }},
    {"CSV",
     [](const json& r, std::mt19937&) {
       return FormedText{sheet(parts_of(r), ',', false, "\n"), r};
     }},
    {"CSV, all cells quoted, CRLF",
     [](const json& r, std::mt19937&) {
       return FormedText{sheet(parts_of(r), ',', true, "\r\n"), r};
     }},
    {"CSV, a row a line",
     [](const json& r, std::mt19937&) {
       return FormedText{sheet_of_lines(parts_of(r), ','), r};
     }},
    {"CSV, a row a goal",
     [](const json& r, std::mt19937&) {
       return FormedText{with_tables(r, [](const GoalTable& table) { return delimited_table(table, ','); }), r};
     }},
    {"semicolons",
     [](const json& r, std::mt19937&) {
       return FormedText{sheet(parts_of(r), ';', false, "\n"), r};
     }},
    {"TSV as pasted from Excel",
     [](const json& r, std::mt19937&) {
       return FormedText{sheet(parts_of(r), '\t', false, "\r\n"), r};
     }},
    {"TSV, a row a line",
     [](const json& r, std::mt19937&) {
       return FormedText{sheet_of_lines(parts_of(r), '\t'), r};
     }},
    {"TSV, a row a goal",
     [](const json& r, std::mt19937&) {
       return FormedText{with_tables(r, [](const GoalTable& table) { return delimited_table(table, '\t'); }), r};
     }},
    {"drawn box",
     [](const json& r, std::mt19937& random) {
       return FormedText{drawn_pairs(parts_of(r), kBox, 20 + any(random, 20)), r};
     }},
    {"drawn box of ASCII",
     [](const json& r, std::mt19937& random) {
       return FormedText{drawn_pairs(parts_of(r), kAscii, 20 + any(random, 20)), r};
     }},
    {"drawn box, a row a goal",
     [](const json& r, std::mt19937& random) {
       const std::size_t width = 12 + any(random, 10);
       return FormedText{with_tables(r, [&](const GoalTable& table) { return drawn_table(table, kBox, width); }), r};
     }},
    {"one line",
     [](const json& r, std::mt19937&) {
       return FormedText{join(all_lines(parts_of(r)), " "), r};
     }},
    {"one line, wide spaces",
     [](const json& r, std::mt19937&) {
       return FormedText{join(all_lines(parts_of(r)), "　") + "\n", r};
     }},
    {"a line a section",
     [](const json& r, std::mt19937&) {
       const Parts parts = parts_of(r);
       string text = join(parts.title, " ");
       for (const Block& block : parts.blocks)
         text += (block.section ? "\n" : " ") + block.label + " " + join(block.lines, " ");
       return FormedText{text + "\n", r};
     }},
    {"an empty line after each",
     [](const json& r, std::mt19937& random) {
       return FormedText{wrapped_text(parts_of(r), 18 + any(random, 24), "\n\n", ""), r};
     }},
    {"an empty line after each, two after a block",
     [](const json& r, std::mt19937& random) {
       return FormedText{wrapped_text(parts_of(r), 18 + any(random, 24), "\n\n", "\n"), r};
     }},
    {"an empty line after each paragraph",
     [](const json& r, std::mt19937&) {
       return FormedText{wrapped_text(parts_of(r), 9999, "\n\n", ""), r};
     }},
    {"quoted in a mail",
     [](const json& r, std::mt19937& random) {
       string text = "○○様\n\n11/20 に届いた報告書です。\n\n";
       const string words = wrapped_text(parts_of(r), 30 + any(random, 8), "\n", "\n");
       text += "> " + replaced(words, "\n", "\n> ");
       return FormedText{text + "\n", r};
     }},
    {"numbered by an editor",
     [](const json& r, std::mt19937&) {
       string text;
       int number = 0;
       string line;
       for (const char c : plain(parts_of(r))) {
         if (c != '\n') {
           line += c;
           continue;
         }
         string head = std::to_string(++number);
         text += string(6 - head.size(), ' ') + head + "\t" + line + "\n";
         line.clear();
       }
       return FormedText{text, r};
     }},
    {"hanging bullets",
     [](const json& r, std::mt19937& random) {
       return FormedText{hanging(parts_of(r, "•"), 20 + any(random, 14), "  ", "•"), r};
     }},
    {"hanging bullets without full stops",
     [](const json& r, std::mt19937& random) {
       const json expected = without_stops(r);
       return FormedText{hanging(parts_of(expected, "•"), 20 + any(random, 14), "  ", "•"), expected};
     }},
    {"hanging ・ without full stops",
     [](const json& r, std::mt19937& random) {
       const json expected = without_stops(r);
       return FormedText{hanging(parts_of(expected, "・"), 20 + any(random, 14), "", "・"), expected};
     }},
    {"wrapped bullets without full stops",
     [](const json& r, std::mt19937& random) {
       const json expected = without_stops(r);
       return FormedText{wrapped_text(parts_of(expected, "・"), 20 + any(random, 14), "\n", "\n"), expected};
     }},
    {"CSV without full stops",
     [](const json& r, std::mt19937&) {
       const json expected = without_stops(r);
       return FormedText{sheet(parts_of(expected), ',', false, "\n"), expected};
     }},
    {"one line without full stops",
     [](const json& r, std::mt19937&) {
       const json expected = without_stops(r);
       return FormedText{join(all_lines(parts_of(expected)), " "), expected};
     }},
    {"spaced headings",
     [](const json& r, std::mt19937&) {
       Parts parts = parts_of(r);
       for (Block& block : parts.blocks) block.label = spaced(block.label, " ");
       return FormedText{plain(parts), r};
     }},
    {"spaced headings, wide",
     [](const json& r, std::mt19937&) {
       Parts parts = parts_of(r);
       for (Block& block : parts.blocks) block.label = spaced(block.label, "　");
       return FormedText{plain(parts), r};
     }},
    {"every other line spaced",
     [](const json& r, std::mt19937& random) {
       string text;
       for (const string& line : all_lines(parts_of(r))) text += (any(random, 2) ? spaced(line, " ") : line) + "\n";
       return FormedText{text, r};
     }},
    {"headings and wide spaces before their words",
     [](const json& r, std::mt19937&) {
       const Parts parts = parts_of(r);
       string text = join(parts.title, "\n") + "\n\n";
       for (const Block& block : parts.blocks) {
         const string first = block.lines.empty() ? "" : "　" + block.lines.front();
         text += block.label + first + "\n";
         for (std::size_t i = 1; i < block.lines.size(); ++i)
           text += string(block.label.size() / 3, ' ') + "　" + block.lines[i] + "\n";
         text += "\n";
       }
       return FormedText{text, r};
     }},
};

}  // namespace

const vector<TextForm>& text_forms() { return kForms; }

}  // namespace hub::tests
