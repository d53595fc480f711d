// A folder of strings files, one a language: ja.json defines the keys.
#pragma once

#include <string>

#include "content/json/json_file_reader.h"
#include "content/model/snapshot.h"

namespace hub::content {

// Without a readable ja.json: no strings, no languages, and an error.
Strings load_strings(JsonFileReader& reader, const std::string& folder);

}  // namespace hub::content
