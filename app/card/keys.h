// What hub-kiosk.txt can say: the names of its settings, and how each is written.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace hub::card {

enum class Key {
  hub,
  diagonal,
  rotate,
  reach,
  bottom,
  hours,
  closed_weekdays,
  closed_dates,
  pin,
  network,
  wifi_name,
  wifi_password,
  time_server,
  pack_url,
  pack_key,
  status_url,
  screen_name,
};

struct KeyWords {
  Key key = Key::hub;
  std::string_view name;               // as the template has it, and messages
  std::vector<std::string_view> also;  // what people write as well, as folded() leaves it, without - and ・
  base::Message how;                   // a sentence: how it is written
};

// In the order of the template.
std::span<const KeyWords> all_keys();
const KeyWords& words_of(Key key);

struct FoundKey {
  std::optional<Key> key;
  std::string_view nearest;  // where there is none: the name that it may be; "": none is near
};
FoundKey find_key(std::string_view written);

}  // namespace hub::card
