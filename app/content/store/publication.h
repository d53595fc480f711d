// Publishing: copies a folder of content to where kiosks read it, and switches to the copy when it has been found good.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/system_calls.h"
#include "content/load/folder_plan.h"

namespace hub::content {

struct Copied {
  std::size_t files = 0;
  std::vector<NameFinding> left_out;  // copies, locks, what nobody knows the use of
};

// What publishing tells and asks on its way.
struct Publishing {
  std::function<void(const base::Error&)> refused;       // each thing in the source that cannot be published
  std::function<void(const Copied&)> copied;             // all files are on the disk
  std::function<bool(const std::string& copy)> is_good;  // of the copy's folder; says itself what is wrong
};

// The copy is what is asked about and what is shown: a source that changes or is pulled out in between is an Error, not
// a mixture. With an Error `folder` shows what it showed before. A link in the source is not followed; `source` itself
// must be no link either, and have no ".." in it.
base::Status publish(const base::SystemCalls& calls, const std::string& source, const std::string& folder,
                     const Publishing& publishing);

// Back to the version before. After it there is none before, until the next publishing: a second rolling back is an
// Error.
base::Status roll_back(const base::SystemCalls& calls, const std::string& folder, const Publishing& publishing);

}  // namespace hub::content
