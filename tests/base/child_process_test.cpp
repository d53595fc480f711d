#include "base/child_process.h"
#include "support/slow.h"

#include <dirent.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

using hub::base::ChildOutcome;
using hub::base::ChildProcess;
using hub::base::ChildProgram;
using hub::base::FileDescriptor;
using hub::base::run_child;
using hub::base::Seconds;

namespace {

const hub::base::ChildBounds kPatient{Seconds(60), 1 << 20};

ChildProgram shell(std::string script) { return {.words = {"sh", "-c", std::move(script)}}; }

int open_descriptors() {
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(opendir("/proc/self/fd"), closedir);
  int count = 0;
  while (readdir(folder.get()) != nullptr) ++count;
  return count;
}

// Whether a process of the group lives. Where the first process of a machine is no init, as in a container, those that
// have ended stay as zombies.
bool lives(const std::string& process, pid_t group) {
  std::ifstream file("/proc/" + process + "/stat");
  std::string line;
  if (!std::getline(file, line)) return false;
  // 42 (name) S 1 42 …: state, parent, group.
  std::istringstream rest(line.substr(line.find_last_of(')') + 1));
  char state = 0;
  pid_t parent = 0, of = 0;
  rest >> state >> parent >> of;
  return of == group && state != 'Z' && state != 'X';
}

bool group_is_gone(pid_t group) {
  for (int look = 0; look < 5000; ++look) {
    if (kill(-group, 0) != 0 && errno == ESRCH) return true;
    bool any = false;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
      const std::string name = entry.path().filename();
      any = any || (name.find_first_not_of("0123456789") == name.npos && lives(name, group));
    }
    if (!any) return true;
    usleep(2000);
  }
  return false;
}

}  // namespace

TEST_CASE("a child's output and complaints come apart, and its status is told") {
  const ChildOutcome well = run_child({.words = {"printf", "a\\nb"}}, kPatient);
  CHECK(well.well());
  CHECK(well.output == "a\nb");
  const ChildOutcome ill = run_child(shell("echo out; echo no >&2; exit 3"), kPatient);
  CHECK_FALSE(ill.well());
  CHECK(ill.output == "out\n");
  CHECK(ill.complaints == "no\n");
  REQUIRE(WIFEXITED(ill.status));
  CHECK(WEXITSTATUS(ill.status) == 3);
  CHECK(run_child({.words = {"true"}}, kPatient).well());
}

TEST_CASE("a program that cannot be started says why") {
  CHECK(run_child({.words = {"no-such-program-at-all"}}, kPatient).error_number == ENOENT);
  CHECK(run_child({.words = {"/no/such/program"}}, kPatient).error_number == ENOENT);
  CHECK(run_child({.words = {"/etc/passwd"}}, kPatient).error_number == EACCES);
  CHECK_FALSE(ChildProcess({.words = {"no-such-program-at-all"}}).started());
}

TEST_CASE("a child that is over its bounds is ended, with all that it started" * hub::tests::slow()) {
  const ChildOutcome slow = run_child(shell("echo $$; sleep 600 & sleep 600"), {Seconds(0.5), 1 << 20});
  CHECK(slow.too_slow);
  CHECK(WIFSIGNALED(slow.status));
  const pid_t group = std::atoi(slow.output.c_str());
  REQUIRE(group > 0);
  CHECK(group_is_gone(group));
  const ChildOutcome talks = run_child({.words = {"yes"}}, {Seconds(60), 1000});
  CHECK(talks.too_long);
  CHECK_FALSE(talks.well());
  // It has closed its outputs, and works on.
  CHECK(run_child(shell("exec >&- 2>&-; sleep 600"), {Seconds(0.2), 1000}).too_slow);
}

TEST_CASE("what a child leaves behind ends with it" * hub::tests::slow()) {
  const ChildOutcome left = run_child(shell("echo $$; sleep 600 >/dev/null 2>&1 &"), kPatient);
  CHECK(left.well());
  const pid_t group = std::atoi(left.output.c_str());
  REQUIRE(group > 0);
  CHECK(group_is_gone(group));
}

TEST_CASE("a child gets the descriptor it is given and no other") {
  const FileDescriptor text(open("/etc/hostname", O_RDONLY | O_CLOEXEC));
  const FileDescriptor leaking(open("/etc/hostname", O_RDONLY));  // without O_CLOEXEC, as a library may open it
  REQUIRE((text.open() && leaking.open()));
  ChildProgram lists = {.words = {"/bin/ls", "/proc/self/fd"}};
  lists.files = {text.number()};
  // ls opens the folder itself, as the first number that is free.
  CHECK(run_child(lists, kPatient).output == "0\n1\n2\n3\n4\n");
  lists.files = {text.number(), text.number()};
  CHECK(run_child(lists, kPatient).output == "0\n1\n2\n3\n4\n5\n");
  lists.files = {};
  CHECK(run_child(lists, kPatient).output == "0\n1\n2\n3\n");
  ChildProgram reads = {.words = {"cat", "/proc/self/fd/3"}};
  reads.files = {text.number()};
  CHECK(run_child(reads, kPatient).well());
  CHECK(run_child({.words = {"cat"}}, kPatient).output.empty());  // nothing on its standard input
}

TEST_CASE("an environment and limits are a child's own") {
  ChildProgram program = {.words = {"/usr/bin/env"}};
  setenv("HUB_OF_A_TEST", "1", 1);
  CHECK(run_child(program, kPatient).output.find("HUB_OF_A_TEST=1") != std::string::npos);
  program.environment = ChildProgram::Environment::empty;
  CHECK(run_child(program, kPatient).output.empty());
  program = shell("ulimit -c; ulimit -n");
  program.limits = {{RLIMIT_CORE, 0}, {RLIMIT_NOFILE, 64}};
  CHECK(run_child(program, kPatient).output == "0\n64\n");
}

TEST_CASE("children leave no descriptor and no zombie") {
  run_child({.words = {"true"}}, kPatient);
  const int before = open_descriptors();
  for (int i = 0; i < 5; ++i) {
    run_child(shell("echo words; echo no >&2"), kPatient);
    run_child({.words = {"yes"}}, {Seconds(60), 1000});
    run_child({.words = {"no-such-program-at-all"}}, kPatient);
    CHECK(ChildProcess({.words = {"sleep", "600"}}).started());
  }
  CHECK(open_descriptors() == before);
  CHECK(waitpid(-1, nullptr, WNOHANG) == -1);
  CHECK(errno == ECHILD);
}

TEST_CASE("a child that goes on beside us ends with its object" * hub::tests::slow()) {
  pid_t group = 0;
  {
    const FileDescriptor out(open("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
    REQUIRE(out.open());
    ChildProgram program = shell("echo $$ >&3; sleep 600 & sleep 600");
    program.files = {out.number()};
    const ChildProcess child(program);
    REQUIRE(child.started());
    for (int look = 0; group == 0 && look < 5000; ++look) {
      char digits[32] = {};
      if (pread(out.number(), digits, sizeof digits - 1, 0) > 1) group = std::atoi(digits);
      usleep(2000);
    }
    REQUIRE(group > 0);
    CHECK(kill(-group, 0) == 0);
  }
  CHECK(group_is_gone(group));
}
