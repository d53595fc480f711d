#include "desk/store/overlay_reader.h"

#include <algorithm>
#include <cerrno>

#include "base/file_errors.h"
#include "base/path.h"

namespace hub::desk {

base::Result<std::string> OverlayReader::read(const std::string& path, std::size_t max_bytes) const {
  for (const auto& [name, bytes] : over_) {
    if (path != base::join(folder_, name)) continue;
    if (bytes.size() > max_bytes) return base::too_large(path, max_bytes);
    return bytes;
  }
  if (is_replaced(path)) return base::cannot_read(path, ENOENT);
  return files_->read(path, max_bytes);
}

base::Result<std::vector<base::FileEntry>> OverlayReader::list(const std::string& folder) const {
  using Entries = std::vector<base::FileEntry>;
  const bool alone = is_replaced(folder) || !files_->exists(folder);
  base::Result<Entries> entries = exists(folder) && alone ? Entries{} : files_->list(folder);
  if (!entries) return entries;
  Entries& there = entries.value();
  for (const auto& one : over_) {
    const std::string path = base::join(folder_, one.first);
    if (!path.starts_with(folder + "/")) continue;
    const std::string rest = path.substr(folder.size() + 1);
    const std::size_t slash = rest.find('/');
    const auto kind = slash == rest.npos ? base::FileEntry::Kind::file : base::FileEntry::Kind::folder;
    const base::FileEntry entry{rest.substr(0, slash), kind};
    const auto same = [&](const base::FileEntry& other) { return other.name == entry.name; };
    if (std::ranges::none_of(there, same)) there.push_back(entry);
  }
  std::ranges::sort(there, {}, &base::FileEntry::name);
  return entries;
}

bool OverlayReader::exists(const std::string& path) const {
  for (const auto& one : over_) {
    const std::string file = base::join(folder_, one.first);
    if (file == path || file.starts_with(path + "/")) return true;
  }
  return !is_replaced(path) && files_->exists(path);
}

bool OverlayReader::is_replaced(const std::string& path) const {
  if (replaced_.empty()) return false;
  const std::string folder = base::join(folder_, replaced_);
  return path == folder || path.starts_with(folder + "/");
}

}  // namespace hub::desk
