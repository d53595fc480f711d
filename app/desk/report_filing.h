// Puts an imported report into the content folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/message.h"
#include "base/result.h"
#include "content/json/diagnostic.h"
#include "content/json/letters.h"
#include "content/model/report.h"

namespace hub::desk {

// Puts aside what stands at `path`, as <path>.old-1~, -2~ …; where it stands then. Empty: there was nothing.
base::Result<std::string> put_aside(base::Files& files, const std::string& path);

// What staff are to hear, in this order.
struct FiledReport {
  std::vector<content::Diagnostic> diagnostics;  // of the content as it would be with the report
  std::vector<base::Message> done;               // what was written where
  std::optional<base::Error> refused;            // why the report was not written
};

// A report that is to be filed.
struct Filing {
  int goal_year = 0;  // fiscal year
  std::string json;
};

// `can_draw` is asked as checking does. Writes content/<hub>/reports/<year>.json, whole or not at all, when the content
// is without error with it. What is there already stays unless `replace`, and is then kept beside it as
// <year>.json.old-1~, -2~ …, which the loader passes over. Renderings of sentences that stand to the letter in a report
// of the hub are carried over (report/draft/carried_renderings.h).
FiledReport file_report(base::Files& files, const std::string& content_folder, const std::string& hub,
                        const Filing& filing, bool replace, const content::CanDraw& can_draw = {});
FiledReport file_report(base::Files& files, const std::string& content_folder, const std::string& hub,
                        const content::Report& report, bool replace, const content::CanDraw& can_draw = {});

}  // namespace hub::desk
