// HUB_CHECK: a condition that only a bug can break. It stays on in release: a kiosk that restarts beats one that shows
// nonsense.
#pragma once

namespace hub::base {

[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace hub::base

#define HUB_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::hub::base::check_failed(#condition, __FILE__, __LINE__))
