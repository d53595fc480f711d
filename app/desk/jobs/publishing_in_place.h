// Publishing into a plain folder, which stays one: content that somebody keeps themselves, in a repository perhaps.
// Each file changes whole, one after the other; what kiosks in lobbies read is published by versions instead
// (desk/publishing.h).
#pragma once

#include <string>

#include "desk/publishing.h"

namespace hub::desk {

// What is not in `source` any more is put aside under another name (x.json.old-1~). An Error before the first file is
// written changes nothing; a later one says that some files are new already.
base::Result<Published> publish_in_place(const base::SystemCalls& calls, const std::string& source,
                                         const std::string& folder, base::Date today, PublishingListener& listener);

}  // namespace hub::desk
