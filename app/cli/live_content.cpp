#include "cli/live_content.h"

#include <utility>

#include "base/read_fingerprint.h"
#include "cli/places.h"

namespace hub::cli {

base::Result<std::unique_ptr<LiveContent>> LiveContent::start(Setup setup) {
  base::Result<content::FolderWatch> watch = content::FolderWatch::open(setup.folder);
  if (!watch) return watch.error();
  return std::unique_ptr<LiveContent>(new LiveContent(std::move(setup), std::move(watch).value()));
}

LiveContent::LiveContent(Setup setup, content::FolderWatch watch)
    : setup_(std::move(setup)),
      watch_(std::move(watch)),
      told_(setup_.fingerprint),
      hub_(setup_.hub),
      thread_([this] { run(); }) {}

LiveContent::~LiveContent() {
  watch_.stop();
  thread_.join();
}

void LiveContent::run() {
  while (watch_.wait()) {
    std::string hub;
    {
      const std::lock_guard lock(mutex_);
      hub = hub_;
    }
    base::DiskFiles disk;
    const base::ReadFingerprint files(disk);
    content::Loaded loaded = load_content(files, setup_.folder, hub);
    // The same once more is no news. Half old and half new, perhaps: the next turn reads it whole.
    if (files.value() == told_ || watch_.changed_again()) continue;
    told_ = files.value();
    Fresh fresh = prepare(std::move(loaded));
    {
      const std::lock_guard lock(mutex_);
      if (hub_ != hub) continue;
      fresh_ = std::move(fresh);
    }
    setup_.wake();
  }
}

LiveContent::Fresh LiveContent::prepare(content::Loaded loaded) const {
  Fresh fresh;
  fresh.loaded = std::move(loaded);
  if (!fresh.loaded.snapshot) return fresh;
  fresh.hub = fresh.loaded.snapshot->hubs.front().id;
  fresh.lettering = std::make_unique<Lettering>(*setup_.faces, fresh.loaded.snapshot, fresh.hub);
  fresh.lettering->prepare(setup_.world);
  return fresh;
}

std::optional<LiveContent::Fresh> LiveContent::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(fresh_, std::nullopt);
}

void LiveContent::follow(const std::string& hub) {
  const std::lock_guard lock(mutex_);
  hub_ = hub;
  fresh_.reset();
}

}  // namespace hub::cli
