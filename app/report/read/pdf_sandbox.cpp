#include "report/read/pdf_sandbox.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <utility>
#include <vector>

#include "base/child_process.h"
#include "base/file_descriptor.h"
#include "base/system_message.h"

namespace hub::report {

namespace {

constexpr const char* kBubblewrap = "/usr/bin/bwrap";
constexpr const char* kPdfToText = "/usr/bin/pdftotext";

// A file without a name, so that the child reads exactly the bytes that were looked at.
base::FileDescriptor file_of(std::string_view bytes) {
  base::FileDescriptor file(::memfd_create("report", MFD_CLOEXEC));
  while (file.open() && !bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return base::FileDescriptor();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (file.open()) ::lseek(file.number(), 0, SEEK_SET);
  return file;
}

base::ChildOutcome run(std::vector<std::string> words, std::string_view pdf, const ChildLimits& limits) {
  const base::FileDescriptor file = file_of(pdf);
  base::ChildOutcome outcome;
  if (!file.open()) return outcome.error_number = errno, outcome;
  base::ChildProgram program;
  program.words = std::move(words);
  program.environment = base::ChildProgram::Environment::empty;
  program.limits = {{RLIMIT_AS, limits.memory_bytes},
                    {RLIMIT_CPU, static_cast<rlim_t>(limits.cpu_s)},
                    {RLIMIT_CORE, 0},
                    {RLIMIT_FSIZE, limits.memory_bytes}};
  program.file = file.number();
  // bwrap takes what it started with it when it dies (--die-with-parent).
  return base::run_child(program, {base::Seconds(limits.wall_s), limits.output_bytes});
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
                                    std::to_string(base::kChildFile),
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

base::Result<std::string> result_of(base::ChildOutcome outcome) {
  if (outcome.error_number == ENOENT) return not_installed();
  if (outcome.error_number != 0) {
    const base::Message why = base::system_message(outcome.error_number);
    return base::Error{{"PDF を読むプログラムを始められません（" + why.ja + "）。",
                        "The program that reads PDFs cannot be started: " + why.en + "."},
                       base::system_remedy(outcome.error_number)};
  }
  if (outcome.too_slow || outcome.too_long) return too_much();
  if (outcome.well()) return std::move(outcome.output);
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
    base::ChildOutcome outcome = run(sandboxed_command(limits_.pages), pdf, limits_);
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
      run(pdftotext_command("/proc/self/fd/" + std::to_string(base::kChildFile), limits_.pages), pdf, limits_));
}

}  // namespace hub::report
