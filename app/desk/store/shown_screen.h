// What is on the kiosk's screen, as the kiosk itself writes it down when that changes and once an hour, so that others
// can tell what shows from what was only received:
//
//   <state>/screen.json
#pragma once

#include <optional>
#include <string>

#include "base/recording_reader.h"
#include "base/result.h"
#include "base/system_calls.h"

namespace hub::desk {

struct ShownScreen {
  std::string hub;      // its id; empty: the built-in page shows
  std::string hash;     // hash_of_hub of what shows; empty: a copy of what showed before
  std::string since;    // 2026-11-27T15:03, as the machine believed
  std::string at;       // when it was last found so
  std::string version;  // of the program
};

// SHA-256 over what the hub says: its hub.json, readings.json and reports, by name. The same of what was read, of what
// a version keeps and of what a pack holds.
std::string hash_of_hub(const std::string& hub, const base::FolderBytes& files);

// Nothing: no kiosk runs here, or it has not yet written.
std::optional<ShownScreen> shown_screen(const base::SystemCalls& calls, const std::string& state_folder);
base::Status write_shown_screen(const base::SystemCalls& calls, const std::string& state_folder,
                                const ShownScreen& screen);

}  // namespace hub::desk
