#include "kiosk/clock_trust.h"

#include <utility>

namespace hub::kiosk {

namespace {

using base::ClockSource;

constexpr base::Seconds kLookAgain{60};
constexpr std::chrono::seconds kJump{1};  // less is the clock being steered

bool jumped(std::chrono::nanoseconds from, std::chrono::nanoseconds to) { return std::chrono::abs(to - from) > kJump; }

}  // namespace

ClockTrust::ClockTrust(const base::Clock& clock, Witness witness)
    : clock_(clock), witness_(std::move(witness)), local_ahead_(local_ahead()), looked_at_(clock.now()) {
  const Seen seen = witness_();
  source_ = seen.source;
  ahead_at_start_ = seen.ahead;
}

std::chrono::nanoseconds ClockTrust::local_ahead() const {
  return clock_.local().time_since_epoch() - clock_.now().time_since_epoch();
}

ClockSource ClockTrust::source() {
  if (source_ != ClockSource::none) return source_;
  const std::chrono::nanoseconds ahead = local_ahead();
  if (clock_.now() - looked_at_ < kLookAgain && !jumped(local_ahead_, ahead)) return source_;
  local_ahead_ = ahead;
  looked_at_ = clock_.now();
  const Seen seen = witness_();
  source_ = seen.source;
  if (source_ == ClockSource::none && jumped(ahead_at_start_, seen.ahead)) source_ = ClockSource::set;
  return source_;
}

std::optional<base::Instant> ClockTrust::next_look() const {
  if (source_ != ClockSource::none) return std::nullopt;
  return base::later(looked_at_, kLookAgain);
}

base::Error clock_in_doubt() {
  return {{"この機械の時計が合っているか分からないので、閉館の時刻になっても画面を消しません。",
           "Nobody vouches for this machine's clock, so the screen stays lit while the hub is closed."},
          {"スタッフ用の画面で日付と時刻を見て、合っていれば「合っています」を押してください。ちがっていれば、設置した"
           "人に時計を合わせてもらってください。ネットワークにつなぐと、自動で合います。",
           "Look at date and time on the staff's panel and confirm them there when they are right. Else have whoever "
           "set up the machine set its clock; connected to a network it sets itself."}};
}

base::Message clock_vouched_for(ClockSource source) {
  switch (source) {
    case ClockSource::synchronised:
      return {"時計が時刻サーバーと合いました。開館時間どおりに画面を消します。",
              "The clock is synchronised; opening hours count."};
    case ClockSource::battery:
      return {"時計は電池の時計と合っています。開館時間どおりに画面を消します。",
              "The clock agrees with the battery's; opening hours count."};
    case ClockSource::set:
      return {"時計が合っていると確かめられました。開館時間どおりに画面を消します。",
              "The clock was set or confirmed; opening hours count."};
    case ClockSource::none:
      break;
  }
  return clock_in_doubt().what;
}

}  // namespace hub::kiosk
