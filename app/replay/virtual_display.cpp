#include "replay/virtual_display.h"

#include <algorithm>
#include <utility>

namespace hub::replay {

namespace {

constexpr base::Seconds kMoves{0.1};  // what changes within this moves
constexpr base::Seconds kForever{1e9};
constexpr std::int64_t kNs_per_s = 1'000'000'000;

// Rounded up: a wait must not end before what it was for.
base::Instant after(base::Instant now, std::optional<base::Seconds> timeout) {
  if (!timeout || *timeout > kForever) return base::Instant::max();
  return now + base::nanoseconds_of(*timeout);
}

}  // namespace

base::Input VirtualDisplay::wait(std::optional<base::Seconds> timeout) {
  const base::Instant now = clock_.now();
  if (std::exchange(woken_, false)) return {};
  const bool quiet = contacts_.empty() && !resized_;
  rested_ = quiet && (!timeout || *timeout > kMoves);
  if (rested_ && stops_at_rest_) return {};

  base::Instant until = std::min(after(now, timeout), limit_);
  if (!contacts_.empty()) until = std::min(until, contacts_.front().time);
  if (until > now && !resized_) clock_.move_to(until);

  base::Input input;
  input.resized = std::exchange(resized_, false);
  while (!contacts_.empty() && contacts_.front().time <= clock_.now()) {
    input.contacts.push_back(contacts_.front());
    contacts_.pop_front();
  }
  return input;
}

void VirtualDisplay::show_frame() {
  ++frames_;
  const std::int64_t now_ns = clock_.now().time_since_epoch().count();
  const std::int64_t next = now_ns / kNs_per_s * kVirtualFrames_per_s +
                            now_ns % kNs_per_s * kVirtualFrames_per_s / kNs_per_s + 1;  // vsyncs since the beginning
  // Rounded up, so that each vsync is behind the one before.
  const std::int64_t next_ns = (next * kNs_per_s + kVirtualFrames_per_s - 1) / kVirtualFrames_per_s;
  clock_.move_to(base::Instant(std::chrono::nanoseconds(next_ns)));
}

void VirtualDisplay::resize(ui::Point size_px) {
  size_px_ = size_px;
  resized_ = true;
}

}  // namespace hub::replay
