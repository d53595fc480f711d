#include "report/around/page_edges.h"

#include <algorithm>
#include <map>
#include <set>

#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"
#include "report/words/titles.h"
#include "report/words/years.h"

namespace hub::report {

namespace {

constexpr std::size_t kDeepestEdge = 4;    // lines of a running head or foot
constexpr std::size_t kLongestMark = 16;   // characters of a page's number with all around it
constexpr std::size_t kLongestEdge = 120;  // of a running head, but not of an address
constexpr std::size_t kMostDigits = 3;

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Takes what a page's number may be written with off the front of words.
class MarkReader {
 public:
  explicit MarkReader(std::u32string_view words) : rest_(words) {}

  bool take(std::u32string_view words) {
    if (!rest_.starts_with(words)) return false;
    rest_.remove_prefix(words.size());
    return true;
  }
  bool take_one_of(std::u32string_view characters) {
    if (rest_.empty() || characters.find(rest_.front()) == characters.npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool take_all_of(std::u32string_view characters) {
    bool any = false;
    while (take_one_of(characters)) any = true;
    return any;
  }
  std::optional<int> number() {
    int value = 0;
    std::size_t digits = 0;
    for (; digits < rest_.size() && is_ascii_digit(rest_[digits]); ++digits) {
      if (digits == kMostDigits) return std::nullopt;
      value = 10 * value + static_cast<int>(rest_[digits] - U'0');
    }
    rest_.remove_prefix(digits);
    return digits > 0 && value > 0 ? std::optional(value) : std::nullopt;
  }
  bool page_word() { return take(U"ページ目") || take(U"ページ") || take(U"頁") || take(U"枚目"); }
  bool latin_page_word() { return take(U"page") || take(U"pg") || take(U"p"); }
  bool done() const { return rest_.empty(); }

 private:
  std::u32string_view rest_;
};

constexpr std::u32string_view kDashes = U"-‐‑‒–—―─━~−ー_=*·・";
constexpr std::u32string_view kOpening = U"([{<【〔〈《«「", kClosing = U")]}>】〕〉》»」";

std::u32string lower(std::u32string_view words) {
  std::u32string lowered(words);
  for (char32_t& c : lowered) {
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
  }
  return lowered;
}

// The number and what says that it is a page's.
struct ReadMark {
  int number = 0;
  bool says_page = false;  // more than the number
};

std::optional<ReadMark> read_mark(std::u32string_view folded) {
  if (folded.empty() || folded.size() > kLongestMark) return std::nullopt;
  const std::u32string words = lower(folded);
  MarkReader in(words);
  const bool dash = in.take_all_of(kDashes), bracket = in.take_one_of(kOpening);
  ReadMark mark;
  bool word = in.latin_page_word() || in.page_word();
  if (word) in.take_one_of(U".:-");
  const bool ordinal = !word && in.take(U"第");
  const auto number = in.number();
  if (!number) return std::nullopt;
  mark.number = *number;
  const bool counter = in.page_word() || (!word && in.latin_page_word());
  if (ordinal && !counter) return std::nullopt;
  word = word || counter;
  bool of = false;
  if (in.take(U"/") || in.take(U"of") || in.take(U"中") || in.take(U"∕")) {
    const bool all = in.take(U"全"), of_page = in.latin_page_word();
    if (of_page) in.take_one_of(U".");
    const auto last = in.number();
    if (!last || (*last < mark.number && !counter)) return std::nullopt;
    if (counter && !all) mark.number = std::min(mark.number, *last);
    word = in.page_word() || word;
    of = true;
  }
  const bool closed = in.take_one_of(kClosing), end = in.take_all_of(kDashes);
  if (!in.done() || bracket != closed) return std::nullopt;
  mark.says_page = word || of || (dash && end);
  if (dash != end && !mark.says_page) return std::nullopt;
  return mark;
}

bool is_label_like(std::u32string_view folded) { return parse_label(folded) || may_become_label(folded); }

// Its numbers aside: 11/26/26 and 1/3 change from page to page.
std::u32string key_of(std::u32string_view folded) {
  std::u32string key;
  for (const char32_t c : folded) {
    if (!is_ascii_digit(c)) {
      key.push_back(c);
    } else if (key.empty() || key.back() != U'#') {
      key.push_back(U'#');
    }
  }
  return key;
}

// なし, which a list may have at the end of every page
bool is_nothing(std::u32string_view folded) {
  constexpr std::u32string_view kNothing[] = {U"なし", U"特になし", U"特に無し", U"無し", U"同上", U"同左", U"継続"};
  return std::ranges::find(kNothing, folded) != std::end(kNothing);
}

struct FoldedLine {
  std::vector<std::u32string> parts;  // folded
  std::u32string key;                 // of all; empty: it is no edge whatever repeats
  bool browser = false;               // when it was printed, or where it stands in the web
  std::optional<int> bare;            // a number and nothing else
};

FoldedLine fold_line(const EdgeLine& line) {
  FoldedLine folded;
  std::u32string all;
  bool report = false;
  for (const std::u32string& part : line) {
    folded.parts.push_back(fold(part));
    const std::u32string& one = folded.parts.back();
    const bool mark = page_mark(one).has_value();
    folded.browser = folded.browser || is_print_time(one) || is_web_address(one);
    report = report || (!mark && !bare_number(one) && (is_label_like(one) || find_line_start(part).any()));
    all += one;
  }
  const bool time = is_print_time(all);
  folded.browser = folded.browser || time;
  if (line.size() == 1 && !page_mark(all)) folded.bare = bare_number(all);
  const bool too_long = all.size() > kLongestEdge && !folded.browser;
  if (!report && !too_long && !ends_sentence(all) && !is_nothing(all)) folded.key = key_of(all);
  return folded;
}

class Edges {
 public:
  explicit Edges(const std::vector<EdgePage>& pages) {
    for (const EdgePage& page : pages) {
      std::vector<FoldedLine>& lines = pages_.emplace_back();
      for (const EdgeLine& line : page) lines.push_back(fold_line(line));
    }
    is_edge_.resize(pages_.size());
    for (std::size_t page = 0; page < pages_.size(); ++page) is_edge_[page].resize(pages_[page].size());
  }

  std::vector<EdgePart> find() {
    look_from(true);
    look_from(false);
    std::vector<EdgePart> found;
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      for (std::size_t line = 0; line < pages_[page].size(); ++line) {
        if (is_edge_[page][line]) put_parts(page, line, found);
      }
    }
    return found;
  }

 private:
  std::size_t at(std::size_t page, std::size_t depth, bool top) const {
    return top ? depth : pages_[page].size() - 1 - depth;
  }
  std::size_t deepest(std::size_t page) const { return std::min(kDeepestEdge, pages_[page].size()); }

  void look_from(bool top) {
    std::map<std::u32string, std::set<std::size_t>> pages_of;
    std::map<int, std::size_t> number_before;  // number - page, in how many pages
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      for (std::size_t depth = 0; depth < deepest(page); ++depth) {
        const FoldedLine& line = pages_[page][at(page, depth, top)];
        if (line.bare) {
          ++number_before[*line.bare - static_cast<int>(page)];
        } else if (!line.key.empty()) {
          pages_of[line.key].insert(page);
        }
      }
    }
    const auto repeats = [&](std::size_t count) { return count >= 2 && 5 * count >= 2 * pages_.size(); };
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      for (std::size_t depth = 0; depth < deepest(page); ++depth) {
        const std::size_t line = at(page, depth, top);
        const FoldedLine& one = pages_[page][line];
        const bool number = one.bare && repeats(number_before[*one.bare - static_cast<int>(page)]);
        const bool repeated = !one.bare && !one.key.empty() && repeats(pages_of[one.key].size());
        const bool mark = one.parts.size() == 1 && page_mark(one.parts.front());
        if (!number && !repeated && !mark && !one.browser) break;
        is_edge_[page][line] = true;
      }
    }
  }

