#include "base/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <utility>

#include "base/file_descriptor.h"
#include "base/file_errors.h"
#include "base/path.h"

namespace hub::base {

namespace {

// Removes the temporary file unless it has taken its place.
class Temporary {
 public:
  explicit Temporary(std::string path) : path_(std::move(path)) {}
  ~Temporary() {
    if (!kept_) ::unlink(path_.c_str());
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  const std::string& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  std::string path_;
  bool kept_ = false;
};

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string temporary_path(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  return path.substr(0, name) + "." + path.substr(name) + "." + std::to_string(::getpid()) + ".tmp";
}

// Reads until the end or until one byte more than allowed has come. Returns an errno, 0 when all went well.
int read_all(int descriptor, std::size_t max_bytes, std::string& bytes) {
  char chunk[16384];
  while (bytes.size() <= max_bytes) {
    const ssize_t got = ::read(descriptor, chunk, std::min(sizeof chunk, max_bytes + 1 - bytes.size()));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (got == 0) return 0;
    bytes.append(chunk, static_cast<std::size_t>(got));
  }
  return 0;
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

// A temporary of the same name can only be left from an earlier process of this number: it is replaced.
int open_new(const std::string& path) {
  const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
  const int descriptor = ::open(path.c_str(), flags, 0644);
  if (descriptor >= 0 || errno != EEXIST) return descriptor;
  if (::unlink(path.c_str()) != 0) return -1;
  return ::open(path.c_str(), flags, 0644);
}

// Returns an errno, 0 when the bytes are on the disk under that name.
int fill(const std::string& path, std::string_view bytes) {
  FileDescriptor file(open_new(path));
  if (!file.open()) return errno;
  if (const int error_number = write_all(file.number(), bytes)) return error_number;
  if (::fsync(file.number()) != 0) return errno;
  return -file.close();
}

// Makes the rename itself survive a power cut. Some file systems cannot sync a folder and say EINVAL: nothing is lost
// by going on, they have no such promise to give.
int sync_folder(const std::string& folder) {
  FileDescriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!directory.open()) return errno;
  if (::fsync(directory.number()) != 0 && errno != EINVAL && errno != ENOTSUP) return errno;
  return 0;
}

FileEntry::Kind kind_of(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return FileEntry::Kind::other;
  if (S_ISREG(status.st_mode)) return FileEntry::Kind::file;
  return S_ISDIR(status.st_mode) ? FileEntry::Kind::folder : FileEntry::Kind::other;
}

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

}  // namespace

Result<std::string> DiskFiles::read(const std::string& path, std::size_t max_bytes) const {
  // Without O_NONBLOCK a named pipe would wait for ever for somebody to write into it.
  FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.open()) return cannot_read(path, errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return cannot_read(path, errno);
  if (S_ISDIR(status.st_mode)) return cannot_read(path, EISDIR);
  if (!S_ISREG(status.st_mode)) return not_regular(path);
  std::string bytes;
  if (const int error_number = read_all(file.number(), max_bytes, bytes)) return cannot_read(path, error_number);
  if (bytes.size() > max_bytes) return too_large(path, max_bytes);
  return bytes;
}

Result<std::vector<FileEntry>> DiskFiles::list(const std::string& folder) const {
  const std::unique_ptr<DIR, CloseFolder> directory(::opendir(folder.c_str()));
  if (!directory) return cannot_read(folder, errno);
  std::vector<FileEntry> entries;
  errno = 0;
  while (const dirent* entry = ::readdir(directory.get())) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") entries.push_back({name, kind_of(join(folder, name))});
    errno = 0;
  }
  if (errno != 0) return cannot_read(folder, errno);
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return entries;
}

bool DiskFiles::exists(const std::string& path) const {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0;
}

Status DiskFiles::write(const std::string& path, std::string_view bytes) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) return cannot_write(path, EISDIR);
    // A rename over a device or a pipe would take it away from everybody.
    if (!S_ISREG(status.st_mode) && !S_ISLNK(status.st_mode)) return not_regular(path);
  }
  Temporary temporary(temporary_path(path));
  if (const int error_number = fill(temporary.path(), bytes)) return cannot_write(path, error_number);
  if (::rename(temporary.path().c_str(), path.c_str()) != 0) return cannot_write(path, errno);
  temporary.keep();
  if (const int error_number = sync_folder(folder_of(path))) return cannot_write(path, error_number);
  return Done{};
}

Status DiskFiles::make_folder(const std::string& folder) {
  for (std::size_t end = 0; end != std::string::npos;) {
    end = folder.find('/', end + 1);
    const std::string part = folder.substr(0, end);
    if (::mkdir(part.c_str(), 0755) == 0) continue;
    const int error_number = errno;
    struct stat status {};
    // mkdir says EROFS or EACCES also for folders that are there already.
    if (::stat(part.c_str(), &status) != 0) return cannot_write(part, error_number);
    if (!S_ISDIR(status.st_mode)) return cannot_write(part, ENOTDIR);
  }
  return Done{};
}

}  // namespace hub::base
