// Who vouches for the machine's clock. A machine without clock battery starts at the time at which its power went, and
// nobody knows how long ago that was.
#pragma once

namespace hub::base {

enum class ClockSource {
  none,          // nobody
  synchronised,  // a time server, since the machine started
  battery,       // a clock with a battery says the same
  set,           // somebody has set it since the machine started, or has looked at it and found it right
};

}  // namespace hub::base
