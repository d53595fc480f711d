#include "kiosk/content_swap.h"

#include <optional>
#include <utility>

namespace hub::kiosk {

std::unique_ptr<render::HubScreens> ContentSwap::take(const std::string& hub) {
  std::optional<ContentLoader::Fresh> fresh = loader_.take();
  if (!fresh) return nullptr;
  content::Loaded& loaded = fresh->read.loaded;
  if (!loaded.snapshot) {
    staff_service_.content_refused(loaded.diagnostics);
    log_.write(loaded.diagnostics);
    log_.write(base::Message{"内容に直すところがあるため、いまの内容を映しつづけます。",
                             "The content has errors: what shows goes on showing."});
    return nullptr;
  }
  // Staff have chosen another hub meanwhile.
  if (!hub.empty() && fresh->screens->hub() != hub) return nullptr;
  staff_service_.content_loaded(loaded.diagnostics, fresh->screens->hub());
  shown_screen_writer_.shows(fresh->screens->hub(), fresh->read.files);
  last_good_writer_.keep({fresh->wanted, std::move(fresh->read.files), clock_.today()});
  log_.write(loaded.diagnostics);
  log_.write(
      base::Message{"内容が変わりました。新しい内容を映します。", "The content has changed: the new one shows."});
  return std::move(fresh->screens);
}

}  // namespace hub::kiosk
