// The kiosk as a service: what its service manager is told between two turns of the loop. Ready after the first frame
// that was shown, alive from then on, stopping when this object goes.
#pragma once

#include <string>

#include "base/message.h"
#include "ui/state.h"
#include "ui/world.h"

namespace hub::cli {

class Service {
 public:
  explicit Service(base::StaffLanguage staff) : staff_(staff) {}
  ~Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  // `refused`: the newest content is not what shows.
  void beat(const ui::World& world, const ui::UiState& state, bool refused);

 private:
  base::StaffLanguage staff_;
  bool ready_ = false;
  std::string told_;
};

}  // namespace hub::cli
