#include "stick/stick_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <string_view>
#include <utility>

#include "base/path.h"

namespace hub::stick {

namespace {

constexpr int kFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK;

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

StickEntry entry_of(int folder, const char* name) {
  StickEntry entry;
  entry.name = name;
  struct stat status {};
  if (::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return entry;
  if (S_ISREG(status.st_mode)) entry.kind = StickEntry::Kind::file;
  if (S_ISDIR(status.st_mode)) entry.kind = StickEntry::Kind::folder;
  entry.bytes = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
  entry.changed_s = status.st_mtim.tv_sec;
  return entry;
}

}  // namespace

bool is_gone(int error_number) {
  constexpr int kGone[] = {EIO, ENODEV, ENXIO, ESTALE, ENOMEDIUM, EUCLEAN, ENOTCONN, EREMOTEIO};
  return std::ranges::find(kGone, error_number) != std::end(kGone);
}

DiskStick::DiskStick(const std::string& folder, const std::string& devices)
    : top_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)), failed_(top_.open() ? 0 : errno) {
  struct stat status {};
  if (!top_.open() || ::fstat(top_.number(), &status) != 0) return;
  const std::string number = std::to_string(major(status.st_dev)) + ":" + std::to_string(minor(status.st_dev));
  device_ = base::join(devices, number);
  // File systems without a device of their own have 0 as its major number; where nothing is listed, nothing is known.
  const bool has_device = major(status.st_dev) != 0 && ::access(devices.c_str(), F_OK) == 0;
  if (!has_device && !is_listed()) device_.clear();
}

bool DiskStick::is_listed() const { return ::access(device_.c_str(), F_OK) == 0; }

std::variant<StickFolder, int> DiskStick::unless_gone(StickFolder found) const {
  if (!device_.empty() && !is_listed()) return ENODEV;
  return found;
}

base::FileDescriptor DiskStick::open_folder(const std::string& folder) const {
  base::FileDescriptor inside(::openat(top_.number(), ".", kFolder));
  for (std::size_t begin = 0; begin < folder.size() && inside.open();) {
    const std::size_t end = std::min(folder.find('/', begin), folder.size());
    inside = base::FileDescriptor(::openat(inside.number(), folder.substr(begin, end - begin).c_str(), kFolder));
    begin = end + 1;
  }
  return inside;
}

std::variant<StickFolder, int> DiskStick::list(const std::string& folder, std::size_t most_entries) const {
  if (!top_.open()) return failed_;
  base::FileDescriptor file = open_folder(folder);
  if (!file.open()) return errno;
  const std::unique_ptr<DIR, CloseFolder> stream(::fdopendir(::dup(file.number())));
  if (!stream) return errno;
  StickFolder found;
  while (true) {
    errno = 0;
    const dirent* next = ::readdir(stream.get());
    if (next == nullptr && errno != 0) return errno;
    if (next == nullptr) return unless_gone(std::move(found));
    const std::string_view name = next->d_name;
    if (name == "." || name == "..") continue;
    // A file system that somebody has made by hand may hold any name.
    if (name.empty() || name.find('/') != name.npos) continue;
    if (found.entries.size() == most_entries) {
      found.is_whole = false;
      return unless_gone(std::move(found));
    }
    found.entries.push_back(entry_of(file.number(), next->d_name));
  }
}

std::variant<std::string, int> DiskStick::read(const std::string& folder, const std::string& name,
                                               std::size_t most_bytes) const {
  if (!top_.open()) return failed_;
  const base::FileDescriptor inside = open_folder(folder);
  if (!inside.open()) return errno;
  const base::FileDescriptor file(
      ::openat(inside.number(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
  if (!file.open()) return errno;
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return errno;
  if (!S_ISREG(status.st_mode)) return EINVAL;
  std::string bytes;
  char chunk[65536];
  while (bytes.size() <= most_bytes) {
    const ssize_t got = ::read(file.number(), chunk, std::min(sizeof chunk, most_bytes + 1 - bytes.size()));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (got == 0) return bytes;
    bytes.append(chunk, static_cast<std::size_t>(got));
  }
  return bytes;
}

}  // namespace hub::stick
