// hub-kiosk.txt: the one file that whoever hangs a screen up opens, on the card's partition that a Windows PC can read.
// What it says becomes the kiosk's configuration, its network and its time server. Nothing in it keeps a screen dark:
// every line that is right counts, and each that is not is a finding with its line, what is wrong and the cure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "card/lines.h"
#include "config/config.h"
#include "content/json/diagnostic.h"

namespace hub::card {

inline constexpr const char* kCardFile = "hub-kiosk.txt";
inline constexpr std::size_t kMostCardBytes = std::size_t{64} << 10;  // what is behind them is not read

struct KnownHub {
  std::string id;
  std::string ward;  // in Japanese
  std::string name;  // the same
};

struct Network {
  enum class Kind { none, cable, wifi };
  Kind kind = Kind::none;
  std::string wifi_name;                  // of wifi: 1 to 32 bytes
  std::string wifi_password;              // 8 to 63 of ASCII, or 64 hexadecimal digits; empty: it has none
  std::vector<std::string> time_servers;  // none: the system's own
};

// A PIN that stands in the file as it is typed.
struct ClearPin {
  int line = 1;
  ByteRange at;
  report::Encoding encoding = report::Encoding::utf8;
};

struct Card {
  std::string config_json;  // of config::load_config, without a PIN
  config::Config config;    // what load_config makes of it
  Network network;
  std::string pin;                            // in the clear, and fit to be one; empty: none
  std::string pin_hash;                       // that stands there already, when there is no `pin`; empty: none
  std::vector<ClearPin> pins;                 // where `pin` stands, and earlier ones of the file
  std::vector<content::Diagnostic> findings;  // by line; an error's line does not count, a warning's does
};

// `hubs` are those whose content is on this machine. `file` outlives nothing that this gives.
Card read_card(std::string_view file, const std::vector<KnownHub>& hubs);

// The file with `hash` in place of each of these; all else, its encoding and its line ends as well, is as it was.
std::string with_hash(std::string_view file, const std::vector<ClearPin>& pins, std::string_view hash);

// The configuration with a PIN's hash in it.
std::string with_pin(const Card& card, const std::string& hash);

}  // namespace hub::card
