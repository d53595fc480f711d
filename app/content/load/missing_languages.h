// Texts that somebody translated, but not into every language that a visitor can choose.
#pragma once

#include <string>

#include "content/json/json_file_reader.h"
#include "content/model/snapshot.h"

namespace hub::content {

// One warning a file. A text in Japanese alone is left as somebody meant it.
void warn_of_missing_languages(JsonFileReader& reader, const std::string& content_folder, const Snapshot& snapshot);

}  // namespace hub::content
