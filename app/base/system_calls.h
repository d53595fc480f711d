// The system calls that a folder that changes whole (base/versioned_folder) is made with, all through one gate, so that
// a test can end the process before any of them, make any of them fail, and see their order.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/file_descriptor.h"

namespace hub::base {

inline constexpr int kHere = AT_FDCWD;  // the folder of a name that is a path from where the process is

// Each function is one call of the system: it gives what the call gives, or -errno. Folders are descriptors and names
// are one component, so that nobody can put a link in the way of a path.
class SystemCalls {
 public:
  struct Call {
    const char* name;       // as strace has it: "openat", "write" …
    int file;               // the descriptor, or the folder of the name
    const std::string& on;  // the name; empty when the call is about the descriptor itself
    int to_folder;          // of a rename
    const std::string& to;  // of a rename, and what a link says
    std::size_t& bytes;     // of a write: may be made less
    bool writes;            // needs room on the disk, or says that there was none
  };
  // Asked before each call: 0 lets it happen; an errno makes it fail without happening.
  using Gate = std::function<int(const Call&)>;

  SystemCalls() = default;
  explicit SystemCalls(Gate gate) : gate_(std::move(gate)) {}

  int open_at(int folder, const std::string& name, int flags, mode_t mode = 0) const;
  int close(int file) const;
  ssize_t read(int file, char* bytes, std::size_t most) const;
  ssize_t write(int file, const char* bytes, std::size_t count) const;
  int change_mode(int file, mode_t mode) const;
  int sync(int file) const;
  int status(int file, struct stat& status) const;
  int status_at(int folder, const std::string& name, struct stat& status) const;  // of a link, not of where it leads
  int names(int folder, std::vector<std::string>& names) const;                   // unsorted, without . and ..
  int make_folder_at(int folder, const std::string& name, mode_t mode) const;
  int make_link_at(const std::string& leads_to, int folder, const std::string& name) const;
  int read_link_at(int folder, const std::string& name, std::string& leads_to) const;
  int rename_at(int folder, const std::string& name, int to_folder, const std::string& to, unsigned flags = 0) const;
  int remove_at(int folder, const std::string& name, int flags = 0) const;
  int lock(int file) const;  // for this process alone, without waiting

 private:
  int ask(const char* name, int file, const std::string& on = {}, bool writes = false, int to_folder = -1,
          const std::string& to = {}) const;

  Gate gate_;
};

}  // namespace hub::base
