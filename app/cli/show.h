// Draws single moments off screen: for snapshot, tour and picture tests. Needs no display server and no GPU.
#pragma once

#include <memory>

#include "base/result.h"
#include "cli/drawing.h"
#include "platform/offscreen.h"

namespace hub::cli {

class Show {
 public:
  static base::Result<std::unique_ptr<Show>> open(Typography& typography);

  // The longest side a picture may have here: a Raspberry Pi 3 draws 2048 pixels, others 4096 and more.
  int max_size_px() const { return offscreen_.max_size_px(); }

  // What went wrong in GL since this was last asked, as GL numbers it; 0: nothing.
  unsigned take_fault() const { return offscreen_.take_fault(); }

  // The screen as a visitor sees it, `at` after it was entered.
  platform::Picture draw(const ui::World& world, ui::UiState state, base::Seconds at);

 private:
  Show(platform::Offscreen offscreen, std::unique_ptr<Drawing> drawing)
      : offscreen_(std::move(offscreen)), drawing_(std::move(drawing)) {}

  platform::Offscreen offscreen_;
  std::unique_ptr<Drawing> drawing_;  // needs the context of offscreen_
};

}  // namespace hub::cli
