// Files that remember what was read of them, so that it can be compared and kept byte for byte.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace hub::base {

// What a folder holds: path inside it → bytes.
using FolderBytes = std::map<std::string, std::string, std::less<>>;

// FNV-1a, 64 bits, over one thing after the other. Not proof against an adversary: staff have none.
class Fingerprint {
 public:
  void add(std::string_view thing);
  void add(const FolderBytes& folder);
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 14695981039346656037ULL;
};

class RecordingReader : public FileReader {
 public:
  // `files` outlives it.
  explicit RecordingReader(const FileReader& files) : files_(files) {}

  // What was read of the files in a folder and below it.
  FolderBytes below(const std::string& folder) const;

  Result<std::string> read(const std::string& path, std::size_t max_bytes) const override;
  Result<std::vector<FileEntry>> list(const std::string& folder) const override { return files_.list(folder); }
  bool exists(const std::string& path) const override { return files_.exists(path); }

 private:
  const FileReader& files_;
  mutable FolderBytes read_;  // by whole path
};

}  // namespace hub::base
