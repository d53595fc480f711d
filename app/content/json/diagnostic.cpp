#include "content/json/diagnostic.h"

#include <algorithm>

#include "base/characters.h"

namespace hub::content {

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& one) { return one.severity == Diagnostic::Severity::error; });
}

std::string describe(const Diagnostic& diagnostic, base::StaffLanguage language) {
  const bool error = diagnostic.severity == Diagnostic::Severity::error;
  const base::Message severity = error ? base::Message{"エラー", "error"} : base::Message{"注意", "warning"};
  std::string words = base::shown(diagnostic.file) + ":" + std::to_string(diagnostic.line) + ":" +
                      std::to_string(diagnostic.column) + ": " + severity.in(language) + ": " +
                      base::shown(diagnostic.what.in(language));
  if (!diagnostic.pointer.empty()) words += " (" + base::shown(diagnostic.pointer) + ")";
  const std::string remedy = base::shown(diagnostic.remedy.in(language));
  if (!remedy.empty()) words += "\n    → " + remedy;
  return words;
}

}  // namespace hub::content
