// check: every error of the content, not the first; with --render also what does not fit on a screen.
#include <cstdio>

#include "cli/commands.h"
#include "cli/content_check.h"
#include "cli/glyph_check.h"
#include "cli/places.h"
#include "cli/print.h"
#include "cli/render_check.h"

namespace hub::cli {

int check(const CheckOptions& options) {
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

}  // namespace hub::cli
