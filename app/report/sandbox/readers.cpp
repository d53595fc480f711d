#include "report/sandbox/readers.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <numbers>
#include <utility>

#include "base/system_message.h"
#include "report/sandbox/document_bytes.h"
#include "report/sandbox/reader_words.h"

namespace hub::report {

namespace {

constexpr const char* kPopplerData = "/usr/share/poppler";
// For letters whose faces are not in the PDF.
const std::vector<std::string> kFaces = {"/usr/share/fonts", "/usr/share/fontconfig", "/etc/fonts",
                                         "/var/cache/fontconfig"};
// Sanitizers and emulators take address space without end, and want to see themselves in /proc.
constexpr bool kLimitsMemory = HUB_READER_LIMITS_MEMORY == 1;

base::Error not_installed(const char* ja, const char* en, const char* packages) {
  const std::string install = std::string("sudo apt install ") + packages;
  return {{std::string(ja) + "が、この機械に入っていません。", std::string(en) + " is missing."},
          {install + " を実行してください。", "Run " + install + "."}};
}

base::Error too_much(Document::Kind kind) {
  const bool pdf = kind == Document::Kind::pdf;
  return {{std::string(pdf ? "この PDF " : "このファイル") +
               "を読むには、時間かメモリーがかかりすぎます。壊れているか、報告書ではないようです。",
           std::string("Reading this ") + (pdf ? "PDF" : "file") +
               " takes too much time or memory: it is damaged, or no report."},
          {"報告書のファイルかどうか、開いて確かめてください。", "Open it and check that it is the report."}};
}

base::Error unreadable_pdf(const std::string& complaints) {
  if (complaints.find("assword") != std::string::npos || complaints.find("ncrypt") != std::string::npos) {
    return {{"この PDF にはパスワードがかかっています。", "This PDF asks for a password."},
            {"パスワードのない PDF を選んでください。", "Choose a PDF without one."}};
  }
  return {{"この PDF は壊れているか、PDF ではありません。", "This PDF is damaged, or is none."},
          {"報告書の PDF をもう一度ダウンロードしてください。", "Download the report again."}};
}

base::Error unreadable(Document::Kind kind) {
  if (kind == Document::Kind::pdf) return unreadable_pdf("");
  return {{"このファイルは壊れていて、読めません。", "This file is damaged and cannot be read."},
          {"報告書のファイルをもう一度ダウンロードするか、PDF を選んでください。",
           "Download the report again, or choose it as PDF."}};
}

constexpr std::size_t kLongestHeader = 64;  // of a PPM

struct PictureSize {
  int width = 0, height = 0;
};

// A4 stands in for a page whose size is not known.
PictureSize size_of_picture(const PageWish& wish) {
  const bool known = wish.size.width > 0 && wish.size.height > 0;
  const double high = known ? wish.size.height / wish.size.width : std::numbers::sqrt2;
  const double widest = std::sqrt(static_cast<double>(kMostPixels) / high);
  const double width = std::min<double>(std::clamp(wish.width_px, kNarrowestPicture_px, kWidestPicture_px), widest);
  // Rounded down, so that both stay within the limit.
  const auto whole = [](double side) { return std::max(1, static_cast<int>(std::min(side, double{kMostPixels}))); };
  return {whole(width), whole(width * high)};
}

// What it says of the file that a reader ran and did not end well.
bool took_too_much(const base::SandboxOutcome& outcome) {
  const bool over = outcome.child.too_slow || outcome.child.too_long || outcome.exit_code.value_or(0) > 128;
  return over || outcome.child.complaints.find("emory") != std::string::npos;
}

}  // namespace

std::vector<std::string> ReaderPrograms::installed_reader() {
  std::vector<std::string> words = {HUB_READER};
  constexpr const char* kEmulator = HUB_READER_EMULATOR;  // "": it runs as it is
  if (*kEmulator != '\0') words.insert(words.begin(), kEmulator);
  return words;
}

SandboxedReaders::SandboxedReaders(Without without, ReaderLimits limits, ReaderPrograms programs)
    : without_(without), limits_(limits), programs_(std::move(programs)), sandbox_(programs_.bubblewrap) {
  // Before there is a document: nothing in it can have a say.
  if (without_ == Without::refused || sandbox_.probe()) return;
  unprotected_ = base::Message{
      "この機械では囲い（bubblewrap）が働かないので、報告書を囲いなしで、時間とメモリーの制限だけで読みました"
      "（そうしてよいと指定されています）。",
      "The sandbox (bubblewrap) does not work here: the report was read without it, under limits of time and memory "
      "only, as was allowed."};
}

base::SandboxOutcome SandboxedReaders::run(base::SandboxedProgram program, std::string_view bytes,
                                           std::size_t output_bytes) const {
  program.limits.insert(
      program.limits.end(),
      {{RLIMIT_CPU, static_cast<rlim_t>(limits_.cpu_s)}, {RLIMIT_CORE, 0}, {RLIMIT_FSIZE, limits_.memory_bytes}});
  const base::ChildBounds bounds{base::Seconds(limits_.wall_s), output_bytes};
  return unprotected_ ? base::run_without_sandbox(program, bytes, bounds) : sandbox_.run(program, bytes, bounds);
}

// The program in it did not run to its end, and that was not because it took too much.
std::optional<base::Error> SandboxedReaders::failure_of_sandbox(const base::SandboxOutcome& outcome) const {
  const base::ChildOutcome& child = outcome.child;
  if (child.too_slow || child.too_long || (child.error_number == 0 && outcome.exit_code)) return std::nullopt;
  if (child.error_number != 0 && child.error_number != ENOENT) {
    const base::Message why = base::system_message(child.error_number);
    return base::Error{{"報告書を読むプログラムを始められません（" + why.ja + "）。",
                        "The program that reads reports cannot be started: " + why.en + "."},
                       base::system_remedy(child.error_number)};
  }
  const bool missing = child.error_number == ENOENT;
  return base::Error{
      {missing ? "報告書を安全に読むための囲いが、この機械に入っていないので、報告書を読みませんでした。"
               : "報告書を安全に読むための囲いが、この機械では働かないので、報告書を読みませんでした。",
       missing ? "The sandbox (bubblewrap) is not installed: the report was not read."
               : "The sandbox (bubblewrap) did not work: the report was not read."},
      {"sudo apt install bubblewrap を実行してから hub-kiosk doctor で確かめ、もう一度読んでください。横浜市の公表した"
       "報告書にまちがいなければ、--without-sandbox を付けると囲いなしで読めます。",
       "Run sudo apt install bubblewrap, look at hub-kiosk doctor, and read it again. If the report surely comes from "
       "the city, --without-sandbox reads it without."}};
}

base::Result<std::string> SandboxedReaders::pdf_words(std::string_view pdf) const {
  if (::access(programs_.pdf_words.c_str(), X_OK) != 0) {
    return not_installed("PDF を読むためのプログラム", "The program that reads PDFs (pdftotext)",
                         "poppler-utils poppler-data");
  }
  base::SandboxedProgram program;
  // One page more than there may be, to know.
  program.words = {programs_.pdf_words,
                   "-bbox-layout",
                   "-enc",
                   "UTF-8",
                   "-l",
                   std::to_string(kMostPages + 1),
                   "--",
                   base::kDocument,
                   "-"};
  program.folders = {kPopplerData};
  program.gets = base::SandboxedProgram::Gets::path;
  program.limits = {{RLIMIT_AS, limits_.memory_bytes}};
  base::SandboxOutcome outcome = run(std::move(program), pdf, kMaxPdfWordsBytes);
  if (outcome.well()) return std::move(outcome.child.output);
  if (auto failure = failure_of_sandbox(outcome)) return *std::move(failure);
  return took_too_much(outcome) ? too_much(Document::Kind::pdf) : unreadable_pdf(outcome.child.complaints);
}

base::Result<std::string> SandboxedReaders::page_ppm(std::string_view pdf, const PageWish& wish) const {
  if (::access(programs_.pdf_pages.c_str(), X_OK) != 0) {
    return not_installed("PDF のページを描くプログラム", "The program that draws the pages of PDFs (pdftoppm)",
                         "poppler-utils poppler-data");
  }
  const PictureSize size = size_of_picture(wish);
  const std::string page = std::to_string(wish.page);
  base::SandboxedProgram program;
  program.words = {programs_.pdf_pages,
                   "-f",
                   page,
                   "-l",
                   page,
                   "-scale-to-x",
                   std::to_string(size.width),
                   "-scale-to-y",
                   std::to_string(size.height),
                   "--",
                   base::kDocument};
  program.folders = kFaces;
  program.folders.emplace_back(kPopplerData);
  program.gets = base::SandboxedProgram::Gets::path;
  program.limits = {{RLIMIT_AS, limits_.memory_bytes}};
  base::SandboxOutcome outcome = run(std::move(program), pdf, 3 * kMostPixels + kLongestHeader);
  if (outcome.well()) return std::move(outcome.child.output);
  if (auto failure = failure_of_sandbox(outcome)) return *std::move(failure);
  return took_too_much(outcome) ? too_much(Document::Kind::pdf) : unreadable_pdf(outcome.child.complaints);
}

base::Result<Document> SandboxedReaders::document(Document::Kind kind, std::string_view bytes) const {
  if (::access(programs_.document.back().c_str(), X_OK) != 0) {
    return not_installed("報告書を読むためのプログラム", "The program that reads reports (hub-kiosk-read-report)",
                         "--reinstall hub-kiosk");
  }
  base::SandboxedProgram program;
  program.words = programs_.document;
  program.words.emplace_back(word_of(kind));
  if (programs_.document.size() > 1) program.folders = {programs_.document.back()};
  program.sees_processes = !kLimitsMemory;
  if (kLimitsMemory) program.limits = {{RLIMIT_AS, limits_.memory_bytes}};
  const base::SandboxOutcome outcome = run(std::move(program), bytes, kMostDocumentBytes);
  if (auto failure = failure_of_sandbox(outcome)) return *std::move(failure);
  if (!outcome.well()) return took_too_much(outcome) ? too_much(kind) : unreadable(kind);
  auto document = document_from(outcome.child.output);
  if (!document) return unreadable(kind);
  return *std::move(document);
}

}  // namespace hub::report
