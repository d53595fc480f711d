// A prepared content folder on a stick: one hub's files of it, whole or not at all.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

#include "base/message.h"
#include "base/recording_reader.h"
#include "stick/stick_files.h"

namespace hub::stick {

inline constexpr std::size_t kMostContentFolders = 100;  // that are looked into: 18 hubs with two folders each

// The files by their path in the folder; or why it is not taken, and what to do; or an errno: it was pulled out.
using FoundContent = std::variant<base::FolderBytes, base::Message, int>;

// `folder`: where it is on the stick. `hub`: whose files. Of files, only those that a hub's screens are made of are
// read; where anything in the folder is a link, a device or a pipe, nothing is.
FoundContent content_on(const StickFiles& stick, const std::string& folder, const std::string& hub);

}  // namespace hub::stick
