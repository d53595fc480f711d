#include "report/read/pdf_sandbox.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <utility>
#include <vector>

#include "base/system_message.h"

namespace hub::report {

namespace {

constexpr const char* kBubblewrap = "/usr/bin/bwrap";
constexpr const char* kPdfToText = "/usr/bin/pdftotext";
constexpr int kPdfDescriptor = 3;  // in the child

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }
  int number() const { return number_; }
  bool open() const { return number_ >= 0; }

 private:
  int number_;
};

struct Pipe {
  Descriptor read, write;
};

std::optional<Pipe> make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

// A file without a name, so that the child reads exactly the bytes that were looked at.
Descriptor file_of(std::string_view bytes) {
  Descriptor file(::memfd_create("report", MFD_CLOEXEC));
  while (file.open() && !bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return Descriptor();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (file.open()) ::lseek(file.number(), 0, SEEK_SET);
  return file;
}

struct Outcome {
  int error_number = 0;  // the child could not be started
  int status = 0;        // as waitpid gives it
  bool too_slow = false;
  bool too_long = false;
  std::string output;
  std::string complaints;
};

void limit(int resource, rlim_t value) {
  const rlimit both{value, value};
  ::setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

// Runs in the child between fork and exec: system calls only.
[[noreturn]] void become(const std::vector<char*>& arguments, const ChildLimits& limits, int pdf, int output,
                         int complaints, int nothing) {
  ::setpgid(0, 0);
  ::dup2(nothing, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(complaints, STDERR_FILENO);
  if (pdf == kPdfDescriptor) {
    ::fcntl(pdf, F_SETFD, 0);
  } else {
    ::dup2(pdf, kPdfDescriptor);
  }
  limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_CPU, static_cast<rlim_t>(limits.cpu_s));
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, limits.memory_bytes);
  char* const environment[] = {nullptr};
  ::execve(arguments[0], arguments.data(), environment);
  ::_exit(127);
}

bool drain(Descriptor& from, std::string& into) {
  std::array<char, 65536> chunk;
  const ssize_t got = ::read(from.number(), chunk.data(), chunk.size());
  if (got < 0 && errno == EINTR) return true;
  if (got <= 0) return from.close(), false;
  into.append(chunk.data(), static_cast<std::size_t>(got));
  return true;
}

void listen(Outcome& outcome, Descriptor output, Descriptor complaints, const ChildLimits& limits) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(limits.wall_s);
  while (output.open() || complaints.open()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    if (left.count() <= 0) return void(outcome.too_slow = true);
    pollfd from[] = {{output.number(), POLLIN, 0}, {complaints.number(), POLLIN, 0}};
    if (::poll(from, 2, static_cast<int>(left.count())) < 0 && errno != EINTR) return;
    if (from[0].revents) drain(output, outcome.output);
    if (from[1].revents) drain(complaints, outcome.complaints);
    if (outcome.output.size() > limits.output_bytes) return void(outcome.too_long = true);
    if (outcome.complaints.size() > 65536) outcome.complaints.resize(4096);
  }
}

Outcome run(std::vector<std::string> words, std::string_view pdf, const ChildLimits& limits) {
  Outcome outcome;
  Descriptor file = file_of(pdf), nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  auto output = make_pipe(), complaints = make_pipe();
  if (!file.open() || !nothing.open() || !output || !complaints) return outcome.error_number = errno, outcome;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) return outcome.error_number = errno, outcome;
  if (child == 0) {
    become(arguments, limits, file.number(), output->write.number(), complaints->write.number(), nothing.number());
  }
  ::setpgid(child, child);
  output->write.close();
  complaints->write.close();
  listen(outcome, std::move(output->read), std::move(complaints->read), limits);
  // bwrap takes what it started with it when it dies (--die-with-parent).
  if (outcome.too_slow || outcome.too_long) ::kill(-child, SIGKILL);
  while (::waitpid(child, &outcome.status, 0) < 0 && errno == EINTR) {
  }
  return outcome;
}

std::vector<std::string> pdftotext_command(const std::string& file, int pages) {
  return {kPdfToText, "-bbox-layout", "-enc", "UTF-8", "-l", std::to_string(pages + 1), "--", file, "-"};
}

