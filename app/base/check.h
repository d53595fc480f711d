// HUB_CHECK: a condition that only a bug can break. It stays on in release: a kiosk that restarts beats one that shows
// nonsense.
#pragma once

#include <string_view>

namespace hub::base {

[[noreturn]] void check_failed(const char* condition, const char* file, int line, std::string_view what_to_do = {});

}  // namespace hub::base

#define HUB_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::hub::base::check_failed(#condition, __FILE__, __LINE__))

// Where whoever changes the program is likely to break it: `what_to_do` says what is missing and where it belongs. It
// is only made when the condition does not hold.
#define HUB_CHECK_THAT(condition, what_to_do) \
  ((condition) ? static_cast<void>(0) : ::hub::base::check_failed(#condition, __FILE__, __LINE__, (what_to_do)))
