// What subcommands print. Whatever goes to a terminal or the journal goes through here: what a file, a folder or a
// command line says may hold what a terminal obeys, or forge a line. Nothing else in this room calls printf and its
// kin; tests/cli reads the sources for it.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "content/json/diagnostic.h"
#include "inspect/inspection.h"

namespace hub::cli {

// How this program was called, for examples that can be typed as they stand: app/run says it in HUB_KIOSK_COMMAND.
std::string program_name();

// One line, whatever stands in `words` (base::shown).
void print_line(std::FILE* to, std::string_view words);
// In place of the line that a person sees there.
void print_over_line(std::FILE* to, std::string_view words);
// One line for a person or a table program to read: its fields with tabs between them.
void print_fields(std::FILE* to, const std::vector<std::string>& fields);
// Lines that the program has put together, each as print_line prints it.
void print_lines(std::FILE* to, std::string_view lines);
// JSON as it stands, for other programs: nothing in its values is lost, and no terminal is driven by them.
void print_json(std::FILE* to, std::string_view json);

// On standard error; a message is no longer than base::kLongestLine.
void print_error(const base::Error& error, base::StaffLanguage language);
void print_error(const base::Message& what, base::StaffLanguage language);
void print_error(const std::vector<content::Diagnostic>& diagnostics, base::StaffLanguage language);
void print_error(const std::vector<inspect::ContentFinding>& findings, base::StaffLanguage language);

}  // namespace hub::cli
