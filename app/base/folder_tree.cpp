#include "base/folder_tree.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>

#include "base/file_errors.h"
#include "base/path.h"

namespace hub::base {

namespace {

constexpr int kFolder = O_RDONLY | O_DIRECTORY;
constexpr mode_t kFileMode = 0644;  // the kiosk is another user than who publishes
constexpr mode_t kFolderMode = 0755;
constexpr int kMaxDepth = 16;  // of what is removed; no more than a few are ever made

FileStamp stamp_of(const struct stat& status) {
  return {static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino),
          static_cast<std::int64_t>(status.st_size),
          static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec};
}

TreeEntry::Kind kind_of(const struct stat& status) {
  if (S_ISREG(status.st_mode)) return TreeEntry::Kind::file;
  if (S_ISDIR(status.st_mode)) return TreeEntry::Kind::folder;
  return S_ISLNK(status.st_mode) ? TreeEntry::Kind::link : TreeEntry::Kind::special;
}

// Reads until the end or until one byte more than allowed has come. 0 or an errno.
int read_all(const SystemCalls& calls, const FileDescriptor& file, std::size_t max_bytes, std::string& bytes) {
  char chunk[65536];
  while (bytes.size() <= max_bytes) {
    const ssize_t got = calls.read(file.number(), chunk, std::min(sizeof chunk, max_bytes + 1 - bytes.size()));
    if (got == -EINTR) continue;
    if (got < 0) return static_cast<int>(-got);
    if (got == 0) return 0;
    bytes.append(chunk, static_cast<std::size_t>(got));
  }
  return 0;
}

int write_all(const SystemCalls& calls, const FileDescriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = calls.write(file.number(), bytes.data(), bytes.size());
    if (written == -EINTR) continue;
    if (written < 0) return static_cast<int>(-written);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

// 0 or an errno.
int fill(const SystemCalls& calls, const FileDescriptor& folder, const std::string& name, std::string_view bytes) {
  FileDescriptor file(calls, calls.open_at(folder.number(), name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, kFileMode));
  if (!file.open()) return -file.number();
  if (const int failed = write_all(calls, file, bytes)) return failed;
  if (const int failed = calls.change_mode(file.number(), kFileMode)) return -failed;
  if (const int failed = calls.sync(file.number())) return -failed;
  // What is read next comes from the disk, not from memory.
  ::posix_fadvise(file.number(), 0, 0, POSIX_FADV_DONTNEED);
  return -file.close();
}

int remove_at_depth(const SystemCalls& calls, const FileDescriptor& folder, const std::string& name, int depth) {
  const int removed = calls.remove_at(folder.number(), name);
  if (removed == 0 || removed == -ENOENT) return 0;
  if ((removed != -EISDIR && removed != -EPERM) || depth > kMaxDepth) return -removed;
  FileDescriptor inside(calls, calls.open_at(folder.number(), name, kFolder | O_NOFOLLOW));
  if (!inside.open()) return removed == -EISDIR ? -inside.number() : -removed;
  std::vector<std::string> names;
  if (const int failed = calls.names(inside.number(), names)) return -failed;
  for (const std::string& one : names) {
    if (const int failed = remove_at_depth(calls, inside, one, depth + 1)) return failed;
  }
  inside.close();
  return -calls.remove_at(folder.number(), name, AT_REMOVEDIR);
}

}  // namespace

Result<FileDescriptor> open_root(const SystemCalls& calls, const std::string& path, bool may_be_link) {
  FileDescriptor folder(calls, calls.open_at(kHere, path, kFolder | (may_be_link ? 0 : O_NOFOLLOW)));
  if (!folder.open()) return cannot_read(path, -folder.number());
  return folder;
}

Result<FileDescriptor> open_folder(const SystemCalls& calls, const FileDescriptor& in, const std::string& name,
                                   const std::string& path) {
  FileDescriptor folder(calls, calls.open_at(in.number(), name, kFolder | O_NOFOLLOW));
  if (!folder.open()) return cannot_read(path, -folder.number());
  return folder;
}

Result<std::vector<TreeEntry>> list_folder(const SystemCalls& calls, const FileDescriptor& folder,
                                           const std::string& path) {
  std::vector<std::string> names;
  if (const int failed = calls.names(folder.number(), names)) return cannot_read(path, -failed);
  std::sort(names.begin(), names.end());
  std::vector<TreeEntry> entries;
  for (const std::string& name : names) {
    struct stat status {};
    const int failed = calls.status_at(folder.number(), name, status);
    if (failed == -ENOENT) continue;  // it went while we looked
    if (failed != 0) return cannot_read(join(path, name), -failed);
    entries.push_back({name, kind_of(status), stamp_of(status)});
  }
  return entries;
}

Result<ReadFile> read_file(const SystemCalls& calls, const FileDescriptor& folder, const std::string& name,
                           std::size_t max_bytes, const std::string& path) {
  // Without O_NONBLOCK a named pipe would wait for ever for somebody to write into it.
  FileDescriptor file(calls, calls.open_at(folder.number(), name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK));
  if (file.number() == -ELOOP) return is_a_link(path);
  if (!file.open()) return cannot_read(path, -file.number());
  struct stat status {};
  if (const int failed = calls.status(file.number(), status)) return cannot_read(path, -failed);
  if (S_ISDIR(status.st_mode)) return cannot_read(path, EISDIR);
  if (!S_ISREG(status.st_mode)) return not_regular(path);
  ReadFile read{{}, stamp_of(status)};
  if (const int failed = read_all(calls, file, max_bytes, read.bytes)) return cannot_read(path, failed);
  if (read.bytes.size() > max_bytes) return too_large(path, max_bytes);
  return read;
}

Status write_file(const SystemCalls& calls, const FileDescriptor& folder, const std::string& name,
                  std::string_view bytes, const std::string& path) {
  if (const int failed = fill(calls, folder, name, bytes)) return cannot_write(path, failed);
  const Result<ReadFile> back = read_file(calls, folder, name, bytes.size(), path);
  if (!back) return back.error();
  if (back.value().bytes == bytes) return Done{};
  return Error{{"「" + path + "」に書いたものが、書いたとおりに読み出せません。",
                "\"" + path + "\" does not read back as it was written."},
               {"ディスクが傷んでいるおそれがあります。設置した人に連絡してください。",
                "The disk may be damaged. Call whoever set up the machine."}};
}

Result<FileDescriptor> make_folder(const SystemCalls& calls, const FileDescriptor& in, const std::string& name,
                                   const std::string& path) {
  if (const int failed = calls.make_folder_at(in.number(), name, kFolderMode)) return cannot_write(path, -failed);
  FileDescriptor folder(calls, calls.open_at(in.number(), name, kFolder | O_NOFOLLOW));
  if (!folder.open()) return cannot_write(path, -folder.number());
  if (const int failed = calls.change_mode(folder.number(), kFolderMode)) return cannot_write(path, -failed);
  return folder;
}

int sync_folder(const SystemCalls& calls, const FileDescriptor& folder) {
  const int failed = -calls.sync(folder.number());
  return failed == EINVAL || failed == ENOTSUP ? 0 : failed;
}

int remove_tree(const SystemCalls& calls, const FileDescriptor& folder, const std::string& name) {
  return remove_at_depth(calls, folder, name, 0);
}

}  // namespace hub::base
