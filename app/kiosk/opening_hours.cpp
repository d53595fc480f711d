#include "kiosk/opening_hours.h"

namespace hub::kiosk {

namespace {
constexpr std::chrono::seconds kJump{1};  // less is the clock being steered
}

bool OpeningHours::closed(const base::Clock& clock) {
  if (!hours_) return false;
  const base::Instant now = clock.now();
  const base::LocalTime local = clock.local();
  const std::chrono::nanoseconds ahead = local.time_since_epoch() - now.time_since_epoch();
  const bool jumped = std::chrono::abs(ahead - local_ahead_) > kJump;
  if (look_at_ && now < *look_at_ && !jumped) return closed_;
  closed_ = !hours_->open_at(local);
  look_at_ = now + (hours_->steady_until(local) - local);
  local_ahead_ = ahead;
  return closed_;
}

}  // namespace hub::kiosk
