// What pdftotext -bbox-layout prints, lines of words with their positions in points, → lines.
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "report/around/left_out.h"
#include "report/around/page_edges.h"
#include "report/read/columns.h"
#include "report/read/grid.h"
#include "report/read/line_builder.h"
#include "report/read/page_stamps.h"
#include "report/read/read.h"
#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"

namespace hub::report {

namespace {

constexpr double kColumnGap_em = 1.4;    // words further apart stand in different columns
constexpr double kWideSpace_em = 0.45;   // of a proportional U+3000; a half-width space is narrower
constexpr double kSpace_em = 0.12;       // nearer words touch
constexpr double kHighestLine_em = 3.2;  // more is space between paragraphs
constexpr double kSameEdge_em = 0.3;
constexpr double kOtherBaseline = 0.06;  // of a line's height
constexpr int kFewestAtEdge = 6;         // lines that begin at one edge are a column
constexpr double kSameLine = 0.3;        // of an em or a line: words whose middles are nearer stand on one line
constexpr double kMargin = 0.08;         // of the page: where its number stands

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeString {
  void operator()(xmlChar* string) const { xmlFree(string); }
};

std::string_view name_of(const xmlNode& node) { return reinterpret_cast<const char*>(node.name); }

double number(xmlNode* node, const char* attribute) {
  const std::unique_ptr<xmlChar, FreeString> value(xmlGetProp(node, reinterpret_cast<const xmlChar*>(attribute)));
  return value ? std::strtod(reinterpret_cast<const char*>(value.get()), nullptr) : 0;
}

// Words whose place is no number, or far from any page, are shown to nobody.
bool is_on_paper(const Fragment& word) {
  constexpr double kFarthest_pt = 100'000;
  const double edges[] = {word.left, word.right, word.top, word.bottom};
  return std::ranges::all_of(edges, [](double edge) { return std::abs(edge) <= kFarthest_pt; });
}

double middle_of(const Fragment& word) { return (word.top + word.bottom) / 2; }

// The width of a character: boxes are as high as the font's lines, which says little of its size.
std::optional<double> advance(const Fragment& word) {
  const auto japanese = std::ranges::count_if(word.words, is_japanese);
  if (japanese < 4 || japanese != static_cast<std::ptrdiff_t>(word.words.size())) return std::nullopt;
  return (word.right - word.left) / static_cast<double>(japanese);
}

// The value that `share` of all are below.
double quantile(std::vector<double> values, double share, double otherwise) {
  if (values.empty()) return otherwise;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::ranges::nth_element(values, at);
  return *at;
}

// Words that stand near each other on a line become one fragment, whatever the unit of length.
class WordJoiner {
 public:
  // em: of the page; edges: where pdftotext's lines begin on it.
  WordJoiner(double em, std::vector<double> edges) : em_(em), edges_(std::move(edges)) { std::ranges::sort(edges_); }

  std::vector<Fragment> join(std::vector<Fragment> words) const {
    std::ranges::stable_sort(words, {}, &Fragment::left);
    std::vector<Fragment> joined;
    for (Fragment& word : words) {
      if (joined.empty() || stands_apart(joined.back(), word) ||
          (joined.size() == 1 && after_year(joined.back(), word))) {
        joined.push_back(std::move(word));
        continue;
      }
      Fragment& last = joined.back();
      const double gap = gap_between(last, word);
      const bool japanese = is_japanese(last.words.back()) || is_japanese(word.words.front());
      if (gap >= kWideSpace_em && japanese) {
        last.words.push_back(U'　');
      } else if (gap >= kSpace_em && (!ascii_meets_other(last.words.back(), word.words.front()) || is_number(last))) {
        last.words.push_back(U' ');
      }
      last.words += word.words;
      last.right = std::max(last.right, word.right);
      last.box = united(last.box, word.box);
    }
    return joined;
  }

 private:
  double em_of(const Fragment& word) const { return std::max(advance(word).value_or(em_), 0.1 * em_); }
  double gap_between(const Fragment& last, const Fragment& word) const {
    return (word.left - last.right) / em_of(word);
  }
  static bool is_number(const Fragment& last) { return find_line_start(last.words).length == last.words.size(); }

  // A narrow column's words may nearly touch the next column, which begins at one edge.
  bool stands_apart(const Fragment& last, const Fragment& word) const {
    const double gap = gap_between(last, word);
    if (word.apart || gap >= kColumnGap_em) return true;
    const bool digits = gap < kWideSpace_em && ascii_meets_other(last.words.back(), word.words.front());
    return gap > 0 && !is_number(last) && ((is_edge(word.left) && !digits) || after_heading(last, word));
  }

