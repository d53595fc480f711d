// Numbers as the lists of Word write them.
#pragma once

#include <string>
#include <string_view>

namespace hub::report {

// 3 in a number format of ST_NumberFormat (ECMA-376 part 1, 17.18.59): "3", "３", "③", "ウ", "iii". A format that is
// not known counts in digits.
std::u32string numeral(int number, std::string_view format);

}  // namespace hub::report
