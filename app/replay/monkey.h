// A child with ten fingers: random touches from a seed on a virtual kiosk. It taps what can be tapped often enough to
// get around, and in between bangs, drags, flicks, leans and waits. Meanwhile everything else happens to the kiosk that
// can: the screen is turned or unplugged, content is replaced or broken, the machine's clock jumps, keys are pressed,
// and staff come with a right or a wrong PIN. Then everybody goes away, and the kiosk must be as the next visitor
// should find it.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <random>

#include "content/load/load.h"
#include "replay/replay_report.h"
#include "replay/virtual_kiosk.h"
#include "replay/virtual_staff.h"

namespace hub::replay {

class Monkey {
 public:
  // Reads the same content through a reader; all that it finds.
  using Reload = std::function<content::Loaded(const base::FileReader&)>;

  // `staff` work at the kiosk.
  Monkey(VirtualKiosk& kiosk, VirtualStaff& staff, std::uint64_t seed, std::size_t events, Reload reload);

  // At most `events` contacts (one fewer where the last would need another to end it), as many ends as begins.
  ReplayReport play();

 private:
  static constexpr int kFingers = 10;
  struct Fingertip {
    bool down = false;
    ui::Point at;
  };

  // Portable: the same numbers from the same seed everywhere, which std's distributions do not promise. Nor does the
  // language promise an order of arguments: a call has at most one random argument (braces do have an order).
  int below(int n) { return static_cast<int>(random_() % static_cast<std::uint64_t>(n)); }
  int between(int least, int most) { return least + below(most - least + 1); }
  bool once_in(int n) { return below(n) == 0; }

  void act();
  void tap_a_target();
  void tap_anywhere();
  void drag();
  void bang();
  void lean();
  void change_the_world();
  void change_the_screen();
  void unplug();
  void replace_content();
  void break_content();
  void set_the_clock();
  void press_keys();
  void come_as_staff();
  void type(std::string_view pin);
  bool press(std::string_view path_end, int for_ms);  // false: it does not show
  void lift_all();

  ui::Point anywhere();
  ui::Point around(ui::Point middle, int reach_px);
  ui::Point near(int finger, int reach_px);  // where it is now
  bool begin(int finger, ui::Point at);      // false: it is down already, or there are no events left for it
  void move(int finger, ui::Point to);
  void end(int finger, bool cancelled);
  void contact(base::ContactEvent::Kind kind, int finger);
  void pass_ms(int ms);
  void pause();
  void collect_faults();
  std::size_t left() const { return wanted_ - kiosk_.contacts() - down_; }  // after lifting all that are down

  VirtualKiosk& kiosk_;
  VirtualStaff& staff_;
  std::mt19937_64 random_;
  std::size_t wanted_;
  Reload reload_;
  ReplayReport report_;
  MonkeyStatistics did_;
  std::array<Fingertip, kFingers> fingers_{};
  std::size_t down_ = 0;
  base::Instant now_;
  base::Instant began_ = now_;
  base::LocalTime began_local_;  // what the clock said then
};

}  // namespace hub::replay
