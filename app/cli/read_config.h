// The kiosk's configuration, as subcommands take it.
#pragma once

#include <string>

#include "base/files.h"
#include "base/message.h"
#include "config/config.h"

namespace hub::cli {

// The configuration in a file, after telling the staff what is wrong with it; the defaults when no file is named.
config::LoadedConfig read_config(const base::FileReader& files, const std::string& path, base::StaffLanguage staff);

}  // namespace hub::cli
