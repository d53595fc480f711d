// What there is to show of a hub: its content folder, else the copy of what showed before.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "config/paths.h"

namespace hub::kiosk {

struct ContentSource {
  config::ReadContent read;                           // of the content folder
  std::shared_ptr<const content::Snapshot> snapshot;  // of that or of the copy; null: there is neither
  std::optional<base::Error> instead;                 // that the copy shows, or why it does not
};
ContentSource find_content(const base::FileReader& files, const std::string& content_folder, const std::string& hub,
                           const content::LastGood& last_good, const content::CanDraw& can_draw = {});

// The hubs of the content folder, and those of which there is a copy; sorted.
std::vector<std::string> hubs_to_choose(const base::FileReader& files, const std::string& content_folder,
                                        const content::LastGood& last_good);

}  // namespace hub::kiosk
