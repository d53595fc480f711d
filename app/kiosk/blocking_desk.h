// The desk behind the panel, as whoever may wait for it sees it: each call may read and write files for seconds. By one
// thread at a time (desk_thread.h).
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "render/hub_screens.h"
#include "ui/state/desk_request.h"
#include "ui/state/desk_view.h"

namespace hub::kiosk {

class BlockingDesk {
 public:
  virtual ~BlockingDesk() = default;

  virtual void enter(const std::string& hub) = 0;
  // What comes of it is in the view, now or after later looks.
  virtual void ask(const ui::DeskRequest& request) = 0;
  // The view when it is another than was given last.
  virtual std::optional<ui::DeskView> look() = 0;
  virtual std::unique_ptr<render::HubScreens> take_preview() = 0;
  virtual void leave() = 0;
};

}  // namespace hub::kiosk
