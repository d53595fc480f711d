// What a frame is drawn of and for, beside the visitor's state: the content, the screen, the day, how it may move.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "content/model/snapshot.h"
#include "ui/layout/metrics.h"
#include "ui/screens/screens.h"
#include "ui/state/desk_view.h"
#include "ui/state/idle.h"
#include "ui/state/staff_facts.h"

namespace hub::ui {

struct FrameContext {
  std::shared_ptr<const content::Snapshot> snapshot;  // null: there is no good content, the built-in page shows
  // What the staff's panel is made of while there is no content (content::load_words_only); null: it does not open
  // then.
  std::shared_ptr<const content::Snapshot> words_only;
  Screen screen;
  base::Date today{};
  bool closed = false;  // outside the hub's opening hours
  bool high_contrast = false;
  bool reduced_motion = false;
  Timing timing;
  std::vector<std::string> languages;  // offered to visitors; empty: all that the content has
  BuiltinWords builtin;
  // Shows in place of all but the staff's side; null: nothing is to be said.
  std::shared_ptr<const SetupNotice> notice;
  bool staff_panel = false;                 // there is a PIN, so there is a panel behind it
  std::shared_ptr<const StaffFacts> staff;  // while the panel is open
  std::shared_ptr<const DeskView> desk;     // the same; null: this kiosk has no desk

  // Whether a long press opens the staff's side.
  bool can_open_staff() const { return staff_panel && (snapshot || words_only); }
};

}  // namespace hub::ui
