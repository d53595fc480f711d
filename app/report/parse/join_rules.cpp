#include "report/parse/join_rules.h"

#include <algorithm>

#include "base/check.h"
#include "content/model/sentence.h"
#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr double kFullShare = 0.8;   // of the wrap width: kinsoku and Latin words make lines shorter
constexpr double kShortShare = 0.6;  // a line that short was not wrapped
constexpr double kHanging_em = 0.5;  // what goes on below an entry's bullet is indented by so much at least

// 泉区こども家庭支援課, which stands on a line of its own
bool names_office(std::u32string_view folded) { return folded.size() <= 20 && folded.ends_with(U"支援課"); }

bool names_body(std::u32string_view words) {
  return contains(words, U"法人") || contains(words, U"会社") || contains(words, U"協議会") ||
         contains(words, U"委員会");
}

bool is_name(std::u32string_view folded) {
  return folded.size() <= 40 && !contains(folded, U"。") && !contains(folded, U"、");
}

bool is_body_alone(std::u32string_view folded) {
  return folded.size() <= 30 && names_body(folded) && is_name(folded) && !folded.ends_with(U"事業)");
}

double last_width_em(const LinePair& lines) { return lines.last.indent_em + width_em(lines.last.words); }
bool is_full(const LinePair& lines) {
  return lines.wrap_width_em > 0 && last_width_em(lines) >= kFullShare * lines.wrap_width_em;
}
bool is_short(const LinePair& lines) {
  return lines.wrap_width_em > 0 && last_width_em(lines) < kShortShare * lines.wrap_width_em;
}

// All that the rules look at: how it ends, and whether it is short. A paragraph grows line by line, and must not be
// folded whole with each.
constexpr std::size_t kEnd = 400;
std::u32string_view end_of(std::u32string_view words) {
  return words.size() > kEnd ? words.substr(words.size() - kEnd) : words;
}

bool is_whole(const LinePair& lines) { return ends_sentence(lines.so_far.words); }
bool breaks_off(const LinePair& lines) { return content::ends_midway(utf8(end_of(lines.so_far.words))); }
bool goes_on(const LinePair& lines) { return content::starts_midway(utf8(lines.next.words)); }
bool opens_bracket(const LinePair& lines) { return lines.next.words.front() == U'（'; }
bool is_listed(const LinePair& lines) {
  return !lines.so_far.marks.empty() || lines.so_far.number > 0 || lines.so_far.bullet;
}
bool hangs(const LinePair& lines) { return lines.next.indent_em >= lines.entry_indent_em + kHanging_em; }
bool is_of_list(const LinePair& lines) {
  return lines.heading == Field::activities || (lines.heading && tells_of_results(*lines.heading));
}
// What is surely an entry or a goal: anything else may stand below a list.
bool is_of_goals(const LinePair& lines) {
  return (is_of_list(lines) && is_listed(lines)) || lines.heading == Field::goal;
}
// 延べ３ / ０組
bool tears_number(const LinePair& lines) {
  return !lines.so_far.words.empty() && is_digit(lines.so_far.words.back()) && is_digit(lines.next.words.front());
}
bool is_implementer(const LinePair& lines) {
  return lines.heading == Field::implementers && is_name(lines.folded_so_far);
}
bool is_entry_of_front_matter(const LinePair& lines) {
  return lines.so_far.number > 0 && (lines.folded_so_far.ends_with(U"事業)") || lines.folded_so_far.ends_with(U"運営"));
}

constexpr bool kJoin = true, kPart = false;

