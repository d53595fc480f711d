// What the first bytes of a stick say that it is, before anything is mounted.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hub::stick {

enum class Volume {
  fat,
  exfat,
  ntfs,
  ext,
  bitlocker,  // also BitLocker To Go, which looks like a FAT at first
  luks,
  foreign,  // a file system that only other systems read: of a Mac, of a CD
  nothing,  // none that is known, or none at all
  gone,     // pulled out before anything could be seen
};

inline constexpr std::size_t kFirstBytes = 64 << 10;

// Fewer bytes than kFirstBytes are all there are.
Volume volume_of(std::string_view first_bytes);

// Each has a word, for one program to tell another: bitlocker, nothing …
const char* word_of(Volume volume);
std::optional<Volume> volume_named(std::string_view word);

// The kernel's names for it, the likeliest first; empty: it cannot be mounted.
std::vector<const char*> file_systems(Volume volume);

// Why nothing can be read from it, and what staff can do; nothing: it can be mounted.
std::optional<base::Error> why_not(Volume volume);

}  // namespace hub::stick
