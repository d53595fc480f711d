#include "kiosk/last_good_writer.h"

#include <utility>

#include "platform/background.h"

namespace hub::kiosk {

LastGoodWriter::LastGoodWriter(content::LastGood last_good, ReportError report_error, base::SystemCalls calls,
                               std::chrono::milliseconds try_again)
    : last_good_(std::move(last_good)),
      report_error_(std::move(report_error)),
      calls_(std::move(calls)),
      try_again_(try_again),
      thread_([this] { run(); }) {}

LastGoodWriter::~LastGoodWriter() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  something_.notify_one();
  thread_.join();
}

void LastGoodWriter::keep(content::GoodContent good) {
  {
    const std::lock_guard lock(mutex_);
    waiting_ = std::move(good);
  }
  something_.notify_one();
}

std::optional<base::Error> LastGoodWriter::trouble() const {
  const std::lock_guard lock(mutex_);
  return trouble_;
}

void LastGoodWriter::run() {
  platform::give_way_to_frames();
  base::DiskFiles files;
  last_good_.sweep_others(calls_, files);
  while (std::optional<content::GoodContent> good = next()) {
    const base::Result<bool> kept = last_good_.keep(calls_, files, *good);
    done(*std::move(good), kept);
  }
}

// Nothing: it ends, and all is written that could be.
std::optional<content::GoodContent> LastGoodWriter::next() {
  std::unique_lock lock(mutex_);
  const auto something = [this] { return waiting_ || ends_; };
  if (!failed_) {
    something_.wait(lock, something);
  } else if (!something_.wait_for(lock, try_again_, something)) {
    return std::exchange(failed_, std::nullopt);
  }
  failed_.reset();
  return std::exchange(waiting_, std::nullopt);
}

void LastGoodWriter::done(content::GoodContent good, const base::Result<bool>& kept) {
  if (!kept) failed_ = std::move(good);
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    first = !kept && !trouble_;
    trouble_ = kept ? std::nullopt : std::optional(kept.error());
  }
  if (first) report_error_(kept.error());
}

}  // namespace hub::kiosk
