// Which screen somebody wants to see: the kiosk's own, of what shows or of the draft, as a visitor would have it before
// them. As the query of an address it can be linked to.
#pragma once

#include <string>

#include "base/parse.h"
#include "web/http/fields.h"

namespace hub::web {

struct ScreenWish {
  enum class Of { draft, shown, version };  // draft: what shows, where there is none
  Of of = Of::draft;
  int version = 0;  // of the history
  base::Size size{1920, 1080};
  std::string route = "home";
  std::string language = "ja";
  std::string date;   // 2026-04-01; empty: today
  std::string sheet;  // language, staff, phrase; empty: none
  int phrase = 0;
  int text_step = 1;  // 1 … 3
  bool furigana = false;
  int scroll_px = 0;
  int width_px = 0;  // of the picture, made smaller; 0: as large as the screen
};

// What is as it mostly is is left out.
Fields fields_of(const ScreenWish& wish);
// What makes no sense is as it mostly is.
ScreenWish wish_from(const Fields& fields);

}  // namespace hub::web
