#include "cli/print.h"

#include <cstdio>

namespace hub::cli {

void print_error(const base::Message& what, base::StaffLanguage language) {
  std::fprintf(stderr, "hub-kiosk: %s\n", what.in(language).c_str());
}

void print_error(const base::Error& error, base::StaffLanguage language) {
  print_error(error.what, language);
  const std::string& remedy = error.remedy.in(language);
  if (!remedy.empty()) std::fprintf(stderr, "  → %s\n", remedy.c_str());
}

void print_error(const std::vector<base::Error>& errors, base::StaffLanguage language) {
  for (const base::Error& error : errors) print_error(error, language);
}

void print_error(const std::vector<content::Diagnostic>& diagnostics, base::StaffLanguage language) {
  for (const content::Diagnostic& one : diagnostics) {
    std::fprintf(stderr, "%s\n", content::describe(one, language).c_str());
  }
}

}  // namespace hub::cli
