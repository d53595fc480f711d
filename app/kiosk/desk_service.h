// The desk as the panel sees it: what staff ask for is done elsewhere, and seen in the view. The frame loop asks
// between frames; nothing here waits, reads a file or takes longer than a frame may. Tests have a service of their own.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/clock.h"
#include "render/hub_screens.h"
#include "ui/state/desk_request.h"
#include "ui/state/desk_view.h"

namespace hub::kiosk {

class DeskService {
 public:
  virtual ~DeskService() = default;

  // Staff have opened the panel of this hub, or chosen another one; empty: there is no content, so there is no desk.
  virtual void enter(const std::string& hub) = 0;

  virtual void ask(const ui::DeskRequest& request) = 0;

  // What there is to show at this moment: the same object for as long as nothing changes, never null.
  virtual std::shared_ptr<const ui::DeskView> view() = 0;
  // When it may have changed although nobody asked for anything; nothing: whoever changes it wakes the display.
  virtual std::optional<base::Instant> next_look() const = 0;

  // The draft's screens, prepared, of the hub that shows: once after each PreviewDraft that was not refused. Null: they
  // are not ready.
  virtual std::unique_ptr<render::HubScreens> take_preview() = 0;

  // Staff have left: the draft stays, whatever was only for looking at it may go.
  virtual void leave() = 0;
};

}  // namespace hub::kiosk
