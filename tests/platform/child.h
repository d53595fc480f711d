// Runs some of this executable's own test cases in a process and environment of their own; what they print comes out
// only when the exit status is not the expected one. Returns the exit status, 128 + the signal's number after a signal.
// Where they were skipped, so is the case that asked for them, and what it expects is returned.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace hub::tests {

using Environment = std::vector<std::pair<std::string, std::string>>;

bool is_child();  // is this the process that run_cases() or run_suite() made?

int run_cases(const std::string& cases, const Environment& environment, int expected = 0);
int run_suite(const std::string& suite, const Environment& environment);

}  // namespace hub::tests
