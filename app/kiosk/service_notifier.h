// The kiosk as a service: what its service manager is told between two turns of the loop. Ready after the first frame
// that was shown, alive from then on, stopping when this object goes.
#pragma once

#include <string>

#include "base/message.h"
#include "ui/frame_context.h"
#include "ui/state/state.h"

namespace hub::kiosk {

class Service {
 public:
  explicit Service(base::StaffLanguage staff) : staff_(staff) {}
  ~Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  // `refused`: the newest content is not what shows.
  void beat(const ui::FrameContext& frame_context, const ui::UiState& state, bool refused);

 private:
  base::StaffLanguage staff_;
  bool ready_ = false;
  std::string told_;
};

}  // namespace hub::kiosk
