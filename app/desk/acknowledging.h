// Says of a warning that a person has looked at it and that it may stay: it is then counted, and not repeated.
#pragma once

#include <string>

#include "base/files.h"
#include "base/message.h"
#include "base/result.h"
#include "content/json/letters.h"

namespace hub::desk {

struct AcknowledgingQuery {
  std::string content_folder;
  std::string hub;     // empty: all
  std::string place;   // of the warning: its line as it was printed, or the beginning of it, file:line:column
  std::string reason;  // why it may stay
  content::CanDraw can_draw = {};
};

// Writes <hub>/acknowledged.json or common/acknowledged.json. The place of an acknowledgement that is not needed any
// more takes that out. What was done, or an Error: no warning stands there, or it is an error, which must be mended.
base::Result<base::Message> acknowledge(base::Files& files, const AcknowledgingQuery& query);

}  // namespace hub::desk
