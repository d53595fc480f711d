#include "report/read/text_pages.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "report/around/page_edges.h"
#include "report/read/page_stamps.h"
#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"
#include "report/words/titles.h"

namespace hub::report {

namespace {

constexpr std::size_t kShortestPage = 10;  // lines with words
constexpr std::size_t kFirstLines = 6;     // of a document, where its title stands
constexpr double kMostEnd = 0.8;           // of the entries: then one that does not end with 。 goes on

// Words that tabs or two spaces part.
EdgeLine parts_of(std::u32string_view words) {
  EdgeLine parts;
  std::u32string part;
  std::size_t spaces = 0;
  for (const char32_t c : words) {
    spaces = c == U'\t' ? 2 : is_space(c) ? spaces + 1 : 0;
    if (spaces <= 1) {
      part.push_back(c);
    } else if (!trimmed(part).empty()) {
      parts.push_back(trimmed(std::exchange(part, {})));
    }
  }
  if (!trimmed(part).empty()) parts.push_back(trimmed(part));
  return parts;
}

// Page 2: and the words behind it; 0: there is no such beginning.
std::size_t length_of_page_prefix(std::u32string_view words) {
  const std::size_t colon = words.substr(0, 16).find_first_of(U":：");
  return colon != words.npos && page_mark(fold(words.substr(0, colon))) ? colon + 1 : 0;
}

// - 2 - among other words: where it begins and ends, with the spaces around it.
struct Span {
  std::size_t begin = 0, end = 0;
};
std::optional<Span> inline_mark(std::u32string_view words, std::size_t from) {
  constexpr std::u32string_view kDashes = U"-－‐–—―─";
  const auto skip = [&](std::size_t at) {
    while (at < words.size() && is_space(words[at])) ++at;
    return at;
  };
  const auto is_apart = [&](char32_t c) {
    return !is_digit(c) && (c >= 0x80 || c == U'.') && kDashes.find(c) == kDashes.npos;
  };
  for (std::size_t at = words.find_first_of(kDashes, from); at != words.npos;
       at = words.find_first_of(kDashes, at + 1)) {
    std::size_t end = skip(at + 1);
    const std::size_t digits = end;
    while (end < words.size() && is_digit(words[end])) ++end;
    if (end == digits || end - digits > 3) continue;
    end = skip(end);
    if (end == words.size() || kDashes.find(words[end]) == kDashes.npos) continue;
    std::size_t begin = at;
    end = skip(end + 1);
    while (begin > 0 && is_space(words[begin - 1])) --begin;
    const bool before = begin == 0 || is_apart(words[begin - 1]), after = end == words.size() || is_apart(words[end]);
    if (before && after && page_mark(fold(words.substr(begin, end - begin)))) return Span{begin, end};
  }
  return std::nullopt;
}

struct KnownLine {
  std::u32string words;   // trimmed
  std::u32string folded;  // empty: a line without words
  bool heading = false;   // a label, a part of one or a title
  bool start = false;     // a mark, number or bullet
  bool only_start = false;
  bool ends = false;  // with 。
  bool edge = false;
  bool stamp = false;
};

class PageFinder {
 public:
  explicit PageFinder(std::vector<TextLine>& lines) : raw_(lines) {
    for (const TextLine& raw : raw_) {
      KnownLine line;
      line.words = trimmed(raw.words);
      // +---+ is a table's, and no words that repeat.
      if (std::ranges::any_of(line.words, base::is_letter_or_number)) line.folded = fold(line.words);
      line.heading = parse_label(line.folded) || may_become_label(line.folded) || is_title(line.folded);
      const LineStart start = find_line_start(line.words);
      line.start = start.any();
      line.only_start = start.any() && start.length == line.words.size();
      line.ends = ends_sentence(line.words);
      lines_.push_back(std::move(line));
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].folded.empty()) worded_.push_back(i);
    }
    measure();
  }

  void find(LeftOutList& left_out) {
    find_alone();
    find_at_edges();
    find_neighbours();
    find_bare_numbers();
    find_neighbours();
    find_repeated();
    find_neighbours();
    take(left_out);
  }

