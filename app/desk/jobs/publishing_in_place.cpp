#include "desk/jobs/publishing_in_place.h"

#include <cstdio>
#include <functional>
#include <vector>

#include "base/file_errors.h"
#include "base/files.h"
#include "base/path.h"
#include "content/load/load.h"

namespace hub::desk {

namespace {

base::Error is_not_good() {
  return {{"このままでは映せません。何も変えていません。", "It cannot be shown as it is. Nothing was changed."},
          {"気になるところを直してから、もう一度お試しください。", "Mend what was found, and try again."}};
}

// Of JSON files, inside `folder`.
base::Result<std::vector<std::string>> names_below(const base::FileReader& files, const std::string& folder) {
  std::vector<std::string> names;
  const std::function<base::Status(const std::string&)> add = [&](const std::string& inside) -> base::Status {
    const auto entries = files.list(base::join(folder, inside));
    if (!entries) return entries.error();
    for (const base::FileEntry& entry : entries.value()) {
      const std::string name = base::join(inside, entry.name);
      if (entry.kind == base::FileEntry::Kind::folder) {
        if (auto done = add(name); !done) return done;
      } else if (entry.kind == base::FileEntry::Kind::file && name.ends_with(".json")) {
        names.push_back(name);
      }
    }
    return base::Done{};
  };
  if (auto done = add(""); !done) return done.error();
  return names;
}

std::string free_name(const base::FileReader& files, const std::string& path) {
  int number = 1;
  while (files.exists(path + ".old-" + std::to_string(number) + "~")) ++number;
  return path + ".old-" + std::to_string(number) + "~";
}

base::Status write_changed(base::Files& files, const std::string& source, const std::string& folder,
                           const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const auto bytes = files.read(base::join(source, name), content::kMaxFileBytes);
    if (!bytes) return bytes.error();
    const std::string path = base::join(folder, name);
    const auto now = files.exists(path) ? files.read(path, content::kMaxFileBytes) : base::Result<std::string>("");
    if (now && now.value() == bytes.value()) continue;
    if (auto made = files.make_folder(path.substr(0, path.find_last_of('/'))); !made) return made;
    if (auto written = files.write(path, bytes.value()); !written) return written;
  }
  return base::Done{};
}

}  // namespace

base::Result<Published> publish_in_place(const base::SystemCalls&, const std::string& source, const std::string& folder,
                                         base::Date today, PublishingListener& listener) {
  base::DiskFiles files;
  const auto names = names_below(files, source);
  if (!names) return names.error();
  listener.copied({names.value().size(), {}});
  const inspect::Inspected inspected =
      inspect::inspect_content(files, {source, "", folder, today, inspect::Depth::drawing}, listener);
  if (!inspected.may_be_shown()) return is_not_good();
  if (auto written = write_changed(files, source, folder, names.value()); !written) return written.error();
  const auto there = names_below(files, folder);
  if (!there) return there.error();
  for (const std::string& name : there.value()) {
    if (files.exists(base::join(source, name))) continue;
    const std::string path = base::join(folder, name);
    if (std::rename(path.c_str(), free_name(files, path).c_str()) != 0) return base::cannot_write(path, errno);
  }
  return Published{inspected.warnings(), inspected.acknowledged};
}

}  // namespace hub::desk
