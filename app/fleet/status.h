// What one screen says of itself, for whoever looks after many: status.json. Nothing about visitors. It comes back from
// machines that nobody watches, so whatever stands in such a file reads as a status or as none.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hub::fleet {

// What was refused, or could not be made to show, since something last did.
struct RefusedPack {
  std::string name;  // of the file
  std::string what;  // desk/taken_pack.h
  int serial = 0;    // 0: not known
  std::string said;  // in Japanese
};

struct ScreenStatus {
  std::string screen;                // the kiosk's name
  std::string hub;                   // its id; empty: no content shows
  std::string hash;                  // SHA-256 of what is on the screen (desk/store/shown_screen.h)
  int serial = 0;                    // of the pack that is on the screen; 0: it came from none, or nobody knows
  std::string key;                   // that signed it: its id
  int taken = 0;                     // the newest serial of that key that ever showed there
  std::string made;                  // the day the pack was made; may be empty
  std::string since;                 // 2026-11-27T15:03, as the kiosk's clock has it
  std::string at;                    // when the kiosk said so, by the same clock
  std::string version;               // of the program
  std::vector<std::string> wrong;    // doctor's ×, in Japanese
  std::vector<RefusedPack> refused;  // the newest first
};

inline constexpr std::size_t kMostStatusBytes = std::size_t{64} << 10;
inline constexpr std::size_t kMostTold = 5;  // of what is wrong, of what was refused

std::string to_json(const ScreenStatus& status);
// The same as one line, for a QR code that a phone reads off the screen: what is wrong, and all but the last refusal,
// are left out, and so are its words; the hash is cut to its first 16 digits.
std::string to_code(const ScreenStatus& status);
// Every text as one line that may be shown, cut to what a row of a page can hold.
std::optional<ScreenStatus> status_from(std::string_view json);

}  // namespace hub::fleet