 private:
  const KnownLine& line(std::size_t k) const { return lines_[worded_[k]]; }

  // Whether entries end with 。, so that one without goes on. What stands before the goals (services, principles) ends
  // without in many reports.
  void measure() {
    std::size_t first = 0;
    while (first < worded_.size() && !tells_of_goals(line(first).folded)) ++first;
    if (first == worded_.size()) first = 0;
    double ended = 0, all = 0;
    for (std::size_t k = first; k + 1 < worded_.size(); ++k) {
      if (line(k).heading || line(k).only_start || page_mark(line(k).folded)) continue;
      const bool last = worded_[k + 1] > worded_[k] + 1 || line(k + 1).heading || line(k + 1).start;
      if (!last) continue;
      ++all;
      if (line(k).ends) ++ended;
    }
    entries_end_ = all > 0 && ended >= kMostEnd * all;
  }
  static bool tells_of_goals(std::u32string_view folded) {
    const auto label = parse_label(folded);
    const bool goals = label && !is_front_matter(label->field);
    return goals || folded.starts_with(U"重点目標") || folded.starts_with(U"取組");
  }

  // Of each line with words, the nearest ones before and behind it that are no edges, as far as is known by now.
  void find_neighbours() {
    constexpr std::size_t kNone = std::u32string::npos;
    before_.assign(worded_.size(), kNone);
    after_.assign(worded_.size(), kNone);
    for (std::size_t k = 1; k < worded_.size(); ++k) before_[k] = line(k - 1).edge ? before_[k - 1] : k - 1;
    for (std::size_t k = worded_.size(); k-- > 1;) after_[k - 1] = line(k).edge ? after_[k] : k;
  }

  // The words before it and behind it are one sentence. `k`: among the lines with words.
  bool interrupts(std::size_t k) const {
    if (!entries_end_ || before_[k] >= worded_.size() || after_[k] >= worded_.size()) return false;
    const KnownLine &last = line(before_[k]), &next = line(after_[k]);
    return !last.heading && !last.ends && !last.only_start && !next.heading && !next.start;
  }

  void find_alone() {
    std::u32string first;
    for (std::size_t k = 0; k < std::min(kFirstLines, worded_.size()); ++k) first += line(k).folded;
    for (std::size_t k = 0; k < worded_.size(); ++k) {
      KnownLine& one = lines_[worded_[k]];
      const std::size_t prefix = length_of_page_prefix(one.words);
      const std::u32string rest = fold(std::u32string_view(one.words).substr(prefix));
      const bool title = prefix > 0 && (rest.empty() || is_title(rest) || contains(first, rest));
      one.stamp = is_stamp(one.folded) && (k < kShortestPage || one.folded.starts_with(U'('));
      one.edge = one.stamp || page_mark(one.folded) || title || is_browsers(one.words);
    }
    find_numbered_heads(first);
  }
  // http://… 1/2, and the time at which it was printed beside the page's title.
  static bool is_browsers(std::u32string_view words) {
    const EdgeLine parts = parts_of(words);
    if (parts.empty()) return false;
    const std::u32string front = fold(parts.front()), back = fold(parts.back());
    if (is_print_time(front) || begins_with_time(words)) return true;
    if (parts.size() == 1 && is_web_address(front)) return true;
    if (parts.size() > 1) return is_print_time(back) || (is_web_address(front) && page_mark(back));
    const std::size_t space = words.find_last_of(U' ');
    return space != words.npos && is_web_address(fold(words.substr(0, space))) && page_mark(fold(words.substr(space)));
  }

  // 11/26/26, 4:58 PM and other words
  static bool begins_with_time(std::u32string_view words) {
    std::size_t end = 0;
    for (int spaces = 0; spaces < 4 && end < words.size(); ++spaces) {
      end = std::min(words.find(U' ', end + 1), words.size());
      if (is_print_time(fold(words.substr(0, end)))) return true;
    }
    return false;
  }

