#include "content/json/reporter.h"

#include <algorithm>
#include <utility>

#include "content/json/problems.h"

namespace hub::content {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

Reporter::Reporter(std::string file, std::string_view bytes, std::vector<Diagnostic>& diagnostics,
                   std::span<const std::string> languages)
    : file_(std::move(file)), bytes_(bytes), diagnostics_(&diagnostics), languages_(languages) {
  line_starts_.push_back(bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  for (std::size_t offset = 0; offset < bytes.size(); ++offset) {
    if (bytes[offset] == '\n') line_starts_.push_back(offset + 1);
  }
}

Position Reporter::position(std::size_t offset) const {
  offset = std::clamp(offset, line_starts_.front(), std::max(bytes_.size(), line_starts_.front()));
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::size_t start = *std::prev(after);
  const auto before = bytes_.substr(start, offset - start);
  return {static_cast<int>(after - line_starts_.begin()),
          static_cast<int>(std::count_if(before.begin(), before.end(), begins_code_point)) + 1};
}

void Reporter::add(Diagnostic::Severity severity, std::size_t offset, std::string pointer, Problem problem,
                   std::string words) {
  if (++told_ > kMostDiagnostics) return;
  if (told_ == kMostDiagnostics) {
    severity = Diagnostic::Severity::error;
    problem = problems::too_many_problems();
  }
  const Position at = position(offset);
  diagnostics_->push_back(Diagnostic{severity, file_, at.line, at.column, std::move(pointer), std::move(problem.what),
                                     std::move(problem.remedy), std::move(words)});
}

void Reporter::error(std::size_t offset, std::string pointer, Problem problem) {
  add(Diagnostic::Severity::error, offset, std::move(pointer), std::move(problem), "");
}

void Reporter::warn(std::size_t offset, std::string pointer, Problem problem, std::string words) {
  add(Diagnostic::Severity::warning, offset, std::move(pointer), std::move(problem), std::move(words));
}

Diagnostic file_error(std::string file, Problem problem) {
  return Diagnostic{Diagnostic::Severity::error, std::move(file),           1, 1, "",
                    std::move(problem.what),     std::move(problem.remedy), ""};
}

Diagnostic file_warning(std::string file, Problem problem) {
  Diagnostic diagnostic = file_error(std::move(file), std::move(problem));
  diagnostic.severity = Diagnostic::Severity::warning;
  return diagnostic;
}

}  // namespace hub::content
