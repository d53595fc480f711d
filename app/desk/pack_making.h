// What of a content folder goes into a hub's pack.
#pragma once

#include <string>
#include <string_view>

#include "base/files.h"
#include "base/recording_reader.h"
#include "base/result.h"

namespace hub::desk {

// The hub's files and those of all hubs, as content/load/folder_plan.h takes them; acknowledged warnings among them.
// Error: there is no such hub, or a file cannot be read or is too large for a pack.
base::Result<base::FolderBytes> files_for_pack(const base::FileReader& files, const std::string& content_folder,
                                               const std::string& hub);

// 7 of izumi-0007.hubpack: the number that the file's name ends in. 0: it ends in none.
int serial_in_name(std::string_view path);

// izumi of izumi-0007.hubpack. Empty: its name has no number, or nothing before it.
std::string hub_in_name(std::string_view name);
// The same the other way: what a pack is called.
std::string name_of_pack(const std::string& hub, int serial);

// Whether a file is a pack: by its name.
bool is_pack(std::string_view name);

}  // namespace hub::desk
