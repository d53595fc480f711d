#include "cli/print.h"

#include <cstdio>

#include "cli/commands.h"

namespace hub::cli {

void complain(const base::Message& what, base::StaffLanguage language) {
  std::fprintf(stderr, "hub-kiosk: %s\n", what.in(language).c_str());
}

void complain(const base::Error& error, base::StaffLanguage language) {
  complain(error.what, language);
  const std::string& remedy = error.remedy.in(language);
  if (!remedy.empty()) std::fprintf(stderr, "  → %s\n", remedy.c_str());
}

void complain(const std::vector<base::Error>& errors, base::StaffLanguage language) {
  for (const base::Error& error : errors) complain(error, language);
}

void complain(const std::vector<content::Diagnostic>& diagnostics, base::StaffLanguage language) {
  for (const content::Diagnostic& one : diagnostics) {
    std::fprintf(stderr, "%s\n", content::describe(one, language).c_str());
  }
}

int complain_about_size(const char* option, const std::string& given, base::StaffLanguage language) {
  const std::string name = option;
  complain(base::Error{{name + " は 1920x1080 のように、幅と高さを 320 から 7680 までの数で書いてください: " + given,
                        name + " wants WxH like 1920x1080, each side 320 to 7680: " + given},
                       {}},
           language);
  return kUsage;
}

int complain_about_date(const std::string& given, base::StaffLanguage language) {
  complain(
      base::Error{{"--date は 2026-04-01 のように書いてください: " + given, "--date wants YYYY-MM-DD: " + given}, {}},
      language);
  return kUsage;
}

int complain_about_time(const std::string& given, base::StaffLanguage language) {
  complain(base::Error{{"--time は 9:30 のように書いてください: " + given, "--time wants H:MM: " + given}, {}},
           language);
  return kUsage;
}

}  // namespace hub::cli
