// The kiosk's own configuration (--config FILE): which hub it stands in, its screen, its times, its staff. Every value
// may be left out; what is absent or wrong is as the defaults here say.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "content/json/diagnostic.h"
#include "content/model/hours.h"
#include "content/model/languages.h"
#include "pack/pack.h"

namespace hub::config {

using content::Hours;  // in which the screen is on

struct Config {
  struct Screen {
    // low: every control stands at most kLowReach_mm above the floor, for tall upright screens.
    enum class Reach { full, low };
    double diagonal_inch = 0;  // 0: unknown, decided from the size in pixels
    double distance_m = 0;     // viewing distance; 0: decided from the size in pixels
    int rotate_deg = 0;        // 0, 90, 180, 270: how far the picture is turned clockwise
    Reach reach = Reach::full;
    double bottom_mm = 600;  // the picture's lower edge above the floor
  };
  struct Idle {
    double ask_s = 60;     // without a touch, until the visitor is asked
    double answer_s = 15;  // after that, until everything goes back
  };
  struct Attract {
    double slide_s = 10;
  };
  struct Staff {
    std::string pin_hash;  // of the form base::is_pin_hash wants; empty: no staff panel
    double close_s = 60;   // without a touch, until the panel closes itself
  };
  struct Reports {
    // if_possible: a report is read also where the sandbox does not work.
    enum class Sandbox { required, if_possible };
    Sandbox sandbox = Sandbox::required;
  };
  struct Packs {
    std::vector<pack::KnownKey> keys;  // whose packs this kiosk takes; none: nobody's
    std::string url;                   // the folder that HUB.hubpack is fetched from, with / at its end; empty: none
    double every_min = 30;             // between two looks whether there is a newer one
    std::string status_url;            // the folder that takes NAME.json (PUT), with / at its end; empty: none
    std::string name;                  // of this screen among all; empty: the machine's
  };
  struct Editor {
    // How staff's PC or phone reaches the editor that the panel starts; none: the panel has none.
    enum class Link { none, lan, hotspot, cable };
    Link link = Link::none;
  };
  enum class Motion { full, reduced };
  enum class Contrast { normal, high };

  std::string hub;  // id; empty: the first one
  Screen screen;
  std::optional<Hours> hours;  // nothing: always open; so with the least error in them, for a screen must not stay dark
  Idle idle;
  Attract attract;
  Motion motion = Motion::full;
  Contrast contrast = Contrast::normal;
  content::Languages languages;  // each once, ja among them; empty: all that the content has
  Staff staff;
  Reports reports;
  Packs packs;
  Editor editor;
};

// What can be reached from a wheelchair; EN 301 549 8.3 allows 1,220 mm.
inline constexpr double kLowReach_mm = 1200;

struct LoadedConfig {
  Config config;
  bool hub_known = true;  // false: the file may name a hub, and it could not be read
  std::vector<content::Diagnostic> diagnostics;
};

// `languages` are those that screens can speak (content::find_languages).
LoadedConfig load_config(const base::FileReader& files, const std::string& path, content::Languages languages);

}  // namespace hub::config
