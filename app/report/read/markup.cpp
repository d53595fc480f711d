#include "report/read/markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "report/around/page_parts.h"
#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr int kWidestSpan = 100;  // rows or columns of one cell

// Where a comment, a script or a style sheet that begins here ends; `at` where none does.
std::size_t end_of_other(std::string_view utf8, std::size_t at) {
  struct Other {
    std::string_view begin, end;
  };
  constexpr Other kOthers[] = {
      {"<!--", "-->"}, {"<script", "</"}, {"<style", "</"}, {"<SCRIPT", "</"}, {"<STYLE", "</"}};
  for (const Other& other : kOthers) {
    if (utf8.substr(at, other.begin.size()) != other.begin) continue;
    const std::size_t end = utf8.find(other.end, at + other.begin.size());
    return end == utf8.npos ? utf8.size() : end;
  }
  return at;
}

// What begins here is a word of a tag: a name, = or a value.
bool begins_word(std::string_view utf8, std::size_t at) {
  constexpr std::string_view kBetween = " \t\r\n\f/=\"'";
  const bool inside = kBetween.find(utf8[at]) == kBetween.npos;
  return inside && kBetween.find(utf8[at - 1]) != kBetween.npos;
}

// libxml2 looks at each attribute once for each that stands before it, and takes much room for each element: how many
// there are is counted before it is asked. A name and its value are two words.
std::optional<Refusal> excess_of_tags(std::string_view utf8) {
  std::size_t elements = 0;
  for (std::size_t at = utf8.find('<'); at < utf8.size(); at = utf8.find('<', at)) {
    if (const std::size_t end = end_of_other(utf8, at); end > at) {
      at = end;
      continue;
    }
    if (++elements > 2 * kMostElements) return Refusal::elements;  // most have an end of their own
    std::size_t words = 0;
    char quote = '\0';
    for (++at; at < utf8.size() && (quote != '\0' || (utf8[at] != '>' && utf8[at] != '<')); ++at) {
      const char c = utf8[at];
      if (quote == '\0' && (c == '"' || c == '\'') && utf8[at - 1] == '=') {
        quote = c;
        ++words;
      } else if (c == quote) {
        quote = '\0';
      } else if (quote == '\0' && begins_word(utf8, at)) {
        ++words;
      }
      if (words > 2 * kMostAttributes) return Refusal::attributes;
    }
  }
  return std::nullopt;
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_emphasis(std::string_view name) {
  constexpr std::string_view kNames[] = {"b", "strong", "em", "span", "u", "font", "mark", "big"};
  return std::ranges::find(kNames, name) != std::end(kNames);
}

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeString {
  void operator()(xmlChar* string) const { xmlFree(string); }
};

class Walker {
 public:
  Walker(const xmlNode* root, LineBuilder& lines, int first_line)
      : parts_(root), lines_(lines), first_line_(first_line) {}

  void walk(const xmlNode* node, std::size_t depth) {
    for (; node && !lines_.refused(); node = node->next) {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) text(*node);
      if (node->type != XML_ELEMENT_NODE) continue;
      if (depth >= kDeepest) lines_.refuse(Refusal::nesting);
      element(*node, depth);
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

  // <b>課題</b>を…: a word of a sentence.
  static bool goes_on(const xmlNode& node) {
    constexpr std::u32string_view kParticles = U"をがはにのともでやへ、。・」";
    const xmlNode* next = node.next;
    if (!next || next->type != XML_TEXT_NODE || !next->content) return false;
    const std::u32string words = base::decode_utf8(reinterpret_cast<const char*>(next->content));
    return !words.empty() && kParticles.find(words.front()) != kParticles.npos;
  }

  Place place_of(const xmlNode& node) const { return {0, first_line_ - 1 + std::max(line_of(node), 1)}; }

  // All words of an element, each of its blocks for itself; `words`: of the block so far.
  void leave_out(LeftOut::Why why, const xmlNode& element, std::size_t depth, std::u32string& words) {
    if (depth >= kDeepest) return lines_.refuse(Refusal::nesting);
    // Brackets around a reading are its own.
    if (why == LeftOut::Why::reading && std::string_view(reinterpret_cast<const char*>(element.name)) == "rp") return;
    for (const xmlNode* node = element.children; node; node = node->next) {
      if (node->type == XML_TEXT_NODE) {
        words += base::decode_utf8(node->content ? reinterpret_cast<const char*>(node->content) : "");
      }
      if (node->type != XML_ELEMENT_NODE) continue;
      const std::string_view name(reinterpret_cast<const char*>(node->name));
      // <rt>さん<rb>加: a base that nobody has closed the reading before.
      if (why == LeftOut::Why::reading && name == "rb") {
        walk(node->children, depth + 1);
        continue;
      }
      if (PageParts::has_no_words(name)) continue;
      const bool block = PageParts::is_block(name) || name == "br";
      if (block) lines_.leave_out(why, std::exchange(words, {}), place_of(*node));
      leave_out(why, *node, depth + 1, words);
      if (block) lines_.leave_out(why, std::exchange(words, {}), place_of(*node));
    }
  }

  static int line_of(const xmlNode& node) { return static_cast<int>(xmlGetLineNo(&node)); }

  void element(const xmlNode& node, std::size_t depth) {
    const std::string_view name(reinterpret_cast<const char*>(node.name));
    if (PageParts::has_no_words(name)) return;
    if (name == "br") return end_line(false);
    const bool block = PageParts::is_block(name);
    if (const auto why = parts_.why_left_out(node)) {
      if (block) end_line(true), lines_.close();
      std::u32string words;
      leave_out(*why, node, depth, words);
      return lines_.leave_out(*why, words, place_of(node));
    }
    // <b>成果</b> 41回ひらき…: a heading before its words.
    if (!block && is_emphasis(name) && trimmed(words_).empty() && PageParts::is_label(node) && !goes_on(node)) {
      end_line(true);
      walk(node.children, depth + 1);
      return end_line(true);
    }
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
    for (int i = 0; i < columns && column_ < kMostColumns; ++i, ++column_) {
      if (reach_.size() <= column_) reach_.resize(column_ + 1);
      reach_[column_] = rows;
    }
  }

  static int span(const xmlNode& node, const char* attribute) {
    const std::unique_ptr<xmlChar, FreeString> value(xmlGetProp(&node, reinterpret_cast<const xmlChar*>(attribute)));
    return value ? std::clamp(std::atoi(reinterpret_cast<const char*>(value.get())), 1, kWidestSpan) : 1;
  }

  PageParts parts_;
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
  if (utf8.empty() || lines.refused()) return;
  if (const auto excess = excess_of_tags(utf8)) return lines.refuse(*excess);
  const int options =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  const std::unique_ptr<xmlDoc, FreeDocument> document(
      htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", options));
  if (!document) return;
  const xmlNode* root = xmlDocGetRootElement(document.get());
  Walker walker(root, lines, first_line);
  walker.walk(root, 0);
  walker.end_line(true);
}

bool has_tags(std::string_view utf8) {
  constexpr std::string_view kTags[] = {"<p>",  "<p ",  "</p>",   "<br",  "<li",   "<ol",     "<ul",
                                        "</li", "</ol", "</ul",   "<div", "<span", "<strong", "<table>",
                                        "<td>", "<td ", "<ruby>", "<rt>", "<del>", "</del>"};
  return std::any_of(std::begin(kTags), std::end(kTags),
                     [&](std::string_view tag) { return utf8.find(tag) != utf8.npos; });
}

}  // namespace hub::report
