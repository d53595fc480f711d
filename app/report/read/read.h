// Bytes of a stranger's file → its lines, within the limits (words/limits.h). It runs in the program
// hub-kiosk-read-report, in a sandbox (sandbox/readers.h); tests call it themselves.
#pragma once

#include <string_view>

#include "report/words/document.h"

namespace hub::report {

// `kind` is what the file's name says: text may turn out to be HTML, HTML text. Of a PDF the bytes are what
// pdftotext -bbox-layout prints. A document that is refused has no lines.
Document read_as(Document::Kind kind, std::string_view bytes);

// The lines that a reader has put together, whatever the file: their letters mended (read/letters.h), or refused where
// they are over the limits or garbled.
Document finished(Document document);

// The three kinds, for tests.
Document read_text(std::string_view utf8);
Document read_html(std::string_view utf8);
Document read_pdf_words(std::string_view bbox_xhtml);

}  // namespace hub::report
