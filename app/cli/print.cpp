#include "cli/print.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "base/characters.h"
#include "content/json/json_text.h"

namespace hub::cli {

namespace {

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

}  // namespace

std::string program_name() {
  const char* called = std::getenv("HUB_KIOSK_COMMAND");
  return called == nullptr || *called == '\0' ? "hub-kiosk" : called;
}

void print_line(std::FILE* to, std::string_view words) { std::fprintf(to, "%s\n", base::shown(words, kAll).c_str()); }

void print_over_line(std::FILE* to, std::string_view words) {
  std::fprintf(to, "\r%s", base::shown(words, kAll).c_str());
}

void print_fields(std::FILE* to, const std::vector<std::string>& fields) {
  std::string line;
  for (const std::string& field : fields) line += (line.empty() ? "" : "\t") + base::shown(field, kAll);
  std::fprintf(to, "%s\n", line.c_str());
}

void print_lines(std::FILE* to, std::string_view lines) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    print_line(to, lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

void print_json(std::FILE* to, std::string_view json) {
  const std::string bytes = content::json_shown(json);
  std::fwrite(bytes.data(), 1, bytes.size(), to);
}

void print_error(const base::Message& what, base::StaffLanguage language) {
  print_line(stderr, "hub-kiosk: " + base::shown(what.in(language)));
}

void print_error(const base::Error& error, base::StaffLanguage language) {
  print_error(error.what, language);
  const std::string& remedy = error.remedy.in(language);
  if (!remedy.empty()) print_line(stderr, "  → " + base::shown(remedy));
}

void print_error(const std::vector<content::Diagnostic>& diagnostics, base::StaffLanguage language) {
  for (const content::Diagnostic& one : diagnostics) print_lines(stderr, content::describe(one, language));
}

void print_error(const std::vector<inspect::ContentFinding>& findings, base::StaffLanguage language) {
  for (const inspect::ContentFinding& one : findings) {
    if (const auto* error = std::get_if<base::Error>(&one.what)) print_error(*error, language);
    if (const auto* diagnostic = std::get_if<content::Diagnostic>(&one.what)) print_error({*diagnostic}, language);
  }
}

}  // namespace hub::cli
