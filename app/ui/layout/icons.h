// The icons of the kiosk, by the names content uses, as code points of Material Design Icons 1.6.50 (Debian's
// fonts-materialdesignicons-webfont).
#pragma once

#include <optional>
#include <string_view>

namespace hub::ui {

// NOLINTBEGIN(readability-identifier-naming): read as icon::home
namespace icon {
inline constexpr char32_t home = 0xF2DC;
inline constexpr char32_t back = 0xF04D;
inline constexpr char32_t text_size = 0xF27F;
inline constexpr char32_t translate = 0xF5CA;
inline constexpr char32_t heart = 0xF2D1;
inline constexpr char32_t people = 0xF00E;
inline constexpr char32_t flag = 0xF23B;
inline constexpr char32_t cycle = 0xF4E6;
inline constexpr char32_t tree = 0xF531;
inline constexpr char32_t bulb = 0xF335;
inline constexpr char32_t forward = 0xF054;
inline constexpr char32_t previous_page = 0xF141;
inline constexpr char32_t next_page = 0xF142;
inline constexpr char32_t clock = 0xF150;
inline constexpr char32_t phone = 0xF3F2;
inline constexpr char32_t more = 0xF140;
inline constexpr char32_t information = 0xF2FD;
inline constexpr char32_t touch = 0xF2C7;
inline constexpr char32_t greeting = 0xF64A;
inline constexpr char32_t check = 0xF12C;
inline constexpr char32_t document = 0xF219;
inline constexpr char32_t alert = 0xF026;
inline constexpr char32_t place = 0xF34E;
inline constexpr char32_t calendar = 0xF0ED;
inline constexpr char32_t tools = 0xF5B7;
}  // namespace icon
// NOLINTEND(readability-identifier-naming)

// The icons that content may name in services.json; nothing for a name that is not in the table.
std::optional<char32_t> service_icon(std::string_view name);

}  // namespace hub::ui
