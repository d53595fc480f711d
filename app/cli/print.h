// What subcommands print for staff.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "content/json/diagnostic.h"

namespace hub::cli {

// On standard error.
void print_error(const base::Error& error, base::StaffLanguage language);
void print_error(const std::vector<base::Error>& errors, base::StaffLanguage language);
void print_error(const base::Message& what, base::StaffLanguage language);
void print_error(const std::vector<content::Diagnostic>& diagnostics, base::StaffLanguage language);

}  // namespace hub::cli
