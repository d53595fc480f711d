// What pdftotext -bbox-layout prints of a PDF: its words are the stranger's, and so is all of it if poppler is broken.
#include <nlohmann/json.hpp>

#include "base/check.h"
#include "bytes.h"
#include "report/draft/draft.h"
#include "report/draft/write_draft.h"
#include "report/read/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = hub::report::read_pdf_words(hub::fuzz::bytes(data, size));
  if (!document) return 0;
  const auto draft = hub::report::make_draft(document.value());
  if (draft) HUB_CHECK(nlohmann::json::accept(hub::report::report_json(draft.value().report)));
  return 0;
}
