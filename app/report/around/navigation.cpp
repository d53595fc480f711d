#include "report/around/navigation.h"

#include <algorithm>

#include "report/around/page_edges.h"
#include "report/around/page_words.h"
#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/titles.h"
#include "report/words/years.h"

namespace hub::report {

namespace {

constexpr std::size_t kLongest = 60;           // characters of a line of a menu
constexpr std::size_t kLongestTrail = 160;     // of a breadcrumb
constexpr std::size_t kLongestStep = 40;       // of one step of it
constexpr std::size_t kLongestSentence = 120;  // of a page's own words about itself

std::u32string lower(std::u32string_view words) {
  std::u32string lowered(words);
  for (char32_t& c : lowered) {
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
  }
  return lowered;
}

// Without arrows, brackets and bullets around it.
std::u32string_view bare(std::u32string_view folded) {
  constexpr std::u32string_view kOrnaments = U"▲△▼▽↑↓←→⇒»«›‹>＞<・•●■□◆◇▶►◀[](){}【】「」『』〈〉|/:…";
  while (!folded.empty() && kOrnaments.find(folded.front()) != kOrnaments.npos) folded.remove_prefix(1);
  while (!folded.empty() && kOrnaments.find(folded.back()) != kOrnaments.npos) folded.remove_suffix(1);
  return folded;
}

// What stands before an address, and what a line begins with that leads to one.
constexpr std::u32string_view kNamesOfAddresses[] = {U"url",          U"hp",     U"web",      U"link", U"リンク",
                                                     U"ホームページ", U"サイト", U"リンク先", U"参照", U"出典"};
constexpr std::u32string_view kInvitations[] = {U"詳しくは",     U"くわしくは",     U"詳細は", U"詳細については",
                                                U"もっと詳しく", U"もっとくわしく", U"続きは", U"つづきは"};
constexpr std::u32string_view kWays[] = {U"こちら",
                                         U"こちらへ",
                                         U"こちらから",
                                         U"こちらまで",
                                         U"へ",
                                         U"から",
                                         U"で",
                                         U"まで",
                                         U"ご覧ください",
                                         U"ごらんください",
                                         U"ご確認ください",
                                         U"お問い合わせください",
                                         U"お問合せください",
                                         U"クリック",
                                         U"クリックしてください"};
constexpr std::u32string_view kOnTheirOwn[] = {
    U"はこちら",           U"はこちらから",           U"はこちらへ",
    U"はこちらをクリック", U"はこちらをご覧ください", U"はこちらをごらんください"};

// `folded`: in small letters.
bool leads_elsewhere(std::u32string_view folded) {
  if (folded.size() > kLongest) return false;
  while (!folded.empty() && (folded.back() == U'。' || folded.back() == U'.')) folded.remove_suffix(1);
  const auto ends = [&](std::u32string_view way) { return folded.ends_with(way); };
  const auto begins = [&](std::u32string_view way) { return folded.starts_with(way); };
  if (contains(folded, U"。")) return false;
  return std::ranges::any_of(kOnTheirOwn, ends) ||
         (std::ranges::any_of(kInvitations, begins) && std::ranges::any_of(kWays, ends));
}

bool is_separator(char32_t c) { return std::u32string_view(U">＞›»≫〉▶").find(c) != std::u32string_view::npos; }

// (2019-03-22・1440KB), 報告書（PDF：123KB）
bool names_file(std::u32string_view folded) {
  const std::u32string words = lower(folded);
  for (const std::u32string_view unit : {U"kb", U"mb", U"キロバイト", U"メガバイト"}) {
    for (std::size_t at = words.find(unit); at != words.npos; at = words.find(unit, at + 1)) {
      if (at > 0 && is_digit(words[at - 1])) return true;
    }
  }
  return words.ends_with(U"(pdf)") || words.ends_with(U"[pdf]") || words.ends_with(U".pdf") ||
         words.ends_with(U"(pdf形式)") || words.ends_with(U"(excel)") || words.ends_with(U"(word)");
}

// R3年度, 令和4年度重点目標, H30年度利用者アンケート, 2019年度の報告書はこちら
bool begins_with_year(std::u32string_view folded) {
  const std::u32string_view words = bare(folded);
  return !words.empty() && fiscal_year_at(words, 0).has_value();
}

// How a page says what its reader needs: PDFファイルをご覧いただくには、Adobe Readerが必要です。
bool is_about_page(std::u32string_view folded) {
  const std::u32string words = lower(folded);
  if (words.size() > kLongestSentence) return false;
  for (const std::u32string_view one :
       {U"adobe", U"acrobatreader", U"cookie", U"クッキーを", U"javascript", U"ジャバスクリプト", U"allrightsreserved",
        U"ブラウザの設定", U"無断転載", U"pdf形式のファイル", U"pdfファイルを", U"pdfリーダー", U"別ウィンドウで",
        U"新しいウィンドウで", U"リーダーが必要"}) {
    if (contains(words, one)) return true;
  }
  return false;
}

// シェア ツイート LINEで送る; ホーム | お知らせ | お問い合わせ. Two at least, most of them known.
bool is_row_of_buttons(std::u32string_view words) {
  std::size_t known = 0, all = 0;
  std::u32string one;
  const auto end = [&] {
    const std::u32string folded = lower(fold(one));
    const std::u32string_view button = bare(folded);
    one.clear();
    if (button.empty()) return;
    ++all;
    const bool number = button.size() <= 3 && std::ranges::all_of(button, is_digit);
    if (number || stands_anywhere(button) || stands_around(button)) ++known;
  };
  for (const char32_t c : words) {
    if (is_space(c) || c == U'\t' || c == U'|' || c == U'｜' || c == U'/' || c == U'／') {
      end();
    } else {
      one.push_back(c);
    }
  }
  end();
  return all >= 2 && known >= 2 && 5 * known >= 3 * all;
}

enum class Part {
  none,      // may be the report's
  empty,     // no words
  anywhere,  // surely of the page
  around,    // of the page, where it stands above the title or below the end
  year,      // of a menu of years, if others stand beside it
  contact,   // of the page, below the end
  report,    // a title, a label, a sentence
};

Part part_of(std::u32string_view words) {
  const std::u32string folded = fold(words);
  if (folded.empty()) return Part::empty;
  const std::u32string lowered = lower(folded);
  const std::u32string_view core = bare(lowered);
  if (core.empty()) return Part::around;
  if (stands_anywhere(core) || is_breadcrumb(words)) return Part::anywhere;
  if (folded.size() <= kLongest && begins_about_page(core) && !ends_sentence(folded)) {
    return Part::anywhere;
  }
  if (is_about_page(folded)) return Part::around;
  if (is_link(words)) return Part::anywhere;
  if (ends_sentence(folded) || folded.size() > kLongestTrail) return Part::report;
  if (names_file(folded)) return Part::anywhere;
  if (stands_around(core) || is_row_of_buttons(words)) return Part::around;
  if (begins_as_contact(core)) return Part::contact;
  if (is_title(folded)) return Part::report;
  if (folded.size() <= kLongest && begins_with_year(folded)) return Part::year;
  if (parse_label(folded)) return Part::report;
  return Part::none;
}

class NavigationFinder {
 public:
  explicit NavigationFinder(const std::vector<std::u32string>& lines) : lines_(lines), found_(lines.size()) {
    parts_.reserve(lines.size());
    for (const std::u32string& line : lines) parts_.push_back(part_of(line));
  }

