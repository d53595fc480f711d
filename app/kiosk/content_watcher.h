// Looks at a content folder whenever it has changed, on a thread of its own, while the kiosk runs.
#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "content/store/folder_watch.h"
#include "kiosk/content_loader.h"

namespace hub::kiosk {

class ContentWatcher {
 public:
  // `loader` outlives it. `wake` is called from the other thread when there is something to take. Error: the folder
  // cannot be watched. Content then stays as it was at the start.
  static base::Result<std::unique_ptr<ContentWatcher>> start(ContentLoader& loader, std::function<void()> wake);
  ~ContentWatcher();
  ContentWatcher(const ContentWatcher&) = delete;
  ContentWatcher& operator=(const ContentWatcher&) = delete;

 private:
  ContentWatcher(ContentLoader& loader, std::function<void()> wake, content::FolderWatch watch);
  void run();

  ContentLoader& loader_;
  std::function<void()> wake_;
  content::FolderWatch watch_;
  std::thread thread_;
};

}  // namespace hub::kiosk
