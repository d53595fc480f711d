// What people have said about words of this content: the text room's KnownWord from the snapshot's readings.
#pragma once

#include <string>
#include <vector>

#include "content/snapshot.h"
#include "text/analysis.h"

namespace hub::cli {

// The common readings, then the hub's own, which win. No snapshot: none.
std::vector<text::KnownWord> known_words(const content::Snapshot* snapshot, const std::string& hub);

}  // namespace hub::cli
