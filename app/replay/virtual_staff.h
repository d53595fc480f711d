// Staff of a virtual kiosk: a PIN that is known, the hubs of the content that shows, and what was said of content that
// was refused. Nothing is written anywhere.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/json/diagnostic.h"
#include "kiosk/staff_service.h"

namespace hub::replay {

class VirtualKiosk;

class VirtualStaff : public kiosk::StaffService {
 public:
  static constexpr std::string_view kPin = "2580";

  // Before staff come. The kiosk outlives this.
  void work_at(VirtualKiosk& kiosk) { kiosk_ = &kiosk; }
  void content_refused(const std::vector<content::Diagnostic>& diagnostics);

  bool pin_matches(std::string_view pin, int) override { return pin == kPin; }
  std::unique_ptr<render::HubScreens> choose_hub(const std::string& id) override;
  ui::StaffFacts facts(std::size_t frames) override;

 private:
  VirtualKiosk* kiosk_ = nullptr;
  ui::StaffFacts facts_;
};

}  // namespace hub::replay
