// What a kiosk shows when it starts: which hub, and the content of that hub.
#pragma once

#include <string>
#include <vector>

#include "kiosk/content_source.h"

namespace hub::kiosk {

// Where it is looked for, and who has said which hub it shall be.
struct FirstContentQuery {
  std::string content_folder;
  std::string state_folder;        // empty: there are neither a choice of the staff nor copies
  std::string command_line_hub;    // empty: the command line names none
  std::string config_hub;          // empty: the configuration names none
  bool config_hub_known = true;    // false: the configuration may name one, and it could not be read
  content::CanDraw can_draw = {};  // empty: nobody asks
};

struct FirstContent {
  ContentSource content;                // without a snapshot the built-in page shows
  std::string wanted;                   // the hub that was asked for; empty: the first
  bool hub_unknown = false;             // nobody knows whose screen this is before staff have chosen
  std::vector<base::Error> complaints;  // why what staff chose last does not count

  std::string hub() const { return content.snapshot ? content.snapshot->hubs.front().id : std::string(); }
};

FirstContent find_first_content(const base::FileReader& files, const FirstContentQuery& query);

}  // namespace hub::kiosk
