// What has come in for a hub and was not thrown away yet: reports, packs and content folders, from a stick, a browser,
// a download or a command. Whoever brings one needs nothing but this.
//
//   inbox/20261127-150312-1/item.json    its name, where it came from, when, and whether it may be a report
//   inbox/20261127-150312-1/bytes        the file
//
// Who brings a file looks at its bytes, once: a face that shows what came in opens none of them.
//
// An item is put together beside the others and then renamed, so it is there whole or not at all.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "base/system_calls.h"

namespace hub::desk {

enum class CameFrom { stick, browser, download, command };
const char* word_of(CameFrom from);  // stick, as files and other programs have it
CameFrom way_of(std::string_view word);

struct InboxItem {
  enum class Kind {
    file,
    content_folder,  // folder_item.h
  };
  std::string id;    // of the item, in the order of coming in
  std::string name;  // of the file as its owner wrote it, as one line may show it
  CameFrom from = CameFrom::command;
  std::string at;  // 2026-11-27T15:03, as the machine believed
  std::size_t bytes = 0;
  std::string sha256;
  // Why it is surely no report that can be read, and what to do instead; nothing: reading it will tell.
  std::optional<base::Error> no_report = std::nullopt;
  Kind kind = Kind::file;
};

inline constexpr std::size_t kMostInboxItems = 20;  // the oldest gives way
inline constexpr std::size_t kMostItemBytes = std::size_t{32} << 20;

class Inbox {
 public:
  // The folder is made with the first item. `calls` outlives it.
  Inbox(const base::SystemCalls& calls, std::string folder) : calls_(&calls), folder_(std::move(folder)) {}

  // `name` may be any bytes. What the inbox has already, to the byte and the name, comes to nothing new. Error: too
  // large, empty, or it could not be written; then the inbox is as it was.
  base::Result<InboxItem> take(std::string_view bytes, std::string_view name, CameFrom from, base::LocalTime now,
                               InboxItem::Kind kind = InboxItem::Kind::file);

  // The newest first. What cannot be read is passed over.
  std::vector<InboxItem> list() const;
  std::optional<InboxItem> find(const std::string& id) const;
  base::Result<std::string> read(const InboxItem& item) const;
  std::string path_of(const InboxItem& item) const;  // of the file
  base::Status remove(const std::string& id);

 private:
  base::Result<base::FileDescriptor> open_folder() const;
  void sweep(const base::FileDescriptor& folder) const;
  std::string free_id(base::LocalTime now, const std::string& last) const;
  int drop(const base::FileDescriptor& folder, const std::string& id) const;

  const base::SystemCalls* calls_;
  std::string folder_;
};

}  // namespace hub::desk
