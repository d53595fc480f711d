// A report's file → its lines: the first stage. What kind of file it is, its bytes decide, then its name.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "report/read/pdf_sandbox.h"
#include "report/words/document.h"

namespace hub::report {

inline constexpr std::size_t kMaxReportBytes = 32 << 20;  // a PDF with photos
inline constexpr std::size_t kMaxTextBytes = 4 << 20;     // of text, HTML, or what comes out of a PDF

// `bytes` are the file's; `path` is only its name, which tells HTML from text. An error when it is no PDF, HTML or
// text, when it has no words, or when reading it takes more time or memory than a report can need.
base::Result<Document> read_document(const std::string& path, std::string_view bytes, const PdfReader& pdf_reader);

// The three kinds, for tests.
Document read_text(std::string_view utf8);
Document read_html(std::string_view utf8);
base::Result<Document> read_pdf_words(std::string_view bbox_xhtml);  // what pdftotext -bbox-layout prints

}  // namespace hub::report
