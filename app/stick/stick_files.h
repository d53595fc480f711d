// The files of a stick, which may be anybody's and may be pulled out at any moment: nothing is followed, nothing but
// files and folders is opened, and a folder without end is only read up to a point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/file_descriptor.h"

namespace hub::stick {

struct StickEntry {
  enum class Kind { file, folder, other };  // other: a link, a device, a pipe
  std::string name;                         // its bytes, as they stand there
  Kind kind = Kind::other;
  std::uint64_t bytes = 0;
  std::int64_t changed_s = 0;  // since 1970
};

struct StickFolder {
  std::vector<StickEntry> entries;  // in no order
  bool is_whole = true;             // false: there are more
};

// Failures are errnos: where a stick was pulled out, EIO and its like.
class StickFiles {
 public:
  virtual ~StickFiles() = default;
  // `folder`: by its path from the top; empty: the top itself. No link on the way is followed.
  virtual std::variant<StickFolder, int> list(const std::string& folder, std::size_t most_entries) const = 0;
  // Of a file that is longer, most_bytes + 1.
  virtual std::variant<std::string, int> read(const std::string& folder, const std::string& name,
                                              std::size_t most_bytes) const = 0;
};

// FAT gives what it cannot read of a folder for empty, so whether the stick is still there is looked at as well.
class DiskStick : public StickFiles {
 public:
  // Where it is mounted, and where the kernel lists the devices that there are, by number.
  explicit DiskStick(const std::string& folder, const std::string& devices = "/sys/dev/block");

  std::variant<StickFolder, int> list(const std::string& folder, std::size_t most_entries) const override;
  std::variant<std::string, int> read(const std::string& folder, const std::string& name,
                                      std::size_t most_bytes) const override;

 private:
  base::FileDescriptor open_folder(const std::string& folder) const;
  bool is_listed() const;
  // What stands there, when the stick was there until then.
  std::variant<StickFolder, int> unless_gone(StickFolder found) const;

  base::FileDescriptor top_;
  int failed_ = 0;
  std::string device_;  // its place in the kernel's list; empty: its file system has none
};

// What a device says that is not there any more, or broken.
bool is_gone(int error_number);

}  // namespace hub::stick
