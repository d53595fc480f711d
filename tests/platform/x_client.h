// What another X program, such as a window manager, sees of our window and can do to it. On the display that DISPLAY
// names; the window is the one with this title.
#pragma once

#include <cstdint>
#include <string>

namespace hub::tests {

unsigned long window_id(const std::string& title);
void ask_to_close(const std::string& title);  // as the cross of a title bar does
void unmap(const std::string& title);
void take_focus();  // from whoever has it
bool has_property(const std::string& title, const std::string& property);
bool pointer_shows();
std::uint32_t shown_pixel(const std::string& title, int x_px, int y_px);  // of the window, as 0xRRGGBB

}  // namespace hub::tests
