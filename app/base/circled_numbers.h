// ①…⑳: what reports mark activities with, and what belongs to them.
#pragma once

#include <string>

namespace hub::base {

inline constexpr int kMaxCircledNumber = 20;

bool is_circled_number(char32_t character);
int circled_value(char32_t character);  // 1 … 20; precondition: it is one
char32_t circled_number(int value);     // precondition: 1 … 20
// In UTF-8; a number that has no circle as it is: "21".
std::string circled_text(int value);

}  // namespace hub::base
