// Counts what operator new gives: link support/allocations.cpp into the test that asks.
#pragma once

#include <cstddef>

namespace hub::tests {

// A sanitizer checks memory through operators of its own; it leaves counting to the other builds.
#if defined(HUB_SANITIZED)
inline constexpr bool kCountsAllocations = false;
#else
inline constexpr bool kCountsAllocations = true;
#endif

std::size_t allocations();  // since the program started; 0 where they are not counted

}  // namespace hub::tests
