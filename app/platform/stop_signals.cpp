#include "platform/stop_signals.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <initializer_list>

namespace hub::platform {

namespace {

std::atomic<bool> asked = false;
std::atomic<int> wakes = -1;

void on_signal(int) {
  const int error = errno;
  asked = true;
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = write(wakes, &one, sizeof one);
  errno = error;
}

}  // namespace

void note_stop_signals(int wake_file) {
  wakes = wake_file;
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaction(signal, &action, nullptr);
}

bool stop_asked() { return asked; }

}  // namespace hub::platform
