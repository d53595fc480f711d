// Files and folders below a folder that is open: no path leads out of it, no link is followed, nothing but files and
// folders is opened. `path` is only what errors call it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/system_calls.h"

namespace hub::base {

// What a file was when it was looked at: another stamp is another file, or other bytes.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::int64_t bytes = 0;
  std::int64_t changed_ns = 0;  // since 1970
  bool operator==(const FileStamp&) const = default;
};

struct TreeEntry {
  enum class Kind { file, folder, link, special };  // special: a device, a pipe, a socket
  std::string name;
  Kind kind = Kind::special;
  FileStamp stamp;
};

// A folder by its path, links in the path followed; its last component is followed only when it may be a link.
Result<FileDescriptor> open_root(const SystemCalls& calls, const std::string& path, bool may_be_link);
Result<FileDescriptor> open_folder(const SystemCalls& calls, const FileDescriptor& in, const std::string& name,
                                   const std::string& path);
// Sorted by name.
Result<std::vector<TreeEntry>> list_folder(const SystemCalls& calls, const FileDescriptor& folder,
                                           const std::string& path);

struct ReadFile {
  std::string bytes;
  FileStamp stamp;
};
Result<ReadFile> read_file(const SystemCalls& calls, const FileDescriptor& folder, const std::string& name,
                           std::size_t max_bytes, const std::string& path);

// A new file that everybody may read, on the disk when it returns, and read back from there.
Status write_file(const SystemCalls& calls, const FileDescriptor& folder, const std::string& name,
                  std::string_view bytes, const std::string& path);
// A new folder that everybody may read.
Result<FileDescriptor> make_folder(const SystemCalls& calls, const FileDescriptor& in, const std::string& name,
                                   const std::string& path);
// Makes the folder's names survive a power cut. 0 or an errno. Some file systems cannot, and say EINVAL: nothing is
// lost by going on, they have no such promise to give.
int sync_folder(const SystemCalls& calls, const FileDescriptor& folder);
// A file, a link or a folder with all it holds; what is not there is fine. 0 or an errno.
int remove_tree(const SystemCalls& calls, const FileDescriptor& folder, const std::string& name);

}  // namespace hub::base
