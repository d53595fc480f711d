// What a test needs that a machine may lack. A case without it is skipped, which is not passed: it is counted apart,
// and where CI is "true", on a machine that has everything, it fails.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace hub::tests {

// The exit status of a test program all of whose cases were skipped; ctest counts it as that.
inline constexpr int kSkippedStatus = 77;

// What a skipped case says before the reason.
inline constexpr std::string_view kSkipped = "skipped: ";

// The case that runs counts as skipped, for want of this. It still has to return.
void skip(const std::string& missing);

// The same for what even CI cannot have: it is counted, and no failure.
void skip_anywhere(const std::string& missing);

}  // namespace hub::tests

// Ends a test case whose server has not started, and says why.
#define HUB_NEEDS(server)                 \
  if (!(server).why_not().empty()) {      \
    hub::tests::skip((server).why_not()); \
    return;                               \
  }
