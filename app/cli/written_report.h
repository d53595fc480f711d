// Puts an imported report into the content folder.
#pragma once

#include <string>

#include "base/files.h"
#include "base/message.h"
#include "content/report.h"

namespace hub::cli {

// Writes content/<hub>/reports/<year>.json, whole or not at all, when the content is without error with it. What is
// there already stays unless `replace`, and is then kept beside it as <year>.json.old-1~, -2~ …, which the loader
// passes over. Says on standard error what it did, or why not. True when it is written.
bool write_report(base::Files& files, const std::string& content_folder, const std::string& hub,
                  const content::Report& report, bool replace, base::StaffLanguage staff);

}  // namespace hub::cli
