// check: every error of the content or of a configuration, not the first; with --render also what does not fit on a
// screen.
#include <cstdio>

#include "cli/commands.h"
#include "cli/print.h"
#include "cli/read_config.h"
#include "config/paths.h"
#include "inspect/content_inspection.h"
#include "inspect/glyph_inspection.h"
#include "inspect/layout_inspection.h"

namespace hub::cli {

namespace {

int check_content(const CheckOptions& options) {
  const base::StaffLanguage staff = options.staff();
  const bool japanese = staff == base::StaffLanguage::ja;
  const base::DiskFiles files;
  const content::Loaded loaded = config::load_content(files, options.content, options.hub);
  print_error(loaded.diagnostics, staff);
  if (!loaded.snapshot) return kAtFault;
  const auto unknown = inspect::unknown_icons(*loaded.snapshot);
  print_error(unknown, staff);
  if (!unknown.empty()) return kAtFault;

  auto screen_context = render::ScreenContext::open();
  if (!screen_context) return print_error(screen_context.error(), staff), kAtFault;
  const std::string folder = options.content.empty() ? config::default_content_folder(files) : options.content;
  const auto missing = inspect::missing_glyphs(files, folder, options.hub, screen_context.value()->faces());
  print_error(missing, staff);
  if (!missing.empty()) return kAtFault;
  print_error(inspect::missing_dictionary(), staff);
  print_error(inspect::unreadable_colours(*loaded.snapshot), staff);

  if (options.render) {
    bool fits = true;
    for (const content::Hub& hub : loaded.snapshot->hubs) {
      const auto errors =
          inspect::check_rendering(*screen_context.value(), loaded.snapshot, hub, base::SystemClock().today(), [] {});
      print_error(errors, staff);
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
  const config::LoadedConfig config = read_config(base::DiskFiles(), options.config, options.staff());
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
