// How much of everything a file may hold and still be taken for a report. A report has some 200 lines, 5,000
// characters, 10 pages and at most 10 goals: the limits are far above, and every stage takes time nearly in proportion
// up to them.
#pragma once

#include <cstddef>

#include "base/result.h"

namespace hub::report {

inline constexpr std::size_t kMaxReportBytes = 32 << 20;     // a PDF with photos
inline constexpr std::size_t kMaxTextBytes = 4 << 20;        // of text or HTML
inline constexpr std::size_t kMaxPdfWordsBytes = 12 << 20;   // positions take more room than the words they are of
inline constexpr std::size_t kMostUnpackedBytes = 24 << 20;  // the XML of a Word or Excel file
inline constexpr std::size_t kMostParts = 2000;              // files inside one
inline constexpr std::size_t kMostPages = 60;
inline constexpr std::size_t kMostLines = 4000;       // with words in them; also of a table
inline constexpr std::size_t kMostRawLines = 40'000;  // of a text, with the empty ones
inline constexpr std::size_t kMostCharacters = 100'000;
inline constexpr std::size_t kMostWords = 20'000;       // with a position of their own
inline constexpr std::size_t kMostColumns = 100;        // of a table
inline constexpr std::size_t kMostCells = 20'000;       // of all tables
inline constexpr std::size_t kMostElements = 100'000;   // of HTML
inline constexpr std::size_t kMostAttributes = 300;     // of an element of HTML
inline constexpr std::size_t kDeepest = 200;            // elements inside each other
inline constexpr std::size_t kMostHeadings = 200;       // beside text
inline constexpr std::size_t kMostGroups = 250;         // of paragraphs that belong together
inline constexpr std::size_t kMostNoted = 400;          // words left out, and letters lost; more are not told of
inline constexpr std::size_t kLongestParagraph = 5000;  // characters

// Why a file is not read.
enum class Refusal {
  no_text,  // no characters in any encoding that a report may have
  pages,
  lines,
  raw_lines,
  characters,
  words,
  columns,
  cells,
  elements,
  attributes,
  nesting,
  headings,
  groups,
  paragraph,
  garbled,   // its letters are others than those that the report shows
  unpacked,  // a Word or Excel file that is larger inside than any report
  damaged,   // a Word or Excel file that is not whole
};
inline constexpr Refusal kLastRefusal = Refusal::damaged;

// In words for staff: which limit it is over, or what else is wrong, and what to do.
base::Error error_of(Refusal refusal);

}  // namespace hub::report
