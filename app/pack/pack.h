// A pack (.hubpack): what one hub says, in one signed file that any carrier may bring. Its first four lines are a
// minisign signature, the rest is a plain tar, so that nobody needs this program to look into it or to make one:
//
//   trusted comment: hub=izumi serial=7 made=2026-11-27 from=konan-pc format=1
//   izumi/hub.json, izumi/reports/2026.json …    the hub's own
//   common/services.json …                       what all hubs share: only a key of every hub's changes it
//
// Nothing of it is unpacked, and no word of it believed, before all its bytes are found to be signed by a known key.
// There is no expiry: a kiosk whose clock is dead takes packs all the same. What makes one old is its serial.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/recording_reader.h"
#include "base/result.h"
#include "pack/keys.h"

namespace hub::pack {

inline constexpr int kFormat = 1;  // the newest that can be taken
inline constexpr int kMostSerial = 999'999'999;
inline constexpr std::size_t kMostPackBytes = std::size_t{32} << 20;
inline constexpr const char* kCommonFolder = "common";

struct Label {
  std::string hub;   // its id
  int serial = 0;    // from 1; only goes up
  std::string made;  // a day, 2026-11-27; may be empty
  std::string from;  // whoever made it, one word; may be empty
};
// Whether these can be a label's: an id as content has it; a word without spaces of at most 60 bytes.
bool is_hub(std::string_view text);
bool is_from(std::string_view text);

// Why a pack is not taken.
enum class Refusal {
  damaged,       // it is no pack, or not all of it, or was changed since it was signed
  too_large,     // …
  unknown_key,   // signed by nobody whom this kiosk knows
  other_key,     // signed by the key of another hub than its own
  newer_format,  // for a newer kiosk
  other_hub,     // it is not for this hub's screen
  older,         // a newer one, or another one of the same serial, has been here
  not_shown,     // what it holds does not pass the inspection, or could not be written
};
const char* word_of(Refusal refusal);  // damaged, too-large …: for other programs

struct Refused {
  Refusal why = Refusal::damaged;
  base::Error error;  // in words for staff
};

// A key that this kiosk knows.
struct KnownKey {
  PublicKey key;
  std::string hub;  // the only one whose packs it may sign; empty: every hub's
};

struct Pack {
  Label label;
  KeyId key{};
  bool may_change_common = false;  // the key is every hub's
  base::FolderBytes files;         // by path inside a content folder, all below the hub's or the common folder
};

// Error: a file cannot be in a pack, or they are too many. The same label, files and key give the same bytes.
base::Result<std::string> made_pack(const Label& label, const base::FolderBytes& files, const SecretKey& key);

// `name`: what the file is called, for sentences.
std::variant<Pack, Refused> open_pack(std::string_view bytes, std::string_view name, const std::vector<KnownKey>& keys);

// What it says of itself: nothing that anybody may rely on. Its first kMostHeadBytes are enough. Nothing: it has not
// the form of a pack.
inline constexpr std::size_t kMostHeadBytes = 4096;
std::optional<Label> label_unverified(std::string_view bytes);
// Whether it says so that it is another hub's: enough to pass over what lies there for other screens.
bool is_for_another(std::string_view bytes, const std::string& hub);

// What is said of a pack that is right, and yet not for this screen.
Refused of_other_hub(std::string_view name, const Label& label, const std::string& hub_here);
Refused of_older(std::string_view name, const Label& label, int newest_serial);

}  // namespace hub::pack
