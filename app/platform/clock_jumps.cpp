#include "platform/clock_jumps.h"

#include <sys/timerfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <limits>

namespace hub::platform {

ClockJumps::ClockJumps() : file_(timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK)) { wait_for_next(); }

ClockJumps::~ClockJumps() {
  if (file_ >= 0) close(file_);
}

// A timer that never goes off, and is cancelled by a jump.
void ClockJumps::wait_for_next() {
  if (file_ < 0) return;
  itimerspec never{};
  never.it_value.tv_sec = std::numeric_limits<time_t>::max();
  timerfd_settime(file_, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr);
}

bool ClockJumps::take() {
  std::uint64_t expired = 0;
  const bool jumped = file_ >= 0 && read(file_, &expired, sizeof expired) < 0 && errno == ECANCELED;
  if (jumped) wait_for_next();
  return jumped;
}

}  // namespace hub::platform
