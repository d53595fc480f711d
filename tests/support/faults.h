// Ends a process before its n-th call of the system, lets calls fail, and sees that nothing is shown before it is on
// the disk.
#pragma once

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <set>
#include <string>

#include "base/system_calls.h"

namespace hub::tests {

using Calls = base::SystemCalls;

// Does it in a process of its own that is killed before its n-th call, from 1. A write is killed when half is written.
// False: it has no n-th call, and has ended by itself.
inline bool killed_at(int n, const std::function<void(const Calls&)>& work) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    int left = n;
    bool half = false;
    const Calls calls([&](const Calls::Call& call) {
      if (half) ::raise(SIGKILL);
      if (--left > 0) return 0;
      if (std::string(call.name) != "write" || call.bytes < 2) ::raise(SIGKILL);
      half = true;
      call.bytes /= 2;
      return 0;
    });
    work(calls);
    ::_exit(half ? 1 : 0);
  }
  int state = 0;
  REQUIRE(::waitpid(child, &state, 0) == child);
  CHECK((WIFSIGNALED(state) || WEXITSTATUS(state) == 0));
  return WIFSIGNALED(state);
}

// How many of its calls can find the disk full.
inline int writing_calls(const std::function<void(const Calls&)>& work) {
  int count = 0;
  const Calls calls([&](const Calls::Call& call) {
    if (call.writes) ++count;
    return 0;
  });
  work(calls);
  return count;
}

// The n-th call that needs room, from 1, finds none; with `stays` every later one as well.
inline Calls full_at(int n, bool stays, int error_number) {
  return Calls([stays, error_number, left = n](const Calls::Call& call) mutable {
    if (!call.writes) return 0;
    --left;
    return left == 0 || (stays && left < 0) ? error_number : 0;
  });
}

// A power cut keeps what was synced, and anything else or nothing. So when `link` is switched, nothing may wait to be
// synced; and nothing may be removed while the switch does.
class SyncWatch {
 public:
  SyncWatch(std::string parent, std::string link) : parent_(std::move(parent)), link_(std::move(link)) {}

  int switches() const { return switches_; }
  Calls calls() {
    return Calls([this](const Calls::Call& call) { return see(call), 0; });
  }

 private:
  static std::string path_of(int file) {
    char path[4096];
    const ssize_t count = ::readlink(("/proc/self/fd/" + std::to_string(file)).c_str(), path, sizeof path);
    return count < 0 ? "" : std::string(path, static_cast<std::size_t>(count));
  }

  void renamed(const std::string& from, const std::string& to) {
    std::set<std::string> after;
    for (const std::string& path : waiting_) {
      const bool inside = path == from || path.starts_with(from + "/");
      after.insert(inside ? to + path.substr(from.size()) : path);
    }
    waiting_ = std::move(after);
  }

  void see(const Calls::Call& call) {
    const std::string name = call.name, at = path_of(call.file);
    const std::string whole = at + "/" + call.on;
    if (name == "fsync") waiting_.erase(at);
    if (name == "openat" && call.writes) waiting_.insert(at);
    if (name == "write" || name == "fchmod") waiting_.insert(at);
    if (name == "mkdirat") waiting_.insert({at, whole});
    if (name == "symlinkat") waiting_.insert(at);
    if (name == "unlinkat") {
      // What is taken away may be what the disk still shows.
      if (!call.on.ends_with("link")) CHECK_MESSAGE(!waiting_.contains(parent_), "removed too early: " << whole);
      waiting_.insert(at);
      waiting_.erase(whole);
    }
    if (name == "renameat2") {
      const std::string to_folder = path_of(call.to_folder);
      if (to_folder == parent_ && call.to == link_) {
        ++switches_;
        std::string all;
        for (const std::string& path : waiting_) all += path + "\n";
        CHECK_MESSAGE(waiting_.empty(), "not on the disk yet: " << all);
      } else {
        renamed(whole, to_folder + "/" + call.to);
      }
      waiting_.insert({at, to_folder});
    }
  }

  std::string parent_;
  std::string link_;
  std::set<std::string> waiting_;  // for a sync: files with new bytes, folders with new names
  int switches_ = 0;
};

}  // namespace hub::tests
