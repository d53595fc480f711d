// All that a screen may look at while it is built. Screens read; they never write.
#pragma once

#include <string>
#include <vector>

#include "content/model/snapshot.h"
#include "text/typesetter.h"
#include "ui/layout/metrics.h"
#include "ui/layout/theme.h"
#include "ui/state/desk_view.h"
#include "ui/state/staff_facts.h"
#include "ui/state/state.h"

namespace hub::ui {

struct BuildContext {
  const content::Snapshot& snapshot;
  const content::Hub& hub;
  const content::Report& report;  // the one that is shown
  bool this_year;                 // the report's goals are for the fiscal year of today: 今年度
  bool outdated;                  // the report is of an earlier fiscal year than today
  const PageState& state;
  const Metrics& metrics;
  const Palette& palette;
  Rect viewport;  // of the page: the screen without the dock
  int slide;      // of attract
  text::Typesetter& typesetter;
  const std::vector<std::string>& offered;  // languages of the kiosk; empty: all that the content has
  bool staff_panel = false;                 // this kiosk has one
  const StaffFacts* staff = nullptr;        // while it is open
  base::Date today{};
  bool no_content = false;         // only the staff's screens are made then; hub and report say nothing
  const DeskView* desk = nullptr;  // while the panel is open; null: there is no desk

  // The same, but for another state or another size of letters. What is given must outlive it.
  BuildContext with(const PageState& other) const;
  BuildContext with(const Metrics& other) const;

  // What ことば offers: those of the kiosk that the content has.
  std::vector<std::string> languages() const;
  double viewport_height_em() const { return viewport.h / metrics.em_px; }
  // Too low for large tiles: doors and services lie beside their icons.
  bool low() const { return viewport_height_em() < 18; }
  bool japanese() const { return state.language == "ja" || state.language == "ja-easy"; }
};

}  // namespace hub::ui
