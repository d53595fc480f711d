#include "desk/draft_readings.h"

#include "config/paths.h"
#include "inspect/reading_inspection.h"

namespace hub::desk {

std::optional<content::Diagnostic> unreviewed_of_draft(const base::FileReader& files, const std::string& content_folder,
                                                       const std::string& hub, const content::Report& report,
                                                       const std::string& file, const std::string& json) {
  const content::Loaded loaded = config::load_content(files, content_folder, hub);
  if (!loaded.snapshot) return std::nullopt;
  return inspect::unreviewed_readings(*loaded.snapshot, hub, report, file, json);
}

}  // namespace hub::desk
