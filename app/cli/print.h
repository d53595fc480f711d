// What subcommands print for staff.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "content/json/diagnostic.h"
#include "inspect/inspection.h"

namespace hub::cli {

// How this program was called, for examples that can be typed as they stand: app/run says it in HUB_KIOSK_COMMAND.
std::string program_name();

// On standard error.
void print_error(const base::Error& error, base::StaffLanguage language);
void print_error(const base::Message& what, base::StaffLanguage language);
void print_error(const std::vector<content::Diagnostic>& diagnostics, base::StaffLanguage language);
void print_error(const std::vector<inspect::ContentFinding>& findings, base::StaffLanguage language);

}  // namespace hub::cli
