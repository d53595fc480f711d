#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace hub::base {

void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "hub-kiosk: %s:%d: %s does not hold\n", file, line, condition);
  std::abort();
}

}  // namespace hub::base
