#include "kiosk/desk_thread.h"

#include <utility>

#include "platform/background.h"

namespace hub::kiosk {

DeskThread::DeskThread(std::unique_ptr<BlockingDesk> desk, std::function<void()> wake, std::chrono::milliseconds look)
    : desk_(std::move(desk)), wake_(std::move(wake)), look_(look), thread_([this] { run(); }) {}

DeskThread::~DeskThread() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  something_.notify_one();
  thread_.join();
}

void DeskThread::enter(const std::string& hub) { give(Enter{hub}); }
void DeskThread::ask(const ui::DeskRequest& request) { give(request); }
void DeskThread::leave() {
  {
    const std::lock_guard lock(mutex_);
    preview_.reset();
  }
  give(Leave{});
}

std::shared_ptr<const ui::DeskView> DeskThread::view() {
  const std::lock_guard lock(mutex_);
  return view_;
}

std::unique_ptr<render::HubScreens> DeskThread::take_preview() {
  const std::lock_guard lock(mutex_);
  return std::move(preview_);
}

void DeskThread::give(Order order) {
  {
    const std::lock_guard lock(mutex_);
    orders_.push_back(std::move(order));
  }
  something_.notify_one();
}

void DeskThread::run() {
  platform::give_way_to_frames();
  std::optional<Order> order;
  while (next(order)) {
    if (order) carry_out(*order);
    if (somebody_) publish_view();
  }
}

bool DeskThread::next(std::optional<Order>& order) {
  std::unique_lock lock(mutex_);
  const auto ready = [this] { return ends_ || !orders_.empty(); };
  if (somebody_) {
    something_.wait_for(lock, look_, ready);
  } else {
    something_.wait(lock, ready);
  }
  order.reset();
  if (ends_) return false;
  if (orders_.empty()) return true;
  order = std::move(orders_.front());
  orders_.pop_front();
  return true;
}

void DeskThread::carry_out(const Order& order) {
  if (const auto* enter = std::get_if<Enter>(&order)) {
    somebody_ = true;
    desk_->enter(enter->hub);
  } else if (const auto* request = std::get_if<ui::DeskRequest>(&order)) {
    desk_->ask(*request);
  } else {
    somebody_ = false;
    desk_->leave();
  }
}

// The preview before the view that tells of it.
void DeskThread::publish_view() {
  std::optional<ui::DeskView> changed = desk_->look();
  std::unique_ptr<render::HubScreens> preview = desk_->take_preview();
  if (!changed && !preview) return;
  {
    const std::lock_guard lock(mutex_);
    if (preview) preview_ = std::move(preview);
    if (changed) view_ = std::make_shared<const ui::DeskView>(*std::move(changed));
  }
  wake_();
}

}  // namespace hub::kiosk
