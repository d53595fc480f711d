// Which places of a hub's content files a person may type into, and what kind of statement each is. What is no field
// (the year, the hub's id, an icon) no edit changes.
#pragma once

#include <optional>
#include <string>

#include "desk/typed/statement.h"

namespace hub::desk {

enum class FileKind { report, hub, readings };
// izumi/reports/2025.json, izumi/hub.json, izumi/readings.json of this hub; kReportFile is the draft's own.
std::optional<FileKind> kind_of_file(const std::string& file, const std::string& hub);

struct Field {
  Statement::Kind kind = Statement::Kind::report_title;
  enum class Form { text, word, value };  // by language; a URL; JSON
  Form form = Form::text;
  enum class Empty { refused, goes_away };  // what becomes of it without words
  Empty empty = Empty::refused;
};
// Nothing: nobody types there. Whether something stands there is not asked.
std::optional<Field> field_at(FileKind file, const std::string& pointer);

bool is_item_list(const std::string& pointer);  // of entries with marks
bool is_text_list(FileKind file, const std::string& pointer);
bool is_section(const std::string& pointer);  // /review, /goals
bool is_goal(const std::string& pointer);     // /goals/0
std::string above(const std::string& pointer);
// Of an address: the entry that a field belongs to (an item of a paragraph; of other lists the text itself), or "".
std::string entry_of_field(const std::string& pointer);
// As staff know it.
base::Message name_of_field(FileKind file, const std::string& pointer);

}  // namespace hub::desk
