#include "ui/state/effect.h"

#include <span>

#include "base/check.h"

namespace hub::ui {

void TypedPin::add(int digit) {
  HUB_CHECK(digit >= 0 && digit <= 9);
  if (count_ < digits_.size()) digits_[count_++] = static_cast<char>('0' + digit);
}

void TypedPin::erase() {
  if (count_ == 0) return;
  base::wipe(std::span(digits_).subspan(--count_, 1));
}

void TypedPin::clear() {
  base::wipe(digits_);
  count_ = 0;
}

}  // namespace hub::ui
