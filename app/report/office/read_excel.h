// A spreadsheet (.xlsx, .xlsm) → its lines.
#pragma once

#include <string_view>

#include "report/words/document.h"

namespace hub::report {

// The cells of its visible sheets as rows of tables; a place is the row's number, and with several sheets the sheet's
// as its page. Hidden rows, columns and sheets, struck-out words and white ones are left out, and noted.
Document read_excel(std::string_view bytes);

}  // namespace hub::report
