// Files come in from outside: content is read and written through these interfaces, so that tests can hold a folder in
// memory and make any call fail.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hub::base {

struct FileEntry {
  enum class Kind { file, folder, other };  // other: a link, a device, a socket
  std::string name;                         // without its folder
  Kind kind = Kind::other;
};

// Reading and writing are two interfaces: what only reads cannot be handed anything to write with.
class FileReader {
 public:
  virtual ~FileReader() = default;
  // At most max_bytes of a regular file; a longer file, a folder or a missing file is an Error.
  virtual Result<std::string> read(const std::string& path, std::size_t max_bytes) const = 0;
  // What a folder holds, sorted by name, without "." and "..".
  virtual Result<std::vector<FileEntry>> list(const std::string& folder) const = 0;
  virtual bool exists(const std::string& path) const = 0;
};

class FileWriter {
 public:
  virtual ~FileWriter() = default;
  // Whole or not at all, also when the power fails: temporary name, fsync, rename, fsync of the folder.
  virtual Status write(const std::string& path, std::string_view bytes) = 0;
  // Makes a folder and its parents; an existing folder is fine.
  virtual Status make_folder(const std::string& folder) = 0;
};

// For whoever reads what was written.
class Files : public FileReader, public FileWriter {};

class DiskFiles : public Files {
 public:
  Result<std::string> read(const std::string& path, std::size_t max_bytes) const override;
  Result<std::vector<FileEntry>> list(const std::string& folder) const override;
  bool exists(const std::string& path) const override;
  Status write(const std::string& path, std::string_view bytes) override;
  Status make_folder(const std::string& folder) override;
};

}  // namespace hub::base
