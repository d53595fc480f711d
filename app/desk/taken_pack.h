// What became of a pack that came in.
#pragma once

#include <string>

#include "base/message.h"
#include "pack/pack.h"

namespace hub::desk {

struct TakenPack {
  enum class What {
    shows,     // what it says shows now
    was_here,  // it was taken before, to the byte: nothing was done
    refused,   // nothing was done, for good
    failed,    // it could not be made to show: nothing was done, and it may be tried again
  };
  What what = What::refused;
  pack::Refusal why = pack::Refusal::damaged;  // of what is refused
  pack::Label label;                           // serial 0: what it says of itself cannot be believed
  std::string key;                             // its id; empty as well then
  int version = 0;                             // of the history, where it shows
  base::Message said;                          // in words for staff
  base::Message remedy;                        // what to do; may be empty
};

// shows, was-here, failed, or why it is refused (pack/pack.h): for other programs.
const char* word_of(const TakenPack& taken);

}  // namespace hub::desk
