#include "report/read.h"

namespace hub::report {

base::Result<Document> read_pdf_words(std::string_view) { return Document{Document::Kind::pdf, {}}; }

}  // namespace hub::report
