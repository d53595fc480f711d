#include "base/pinned_folder.h"

#include <utility>

#include "base/versioned_folder.h"

namespace hub::base {

PinnedFolder::PinnedFolder(const FileReader& files, std::string folder)
    : files_(files), folder_(std::move(folder)), version_(shown_version(SystemCalls(), folder_)) {}

std::string PinnedFolder::still(const std::string& path) const {
  const bool inside = path.starts_with(folder_) &&
                      (path.size() == folder_.size() || folder_.ends_with('/') || path[folder_.size()] == '/');
  if (!inside) return path;
  const std::string rest = path.substr(folder_.size());
  return version_ + (rest.empty() || rest.starts_with('/') || version_.ends_with('/') ? "" : "/") + rest;
}

Result<std::string> PinnedFolder::read(const std::string& path, std::size_t max_bytes) const {
  return files_.read(still(path), max_bytes);
}

Result<std::vector<FileEntry>> PinnedFolder::list(const std::string& folder) const {
  return files_.list(still(folder));
}

bool PinnedFolder::exists(const std::string& path) const { return files_.exists(still(path)); }

}  // namespace hub::base
