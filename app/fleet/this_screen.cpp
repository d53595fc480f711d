#include "fleet/this_screen.h"

#include <algorithm>

#include "desk/store/desk_paths.h"
#include "desk/store/history.h"
#include "desk/store/pack_news.h"
#include "desk/store/shown_screen.h"

namespace hub::fleet {

namespace {

// The newest version that says what is on the screen; nothing: it did not come by way of the desk, or is not kept.
std::optional<desk::PublishedVersion> version_on(const desk::History& history,
                                                 const std::vector<desk::PublishedVersion>& versions,
                                                 const desk::ShownScreen& shown) {
  for (const desk::PublishedVersion& one : versions) {
    if (!one.kept) continue;
    const auto files = history.files(one.number);
    if (files && desk::hash_of_hub(shown.hub, files.value()) == shown.hash) return one;
  }
  return std::nullopt;
}

}  // namespace

std::optional<ScreenStatus> status_of_this_screen(const base::SystemCalls& calls, const std::string& state_folder,
                                                  const std::string& screen, std::vector<std::string> wrong) {
  const auto shown = desk::shown_screen(calls, state_folder);
  if (!shown) return std::nullopt;
  ScreenStatus status;
  status.screen = screen;
  status.hub = shown->hub;
  status.hash = shown->hash;
  status.since = shown->since;
  status.at = shown->at;
  status.version = shown->version;
  status.wrong = std::move(wrong);
  if (status.wrong.size() > kMostTold) status.wrong.resize(kMostTold);
  if (shown->hub.empty()) return status;
  const std::string folder = desk::DeskPaths(state_folder, shown->hub).folder;
  const desk::History history(calls, folder);
  const std::vector<desk::PublishedVersion> versions = history.list();
  if (const auto on = version_on(history, versions, *shown)) {
    status.serial = on->pack.serial;
    status.key = on->pack.key;
    status.made = on->pack.made;
  }
  if (status.key.empty()) {
    // What staff have published stands over a pack that is there all the same.
    const auto is_pack = [](const desk::PublishedVersion& one) { return one.pack.serial > 0; };
    const auto last = std::ranges::find_if(versions, is_pack);
    if (last != versions.end()) status.key = last->pack.key;
  }
  for (const desk::PublishedVersion& one : versions) {
    if (one.pack.key == status.key) status.taken = std::max(status.taken, one.pack.serial);
  }
  for (const desk::PackNews& one : desk::pack_news(calls, folder)) {
    if (!desk::is_refusal(one) || status.refused.size() >= kMostTold) break;
    status.refused.push_back({one.name, one.what, one.serial, one.said.ja});
  }
  return status;
}

}  // namespace hub::fleet