  // A title that stands nowhere else is the report's.
  void put_parts(std::size_t page, std::size_t line, std::vector<EdgePart>& found) {
    const std::vector<std::u32string>& parts = pages_[page][line].parts;
    for (std::size_t part = 0; part < parts.size(); ++part) {
      if (may_be_title(parts[part]) && kept_.insert(parts[part]).second && !stands_elsewhere(parts[part])) continue;
      found.push_back({page, line, part});
    }
  }
  static bool may_be_title(std::u32string_view folded) {
    return !is_print_time(folded) && !is_web_address(folded) &&
           (is_title(folded) || contains(folded, U"重点目標") || contains(folded, U"拠点"));
  }
  bool stands_elsewhere(std::u32string_view folded) const {
    folded.remove_prefix(date_length(folded));  // 令和6年6月1日 泉区地域子育て支援拠点事業
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      for (std::size_t line = 0; line < pages_[page].size(); ++line) {
        if (is_edge_[page][line]) continue;
        std::u32string all;
        for (const std::u32string& part : pages_[page][line].parts) all += part;
        if (contains(all, folded)) return true;
      }
    }
    return false;
  }

  std::vector<std::vector<FoldedLine>> pages_;
  std::vector<std::vector<bool>> is_edge_;
  std::set<std::u32string> kept_;  // titles that were met at an edge
};

}  // namespace

std::optional<int> page_mark(std::u32string_view folded) {
  const auto mark = read_mark(folded);
  return mark && mark->says_page ? std::optional(mark->number) : std::nullopt;
}

std::optional<int> bare_number(std::u32string_view folded) {
  const auto mark = read_mark(folded);
  return mark && !mark->says_page ? std::optional(mark->number) : std::nullopt;
}

bool is_print_time(std::u32string_view folded) {
  constexpr std::u32string_view kAllowed = U"0123456789/.-:,年月日時分秒AMPamp午前後()月火水木金土曜";
  if (folded.size() < 10 || folded.size() > 32 || folded.find_first_not_of(kAllowed) != folded.npos) return false;
  const auto count = [&](char32_t c) { return std::ranges::count(folded, c); };
  const bool date =
      count(U'/') == 2 || count(U'.') == 2 || count(U'-') == 2 || (count(U'年') == 1 && count(U'日') >= 1);
  return date && (count(U':') >= 1 || count(U'時') == 1);
}

bool is_web_address(std::u32string_view folded) {
  const bool begins = folded.starts_with(U"http://") || folded.starts_with(U"https://") ||
                      folded.starts_with(U"file://") || folded.starts_with(U"www.");
  return begins && (folded.starts_with(U"file:") || std::ranges::none_of(folded, is_japanese));
}

std::vector<EdgePart> find_page_edges(const std::vector<EdgePage>& pages) { return Edges(pages).find(); }

}  // namespace hub::report
