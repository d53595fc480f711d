#include "kiosk/content_loader.h"

#include <utility>

namespace hub::kiosk {

bool ContentLoader::look(const std::function<bool()>& changed_again) {
  std::string wanted;
  {
    const std::lock_guard lock(mutex_);
    wanted = hub_;
  }
  config::ReadContent read =
      config::read_content(base::DiskFiles(), setup_.folder, wanted, setup_.screen_context->can_draw());
  if (read.fingerprint == told_ || changed_again()) return false;
  told_ = read.fingerprint;
  Fresh fresh = prepare(std::move(read), wanted);
  const std::lock_guard lock(mutex_);
  if (hub_ != wanted) return false;
  fresh_ = std::move(fresh);
  return true;
}

ContentLoader::Fresh ContentLoader::prepare(config::ReadContent read, std::string wanted) const {
  Fresh fresh{std::move(read), std::move(wanted), nullptr};
  if (const auto& snapshot = fresh.read.loaded.snapshot) {
    fresh.screens =
        render::HubScreens::prepared(*setup_.screen_context, setup_.frame_context, snapshot, snapshot->hubs.front().id);
  }
  return fresh;
}

std::optional<ContentLoader::Fresh> ContentLoader::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(fresh_, std::nullopt);
}

void ContentLoader::follow(const std::string& hub) {
  const std::lock_guard lock(mutex_);
  hub_ = hub;
  fresh_.reset();
}

}  // namespace hub::kiosk
