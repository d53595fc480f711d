// A stick's reports, and a prepared content folder, into the inbox, and a sentence for whoever stands before the panel.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/message.h"
#include "desk/store/inbox.h"
#include "stick/stick_files.h"

namespace hub::stick {

inline constexpr std::size_t kMostFiles = 20;
inline constexpr std::size_t kMostBytes = std::size_t{32} << 20;       // of a file
inline constexpr std::size_t kMostBytesOfAll = std::size_t{96} << 20;  // that one stick may bring
inline constexpr std::size_t kMostFolders = 50;                        // that are looked into
inline constexpr std::size_t kMostEntries = 1000;                      // of a folder

enum class Wanted {
  reports,     // and packs
  only_packs,  // there is no panel to work on reports with
};

struct Taken {
  std::vector<desk::InboxItem> items;  // also those that the inbox had already
  std::vector<base::Message> said;     // what happened, then what to do; empty: there is nothing to say
};

// Looks at the top and one folder down. It may end anywhere: the inbox has what had come in whole until then. `hub`:
// whose files of a prepared content folder are taken.
Taken take(const StickFiles& stick, desk::Inbox& inbox, Wanted wanted, base::LocalTime now, const std::string& hub);

}  // namespace hub::stick
