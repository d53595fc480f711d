// What the desk knows, for other programs.
#pragma once

#include <string>

#include "desk/desk.h"

namespace hub::desk {

// {"hub": …, "draft": {"revision": 3, "source": {…}, "open": 2, "later": 0, "answered": 4} or null,
// "inbox": [{"id": …, "name": …, "from": "stick", "at": …, "bytes": …}], "shows": {…, as in a history} or null}
std::string status_json(const Desk& desk, const std::optional<Work>& work);

// [{"number": 1, "kind": …, "state": "open", "field": …, "question": …, "where": {"page": 1, "line": 12}, "text": …,
// "says": …, "lines": […], "choices": [{"id": …, "label": …, "group": …, "changes": [{"what", "before", "after"}]}],
// "places": [{"id", "name", "list"}], "answer": …}]
std::string questions_json(const Work& work);

// [{"field": …, "what": …, "before": …, "after": …}]; of what is not the report's, "file" as well
std::string changes_json(const std::vector<StatementChange>& changes);

// [{"version": 3, "at": …, "who": …, "source": …, "what": …, "backTo": 0, "kept": true, "differing": 0,
// "pack": {"serial": 7, "key": …, "made": …, "from": …} of one that came as a pack}]
std::string history_json(const std::vector<PublishedVersion>& versions);

}  // namespace hub::desk
