#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace hub::base {

void check_failed(const char* condition, const char* file, int line, std::string_view what_to_do) {
  std::fprintf(stderr, "hub-kiosk: %s:%d: %s does not hold\n", file, line, condition);
  if (!what_to_do.empty()) std::fprintf(stderr, "  → %.*s\n", static_cast<int>(what_to_do.size()), what_to_do.data());
  std::abort();
}

}  // namespace hub::base
