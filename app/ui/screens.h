// One function a screen: from content and state to elements. Each lives in its own file, screen_<name>.cpp.
#pragma once

#include <optional>
#include <string>

#include "ui/element.h"
#include "ui/view.h"

namespace hub::ui {

Element attract_screen(const View& view);
int attract_slides(const View& view);  // how many slides attract goes through
Element home_screen(const View& view);
Element purpose_screen(const View& view);
Element services_screen(const View& view);
Element service_screen(const View& view, int number);
Element goals_screen(const View& view);
Element goal_screen(const View& view, int number);
Element review_screen(const View& view);
Element thread_screen(const View& view, int goal_number, int thread_number);  // from 1
Element years_screen(const View& view, int goal_number);
Element about_screen(const View& view);

Element language_sheet(const View& view);
Element staff_sheet(const View& view);

// What stands above reach on a tall screen: who this is.
Element masthead(const View& view, const Rect& place);

// The staff's: the pad that asks for the PIN, the panel behind it, its touch test and the mark of one finger in that.
Element pin_screen(const View& view);
Element staff_screen(const View& view);
Element touch_test_screen(const View& view);
Element touch_mark(const View& view, int contact_id, bool number_above);
int touch_disc_px(const View& view);

// まだ見ていますか？ with a ring of the seconds that are left.
Element still_here_card(const View& view, int seconds_left, int seconds);

// With no good content at all: a kind word, in Japanese. For visitors there is nothing to press; its title, held long
// enough, does what `hold` says.
struct BuiltinWords {
  std::string title;
  std::string text;
};
Element builtin_screen(const BuiltinWords& words, const Metrics& metrics, const Palette& palette,
                       const std::optional<Action>& hold);

// The pill that says that the page goes on below. Touching it scrolls.
Element more_hint(const View& view);

// What always stands at the bottom.
Element dock(const View& view);
int dock_height_px(const Metrics& metrics);

}  // namespace hub::ui
