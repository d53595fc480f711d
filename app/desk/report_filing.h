// Puts an imported report into the content folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/message.h"
#include "content/json/diagnostic.h"
#include "content/model/report.h"

namespace hub::desk {

// What staff are to hear, in this order.
struct FiledReport {
  std::vector<content::Diagnostic> diagnostics;  // of the content as it would be with the report
  std::vector<base::Message> done;               // what was written where
  std::optional<base::Error> refused;            // why the report was not written
};

// Writes content/<hub>/reports/<year>.json, whole or not at all, when the content is without error with it. What is
// there already stays unless `replace`, and is then kept beside it as <year>.json.old-1~, -2~ …, which the loader
// passes over.
FiledReport file_report(base::Files& files, const std::string& content_folder, const std::string& hub,
                        const content::Report& report, bool replace);

}  // namespace hub::desk
