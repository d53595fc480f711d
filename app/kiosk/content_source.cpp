#include "kiosk/content_source.h"

#include <algorithm>

namespace hub::kiosk {

namespace {

base::Error shows_copy_of(base::Date day) {
  const std::string y = std::to_string(static_cast<int>(day.year()));
  const std::string m = std::to_string(static_cast<unsigned>(day.month()));
  const std::string d = std::to_string(static_cast<unsigned>(day.day()));
  return {{"内容のフォルダーに直すところがあるため、" + y + "年" + m + "月" + d + "日にとった控えを映しています。",
           "The content folder has errors: a copy of " + y + "-" + m + "-" + d + " shows instead."},
          {"フォルダーを直すと、その内容が映ります。", "Mend the folder, and it shows."}};
}

}  // namespace

ContentSource find_content(const base::FileReader& files, const std::string& content_folder, const std::string& hub,
                           const content::LastGood& last_good, const content::CanDraw& can_draw) {
  ContentSource found;
  found.read = config::read_content(files, content_folder, hub, can_draw);
  found.snapshot = found.read.loaded.snapshot;
  if (found.snapshot) return found;
  const auto kept = last_good.find(files, hub);
  if (!kept) {
    found.instead = kept.error();
  } else if (kept.value()) {
    found.snapshot = kept.value()->loaded.snapshot;
    found.instead = shows_copy_of(kept.value()->day);
  }
  return found;
}

std::vector<std::string> hubs_to_choose(const base::FileReader& files, const std::string& content_folder,
                                        const content::LastGood& last_good) {
  std::vector<std::string> hubs = content::hub_ids(files, content_folder);
  for (const std::string& hub : last_good.hubs(files)) {
    if (std::ranges::find(hubs, hub) == hubs.end()) hubs.push_back(hub);
  }
  std::ranges::sort(hubs);
  return hubs;
}

}  // namespace hub::kiosk
