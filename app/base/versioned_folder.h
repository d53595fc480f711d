// A folder that changes whole: it is a symbolic link to one of the version folders beside it.
//
//   content → .content.versions/7-after-4
//   .content.versions/7-after-4/     what the folder shows
//   .content.versions/4-after-3/     what it showed before
//   .content.versions/lock           held by whoever changes it
//
// The link is replaced in one rename, and only when all it leads to is on the disk. So whoever looks through it sees
// the old or the new, also when the process dies or the power fails at any moment. What an interruption leaves (*.new,
// *.gone, link) is swept when the next version begins.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/folder_tree.h"
#include "base/result.h"
#include "base/system_calls.h"

namespace hub::base {

struct Version {
  int number = 0;
  int after = 0;  // the number of the version that it took the place of; 0: none
  std::string name() const { return std::to_string(number) + "-after-" + std::to_string(after); }
  bool operator==(const Version&) const = default;
};

// A version in the making. It goes away with this object unless it was finished.
class StagedVersion {
 public:
  StagedVersion(StagedVersion&&) = default;
  ~StagedVersion();

  // "izumi/reports/2024.json": its folders are made. The file is on the disk and reads back when this returns.
  Status add(const std::string& name, std::string_view bytes);
  const std::string& path() const { return path_; }  // of its folder, for whoever looks it through

 private:
  friend class VersionedFolder;
  StagedVersion(const SystemCalls& calls, const FileDescriptor& versions, Version version, std::string path,
                std::string link, FileDescriptor folder);
  Result<const FileDescriptor*> folder_of(const std::string& name);
  std::string staged_name() const { return version_.name() + ".new"; }

  const SystemCalls& calls_;
  const FileDescriptor& versions_;  // of the Versions that began it, which stays where it is until then
  Version version_;
  std::string path_;
  std::string link_;
  std::map<std::string, FileDescriptor> folders_;  // by path inside; "" is the draft's own. Empty: finished
};

class VersionedFolder {
 public:
  // Looks, and changes nothing. Error: the folder has no parent, is a file, or a link to elsewhere.
  static Result<VersionedFolder> open(const SystemCalls& calls, const std::string& folder);

  // Nobody has ever changed it this way.
  bool untouched() const { return !versions_.open(); }

  // One is part of the other, or the folder is one of the versions.
  Result<bool> overlaps(const FileDescriptor& folder) const;

  // Everything below wants the lock. It is held as long as this object lives; somebody else's is an Error at once.
  Status lock();

  const std::optional<Version>& current() const { return current_; }
  std::optional<Version> previous() const;  // what `current` took the place of, when it is still there
  std::string path_of(const Version& version) const;

  // Sweeps what interruptions left, then begins the version after the current one. A folder that is not such a link
  // yet stays what it is until the switch, and then becomes the version before.
  Result<StagedVersion> begin();
  // Everything it holds is on the disk from now on.
  Result<Version> finish(StagedVersion draft);
  // From one call of the system to the next the folder shows this version. Error: it shows what it did before, and a
  // version that is new is gone.
  Status switch_to(const Version& version);
  // Removes every version but the current one and the one before it. 0 or the errno of one that could not be removed.
  int remove_others();

 private:
  enum class Shows { nothing, plain_folder, link };
  VersionedFolder() = default;
  Error cannot_change(int error_number) const;
  Status look();
  Status look_at_versions();
  Status point_link_at(const Version& version);
  int exchange_or_replace();
  int undo();
  void sweep();
  int remove(const Version& version);

  const SystemCalls* calls_ = nullptr;
  std::string folder_;         // as it was named
  std::string name_;           // its last component
  std::string versions_name_;  // ".content.versions"
  std::string versions_path_;
  FileDescriptor parent_, versions_, lock_;
  Shows shows_ = Shows::nothing;
  std::string leads_to_;  // of a link
  std::vector<Version> there_;
  std::optional<Version> current_;
  std::string link_name_;            // of the link in the making, among the versions
  std::optional<Version> linked_;    // where that leads
  std::optional<Version> taken_in_;  // what the plain folder becomes
};

// The path of what the folder shows now: whoever reads several files reads them from here, so that a switch between
// two of them mixes nothing. A folder that is no such link is its own path.
std::string shown_version(const SystemCalls& calls, const std::string& folder);

}  // namespace hub::base
