// A statement that a report repeats word for word from an earlier one keeps the renderings (やさしい日本語 and other
// languages) that staff have written beside it.
#pragma once

#include <string>
#include <vector>

namespace hub::report {

struct CarriedRenderings {
  std::string json;  // the report, as reports/<year>.json
  int carried = 0;   // statements that have got renderings
  int left = 0;      // rendered statements of the first of `earlier` that the report does not have
};

// `json`: a report; `earlier`: reports as JSON, whose first one counts most. Only sentences that are the same to the
// letter, only renderings that were made from them, and only where the report has none of its own. Without any, `json`
// is as it was. What cannot be read has no renderings.
CarriedRenderings carry_renderings(const std::string& json, const std::vector<std::string>& earlier);

}  // namespace hub::report
