// What staff ask for that takes longer than a frame or needs files: the frame loop asks the desk between frames and
// brings its answer to the state. Tests have a desk of their own.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "content/model/snapshot.h"
#include "ui/state/staff_facts.h"

namespace hub::kiosk {

class StaffService {
 public:
  virtual ~StaffService() = default;

  // Takes up to a third of a second on a Raspberry Pi 3.
  virtual bool pin_matches(std::string_view pin) = 0;

  // The content with this hub in it, and the choice written down for the next start; null when it has errors: what
  // shows goes on showing. The facts tell what came of it.
  virtual std::shared_ptr<const content::Snapshot> choose_hub(const std::string& id) = 0;

  // What the panel tells at this moment; `frames` is how many have been drawn.
  virtual ui::StaffFacts facts(std::size_t frames) = 0;
};

}  // namespace hub::kiosk
