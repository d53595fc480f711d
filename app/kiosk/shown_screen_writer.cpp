#include "kiosk/shown_screen_writer.h"

#include <utility>

#include "desk/store/folders.h"
#include "desk/store/shown_screen.h"
#include "platform/background.h"

namespace hub::kiosk {

ShownScreenWriter::ShownScreenWriter(std::string state_folder, const base::Clock& clock, ReportError report_error,
                                     std::chrono::milliseconds every)
    : state_folder_(std::move(state_folder)),
      clock_(clock),
      report_error_(std::move(report_error)),
      every_(every),
      thread_([this] { run(); }) {}

ShownScreenWriter::~ShownScreenWriter() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  something_.notify_one();
  thread_.join();
}

void ShownScreenWriter::shows(const std::string& hub, base::FolderBytes files) {
  {
    const std::lock_guard lock(mutex_);
    waiting_ = Shown{hub, std::move(files)};
  }
  something_.notify_one();
}

void ShownScreenWriter::run() {
  platform::give_way_to_frames();
  std::optional<Shown> shown;
  bool failed = false;
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      something_.wait_for(lock, every_, [this] { return waiting_ || ends_; });
      if (waiting_) {
        shown = std::exchange(waiting_, std::nullopt);
      } else if (ends_) {
        return;
      }
    }
    if (!shown || state_folder_.empty()) continue;
    const base::Status written = write(*shown);
    if (!written && !failed) report_error_(written.error());
    failed = !written;
  }
}

base::Status ShownScreenWriter::write(const Shown& shown) const {
  const auto before = desk::shown_screen(calls_, state_folder_);
  desk::ShownScreen now{shown.hub, "", "", desk::minute_text(clock_.local()), HUB_VERSION};
  if (!shown.files.empty()) now.hash = desk::hash_of_hub(shown.hub, shown.files);
  // A copy is what showed before, and has shown since then.
  const bool is_copy = shown.files.empty() && !shown.hub.empty();
  const bool same = before && before->hub == now.hub && (is_copy || before->hash == now.hash);
  now.since = same ? before->since : now.at;
  if (same) now.hash = before->hash;
  return desk::write_shown_screen(calls_, state_folder_, now);
}

}  // namespace hub::kiosk