  std::vector<bool> find() {
    for (std::size_t i = 0; i < parts_.size(); ++i) found_[i] = parts_[i] == Part::anywhere;
    const std::size_t top = find_top();
    above(top);
    below(top);
    return std::move(found_);
  }

 private:
  // Where the report begins: its title, else its first label or sentence. A line that begins with a year may be a
  // menu's or the page's heading.
  std::size_t find_top() const {
    std::size_t first = parts_.size();
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (parts_[i] != Part::report) continue;
      first = i;
      break;
    }
    // The year that stands right above it, with nothing of a page between them, is its own heading or title.
    std::size_t top = first;
    while (top > 0 && (parts_[top - 1] == Part::year || parts_[top - 1] == Part::empty)) --top;
    std::size_t years = 0;
    for (std::size_t i = top; i < first; ++i) years += parts_[i] == Part::year ? 1 : 0;
    if (years > 1) {
      // The nearest is; those above it are a menu.
      top = first;
      while (parts_[top - 1] == Part::empty) --top;
      --top;
    }
    while (top < first && parts_[top] == Part::empty) ++top;
    return top;
  }

  // Between two lines of the page, everything is the page's, but a title that the report below has not itself.
  void above(std::size_t top) {
    std::size_t of_page = 0;
    for (std::size_t i = 0; i < top; ++i) {
      of_page += found_[i] || parts_[i] == Part::around || parts_[i] == Part::year ? 1 : 0;
    }
    std::size_t first = top, last = 0;
    for (std::size_t i = 0; i < top; ++i) {
      const bool year = parts_[i] == Part::year && of_page > 1;
      if (found_[i] || year || parts_[i] == Part::around || (i + 1 < top && names_next(i))) {
        first = std::min(first, i);
        last = i;
      }
    }
    const std::u32string title = top < lines_.size() ? fold(lines_[top]) : std::u32string();
    const bool says_goals = contains(title, U"重点目標") && (is_title(title) || !parse_label(title));
    const bool says_ward = says_goals && contains(title, U"区");
    for (std::size_t i = first; i < top && i <= last; ++i) {
      const std::u32string folded = parts_[i] == Part::none ? fold(lines_[i]) : std::u32string();
      const bool goals = !says_goals && (contains(folded, U"重点目標") || contains(folded, U"評価"));
      const bool hub = !says_ward && contains(folded, U"拠点");
      found_[i] = parts_[i] != Part::empty && !goals && !hub;
    }
  }
  // The line above (2019-03-22・1440KB)
  bool names_next(std::size_t i) const {
    if (parts_[i] == Part::empty || parts_[i] == Part::report) return false;
    std::size_t next = i + 1;
    while (next < parts_.size() && parts_[next] == Part::empty) ++next;
    return next < parts_.size() && parts_[next] == Part::anywhere && names_file(fold(lines_[next]));
  }

