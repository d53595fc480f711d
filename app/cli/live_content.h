// Looks at a content folder whenever it has changed, on a thread of its own, while the kiosk runs.
#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "cli/content_news.h"
#include "content/folder_watch.h"

namespace hub::cli {

class LiveContent {
 public:
  // `news` outlives it. `wake` is called from the other thread when there is something to take. Error: the folder
  // cannot be watched. Content then stays as it was at the start.
  static base::Result<std::unique_ptr<LiveContent>> start(ContentNews& news, std::function<void()> wake);
  ~LiveContent();
  LiveContent(const LiveContent&) = delete;
  LiveContent& operator=(const LiveContent&) = delete;

 private:
  LiveContent(ContentNews& news, std::function<void()> wake, content::FolderWatch watch);
  void run();

  ContentNews& news_;
  std::function<void()> wake_;
  content::FolderWatch watch_;
  std::thread thread_;
};

}  // namespace hub::cli
