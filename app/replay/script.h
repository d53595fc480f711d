// What `hub-kiosk replay` plays: what fingers do to the kiosk and what must be seen then. The format is
// content/schema/replay.schema.json:
//
//   {"hub": "izumi", "size": "1920x1080", "date": "2026-11-21", "time": "16:59", "language": "ja", "text_size": 1,
//    "furigana": false, "start": "attract", "steps": [
//     {"tap": "doors/services"},                        down, up after 80 ms, then wait until the screen stands still
//     {"touch": {"id": 1, "at": [960, 700]}}, {"move": {"id": 1, "to": [960, 200], "over_s": 0.2}},
//     {"lift": {"id": 1}}, {"cancel": {"id": 1}},
//     {"flick": {"from": "words", "to": [960, 100], "over_s": 0.1}},
//     {"wait": 1.5}, {"settle": true},                  seconds; until nothing moves any more, at most 10 s
//     {"resize": "800x480"}, {"content": "other"},      a folder, seen from the script's
//     {"clock": {"source": "synchronised", "date": "2026-11-22", "time": "9:00"}},   each may be absent
//     {"picture": "home.png"},                          draws what a visitor sees now
//     {"mark": true},                                   frames count from here
//     {"expect": {"route": "services", "texts": ["…"], "no_texts": ["…"], "scroll_px": 0, "tolerance_px": 2,
//                 "scrolled": false, "frames": 1, "frames_at_most": 90, "language": "ja", "text_size": 1,
//                 "furigana": false, "sheet": "none", "dark": false, "ignored_spots": 0}}]}
//
// "staff": true gives the kiosk a panel for staff, with a desk; its PIN is 2580.
//
// "clock" beside "date" says who vouches for the clock at the beginning: none, synchronised, battery or set.
//
// A place is [x, y] in pixels or the end of a box's path, which means the middle of that box as it stands on the
// screen then.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/clock_source.h"
#include "base/files.h"
#include "base/parse.h"
#include "content/json/diagnostic.h"
#include "content/model/languages.h"

namespace hub::replay {

struct Place {
  std::string box;  // end of its path; empty: the point
  double x_px = 0;
  double y_px = 0;
};

struct Touch {
  int id = 1;
  Place at;
};
struct Move {
  int id = 1;
  Place to;
  double over_s = 0;
};
struct Lift {
  int id = 1;
};
struct Cancel {
  int id = 1;
};
struct Tap {
  Place at;
};
struct Flick {
  Place from;
  Place to;
  double over_s = 0;
};
struct Wait {
  double for_s = 0;
};
struct Settle {};
struct Resize {
  base::Size size;
};
struct SwapContent {
  std::string folder;
};
struct DrawPicture {
  std::string path;  // a PNG file, seen from where the program was started
};
// Somebody vouches for the machine's clock, or sets it; what is absent stays as it is.
struct SetClock {
  std::optional<base::ClockSource> source;
  std::optional<base::Date> date;
  std::optional<std::chrono::minutes> time;
};
struct Mark {};
// What is absent may be anything.
struct Expect {
  std::optional<std::string> route;
  std::vector<std::string> texts;     // each is part of a text in sight
  std::vector<std::string> no_texts;  // none is
  std::optional<double> scroll_px;
  double tolerance_px = 0.5;
  std::optional<bool> scrolled;
  std::optional<int> frames;  // since the last mark, or the start
  std::optional<int> frames_at_most;
  std::optional<std::string> language;
  std::optional<int> text_size;
  std::optional<bool> furigana;
  std::optional<std::string> sheet;  // none, language, staff
  std::optional<bool> dark;
  std::optional<int> ignored_spots;  // of the glass, that are tapped by nobody
};

struct Step {
  std::variant<Touch, Move, Lift, Cancel, Tap, Flick, Wait, Settle, Resize, SwapContent, DrawPicture, SetClock, Mark,
               Expect>
      what;
  int line = 0;  // in the file
};

struct Script {
  std::string hub;  // id; empty: the first
  std::optional<base::Size> size;
  std::optional<base::Date> date;
  std::optional<std::chrono::minutes> time;  // of day
  std::optional<base::ClockSource> clock;
  std::string language = "ja";
  int text_size = 1;
  bool furigana = false;
  std::string start = "attract";  // a route
  bool staff = false;             // there is a panel (VirtualStaff::kPin opens it) with a desk (VirtualDesk)
  int start_line = 0;
  std::vector<Step> steps;
};

struct LoadedScript {
  std::optional<Script> script;  // nothing when there is an error
  std::vector<content::Diagnostic> diagnostics;
};

// `languages` are those that screens can speak (content::find_languages).
LoadedScript load_script(const base::FileReader& files, const std::string& path, content::Languages languages);

}  // namespace hub::replay
