// A report's file → its lines: the first stage. What kind of file it is, its bytes decide, then its name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "report/sandbox/readers.h"
#include "report/words/document.h"

namespace hub::report {

// `bytes` are the file's; `path` is only its name, which tells HTML from text. An error when it is none of
// words/kinds.h, when it has no words, when it holds more than a report can (words/limits.h), or when reading it takes
// more time or memory than a report can need.
base::Result<Document> read_document(const std::string& path, std::string_view bytes, const Readers& readers);

// What of this can be told without opening the file, by its first bytes: at once, and without a sandbox. Nothing:
// reading it will tell.
std::optional<base::Error> wrong_kind_of_file(std::string_view bytes);

}  // namespace hub::report
