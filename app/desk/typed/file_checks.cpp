#include "desk/typed/file_checks.h"

#include <map>

#include "content/json/json_source.h"
#include "content/json/limits.h"
#include "content/json/problems.h"
#include "content/json/value.h"
#include "content/load/decode.h"

namespace hub::desk {

std::vector<content::Diagnostic> faults_of(FileKind kind, const std::string& file, const std::string& json,
                                           const ContentRules& rules) {
  std::vector<content::Diagnostic> found;
  if (json.size() > content::kMaxFileBytes) {
    found.push_back(content::file_error(file, content::problems::string_too_long(content::kMaxFileBytes)));
    return found;
  }
  content::Reporter reporter(file, json, found, rules.languages);
  const auto root = content::parse_json(json, reporter);
  if (!root) return found;
  content::report_undrawable(json, rules.can_draw, reporter);
  const content::Value value(reporter, *root, "");
  switch (kind) {
    case FileKind::report:
      static_cast<void>(content::decode_report(value));
      break;
    case FileKind::hub:
      static_cast<void>(content::decode_hub(value, rules.hub));
      break;
    case FileKind::readings:
      static_cast<void>(content::decode_readings(value));
      break;
  }
  return found;
}

const content::Diagnostic* new_error(const std::vector<content::Diagnostic>& before,
                                     const std::vector<content::Diagnostic>& after) {
  std::map<std::string, int> known;
  for (const content::Diagnostic& one : before) {
    if (one.severity == content::Diagnostic::Severity::error) ++known[one.what.ja];
  }
  for (const content::Diagnostic& one : after) {
    if (one.severity == content::Diagnostic::Severity::error && --known[one.what.ja] < 0) return &one;
  }
  return nullptr;
}

}  // namespace hub::desk
