#include "cli/print.h"

#include <cstdio>
#include <cstdlib>

namespace hub::cli {

namespace {

void print_diagnostic(const content::Diagnostic& one, base::StaffLanguage language) {
  std::fprintf(stderr, "%s\n", content::describe(one, language).c_str());
}

}  // namespace

std::string program_name() {
  const char* called = std::getenv("HUB_KIOSK_COMMAND");
  return called == nullptr || *called == '\0' ? "hub-kiosk" : called;
}

void print_error(const base::Message& what, base::StaffLanguage language) {
  std::fprintf(stderr, "hub-kiosk: %s\n", what.in(language).c_str());
}

void print_error(const base::Error& error, base::StaffLanguage language) {
  print_error(error.what, language);
  const std::string& remedy = error.remedy.in(language);
  if (!remedy.empty()) std::fprintf(stderr, "  → %s\n", remedy.c_str());
}

void print_error(const std::vector<content::Diagnostic>& diagnostics, base::StaffLanguage language) {
  for (const content::Diagnostic& one : diagnostics) print_diagnostic(one, language);
}

void print_error(const std::vector<inspect::ContentFinding>& findings, base::StaffLanguage language) {
  for (const inspect::ContentFinding& one : findings) {
    if (const auto* error = std::get_if<base::Error>(&one.what)) print_error(*error, language);
    if (const auto* diagnostic = std::get_if<content::Diagnostic>(&one.what)) print_diagnostic(*diagnostic, language);
  }
}

}  // namespace hub::cli
