#include "desk/report_reading.h"

#include "report/sandbox/read_document.h"

namespace hub::desk {

ReadReport read_report(const base::FileReader& files, const std::string& path, bool without_sandbox_allowed) {
  using Without = report::SandboxedReaders::Without;
  const auto bytes = files.read(path, report::kMaxReportBytes);
  if (!bytes) return {bytes.error()};
  const report::SandboxedReaders readers(without_sandbox_allowed ? Without::allowed : Without::refused);
  return {report::read_document(path, bytes.value(), readers), readers.unprotected()};
}

}  // namespace hub::desk
