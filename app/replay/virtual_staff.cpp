#include "replay/virtual_staff.h"

#include "replay/virtual_kiosk.h"

namespace hub::replay {

void VirtualStaff::content_refused(const std::vector<content::Diagnostic>& diagnostics) {
  facts_.notes.clear();
  for (const content::Diagnostic& one : diagnostics) {
    const bool error = one.severity == content::Diagnostic::Severity::error;
    facts_.notes.push_back({error, one.file, one.line, one.what.ja, one.remedy.ja});
  }
}

std::unique_ptr<render::HubScreens> VirtualStaff::choose_hub(const std::string& id) {
  const auto& snapshot = kiosk_->frame_context().snapshot;
  const bool known = snapshot->find_hub(id) != nullptr;
  facts_.choice = known ? ui::StaffFacts::Choice::until_restart : ui::StaffFacts::Choice::refused;
  facts_.choice_name = id;
  return known ? std::make_unique<render::HubScreens>(kiosk_->screen_context(), snapshot, id) : nullptr;
}

ui::StaffFacts VirtualStaff::facts(std::size_t frames) {
  ui::StaffFacts facts = facts_;
  for (const content::Hub& hub : kiosk_->frame_context().snapshot->hubs) {
    facts.hubs.push_back({hub.id, hub.ward.japanese()});
  }
  facts.hubs.push_back({"closed", "―"});  // one that was there a moment ago
  facts.today = kiosk_->clock().today();
  facts.frames = frames;
  return facts;
}

}  // namespace hub::replay