  // The beginning of a heading, and words that do not stand on quite the same line.
  static bool after_heading(const Fragment& last, const Fragment& word) {
    const std::u32string before = fold(last.words);
    const double height = word.bottom - word.top;
    const bool apart = word.first || std::abs(middle_of(word) - middle_of(last)) > kOtherBaseline * height;
    // A year's digits have another face: 令和 5 年４月１日.
    const bool era = before.starts_with(U"令和") || before.starts_with(U"平成");
    const char32_t next = word.words.front();
    const bool year = era && (is_digit(next) || next == U'元' || next == U'年');
    return apart && (parse_label(before) || (may_become_label(before) && !year));
  }

  // 令和, 7年, 度 below each other in a narrow first column, and the text beside them.
  bool after_year(const Fragment& last, const Fragment& word) const {
    std::u32string before = fold(last.words);
    const bool rest = before.ends_with(U'年') || before.ends_with(U'度');
    if (rest && before.find_first_not_of(U"0123456789年度") == before.npos) before.insert(0, U"令和");
    const bool year = may_become_label(before) && (before.starts_with(U"令和") || before.starts_with(U"平成"));
    const bool text = !is_digit(word.words.front()) && word.words.front() < 0xFF00 && word.words.front() != U'元';
    return year && text && gap_between(last, word) >= kWideSpace_em;
  }

  // Word processors set 20年 with a little space around the 20 that nobody typed.
  static bool ascii_meets_other(char32_t a, char32_t b) { return (a < 0x80) != (b < 0x80); }

  bool is_edge(double left) const {
    const double near = kSameEdge_em * em_;
    const auto at = std::ranges::lower_bound(edges_, left);
    int count = 0;
    for (auto edge = at; edge != edges_.end() && std::abs(*edge - left) < near && count < kFewestAtEdge; ++edge)
      ++count;
    for (auto edge = at; edge != edges_.begin() && std::abs(*(edge - 1) - left) < near && count < kFewestAtEdge; --edge)
      ++count;
    return count >= kFewestAtEdge;
  }

  double em_;
  std::vector<double> edges_;
};

// Pages follow each other as one long sheet, without their margins: in em and lines.
class Sheet {
 public:
  void read(xmlNode* node) {
    for (; node && !refused_; node = node->next) {
      if (node->type != XML_ELEMENT_NODE) continue;
      const std::string_view name = name_of(*node);
      if (name == "page") {
        page(node);
      } else if (name == "line") {
        line(node);
      } else {
        read(node->children);
      }
    }
  }
  void end() {
    if (refused_) return;
    for (Page& page : pages_) set_lines(page);
    leave_out_edges();
    for (page_ = 0; Page & page : pages_) {
      ++page_;
      put_page(page);
    }
    if (lines_.size() <= kMostLines) set_headings_apart(lines_);
  }

  std::optional<Refusal> refused() const { return refused_; }
  const std::vector<int>& wordless_pages() const { return wordless_pages_; }
  std::vector<PageSize> page_sizes() const {
    std::vector<PageSize> sizes;
    for (const Page& page : pages_) sizes.push_back(page.size);
    return sizes;
  }
  const std::vector<WordLine>& lines() const { return lines_; }
  std::vector<LeftOut> take_left_out() { return left_out_.take(); }
  std::vector<Fragment> join(const WordLine& line) const {
    return joiners_[static_cast<std::size_t>(line.front().place.page - 1)].join(line);
  }

 private:
  void page(xmlNode* node) {
    if (++page_ > static_cast<int>(kMostPages)) refused_ = Refusal::pages;
    if (refused_) return;
    pages_.emplace_back().height = number(node, "height");
    pages_.back().size = {number(node, "width"), pages_.back().height};
    read(node->children);
  }

  void line(xmlNode* node) {
    bool first = true;
    for (xmlNode* child = node->children; child; child = child->next) {
      if (child->type != XML_ELEMENT_NODE || name_of(*child) != "word") continue;
      const std::unique_ptr<xmlChar, FreeString> content(xmlNodeGetContent(child));
      if (!content) continue;
      Fragment word{trimmed(base::decode_utf8(reinterpret_cast<const char*>(content.get()))),
                    {page_, 0},
                    number(child, "xMin"),
                    number(child, "xMax"),
                    number(child, "yMin"),
                    number(child, "yMax"),
                    first};
      if (word.words.empty() || !is_on_paper(word)) continue;
      if (++words_ > kMostWords) refused_ = Refusal::words;
      if (refused_ || pages_.empty()) return;
      pages_.back().words.push_back(std::move(word));
      first = false;
    }
  }

