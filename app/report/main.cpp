// hub-kiosk-read-report KIND: reads a report's bytes from descriptor 3 and writes the document that they are to
// standard output. It is run in a sandbox by hub-kiosk, not by people.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <string>

#include "base/child_process.h"
#include "report/office/read_file.h"
#include "report/sandbox/document_bytes.h"
#include "report/sandbox/reader_words.h"

namespace {

// Nothing when there is more than a report may have, or it cannot be read.
std::optional<std::string> all_bytes(int file) {
  std::string bytes;
  std::array<char, 65536> chunk;
  while (bytes.size() <= std::max(hub::report::kMaxPdfWordsBytes, hub::report::kMaxReportBytes)) {
    const ssize_t got = ::read(file, chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0) return bytes;
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
  }
  return std::nullopt;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

#if defined(HUB_SANITIZED)
// The sandbox lets nothing look into another process, which the search for leaks does.
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }
#endif

int main(int argc, char** argv) {
  const auto kind = hub::report::kind_of(argc == 2 ? argv[1] : "");
  const auto bytes = kind ? all_bytes(hub::base::kChildFile) : std::nullopt;
  if (!bytes) return 2;
  const hub::report::Document document = hub::report::read_file(*kind, *bytes);
  return write_all(STDOUT_FILENO, hub::report::to_bytes(document)) ? 0 : 1;
}
