// What every subcommand is made of: what it takes, and how it ends.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "content/json/diagnostic.h"

namespace hub::cli {

enum class Exit {
  done = 0,
  at_fault = 1,  // the content, or the machine
  usage = 2,
};

// Why a subcommand ended early; printed where it ends: the diagnostics, then the error.
struct Failure {
  Failure(base::Error why, Exit how = Exit::at_fault) : status(how), error(std::move(why)) {}
  Failure(std::vector<content::Diagnostic> why) : diagnostics(std::move(why)) {}
  static Failure usage(base::Message what) { return {base::Error{std::move(what), {}}, Exit::usage}; }

  Exit status = Exit::at_fault;
  std::vector<content::Diagnostic> diagnostics;
  std::optional<base::Error> error;
};

using Outcome = std::variant<Exit, Failure>;

// Options that most subcommands have.
struct CommonOptions {
  std::string content;                                  // empty: config::default_content_folder()
  std::string hub;                                      // empty: the first
  base::StaffLanguage staff = base::StaffLanguage::ja;  // of messages
};

// Of the kiosk on this machine, whose units do something for it. Its content: empty is what the package publishes to.
struct KioskOptions : CommonOptions {
  std::string state;   // empty: config::state_folder
  std::string config;  // empty: the package's, where there is one
};

}  // namespace hub::cli
