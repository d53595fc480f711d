// What pdftotext -bbox-layout prints, lines of words with their positions in points, → lines.
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "report/characters.h"
#include "report/columns.h"
#include "report/labels.h"
#include "report/line_builder.h"
#include "report/pieces.h"
#include "report/read.h"

namespace hub::report {

namespace {

constexpr int kMostPages = 60;           // child.h asks for one more, to know
constexpr double kColumnGap_em = 1.4;    // words further apart stand in different columns
constexpr double kWideSpace_em = 0.45;   // of a proportional U+3000; a half-width space is narrower
constexpr double kSpace_em = 0.12;       // nearer words touch
constexpr double kWidestPitch_em = 3.2;  // more is space between paragraphs
constexpr double kSameEdge_em = 0.3;
constexpr double kOtherBaseline_em = 0.08;
constexpr int kFewestAtEdge = 6;   // lines that begin at one edge are a column
constexpr double kSameLine = 0.3;  // words whose middles are nearer stand on one line
constexpr double kMargin = 0.08;   // of the page: where its number stands

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

struct Word {
  std::u32string words;
  double left = 0, right = 0, top = 0, bottom = 0;
  bool first = false;  // of a line as pdftotext parts them
  double middle() const { return (top + bottom) / 2; }
};

class Pages {
 public:
  void read(xmlNode* node) {
    for (; node; node = node->next) {
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
  int count() const { return page_; }
  std::vector<Fragment> take() {
    close_page();
    return std::move(all_);
  }

 private:
  void page(xmlNode* node) {
    close_page();
    ++page_;
    height_ = number(node, "height");
    read(node->children);
  }

  void line(xmlNode* node) {
    std::vector<Word> words;
    for (xmlNode* child = node->children; child; child = child->next) {
      if (child->type != XML_ELEMENT_NODE || name_of(*child) != "word") continue;
      const std::unique_ptr<xmlChar, FreeString> content(xmlNodeGetContent(child));
      if (!content) continue;
      Word word{trimmed(base::decode_utf8(reinterpret_cast<const char*>(content.get()))), number(child, "xMin"),
                number(child, "xMax"), number(child, "yMin"), number(child, "yMax")};
      word.first = words.empty();
      if (!word.words.empty() && std::isfinite(word.left) && std::isfinite(word.top)) words.push_back(std::move(word));
    }
    raw_.insert(raw_.end(), words.begin(), words.end());
  }

  // The width of a character: boxes are as high as the font's lines, which says little of its size.
  static std::optional<double> advance(const Word& word) {
    const auto japanese = std::ranges::count_if(word.words, is_japanese);
    if (japanese < 4 || japanese != static_cast<std::ptrdiff_t>(word.words.size())) return std::nullopt;
    return (word.right - word.left) / static_cast<double>(japanese);
  }
  // The value that `share` of all are below.
  static double quantile(std::vector<double> values, double share, double otherwise) {
    if (values.empty()) return otherwise;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::ranges::nth_element(values, at);
    return std::max(*at, 1.0);
  }
  static double median(std::vector<double> values, double otherwise) {
    return quantile(std::move(values), 0.5, otherwise);
  }

  // Words of one line, from left to right: those that stand near each other are joined.
  void join(std::vector<Word> words, double page_em) {
    std::ranges::stable_sort(words, {}, &Word::left);
    bool first = true;
    for (Word& word : words) {
      const double em = std::max(advance(word).value_or(page_em), 1.0);
      const double gap = first ? kColumnGap_em : (word.left - on_page_.back().right) / em;
      first = false;
      // A narrow column's words may nearly touch the next column, which begins at one edge.
      if (gap >= kColumnGap_em) {
        on_page_.push_back(std::move(word));
        continue;
      }
      const bool number_before = find_start(on_page_.back().words).length == on_page_.back().words.size();
      const bool at_edge = gap > 0 && !number_before && (is_edge(word.left, page_em) || after_heading(word, em));
      if (at_edge) {
        on_page_.push_back(std::move(word));
        continue;
      }
      Word& last = on_page_.back();
      const bool japanese = is_japanese(last.words.back()) || is_japanese(word.words.front());
      if (gap >= kWideSpace_em && japanese) {
        last.words.push_back(U'　');
      } else if (gap >= kSpace_em && (!between_scripts(last.words.back(), word.words.front()) || number_before)) {
        last.words.push_back(U' ');
      }
      last.words += word.words;
      last.right = std::max(last.right, word.right);
    }
  }

  // The beginning of a heading, and words that do not stand on quite the same line.
  bool after_heading(const Word& word, double em) const {
    const Word& last = on_page_.back();
    const std::u32string before = fold(last.words);
    const bool apart = word.first || std::abs(word.middle() - last.middle()) > kOtherBaseline_em * em;
    return apart && (parse_label(before) || may_become_label(before));
  }

  // Word processors set 20年 with a little space around the 20 that nobody typed.
  static bool between_scripts(char32_t a, char32_t b) { return (a < 0x80) != (b < 0x80); }

  bool is_edge(double left, double em) const {
    return std::ranges::count_if(edges_, [&](double edge) { return std::abs(edge - left) < kSameEdge_em * em; }) >=
           kFewestAtEdge;
  }

  bool is_page_number(const Word& word) const {
    if (word.top > height_ * kMargin && word.bottom < height_ * (1 - kMargin)) return false;
    const std::u32string folded = fold(word.words);
    const bool only = folded.find_first_not_of(U"0123456789-~/pP.ページ頁ー()") == folded.npos;
    return folded.size() <= 9 && only;
  }

  // From one line to the next, where they begin at one edge.
  double pitch_of(double em) const {
    std::vector<double> pitches;
    for (std::size_t i = 0; i < on_page_.size(); ++i) {
      for (std::size_t k = i + 1; k < on_page_.size() && k < i + 4; ++k) {
        const double pitch = on_page_[k].middle() - on_page_[i].middle();
        if (std::abs(on_page_[k].left - on_page_[i].left) > 0.5 * em || pitch < 0.8 * em) continue;
        if (pitch < kWidestPitch_em * em) pitches.push_back(pitch);
        break;
      }
    }
    // Most lines of some pages are paragraphs of one line, with space between them.
    return quantile(std::move(pitches), 0.2, 1.2 * em);
  }

  // Pages follow each other as one long sheet, without their margins.
  void close_page() {
    std::vector<double> advances, heights;
    for (const Word& word : raw_) {
      if (const auto one = advance(word)) advances.push_back(*one);
      heights.push_back(word.bottom - word.top);
    }
    const double height = median(heights, 12), em = median(advances, height);
    std::ranges::stable_sort(raw_, {}, &Word::middle);
    edges_.clear();
    for (const Word& word : raw_) {
      if (word.first) edges_.push_back(word.left);
    }
    std::vector<Word> line;
    for (Word& word : std::exchange(raw_, {})) {
      if (!line.empty() && word.middle() > line.front().middle() + kSameLine * em) join(std::exchange(line, {}), em);
      line.push_back(std::move(word));
    }
    if (!line.empty()) join(std::move(line), em);
    std::erase_if(on_page_, [&](const Word& word) { return is_page_number(word); });
    if (on_page_.empty()) return;
    const double pitch = pitch_of(em), first = on_page_.front().middle();
    double y = 0;
    int number = 0;
    for (const Word& word : on_page_) {
      const double middle = (word.middle() - first) / pitch;
      if (number == 0 || middle > y + kSameLine) ++number, y = middle;
      const double at = offset_ + middle;
      all_.push_back({word.words, {page_, number}, word.left / em, word.right / em, at - 0.5, at + 0.5});
    }
    offset_ += (on_page_.back().middle() - first) / pitch + 1.1;
    on_page_.clear();
  }

  int page_ = 0;
  double height_ = 0;
  double offset_ = 0;          // of the page on the long sheet, in lines
  std::vector<double> edges_;  // where lines begin
  std::vector<Word> raw_;      // as pdftotext parts them
  std::vector<Word> on_page_;  // joined where they touch
  std::vector<Fragment> all_;
};

base::Error too_many_pages() {
  const std::string most = std::to_string(kMostPages);
  return {{"この PDF は長すぎます（" + most + " ページまで）。報告書ではないようです。",
           "This PDF is too long (at most " + most + " pages): it does not look like a report."},
          {"報告書だけの PDF を選んでください。", "Choose the PDF of the report alone."}};
}

}  // namespace

base::Result<Document> read_pdf_words(std::string_view bbox_xhtml) {
  Document document;
  document.kind = Document::Kind::pdf;
  const int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_HUGE;
  const std::unique_ptr<xmlDoc, FreeDocument> xml(
      xmlReadMemory(bbox_xhtml.data(), static_cast<int>(bbox_xhtml.size()), nullptr, "UTF-8", options));
  if (!xml) return document;
  Pages pages;
  pages.read(xmlDocGetRootElement(xml.get()));
  if (pages.count() > kMostPages) return too_many_pages();
  const std::vector<Fragment> fragments = pages.take();
  if (auto columns = read_columns(fragments)) {
    document.lines = std::move(columns->lines);
    return document;
  }
  LineBuilder lines;
  const Fragment* last = nullptr;
  for (const Fragment& fragment : fragments) {
    if (last && fragment.top - last->bottom > 0.8) lines.gap();
    lines.line(fragment.words, fragment.place);
    last = &fragment;
  }
  document.lines = lines.take();
  return document;
}

}  // namespace hub::report
