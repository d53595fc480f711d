// A folder that may change whole (base/versioned_folder.h) while several of its files are read: all of them come from
// the version that it showed first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace hub::base {

class PinnedFolder : public FileReader {
 public:
  // Other folders are as they are. What cannot be read is named by the version's path. `files` outlives this.
  PinnedFolder(const FileReader& files, std::string folder);

  Result<std::string> read(const std::string& path, std::size_t max_bytes) const override;
  Result<std::vector<FileEntry>> list(const std::string& folder) const override;
  bool exists(const std::string& path) const override;

 private:
  std::string still(const std::string& path) const;

  const FileReader& files_;
  std::string folder_;
  std::string version_;
};

}  // namespace hub::base
