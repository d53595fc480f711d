// What becomes new in a content folder: reads it, checks it and prepares its screens, so that the frame that shows it
// first costs no more than any other. Who looks when is somebody else's: content_watcher, on a thread of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "config/paths.h"
#include "render/hub_screens.h"

namespace hub::kiosk {

class ContentLoader {
 public:
  struct Fresh {
    config::ReadContent read;                     // without a snapshot: it is refused, and what shows goes on showing
    std::string wanted;                           // the hub that it was read for; empty: the first
    std::unique_ptr<render::HubScreens> screens;  // prepared; null without a snapshot
  };
  struct Setup {
    std::string folder;
    std::string hub;                 // empty: the first
    std::uint64_t fingerprint = 0;   // of the reading that was told last: the same once more is no news
    ui::FrameContext frame_context;  // what screens are prepared for
    render::ScreenContext* screen_context = nullptr;  // outlives this
  };
  explicit ContentLoader(Setup setup) : setup_(std::move(setup)), told_(setup_.fingerprint), hub_(setup_.hub) {}

  const std::string& folder() const { return setup_.folder; }

  // Reads the folder; true: there is something to take. `changed_again` tells whether it changed while it was read:
  // half old and half new, perhaps, it is then dropped, and the next look reads it whole. By one thread at a time.
  bool look(const std::function<bool()>& changed_again);

  // From here on by any thread.
  // The newest that is ready, once. Older ones that nobody took are gone.
  std::optional<Fresh> take();
  // Staff chose another hub: later looks are for it.
  void follow(const std::string& hub);

 private:
  Fresh prepare(config::ReadContent read, std::string wanted) const;

  Setup setup_;
  std::uint64_t told_;  // the reading that was last handed over; of who looks
  std::mutex mutex_;    // of what follows
  std::string hub_;
  std::optional<Fresh> fresh_;
};

}  // namespace hub::kiosk
