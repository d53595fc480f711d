#include "base/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <utility>

#include "base/path.h"

namespace hub::base {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int kFirstFree = 16;  // in the child, below it is what it is given
constexpr int kCannotStart = 127;
constexpr std::size_t kMostComplaints = 65536, kKeptComplaints = 4096;
constexpr int kBetweenLooks_ms = 2;

struct Pipe {
  FileDescriptor read, write;
};

std::optional<Pipe> make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

// As execvp finds it, but before the fork: after it, nothing may ask for memory.
std::string path_of(const std::string& name) {
  if (name.find('/') != std::string::npos) return name;
  const char* const set = std::getenv("PATH");
  std::string_view folders = set == nullptr ? "/bin:/usr/bin" : set;
  while (true) {
    const std::size_t end = folders.find(':');
    std::string path = join(folders.substr(0, end), name);
    if (::access(path.c_str(), X_OK) == 0) return path;
    if (end == std::string_view::npos) return "";
    folders.remove_prefix(end + 1);
  }
}

// What the child needs, all of it made before the fork.
struct Start {
  std::string path;
  std::vector<char*> arguments;
  char* const* environment = nullptr;
  const ChildProgram* program = nullptr;
  std::vector<int> files;  // of the program's; the child moves them out of the way
  int nothing = -1, output = -1, complaints = -1, report = -1;
};

// Runs in the child between fork and exec: system calls only.
[[noreturn]] void become(Start& start) {
  ::setpgid(0, 0);
  // Whatever numbers they have here, they are out of the way of those that they get.
  const auto aside = [](int file) { return file < 0 ? file : ::fcntl(file, F_DUPFD_CLOEXEC, kFirstFree); };
  const int nothing = aside(start.nothing), output = aside(start.output), complaints = aside(start.complaints);
  const int report = aside(start.report);
  for (int& file : start.files) file = aside(file);
  ::dup2(nothing, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(complaints, STDERR_FILENO);
  int number = kChildFile;
  for (const int file : start.files) ::dup2(file, number++);
  ::close_range(static_cast<unsigned>(number), ~0U, CLOSE_RANGE_CLOEXEC);
  for (const ChildProgram::Limit& limit : start.program->limits) {
    const rlimit both{limit.value, limit.value};
    ::setrlimit(static_cast<__rlimit_resource_t>(limit.resource), &both);
  }
  ::execve(start.path.c_str(), start.arguments.data(), start.environment);
  const int error_number = errno;
  [[maybe_unused]] const ssize_t told = ::write(report, &error_number, sizeof error_number);
  ::_exit(kCannotStart);
}

// What execve said, or 0: the pipe closes with it.
int error_of_start(const FileDescriptor& report) {
  int error_number = 0;
  ssize_t got = 0;
  do got = ::read(report.number(), &error_number, sizeof error_number);
  while (got < 0 && errno == EINTR);
  return got == static_cast<ssize_t>(sizeof error_number) ? error_number : 0;
}

// Once it has ended, or to end it: its group first, while its number is still its own.
int reap(pid_t child) {
  ::kill(-child, SIGKILL);
  ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

// The child's number, or -errno. An output of -1 leads nowhere.
pid_t start_child(const ChildProgram& program, int output, int complaints) {
  static char* const no_environment[] = {nullptr};
  Start start;
  start.path = path_of(program.words.front());
  if (start.path.empty()) return -ENOENT;
  // execve promises not to change them.
  for (const std::string& word : program.words) start.arguments.push_back(const_cast<char*>(word.c_str()));
  start.arguments.push_back(nullptr);
  start.environment = program.environment == ChildProgram::Environment::ours ? environ : no_environment;
  start.program = &program;
  start.files = program.files;
  const FileDescriptor nothing(::open("/dev/null", O_RDWR | O_CLOEXEC));
  std::optional<Pipe> report = make_pipe();
  if (!nothing.open() || !report) return -errno;
  start.nothing = nothing.number();
  start.output = output < 0 ? nothing.number() : output;
  start.complaints = complaints < 0 ? nothing.number() : complaints;
  start.report = report->write.number();
  const pid_t child = ::fork();
  if (child < 0) return -errno;
  if (child == 0) become(start);
  ::setpgid(child, child);
  report->write.close();
  const int error_number = error_of_start(report->read);
  if (error_number == 0) return child;
  reap(child);
  return -error_number;
}

void drain(FileDescriptor& from, std::string& into) {
  std::array<char, 65536> chunk;
  const ssize_t got = ::read(from.number(), chunk.data(), chunk.size());
  if (got < 0 && errno == EINTR) return;
  if (got <= 0) return void(from.close());
  into.append(chunk.data(), static_cast<std::size_t>(got));
}

int milliseconds_until(SteadyClock::time_point end) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - SteadyClock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000));
}

void listen(ChildOutcome& outcome, FileDescriptor output, FileDescriptor complaints, std::size_t most_bytes,
            SteadyClock::time_point end) {
  while (output.open() || complaints.open()) {
    const int left_ms = milliseconds_until(end);
    if (left_ms == 0) return void(outcome.too_slow = true);
    pollfd from[] = {{output.number(), POLLIN, 0}, {complaints.number(), POLLIN, 0}};
    if (::poll(from, 2, left_ms) < 0) {
      if (errno == EINTR) continue;
      return void(outcome.too_slow = true);
    }
    if (from[0].revents != 0) drain(output, outcome.output);
    if (from[1].revents != 0) drain(complaints, outcome.complaints);
    if (outcome.output.size() > most_bytes) return void(outcome.too_long = true);
    if (outcome.complaints.size() > kMostComplaints) outcome.complaints.resize(kKeptComplaints);
  }
}

// It may have closed its outputs and still be at work. It stays a zombie, so that its group's number stays its own.
bool ended_by(pid_t child, SteadyClock::time_point end) {
  while (true) {
    siginfo_t info{};
    if (::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) != 0 && errno != EINTR)
      return true;
    if (info.si_pid == child) return true;
    if (SteadyClock::now() >= end) return false;
    ::poll(nullptr, 0, kBetweenLooks_ms);
  }
}

}  // namespace

bool ChildOutcome::well() const {
  return error_number == 0 && !too_slow && !too_long && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

ChildOutcome run_child(const ChildProgram& program, const ChildBounds& bounds) {
  ChildOutcome outcome;
  const auto end = SteadyClock::now() + std::chrono::ceil<SteadyClock::duration>(bounds.time);
  std::optional<Pipe> output = make_pipe(), complaints = make_pipe();
  if (!output || !complaints) return outcome.error_number = errno, outcome;
  const pid_t child = start_child(program, output->write.number(), complaints->write.number());
  if (child < 0) return outcome.error_number = -child, outcome;
  output->write.close();
  complaints->write.close();
  listen(outcome, std::move(output->read), std::move(complaints->read), bounds.output_bytes, end);
  if (!outcome.too_slow && !outcome.too_long) outcome.too_slow = !ended_by(child, end);
  outcome.status = reap(child);
  return outcome;
}

ChildProcess::ChildProcess(const ChildProgram& program) : id_(start_child(program, -1, -1)) {}

ChildProcess::~ChildProcess() {
  if (started()) reap(id_);
}

}  // namespace hub::base