  struct Page {
    double height = 0;
    PageSize size;                // as it is shown
    std::vector<Fragment> words;  // in points; then they are in lines
    double em = 1;
    std::vector<double> edges;  // where pdftotext's lines begin
    std::vector<WordLine> lines;
  };

  // pdftotext gives the size of a page that lies on its side as if it stood. A size that no page has is none.
  static void set_boxes(Page& page) {
    PageSize& size = page.size;
    const bool is_size =
        size.width >= 1 && size.height >= 1 && size.width <= kLongestSide_pt && size.height <= kLongestSide_pt;
    if (!is_size) size = {};
    const auto outside = [](const std::vector<Fragment>& words, const PageSize& of) {
      return std::ranges::count_if(
          words, [&](const Fragment& word) { return word.right > of.width || word.bottom > of.height; });
    };
    const PageSize turned{size.height, size.width};
    if (outside(page.words, turned) < outside(page.words, size)) size = turned;
    for (Fragment& word : page.words) {
      const double left = std::max(word.left, 0.0), top = std::max(word.top, 0.0);
      const PageBox box{left, top, std::min(word.right, size.width) - left, std::min(word.bottom, size.height) - top};
      if (!box.empty()) word.box = box;
    }
  }

  static bool is_page_number(const Fragment& fragment, bool alone, double height) {
    if (fragment.top > height * kMargin && fragment.bottom < height * (1 - kMargin)) return false;
    const std::u32string folded = fold(fragment.words);
    return page_mark(folded) || (alone && bare_number(folded));
  }

  // From one line to the next, where they begin at one edge.
  static double line_height_of(const std::vector<Fragment>& joined, double em) {
    std::vector<double> heights;
    for (std::size_t i = 0; i < joined.size(); ++i) {
      for (std::size_t k = i + 1; k < joined.size() && k < i + 4; ++k) {
        const double height = middle_of(joined[k]) - middle_of(joined[i]);
        if (std::abs(joined[k].left - joined[i].left) > 0.5 * em || height < 0.8 * em) continue;
        if (height < kHighestLine_em * em) heights.push_back(height);
        break;
      }
    }
    // Most lines of some pages are paragraphs of one line, with space between them.
    return std::max(quantile(std::move(heights), 0.2, 1.2 * em), 1.0);
  }

  void set_lines(Page& page) {
    set_boxes(page);
    left_out_.add(take_readings(page.words));
    left_out_.add(take_stamps(page.words));
    std::vector<double> advances, heights;
    for (const Fragment& word : page.words) {
      if (const auto one = advance(word)) advances.push_back(*one);
      heights.push_back(word.bottom - word.top);
      if (word.first) page.edges.push_back(word.left);
    }
    const double height = std::max(quantile(std::move(heights), 0.5, 12), 1.0);
    page.em = std::max(quantile(std::move(advances), 0.5, height), 1.0);
    std::ranges::stable_sort(page.words, {}, middle_of);
    for (Fragment& word : std::exchange(page.words, {})) {
      const bool below =
          page.lines.empty() || middle_of(word) > middle_of(page.lines.back().front()) + kSameLine * page.em;
      if (below) page.lines.emplace_back();
      page.lines.back().push_back(std::move(word));
    }
  }

