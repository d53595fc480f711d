// The screens that need no content.
#include <algorithm>

#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

Element sentence(const std::string& words, Role role, const Metrics& metrics, const Palette& palette) {
  Element e;
  e.kind = Kind::text;
  e.words = words;
  e.language = "ja";
  e.style = text_style(metrics, role);
  e.style.balanced = true;
  e.colour = palette.on_strong;
  e.across = Align::start;
  return e;
}

Element title_of(const std::string& words, Role role, const Metrics& metrics, const Palette& palette,
                 const std::optional<Action>& hold) {
  Element title = sentence(words, role, metrics, palette).with_key("title");
  title.hold = hold;
  return title;
}

Element whole_screen(int gap_px, std::vector<Element> inside, const Metrics& metrics) {
  Element e = column(gap_px, std::move(inside));
  e.pad = Insets::sides(metrics.margin_px(), metrics.gap(1.0));
  return e;
}

}  // namespace

Element builtin_screen(const BuiltinWords& words, const Metrics& metrics, const Palette& palette,
                       const std::optional<Action>& hold) {
  return whole_screen(metrics.gap(0.8),
                      {spacer(), title_of(words.title, Role::title, metrics, palette, hold),
                       sentence(words.text, Role::goal, metrics, palette), spacer()},
                      metrics);
}

Element notice_screen(const SetupNotice& notice, NoticeSize size, const Metrics& metrics, const Palette& palette,
                      const std::optional<Action>& hold) {
  const auto role = [&](Role large, Role small) { return size.small ? small : large; };
  const Role words = role(Role::body, Role::caption);
  const int gap_px = metrics.gap(size.small ? 0.4 : 0.7);
  Element title = title_of(notice.title, role(Role::headline, Role::heading), metrics, palette, hold);
  Element end = sentence(notice.end, words, metrics, palette).with_key("end");
  std::vector<Element> lines;
  for (std::size_t i = 0; i < std::min(size.lines, notice.lines.size()); ++i) {
    const SetupNotice::Line& line = notice.lines[i];
    std::vector<Element> about;
    if (!line.where.empty()) about.push_back(sentence(line.where, role(Role::label, Role::caption), metrics, palette));
    about.push_back(sentence(line.what, role(Role::heading, Role::label), metrics, palette));
    if (!line.remedy.empty()) about.push_back(sentence("→ " + line.remedy, words, metrics, palette));
    lines.push_back(column(metrics.gap(0.15), std::move(about)).with_key("line" + std::to_string(i + 1)));
  }
  if (size.lines < notice.lines.size())
    lines.push_back(sentence(notice.more, words, metrics, palette).with_key("more"));
  Element all = column(gap_px, std::move(lines)).with_key("lines");
  const bool beside = metrics.width_class() == WidthClass::wide && !metrics.portrait();
  if (!beside) return whole_screen(gap_px, {std::move(title), std::move(all), spacer(), std::move(end)}, metrics);
  // A line of letters is not as broad as the screen: how it goes on stands beside what is to be mended.
  Element how = column(gap_px, {std::move(title), std::move(end)}).with_key("how");
  Element both = row(metrics.gap(1.5), {std::move(how).growing(2), std::move(all).growing(3)}).aligned(Align::start);
  return whole_screen(gap_px, {spacer(), std::move(both), spacer()}, metrics);
}

}  // namespace hub::ui
