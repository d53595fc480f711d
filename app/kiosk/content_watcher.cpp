#include "kiosk/content_watcher.h"

#include <utility>

#include "platform/background.h"

namespace hub::kiosk {

base::Result<std::unique_ptr<ContentWatcher>> ContentWatcher::start(ContentLoader& loader, std::function<void()> wake) {
  base::Result<content::FolderWatch> watch = content::FolderWatch::open(loader.folder());
  if (!watch) return watch.error();
  return std::unique_ptr<ContentWatcher>(new ContentWatcher(loader, std::move(wake), std::move(watch).value()));
}

ContentWatcher::ContentWatcher(ContentLoader& loader, std::function<void()> wake, content::FolderWatch watch)
    : loader_(loader), wake_(std::move(wake)), watch_(std::move(watch)), thread_([this] { run(); }) {}

ContentWatcher::~ContentWatcher() {
  watch_.stop();
  thread_.join();
}

void ContentWatcher::run() {
  platform::give_way_to_frames();
  while (watch_.wait()) {
    if (loader_.look([this] { return watch_.changed_again(); })) wake_();
  }
}

}  // namespace hub::kiosk
