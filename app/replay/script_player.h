// Plays a script on a virtual kiosk and says what was not as the script expects.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "replay/replay_report.h"
#include "replay/script.h"
#include "replay/virtual_kiosk.h"

namespace hub::replay {

class ScriptPlayer {
 public:
  // Reads the content folder that a script names; null: it has errors, the old content stays.
  using LoadFolder = std::function<std::shared_ptr<const content::Snapshot>(const std::string& folder)>;

  ScriptPlayer(VirtualKiosk& kiosk, LoadFolder load_folder);

  // The first screen stands still before the first step.
  ReplayReport play(const Script& script);

 private:
  struct Fingertip {
    float x_px = 0;
    float y_px = 0;
  };

  void operate(const Touch& touch);
  void operate(const Move& move);
  void operate(const Lift& lift);
  void operate(const Cancel& cancel);
  void operate(const Tap& tap);
  void operate(const Flick& flick);
  void operate(const Wait& wait);
  void operate(const Settle&);
  void operate(const Resize& resize);
  void operate(const SwapContent& swap);
  void operate(const DrawPicture& picture);
  void operate(const SetClock& clock);
  void operate(const Mark&);
  void operate(const Expect& expect);

  std::optional<Fingertip> find(const Place& place);  // as the screen stands; failing says why
  void begin(int id, Fingertip at);
  void drag(int id, Fingertip to, double over_s);
  void end(int id, base::ContactEvent::Kind how);
  void contact(base::ContactEvent::Kind kind, int id, Fingertip at, base::Instant when);
  void pass(double for_s);
  void settle();
  void expect_texts(const Expect& expect);
  void expect_frames(const Expect& expect);
  void expect_same(const char* name, const std::string& wanted, const std::string& found);
  void fail(std::string ja, std::string en);

  VirtualKiosk& kiosk_;
  LoadFolder load_folder_;
  ReplayReport report_;
  std::size_t step_ = 0;
  int line_ = 0;
  base::Instant now_;  // of the script; the kiosk may be a frame further
  std::map<int, Fingertip> fingers_;
  std::size_t frames_at_mark_ = 0;
};

}  // namespace hub::replay
