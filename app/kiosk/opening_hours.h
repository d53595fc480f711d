// Is the hub closed? Looks at the hours only when they may have changed: at their next edge, or when the local time has
// jumped.
#pragma once

#include <optional>

#include "base/clock.h"
#include "content/model/hours.h"

namespace hub::kiosk {

class OpeningHours {
 public:
  explicit OpeningHours(std::optional<content::Hours> hours) : hours_(std::move(hours)) {}

  bool closed(const base::Clock& clock);
  // When closed() may say something else, unless the local time jumps; nothing: never.
  std::optional<base::Instant> next_look() const { return look_at_; }

 private:
  std::optional<content::Hours> hours_;  // nothing: always open
  bool closed_ = false;
  std::optional<base::Instant> look_at_;
  std::chrono::nanoseconds local_ahead_{};  // of the monotonic clock, at the last look
};

}  // namespace hub::kiosk
