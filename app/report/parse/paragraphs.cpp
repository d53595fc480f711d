#include "report/parse/paragraphs.h"

#include <algorithm>

#include "content/model/sentence.h"
#include "report/parse/join_rules.h"
#include "report/parse/line_habits.h"
#include "report/parse/list_marks.h"
#include "report/parse/run_in_headings.h"
#include "report/words/characters.h"
#include "report/words/titles.h"
#include "report/words/years.h"

namespace hub::report {

namespace {

constexpr std::size_t kMostLabelLines = 8;
constexpr std::size_t kMostTitleLines = 3;
constexpr std::size_t kEnd = 400;  // characters that show how a paragraph ends
constexpr std::u32string_view kCounters = U"か年月日人名回組件つ区週時歳本部校団ヶヵカケ割％%倍点度枚冊";

bool starts_midway(std::u32string_view words) { return content::starts_midway(utf8(words)); }
bool ends_midway(std::u32string_view words) { return content::ends_midway(utf8(words)); }

// One ①, 2. or (3) and nothing else: the beginning of what follows.
bool is_only_start(std::u32string_view words) {
  const LineStart start = find_line_start(words);
  return start.any() && start.length == words.size();
}

class ParagraphBuilder {
 public:
  explicit ParagraphBuilder(const Document& document)
      : lines_(with_circled_marks(with_headings_apart(document.lines)).lines),
        habits_(find_line_habits(lines_, document.kind)) {}

  std::vector<Paragraph> build() {
    for (std::size_t i = 0; i < lines_.size();) i = take(i);
    close();
    set_page_headings_apart();
    set_reviews_apart();
    return std::move(paragraphs_);
  }

 private:
  double wrap_width(const Line& line) const { return line.measure_em > 0 ? line.measure_em : habits_.wrap_width_em; }

  std::size_t take(std::size_t i) {
    const std::u32string folded = fold(lines_[i].words);
    // 令和３年度重点目標 / 評価結果・令和４年度重点目標 is no heading.
    const std::size_t of_title = title_lines(i);
    if (of_title > (parse_label(folded) ? 1 : 0)) return put_title(i, of_title);
    if (!heading_ && is_hub_name(folded)) return put_title(i, 1);
    if (const std::size_t count = label_lines(i)) return put_label(i, count);
    if (const auto year = year_of_next_label(i)) {
      take_prefixed(i + 1, year);
      return i + 2;
    }
    if (label_prefix(lines_[i].words) > 0) {
      take_prefixed(i, std::nullopt);
      return i + 1;
    }
    take_line(lines_[i]);
    return i + 1;
  }

  // 平成31年度 / 重点目標① 雨の日にも…: the year is the heading's.
  std::optional<int> year_of_next_label(std::size_t i) const {
    if (i + 1 >= lines_.size()) return std::nullopt;
    const std::u32string folded = fold(lines_[i].words);
    const auto year = fiscal_year_at(folded, 0);
    if (!year || year->length != folded.size()) return std::nullopt;
    const std::u32string_view next = lines_[i + 1].words;
    const std::size_t length = label_prefix(next);
    if (length == 0 || parse_label(fold(next.substr(0, length)))->field != Field::goal) return std::nullopt;
    return year->year;
  }

  // 取組内容　①…: a heading and the first of its words on one line.
  void take_prefixed(std::size_t i, std::optional<int> year) {
    const std::u32string_view words = lines_[i].words;
    const std::size_t length = label_prefix(words);
    Label label = *parse_label(fold(words.substr(0, length)));
    if (year && label.year_word == YearWord::none) {
      label.year_word = YearWord::number;
      label.year = *year;
    }
    add_label(label, words.substr(0, length), lines_[i]);
    Line rest = lines_[i];
    rest.words = trimmed(words.substr(length));
    while (!rest.words.empty() && (rest.words.front() == U'：' || rest.words.front() == U':')) {
      rest.words = trimmed(std::u32string_view(rest.words).substr(1));
    }
    rest.gap = false;
    rest.indent_em += width_em(words) - width_em(rest.words);
    // 取組内容　① 取り組み内容
    if (const auto second = parse_label(fold(rest.words))) {
      add_label(*second, rest.words, rest);
    } else {
      take_line(rest);
    }
  }

