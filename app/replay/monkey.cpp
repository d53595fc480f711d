#include "replay/monkey.h"

#include <algorithm>
#include <utility>

#include "ui/visible_text.h"

namespace hub::replay {

namespace {

using Kind = base::ContactEvent::Kind;
using std::chrono::milliseconds;

// After the last touch: 60 s until the kiosk asks, 15 s until it goes home, and some for going.
constexpr milliseconds kSilence{80'000};
constexpr milliseconds kPanel{8};  // between two reports of a touch panel: 120 Hz

constexpr ui::Point kCommonSizes_px[] = {{1920, 1080}, {1080, 1920}, {1280, 720}, {800, 480}};
constexpr ui::Point kOddSizes_px[] = {{320, 240}, {320, 480}, {480, 320}, {1024, 768}, {3840, 2160}, {2160, 3840}};
constexpr int kOddSize_in = 10;  // resizes
constexpr int kResize_in = 600;
constexpr int kSwap_in = 3000;
constexpr int kPalm_px = 90;
constexpr int kSeconds_in = 250;
constexpr int kMinutes_in = 5000;

}  // namespace

Monkey::Monkey(VirtualKiosk& kiosk, std::uint64_t seed, std::size_t events, Reload reload)
    : kiosk_(kiosk), random_(seed), wanted_(events), reload_(std::move(reload)), now_(kiosk.now()) {
  did_.seed = seed;
}

ReplayReport Monkey::play() {
  while (left() >= 2 || (left() == 1 && down_ > 0)) act();
  lift_all();
  now_ = std::max(now_, kiosk_.now()) + kSilence;
  kiosk_.run_until(now_);
  collect_faults();
  report_.take(kiosk_);
  report_.monkey = did_;
  const ui::UiState& found = kiosk_.state();
  const ui::PageState fresh = ui::fresh_state(found.hub, found.arrived);
  const bool still = !found.fling && !found.drag && !found.transition && !found.asked && found.slid_px == 0;
  if (!(fresh == found) || !still) {
    report_.fail(
        {report_.events,
         0,
         {"80 秒だれもさわらなかったのに、次の来館者を迎える画面に戻っていません: " + report_.final_route,
          "nobody touched it for 80 s, and it is not as the next visitor should find it: " + report_.final_route}});
  }
  return std::move(report_);
}

void Monkey::act() {
  const int what = below(100);
  if (what < 45) {
    tap_a_target();
  } else if (what < 52) {
    tap_anywhere();
  } else if (what < 72) {
    drag();
  } else if (what < 95) {
    bang();
  } else {
    lean();
  }
  if (once_in(3)) lift_all();
  pause();
  change_the_screen();
  collect_faults();
}

// With nothing else on the glass, as whoever wants to get somewhere does it.
void Monkey::tap_a_target() {
  lift_all();
  pass_ms(between(10, 30));
  const auto targets = ui::visible_targets(kiosk_.scene(), kiosk_.scroll_px());
  if (targets.empty()) return tap_anywhere();
  const ui::Rect& target = targets[static_cast<std::size_t>(below(static_cast<int>(targets.size())))];
  const int finger = below(kFingers);
  if (!begin(finger, {target.x + below(target.w), target.y + below(target.h)})) return;
  pass_ms(between(5, 120));
  if (once_in(4)) move(finger, near(finger, 3));
  end(finger, once_in(30));
}

void Monkey::tap_anywhere() {
  const int finger = below(kFingers);
  if (!begin(finger, anywhere())) return;
  pass_ms(between(0, 90));
  end(finger, once_in(10));
}

// Slow or quick, long or short, now and then off the edge.
void Monkey::drag() {
  const ui::Screen& screen = kiosk_.frame_context().screen;
  const int finger = below(kFingers);
  begin(finger, anywhere());
  const int moves = between(3, 14);
  const int most_x_px = std::max(1, screen.width_px / 12), most_y_px = std::max(1, screen.height_px / 12);
  const int by_x_px = once_in(2) ? 0 : between(-most_x_px, most_x_px);
  const int by_y_px = between(-most_y_px, most_y_px);
  for (int i = 0; i < moves; ++i) {
    const ui::Point at = near(finger, 2);
    move(finger, {at.x + by_x_px, at.y + by_y_px});
    now_ += kPanel;
    kiosk_.run_until(now_);
  }
  if (!once_in(5)) end(finger, once_in(20));
}

// All fingers at once, without sense.
void Monkey::bang() {
  const int blows = between(4, 24);
  for (int i = 0; i < blows; ++i) {
    const int finger = below(kFingers);
    if (!fingers_[static_cast<std::size_t>(finger)].down) {
      begin(finger, anywhere());
    } else if (once_in(3)) {
      end(finger, once_in(6));
    } else {
      move(finger, near(finger, once_in(8) ? 400 : 4));
    }
    if (once_in(2)) pass_ms(between(0, 30));
  }
}

// A palm, an elbow: several contacts in one place at one time.
void Monkey::lean() {
  const ui::Point middle = anywhere();
  const int contacts = between(3, 7);
  const int first = below(kFingers);
  for (int i = 0; i < contacts; ++i) begin((first + i) % kFingers, around(middle, kPalm_px));
  pass_ms(between(10, 400));
  for (int i = 0; i < contacts; ++i) {
    const int finger = (first + i) % kFingers;
    if (once_in(2)) move(finger, near(finger, 20));
    if (!once_in(6)) end(finger, once_in(3));
  }
}

void Monkey::change_the_screen() {
  if (once_in(kResize_in)) {
    const ui::Point size = once_in(kOddSize_in) ? kOddSizes_px[below(static_cast<int>(std::size(kOddSizes_px)))]
                                                : kCommonSizes_px[below(static_cast<int>(std::size(kCommonSizes_px)))];
    if (std::max(size.x, size.y) > kiosk_.max_size_px()) return;
    kiosk_.resize(size);
    ++did_.resizes;
  }
  if (once_in(kSwap_in)) {
    auto snapshot = reload_();
    if (!snapshot) return;
    kiosk_.show(std::move(snapshot));
    ++did_.swaps;
  }
}

void Monkey::lift_all() {
  for (int finger = 0; finger < kFingers; ++finger) end(finger, false);
}

bool Monkey::begin(int finger, ui::Point at) {
  Fingertip& tip = fingers_[static_cast<std::size_t>(finger)];
  if (tip.down || left() < 2) return false;
  tip = {true, at};
  ++down_;
  ++did_.begins;
  contact(Kind::begin, finger);
  return true;
}

void Monkey::move(int finger, ui::Point to) {
  Fingertip& tip = fingers_[static_cast<std::size_t>(finger)];
  if (!tip.down || left() < 1) return;
  tip.at = to;
  contact(Kind::move, finger);
}

void Monkey::end(int finger, bool cancelled) {
  Fingertip& tip = fingers_[static_cast<std::size_t>(finger)];
  if (!tip.down) return;
  tip.down = false;
  contact(cancelled ? Kind::cancel : Kind::end, finger);
  --down_;
  ++did_.ends;
}

void Monkey::contact(Kind kind, int finger) {
  const ui::Point at = fingers_[static_cast<std::size_t>(finger)].at;
  kiosk_.contact({kind, finger + 1, static_cast<float>(at.x), static_cast<float>(at.y), now_});
}

ui::Point Monkey::anywhere() {
  const ui::Screen& screen = kiosk_.frame_context().screen;
  return {below(screen.width_px), below(screen.height_px)};
}

ui::Point Monkey::around(ui::Point middle, int reach_px) {
  return {middle.x + between(-reach_px, reach_px), middle.y + between(-reach_px, reach_px)};
}

ui::Point Monkey::near(int finger, int reach_px) {
  return around(fingers_[static_cast<std::size_t>(finger)].at, reach_px);
}

void Monkey::pass_ms(int ms) {
  now_ += milliseconds(ms);
  kiosk_.run_until(now_);
}

void Monkey::pause() {
  if (once_in(kMinutes_in)) return pass_ms(between(30'000, 200'000));
  if (once_in(kSeconds_in)) return pass_ms(between(1000, 6000));
  pass_ms(between(0, 30));
}

void Monkey::collect_faults() {
  for (base::Message& fault : kiosk_.invariants().take_faults()) report_.fail({kiosk_.contacts(), 0, std::move(fault)});
}

}  // namespace hub::replay
