// A report as plain text, in any encoding.
#include "bytes.h"
#include "report.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hub::fuzz::import_report("report.txt", hub::fuzz::bytes(data, size));
  return 0;
}
