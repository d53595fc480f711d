#include "cli/print.h"

#include <cstdio>

namespace hub::cli {

void complain(const base::Message& what, base::StaffLanguage language) {
  std::fprintf(stderr, "hub-kiosk: %s\n", what.in(language).c_str());
}

void complain(const base::Error& error, base::StaffLanguage language) {
  complain(error.what, language);
  const std::string& remedy = error.remedy.in(language);
  if (!remedy.empty()) std::fprintf(stderr, "  → %s\n", remedy.c_str());
}

void complain(const std::vector<content::Diagnostic>& diagnostics, base::StaffLanguage language) {
  for (const content::Diagnostic& one : diagnostics) {
    std::fprintf(stderr, "%s\n", content::describe(one, language).c_str());
  }
}

}  // namespace hub::cli
