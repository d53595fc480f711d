// Whether anybody vouches for the machine's clock. Opening hours count only when somebody does: a clock that is wrong
// darkens nothing. Who has vouched once since the start has: a clock that was right stays right.
#pragma once

#include <functional>
#include <optional>

#include "base/clock.h"
#include "base/clock_source.h"
#include "base/result.h"

namespace hub::kiosk {

class ClockTrust {
 public:
  struct Seen {
    base::ClockSource source = base::ClockSource::none;
    // Of the machine's time, of what has gone by since it started: it jumps when the clock is set.
    std::chrono::nanoseconds ahead{};
  };
  using Witness = std::function<Seen()>;

  // `witness` reads files. `clock` outlives it.
  ClockTrust(const base::Clock& clock, Witness witness);

  // Looks once a minute while nobody vouches, and when the clock has jumped.
  base::ClockSource source();
  // Somebody has looked at the clock and found it right.
  void confirm() { source_ = base::ClockSource::set; }
  // When source() may say something else by itself; nothing: never.
  std::optional<base::Instant> next_look() const;

 private:
  std::chrono::nanoseconds local_ahead() const;

  const base::Clock& clock_;
  Witness witness_;
  base::ClockSource source_ = base::ClockSource::none;
  std::chrono::nanoseconds ahead_at_start_{};
  std::chrono::nanoseconds local_ahead_{};  // of the monotonic clock, at the last look
  base::Instant looked_at_{};
};

// Why the screen stays lit though the hub is closed, and what to do: for the log and the panel.
base::Error clock_in_doubt();
// That opening hours count from now on.
base::Message clock_vouched_for(base::ClockSource source);

}  // namespace hub::kiosk
