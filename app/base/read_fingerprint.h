// Files that remember what was read of them, so that two readings of a folder can be told apart or found the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/files.h"

namespace hub::base {

class ReadFingerprint : public Files {
 public:
  // `files` outlives it.
  explicit ReadFingerprint(Files& files) : files_(files) {}

  // Of every name and byte so far, in the order they were asked for. Not proof against an adversary: staff have none.
  std::uint64_t value() const { return value_; }

  Result<std::string> read(const std::string& path, std::size_t max_bytes) const override;
  Result<std::vector<FileEntry>> list(const std::string& folder) const override;
  bool exists(const std::string& path) const override;
  Status write(const std::string& path, std::string_view bytes) override { return files_.write(path, bytes); }
  Status make_folder(const std::string& folder) override { return files_.make_folder(folder); }

 private:
  void add(std::string_view bytes) const;

  Files& files_;
  mutable std::uint64_t value_ = 14695981039346656037ULL;  // FNV-1a
};

}  // namespace hub::base
