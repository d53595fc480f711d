// Spaces inside Japanese sentences that the report does not mean: whatever took the words out of a file has left them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/parse/paragraphs.h"

namespace hub::report {

// Takes half-width spaces out from between two Japanese characters (沿っ て). What was taken, each with the characters
// around it.
std::u32string without_stray_spaces(std::u32string_view words, std::vector<std::u32string>* taken);

// Whether nearly every digit and Latin word is set off from the Japanese around it (約 20 年): whatever took the words
// out of a PDF does so, no report.
bool sets_scripts_apart(const std::vector<Paragraph>& paragraphs);
std::u32string without_script_spaces(std::u32string_view words);

}  // namespace hub::report
