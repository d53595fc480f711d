#include "cli/live_content.h"

#include <utility>

#include "platform/background.h"

namespace hub::cli {

base::Result<std::unique_ptr<LiveContent>> LiveContent::start(ContentNews& news, std::function<void()> wake) {
  base::Result<content::FolderWatch> watch = content::FolderWatch::open(news.folder());
  if (!watch) return watch.error();
  return std::unique_ptr<LiveContent>(new LiveContent(news, std::move(wake), std::move(watch).value()));
}

LiveContent::LiveContent(ContentNews& news, std::function<void()> wake, content::FolderWatch watch)
    : news_(news), wake_(std::move(wake)), watch_(std::move(watch)), thread_([this] { run(); }) {}

LiveContent::~LiveContent() {
  watch_.stop();
  thread_.join();
}

void LiveContent::run() {
  platform::give_way_to_frames();
  while (watch_.wait()) {
    if (news_.look([this] { return watch_.changed_again(); })) wake_();
  }
}

}  // namespace hub::cli
