// What --help prints, in the language of messages.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

#include "base/message.h"

namespace hub::cli {

// Of the program, or of one subcommand. Each subcommand and each option begins a line.
std::string help_of(const CLI::App& app, const std::string& program, base::StaffLanguage staff);

}  // namespace hub::cli
