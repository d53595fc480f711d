// Content that changes on disk while the kiosk runs: a thread of its own loads what changed, checks it and prepares its
// texts, so that the frame that shows it first costs no more than any other. What is wrong is told and never shown.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "cli/lettering.h"
#include "content/folder_watch.h"
#include "content/load.h"

namespace hub::cli {

class LiveContent {
 public:
  struct Fresh {
    content::Loaded loaded;  // without a snapshot: it is refused, and what shows goes on showing
    std::string hub;
    std::unique_ptr<Lettering> lettering;  // of the snapshot
  };
  struct Setup {
    std::string folder;
    std::string hub;                     // empty: the first
    std::uint64_t fingerprint = 0;       // of the reading that shows: the same once more is no news
    ui::World world;                     // what screens are prepared for
    const text::Faces* faces = nullptr;  // outlives this
    std::function<void()> wake;          // called from the other thread when there is something to take
  };

  // Error: the folder cannot be watched. Content then stays as it was at the start.
  static base::Result<std::unique_ptr<LiveContent>> start(Setup setup);
  ~LiveContent();
  LiveContent(const LiveContent&) = delete;
  LiveContent& operator=(const LiveContent&) = delete;

  // The newest that is ready, once. Older ones that nobody took are gone.
  std::optional<Fresh> take();

  // Staff chose another hub: later changes are read for it.
  void follow(const std::string& hub);

 private:
  LiveContent(Setup setup, content::FolderWatch watch);
  void run();
  Fresh prepare(content::Loaded loaded) const;

  Setup setup_;
  content::FolderWatch watch_;
  std::uint64_t told_;  // the reading that was last handed over; of the other thread
  std::mutex mutex_;           // of what follows
  std::string hub_;
  std::optional<Fresh> fresh_;
  std::thread thread_;
};

}  // namespace hub::cli
