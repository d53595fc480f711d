// How wards word the headings of a report.
#pragma once

#include <span>
#include <string_view>

#include "report/words/labels.h"

namespace hub::report {

struct LabelWording {
  std::u32string_view words;  // folded
  Field field = Field::goal;
};

std::span<const LabelWording> label_wordings();

}  // namespace hub::report
