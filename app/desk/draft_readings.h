// Which words of an imported report have furigana that nobody has reviewed.
#pragma once

#include <optional>
#include <string>

#include "base/files.h"
#include "content/json/diagnostic.h"
#include "content/model/report.h"

namespace hub::desk {

// One warning about `file`, in which `json` will stand. Nothing where all are reviewed, and where the content has no
// readable list of reviewed readings to compare with. `hub`: its id; empty: none yet.
std::optional<content::Diagnostic> unreviewed_of_draft(const base::FileReader& files, const std::string& content_folder,
                                                       const std::string& hub, const content::Report& report,
                                                       const std::string& file, const std::string& json);

}  // namespace hub::desk
