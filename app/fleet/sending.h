// What a hub says goes to its screens from here: a signed pack in the folder that their carriers bring packs from, and
// what their statuses say of it.
//
//   <packs>/izumi-0008.hubpack   of each serial its own
//   <packs>/izumi.hubpack        the newest again, under the name that screens fetch (fleet/fetch_plan.h)
//
// The numbered one comes first: a serial is used up with it, whatever becomes of the rest.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "base/system_calls.h"
#include "fleet/fleet.h"
#include "pack/keys.h"

namespace hub::fleet {

struct SendingPlace {
  std::string key_file;         // the secret key, minisign's form
  pack::PublicKey key;          // its public half, as it was when the program began
  std::string packs_folder;     // is there already: a server's that is not mounted is not made
  std::string statuses_folder;  // where screens' statuses come together; empty: they are not heard
  std::string from;             // of the packs' labels; may be empty
};

// A screen that says of itself what is further on than this beyond all packs that lie here is not believed: anybody who
// reaches a server may write statuses, and a serial that was used cannot be used again.
inline constexpr int kMostLeap = 1000;

// The content of `hub` as it shows in `content_folder` becomes a pack whose serial is greater than all that lie here or
// that a screen has said, whatever key they are of, and lies in the folder whole or not at all. Where the newest pack
// here is of this key and says just that, it is only seen to that it has both names; unless `anew`, which makes a new
// one of what was sent already. Two at once, in this process or in others of this machine, wait for each other. The
// key's file is opened anew: who takes it away sends nothing more. The serial. Error: nothing was sent, or under one of
// the names alone; sent again, it is.
base::Result<int> send_pack(const base::SystemCalls& calls, const base::Clock& clock, const SendingPlace& place,
                            std::string_view password, const std::string& content_folder, const std::string& hub,
                            bool anew);

// What can be told of a hub's packs at one moment, for a page.
struct Outgoing {
  std::vector<Screen> screens;  // of this hub, those that want a person first
  bool heard = false;           // there are statuses to look at, even if no screen's
  int newest = 0;               // serial of the newest pack that lies here; 0: none does
  // That one is of this key, says what shows in `content_folder`, has both names, and no screen has a newer one.
  bool is_sent = false;
  std::vector<base::Error> faults;
};
// `now_s`: since 1970, by the clock that files' times are of.
Outgoing outgoing_of(const base::SystemCalls& calls, const SendingPlace& place, const std::string& content_folder,
                     const std::string& hub, std::int64_t now_s);

// Why nothing can be sent as things are, as far as looking tells; empty: it can.
std::vector<base::Error> faults_of(const base::SystemCalls& calls, const SendingPlace& place);

// Whether the newest pack has come to a screen, shows there or not.
bool has_newest(const Screen& screen);
// What became of it there, as a sentence for whoever sent it.
std::string said_of(const Screen& screen);

}  // namespace hub::fleet
