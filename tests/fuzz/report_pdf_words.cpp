// What pdftotext -bbox-layout prints of a PDF: its words are the stranger's, and so is all of it if poppler is broken.
#include <nlohmann/json.hpp>

#include "base/check.h"
#include "bytes.h"
#include "report/draft/draft.h"
#include "report/draft/write_draft.h"
#include "report/read/read.h"
#include "report/sandbox/document_bytes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = hub::report::read_as(hub::report::Document::Kind::pdf, hub::fuzz::bytes(data, size));
  HUB_CHECK(hub::report::document_from(hub::report::to_bytes(document)).has_value());
  const auto draft = hub::report::make_draft(document);
  if (draft) HUB_CHECK(nlohmann::json::accept(hub::report::report_json(draft.value().report)));
  return 0;
}
