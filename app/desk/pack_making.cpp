#include "desk/pack_making.h"

#include <algorithm>
#include <cstdio>

#include "base/parse.h"
#include "base/path.h"
#include "content/load/load.h"
#include "pack/archive.h"
#include "pack/pack.h"

namespace hub::desk {

namespace {

constexpr std::string_view kEnding = ".hubpack";

base::Error no_such_hub(const std::string& folder, const std::string& hub) {
  return {{"「" + hub + "」という拠点は、「" + folder + "」にありません。",
           "There is no hub \"" + hub + "\" in \"" + folder + "\"."},
          {"拠点のフォルダーの名前（例: izumi）を --hub に書いてください。",
           "Give the name of a hub's folder (izumi) with --hub."}};
}

}  // namespace

base::Result<base::FolderBytes> files_for_pack(const base::FileReader& files, const std::string& content_folder,
                                               const std::string& hub) {
  const std::vector<std::string> hubs = content::hub_ids(files, content_folder);
  if (!pack::is_hub(hub) || std::ranges::find(hubs, hub) == hubs.end()) return no_such_hub(content_folder, hub);
  base::FolderBytes found;
  for (const content::PlannedFile& one : content::plan_of(files, content_folder, hub).files) {
    if (!one.path.starts_with(hub + "/") && !one.path.starts_with(std::string(pack::kCommonFolder) + "/")) continue;
    auto bytes = files.read(base::join(content_folder, one.path), pack::kMostFileBytes);
    if (!bytes) return bytes.error();
    found[one.path] = std::move(bytes).value();
  }
  return found;
}

int serial_in_name(std::string_view path) {
  if (is_pack(path)) path.remove_suffix(kEnding.size());
  std::size_t begin = path.size();
  while (begin > 0 && path[begin - 1] >= '0' && path[begin - 1] <= '9') --begin;
  return base::parse_count(path.substr(begin), pack::kMostSerial).value_or(0);
}

std::string hub_in_name(std::string_view name) {
  const std::size_t dash = name.find_last_of('-');
  return serial_in_name(name) > 0 && dash != name.npos ? std::string(name.substr(0, dash)) : std::string();
}

std::string name_of_pack(const std::string& hub, int serial) {
  char number[16];
  std::snprintf(number, sizeof number, "-%04d", serial);
  return (hub + number).append(kEnding);
}

bool is_pack(std::string_view name) {
  if (name.size() < kEnding.size()) return false;
  const std::string_view end = name.substr(name.size() - kEnding.size());
  return std::ranges::equal(end, kEnding, {}, [](char c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; });
}

}  // namespace hub::desk
