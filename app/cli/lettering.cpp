#include "cli/lettering.h"

#include <utility>

#include "cli/known_words.h"
#include "ui/pages.h"

namespace hub::cli {

Lettering::Lettering(const text::Faces& faces, std::shared_ptr<const content::Snapshot> snapshot, std::string hub)
    : snapshot_(std::move(snapshot)),
      hub_(std::move(hub)),
      analyser_(known_words(snapshot_.get(), hub_)),
      typesetter_(analyser_, faces) {}

bool Lettering::is_of(const std::shared_ptr<const content::Snapshot>& snapshot, const std::string& hub) const {
  return snapshot_ == snapshot && hub_ == hub;
}

void Lettering::prepare(ui::World world) {
  if (!snapshot_) return;
  world.snapshot = snapshot_;
  const content::Hub& shown = *snapshot_->find_hub(hub_);
  ui::Viewing viewing;
  viewing.hub = hub_;
  ui::Pages pages(typesetter_);
  for (const std::string& language : snapshot_->languages(shown)) {
    viewing.language = language;
    for (const ui::Sheet sheet : {ui::Sheet::language, ui::Sheet::staff, ui::Sheet::none}) {
      viewing.sheet = sheet;
      for (const ui::Route& route : ui::routes_of(shown, content::shown_report(shown, world.today))) {
        viewing.route = route;
        pages.page(world, viewing, 0);
        if (sheet != ui::Sheet::none) break;
      }
    }
  }
  // A narrow screen's dock has shorter words.
  world.screen.width_px = 480;
  world.screen.height_px = 800;
  for (const std::string& language : snapshot_->languages(shown)) {
    viewing.language = language;
    pages.page(world, viewing, 0);
  }
}

}  // namespace hub::cli
