// staff, as long as nobody has opened it: the pad that asks for the PIN.
#include <algorithm>
#include <cmath>

#include "ui/screens/screens.h"
#include "ui/screens/widgets.h"

namespace hub::ui {

namespace {

using Pad = StaffPageState::Pad;

constexpr int kColumns = 3;
constexpr int kRows = 4;
constexpr double kKeyWidth = 1.25;  // of its height
constexpr double kDigit = 0.45;     // of the key's height
constexpr double kWord = 0.32;
constexpr double kWords_em = 16;  // beside the keys, at the most
constexpr int kMinute_s = 60;

struct Keys {
  int width_px;
  int height_px;
  int gap_px;
  int pad_width_px() const { return kColumns * width_px + (kColumns - 1) * gap_px; }
};

bool beside(const BuildContext& context) { return context.viewport.w > context.viewport.h; }

// As large as a hand likes them and the screen has room for; never smaller than a finger needs.
Keys keys_of(const BuildContext& context) {
  const Metrics& m = context.metrics;
  const int gap = std::max(m.gap(0.35), m.tap_slop_px());
  const int along = context.viewport.h - 2 * page_margin_along_px(context);
  const int across = context.viewport.w - 2 * m.margin_px();
  const int room_along = (beside(context) ? along : along * 3 / 5) - (kRows - 1) * gap;
  const int room_across = (beside(context) ? across / 2 : across) - (kColumns - 1) * gap;
  const int height = std::max(m.target_px(), std::min(room_along / kRows, m.gap(3.0)));
  const int wide_px = static_cast<int>(std::lround(height * kKeyWidth));
  return {std::max(m.target_px(), std::min(room_across / kColumns, wide_px)), height, gap};
}

Element key(const BuildContext& context, const Keys& keys, const Words& face, double size, bool strong,
            std::optional<Action> tap) {
  const Palette& p = context.palette;
  const bool works = tap.has_value();
  const Colour on = strong && works ? p.on_strong : works ? p.ink : p.ink_soft;
  Element label = plain_text(context, face, Role::title, on);
  label.style.size_px = static_cast<int>(std::lround(keys.height_px * size));
  label.style.line_height_px = label.style.size_px + label.style.size_px / 4;
  Element e = column(0, {spacer(), std::move(label), spacer()});
  e.across = Align::centre;
  e.min_height_px = keys.height_px;
  e.box_style = card(context, strong && works ? p.hub : works ? p.card : p.button, {}).box_style;
  e.box_style.shadow = e.box_style.shadow && works;
  e.tap = std::move(tap);
  return e;
}

Element pad(const BuildContext& context, const Keys& keys) {
  const StaffPageState& staff = context.state.staff;
  const bool works = staff.wait_s == 0 && staff.pad != Pad::checking;
  const auto when = [](bool possible, const StaffAction& action) {
    return possible ? std::optional<Action>(action) : std::nullopt;
  };
  const auto digit = [&](int n) {
    const std::string face = std::to_string(n);
    return key(context, keys, {face, "ja"}, kDigit, false, when(works, StaffDigit{n})).with_key(face);
  };
  std::vector<Element> all;
  for (int n = 1; n <= 9; ++n) all.push_back(digit(n));
  all.push_back(
      key(context, keys, say(context, "panel.pin.erase"), kWord, false, when(works && staff.typed > 0, StaffErase{}))
          .with_key("erase"));
  all.push_back(digit(0));
  const bool enough = staff.typed >= static_cast<int>(base::kLeastPinDigits);
  all.push_back(key(context, keys, say(context, "panel.pin.enter"), kWord, true, when(works && enough, StaffEnter{}))
                    .with_key("enter"));
  return grid(kColumns, keys.gap_px, std::move(all)).wide(keys.pad_width_px()).with_key("pad");
}

// One for each digit that is typed, and rings for those that are missing to the shortest PIN: how long the right one is
// nobody needs to know.
Element dots(const BuildContext& context) {
  const Metrics& m = context.metrics;
  const int typed = context.state.staff.typed;
  std::vector<Element> all;
  for (int i = 0; i < std::max(typed, static_cast<int>(base::kLeastPinDigits)); ++i) {
    Element dot;
    dot.width_px = dot.min_height_px = dot.box_style.radius_px = m.gap(0.7);
    dot.box_style.fill = i < typed ? context.palette.hub : context.palette.paper;
    dot.box_style.border = context.palette.hub;
    dot.box_style.border_px = std::max(1, m.gap(0.06));
    all.push_back(std::move(dot));
  }
  return row(m.gap(0.35), std::move(all)).hugging().with_key("dots");
}

Words message(const BuildContext& context) {
  const StaffPageState& staff = context.state.staff;
  if (staff.wait_s >= kMinute_s) {
    const Words time = say(context, "panel.minutes", {{"n", std::to_string(staff.wait_s / kMinute_s)}});
    return say(context, "panel.pin.wait", {{"time", time.words}});
  }
  if (staff.wait_s > 0) {
    const Words time = say(context, "panel.seconds", {{"n", std::to_string(staff.wait_s)}});
    return say(context, "panel.pin.wait", {{"time", time.words}});
  }
  if (staff.pad == Pad::checking) return say(context, "panel.pin.checking");
  return say(context, staff.pad == Pad::wrong ? "panel.pin.wrong" : "panel.pin.hint");
}

Element pin_page(const BuildContext& context, Role role) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const Keys keys = keys_of(context);
  const Role title = role == Role::body ? title_role(context) : Role::heading;
  Element heading = plain_text(context, say(context, "panel.title"), title, p.ink).with_key("title");
  Element words = plain_text(context, message(context), role, p.ink).with_key("message");
  words.style.balanced = true;
  const int gap = m.gap(context.low() ? 0.4 : 0.8);
  if (beside(context)) {
    const int between = m.gap(context.low() ? 1.0 : 2.0);
    const int room = context.viewport.w - 2 * m.margin_px() - keys.pad_width_px() - between;
    Element left = column(gap, {std::move(heading), dots(context), std::move(words)});
    left.across = Align::start;
    left.along = Align::centre;
    Element right = column(0, {spacer(), pad(context, keys), spacer()});
    Element both = row(between, {std::move(left).wide(std::min(room, m.em(kWords_em))), std::move(right)});
    both.across = Align::stretch;
    both.along = Align::centre;
    return page(context, 0, {std::move(both).growing()});
  }
  // The keys stay where they are, whatever stands above them.
  words.min_height_px = 2 * words.style.line_height_px;
  words.across = Align::centre;
  Element e =
      page(context, gap,
           {spacer(), std::move(heading).hugging(), dots(context), std::move(words), pad(context, keys), spacer()});
  e.across = Align::centre;
  return e;
}

}  // namespace

Element pin_screen(const BuildContext& context) {
  return first_that_fits(context, {Role::body, Role::label, Role::caption},
                         [&](Role role) { return pin_page(context, role); });
}

}  // namespace hub::ui
