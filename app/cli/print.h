// What subcommands print for staff.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "content/diagnostic.h"

namespace hub::cli {

// On standard error.
void complain(const base::Error& error, base::StaffLanguage language);
void complain(const std::vector<base::Error>& errors, base::StaffLanguage language);
void complain(const base::Message& what, base::StaffLanguage language);
void complain(const std::vector<content::Diagnostic>& diagnostics, base::StaffLanguage language);

// Say what was wrong with an option, and return kUsage.
int complain_about_size(const char* option, const std::string& given, base::StaffLanguage language);
int complain_about_date(const std::string& given, base::StaffLanguage language);
int complain_about_time(const std::string& given, base::StaffLanguage language);

}  // namespace hub::cli
