#include "report.h"

#include <nlohmann/json.hpp>

#include "base/check.h"
#include "report/draft/compare.h"
#include "report/draft/draft.h"
#include "report/draft/write_draft.h"
#include "report/office/read_file.h"
#include "report/sandbox/document_bytes.h"
#include "report/sandbox/read_document.h"

namespace hub::fuzz {

namespace {

// In this process, and without the program that reads PDFs.
class OwnReaders : public report::Readers {
 public:
  base::Result<std::string> pdf_words(std::string_view) const override {
    return base::Error{{"PDF です。", "It is a PDF."}, {"ほかを選んでください。", "Choose another."}};
  }
  base::Result<report::Document> document(report::Document::Kind kind, std::string_view bytes) const override {
    const report::Document read = report::read_file(kind, bytes);
    const auto taken = report::document_from(report::to_bytes(read));
    HUB_CHECK(taken && taken->lines.size() == read.lines.size());
    return *taken;
  }
};

}  // namespace

void import_report(const std::string& path, std::string_view bytes) {
  const auto document = report::read_document(path, bytes, OwnReaders());
  if (!document) return;
  for (const report::Line& line : document.value().lines) HUB_CHECK(!line.words.empty());
  const auto draft = report::make_draft(document.value());
  if (!draft) return;
  HUB_CHECK(nlohmann::json::accept(report::report_json(draft.value().report)));
  HUB_CHECK(nlohmann::json::accept(report::questions_json(draft.value())));
  HUB_CHECK(nlohmann::json::accept(report::origins_json(draft.value())));
  report::check_against(draft.value().report, document.value());
}

}  // namespace hub::fuzz
