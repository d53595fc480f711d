// A program that reads a stranger's bytes, run in bubblewrap: no network, no files but the system's libraries and those
// named here, all read-only, no other process in sight, a session of its own, and limits. Whether the sandbox came up
// is told by bubblewrap on a descriptor of its own, which the program in it does not have: nothing that a document
// makes a program print can be taken for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/child_process.h"
#include "base/result.h"

namespace hub::base {

struct SandboxedProgram {
  // How it gets the document: as descriptor kChildFile, or as the file kDocument among its arguments.
  enum class Gets { descriptor, path };

  std::vector<std::string> words;         // the program's path, as it is outside, and its arguments
  std::vector<std::string> folders = {};  // that it sees beside the libraries, where they are there
  Gets gets = Gets::descriptor;
  std::vector<ChildProgram::Limit> limits = {};
  bool sees_processes = false;  // has a /proc of its own
};
inline constexpr const char* kDocument = "/document";

struct SandboxOutcome {
  ChildOutcome child;            // bubblewrap's, or without a sandbox the program's
  std::optional<int> exit_code;  // the program's; 128 + the signal that ended it. Nothing: bubblewrap did not say so

  // The program ran, within its bounds, and said 0.
  bool well() const { return child.well() && exit_code == 0; }
};

class Sandbox {
 public:
  explicit Sandbox(std::string bubblewrap = "/usr/bin/bwrap") : bubblewrap_(std::move(bubblewrap)) {}

  SandboxOutcome run(const SandboxedProgram& program, std::string_view document, const ChildBounds& bounds) const;

  // Whether a program runs in it on this machine, seen with a program that reads nothing. An error says what to do.
  Status probe() const;

 private:
  std::string bubblewrap_;
};

// The same under its limits alone, for whoever has allowed it.
SandboxOutcome run_without_sandbox(const SandboxedProgram& program, std::string_view document,
                                   const ChildBounds& bounds);

}  // namespace hub::base
