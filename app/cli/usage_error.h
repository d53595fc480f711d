// What is wrong with a command line, in words for staff.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <utility>

#include "base/result.h"

namespace hub::cli {

// A value that its option cannot take.
class UsageError : public CLI::ParseError {
 public:
  explicit UsageError(base::Error error) : ParseError("usage", 1), error_(std::move(error)) {}
  const base::Error& error() const { return error_; }

 private:
  base::Error error_;
};

// What CLI11 found wrong: where, and what to do. `program` is how this program is called.
base::Error explain(const CLI::App& app, const CLI::ParseError& error, const std::string& program);

}  // namespace hub::cli
