// check: every error of the content or of a configuration, not the first; with --render also what does not fit on a
// screen.
#include <cstdio>

#include "cli/commands.h"
#include "cli/content_check.h"
#include "cli/glyph_check.h"
#include "cli/kiosk_config.h"
#include "cli/places.h"
#include "cli/print.h"
#include "cli/render_check.h"

namespace hub::cli {

namespace {

int check_content(const CheckOptions& options) {
  const base::StaffLanguage staff = options.staff();
  const bool japanese = staff == base::StaffLanguage::ja;
  const base::DiskFiles files;
  const content::Loaded loaded = load_content(files, options.content, options.hub);
  complain(loaded.diagnostics, staff);
  if (!loaded.snapshot) return kAtFault;
  const auto unknown = unknown_icons(*loaded.snapshot);
  complain(unknown, staff);
  if (!unknown.empty()) return kAtFault;

  auto typography = Typography::open();
  if (!typography) return complain(typography.error(), staff), kAtFault;
  const std::string folder = options.content.empty() ? default_content_folder(files) : options.content;
  const auto missing = missing_glyphs(files, folder, options.hub, typography.value()->faces());
  complain(missing, staff);
  if (!missing.empty()) return kAtFault;
  complain(missing_dictionary(), staff);
  complain(unreadable_colours(*loaded.snapshot), staff);

  if (options.render) {
    bool fits = true;
    for (const content::Hub& hub : loaded.snapshot->hubs) {
      const auto errors =
          check_rendering(*typography.value(), loaded.snapshot, hub, base::SystemClock().today(), [] {});
      complain(errors, staff);
      fits = fits && errors.empty();
    }
    if (!fits) return kAtFault;
  }
  if (!options.against.empty()) return check_against_report(options, *loaded.snapshot);
  for (const content::Hub& hub : loaded.snapshot->hubs) {
    std::printf(japanese ? "%s/%s (%s): 問題ありません\n" : "%s/%s (%s): fine\n", folder.c_str(), hub.id.c_str(),
                hub.ward.japanese().c_str());
  }
  return kDone;
}

}  // namespace

int check(const CheckOptions& options) {
  if (options.config.empty()) return check_content(options);
  const content::LoadedConfig config = read_config(base::DiskFiles(), options.config, options.staff());
  const bool right = !content::has_errors(config.diagnostics);
  if (right) {
    std::printf(options.staff() == base::StaffLanguage::ja ? "%s: 問題ありません\n" : "%s: fine\n",
                options.config.c_str());
  }
  const bool alone = options.content.empty() && options.hub.empty() && options.against.empty() && !options.render;
  CheckOptions on_kiosk = options;
  if (on_kiosk.hub.empty()) on_kiosk.hub = config.config.hub;
  const int content_status = alone ? kDone : check_content(on_kiosk);
  return right ? content_status : kAtFault;
}

}  // namespace hub::cli
