// Words whose furigana is the dictionary's guess: nobody has looked at it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "content/json/diagnostic.h"
#include "content/model/snapshot.h"

namespace hub::inspect {

// One warning for each file that such words come from, at the first of them: how many, and the first few with the guess
// and the line. A word is said once, at the first place of the snapshot that has it.
std::vector<content::Diagnostic> unreviewed_readings(const base::FileReader& files, const std::string& content_folder,
                                                     const content::Snapshot& snapshot);

// The same of a report that is not among the content yet. `json`: what will stand in `file`. `hub`: whose reviewed
// readings count beside the common ones; empty: nobody's.
std::optional<content::Diagnostic> unreviewed_readings(const content::Snapshot& snapshot, const std::string& hub,
                                                       const content::Report& report, const std::string& file,
                                                       const std::string& json);

}  // namespace hub::inspect
