// From the kiosk's configuration to the world that its screens are drawn for.
#pragma once

#include <string>

#include "base/files.h"
#include "base/message.h"
#include "content/config.h"
#include "ui/world.h"

namespace hub::cli {

// The configuration in a file, after telling the staff what is wrong with it; the defaults when no file is named.
content::LoadedConfig read_config(const base::Files& files, const std::string& path, base::StaffLanguage staff);

// Everything but the screen's size in pixels, the content and the day.
void configure(ui::World& world, const content::Config& config);

}  // namespace hub::cli
