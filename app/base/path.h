// Paths of files, with slashes.
#pragma once

#include <string>
#include <string_view>

namespace hub::base {

// `name` inside `folder`: one slash between them, none before it when the folder's name is empty.
std::string join(std::string_view folder, std::string_view name);

}  // namespace hub::base
