// One function a screen: from content and state to elements. Each lives in its own file, screen_<name>.cpp.
#pragma once

#include <optional>
#include <string>

#include "ui/layout/element.h"
#include "ui/screens/build_context.h"

namespace hub::ui {

Element attract_screen(const BuildContext& context);
int attract_slides(const BuildContext& context);  // how many slides attract goes through
Element home_screen(const BuildContext& context);
Element purpose_screen(const BuildContext& context);
Element services_screen(const BuildContext& context);
Element service_screen(const BuildContext& context, int number);
Element goals_screen(const BuildContext& context);
Element goal_screen(const BuildContext& context, int number);
Element review_screen(const BuildContext& context);
Element thread_screen(const BuildContext& context, int goal_number, int thread_number);  // from 1
Element years_screen(const BuildContext& context, int goal_number);
Element about_screen(const BuildContext& context);

Element language_sheet(const BuildContext& context);
Element staff_sheet(const BuildContext& context);
Element phrase_sheet(const BuildContext& context);  // the sentence that the state names, for the staff to read

// What stands above reach on a tall screen: who this is.
Element masthead(const BuildContext& context, const Rect& place);

// The staff's: the pad that asks for the PIN, the panel behind it, its touch test and the mark of one finger in that.
Element pin_screen(const BuildContext& context);
Element staff_screen(const BuildContext& context);
Element touch_test_screen(const BuildContext& context);
Element touch_mark(const BuildContext& context, int contact_id, bool number_above);
int touch_disc_px(const BuildContext& context);
// The desk's pages of the panel, while one is chosen and there is a desk; and what stands over every page of the
// preview: that it is a draft, and the way back.
bool shows_desk(const BuildContext& context);
Element desk_screen(const BuildContext& context);
Element preview_band(const BuildContext& context);

// まだ見ていますか？ with a ring of the seconds that are left.
Element still_here_card(const BuildContext& context, int seconds_left, int seconds);

// With no good content at all: a kind word, in Japanese. For visitors there is nothing to press; its title, held long
// enough, does what `hold` says.
struct BuiltinWords {
  std::string title;
  std::string text;
};
Element builtin_screen(const BuiltinWords& words, const Metrics& metrics, const Palette& palette,
                       const std::optional<Action>& hold);

// What whoever sets the kiosk up is to mend, in Japanese, on the whole screen until it is touched.
struct SetupNotice {
  struct Line {
    std::string where;
    std::string what;
    std::string remedy;  // may be empty
  };
  std::string title;
  std::vector<Line> lines;  // the most important first; as many show as there is room for
  std::string more;         // stands below them when there are further ones
  std::string end;          // how it goes on
};
struct NoticeSize {
  std::size_t lines = 0;
  bool small = false;  // its letters, where the screen has little room for them
};
Element notice_screen(const SetupNotice& notice, NoticeSize size, const Metrics& metrics, const Palette& palette,
                      const std::optional<Action>& hold);

// The pill that says that the page goes on below. Touching it scrolls.
Element more_hint(const BuildContext& context);
int more_height_px(const Metrics& metrics);  // how much of the viewport's end the hint and its fade take

// What always stands at the bottom.
Element dock(const BuildContext& context);
int dock_height_px(const Metrics& metrics);

}  // namespace hub::ui
