#include "replay/monkey.h"

#include <algorithm>
#include <utility>

#include "base/files.h"
#include "replay/broken_reader.h"
#include "ui/visible_text.h"

namespace hub::replay {

namespace {

using Kind = base::ContactEvent::Kind;
using std::chrono::milliseconds;

// After the last touch and what the kiosk waits then: some for going.
constexpr base::Seconds kGoing{5};
constexpr milliseconds kPanel{8};  // between two reports of a touch panel: 120 Hz

constexpr ui::Point kCommonSizes_px[] = {{1920, 1080}, {1080, 1920}, {1280, 720}, {800, 480},
                                         {480, 800},   {720, 1280},  {1024, 600}, {600, 1024}};
constexpr ui::Point kOddSizes_px[] = {{320, 240},   {320, 480}, {480, 320},  {1024, 768}, {3840, 2160},
                                      {2160, 3840}, {1920, 60}, {7680, 100}, {1280, 320}, {320, 2400}};
constexpr int kOddSize_in = 10;  // resizes
constexpr int kResize_in = 600;
constexpr int kUnplug_in = 500;
constexpr int kSwap_in = 1000;
constexpr int kBreak_in = 500;
constexpr int kJump_in = 300;
constexpr int kKeys_in = 200;
constexpr int kStaff_in = 150;
constexpr int kHeld_ms = 3100;  // a long press is 3 s
constexpr int kPalm_px = 90;
constexpr int kSeconds_in = 250;
constexpr int kMinutes_in = 5000;

}  // namespace

Monkey::Monkey(VirtualKiosk& kiosk, VirtualStaff& staff, std::uint64_t seed, std::size_t events, Reload reload)
    : kiosk_(kiosk),
      staff_(staff),
      random_(seed),
      wanted_(events),
      reload_(std::move(reload)),
      now_(kiosk.now()),
      began_local_(kiosk.clock().local()) {
  did_.seed = seed;
}

ReplayReport Monkey::play() {
  while (left() >= 2 || (left() == 1 && down_ > 0)) act();
  lift_all();
  const ui::Timing& timing = kiosk_.frame_context().timing;
  const base::Seconds silence =
      base::Seconds(std::max(timing.ask_s + timing.answer_s, timing.close_s * ui::kDeskPatience)) + kGoing;
  now_ = std::max(now_, kiosk_.now()) + base::nanoseconds_of(silence);
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
         {"しばらくだれもさわらなかったのに、次の来館者を迎える画面に戻っていません: " + report_.final_route,
          "nobody touched it for a while, and it is not as the next visitor should find it: " + report_.final_route}});
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
  change_the_world();
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

void Monkey::change_the_world() {
  if (once_in(kResize_in)) change_the_screen();
  if (once_in(kUnplug_in)) unplug();
  if (once_in(kSwap_in)) replace_content();
  if (once_in(kBreak_in)) break_content();
  if (once_in(kJump_in)) set_the_clock();
  if (once_in(kKeys_in)) press_keys();
  if (once_in(kStaff_in)) come_as_staff();
}

void Monkey::change_the_screen() {
  const ui::Point size = once_in(kOddSize_in) ? kOddSizes_px[below(static_cast<int>(std::size(kOddSizes_px)))]
                                              : kCommonSizes_px[below(static_cast<int>(std::size(kCommonSizes_px)))];
  if (std::max(size.x, size.y) > kiosk_.max_size_px()) return;
  kiosk_.resize(size);
  ++did_.resizes;
}

// With fingers on the glass or without; some of them leave meanwhile. What is plugged in again is the same display.
void Monkey::unplug() {
  const ui::Screen& screen = kiosk_.frame_context().screen;
  const ui::Point size = {screen.width_px, screen.height_px};
  kiosk_.resize({});
  ++did_.losses;
  pass_ms(between(1, 3000));
  if (once_in(2)) lift_all();
  if (once_in(2)) begin(below(kFingers), {below(size.x), below(size.y)});
  if (once_in(5)) pass_ms(between(60'000, 300'000));
  kiosk_.resize(size);
  pass_ms(between(0, 500));
}

void Monkey::replace_content() {
  content::Loaded loaded = reload_(base::DiskFiles());
  if (!loaded.snapshot) return;
  kiosk_.show(std::move(loaded.snapshot));
  ++did_.swaps;
}

// What shows goes on showing, unless what is left of the content is good.
void Monkey::break_content() {
  const base::DiskFiles files;
  content::Loaded loaded = reload_(BrokenReader(files, random_()));
  ++did_.breakages;
  staff_.content_refused(loaded.diagnostics);
  if (loaded.snapshot && loaded.snapshot->find_hub(kiosk_.state().hub) != nullptr) {
    kiosk_.show(std::move(loaded.snapshot));
  }
}

// Learnt from the network, lost with the power, set by hand; or a year goes by.
void Monkey::set_the_clock() {
  using std::chrono::hours;
  const base::LocalTime local = kiosk_.clock().local();
  const base::LocalTime long_ago = std::chrono::local_days(std::chrono::year{2019} / 1 / 1);
  ++did_.jumps;
  switch (below(4)) {
    case 0:
      return kiosk_.set_local(long_ago + hours(below(48)));
    case 1:
      return kiosk_.set_local(local + hours(between(-30, 30)));
    case 2:
      return kiosk_.set_local(local + hours(24 * between(-800, 800)));
    default:
      return kiosk_.set_local(began_local_ + std::chrono::floor<milliseconds>(kiosk_.now() - began_));
  }
}

void Monkey::press_keys() {
  const int keys = between(1, 12);
  for (int i = 0; i < keys; ++i) {
    const ui::PageState before = kiosk_.state();
    const base::Instant at = kiosk_.now();
    kiosk_.press_key();
    ++did_.keys;
    if (kiosk_.now() == at && !(before == static_cast<const ui::PageState&>(kiosk_.state()))) {
      report_.fail({kiosk_.contacts(), 0, {"キーを押すと画面が変わりました", "a key has changed the screen"}});
    }
  }
}

// By the badge at home, as the guide says it. Who gets in taps around as everybody does, and leaves or does not.
void Monkey::come_as_staff() {
  lift_all();
  pass_ms(1000);
  press("home", 60);
  pass_ms(1000);
  const auto& boxes = kiosk_.scene().page.boxes;
  const auto badge = std::ranges::find_if(boxes, [](const ui::Box& box) { return box.hold.has_value(); });
  if (badge == boxes.end() || !press(std::string(badge->path), kHeld_ms)) return;
  pass_ms(600);
  if (once_in(3)) {
    std::string wrong;
    for (int digits = between(1, 9); digits > 0; --digits) wrong += static_cast<char>('0' + below(10));
    type(wrong);
  }
  if (once_in(4)) return;
  type(VirtualStaff::kPin);
  if (kiosk_.state().staff.open) ++did_.visits;
}

void Monkey::type(std::string_view pin) {
  for (const char digit : pin) press("pad/" + std::string(1, digit), 40);
  press("pad/enter", 40);
  ++did_.pins;
}

bool Monkey::press(std::string_view path_end, int for_ms) {
  const auto box = ui::find_box(kiosk_.scene(), kiosk_.scroll_px(), path_end);
  if (!box || !box->press) return false;
  const int finger = below(kFingers);
  if (!begin(finger, *box->press)) return false;
  pass_ms(for_ms);
  end(finger, false);
  pass_ms(60);
  return true;
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
