// The content that showed last, byte for byte as it was read, kept in the kiosk's own state folder: it shows when the
// kiosk starts while its content folder has errors or is gone. One for each content folder and hub:
//
//   last-good-izumi-9f86d081884c7d65 → .last-good-izumi-9f86d081884c7d65.versions/3-after-2     (base/versioned_folder)
//     kept                 the content folder, the hub, the day, and what the files add up to
//     common/… izumi/…     what loading reads
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/files.h"
#include "base/recording_reader.h"
#include "base/system_calls.h"
#include "content/load/load.h"

namespace hub::content {

// The files of a content folder that loading has found good.
struct GoodContent {
  std::string hub;  // that was asked for; empty: all
  base::FolderBytes files;
  base::Date day{};  // on which they were read
};

struct KeptContent {
  Loaded loaded;  // always with a snapshot
  base::FolderBytes files;
  base::Date day{};
};

class LastGood {
 public:
  struct Places {
    std::string state_folder;    // empty: there is nowhere to keep anything
    std::string content_folder;  // absolute: another folder's content is never taken for this one's
    std::string strings_folder;
  };
  explicit LastGood(Places places) : places_(std::move(places)) {}

  // Nothing: none was kept. Error: one was, but it is not what was written then, or cannot be shown any more.
  base::Result<std::optional<KeptContent>> find(const base::FileReader& files, const std::string& hub) const;

  // Writes only when something else, or nothing, is kept; the copy is loaded before it counts. With an Error what was
  // kept is still there. True: it was written.
  base::Result<bool> keep(const base::SystemCalls& calls, base::Files& files, const GoodContent& good) const;

  // Removes the copies of other content folders: at once when theirs is gone, else all but the kMostOthers that were
  // read last. Never those of this one. What somebody else is writing stays.
  void sweep_others(const base::SystemCalls& calls, const base::FileReader& files) const;
  static constexpr std::size_t kMostOthers = 4;

  // Hubs of which there is a copy, whether it is good or not; sorted.
  std::vector<std::string> hubs(const base::FileReader& files) const;

 private:
  std::string ending() const;  // of the names of all copies of the content folder
  std::string name_of(const std::string& hub) const;
  std::vector<std::string> names(const base::FileReader& files) const;
  struct Other;
  std::vector<Other> others(const base::FileReader& files) const;
  std::string label(const GoodContent& good) const;
  std::optional<KeptContent> read(const base::FileReader& files, const std::string& folder,
                                  const std::string& hub) const;
  base::Status write(const base::SystemCalls& calls, base::Files& files, const GoodContent& good) const;

  Places places_;
};

}  // namespace hub::content
