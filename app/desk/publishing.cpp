#include "desk/publishing.h"

#include "base/files.h"

namespace hub::desk {

namespace {

// What both ask of a version before it shows.
content::Publishing asking(const std::string& called, inspect::Depth depth, base::Date today, Published& published,
                           PublishingListener& listener) {
  content::Publishing publishing;
  publishing.refused = [&listener](const base::Error& error) { listener.cannot_be_published(error); };
  publishing.copied = [&published, &listener](const content::Copied& copied) {
    published.warnings += static_cast<int>(copied.left_out.size());
    listener.copied(copied);
  };
  publishing.is_good = [=, &published, &listener](const std::string& copy) {
    const inspect::Inspected inspected =
        inspect::inspect_content(base::DiskFiles(), {copy, "", called, today, depth}, listener);
    published.warnings += inspected.warnings();
    published.acknowledged = inspected.acknowledged;
    return inspected.may_be_shown();
  };
  return publishing;
}

}  // namespace

base::Result<Published> publish(const base::SystemCalls& calls, const std::string& source, const std::string& folder,
                                base::Date today, PublishingListener& listener) {
  Published published;
  const base::Status done =
      content::publish(calls, source, folder, asking(source, inspect::Depth::drawing, today, published, listener));
  if (!done) return done.error();
  return published;
}

base::Status roll_back(const base::SystemCalls& calls, const std::string& folder, base::Date today,
                       PublishingListener& listener) {
  Published unused;
  return content::roll_back(calls, folder, asking(folder, inspect::Depth::reading, today, unused, listener));
}

}  // namespace hub::desk
