// The desk's texts and findings as pages and other programs read them.
#pragma once

#include <string>
#include <vector>

#include "desk/typing.h"

namespace hub::desk {

// {"draft": "8c1f…:17", "source": "報告書.pdf" or null, "languages": ["ja", "en", …], "differing": 2, "statements": [
//   {"at": "izumi/reports/2025.json#/goals/0/activities/1/text/0", "kind": "entry", "name": …, "nameEn": …,
//    "ofReport": true, "own": true, "section": "goals", "goal": 1, "list": "activities", "entry":
//    "…#/goals/0/activities/1", "entryNumber": 2, "paragraph": 1, "marks": [2], "ja": …, "plain": …, "value": …,
//    "mostBytes": 65536, "renderings": [{"language": "en", "words": …, "state": "made" | "older" | "missing" |
//    "none"}], "source": {"same": true | false | null, "page": 1, "line": 12, "words": …, "ours": …, "theirs": …,
//               "boxes": [{"page": 1, "box": [x, y, width, height], "pageSize": [width, height]}]} or null,
//    "readings": [{"begin": 0, "end": 2, "word": …, "reading": …, "from": "dictionary", "reviewed": false}]}]}
// What does not apply is left out. Boxes are in points from the page's top left.
std::string texts_json(const Texts& texts);

// {"draft": …, "at": … or null, "changed": true, "notices": […]}
// {"conflict": {"at", "gone", "ours", "theirs", "before", "who", "draft", "what", "remedy"}}
// {"error": {"what", "whatEn", "remedy", "remedyEn"}}
std::string outcome_json(const TypedOutcome& outcome);

// {"asSaved": …, "plain": …, "source": as above or null, "readings": as above, "findings": […]}
std::string checked_json(const TextChecker::Checked& checked);

// [{"at": "izumi/hub.json#/tagline" or "izumi/hub.json", "language": "en", "refuses": false, "what": …, "whatEn": …,
// "remedy": …, "remedyEn": …}]
std::string findings_json(const std::vector<FieldFinding>& findings);

}  // namespace hub::desk