std::vector<std::string> sandboxed_command(int pages) {
  std::vector<std::string> words = {kBubblewrap,
                                    "--unshare-all",
                                    "--die-with-parent",
                                    "--new-session",
                                    "--cap-drop",
                                    "ALL",
                                    "--ro-bind",
                                    "/usr",
                                    "/usr",
                                    "--ro-bind-try",
                                    "/lib",
                                    "/lib",
                                    "--ro-bind-try",
                                    "/lib64",
                                    "/lib64",
                                    "--ro-bind-try",
                                    "/etc/ld.so.cache",
                                    "/etc/ld.so.cache",
                                    "--dev",
                                    "/dev",
                                    "--ro-bind-data",
                                    std::to_string(kPdfDescriptor),
                                    "/report.pdf",
                                    "--chdir",
                                    "/",
                                    "--"};
  for (std::string& word : pdftotext_command("/report.pdf", pages)) words.push_back(std::move(word));
  return words;
}

base::Error not_installed() {
  return {
      {"PDF を読むためのプログラム（pdftotext）がありません。", "The program that reads PDFs (pdftotext) is missing."},
      {"sudo apt install poppler-utils poppler-data bubblewrap",
       "sudo apt install poppler-utils poppler-data bubblewrap"}};
}

base::Error too_much() {
  return {{"この PDF を読むには、時間かメモリーがかかりすぎます。壊れているか、報告書ではないようです。",
           "Reading this PDF takes too much time or memory: it is damaged, or no report."},
          {"報告書の PDF かどうか、開いて確かめてください。", "Open it and check that it is the report."}};
}

base::Error unreadable(const std::string& complaints) {
  if (complaints.find("assword") != std::string::npos || complaints.find("ncrypt") != std::string::npos) {
    return {{"この PDF にはパスワードがかかっています。", "This PDF asks for a password."},
            {"パスワードのない PDF を選んでください。", "Choose a PDF without one."}};
  }
  return {{"この PDF は壊れているか、PDF ではありません。", "This PDF is damaged, or is none."},
          {"報告書の PDF をもう一度ダウンロードしてください。", "Download the report again."}};
}

base::Result<std::string> result_of(Outcome outcome) {
  if (outcome.error_number != 0) {
    const base::Message why = base::system_message(outcome.error_number);
    return base::Error{{"PDF を読むプログラムを始められません（" + why.ja + "）。",
                        "The program that reads PDFs cannot be started: " + why.en + "."},
                       base::system_remedy(outcome.error_number)};
  }
  if (outcome.too_slow || outcome.too_long) return too_much();
  const bool done = WIFEXITED(outcome.status) && WEXITSTATUS(outcome.status) == 0;
  if (done) return std::move(outcome.output);
  // bwrap says 128 + the signal that ended what it ran; out of memory is an abort, out of time SIGXCPU or SIGKILL.
  const int code = WIFEXITED(outcome.status) ? WEXITSTATUS(outcome.status) : 128 + WTERMSIG(outcome.status);
  if (code == 127) return not_installed();
  return code > 128 || outcome.complaints.find("emory") != std::string::npos ? too_much()
                                                                             : unreadable(outcome.complaints);
}

}  // namespace

base::Result<std::string> SandboxedPdfReader::words(std::string_view pdf) const {
  if (::access(kPdfToText, X_OK) != 0) return not_installed();
  const bool has_bubblewrap = ::access(kBubblewrap, X_OK) == 0;
  if (has_bubblewrap) {
    Outcome outcome = run(sandboxed_command(limits_.pages), pdf, limits_);
    const bool no_namespaces = outcome.output.empty() && outcome.complaints.find("bwrap:") != std::string::npos;
    if (!no_namespaces) return result_of(std::move(outcome));
  }
  weaker_ = base::Message{
      has_bubblewrap
          ? "この機械では bubblewrap の囲いが使えないので、時間とメモリーの制限だけで PDF を読みました。"
          : "bubblewrap がないので、時間とメモリーの制限だけで PDF を読みました（sudo apt install bubblewrap）。",
      has_bubblewrap
          ? "This machine does not let bubblewrap work: the PDF was read under limits of time and memory only."
          : "bubblewrap is missing: the PDF was read under limits of time and memory only "
            "(sudo apt install bubblewrap)."};
  return result_of(
      run(pdftotext_command("/proc/self/fd/" + std::to_string(kPdfDescriptor), limits_.pages), pdf, limits_));
}

}  // namespace hub::report