  // Stamps that stand beside the words, page numbers, and what repeats at the edges of pages.
  void leave_out_edges() {
    std::vector<EdgePage> pages;
    std::vector<std::vector<std::vector<Fragment>>> fragments;  // of the pages' lines
    for (Page& page : pages_) {
      EdgePage& lines = pages.emplace_back();
      std::vector<std::vector<Fragment>>& of_page = fragments.emplace_back();
      const WordJoiner joiner(page.em, page.edges);
      for (const WordLine& line : page.lines) {
        EdgeLine& parts = lines.emplace_back();
        of_page.push_back(joiner.join(line));
        for (const Fragment& fragment : of_page.back()) parts.push_back(fragment.words);
      }
    }
    for (const EdgePart& at : find_page_edges(pages)) {
      leave_out(LeftOut::Why::page_edge, fragments[at.page][at.line][at.part], at.page, at.line);
    }
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      for (std::size_t line = 0; line < fragments[page].size(); ++line) {
        const std::vector<Fragment>& parts = fragments[page][line];
        for (const Fragment& part : parts) {
          if (is_stamp(fold(part.words))) leave_out(LeftOut::Why::stamp, part, page, line);
          if (!is_page_number(part, parts.size() == 1, pages_[page].height)) continue;
          leave_out(LeftOut::Why::page_edge, part, page, line);
        }
      }
    }
  }
  void leave_out(LeftOut::Why why, const Fragment& fragment, std::size_t page, std::size_t line) {
    std::erase_if(pages_[page].lines[line], [&](const Fragment& word) {
      return word.left >= fragment.left - 0.01 && word.right <= fragment.right + 0.01;
    });
    left_out_.add(why, fragment.words, {static_cast<int>(page) + 1, static_cast<int>(line) + 1});
  }

  void put_page(Page& page) {
    const WordJoiner joiner(page.em, page.edges);
    std::vector<Fragment> joined;
    for (const WordLine& line : page.lines) std::ranges::move(joiner.join(line), std::back_inserter(joined));
    const std::size_t before = lines_.size();
    put_lines(page.lines, joined, page.em);
    for (double& edge : page.edges) edge /= page.em;
    joiners_.emplace_back(1, std::move(page.edges));
    if (lines_.size() == before) wordless_pages_.push_back(static_cast<int>(joiners_.size()));
  }

  void put_lines(std::vector<WordLine>& lines, const std::vector<Fragment>& joined, double em) {
    if (joined.empty()) return;
    const double line_height = line_height_of(joined, em), first = middle_of(joined.front());
    double y = 0;
    int number = 0;
    for (WordLine& line : lines) {
      if (line.empty()) continue;
      for (Fragment& word : line) {
        const double middle = (middle_of(word) - first) / line_height;
        if (number == 0 || middle > y + kSameLine) ++number, y = middle;
        word = {std::move(word.words),  {page_, number}, word.left / em, word.right / em, offset_ + middle - 0.5,
                offset_ + middle + 0.5, word.first,      word.apart,     word.box};
      }
      std::ranges::stable_sort(line, {}, &Fragment::left);
      lines_.push_back(std::move(line));
    }
    offset_ += (middle_of(joined.back()) - first) / line_height + 1.1;
  }

  std::optional<Refusal> refused_;
  std::size_t words_ = 0;  // of all pages
  int page_ = 0;
  double offset_ = 0;  // of the page, in lines
  std::vector<Page> pages_;
  LeftOutList left_out_;
  std::vector<WordLine> lines_;
  std::vector<WordJoiner> joiners_;  // by page
  std::vector<int> wordless_pages_;
};

}  // namespace

Document read_pdf_words(std::string_view bbox_xhtml) {
  Document document;
  document.kind = Document::Kind::pdf;
  const int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_HUGE;
  const std::unique_ptr<xmlDoc, FreeDocument> xml(
      xmlReadMemory(bbox_xhtml.data(), static_cast<int>(bbox_xhtml.size()), nullptr, "UTF-8", options));
  if (!xml) return document;
  Sheet sheet;
  sheet.read(xmlDocGetRootElement(xml.get()));
  sheet.end();
  if (sheet.refused()) return document.refused = sheet.refused(), document;
  document.left_out = sheet.take_left_out();
  document.wordless_pages = sheet.wordless_pages();
  document.pages = sheet.page_sizes();
  const auto join = [&](const WordLine& line) { return sheet.join(line); };
  const bool too_long = sheet.lines().size() > kMostLines;
  if (auto columns = too_long ? std::nullopt : read_columns(find_grids(sheet.lines(), join))) {
    document.refused = columns->refused;
    document.lines = std::move(columns->lines);
    return document;
  }
  LineBuilder lines;
  const Fragment* last = nullptr;
  std::vector<Fragment> fragments;
  for (const WordLine& line : sheet.lines()) std::ranges::move(sheet.join(line), std::back_inserter(fragments));
  for (const Fragment& fragment : fragments) {
    if (last && fragment.top - last->bottom > 0.8) lines.gap();
    lines.line(fragment.words, fragment.place, false, 0, fragment.box);
    last = &fragment;
  }
  document.refused = lines.refused();
  document.lines = lines.take();
  return document;
}

}  // namespace hub::report
