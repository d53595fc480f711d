// The content folder that staff's own work is written into: never what kiosks read, which only publishing changes.
#pragma once

#include <string>

#include "base/files.h"
#include "base/result.h"

namespace hub::desk {

// The folder that is named, else the folder "content" where the command was typed. Error: there is none, or it is a
// published one, also by way of a link.
base::Result<std::string> working_content_folder(const base::FileReader& files, const std::string& named);

}  // namespace hub::desk
