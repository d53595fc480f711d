#include "base/sandbox.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <utility>

#include "base/system_message.h"

namespace hub::base {

namespace {

constexpr int kStatusFile = kChildFile + 1;
constexpr const char* kProgram = "/program";
constexpr const char* kNothing = "/usr/bin/true";  // the program of a probe
constexpr Seconds kProbeTime{10};
constexpr std::size_t kMostStatusBytes = 4096;

// A file without a name, so that the child reads exactly the bytes that were looked at.
FileDescriptor file_of(std::string_view bytes) {
  FileDescriptor file(::memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  while (file.open() && !bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return FileDescriptor();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (!file.open() || ::lseek(file.number(), 0, SEEK_SET) != 0) return FileDescriptor();
  if (::fcntl(file.number(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0)
    return FileDescriptor();
  return file;
}

// bubblewrap says {"exit-code": N} when what it has started, and only that, has ended.
std::optional<int> exit_code_in(const FileDescriptor& status) {
  std::array<char, kMostStatusBytes> bytes;
  const ssize_t got = ::pread(status.number(), bytes.data(), bytes.size(), 0);
  const std::string_view said(bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  constexpr std::string_view kKey = "\"exit-code\": ";
  const std::size_t at = said.find(kKey);
  if (at == said.npos) return std::nullopt;
  const std::string_view number = said.substr(at + kKey.size());
  int code = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), code);
  return read.ec == std::errc() ? std::optional(code) : std::nullopt;
}

std::vector<std::string> sandboxed(const std::string& bubblewrap, const SandboxedProgram& program) {
  std::vector<std::string> words = {bubblewrap,   "--unshare-all", "--die-with-parent", "--new-session",
                                    "--cap-drop", "ALL",           "--json-status-fd",  std::to_string(kStatusFile)};
  const auto add = [&](std::initializer_list<std::string> more) { words.insert(words.end(), more); };
  add({"--ro-bind", "/usr/lib", "/usr/lib"});
  for (const char* seen : {"/lib", "/lib64", "/etc/ld.so.cache"}) add({"--ro-bind-try", seen, seen});
  for (const std::string& folder : program.folders) add({"--ro-bind-try", folder, folder});
  add({"--dev", "/dev", "--ro-bind", program.words.front(), kProgram});
  if (program.sees_processes) add({"--proc", "/proc"});
  if (program.gets == SandboxedProgram::Gets::path) add({"--ro-bind-data", std::to_string(kChildFile), kDocument});
  add({"--chdir", "/", "--", kProgram});
  words.insert(words.end(), program.words.begin() + 1, program.words.end());
  return words;
}

SandboxOutcome run_with(std::vector<std::string> words, const SandboxedProgram& program, std::string_view document,
                        const FileDescriptor* status, const ChildBounds& bounds) {
  SandboxOutcome outcome;
  const FileDescriptor file = file_of(document);
  if (!file.open()) return outcome.child.error_number = errno, outcome;
  ChildProgram child;
  child.words = std::move(words);
  child.environment = ChildProgram::Environment::empty;
  child.limits = program.limits;
  child.files = {file.number()};
  if (status != nullptr) child.files.push_back(status->number());
  outcome.child = run_child(child, bounds);
  return outcome;
}

}  // namespace

SandboxOutcome Sandbox::run(const SandboxedProgram& program, std::string_view document,
                            const ChildBounds& bounds) const {
  const FileDescriptor status(::memfd_create("status", MFD_CLOEXEC));
  SandboxOutcome outcome;
  if (!status.open()) return outcome.child.error_number = errno, outcome;
  // bubblewrap takes what it started with it when it dies (--die-with-parent).
  outcome = run_with(sandboxed(bubblewrap_, program), program, document, &status, bounds);
  outcome.exit_code = exit_code_in(status);
  return outcome;
}

Status Sandbox::probe() const {
  const SandboxOutcome outcome = run({.words = {kNothing}}, "", {kProbeTime, kMostStatusBytes});
  if (outcome.well()) return Done{};
  if (outcome.child.error_number == ENOENT) {
    return Error{{"報告書を読むときの囲い（bubblewrap）が入っていません。",
                  "The sandbox that reports are read in (bubblewrap) is not installed."},
                 {"sudo apt install bubblewrap を実行してください。", "Run sudo apt install bubblewrap."}};
  }
  return Error{{"報告書を読むときの囲い（bubblewrap）が、この機械では働きません。",
                "The sandbox that reports are read in (bubblewrap) does not work on this machine."},
               {"sudo sysctl kernel.unprivileged_userns_clone=1 を試すか、この機械を管理する人に、bubblewrap "
                "を使えるようにしてもらってください。",
                "Try sudo sysctl kernel.unprivileged_userns_clone=1, or ask whoever manages the machine to let "
                "bubblewrap work."}};
}

SandboxOutcome run_without_sandbox(const SandboxedProgram& program, std::string_view document,
                                   const ChildBounds& bounds) {
  std::vector<std::string> words = program.words;
  if (program.gets == SandboxedProgram::Gets::path) {
    std::ranges::replace(words, std::string(kDocument), "/proc/self/fd/" + std::to_string(kChildFile));
  }
  SandboxOutcome outcome = run_with(std::move(words), program, document, nullptr, bounds);
  const int status = outcome.child.status;
  if (outcome.child.error_number == 0)
    outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome;
}

}  // namespace hub::base
