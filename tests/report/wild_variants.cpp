#include "wild_variants.h"

#include <algorithm>

#include "base/utf8.h"
#include "wild_style.h"

namespace hub::tests {

namespace {

using nlohmann::json;
using Form = WildKind;
using Labels = WildStyle::Labels;
using Marks = WildStyle::Marks;

bool is_letters(WildKind kind) { return kind <= WildKind::zero_width; }
bool is_furniture(WildKind kind) { return kind >= WildKind::page_marks && kind <= WildKind::navigation; }

void style_heads(WildKind kind, WildStyle& style) {
  switch (kind) {
    case WildKind::page_heading:
      style.page_heading = true;
      break;
    case WildKind::one_year_title:
      style.title = WildStyle::Title::one_year;
      break;
    case WildKind::no_ward:
      style.title = WildStyle::Title::no_ward;
      break;
    case WildKind::hub_name_title:
      style.title = WildStyle::Title::hub_name;
      break;
    case WildKind::years_as_r5:
      style.years = WildStyle::Years::letter;
      break;
    case WildKind::spaced_labels:
      style.labels = Labels::spaced;
      break;
    case WildKind::vertical_labels:
      style.labels = Labels::vertical;
      break;
    case WildKind::numbered_labels:
      style.labels = Labels::numbered;
      break;
    case WildKind::square_labels:
      style.labels = Labels::square;
      break;
    case WildKind::bracket_labels:
      style.labels = Labels::bracketed;
      break;
    case WildKind::short_names:
      style.short_names = style.sharing = true;
      break;
    case WildKind::numbers_alone:
      style.sharing = true;
      break;
    case WildKind::new_order:
      style.new_order = true;
      break;
    default:
      break;
  }
}

void style_lists(WildKind kind, WildStyle& style) {
  switch (kind) {
    case WildKind::lost_marks:
      style.marks = Marks::lost;
      break;
    case WildKind::katakana_marks:
      style.marks = Marks::katakana;
      break;
    case WildKind::bracketed_katakana:
      style.marks = Marks::bracketed_katakana;
      break;
    case WildKind::bracketed_numbers:
      style.marks = Marks::bracketed_number;
      break;
    case WildKind::roman_marks:
      style.marks = Marks::roman;
      break;
    case WildKind::latin_marks:
      style.marks = Marks::latin;
      break;
    case WildKind::hanging_bullets:
      style.hanging = style.sharing = true;
      break;
    default:
      break;
  }
}

void settle_structure(const std::vector<WildKind>& kinds, WildStyle& style, Random& random) {
  // Page furniture is of lines, and what is not said of HTML.
  const bool lines = std::ranges::any_of(kinds, is_furniture);
  const bool html = std::ranges::find(kinds, WildKind::not_said) != kinds.end();
  if (lines && (style.form == Form::captions || style.form == Form::definitions)) style.form = Form::lines;
  if (!is_structure(style.form)) return;
  style.labels = Labels::plain;
  style.marks = Marks::circled;
  style.sharing = style.short_names = style.hanging = false;
  const bool either = style.form == Form::activity_rows || style.form == Form::goal_columns ||
                      style.form == Form::side_by_side || style.form == Form::running_text ||
                      style.form == Form::activity_blocks;
  style.format_is_html = style.form == Form::captions || style.form == Form::definitions ||
                         (either && !lines && (html || random.chance(40)));
  // What tells entries apart, where they have no marks: cells, blocks, lines.
  const bool parted = style.form == Form::activity_rows || style.form == Form::goal_columns ||
                      style.form == Form::side_by_side || style.form == Form::item_rows ||
                      style.form == Form::activity_blocks || style.form == Form::captions ||
                      style.form == Form::own_words || style.form == Form::definitions;
  style.unmarked = style.form == Form::colon_values || (parted && random.chance(50));
}

WildStyle style_of(const std::vector<WildKind>& kinds, Random& random) {
  WildStyle style;
  style.width = 20 + random.any(26);
  style.has_front = random.chance(90);
  style.form = random.chance(15) ? Form::table : Form::lines;
  for (const WildKind kind : kinds) {
    if (kind == WildKind::years_in_brackets)
      style.years = random.chance(60) ? WildStyle::Years::western_behind : WildStyle::Years::era_behind;
    style_heads(kind, style);
    style_lists(kind, style);
    if (kind == WildKind::not_said) style.form = Form::table;
    if (is_form(kind)) style.form = kind;
    if (is_furniture(kind)) style.form = Form::lines;
  }
  settle_structure(kinds, style, random);
  // What has no lines of its own is not wrapped, and one line has no hanging indents.
  if (style.form == Form::one_line) style.width = 0, style.hanging = false;
  const bool wraps = style.form == Form::lines || style.form == Form::blank_after_each ||
                     style.form == Form::running_text || style.form == Form::activity_blocks ||
                     style.form == Form::outline;
  if (!wraps || style.format_is_html) style.width = 0;
  if (style.form == Form::csv_columns) style.sharing = style.short_names = style.hanging = false;
  if (style.form == Form::csv_columns) style.labels = Labels::plain;
  if (style.width > 0 && style.form == Form::lines && random.chance(15)) style.width = 0;
  return style;
}

// A sentence without its beginning, and a number in two widths: rightly asked about wherever they are set.
bool has_slips_of_its_own(const json& goal) {
  const std::string all = goal.dump();
  return all.find("ら得た") != std::string::npos || all.find("１8") != std::string::npos;
}

json some_report(const std::vector<json>& reports, const WildStyle& style, Random& random) {
  const json& base = random.one_of(reports);
  const int year = 2019 + static_cast<int>(random.any(7));
  json made = {{"title", base["title"]}, {"ward", base["ward"]}, {"reviewYear", year}, {"goalYear", year + 1}};
  if (style.has_front) {
    made["period"] = {{"from", std::to_string(year) + "-04-01"},
                      {"to", std::to_string(year + 1) + "-03-31"},
                      {"termYear", 1 + random.any(5)},
                      {"termYears", 5}};
    const json& other = base.contains("purpose") ? base : reports[0];
    for (const char* key : {"implementers", "purpose", "principles", "services", "evaluationMethod"})
      made[key] = other[key];
  }
  for (const char* section : {"review", "goals"}) {
    std::vector<json> pool;
    for (const json& report : reports) {
      for (const json& goal : report[section]) {
        if (!has_slips_of_its_own(goal)) pool.push_back(goal);
      }
    }
    random.shuffle(pool);
    pool.resize(1 + random.any(4));
    made[section] = json::array();
    for (json& goal : pool) {
      goal["number"] = made[section].size() + 1;
      made[section].push_back(goal);
    }
  }
  return made;
}

std::string with_letters(WildKind kind, const std::string& text, Random& random) {
  const std::u32string words = base::decode_utf8(text);
  switch (kind) {
    case WildKind::radicals:
      return base::encode_utf8(with_radicals(words, random));
    case WildKind::decomposed:
      return base::encode_utf8(decomposed(words));
    case WildKind::half_width_kana:
      return base::encode_utf8(with_half_width_kana(words));
    case WildKind::zero_width:
      return base::encode_utf8(with_invisible_letters(words, random));
    default:
      return text;
  }
}

std::string with_furniture(WildKind kind, const std::string& text, const json& report, Random& random) {
  const std::string ward = report["ward"].get<std::string>(), title = report["title"].get<std::string>();
  switch (kind) {
    case WildKind::page_marks:
      return with_page_marks(text, false, random);
    case WildKind::page_marks_in_entries:
      return with_page_marks(text, true, random);
    case WildKind::running_heads:
      return with_running_heads(text, title.empty() ? "事業報告" : title, random);
    case WildKind::navigation:
      return with_navigation(text, ward.empty() ? "中区" : ward, random);
    case WildKind::not_said:
      return with_what_is_not_said(text, random);
    default:
      return text;
  }
}

// Two that go together: letters or furniture, with heads, lists or forms.
std::vector<WildKind> some_kinds(Random& random) {
  const auto last = static_cast<unsigned>(WildKind::mixture);
  const auto first_of_heads = static_cast<unsigned>(WildKind::page_heading);
  const auto one = static_cast<WildKind>(random.any(first_of_heads));
  const auto other = static_cast<WildKind>(first_of_heads + random.any(last - first_of_heads));
  return {one, other};
}

}  // namespace

const char* name_of(WildKind kind) {
  static const char* const names[] = {"radicals",
                                      "decomposed",
                                      "half-width kana",
                                      "zero width",
                                      "lost marks",
                                      "page marks",
                                      "page marks in entries",
                                      "running heads",
                                      "navigation",
                                      "not said",
                                      "page heading",
                                      "one-year title",
                                      "no ward",
                                      "hub's name as title",
                                      "years in brackets",
                                      "years as R5",
                                      "spaced labels",
                                      "vertical labels",
                                      "numbered labels",
                                      "square labels",
                                      "bracket labels",
                                      "numbers alone",
                                      "short names",
                                      "katakana marks",
                                      "bracketed katakana",
                                      "bracketed numbers",
                                      "roman marks",
                                      "latin marks",
                                      "hanging bullets",
                                      "lines",
                                      "table",
                                      "pipes",
                                      "pipe rows",
                                      "markdown",
                                      "csv",
                                      "csv columns",
                                      "tsv",
                                      "one line",
                                      "blank after each",
                                      "flow text",
                                      "flow html",
                                      "activity rows",
                                      "goal columns",
                                      "side by side",
                                      "item rows",
                                      "running text",
                                      "colon values",
                                      "activity blocks",
                                      "captions",
                                      "definitions",
                                      "outline",
                                      "own words",
                                      "new order",
                                      "mixture"};
  return names[static_cast<std::size_t>(kind)];
}

WildVariant make_wild_variant(WildKind kind, unsigned seed, const std::vector<json>& reports) {
  Random random(seed * 64 + static_cast<unsigned>(kind));
  const std::vector<WildKind> kinds = kind == WildKind::mixture ? some_kinds(random) : std::vector{kind};
  const WildStyle style = style_of(kinds, random);
  WildVariant variant;
  variant.kind = kind;
  variant.expected = some_report(reports, style, random);
  const std::vector<WildBlock> blocks = wild_blocks(variant.expected, style, random);
  variant.text = is_structure(style.form) ? structured_text(variant.expected, blocks, style, random)
                                          : wild_text(blocks, style, random);
  if (style.form == Form::table || style.form == Form::flow_html || style.format_is_html)
    variant.format = report::Document::Kind::html;
  for (const WildKind one : kinds) {
    if (!is_letters(one)) variant.text = with_furniture(one, variant.text, variant.expected, random);
  }
  for (const WildKind one : kinds) variant.text = with_letters(one, variant.text, random);
  return variant;
}

}  // namespace hub::tests
