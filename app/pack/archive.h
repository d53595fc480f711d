// Files in a plain tar (POSIX ustar): the same files give the same bytes, whoever makes it and whenever.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/recording_reader.h"

namespace hub::pack {

inline constexpr std::size_t kMostFiles = 200;
inline constexpr std::size_t kMostFileBytes = std::size_t{1} << 20;
inline constexpr std::size_t kMostNameBytes = 200;

// Whether a file may be called so: folders and a name of ASCII letters, digits, ".", "-" and "_", none of which begins
// with a dot.
bool is_name(std::string_view name);

// Precondition: names are names, and the limits are kept.
std::string archive_of(const base::FolderBytes& files);

// Nothing: it is damaged, holds anything but files with such names, one of them twice, or more than the limits.
std::optional<base::FolderBytes> files_in(std::string_view archive);

}  // namespace hub::pack
