#include "stick/mounting.h"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/file_descriptor.h"

namespace hub::stick {

namespace {

constexpr unsigned long kHow = MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC | MS_NOATIME;

std::string number_of(const std::string& device) {
  struct stat status {};
  if (::stat(device.c_str(), &status) != 0 || !S_ISBLK(status.st_mode)) return {};
  return std::to_string(major(status.st_rdev)) + ":" + std::to_string(minor(status.st_rdev));
}

// Names in UTF-8, where the kernel has what that takes; short names of Windows in Japanese are cp932.
std::vector<std::string> options_of(Volume volume) {
  switch (volume) {
    case Volume::fat:
      return {"umask=022,iocharset=utf8,codepage=932,utf8=1", "umask=022,iocharset=utf8,utf8=1", "umask=022"};
    case Volume::exfat:
    case Volume::ntfs:
      return {"umask=022,iocharset=utf8", "umask=022"};
    case Volume::ext:
      // Without its journal, which would be written to; and whatever its owner wants done about errors, no panic.
      return {"noload,errors=continue", "errors=continue"};
    default:
      return {};
  }
}

}  // namespace

std::variant<std::string, int> first_bytes_of(const std::string& device) {
  const base::FileDescriptor file(::open(device.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.open()) return errno;
  std::string bytes(kFirstBytes, '\0');
  std::size_t length = 0;
  while (length < bytes.size()) {
    const ssize_t got = ::read(file.number(), bytes.data() + length, bytes.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
  }
  bytes.resize(length);
  return bytes;
}

bool is_there(const std::string& device) {
  const std::string number = number_of(device);
  std::error_code unknown;
  return !number.empty() && std::filesystem::exists("/sys/dev/block/" + number, unknown);
}

bool is_in_use(const std::string& device) {
  const std::string number = number_of(device);
  if (number.empty()) return false;
  std::error_code unknown;
  const std::string holders = "/sys/dev/block/" + number + "/holders";
  if (std::filesystem::exists(holders, unknown) && !std::filesystem::is_empty(holders, unknown)) return true;
  // Its third word is the device (proc_pid_mountinfo(5)).
  std::ifstream mounts("/proc/self/mountinfo");
  for (std::string line; std::getline(mounts, line);) {
    std::istringstream words(line);
    std::string id, parent, of;
    if (words >> id >> parent >> of && of == number) return true;
  }
  return false;
}

std::string plugged_in(const std::string& device) {
  const auto word_in = [](const std::string& path) {
    std::ifstream file(path);
    std::string word;
    file >> word;
    return word;
  };
  const std::string of = "/sys/dev/block/" + number_of(device);
  // Of a partition the disk has it, whose folder it lies in (Linux 5.15: Documentation/ABI/stable/sysfs-block).
  std::string sequence = word_in(of + "/diskseq");
  if (sequence.empty()) sequence = word_in(of + "/../diskseq");
  // Its count begins anew with each start of the machine.
  return sequence.empty() ? "" : word_in("/proc/sys/kernel/random/boot_id") + "/" + sequence;
}

int mount_stick(const std::string& device, Volume volume, const std::string& at) {
  if (::unshare(CLONE_NEWNS) != 0) return errno;
  if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return errno;
  int error_number = EINVAL;
  for (const char* type : file_systems(volume)) {
    for (const std::string& options : options_of(volume)) {
      if (::mount(device.c_str(), at.c_str(), type, kHow, options.c_str()) == 0) return 0;
      error_number = errno;
    }
  }
  return error_number;
}

int become(const std::string& user) {
  const passwd* found = ::getpwnam(user.c_str());
  if (found == nullptr || found->pw_uid == 0) return ENOENT;
  const uid_t uid = found->pw_uid;
  const gid_t gid = found->pw_gid;
  if (::setgroups(0, nullptr) != 0 || ::setresgid(gid, gid, gid) != 0 || ::setresuid(uid, uid, uid) != 0) {
    return errno;
  }
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  return ::setuid(0) == 0 ? EPERM : 0;
}

}  // namespace hub::stick
