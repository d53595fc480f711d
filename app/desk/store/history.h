// What was published of a hub, and by whom; of the last ten times with all that the hub said then, so that one can go
// back to it.
//
//   history.jsonl        a line for each time
//   versions/7/…         the hub's content files as they were published then: izumi/hub.json …; of a pack that has
//                        them also those of all hubs: common/readings.json …
//
// The files of a version are written before it shows (begin) and count when it does (finish): what an interruption
// leaves in between is found out by what shows (recover).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/recording_reader.h"
#include "base/result.h"
#include "base/system_calls.h"

namespace hub::desk {

// The pack that a version came from.
struct PublishedPack {
  int serial = 0;    // 0: from none
  std::string key;   // its id (pack/keys.h)
  std::string made;  // a day; may be empty
  std::string from;  // may be empty
};

struct PublishedVersion {
  int number = 0;      // from 1
  std::string at;      // 2026-11-27T15:03; empty: what showed before the desk published for the first time
  std::string who;     // may be empty
  std::string source;  // the report's file, as its owner called it; empty: of none
  std::string sha256;  // of it
  std::string what;    // 令和８年度の目標 …, in Japanese
  int back_to = 0;     // it went back to that version; 0: it is new
  bool kept = false;   // one can go back to it
  int differing = 0;   // texts of its report that a person had changed when it was published
  PublishedPack pack = {};
};

inline constexpr int kKeptVersions = 10;

// Whether a file is of all hubs: by its path inside the content folder.
inline bool is_of_all_hubs(std::string_view path) { return path.starts_with("common/"); }

class History {
 public:
  // `folder`: of the hub's desk. `calls` outlives it.
  History(const base::SystemCalls& calls, std::string folder) : calls_(&calls), folder_(std::move(folder)) {}

  std::vector<PublishedVersion> list() const;  // the newest first
  // With what was begun where that shows. `shows`: the hub's files and those of all hubs as they show.
  std::vector<PublishedVersion> list_showing(const base::FolderBytes& shows) const;
  base::Result<base::FolderBytes> files(int version) const;
  // The newest that showed of the packs that this key has signed. Error: that cannot be known.
  base::Result<std::optional<PublishedVersion>> newest_of_key(const std::string& key) const;

  // Its number is given to it.
  base::Result<PublishedVersion> begin(PublishedVersion version, const base::FolderBytes& hub_files) const;
  base::Status finish(const PublishedVersion& version) const;
  void give_up() const;  // what was begun
  // With its files. Nothing: none is begun, or it cannot be read.
  std::optional<std::pair<PublishedVersion, base::FolderBytes>> begun() const;
  // What was begun and shows is finished, what does not is given up. Error: what shows cannot be written down, and
  // waits for the next time.
  base::Status recover(const base::FolderBytes& shows) const;

 private:
  base::Result<std::vector<PublishedVersion>> read_list() const;
  std::string versions_folder() const;
  base::Status keep(const PublishedVersion& version) const;
  int newest(const base::FileDescriptor& versions) const;
  std::vector<int> numbers_in(const base::FileDescriptor& versions) const;  // the newest first
  void sweep(const base::FileDescriptor& versions) const;

  const base::SystemCalls* calls_;
  std::string folder_;
};

}  // namespace hub::desk
