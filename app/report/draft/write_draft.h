// Drafts and their questions as the files that people and programs read.
#pragma once

#include <map>
#include <string>

#include "report/draft/draft.h"

namespace hub::report {

// reports/<year>.json, as editors and the loader expect it. What was not found is left out. names_schema tells editors
// where the schema is, seen from content/<hub>/reports/.
std::string report_json(const content::Report& report, bool names_schema = false);

// [{"field": "/review/0/goal", "question": …, "questionEn": …, "where": {"page": 1, "line": 12}, "confidence": 0.4,
// "kind": "placement", "alternatives": [{"field": "/review/0/activities", "confidence": 0.3}],
// "lines": [{"page": 1, "line": 12, "words": …}]}]: an alternative has another field ("": nowhere), marks, a year, or
// texts by their field; what is empty is left out. What stands on a page has, beside "where", "box": [x, y, width,
// height] on that page and "pageSize": [width, height], in points from the top left; what goes on over the page's end
// has the rest in "more": [{"page": 2, "box": …, "pageSize": …}]. Lines and origins have the same.
std::string questions_json(const Draft& draft);

// {"/review/0/goal": {"line": 12, "confidence": 0.9, "alternatives": […]}, …}: where each text comes from, and where
// else it may belong.
std::string origins_json(const Draft& draft);

// {"report": …, "doubts": […], "origins": {…}}: all three at once.
std::string draft_json(const Draft& draft);

// The same questions for people, a line each. `lines`, by JSON Pointer: where the draft was written, the line of each
// value in it; a question names the line of the innermost that it is about.
using DraftLines = std::map<std::string, int>;
std::string questions_text(const Draft& draft, base::StaffLanguage language, const DraftLines& lines = {});

}  // namespace hub::report
