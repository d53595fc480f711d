// What the staff's panel tells about this kiosk: plain data, gathered by who knows the machine.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"

namespace hub::ui {

struct StaffFacts {
  // Something to mend, in Japanese sentences.
  struct Note {
    bool error = false;  // else it shows all the same, and somebody should look at it
    std::string file;    // inside the content folder; empty: of no file
    int line = 0;        // 0: of the whole file
    std::string what;
    std::string remedy;
    bool operator==(const Note&) const = default;
  };
  struct Hub {
    std::string id;
    std::string name;
    bool operator==(const Hub&) const = default;
  };
  struct Part {  // a program or library this kiosk is made of
    std::string name;
    std::string version;
    bool operator==(const Part&) const = default;
  };
  // What came of the last choice of a hub.
  enum class Choice {
    none,
    kept,           // also after the next start
    until_restart,  // it could not be written down
    overruled,      // the next start has a hub of its own: --hub
    refused,        // its content has errors: what showed still shows
  };

  std::vector<Note> notes;  // errors first
  std::vector<Hub> hubs;    // by id
  Choice choice = Choice::none;
  std::string choice_name;  // of the hub that was chosen last
  base::Date today{};       // as the machine believes
  // Of the day, when nobody vouches for the machine's clock and something depends on it: the panel shows it and asks.
  std::optional<std::chrono::minutes> doubtful_time;
  std::string content_folder;
  int content_age_min = 0;  // since the content was read
  int uptime_min = 0;       // since the kiosk started
  int memory_mb = 0;        // resident; 0: unknown
  std::size_t frames = 0;   // drawn since the kiosk started
  std::string version;
  std::string renderer;  // what draws: the GL implementation's name
  std::vector<Part> parts;
  bool operator==(const StaffFacts&) const = default;
};

}  // namespace hub::ui