constexpr JoinRule kJoinRules[] = {
    {"another cell", [](const LinePair& l) { return l.next.cell != l.last.cell; }, kPart},
    {"a mark alone on its line", [](const LinePair& l) { return l.so_far.words.empty(); }, kJoin},
    {"a paragraph that has ended", [](const LinePair& l) { return l.last.closed; }, kPart},
    {"an open bracket", [](const LinePair& l) { return has_open_bracket(l.so_far.words); }, kJoin},
    {"a legal form and its name",  // 社会福祉法人 / いずみ苗場の会
     [](const LinePair& l) { return l.folded_so_far.size() <= 12 && l.folded_so_far.ends_with(U"法人"); }, kJoin},
    {"a ward office", [](const LinePair& l) { return names_office(l.folded_next); }, kPart},
    {"the end of a period", [](const LinePair& l) { return l.folded_so_far.ends_with(U"年度)"); }, kPart},
    {"a body's name", [](const LinePair& l) { return is_body_alone(l.folded_next) && !breaks_off(l); }, kPart},
    {"an implementer's wrapped name",
     [](const LinePair& l) { return is_implementer(l) && is_full(l) && !l.next.gap && !names_body(l.next.words); },
     kJoin},
    {"an implementer's name", is_implementer, kPart},
    {"the end of a service or principle", is_entry_of_front_matter, kPart},
    {"a number torn in two", tears_number, kJoin},
    {"words that go on, far below a full stop",
     [](const LinePair& l) { return goes_on(l) && l.next.gap && is_whole(l); }, kPart},
    {"words that go on", goes_on, kJoin},
    {"a full stop at the end of a wrapped line",
     [](const LinePair& l) { return is_whole(l) && !l.next.gap && (opens_bracket(l) || is_full(l)); }, kJoin},
    {"a full stop", is_whole, kPart},
    {"a line that hangs below its entry",
     [](const LinePair& l) { return hangs(l) && !l.next.gap && (is_listed(l) || l.habits.entries_hang); }, kJoin},
    {"a line where entries begin",
     [](const LinePair& l) { return l.habits.entries_hang && !hangs(l) && !breaks_off(l) && !opens_bracket(l); },
     kPart},
    {"an entry that has not ended, where all end in full stops",
     [](const LinePair& l) { return l.next.gap && l.habits.entries_end_in_stops && is_of_goals(l); }, kJoin},
    {"a sentence that breaks off at a gap",
     [](const LinePair& l) { return l.next.gap && (is_full(l) || breaks_off(l)); }, kJoin},
    {"a gap", [](const LinePair& l) { return l.next.gap; }, kPart},
    {"a line that is an entry, as all are",
     [](const LinePair& l) {
       return l.habits.lines_are_entries && is_of_list(l) && !breaks_off(l) && !opens_bracket(l);
     },
     kPart},
    {"a short line of a list",
     [](const LinePair& l) {
       return is_short(l) && !breaks_off(l) && !opens_bracket(l) && l.next.words.front() != U'(';
     },
     kPart},
    {"a wrapped line", [](const LinePair&) { return true; }, kJoin},
};

constexpr JoinRule kStartRules[] = {
    {"below another cell, a gap, a paragraph that has ended or a mark alone",
     [](const LinePair& l) {
       return l.next.cell != l.last.cell || l.next.gap || l.last.closed || l.so_far.words.empty();
     },
     kPart},
    {"below a full stop", is_whole, kPart},
    {"a mark inside a sentence",
     [](const LinePair& l) { return !l.start.marks.empty() && is_full(l) && breaks_off(l); }, kJoin},
    {"a mark", [](const LinePair& l) { return !l.start.marks.empty(); }, kPart},
    {"a number that is not the list's next",
     [](const LinePair& l) { return l.start.number > 0 && l.start.number != l.expected_number && l.start.number != 1; },
     kJoin},
    {"a number inside a sentence", [](const LinePair& l) { return l.start.number > 0 && breaks_off(l) && is_full(l); },
     kJoin},
    {"a number", [](const LinePair& l) { return l.start.number > 0; }, kPart},
    {"a ・ between two words",
     [](const LinePair& l) {
       const bool next_entry = l.habits.dots_are_bullets && l.so_far.bullet && !breaks_off(l);
       return l.next.words.front() == U'・' && !l.next.item && is_full(l) && !next_entry;
     },
     kJoin},
    {"a bullet", [](const LinePair&) { return true; }, kPart},
};

}  // namespace

LinePair::LinePair(const Paragraph& paragraph_so_far, const Line& last_line, const Line& next_line)
    : so_far(paragraph_so_far),
      last(last_line),
      next(next_line),
      folded_so_far(fold(end_of(paragraph_so_far.words))),
      folded_next(fold(next_line.words)) {}

std::span<const JoinRule> join_rules() { return kJoinRules; }
std::span<const JoinRule> start_rules() { return kStartRules; }

const JoinRule& deciding_rule(std::span<const JoinRule> rules, const LinePair& lines) {
  const auto rule = std::ranges::find_if(rules, [&](const JoinRule& one) { return one.applies(lines); });
  HUB_CHECK(rule != rules.end());
  return *rule;
}

}  // namespace hub::report
