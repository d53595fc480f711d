// Reads in the test's own process what the program reads in a sandbox: quicker, and the sanitizers see it.
#pragma once

#include "report/office/read_file.h"
#include "report/sandbox/readers.h"

namespace hub::tests {

class OwnReaders : public report::Readers {
 public:
  base::Result<std::string> pdf_words(std::string_view pdf) const override { return sandboxed_.pdf_words(pdf); }
  base::Result<report::Document> document(report::Document::Kind kind, std::string_view bytes) const override {
    return report::read_file(kind, bytes);
  }

 private:
  report::SandboxedReaders sandboxed_;
};

}  // namespace hub::tests
