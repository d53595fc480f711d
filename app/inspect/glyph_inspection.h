// Looks for characters of the content that no face can draw.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"
#include "content/json/diagnostic.h"
#include "text/glyphs/faces.h"

namespace hub::inspect {

// An error at the first place of each such character in the files of the content folder that visitors' words come from
// (common/, <hub>/hub.json, <hub>/reports/). `hub` narrows it to that hub.
std::vector<content::Diagnostic> missing_glyphs(const base::FileReader& files, const std::string& content_folder,
                                                const std::string& hub, const text::Faces& faces);

}  // namespace hub::inspect
