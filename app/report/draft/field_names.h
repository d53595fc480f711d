// The parts of a draft by the names that staff know them by, for the questions about them.
#pragma once

#include <string>
#include <string_view>

#include "base/message.h"
#include "report/words/grammar.h"

namespace hub::report {

// /review/0/outcomes/0/text/0 → 評価した重点目標①の取組の成果の 1 つ目, outcome 1 of reviewed goal ①
base::Message field_name(const std::string& pointer);

base::Message role_name(Role role);  // 取組の成果, outcomes
const char* role_key(Role role);     // outcomes, as in a pointer
std::string excerpt(std::u32string_view words, bool from_end = false);

// One after the other, in each language.
base::Message operator+(const base::Message& a, const base::Message& b);

}  // namespace hub::report
