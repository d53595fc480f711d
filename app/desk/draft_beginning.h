// A draft that nobody has opened a report for: a person types into what shows.
#pragma once

#include <string>

#include "desk/draft/work.h"
#include "desk/store/history.h"
#include "desk/store/reading.h"
#include "desk/store/sources.h"

namespace hub::desk {

// Of a draft that begins: no other has it.
std::string new_draft_id();

// The report of this JSON as the reading that a draft begins with, and where it was read from: the newest version of
// the history whose report is kept and is for the same year. Without one nothing is known of its source.
struct ShownReport {
  Reading reading;
  SourceName source;
};
ShownReport shown_report(const std::string& report_json, const std::vector<PublishedVersion>& history,
                         const Sources& sources, const std::string& ward);

}  // namespace hub::desk
