// Whether the ruby of a text (model/ruby.h) is well-formed.
#pragma once

#include <optional>
#include <string_view>

#include "content/json/reporter.h"

namespace hub::content {

std::optional<Problem> fault_of_ruby(std::string_view utf8);

}  // namespace hub::content
