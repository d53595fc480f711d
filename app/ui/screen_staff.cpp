// staff, as long as nobody has opened it: the pad that asks for the PIN.
#include <algorithm>
#include <cmath>

#include "ui/parts.h"
#include "ui/screens.h"

namespace hub::ui {

namespace {

using Pad = StaffViewing::Pad;

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

bool beside(const View& view) { return view.viewport.w > view.viewport.h; }

// As large as a hand likes them and the screen has room for; never smaller than a finger needs.
Keys keys_of(const View& view) {
  const Metrics& m = view.metrics;
  const int gap = std::max(m.gap(0.35), m.tap_slop_px());
  const int along = view.viewport.h - 2 * page_margin_along_px(view);
  const int across = view.viewport.w - 2 * m.margin_px();
  const int room_along = (beside(view) ? along : along * 3 / 5) - (kRows - 1) * gap;
  const int room_across = (beside(view) ? across / 2 : across) - (kColumns - 1) * gap;
  const int height = std::max(m.target_px(), std::min(room_along / kRows, m.gap(3.0)));
  const int wide_px = static_cast<int>(std::lround(height * kKeyWidth));
  return {std::max(m.target_px(), std::min(room_across / kColumns, wide_px)), height, gap};
}

Element key(const View& view, const Keys& keys, const Words& face, double size, bool strong,
            std::optional<Action> tap) {
  const Palette& p = view.palette;
  const bool works = tap.has_value();
  const Colour on = strong && works ? p.on_strong : works ? p.ink : p.ink_soft;
  Element label = plain_text(view, face, Role::title, on);
  label.style.size_px = static_cast<int>(std::lround(keys.height_px * size));
  label.style.pitch_px = label.style.size_px + label.style.size_px / 4;
  Element e = column(0, {spring(), std::move(label), spring()});
  e.across = Align::centre;
  e.min_height_px = keys.height_px;
  e.look = card(view, strong && works ? p.hub : works ? p.card : p.button, {}).look;
  e.look.shadow = e.look.shadow && works;
  e.tap = std::move(tap);
  return e;
}

Element pad(const View& view, const Keys& keys) {
  const StaffViewing& staff = view.state.staff;
  const bool works = staff.wait_s == 0 && staff.pad != Pad::checking;
  const auto when = [](bool possible, const StaffAction& action) {
    return possible ? std::optional<Action>(action) : std::nullopt;
  };
  const auto digit = [&](int n) {
    const std::string face = std::to_string(n);
    return key(view, keys, {face, "ja"}, kDigit, false, when(works, StaffDigit{n})).with_key(face);
  };
  std::vector<Element> all;
  for (int n = 1; n <= 9; ++n) all.push_back(digit(n));
  all.push_back(
      key(view, keys, say(view, "panel.pin.erase"), kWord, false, when(works && staff.typed > 0, StaffErase{}))
          .with_key("erase"));
  all.push_back(digit(0));
  const bool enough = staff.typed >= static_cast<int>(base::kLeastPinDigits);
  all.push_back(key(view, keys, say(view, "panel.pin.enter"), kWord, true, when(works && enough, StaffEnter{}))
                    .with_key("enter"));
  return grid(kColumns, keys.gap_px, std::move(all)).wide(keys.pad_width_px()).with_key("pad");
}

// One for each digit that is typed, and rings for those that are missing to the shortest PIN: how long the right one is
// nobody needs to know.
Element dots(const View& view) {
  const Metrics& m = view.metrics;
  const int typed = view.state.staff.typed;
  std::vector<Element> all;
  for (int i = 0; i < std::max(typed, static_cast<int>(base::kLeastPinDigits)); ++i) {
    Element dot;
    dot.width_px = dot.min_height_px = dot.look.radius_px = m.gap(0.7);
    dot.look.fill = i < typed ? view.palette.hub : view.palette.paper;
    dot.look.border = view.palette.hub;
    dot.look.border_px = std::max(1, m.gap(0.06));
    all.push_back(std::move(dot));
  }
  return row(m.gap(0.35), std::move(all)).hugging().with_key("dots");
}

Words message(const View& view) {
  const StaffViewing& staff = view.state.staff;
  if (staff.wait_s >= kMinute_s) {
    const Words time = say(view, "panel.minutes", {{"n", std::to_string(staff.wait_s / kMinute_s)}});
    return say(view, "panel.pin.wait", {{"time", time.words}});
  }
  if (staff.wait_s > 0) {
    const Words time = say(view, "panel.seconds", {{"n", std::to_string(staff.wait_s)}});
    return say(view, "panel.pin.wait", {{"time", time.words}});
  }
  if (staff.pad == Pad::checking) return say(view, "panel.pin.checking");
  return say(view, staff.pad == Pad::wrong ? "panel.pin.wrong" : "panel.pin.hint");
}

Element pin_page(const View& view, Role role) {
  const Metrics& m = view.metrics;
  const Palette& p = view.palette;
  const Keys keys = keys_of(view);
  const Role title = role == Role::body ? title_role(view) : Role::heading;
  Element heading = plain_text(view, say(view, "panel.title"), title, p.ink).with_key("title");
  Element words = plain_text(view, message(view), role, p.ink).with_key("message");
  words.style.balanced = true;
  const int gap = m.gap(view.low() ? 0.4 : 0.8);
  if (beside(view)) {
    const int between = m.gap(view.low() ? 1.0 : 2.0);
    const int room = view.viewport.w - 2 * m.margin_px() - keys.pad_width_px() - between;
    Element left = column(gap, {std::move(heading), dots(view), std::move(words)});
    left.across = Align::start;
    left.along = Align::centre;
    Element right = column(0, {spring(), pad(view, keys), spring()});
    Element both = row(between, {std::move(left).wide(std::min(room, m.em(kWords_em))), std::move(right)});
    both.across = Align::stretch;
    both.along = Align::centre;
    return page(view, 0, {std::move(both).growing()});
  }
  // The keys stay where they are, whatever stands above them.
  words.min_height_px = 2 * words.style.pitch_px;
  words.across = Align::centre;
  Element e = page(view, gap,
                   {spring(), std::move(heading).hugging(), dots(view), std::move(words), pad(view, keys), spring()});
  e.across = Align::centre;
  return e;
}

}  // namespace

Element pin_screen(const View& view) {
  return first_that_fits(view, {Role::body, Role::label, Role::caption},
                         [&](Role role) { return pin_page(view, role); });
}

}  // namespace hub::ui
