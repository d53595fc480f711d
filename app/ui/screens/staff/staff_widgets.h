// The pieces that the staff's screens share. Their words are Japanese without furigana, whatever visitors chose.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/screens/widgets.h"

namespace hub::ui {

// Words in Japanese, with places to break in what has none: paths, codes, a stranger's names.
Element staff_line(const BuildContext& context, const Words& words, Role role, Colour colour);
Element staff_line(const BuildContext& context, const std::string& words, Role role, Colour colour);

// A card with a title.
Element staff_section(const BuildContext& context, char32_t icon, std::string_view title_key,
                      std::vector<Element> inside);
// As wide as its place; `chosen` is the strong one.
Element staff_button(const BuildContext& context, const Words& words, bool chosen, std::optional<Action> tap);
Element small_staff_button(const BuildContext& context, std::string_view words_key, Action tap);
// A page's head: its title, and the button that leaves it.
Element staff_head(const BuildContext& context, const Words& title, Role role, std::string_view leave_key,
                   Action leave);

// 2026年11月21日
Words staff_date(const BuildContext& context, base::Date date);

}  // namespace hub::ui
