#include "kiosk/service_notifier.h"

#include <utility>

#include "platform/service_manager.h"

namespace hub::kiosk {

namespace {

// What the screen shows, for whoever looks after the machine.
base::Message status_of(const ui::FrameContext& frame_context, const ui::UiState& state, bool refused) {
  if (!frame_context.snapshot) {
    return {"内容か設定に直すところがあるため、おわびの画面を映しています。",
            "The content or the configuration has errors: the built-in page shows."};
  }
  base::Message status{state.hub + " の画面を映しています。", "Showing " + state.hub + "."};
  if (state.dark) status = {"開館時間の外なので、画面を消しています。", "Dark: outside the opening hours."};
  if (!refused) return status;
  return {status.ja + "新しい内容には直すところがあります。", status.en + " The new content has errors."};
}

}  // namespace

ServiceNotifier::~ServiceNotifier() { platform::tell_stopping(); }

void ServiceNotifier::notify(const ui::FrameContext& frame_context, const ui::UiState& state, bool refused) {
  if (!std::exchange(ready_, true)) platform::tell_ready();
  platform::tell_alive();
  const std::string status = status_of(frame_context, state, refused).in(staff_);
  if (status == status_) return;
  status_ = status;
  platform::tell_status(status_);
}

}  // namespace hub::kiosk
