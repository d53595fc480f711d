#include "report/read/markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr std::string_view kPassedOver[] = {"script", "style", "head",   "noscript", "template", "nav", "footer",
                                            "aside",  "form",  "button", "select",   "iframe",   "svg", "object"};
constexpr std::string_view kBlocks[] = {"p",       "div",     "li",     "h1",         "h2",    "h3", "h4", "h5",
                                        "h6",      "ul",      "ol",     "dl",         "dt",    "dd", "hr", "pre",
                                        "section", "article", "main",   "blockquote", "table", "tr", "td", "th",
                                        "caption", "address", "header", "figure",     "body"};
constexpr int kDeepest = 200;
constexpr int kWidestSpan = 100;  // rows or columns of one cell

template <class List>
bool is_one_of(const List& list, std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeString {
  void operator()(xmlChar* string) const { xmlFree(string); }
};

class Walker {
 public:
  Walker(LineBuilder& lines, int first_line) : lines_(lines), first_line_(first_line) {}

  void walk(const xmlNode* node, int depth) {
    for (; node; node = node->next) {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) text(*node);
      if (node->type == XML_ELEMENT_NODE && depth < kDeepest) element(*node, depth);
    }
  }
  void end_line(bool closed) {
    if (!trimmed(words_).empty()) lines_.line(words_, {0, first_line_ - 1 + line_}, closed || ends_sentence(words_));
    words_.clear();
  }

 private:
  void text(const xmlNode& node) {
    const std::string_view content(node.content ? reinterpret_cast<const char*>(node.content) : "");
    // Tags that somebody pasted as words (&lt;p&gt;) are tags all the same.
    if (!nested_ && has_tags(content)) {
      end_line(true);
      nested_ = true;
      read_markup(content, line_of(node), lines_);
      nested_ = false;
      return;
    }
    // A place inside a long text is that of its first line with words: libxml2 counts to a text's end.
    int line = line_of(node) - static_cast<int>(std::count(content.begin(), content.end(), '\n'));
    bool broken = false;
    for (const char32_t character : base::decode_utf8(content)) {
      if (character == U'\n') ++line;
      if (character == U'\n' || character == U'\r') {
        broken = true;
      } else if (character == U'\t' || character == U' ') {
        if (!words_.empty() && words_.back() != U' ' && !broken) words_.push_back(U' ');
      } else {
        // A line break in the HTML is a space between Latin words only.
        if (broken && !words_.empty() && words_.back() != U' ' && !is_japanese(words_.back()) &&
            !is_japanese(character)) {
          words_.push_back(U' ');
        }
        if (broken && !words_.empty() && words_.back() == U' ' && is_japanese(character)) words_.pop_back();
        if (words_.empty()) line_ = std::max(line, 1);
        words_.push_back(character);
        broken = false;
      }
    }
  }

  static int line_of(const xmlNode& node) { return static_cast<int>(xmlGetLineNo(&node)); }

  void element(const xmlNode& node, int depth) {
    const std::string_view name(reinterpret_cast<const char*>(node.name));
    if (is_one_of(kPassedOver, name)) return;
    if (name == "br") return end_line(false);
    const bool block = is_one_of(kBlocks, name);
    if (block) end_line(true), lines_.close();
    if (name == "tr") begin_row();
    const bool cell = name == "td" || name == "th";
    if (cell) begin_cell(node);
    if (name == "li") lines_.list_item();
    if (is_heading(name)) lines_.gap();
    const int row = row_;
    const std::size_t column = column_;
    std::vector<int> reach;
    if (cell) reach = reach_;
    if (name == "table") reach_.clear();
    walk(node.children, depth + 1);
    if (block) end_line(true), lines_.close();
    if (name == "table" || is_heading(name)) lines_.gap();
    // A table may stand in a cell.
    if (cell) row_ = row, column_ = column, reach_ = std::move(reach);
    if (name == "table") row_ = 0, lines_.new_cell();
  }

  void begin_row() {
    row_ = lines_.new_row();
    column_ = 0;
    for (int& rows : reach_) rows = std::max(rows - 1, 0);
  }

  // In the first column that no cell of the rows above reaches into (rowspan).
  void begin_cell(const xmlNode& node) {
    while (column_ < reach_.size() && reach_[column_] > 0) ++column_;
    lines_.new_cell(row_, static_cast<int>(column_));
    const int rows = span(node, "rowspan"), columns = span(node, "colspan");
    for (int i = 0; i < columns; ++i, ++column_) {
      if (reach_.size() <= column_) reach_.resize(column_ + 1);
      reach_[column_] = rows;
    }
  }

  static int span(const xmlNode& node, const char* attribute) {
    const std::unique_ptr<xmlChar, FreeString> value(xmlGetProp(&node, reinterpret_cast<const xmlChar*>(attribute)));
    return value ? std::clamp(std::atoi(reinterpret_cast<const char*>(value.get())), 1, kWidestSpan) : 1;
  }

  LineBuilder& lines_;
  int first_line_;
  std::u32string words_;
  int line_ = 1;  // where words_ begins
  int row_ = 0;
  std::size_t column_ = 0;
  std::vector<int> reach_;  // by column, of the cells above: rows from the current one on
  bool nested_ = false;
};

}  // namespace

void read_markup(std::string_view utf8, int first_line, LineBuilder& lines) {
  if (utf8.empty()) return;
  const int options =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  const std::unique_ptr<xmlDoc, FreeDocument> document(
      htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", options));
  if (!document) return;
  Walker walker(lines, first_line);
  walker.walk(xmlDocGetRootElement(document.get()), 0);
  walker.end_line(true);
}

bool has_tags(std::string_view utf8) {
  constexpr std::string_view kTags[] = {"<p>",  "<p ",  "</p>", "<br",   "<li",     "<ol",     "<ul",  "</li",
                                        "</ol", "</ul", "<div", "<span", "<strong", "<table>", "<td>", "<td "};
  return std::any_of(std::begin(kTags), std::end(kTags),
                     [&](std::string_view tag) { return utf8.find(tag) != utf8.npos; });
}

}  // namespace hub::report
