#include "desk/store/folders.h"

#include <fcntl.h>

#include <cerrno>
#include <cstdio>

#include "base/characters.h"
#include "base/file_errors.h"
#include "base/folder_tree.h"
#include "base/parse.h"

namespace hub::desk {

base::Result<base::FileDescriptor> open_or_make_folder(const base::SystemCalls& calls, const std::string& path) {
  base::FileDescriptor there(calls, calls.open_at(base::kHere, path, O_RDONLY | O_DIRECTORY));
  if (there.open()) return there;
  const std::size_t slash = path.find_last_of('/');
  if (there.number() != -ENOENT || path.empty() || slash + 1 == path.size()) {
    return base::cannot_write(path, -there.number());
  }
  const std::string parent = slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
  const auto above = open_or_make_folder(calls, parent);
  if (!above) return above.error();
  const std::string name = path.substr(slash + 1);
  const int made = calls.make_folder_at(above.value().number(), name, 0755);
  if (made != 0 && made != -EEXIST) return base::cannot_write(path, -made);
  if (const int failed = base::sync_folder(calls, above.value())) return base::cannot_write(path, failed);
  return base::open_folder(calls, above.value(), name, path);
}

base::Status replace_file(const base::SystemCalls& calls, const base::FileDescriptor& folder, const std::string& name,
                          std::string_view bytes, const std::string& path) {
  const std::string staged = name + kInTheMaking;
  base::remove_tree(calls, folder, staged);
  base::Status done = base::write_file(calls, folder, staged, bytes, path);
  if (done) {
    const int renamed = calls.rename_at(folder.number(), staged, folder.number(), name);
    if (renamed == 0) return base::Done{};
    done = base::cannot_write(path, -renamed);
  }
  base::remove_tree(calls, folder, staged);
  return done;
}

std::string minute_text(base::LocalTime time) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(base::time_of_day(time)).count();
  char text[16];
  std::snprintf(text, sizeof text, "T%02d:%02d", static_cast<int>(minutes / 60), static_cast<int>(minutes % 60));
  return base::iso_text(base::date_of(time)) + text;
}

std::string name_alone(std::string_view name) {
  constexpr std::size_t kLongestName = 120;                                                      // characters
  const std::string shown = base::shown(name.substr(name.find_last_of('/') + 1), kLongestName);  // npos + 1 is 0
  return shown.empty() ? "？" : shown;
}

}  // namespace hub::desk
