// A folder in memory for tests, through the same interface as the disk.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace hub::tests {

class MemoryFiles : public base::Files {
 public:
  std::map<std::string, std::string> files;  // path → bytes; folders are there because something is in them
  std::set<std::string> folders;             // empty folders
  bool disk_full = false;                    // every write fails

  base::Result<std::string> read(const std::string& path, std::size_t max_bytes) const override {
    const auto found = files.find(path);
    if (found == files.end()) return failure(path + " が見つかりません", path + " does not exist");
    if (found->second.size() > max_bytes) return failure(path + " が大きすぎます", path + " is too large");
    return found->second;
  }

  base::Result<std::vector<base::FileEntry>> list(const std::string& folder) const override {
    if (!is_folder(folder)) return failure(folder + " が見つかりません", folder + " does not exist");
    const std::string prefix = folder + "/";
    std::map<std::string, base::FileEntry::Kind> found;
    for (const auto& [path, bytes] : files) add(path, prefix, base::FileEntry::Kind::file, found);
    for (const std::string& path : folders) add(path, prefix, base::FileEntry::Kind::folder, found);
    std::vector<base::FileEntry> entries;
    for (const auto& [name, kind] : found) entries.push_back({name, kind});
    return entries;
  }

  bool exists(const std::string& path) const override { return files.contains(path) || is_folder(path); }

  base::Status write(const std::string& path, std::string_view bytes) override {
    if (disk_full) return failure("ディスクがいっぱいです", "the disk is full");
    files[path] = std::string(bytes);
    return base::Done{};
  }

  base::Status make_folder(const std::string& folder) override {
    if (disk_full) return failure("ディスクがいっぱいです", "the disk is full");
    folders.insert(folder);
    return base::Done{};
  }

 private:
  static base::Error failure(std::string ja, std::string en) {
    return {{std::move(ja), std::move(en)}, {"確かめてください。", "Check it."}};
  }

  static void add(const std::string& path, const std::string& prefix, base::FileEntry::Kind kind,
                  std::map<std::string, base::FileEntry::Kind>& found) {
    if (!path.starts_with(prefix) || path.size() == prefix.size()) return;
    const std::string rest = path.substr(prefix.size());
    const std::size_t slash = rest.find('/');
    if (slash == std::string::npos)
      found.emplace(rest, kind);
    else
      found.insert_or_assign(rest.substr(0, slash), base::FileEntry::Kind::folder);
  }

  bool is_folder(const std::string& folder) const {
    const auto inside = [&](const std::string& path) { return path.starts_with(folder + "/"); };
    for (const auto& [path, bytes] : files) {
      if (inside(path)) return true;
    }
    for (const std::string& path : folders) {
      if (path == folder || inside(path)) return true;
    }
    return false;
  }
};

}  // namespace hub::tests
