// A report as a web page, saved by any browser.
#include "bytes.h"
#include "report.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hub::fuzz::import_report("report.html", hub::fuzz::bytes(data, size));
  return 0;
}
