#include "wild_style.h"

#include "base/utf8.h"

namespace hub::tests {

namespace {

using Form = WildKind;

std::string replaced(std::string words, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = words.find(what, at)) != std::string::npos; at += with.size())
    words.replace(at, what.size(), with);
  return words;
}
std::string joined(const std::vector<std::string>& entries, const std::string& between) {
  std::string all;
  for (const std::string& entry : entries) all += (all.empty() ? "" : between) + entry;
  return all;
}

class FormSetter {
 public:
  FormSetter(const std::vector<WildBlock>& blocks, const WildStyle& style, Random& random)
      : blocks_(blocks), style_(style), random_(random) {}

  std::string set() {
    switch (style_.form) {
      case Form::lines:
        lines();
        break;
      case Form::blank_after_each:
        lines();
        text_ = replaced(text_, "\n", "\n\n");
        break;
      case Form::one_line:
        lines();
        text_ = replaced(replaced(text_, "\n\n", "\n"), "\n", " ");
        break;
      case Form::flow_text:
        flow_text();
        break;
      case Form::pipes:
        pipes();
        break;
      case Form::pipe_rows:
        pipe_rows();
        break;
      case Form::markdown:
        markdown();
        break;
      case Form::csv:
        rows(",", ",");
        break;
      case Form::tsv:
        rows("\t", "");
        break;
      case Form::csv_columns:
        csv_columns();
        break;
      case Form::table:
        html(true);
        break;
      case Form::flow_html:
        html(false);
        break;
      default:
        break;  // no form, or a structure
    }
    return std::move(text_);
  }

 private:
  void put(const std::string& paragraph) {
    const std::u32string words = base::decode_utf8(paragraph);
    std::u32string line;
    for (const char32_t c : words) {
      const bool may_not_begin = std::u32string_view(U"、。」）ーっゃゅょ・").find(c) != std::u32string_view::npos;
      if (style_.width > 0 && line.size() >= style_.width && !may_not_begin && c != U'\n') {
        text_ += base::encode_utf8(line) + "\n";
        line = style_.hanging ? U"    " : U"";
      }
      line.push_back(c);
    }
    text_ += base::encode_utf8(line) + "\n";
  }

  void lines() {
    const bool blank = random_.chance(60);
    for (const WildBlock& block : blocks_) {
      if (!block.label.empty()) text_ += block.label + "\n";
      for (const std::string& entry : block.entries) put(entry);
      if (blank || block.heads_section) text_ += "\n";
    }
  }

  // Labels and their first value on one line.
  void flow_text() {
    const std::string colon = random_.one_of({" ", "：", "　"});
    for (const WildBlock& block : blocks_) {
      if (block.label.empty() || block.entries.empty()) {
        text_ += block.label + joined(block.entries, "\n") + "\n";
        continue;
      }
      text_ += block.label + colon + joined(block.entries, "\n") + "\n";
    }
  }

  // 取組内容 | / ① … / ② … / |
  void pipes() {
    for (const WildBlock& block : blocks_) {
      if (block.label.empty() || block.entries.empty()) {
        text_ += block.label + joined(block.entries, "\n") + "\n";
        continue;
      }
      text_ += block.label + " |\n" + joined(block.entries, "\n") + (block.entries.size() > 1 ? "\n|\n" : " |\n");
    }
  }
  void pipe_rows() {
    for (const WildBlock& block : blocks_) {
      if (block.label.empty() || block.entries.empty()) {
        text_ += block.label + joined(block.entries, "\n") + "\n";
        continue;
      }
      text_ += "| " + block.label + " | " + joined(block.entries, " ") + " |\n";
    }
  }

  void markdown() {
    for (const WildBlock& block : blocks_) {
      if (block.label.empty()) {
        text_ += "# " + joined(block.entries, "\n") + "\n\n";
      } else if (block.heads_section) {
        text_ += "\n## " + block.label + "\n\n| 項目 | 内容 |\n|---|---|\n";
      } else {
        if (text_.ends_with("\n\n")) text_ += "| 項目 | 内容 |\n|:--|:--|\n";
        text_ += "| **" + replaced(block.label, "\n", "") + "** | " + joined(block.entries, "<br>") + " |\n";
      }
    }
  }

  static std::string quoted(const std::string& words) {
    const bool needed = words.find_first_of(",\n\t\"") != std::string::npos;
    return needed ? "\"" + replaced(words, "\"", "\"\"") + "\"" : words;
  }
  void rows(const std::string& comma, const std::string& end) {
    for (const WildBlock& block : blocks_) {
      if (block.label.empty() || block.entries.empty()) {
        text_ += quoted(block.label + joined(block.entries, "\n")) + end + "\n";
      } else {
        text_ += quoted(block.label) + comma + quoted(joined(block.entries, "\n")) + "\n";
      }
    }
  }

  // A row a goal: the goals' labels head the columns.
  void csv_columns() {
    std::string row, heads;
    bool in_section = false;
    const auto end_row = [&] {
      if (!row.empty()) text_ += row + "\n";
      row.clear();
    };
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const WildBlock& block = blocks_[i];
      if (block.heads_section) {
        end_row();
        in_section = true;
        const bool reviewed = i + 4 < blocks_.size() && blocks_[i + 3].label.find("成果") != std::string::npos;
        text_ += block.label + "\n重点目標," + blocks_[i + 2].label + (reviewed ? ",取組の成果,取組の課題" : "") + "\n";
      } else if (!in_section) {
        text_ += block.label.empty() ? quoted(joined(block.entries, "\n")) + "\n"
                                     : quoted(block.label) + "," + quoted(joined(block.entries, "\n")) + "\n";
      } else if (block.label.find("重点目標") != std::string::npos) {
        end_row();
        const std::u32string label = base::decode_utf8(block.label);
        row = quoted(base::encode_utf8(label.substr(label.size() - 1)) + joined(block.entries, "\n"));
      } else {
        row += "," + quoted(joined(block.entries, "\n"));
      }
    }
    end_row();
  }

  static std::string escaped(const std::string& words) { return replaced(replaced(words, "<", "&lt;"), "\n", "<br>"); }
  void html(bool table) {
    text_ = "<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\"><title>重点目標</title></head><body>\n";
    bool open = false;
    const auto close = [&] {
      if (open) text_ += "</table>\n";
      open = false;
    };
    for (const WildBlock& block : blocks_) {
      if (block.label.empty() || block.heads_section) {
        close();
        text_ += "<h2>" + escaped(block.label + joined(block.entries, "\n")) + "</h2>\n";
      } else if (table) {
        if (!std::exchange(open, true)) text_ += "<table>\n";
        text_ +=
            "<tr><th>" + escaped(block.label) + "</th><td>" + escaped(joined(block.entries, "\n")) + "</td></tr>\n";
      } else {
        text_ += "<p>" + escaped(block.label) + "<br>" + escaped(joined(block.entries, "\n")) + "</p>\n";
      }
    }
    close();
    text_ += "</body></html>\n";
  }

  const std::vector<WildBlock>& blocks_;
  const WildStyle& style_;
  Random& random_;
  std::string text_;
};

}  // namespace

std::string wild_text(const std::vector<WildBlock>& blocks, const WildStyle& style, Random& random) {
  return FormSetter(blocks, style, random).set();
}

}  // namespace hub::tests
