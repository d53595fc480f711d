#include "base/circled_numbers.h"

#include "base/check.h"
#include "base/utf8.h"

namespace hub::base {

namespace {
bool has_circle(int value) { return value >= 1 && value <= kMaxCircledNumber; }
}  // namespace

bool is_circled_number(char32_t character) { return character >= U'①' && character <= U'⑳'; }

int circled_value(char32_t character) {
  HUB_CHECK(is_circled_number(character));
  return static_cast<int>(character - U'①') + 1;
}

char32_t circled_number(int value) {
  HUB_CHECK(has_circle(value));
  return U'①' + static_cast<char32_t>(value - 1);
}

std::string circled_text(int value) {
  return has_circle(value) ? encode_utf8(std::u32string(1, circled_number(value))) : std::to_string(value);
}

}  // namespace hub::base