  // How many lines from i make one title: 令和３年度重点 / 目標評価結果・令和４年度重点目標. The most that end as one.
  std::size_t title_lines(std::size_t i) const {
    const std::u32string first = fold(lines_[i].words);
    std::size_t best = is_title(first) ? 1 : 0;
    // 緑区地域子育て支援拠 / 点事業
    const bool names_hub = best == 0 && fiscal_years(first).empty() && contains(first, U"区地域");
    if (ends_sentence(first) || (best == 0 && !names_hub && fiscal_years(first).empty())) return best;
    std::u32string folded = first;
    for (std::size_t count = 2; count <= kMostTitleLines && i + count <= lines_.size(); ++count) {
      const std::u32string next = fold(lines_[i + count - 1].words);
      const bool own = is_title(next) && (best > 0 || contains(next, U"拠点") || names_all_years(next));
      if (own || is_hub_name(next) || parse_label(next)) break;
      folded += next;
      const bool whole = folded.ends_with(names_hub ? U"拠点事業" : U"重点目標");
      if (whole && is_title(folded)) best = count;
    }
    return best;
  }

  // 令和2年度重点目標 above the title, or above the heading of what is reviewed, is the heading of the page around the
  // report: no section of goals begins there.
  void set_page_headings_apart() {
    std::vector<Paragraph*> headings;
    for (Paragraph& paragraph : paragraphs_) {
      const bool label = paragraph.kind == Paragraph::Kind::label;
      const bool title = paragraph.kind == Paragraph::Kind::title;
      if (title || (label && paragraph.label.field == Field::review_header)) {
        for (Paragraph* heading : headings) heading->kind = Paragraph::Kind::title;
        headings.clear();
      }
      if (label && paragraph.label.field == Field::goal && heads_section(paragraph.label)) {
        headings.push_back(&paragraph);
      } else if (!title && (label || ends_sentence(paragraph.words))) {
        return;
      }
    }
  }

  // 令和5年度の振り返り right above a goal's heading is the section's.
  void set_reviews_apart() {
    for (std::size_t i = 0; i + 1 < paragraphs_.size(); ++i) {
      Paragraph& paragraph = paragraphs_[i];
      const Paragraph& next = paragraphs_[i + 1];
      const auto is_label = [](const Paragraph& one) { return one.kind == Paragraph::Kind::label; };
      if (!is_label(paragraph) || !is_label(next) || next.label.field != Field::goal) continue;
      const bool review = tells_of_results(paragraph.label.field) && paragraph.label.year_word != YearWord::none;
      if (review) paragraph.label.field = Field::review_header;
    }
  }

  std::size_t put_title(std::size_t i, std::size_t count) {
    close();
    Paragraph paragraph = paragraph_at(lines_[i]);
    paragraph.kind = Paragraph::Kind::title;
    for (std::size_t k = i; k < i + count; ++k) paragraph.words += lines_[k].words;
    paragraphs_.push_back(std::move(paragraph));
    return i + count;
  }

  // How many lines from i make one heading; the most that do.
  std::size_t label_lines(std::size_t i) const {
    std::size_t best = 0;
    std::u32string words;
    for (std::size_t count = 1; count <= kMostLabelLines && i + count <= lines_.size(); ++count) {
      const Line& line = lines_[i + count - 1];
      if (count > 1 && (line.cell != lines_[i].cell || line.gap || is_only_start(line.words))) break;
      if (count > 1 && best > 0 && is_next_label(fold(words), fold(line.words))) break;
      words += line.words;
      const std::u32string folded = fold(words);
      if (parse_label(folded)) {
        best = count;
      } else if (!may_become_label(folded)) {
        break;
      }
    }
    return best;
  }

  std::size_t put_label(std::size_t i, std::size_t count) {
    std::u32string words;
    for (std::size_t k = i; k < i + count; ++k) words += lines_[k].words;
    add_label(*parse_label(fold(words)), words, lines_[i]);
    return i + count;
  }

  void add_label(const Label& label, std::u32string_view words, const Line& line) {
    close();
    Paragraph paragraph = paragraph_at(line);
    paragraph.kind = Paragraph::Kind::label;
    paragraph.label = label;
    paragraph.words = words;
    paragraphs_.push_back(std::move(paragraph));
    heading_ = label.field;
    expected_number_ = 1;
  }

