// What stands at the edges of pages and is none of the report's words: running heads, dates, addresses, page numbers.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hub::report {

// A page's number that no list has: - 2 -, 2 / 3, P.2, 2ページ, Page 2 of 3. Folded.
std::optional<int> page_mark(std::u32string_view folded);

// 2, (2): a page's number, or a list's. Folded.
std::optional<int> bare_number(std::u32string_view folded);

bool is_print_time(std::u32string_view folded);   // 2026/11/26 16:58, 11/26/26, 4:58 PM: when a browser printed it
bool is_web_address(std::u32string_view folded);  // http://… and nothing else

// The words of one line, in the parts that stand apart on it (11/26/26, 4:58 PM | the page's title).
using EdgeLine = std::vector<std::u32string>;
using EdgePage = std::vector<EdgeLine>;  // from top to bottom, lines with words only

struct EdgePart {
  std::size_t page = 0, line = 0, part = 0;  // from 0
};

// What repeats at the tops or the bottoms of pages, numbers aside, and what a browser prints there, also once. Headings
// of a report, marks and numbers of lists are no edges; a title that stands nowhere else is left where it stands first.
// In the order of the pages.
std::vector<EdgePart> find_page_edges(const std::vector<EdgePage>& pages);

}  // namespace hub::report
