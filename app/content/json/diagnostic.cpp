#include "content/json/diagnostic.h"

#include <algorithm>

#include "base/characters.h"

namespace hub::content {

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& one) { return one.severity == Diagnostic::Severity::error; });
}

bool concerns(const Diagnostic& diagnostic, const std::string& content_folder, const std::string& hub) {
  if (hub.empty() || diagnostic.severity == Diagnostic::Severity::error) return true;
  const std::string inside = content_folder.ends_with('/') ? content_folder : content_folder + "/";
  if (!diagnostic.file.starts_with(inside)) return true;
  const std::string place = diagnostic.file.substr(inside.size());
  const std::string folder = place.substr(0, place.find('/'));
  return folder == place || folder == "common" || folder == "schema" || folder == hub;
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
