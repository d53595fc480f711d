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

// Say what was wrong with an option, and return kUsage.
int print_size_error(const char* option, const std::string& given, base::StaffLanguage language);
int print_date_error(const std::string& given, base::StaffLanguage language);
int print_time_error(const std::string& given, base::StaffLanguage language);

}  // namespace hub::cli
