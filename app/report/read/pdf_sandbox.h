// pdftotext as a child process that can do no harm: poppler's parser never runs inside the kiosk.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hub::report {

struct ChildLimits {
  std::size_t memory_bytes = 512 << 20;  // of address space
  int cpu_s = 10;
  int wall_s = 15;
  std::size_t output_bytes = 12 << 20;  // positions take more room than the words they are of
  int pages = 60;
};

// What turns a PDF into words with their positions (pdftotext -bbox-layout); tests put another in its place.
class PdfReader {
 public:
  virtual ~PdfReader() = default;
  virtual base::Result<std::string> words(std::string_view pdf) const = 0;
};

// Runs pdftotext in bubblewrap: no network, no files but the system's libraries and the PDF, both read-only, with the
// limits above. Where the machine allows no namespaces (some containers), the limits alone hold, and `weaker` says so.
class SandboxedPdfReader : public PdfReader {
 public:
  explicit SandboxedPdfReader(ChildLimits limits = {}) : limits_(limits) {}
  base::Result<std::string> words(std::string_view pdf) const override;
  const std::optional<base::Message>& weaker() const { return weaker_; }

 private:
  ChildLimits limits_;
  mutable std::optional<base::Message> weaker_;
};

}  // namespace hub::report
