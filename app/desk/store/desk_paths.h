// Where the desk keeps staff's unpublished work of a hub:
//
//   <state>/desk/<hub>/
//     inbox/         what came in (inbox.h)
//     draft          the unpublished draft, a folder that changes whole (draft_store.h)
//     draft.turn     held by who saves it
//     sources/       the reports that drafts were read from, by their SHA-256 (sources.h)
//     history.jsonl  what was published (history.h)
//     pictures/      what the versions show (version_pictures.h)
//     requests/      what the jobs are to do, and how far they are
#pragma once

#include <string>

#include "base/path.h"

namespace hub::desk {

struct DeskPaths {
  std::string folder;  // <state>/desk/<hub>

  DeskPaths(const std::string& state_folder, const std::string& hub)
      : folder(base::join(base::join(state_folder, "desk"), hub)) {}

  std::string inbox() const { return base::join(folder, "inbox"); }
  std::string draft() const { return base::join(folder, "draft"); }
  std::string sources() const { return base::join(folder, "sources"); }
  std::string history() const { return base::join(folder, "history.jsonl"); }
  std::string requests() const { return base::join(folder, "requests"); }
};

}  // namespace hub::desk
