// Bytes of a stranger's file, whatever kind it is → its lines. It runs in the program hub-kiosk-read-report, in a
// sandbox (sandbox/readers.h); tests call it themselves.
#pragma once

#include <string_view>

#include "report/words/document.h"

namespace hub::report {

// `kind` is what the file's name and first bytes say. A document that is refused has no lines.
Document read_file(Document::Kind kind, std::string_view bytes);

}  // namespace hub::report
