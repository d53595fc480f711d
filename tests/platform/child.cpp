#include "child.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "support/needs.h"

namespace hub::tests {

namespace {

// This executable again, which the machine may need an emulator for.
void become_this(const std::string& filter) {
  // NOLINTNEXTLINE(readability-redundant-string-init): empty only where nothing is emulated
  const std::string emulator(HUB_EMULATOR);
  const std::string self = std::filesystem::read_symlink("/proc/self/exe");
  if (emulator.empty()) execl(self.c_str(), self.c_str(), filter.c_str(), nullptr);
  execl(emulator.c_str(), emulator.c_str(), self.c_str(), filter.c_str(), nullptr);
}

int run(const std::string& filter, const Environment& environment, int expected) {
  std::array<int, 2> out{};
  if (pipe(out.data()) != 0) return -1;
  const pid_t child = fork();
  if (child < 0) return -1;
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // a case that hangs ends with the one that asked for it
    for (const auto& [name, value] : environment) setenv(name.c_str(), value.c_str(), 1);
    setenv("HUB_TEST_CHILD", "1", 1);
    dup2(out[1], STDOUT_FILENO);
    dup2(out[1], STDERR_FILENO);
    close(out[0]);
    close(out[1]);
    become_this(filter);
    _exit(127);
  }
  close(out[1]);
  std::string said;
  std::array<char, 4096> part{};
  for (ssize_t count = 0; (count = read(out[0], part.data(), part.size())) > 0;) {
    said.append(part.data(), static_cast<std::size_t>(count));
  }
  close(out[0]);
  int status = 0;
  waitpid(child, &status, 0);
  const int result = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (result == kSkippedStatus) {
    const std::size_t why = said.find(kSkipped) + kSkipped.size();
    skip(said.substr(why, said.find('\n', why) - why));
    return expected;
  }
  // Without the summary: whoever adds up the test cases of a run counts this one as one.
  if (result != expected) std::fprintf(stderr, "%s", said.substr(0, said.find("====\n[doctest] test cases:")).c_str());
  return result;
}

}  // namespace

bool is_child() { return std::getenv("HUB_TEST_CHILD") != nullptr; }

int run_cases(const std::string& cases, const Environment& environment, int expected) {
  return run("--test-case=" + cases, environment, expected);
}

int run_suite(const std::string& suite, const Environment& environment) {
  return run("--test-suite=" + suite, environment, 0);
}

}  // namespace hub::tests
