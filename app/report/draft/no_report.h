// What a file is instead of one report of a hub, as far as its own words tell.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "report/parse/paragraphs.h"
#include "report/words/document.h"

namespace hub::report {

// A page that lists reports, one that could not be shown, the beginning of a report alone, no report at all.
// `paragraphs` are all of the document's.
base::Error why_no_report(const Document& document, const std::vector<Paragraph>& paragraphs);

// A page of links has headings that look like a report's (令和７年度重点目標評価結果), and none of its sentences.
bool lists_reports(const std::vector<Paragraph>& paragraphs, const std::vector<LeftOut>& left_out = {});

// Two reports or more, of several wards or years, each with goals of its own: which.
std::optional<base::Error> several_reports(const std::vector<Paragraph>& paragraphs);

}  // namespace hub::report