  static Paragraph paragraph_at(const Line& line) {
    Paragraph paragraph;
    paragraph.gap = line.gap;
    paragraph.place = line.place;
    paragraph.cell = line.cell;
    paragraph.row = line.row;
    return paragraph;
  }

  // A line may hold several entries of a list: 1 … 2 …, ★… ★…, …した。②…
  void take_line(const Line& line) {
    std::u32string_view rest = line.words;
    Line part = line;
    while (!rest.empty()) {
      const LineStart start = find_line_start(rest);
      const int number = start.number > 0 ? start.number : expected_number_ - 1;
      const std::size_t first = std::max<std::size_t>(start.length, 1);
      const std::size_t end = std::min(inline_start(rest, first, number + 1), next_mark(rest, first, start.marks));
      part.words = trimmed(rest.substr(0, end));
      if (end < rest.size() && heading_ == Field::implementers && part.words.back() == U'、') part.words.pop_back();
      part.closed = line.closed || end < rest.size();
      if (!part.words.empty()) add_line(part);
      part.indent_em += width_em(rest.substr(0, end));
      rest.remove_prefix(std::min(end, rest.size()));
      part.gap = part.item = false;
    }
  }

  // A line may be as long as a report: only what stands near is looked at.
  static bool ends_sentence_at(std::u32string_view words, std::size_t end) {
    constexpr std::size_t kNear = 300;
    const std::size_t from = end > kNear ? end - kNear : 0;
    return ends_sentence(words.substr(from, end - from));
  }

  std::size_t inline_start(std::u32string_view words, std::size_t from, int expected) const {
    if (heading_ == Field::implementers) {
      if (const std::size_t second = second_body(words, from)) return second;
    }
    for (std::size_t i = from; i < words.size(); ++i) {
      const char32_t before = words[i - 1], c = words[i];
      // …します。② at the end of a line: its words stand below.
      if (i + 1 == words.size()) return before == U'。' && is_circled_number(c) ? i : words.size();
      const bool after_bracket = (before == U'）' || before == U')') && ends_sentence_at(words, i);
      const bool after_sentence = before == U'。' || after_bracket;
      if (!after_sentence && !is_space(before)) continue;
      if (is_space(c)) continue;
      if (is_circled_number(c)) return i;
      if (is_bullet(c) && (c != U'・' || after_sentence || ends_sentence_at(words, i))) return i;
      if (!is_digit(c) && c != U'(' && c != U'（') continue;
      const LineStart start = find_line_start(words.substr(i));
      if (start.number != expected || start.number < 2 || i + start.length >= words.size()) continue;
      if (kCounters.find(words[i + start.length]) == kCounters.npos) return i;
    }
    return words.size();
  }

  // ①講座の開催②相談会の実施, and …の充実など）②…: the mark that comes next in a list, also where no sentence ends.
  // 重点目標②の成果 or 図②、 names something.
  std::size_t next_mark(std::u32string_view words, std::size_t from, const std::vector<int>& own) const {
    constexpr std::u32string_view kGoesOn = U"のとをはがにもでへや";
    constexpr std::u32string_view kNamed[] = {U"目標", U"項目", U"資料", U"別紙", U"図"};
    const std::vector<int>& marks = own.empty() && open_ ? current_.marks : own;
    if (marks.empty()) return words.size();
    for (std::size_t i = from; i + 1 < words.size(); ++i) {
      if (words[i] == U'。') return words.size();
      if (!is_circled_number(words[i]) || base::circled_value(words[i]) != marks.back() + 1) continue;
      const char32_t before = words[i - 1], after = words[i + 1];
      const bool ends = before == U'）' || before == U')' || before == U'」' || is_kanji(before) || is_katakana(before);
      const auto names = [&](std::u32string_view name) { return words.substr(0, i).ends_with(name); };
      if (ends && is_word(after) && kGoesOn.find(after) == kGoesOn.npos && std::ranges::none_of(kNamed, names))
        return i;
    }
    return words.size();
  }

