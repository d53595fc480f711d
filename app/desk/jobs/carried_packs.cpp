#include "desk/jobs/carried_packs.h"

#include <cerrno>
#include <map>

#include "base/folder_tree.h"
#include "base/path.h"
#include "desk/jobs/take_pack.h"
#include "desk/pack_making.h"
#include "desk/store/desk_paths.h"
#include "desk/store/folders.h"
#include "desk/store/inbox.h"
#include "desk/store/json.h"
#include "pack/pack.h"

namespace hub::desk {

namespace {

constexpr const char* kFile = "carried.json";
constexpr std::size_t kMostBytes = 64 << 10;

using Seen = std::map<std::string, std::string>;  // what a file was when it was seen, by name

std::string text_of(const base::FileStamp& stamp) {
  return std::to_string(stamp.device) + "-" + std::to_string(stamp.inode) + "-" + std::to_string(stamp.bytes) + "-" +
         std::to_string(stamp.changed_ns);
}

Seen seen_before(const base::SystemCalls& calls, const std::string& folder) {
  Seen seen;
  const auto inside = base::open_root(calls, folder, false);
  if (!inside) return seen;
  const auto bytes = base::read_file(calls, inside.value(), kFile, kMostBytes, base::join(folder, kFile));
  const auto json = bytes ? parsed(bytes.value().bytes) : std::nullopt;
  if (!json || !json->is_object()) return seen;
  for (const auto& [name, stamp] : json->items()) {
    if (stamp.is_string()) seen[name] = stamp.get<std::string>();
  }
  return seen;
}

base::Status remember(const base::SystemCalls& calls, const std::string& folder, const Seen& seen) {
  const auto inside = open_or_make_folder(calls, folder);
  if (!inside) return inside.error();
  return replace_file(calls, inside.value(), kFile, page_of(Json(seen)), base::join(folder, kFile));
}

}  // namespace

base::Result<int> ask_for_carried_packs(const base::SystemCalls& calls, const base::Clock& clock,
                                        const std::string& state_folder, const std::string& hub,
                                        const std::string& folder) {
  struct stat there {};
  if (calls.status_at(base::kHere, folder, there) == -ENOENT) return 0;  // no carrier was set up
  const auto carried = base::open_root(calls, folder, true);
  if (!carried) return carried.error();
  const auto entries = base::list_folder(calls, carried.value(), folder);
  if (!entries) return entries.error();
  const DeskPaths paths(state_folder, hub);
  const Seen before = seen_before(calls, paths.folder);
  Seen now;
  std::vector<InboxItem> items;
  for (const base::TreeEntry& entry : entries.value()) {
    // What is in the making is hidden: .syncthing.izumi-0007.hubpack.tmp
    const bool is_one =
        entry.kind == base::TreeEntry::Kind::file && is_pack(entry.name) && !entry.name.starts_with('.');
    if (!is_one || now.size() >= kMostCarried) continue;
    const std::string stamp = text_of(entry.stamp);
    now[entry.name] = stamp;
    if (const auto seen = before.find(entry.name); seen != before.end() && seen->second == stamp) continue;
    const auto read =
        base::read_file(calls, carried.value(), entry.name, kMostItemBytes, base::join(folder, entry.name));
    // One that is too large is none; what has gone again meanwhile comes again by itself.
    if (!read) continue;
    if (pack::is_for_another(read.value().bytes, hub)) continue;
    auto item = Inbox(calls, paths.inbox()).take(read.value().bytes, entry.name, CameFrom::download, clock.local());
    if (!item) return item.error();
    items.push_back(std::move(item).value());
  }
  // Asked for first: who is interrupted in between asks once more, which does no harm.
  if (auto asked = ask_to_take_packs(calls, state_folder, hub, items, clock.local()); !asked) return asked.error();
  if (now != before) {
    if (auto done = remember(calls, paths.folder, now); !done) return done.error();
  }
  return static_cast<int>(items.size());
}

}  // namespace hub::desk
