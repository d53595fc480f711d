// Word and Excel files as tests need them: archives of XML parts.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hub::tests {

// A zip archive of these files, by name.
std::string zip_of(const std::map<std::string, std::string>& files);

// A .docx with this content of <w:body>; `more` are further parts, "word/numbering.xml" …
std::string word_file(std::string_view body, std::map<std::string, std::string> more = {});

// A .xlsx of one sheet with this content of <worksheet>; further parts may take the place of those it has.
std::string excel_file(std::string_view sheet, std::map<std::string, std::string> more = {});

// <w:p> with one run of these words; <row> of inline strings, from column A.
std::string word_paragraph(std::string_view words, std::string_view properties = "");
std::string word_table(const std::vector<std::vector<std::string>>& rows);
std::string sheet_row(int number, const std::vector<std::string>& cells);

}  // namespace hub::tests
