// Work that no visitor waits for.
#pragma once

namespace hub::platform {

// The calling thread runs after those that draw, where they share a processor; it still gets on when the machine is
// busy. A machine that does not know of it goes on as before.
void give_way_to_frames();

}  // namespace hub::platform