  // From the end upwards, until words that may be the report's; below a heading of contacts or links all is the page's
  // that is no sentence.
  void below(std::size_t top) {
    std::size_t last_label = top, last_of_report = top;
    for (std::size_t i = top; i < parts_.size(); ++i) {
      if (parts_[i] != Part::report) continue;
      last_of_report = i;
      if (parse_label(fold(lines_[i]))) last_label = i;
    }
    for (std::size_t i = last_of_report + 1; i < parts_.size(); ++i) {
      if (!is_head_of_contacts(lines_[i])) continue;
      for (std::size_t k = i; k < parts_.size(); ++k) found_[k] = parts_[k] != Part::empty;
      break;
    }
    for (std::size_t i = parts_.size(); i-- > last_label + 1;) {
      if (parts_[i] == Part::empty || found_[i]) continue;
      const bool page = parts_[i] == Part::around || parts_[i] == Part::contact || names_next(i);
      if (!page) break;
      found_[i] = true;
    }
  }
  static bool is_head_of_contacts(std::u32string_view words) {
    const std::u32string folded = lower(fold(words));
    return heads_contacts(bare(folded));
  }

  const std::vector<std::u32string>& lines_;
  std::vector<Part> parts_;
  std::vector<bool> found_;
};

}  // namespace

bool is_link(std::u32string_view words) {
  const std::u32string lowered = lower(fold(words));
  std::u32string_view core = bare(lowered);
  if (is_web_address(core) || leads_elsewhere(core)) return true;
  for (const std::u32string_view name : kNamesOfAddresses) {
    if (!core.starts_with(name)) continue;
    if (is_web_address(bare(core.substr(name.size())))) return true;
  }
  return false;
}

bool is_breadcrumb(std::u32string_view words) {
  if (words.size() > kLongestTrail) return false;
  std::vector<std::u32string> steps(1);
  for (const char32_t c : words) {
    if (is_separator(c)) {
      steps.emplace_back();
    } else {
      steps.back().push_back(c);
    }
  }
  if (steps.size() < 2) return false;
  for (std::u32string& step : steps) step = lower(fold(step));
  std::u32string_view first = steps.front();
  bool here = false;
  for (const std::u32string_view place : {U"現在位置", U"現在地", U"現在のページ", U"ここは"}) {
    if (!first.starts_with(place)) continue;
    first.remove_prefix(place.size());
    here = true;
  }
  while (!first.empty() && (first.front() == U':' || first.front() == U'|')) first.remove_prefix(1);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].size() > kLongestStep || ends_sentence(steps[i]) || contains(steps[i], U"。")) return false;
  }
  const bool root = first == U"トップ" || first == U"ホーム" || first == U"トップページ" || first == U"ホームページ" ||
                    first == U"home" || first == U"top" || first.ends_with(U"トップ") ||
                    first.ends_with(U"トップページ") || first.ends_with(U"ホーム") || first.ends_with(U"役所") ||
                    first == U"横浜市";
  return here || root || (steps.size() >= 3 && is_title(steps.back()) && !first.empty());
}

std::vector<bool> find_navigation(const std::vector<std::u32string>& lines) { return NavigationFinder(lines).find(); }

}  // namespace hub::report
