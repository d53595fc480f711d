// A content folder: the small good one, with some of its files replaced by the input's. The input is "path\nbytes",
// and again after a line feed and a "@" ("@" begins no line of JSON).
#include "base/check.h"
#include "bytes.h"
#include "content/load/load.h"
#include "support/good_files.h"

using namespace hub;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view input = fuzz::bytes(data, size);
  tests::MemoryFiles files = tests::good_files();
  while (!input.empty()) {
    std::string_view file = fuzz::take_until(input, "\n@");
    const std::string path(fuzz::take_until(file, "\n"));
    files.files[path] = std::string(file);
  }
  const content::Loaded loaded = content::load(files, "content", "strings");
  HUB_CHECK(loaded.snapshot != nullptr || !loaded.diagnostics.empty());
  for (const content::Diagnostic& one : loaded.diagnostics) HUB_CHECK(!describe(one, base::StaffLanguage::ja).empty());
  return 0;
}