  // いずみの会 泉区こども家庭支援課 on one line: where the second begins; 0: there is one.
  static std::size_t second_body(std::u32string_view words, std::size_t from) {
    for (std::size_t at = words.find_first_of(U" 　、", from); at != words.npos;
         at = words.find_first_of(U" 　、", at + 1)) {
      const std::u32string_view rest = words.substr(at + 1);
      const std::u32string_view next = rest.substr(0, rest.find_first_of(U" 　、"));
      const bool office = next.ends_with(U"支援課") || next.ends_with(U"区");
      if (!words.substr(0, at).ends_with(U"法人") && (office || contains(next, U"法人"))) return at + 1;
    }
    return 0;
  }

  void add_line(const Line& line) {
    LineStart start = find_line_start(line.words);
    if (!start.any()) start = bare_number(line.words);
    if (open_ && start.any() && joins(line, start)) start = LineStart{};
    if (open_ && !start.any() && !line.item && joins(line, start)) return append(line);
    close();
    Paragraph paragraph = paragraph_at(line);
    paragraph.marks = start.marks;
    paragraph.number = start.number;
    paragraph.bullet = start.bullet || line.item;
    paragraph.words = line.words.substr(start.length);
    entry_indent_em_ = line.indent_em;
    if (start.number > 0) expected_number_ = start.number + 1;
    current_ = std::move(paragraph);
    open_ = true;
    last_ = line;
  }

  // 2子どもの視点に…: some extractions lose the space; only where a list is to be expected, and in its order.
  LineStart bare_number(std::u32string_view words) const {
    const bool listed = heading_ == Field::principles || heading_ == Field::services || heading_ == Field::evaluation;
    LineStart start;
    if (!listed || words.size() < 8 || !is_digit(words[0]) || is_digit(words[1])) return start;
    const int value = static_cast<int>(fold(words.substr(0, 1)).front() - U'0');
    if (value != expected_number_ || kCounters.find(words[1]) != kCounters.npos) return start;
    start.number = value;
    start.length = 1;
    return start;
  }

  bool joins(const Line& line, const LineStart& start) const {
    LinePair lines(current_, last_, line);
    lines.heading = heading_;
    lines.wrap_width_em = wrap_width(last_);
    lines.entry_indent_em = entry_indent_em_;
    lines.habits = habits_;
    lines.start = start;
    lines.expected_number = expected_number_;
    return deciding_rule(start.any() ? start_rules() : join_rules(), lines).joins;
  }

  // Neither a mark or bullet, a full stop nor grammar tells whether the line goes on with the one above.
  bool may_be_own_entry(const Line& line) const {
    const bool listed = !current_.marks.empty() || current_.number > 0 || current_.bullet;
    if (listed || current_.words.empty() || current_.guessed_join > 0 || has_open_bracket(current_.words)) return false;
    return !ends_sentence(current_.words) && !runs_on(current_.words) && !starts_midway(line.words);
  }
  // 声をかけ合い、励まし runs on, but 内容の見直し may be a whole entry.
  static bool runs_on(std::u32string_view words) {
    if (words.size() > kEnd) words.remove_prefix(words.size() - kEnd);  // a paragraph grows line by line
    const bool noun = words.size() >= 2 && words.back() == U'し' && words[words.size() - 2] >= 0x4E00;
    return ends_midway(words) && !noun;
  }

  void append(const Line& line) {
    if (may_be_own_entry(line)) current_.guessed_join = current_.words.size();
    current_.words += line.words;
    last_ = line;
  }

  void close() {
    // A mark without words still says which goal or activity the bullets below it belong to.
    if (open_) paragraphs_.push_back(std::move(current_));
    open_ = false;
    current_ = Paragraph{};
  }

  const std::vector<Line> lines_;  // the document's, marked with ①②③
  const LineHabits habits_;
  double entry_indent_em_ = 0;  // of current_
  std::vector<Paragraph> paragraphs_;
  Paragraph current_;
  Line last_;  // the last line of current_
  bool open_ = false;
  std::optional<Field> heading_;  // of the last heading
  int expected_number_ = 1;
};

}  // namespace

std::vector<Paragraph> find_paragraphs(const Document& document) { return ParagraphBuilder(document).build(); }

}  // namespace hub::report
