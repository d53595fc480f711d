#include "render/hub_typesetter.h"

#include <utility>

#include "render/reviewed_readings.h"
#include "ui/pages.h"

namespace hub::render {

HubTypesetter::HubTypesetter(const text::Faces& faces, std::shared_ptr<const content::Snapshot> snapshot,
                             std::string hub)
    : snapshot_(std::move(snapshot)),
      hub_(std::move(hub)),
      analyser_(reviewed_readings(snapshot_.get(), hub_)),
      typesetter_(analyser_, faces) {}

void HubTypesetter::prepare(ui::FrameContext frame_context) {
  if (!snapshot_) return;
  frame_context.snapshot = snapshot_;
  const content::Hub& shown = *snapshot_->find_hub(hub_);
  ui::PageState page_state;
  page_state.hub = hub_;
  ui::Pages pages(typesetter_);
  for (const std::string& language : snapshot_->languages(shown)) {
    page_state.language = language;
    for (const ui::Sheet sheet : {ui::Sheet::language, ui::Sheet::staff, ui::Sheet::none}) {
      page_state.sheet = sheet;
      for (const ui::Route& route : ui::routes_of(shown, content::shown_report(shown, frame_context.today))) {
        page_state.route = route;
        pages.page(frame_context, page_state, 0);
        if (sheet != ui::Sheet::none) break;
      }
    }
  }
  page_state.sheet = ui::Sheet::phrase;
  page_state.route = {ui::Route::Page::services};
  for (std::size_t i = 1; i <= snapshot_->phrases.all.size(); ++i) {
    page_state.phrase = static_cast<int>(i);
    pages.page(frame_context, page_state, 0);
  }
  page_state.sheet = ui::Sheet::none;
  page_state.phrase = 0;
  // A narrow screen's dock has shorter words.
  frame_context.screen.width_px = 480;
  frame_context.screen.height_px = 800;
  for (const std::string& language : snapshot_->languages(shown)) {
    page_state.language = language;
    pages.page(frame_context, page_state, 0);
  }
  typesetter_.rest();
}

}  // namespace hub::render
