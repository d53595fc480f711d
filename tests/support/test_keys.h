// Keys for tests, which protect nothing: minisign made them (minisign -G -W).
#pragma once

#include <doctest/doctest.h>

#include "pack/pack.h"

namespace hub::tests {

inline constexpr const char* kCitySecret =
    "untrusted comment: minisign encrypted secret key\n"
    "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAF5CoHpKG68I/"
    "IAb1W1uuOsI1OfoTj9YeUoeDla5IGhymTu3Qaf5hgD0FObpCbGeSyhPFt9mMom136pPsXg7JA/"
    "RvVH1ocZMXAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
inline constexpr const char* kCityLine = "RWQXkKgekobrwj0FObpCbGeSyhPFt9mMom136pPsXg7JA/RvVH1ocZMX";

inline pack::SecretKey city_key() {
  auto key = pack::SecretKey::from_file(kCitySecret, "");
  REQUIRE(key);
  return std::move(key).value();
}

inline pack::SecretKey new_key() {
  auto key = pack::SecretKey::make();
  REQUIRE(key);
  return std::move(key).value();
}

}  // namespace hub::tests