  // Form feeds and what surely is an edge part the pages.
  void find_at_edges() {
    std::vector<EdgePage> pages;
    std::vector<std::vector<std::size_t>> of;  // pages' lines
    bool begin = true;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      begin = begin || raw_[i].new_page || lines_[i].edge;
      if (lines_[i].folded.empty() || lines_[i].edge) continue;
      if (std::exchange(begin, false)) pages.emplace_back(), of.emplace_back();
      pages.back().push_back(parts_of(lines_[i].words));
      of.back().push_back(i);
    }
    std::map<std::size_t, std::size_t> parts;  // of a line
    for (const EdgePart& part : find_page_edges(pages)) {
      const std::size_t i = of[part.page][part.line];
      if (++parts[i] == pages[part.page][part.line].size()) lines_[i].edge = true;
    }
  }

  // 2 alone on its line may be a list's. It is a page's where it stands inside a sentence, far from other numbers; and
  // all of them are where they count far away lines, with empty ones around them and the beginning of something below.
  void find_bare_numbers() {
    std::vector<std::size_t> found;
    for (std::size_t k = 0; k < worded_.size(); ++k) {
      if (!line(k).edge && bare_number(line(k).folded)) found.push_back(k);
    }
    std::vector<std::size_t> inside;
    bool all = found.size() >= 2 && number_of(found.front()) <= 2;
    for (std::size_t n = 0; n < found.size(); ++n) {
      const bool far = (n == 0 || found[n] >= found[n - 1] + kShortestPage) &&
                       (n + 1 == found.size() || found[n + 1] >= found[n] + kShortestPage);
      if (far && interrupts(found[n])) inside.push_back(found[n]);
      all = all && far && parts_pages(found[n]) && (n == 0 || number_of(found[n]) == number_of(found[n - 1]) + 1);
    }
    for (std::size_t n = 1; n < inside.size(); ++n) {
      if (number_of(inside[n]) <= number_of(inside[n - 1])) inside.clear();
    }
    for (const std::size_t k : all ? found : inside) lines_[worded_[k]].edge = true;
  }
  int number_of(std::size_t k) const { return bare_number(line(k).folded).value_or(0); }
  bool parts_pages(std::size_t k) const {
    if (interrupts(k)) return true;
    if (k == 0 || k + 1 == worded_.size()) return false;
    const auto label = parse_label(line(k + 1).folded);
    const bool begins = label ? label->field != Field::goal && label->field != Field::review_header : line(k + 1).start;
    return line(k - 1).ends && begins && worded_[k] > worded_[k - 1] + 1 && worded_[k + 1] > worded_[k] + 1;
  }

  // The title, or whatever stands so twice, and the page's number on one line.
  void find_numbered_heads(std::u32string_view first) {
    std::map<std::u32string, std::vector<std::pair<std::size_t, int>>> heads;
    for (std::size_t k = 0; k < worded_.size(); ++k) {
      const std::u32string& words = line(k).words;
      const std::size_t front = words.find_first_of(U" 　\t"), back = words.find_last_of(U" 　\t");
      if (back == words.npos || line(k).edge || line(k).start) continue;
      std::u32string rest = fold(std::u32string_view(words).substr(0, back));
      auto number = page_mark(fold(std::u32string_view(words).substr(back)));
      if (!number) {
        rest = fold(std::u32string_view(words).substr(front));
        number = page_mark(fold(std::u32string_view(words).substr(0, front)));
      }
      if (number && !rest.empty() && !ends_sentence(rest)) heads[rest].emplace_back(k, *number);
    }
    for (const auto& [rest, where] : heads) {
      bool rising = where.size() >= 2 || (is_title(rest) && contains(first, rest));
      for (std::size_t n = 1; n < where.size(); ++n) rising = rising && where[n].second > where[n - 1].second;
      for (const auto& [k, number] : where) lines_[worded_[k]].edge = lines_[worded_[k]].edge || rising;
    }
  }

  // Characters that part cells: words between them are rows' and not lines.
  bool is_of_row(std::size_t k) const {
    constexpr std::u32string_view kParts = U"\",;|\t│┃";
    const auto holds = [&](std::size_t one) {
      return one < worded_.size() && line(one).words.find_first_of(kParts) != std::u32string::npos;
    };
    return holds(k) || holds(before_[k]) || holds(after_[k]);
  }

  // The report's title once more, other lines that stand again inside a sentence, and those that stand at the
  // document's beginning or end and twice more.
  void find_repeated() {
    std::map<std::u32string_view, std::vector<std::size_t>> places;
    for (std::size_t k = 0; k < worded_.size(); ++k) {
      if (!line(k).edge) places[line(k).folded].push_back(k);
    }
    for (const auto& [folded, where] : places) {
      const KnownLine& one = line(where.front());
      if (where.size() < 2 || one.start || one.ends || folded.size() < 4) continue;
      const bool title = is_title(folded);
      if (one.heading && !title) continue;
      bool far = true, inside = true;
      for (std::size_t n = 0; n < where.size(); ++n) {
        far = far && (n == 0 || where[n] >= where[n - 1] + kShortestPage);
        inside = inside && interrupts(where[n]) && !is_of_row(where[n]);
      }
      const bool at_end = where.front() < kFirstLines || where.back() + 2 >= worded_.size();
      const bool runs = where.size() >= 3 && at_end && !is_of_row(where.front()) && !raw_[worded_[where.front()]].apart;
      if (!far || (!title && !inside && !runs)) continue;
      for (std::size_t n = title ? 1 : 0; n < where.size(); ++n) {
        if (!title || !begins_report(where[n])) lines_[worded_[where[n]]].edge = true;
      }
    }
  }
  // A second report in the same file has a title, and then a period.
  bool begins_report(std::size_t k) const {
    for (std::size_t next = k + 1; next < std::min(k + 4, worded_.size()); ++next) {
      const auto label = parse_label(line(next).folded);
      if (label && is_front_matter(label->field)) return true;
    }
    return false;
  }

  void take(LeftOutList& left_out) {
    for (std::size_t k = 0; k < worded_.size(); ++k) {
      if (!line(k).edge) continue;
      const auto why = line(k).stamp ? LeftOut::Why::stamp : LeftOut::Why::page_edge;
      left_out.add(why, line(k).words, raw_[worded_[k]].place);
      if (interrupts(k)) close_gap(k);
    }
    std::vector<TextLine> kept;
    bool new_page = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      new_page = (new_page || raw_[i].new_page) && !dropped_.contains(i);
      if (lines_[i].edge || dropped_.contains(i)) continue;
      TextLine& line = kept.emplace_back(std::move(raw_[i]));
      line.new_page = std::exchange(new_page, false);
      take_inline(line, left_out);
    }
    raw_ = std::move(kept);
  }

  void close_gap(std::size_t k) {
    const std::size_t end = k + 1 < worded_.size() ? worded_[k + 1] : lines_.size();
    for (std::size_t i = k > 0 ? worded_[k - 1] + 1 : 0; i < end; ++i) dropped_.insert(i);
    if (end < raw_.size()) raw_[end].new_page = false;
  }

  static void take_inline(TextLine& line, LeftOutList& left_out) {
    std::u32string kept;
    std::size_t from = 0;
    const std::u32string_view all = line.words;
    while (const auto mark = inline_mark(all, from)) {
      kept += all.substr(from, mark->begin - from);
      left_out.add(LeftOut::Why::page_edge, all.substr(mark->begin, mark->end - mark->begin), line.place);
      from = mark->end;
    }
    if (from > 0) line.words = kept + std::u32string(all.substr(from));
  }

  std::vector<TextLine>& raw_;
  std::vector<KnownLine> lines_;
  std::vector<std::size_t> worded_;  // lines with words
  std::vector<std::size_t> before_, after_;
  std::set<std::size_t> dropped_;  // empty lines inside a sentence
  bool entries_end_ = false;
};

}  // namespace

void take_page_edges(std::vector<TextLine>& lines, LeftOutList& left_out) { PageFinder(lines).find(left_out); }

}  // namespace hub::report
