// Paths of files, with slashes.
#pragma once

#include <string>
#include <string_view>

namespace hub::base {

// `name` inside `folder`: one slash between them, none before it when the folder's name is empty.
inline std::string join(std::string_view folder, std::string_view name) {
  std::string path(folder);
  if (!path.empty() && path.back() != '/') path += '/';
  return path.append(name);
}

}  // namespace hub::base
