// What a cell of a spreadsheet shows of the number that it holds: 45383 as 2024年4月1日, 1200 as 1,200人.
#pragma once

#include <string>
#include <string_view>

namespace hub::report {

// `format`: a number format of ECMA-376 part 1, 18.8.31; empty: General. `value`: as the file has it. With
// `since_1904` days are counted from 1904 on. A value that is no number stays as it is.
std::string shown_number(const std::string& value, std::string_view format, bool since_1904);

// The formats with a number of their own (18.8.30) that a Japanese Excel writes; empty: General, or none is known.
std::string_view builtin_format(int id);

}  // namespace hub::report
