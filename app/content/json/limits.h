// How large a file of content may be, in bytes, levels and values.
#pragma once

#include <cstddef>

namespace hub::content {

// Limits of one file; a larger one is an error, never a crash.
inline constexpr std::size_t kMaxFileBytes = 1 << 20;
inline constexpr int kMaxDepth = 32;
inline constexpr int kMaxNodes = 10'000;
inline constexpr std::size_t kMaxStringBytes = 64 << 10;

}  // namespace hub::content
