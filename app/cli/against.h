// check --against: of each displayed sentence of a report, whether the published report says it.
#pragma once

#include <string>

#include "base/message.h"
#include "cli/command.h"
#include "cli/read_files.h"
#include "content/model/snapshot.h"

namespace hub::cli {

// Prints what it finds. At fault where a sentence is missing in the published report, or that cannot be read.
Outcome check_against_report(const std::string& report, const ReadingOptions& reading,
                             const content::Snapshot& snapshot, base::StaffLanguage staff);

}  // namespace hub::cli
