// A report as lines in reading order, whatever file it came from: the first stage's result. Its characters are the
// file's own; only what is between lines has been interpreted.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "report/words/limits.h"

namespace hub::report {

struct Place {
  int page = 0;  // from 1; 0: the file has no pages
  int line = 0;  // from 1, in the file, or on the page where there are pages
  // NOLINTNEXTLINE(modernize-use-nullptr): it takes the 0 of what the compiler writes for a pointer
  auto operator<=>(const Place&) const = default;
};

// On a page, in points from its top left. Nothing in it: the file has no pages, or its page has no size.
struct PageBox {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  bool empty() const { return width <= 0 || height <= 0; }
  bool operator==(const PageBox&) const = default;
};

struct PageSize {
  double width = 0;  // in points; 0: not known
  double height = 0;
  bool operator==(const PageSize&) const = default;
};
inline constexpr double kLongestSide_pt = 14'400;  // of a page, in any PDF that is made to be shown

// The smallest box around both; an empty one adds nothing.
PageBox united(const PageBox& a, const PageBox& b);

struct Line {
  std::u32string words;  // trimmed at both ends, never empty
  Place place;
  int cell = 0;           // lines of different cells are never joined; cells count upwards from 0
  int row = 0;            // cells of the same table row share it; 0: in no table
  int column = 0;         // of the row, from 0
  bool gap = false;       // an empty line, a page or a block begins before it
  bool closed = false;    // a paragraph ends here for certain: the line is no wrap
  double indent_em = 0;   // of spaces, or other words, that stand before these on the same line
  double measure_em = 0;  // how wide the lines of its column may be; 0: not known
  bool item = false;      // an entry of a list begins here, whether or not a bullet stands in the words
  PageBox box = {};       // on the page of its place, inside it
};

// Words that stand in the file and are none of the report's own.
struct LeftOut {
  enum class Why {
    reading,     // ruby over a word
    struck,      // deleted, or struck out
    hidden,      // shown to nobody: display: none, white on white
    stamp,       // slanted over the page: 案, 見本
    page_edge,   // what repeats there: running heads, dates, addresses, page numbers
    navigation,  // of the page around the report: breadcrumbs, menus, share buttons
    note,        // at the foot of a page or the end, away from the words that it is about
  };
  Why why = Why::page_edge;
  std::u32string words;  // trimmed, never empty
  Place place;
};
inline constexpr LeftOut::Why kLastWhy = LeftOut::Why::note;

// Letters that no longer say which one they were (U+FFFD, private use), and the words around each.
struct LostLetter {
  std::u32string around;  // never empty
  Place place;
};

// Letters that only looked like the ones they now are: radicals, decomposed kana, half-width kana; invisible ones went.
struct MendedLetters {
  std::size_t count = 0;
  std::u32string examples;  // some of those they were, each once; invisible ones are not among them
  Place first;
};

struct Document {
  enum class Kind { text, html, pdf, word, excel };
  Kind kind = Kind::text;
  std::vector<Line> lines;
  std::optional<Refusal> refused = std::nullopt;  // why there are no lines
  std::vector<LeftOut> left_out = {};             // in the order of the file, the same words once
  std::vector<LostLetter> lost_letters = {};
  MendedLetters mended_letters = {};
  std::vector<int> wordless_pages = {};  // from 1, upwards: pictures of pages
  std::vector<PageSize> pages = {};      // of a PDF, the first first
};
inline constexpr Document::Kind kLastKind = Document::Kind::excel;

}  // namespace hub::report
