#include "cli/print.h"

#include <cstdio>

#include "cli/commands.h"

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

int print_size_error(const char* option, const std::string& given, base::StaffLanguage language) {
  const std::string name = option;
  print_error(base::Error{{name + " は 1920x1080 のように、幅と高さを 320 から 7680 までの数で書いてください: " + given,
                           name + " wants WxH like 1920x1080, each side 320 to 7680: " + given},
                          {}},
              language);
  return kUsage;
}

int print_date_error(const std::string& given, base::StaffLanguage language) {
  print_error(
      base::Error{{"--date は 2026-04-01 のように書いてください: " + given, "--date wants YYYY-MM-DD: " + given}, {}},
      language);
  return kUsage;
}

int print_time_error(const std::string& given, base::StaffLanguage language) {
  print_error(base::Error{{"--time は 9:30 のように書いてください: " + given, "--time wants H:MM: " + given}, {}},
              language);
  return kUsage;
}

}  // namespace hub::cli
