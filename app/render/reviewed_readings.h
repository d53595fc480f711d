// What people have said about words of this content: the text room's ReviewedReading from the snapshot's readings.
#pragma once

#include <string>
#include <vector>

#include "content/model/snapshot.h"
#include "text/analysis/analysis.h"

namespace hub::render {

// The common readings, then the hub's own, which win. No snapshot: none.
std::vector<text::ReviewedReading> reviewed_readings(const content::Snapshot* snapshot, const std::string& hub);

}  // namespace hub::render
