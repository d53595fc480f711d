#include "desk/store/shown_screen.h"

#include "base/folder_tree.h"
#include "base/path.h"
#include "base/sha256.h"
#include "desk/store/folders.h"
#include "desk/store/json.h"

namespace hub::desk {

namespace {

constexpr const char* kFile = "screen.json";
constexpr std::size_t kMostBytes = 4096;

}  // namespace

std::string hash_of_hub(const std::string& hub, const base::FolderBytes& files) {
  std::string all;
  for (const auto& [name, bytes] : files) {
    const bool counts = name == hub + "/hub.json" || name == hub + "/readings.json" ||
                        (name.starts_with(hub + "/reports/") && name.ends_with(".json"));
    // Its size keeps what stands in one file apart from what stands in the next.
    if (counts) all += name + "\n" + std::to_string(bytes.size()) + "\n" + bytes;
  }
  return base::sha256_text(all);
}

std::optional<ShownScreen> shown_screen(const base::SystemCalls& calls, const std::string& state_folder) {
  const auto folder = base::open_root(calls, state_folder, true);
  if (!folder) return std::nullopt;
  const auto bytes = base::read_file(calls, folder.value(), kFile, kMostBytes, base::join(state_folder, kFile));
  const auto json = bytes ? parsed(bytes.value().bytes) : std::nullopt;
  if (!json || !json->is_object()) return std::nullopt;
  return ShownScreen{text_of(*json, "hub"), text_of(*json, "hash"), text_of(*json, "since"), text_of(*json, "at"),
                     text_of(*json, "version")};
}

base::Status write_shown_screen(const base::SystemCalls& calls, const std::string& state_folder,
                                const ShownScreen& screen) {
  const auto folder = open_or_make_folder(calls, state_folder);
  if (!folder) return folder.error();
  const Json json = {{"hub", screen.hub},
                     {"hash", screen.hash},
                     {"since", screen.since},
                     {"at", screen.at},
                     {"version", screen.version}};
  return replace_file(calls, folder.value(), kFile, page_of(json), base::join(state_folder, kFile));
}

}  // namespace hub::desk
