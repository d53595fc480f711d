// hub-kiosk as a process of its own, on the X server that DISPLAY names, and what a test waits for while it runs.
#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "support/touch_screen.h"

namespace hub::tests {

// Far more than anything takes.
inline constexpr std::chrono::seconds kPatience{30};

// Another process is at work: it is looked at until it has done it, not for a given time.
inline bool comes_true(const std::function<bool()>& condition) {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  while (std::chrono::steady_clock::now() < end) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

// The part of the pixels that differ to the eye.
inline double difference(const platform::Picture& a, const platform::Picture& b) {
  if (a.width_px != b.width_px || a.height_px != b.height_px) return 1;
  std::size_t differing = 0;
  for (std::size_t i = 0; i < a.rgb.size(); ++i) {
    if (std::abs(static_cast<int>(a.rgb[i]) - static_cast<int>(b.rgb[i])) > 16) ++differing;
  }
  return static_cast<double>(differing) / static_cast<double>(a.rgb.size());
}

// What the screen shows from now on, when it no longer changes.
inline platform::Picture at_rest(const TouchScreen& screen) {
  platform::Picture last = screen.grab();
  int same = 0;
  comes_true([&] {
    const platform::Picture now = screen.grab();
    same = difference(now, last) == 0 ? same + 1 : 0;
    last = now;
    return same > 20;
  });
  return last;
}

// `hub-kiosk run` with these arguments, for as long as this lives. What it remembers goes to a folder of the test's.
class KioskProgram {
 public:
  KioskProgram(std::vector<std::string> arguments, const std::string& state_folder) {
    arguments.insert(arguments.begin(), {HUB_KIOSK, "run"});
    int ends[2] = {};
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    says_ = ends[0];
    process_ = ::fork();
    REQUIRE(process_ >= 0);
    if (process_ == 0) {
      ::setenv("STATE_DIRECTORY", state_folder.c_str(), 1);
      ::dup2(ends[1], STDERR_FILENO);
      std::vector<char*> words;
      for (std::string& one : arguments) words.push_back(one.data());
      words.push_back(nullptr);
      ::execv(HUB_KIOSK, words.data());
      ::_exit(127);
    }
    ::close(ends[1]);
  }
  ~KioskProgram() {
    if (process_ > 0) ::kill(process_, SIGKILL), ::waitpid(process_, nullptr, 0);
    ::close(says_);
  }
  KioskProgram(const KioskProgram&) = delete;
  KioskProgram& operator=(const KioskProgram&) = delete;

  bool runs() {
    if (process_ <= 0 || ::waitpid(process_, nullptr, WNOHANG) == 0) return process_ > 0;
    process_ = -1;
    return false;
  }

  // Whether it has said these words since they were last waited for.
  bool says(const std::string& words) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    std::size_t at = said_.find(words);
    while (at == said_.npos) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
      pollfd wanted{says_, POLLIN, 0};
      if (left.count() <= 0 || ::poll(&wanted, 1, static_cast<int>(left.count())) <= 0) return false;
      std::array<char, 4096> bytes{};
      const ssize_t got = ::read(says_, bytes.data(), bytes.size());
      if (got <= 0) return false;
      said_.append(bytes.data(), static_cast<std::size_t>(got));
      at = said_.find(words);
    }
    said_.erase(0, at + words.size());
    return true;
  }

 private:
  pid_t process_ = -1;
  int says_ = -1;
  std::string said_;
};

}  // namespace hub::tests
