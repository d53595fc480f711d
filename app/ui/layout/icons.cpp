#include "ui/layout/icons.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hub::ui {

namespace {

constexpr std::array<std::pair<std::string_view, char32_t>, 14> kServiceIcons = {{{"baby", 0xF06C},
                                                                                  {"book", 0xF0BD},
                                                                                  {"calendar", 0xF0ED},
                                                                                  {"chat", 0xF28C},
                                                                                  {"compass", 0xF18B},
                                                                                  {"heart", 0xF2D1},
                                                                                  {"home", 0xF2DC},
                                                                                  {"information", 0xF2FC},
                                                                                  {"network", 0xF011},
                                                                                  {"newspaper", 0xF395},
                                                                                  {"people", 0xF00E},
                                                                                  {"school", 0xF474},
                                                                                  {"smile", 0xF1F5},
                                                                                  {"star", 0xF4CE}}};

}  // namespace

std::optional<char32_t> service_icon(std::string_view name) {
  const auto found = std::ranges::find(kServiceIcons, name, [](const auto& entry) { return entry.first; });
  if (found == kServiceIcons.end()) return std::nullopt;
  return found->second;
}

}  // namespace hub::ui
