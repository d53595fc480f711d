#include "web/access/secret.h"

#include <sys/random.h>

#include <array>
#include <cstddef>

#include "base/check.h"

namespace hub::web {

std::string random_secret() {
  std::array<unsigned char, 16> bytes{};
  // So few bytes come whole, once the machine has gathered any.
  HUB_CHECK(::getrandom(bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()));
  std::string digits;
  for (const unsigned char byte : bytes) digits += {"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]};
  return digits;
}

bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned char differs = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    differs =
        static_cast<unsigned char>(differs | (static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i])));
  }
  return differs == 0;
}

}  // namespace hub::web
