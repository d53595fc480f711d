// The tests of another machine's build run through an emulator, as do the programs that they start.
#pragma once

namespace hub::tests {

inline constexpr bool kEmulated = sizeof(HUB_EMULATOR) > 1;

}  // namespace hub::tests
