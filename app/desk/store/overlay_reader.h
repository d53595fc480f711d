// A folder with some files otherwise, or more than it has: what content would be.
#pragma once

#include <string>

#include "base/files.h"
#include "base/recording_reader.h"

namespace hub::desk {

class OverlayReader : public base::FileReader {
 public:
  // `over`: bytes by path inside `folder`. `files` outlives it. `replaced`: a folder inside of which nothing counts but
  // what is in `over`; empty: everything does.
  OverlayReader(const base::FileReader& files, std::string folder, base::FolderBytes over, std::string replaced = {})
      : files_(&files), folder_(std::move(folder)), over_(std::move(over)), replaced_(std::move(replaced)) {}

  const std::string& folder() const { return folder_; }

  base::Result<std::string> read(const std::string& path, std::size_t max_bytes) const override;
  base::Result<std::vector<base::FileEntry>> list(const std::string& folder) const override;
  bool exists(const std::string& path) const override;

 private:
  bool is_replaced(const std::string& path) const;

  const base::FileReader* files_;
  std::string folder_;
  base::FolderBytes over_;
  std::string replaced_;
};

}  // namespace hub::desk
