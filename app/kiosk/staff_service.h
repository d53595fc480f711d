// What staff ask for that takes longer than a frame or needs files: the frame loop asks for it between frames and
// brings the answer to the state. Tests have a service of their own.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "render/hub_screens.h"
#include "ui/state/staff_facts.h"

namespace hub::kiosk {

class StaffService {
 public:
  virtual ~StaffService() = default;

  // Takes up to a third of a second on a Raspberry Pi 3. `tries` wrong ones in a row it makes, if it is wrong: that is
  // written down before it is looked at, so that ending the program in between gives no try away.
  virtual bool pin_matches(std::string_view pin, int tries) = 0;

  // The screens of this hub, prepared, and the choice written down for the next start; null when its content has
  // errors: what shows goes on showing. The facts tell what came of it.
  virtual std::unique_ptr<render::HubScreens> choose_hub(const std::string& id) = 0;

  // What the panel tells at this moment; `frames` is how many have been drawn.
  virtual ui::StaffFacts facts(std::size_t frames) = 0;
};

}  // namespace hub::kiosk
