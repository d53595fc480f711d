#include "office_files.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

#include "base/check.h"

namespace hub::tests {

namespace {

constexpr const char* kWordNames =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="wps" xmlns:a="a" xmlns:v="urn:schemas-microsoft-com:vml")";

}  // namespace

std::string zip_of(const std::map<std::string, std::string>& files) {
  std::string bytes(1 << 20, '\0');
  for (const auto& [name, content] : files) bytes.resize(bytes.size() + content.size());
  std::size_t used = 0;
  const std::unique_ptr<archive, int (*)(archive*)> writer(archive_write_new(), archive_write_free);
  HUB_CHECK(archive_write_set_format_zip(writer.get()) == ARCHIVE_OK);
  HUB_CHECK(archive_write_open_memory(writer.get(), bytes.data(), bytes.size(), &used) == ARCHIVE_OK);
  for (const auto& [name, content] : files) {
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    HUB_CHECK(archive_write_header(writer.get(), entry.get()) == ARCHIVE_OK);
    HUB_CHECK(archive_write_data(writer.get(), content.data(), content.size()) ==
              static_cast<la_ssize_t>(content.size()));
  }
  HUB_CHECK(archive_write_close(writer.get()) == ARCHIVE_OK);
  bytes.resize(used);
  return bytes;
}

std::string word_file(std::string_view body, std::map<std::string, std::string> more) {
  more.emplace("word/document.xml",
               "<w:document " + std::string(kWordNames) + "><w:body>" + std::string(body) + "</w:body></w:document>");
  return zip_of(more);
}

std::string excel_file(std::string_view sheet, std::map<std::string, std::string> more) {
  more.emplace("xl/workbook.xml",
               R"(<workbook xmlns:r="r"><sheets><sheet name="報告" r:id="r1"/></sheets></workbook>)");
  more.emplace("xl/_rels/workbook.xml.rels",
               R"(<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>)");
  more.emplace("xl/worksheets/sheet1.xml", "<worksheet>" + std::string(sheet) + "</worksheet>");
  return zip_of(more);
}

std::string word_paragraph(std::string_view words, std::string_view properties) {
  return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr><w:r><w:t>" + std::string(words) + "</w:t></w:r></w:p>";
}

std::string word_table(const std::vector<std::vector<std::string>>& rows) {
  std::string table = "<w:tbl>";
  for (const std::vector<std::string>& row : rows) {
    table += "<w:tr>";
    for (const std::string& cell : row) table += "<w:tc>" + cell + "</w:tc>";
    table += "</w:tr>";
  }
  return table + "</w:tbl>";
}

std::string sheet_row(int number, const std::vector<std::string>& cells) {
  std::string row = "<row r=\"" + std::to_string(number) + "\">";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    row += "<c r=\"" + std::string(1, static_cast<char>('A' + i)) + std::to_string(number) +
           "\" t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>";
  }
  return row + "</row>";
}

}  // namespace hub::tests
