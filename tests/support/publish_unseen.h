// Publishing as the desk does it, but for the look at every screen, which the command line's own tests take.
#pragma once

#include <string>
#include <vector>

#include "content/store/publication.h"
#include "desk/publishing.h"

namespace hub::tests {

inline base::Result<desk::Published> publish_unseen(const base::SystemCalls& calls, const std::string& source,
                                                    const std::string& folder, base::Date, desk::PublishingListener&) {
  content::Publishing publishing;
  publishing.refused = [](const base::Error&) {};
  publishing.copied = [](const content::Copied&) {};
  publishing.is_good = [](const std::string&) { return true; };
  const base::Status done = content::publish(calls, source, folder, publishing);
  if (!done) return done.error();
  return desk::Published();
}

// Nobody hears what publishing tells.
class Silence : public desk::PublishingListener {
 public:
  void cannot_be_published(const base::Error&) override {}
  void copied(const content::Copied&) override {}
  void ended(inspect::Depth, const std::vector<inspect::ContentFinding>&) override {}
};

}  // namespace hub::tests
