#include "stick/turn.h"

#include <fcntl.h>

#include <chrono>
#include <thread>

#include "desk/store/folders.h"

namespace hub::stick {

namespace {

constexpr const char* kLock = "stick.lock";
constexpr std::chrono::milliseconds kLook{50};

}  // namespace

Turn::Turn(const base::SystemCalls& calls, const std::string& folder, int longest_s) {
  const auto inside = desk::open_or_make_folder(calls, folder);
  if (!inside) return;
  lock_ = base::FileDescriptor(
      calls, calls.open_at(inside.value().number(), kLock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644));
  if (!lock_.open()) return;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(longest_s);
  while (!(has_ = calls.lock(lock_.number()) == 0) && std::chrono::steady_clock::now() < end) {
    std::this_thread::sleep_for(kLook);
  }
}

}  // namespace hub::stick
