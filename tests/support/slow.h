// Marks what `ctest -L fast` leaves out because it takes longer than a quarter of a second: TEST_CASE("…" *
// hub::tests::slow()).
#pragma once

#include <doctest/doctest.h>

#include <string_view>

namespace hub::tests {

inline doctest::description slow() { return doctest::description("slow"); }

// A sanitizer makes everything several times as slow: what repeats itself to be sure repeats itself less there.
#if defined(HUB_SANITIZED)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

inline bool is_slow(const doctest::TestCaseData& one) {
  return one.m_description != nullptr && std::string_view(one.m_description) == "slow";
}

}  // namespace hub::tests
