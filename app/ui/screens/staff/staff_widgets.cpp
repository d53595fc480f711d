#include "ui/screens/staff/staff_widgets.h"

#include <algorithm>
#include <utility>

#include "base/characters.h"
#include "ui/layout/icons.h"

namespace hub::ui {

namespace {

constexpr int kLongestAscii = 12;  // letters that stand together without a place to break
constexpr int kLongestAsciiNarrow = 6;
constexpr double kNarrow_em = 16;
constexpr std::size_t kLongestLine = 400;
constexpr const char* kMayBreak = "\u200B";
constexpr const char* kMayNotBreak = "\u2060";

std::string breakable(const BuildContext& context, const std::string& words) {
  const int longest = context.metrics.width_em() < kNarrow_em ? kLongestAsciiNarrow : kLongestAscii;
  const std::string line = base::shown(words, kLongestLine);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string out;
  int together = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool ascii = c > ' ' && c < '\x7F';
    if (ascii && together >= longest) {
      out += kMayBreak;
      together = 0;
    }
    out += c;
    together = ascii ? together + 1 : 0;
    // 1 つ, as messages have it, is a number with what it counts.
    const bool counts = c == ' ' && i > 0 && is_digit(line[i - 1]) && i + 1 < line.size() && (line[i + 1] & 0x80) != 0;
    if (counts) out += kMayNotBreak;
    if (c == '/' || c == '_') {
      out += kMayBreak;
      together = 0;
    }
  }
  return out;
}

}  // namespace

Element staff_line(const BuildContext& context, const Words& words, Role role, Colour colour) {
  return plain_text(context, {breakable(context, words.words), words.language}, role, colour);
}
Element staff_line(const BuildContext& context, const std::string& words, Role role, Colour colour) {
  return staff_line(context, Words{words, "ja"}, role, colour);
}

Element staff_section(const BuildContext& context, char32_t icon, std::string_view title_key,
                      std::vector<Element> inside) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  inside.insert(inside.begin(),
                row(m.gap(0.35), {icon_of(icon, m.em(1.1), p.hub),
                                  staff_line(context, say(context, title_key), Role::heading, p.hub).growing()}));
  Element e = card(context, p.card, std::move(inside));
  e.gap_px = m.gap(0.3);
  return e;
}

Element staff_button(const BuildContext& context, const Words& words, bool chosen, std::optional<Action> tap) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const Colour on = chosen ? p.on_strong : p.ink;
  std::vector<Element> inside = {staff_line(context, words, Role::label, on).growing()};
  if (chosen) inside.push_back(icon_of(icon::check, m.em(0.9), on));
  Element e = row(m.gap(0.3), std::move(inside));
  e.pad = Insets::sides(m.gap(0.7), m.gap(0.3));
  e.min_height_px = e.min_width_px = std::max(m.target_px(), m.gap(2.0));
  e.box_style.fill = chosen ? p.hub : p.button;
  e.box_style.radius_px = m.gap(measure::corner);
  if (p.outlined && !chosen) outline(context, e.box_style);
  e.tap = std::move(tap);
  return e;
}

Element small_staff_button(const BuildContext& context, std::string_view words_key, Action tap) {
  return staff_button(context, say(context, words_key), false, std::move(tap)).hugging();
}

Element staff_head(const BuildContext& context, const Words& title, Role role, std::string_view leave_key,
                   Action leave) {
  const Metrics& m = context.metrics;
  return row(m.gap(0.5), {staff_line(context, title, role, context.palette.ink).growing(),
                          small_staff_button(context, leave_key, std::move(leave)).with_key("close")})
      .with_key("head");
}

Words staff_date(const BuildContext& context, base::Date date) {
  return say(context, "panel.date.value",
             {{"y", std::to_string(static_cast<int>(date.year()))},
              {"m", std::to_string(static_cast<unsigned>(date.month()))},
              {"d", std::to_string(static_cast<unsigned>(date.day()))}});
}

}  // namespace hub::ui
