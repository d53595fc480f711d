// A report in Word or Excel. The first byte says which, and how the rest comes: as the archive itself, or as the XML of
// its main part, which a mutation reaches more easily.
#include "bytes.h"
#include "report.h"
#include "report/office_files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string rest(hub::fuzz::bytes(data + 1, size - 1));
  const bool excel = (data[0] & 1) != 0, whole = (data[0] & 2) != 0;
  const std::string file = whole ? rest : excel ? hub::tests::excel_file(rest) : hub::tests::word_file(rest);
  hub::fuzz::import_report(excel ? "report.xlsx" : "report.docx", file);
  return 0;
}
