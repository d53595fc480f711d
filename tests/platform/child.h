// Runs some of this executable's own test cases in a process and environment of their own; what they print comes out
// only when they fail. Returns the exit status.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace hub::tests {

using Environment = std::vector<std::pair<std::string, std::string>>;

bool is_child();  // is this the process that run_cases() or run_suite() made?

int run_cases(const std::string& cases, const Environment& environment);
int run_suite(const std::string& suite, const Environment& environment);

}  // namespace hub::tests
