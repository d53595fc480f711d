#include "cli/content_news.h"

#include <utility>

namespace hub::cli {

bool ContentNews::look(const std::function<bool()>& changed_again) {
  std::string wanted;
  {
    const std::lock_guard lock(mutex_);
    wanted = hub_;
  }
  ReadContent read = read_content(base::DiskFiles(), setup_.folder, wanted);
  if (read.fingerprint == told_ || changed_again()) return false;
  told_ = read.fingerprint;
  Fresh fresh = prepare(std::move(read), wanted);
  const std::lock_guard lock(mutex_);
  if (hub_ != wanted) return false;
  fresh_ = std::move(fresh);
  return true;
}

ContentNews::Fresh ContentNews::prepare(ReadContent read, std::string wanted) const {
  Fresh fresh{std::move(read), std::move(wanted), {}, nullptr};
  const auto& snapshot = fresh.read.loaded.snapshot;
  if (!snapshot) return fresh;
  fresh.hub = snapshot->hubs.front().id;
  fresh.lettering = std::make_unique<Lettering>(*setup_.faces, snapshot, fresh.hub);
  fresh.lettering->prepare(setup_.world);
  return fresh;
}

std::optional<ContentNews::Fresh> ContentNews::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(fresh_, std::nullopt);
}

void ContentNews::follow(const std::string& hub) {
  const std::lock_guard lock(mutex_);
  hub_ = hub;
  fresh_.reset();
}

}  // namespace hub::cli
