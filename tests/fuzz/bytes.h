// What every fuzz target does with the bytes that libFuzzer gives.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hub::fuzz {

inline std::string_view bytes(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Up to the next `end`, which is taken away as well; all of them where there is none.
inline std::string_view take_until(std::string_view& rest, std::string_view end) {
  const std::size_t at = rest.find(end);
  const std::string_view taken = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + end.size());
  return taken;
}

}  // namespace hub::fuzz
