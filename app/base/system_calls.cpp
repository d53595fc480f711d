#include "base/system_calls.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <memory>

namespace hub::base {

namespace {

template <class Number>
Number told(Number given) {
  return given < 0 ? static_cast<Number>(-errno) : given;
}

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

}  // namespace

int SystemCalls::ask(const char* name, int file, const std::string& on, bool writes, int to_folder,
                     const std::string& to) const {
  if (!gate_) return 0;
  std::size_t none = 0;
  return gate_({name, file, on, to_folder, to, none, writes});
}

int SystemCalls::open_at(int folder, const std::string& name, int flags, mode_t mode) const {
  if (const int failed = ask("openat", folder, name, (flags & O_CREAT) != 0)) return -failed;
  return told(::openat(folder, name.c_str(), flags | O_CLOEXEC, mode));
}

// The descriptor is gone also when closing fails, so it is closed whatever the gate says.
int SystemCalls::close(int file) const {
  const int failed = ask("close", file, {}, true);
  const int closed = told(::close(file));
  return failed != 0 ? -failed : closed;
}

ssize_t SystemCalls::read(int file, char* bytes, std::size_t most) const {
  if (const int failed = ask("read", file)) return -failed;
  return told(::read(file, bytes, most));
}

ssize_t SystemCalls::write(int file, const char* bytes, std::size_t count) const {
  if (gate_) {
    if (const int failed = gate_({"write", file, {}, -1, {}, count, true})) return -failed;
  }
  return told(::write(file, bytes, count));
}

int SystemCalls::change_mode(int file, mode_t mode) const {
  if (const int failed = ask("fchmod", file, {}, true)) return -failed;
  return told(::fchmod(file, mode));
}

int SystemCalls::sync(int file) const {
  if (const int failed = ask("fsync", file, {}, true)) return -failed;
  return told(::fsync(file));
}

int SystemCalls::status(int file, struct stat& status) const {
  if (const int failed = ask("fstat", file)) return -failed;
  return told(::fstat(file, &status));
}

int SystemCalls::status_at(int folder, const std::string& name, struct stat& status) const {
  if (const int failed = ask("newfstatat", folder, name)) return -failed;
  return told(::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW));
}

int SystemCalls::names(int folder, std::vector<std::string>& names) const {
  if (const int failed = ask("getdents64", folder)) return -failed;
  // A descriptor of its own, which closedir() closes, and which begins at the beginning.
  const int again = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (again < 0) return -errno;
  const std::unique_ptr<DIR, CloseFolder> entries(::fdopendir(again));
  if (!entries) return -errno;
  errno = 0;
  while (const dirent* entry = ::readdir(entries.get())) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(name);
    errno = 0;
  }
  return -errno;
}

int SystemCalls::make_folder_at(int folder, const std::string& name, mode_t mode) const {
  if (const int failed = ask("mkdirat", folder, name, true)) return -failed;
  return told(::mkdirat(folder, name.c_str(), mode));
}

int SystemCalls::make_link_at(const std::string& leads_to, int folder, const std::string& name) const {
  if (const int failed = ask("symlinkat", folder, name, true, -1, leads_to)) return -failed;
  return told(::symlinkat(leads_to.c_str(), folder, name.c_str()));
}

int SystemCalls::read_link_at(int folder, const std::string& name, std::string& leads_to) const {
  if (const int failed = ask("readlinkat", folder, name)) return -failed;
  char bytes[4096];
  const ssize_t count = ::readlinkat(folder, name.c_str(), bytes, sizeof bytes);
  if (count < 0) return -errno;
  leads_to.assign(bytes, static_cast<std::size_t>(count));
  return 0;
}

int SystemCalls::rename_at(int folder, const std::string& name, int to_folder, const std::string& to,
                           unsigned flags) const {
  if (const int failed = ask("renameat2", folder, name, true, to_folder, to)) return -failed;
  return told(::renameat2(folder, name.c_str(), to_folder, to.c_str(), flags));
}

int SystemCalls::remove_at(int folder, const std::string& name, int flags) const {
  if (const int failed = ask("unlinkat", folder, name)) return -failed;
  return told(::unlinkat(folder, name.c_str(), flags));
}

int SystemCalls::lock(int file) const {
  if (const int failed = ask("flock", file)) return -failed;
  return told(::flock(file, LOCK_EX | LOCK_NB));
}

}  // namespace hub::base
