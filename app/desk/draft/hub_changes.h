// What visitors will see changed beside the report's own words: translations, the hub's own words, readings.
#pragma once

#include <vector>

#include "desk/draft/changes.h"
#include "desk/typed/edited.h"

namespace hub::desk {

// `shows`: the hub's files as they show, the report that the draft's is compared with as kReportFile. In the order of
// the statements.
std::vector<StatementChange> other_changes(const ContentFiles& shows, const EditedFiles& draft);

}  // namespace hub::desk
