// What the service manager is told of the kiosk, between two turns of the frame loop: ready after the first frame that
// was shown, alive from then on, stopping when this object goes.
#pragma once

#include <string>

#include "base/message.h"
#include "ui/frame_context.h"
#include "ui/state/state.h"

namespace hub::kiosk {

class ServiceNotifier {
 public:
  explicit ServiceNotifier(base::StaffLanguage staff) : staff_(staff) {}
  ~ServiceNotifier();
  ServiceNotifier(const ServiceNotifier&) = delete;
  ServiceNotifier& operator=(const ServiceNotifier&) = delete;

  // `refused`: the newest content is not what shows.
  void notify(const ui::FrameContext& frame_context, const ui::UiState& state, bool refused);

 private:
  base::StaffLanguage staff_;
  bool ready_ = false;
  std::string status_;  // as it was told last
};

}  // namespace hub::kiosk
