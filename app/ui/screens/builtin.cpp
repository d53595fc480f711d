#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

Element builtin_screen(const BuiltinWords& words, const Metrics& metrics, const Palette& palette,
                       const std::optional<Action>& hold) {
  const auto line = [&](const std::string& sentence, Role role) {
    Element e;
    e.kind = Kind::text;
    e.words = sentence;
    e.language = "ja";
    e.style = text_style(metrics, role);
    e.style.balanced = true;
    e.colour = palette.on_strong;
    e.across = Align::start;
    return e;
  };
  Element title = line(words.title, Role::title).with_key("title");
  title.hold = hold;
  Element e = column(metrics.gap(0.8), {spacer(), std::move(title), line(words.text, Role::goal), spacer()});
  e.pad = Insets::sides(metrics.margin_px(), metrics.gap(1.0));
  return e;
}

}  // namespace hub::ui
