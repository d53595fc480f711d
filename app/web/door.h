// The editor's side of a kiosk's panel (desk/store/editor_door.h): tells it where the editor is reached and with which
// code, who has it open, and hears when staff want it no more.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/system_calls.h"
#include "desk/store/editor_door.h"
#include "web/access/gate.h"

namespace hub::web {

// What made the link has written of it (packaging/edit-link): lines of a word and what it says.
struct Link {
  std::vector<std::string> addresses;  // of this machine on it: 10.42.0.1
  std::string network;
  std::string passphrase;
  std::string trouble;
};
// Whatever stands in it. What says of no address and of no trouble is kNoAddress.
Link parse_link(std::string_view lines);

struct DoorSetup {
  std::string state_folder;
  std::string run_folder;
  std::string boot;  // of the machine, now
  int port = 0;
  Link link;
};

class Door {
 public:
  // All three outlive it. The gate is told what this server is called.
  Door(const base::SystemCalls& calls, const base::Clock& clock, Gate& gate, DoorSetup setup);

  // Gives a new code for one that was used or is old, and tells the panel. False: nobody wants the editor any more.
  bool look();
  // Who ends takes the wish away, or it would be started again.
  void close();

 private:
  const base::SystemCalls& calls_;
  const base::Clock& clock_;
  Gate& gate_;
  DoorSetup setup_;
  desk::EditorNow now_;
  bool told_ = false;
};

}  // namespace hub::web
