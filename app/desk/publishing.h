// Publishing as the desk does it: what staff have made is shown on the kiosks when it has been inspected, or not at
// all.
#pragma once

#include <functional>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "base/system_calls.h"
#include "content/store/publication.h"
#include "inspect/inspection.h"

namespace hub::desk {

// Who waits for it.
class PublishingListener : public inspect::InspectionListener {
 public:
  virtual void cannot_be_published(const base::Error& what) = 0;  // something in the source
  virtual void copied(const content::Copied& copied) = 0;
};

struct Published {
  int warnings = 0;      // what wants a person's eye: of the content, and of what was left out
  int acknowledged = 0;  // more, which a person has looked at
};

// Makes the content in `source` show in `folder`, which kiosks read: publish, or what tests have in its place.
using MakeItShow =
    std::function<base::Result<Published>(const base::SystemCalls& calls, const std::string& source,
                                          const std::string& folder, base::Date today, PublishingListener& listener)>;

// Copies `source` beside `folder`, inspects the copy as far as drawing every screen, and switches to it when nothing
// refuses it. With an Error `folder` shows what it showed before.
base::Result<Published> publish(const base::SystemCalls& calls, const std::string& source, const std::string& folder,
                                base::Date today, PublishingListener& listener);

// Back to the version before, if it can still be read: it was inspected when it was published.
base::Status roll_back(const base::SystemCalls& calls, const std::string& folder, base::Date today,
                       PublishingListener& listener);

}  // namespace hub::desk
