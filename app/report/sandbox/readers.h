// What reads a stranger's bytes, each in a child process that can do no harm: poppler, libxml2 and our own parsers
// never run on a file inside the program that staff have started.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/sandbox.h"
#include "report/words/document.h"

namespace hub::report {

// Tests read in their own process.
class Readers {
 public:
  virtual ~Readers() = default;
  // A PDF's words with their positions (pdftotext -bbox-layout).
  virtual base::Result<std::string> pdf_words(std::string_view pdf) const = 0;
  // The lines of text, of HTML (text may turn out to be HTML), or of the words of a PDF.
  virtual base::Result<Document> document(Document::Kind kind, std::string_view bytes) const = 0;
};

// A page of a PDF as a picture.
struct PageWish {
  int page = 1;        // from 1
  PageSize size = {};  // of the page, as its document says
  int width_px = 800;  // of the picture, kNarrowestPicture_px … kWidestPicture_px
};
inline constexpr int kNarrowestPicture_px = 100;
inline constexpr int kWidestPicture_px = 1600;
inline constexpr std::size_t kMostPixels =
    5'000'000;  // of a picture: a page twice as high as wide has 5.1 of them at most

// Of each child.
struct ReaderLimits {
  std::size_t memory_bytes = 512 << 20;  // of address space
  int cpu_s = 6;
  int wall_s = 9;  // two of them follow each other for a PDF
};

struct ReaderPrograms {
  std::string bubblewrap = "/usr/bin/bwrap";
  std::string pdf_words = "/usr/bin/pdftotext";
  std::vector<std::string> document = installed_reader();  // hub-kiosk-read-report, or an emulator and its name
  std::string pdf_pages = "/usr/bin/pdftoppm";

  static std::vector<std::string> installed_reader();
};

// Without a working sandbox nothing is read, unless that is allowed. Whether it works is then found out before the
// document is shown to anything: what a document does never takes a reader out of its sandbox.
class SandboxedReaders : public Readers {
 public:
  enum class Without { refused, allowed };

  explicit SandboxedReaders(Without without = Without::refused, ReaderLimits limits = {}, ReaderPrograms programs = {});
  base::Result<std::string> pdf_words(std::string_view pdf) const override;
  base::Result<Document> document(Document::Kind kind, std::string_view bytes) const override;

  // The page as PPM, in whatever state the program left it (sandbox/page_picture.h takes it back). As wide as is
  // wished, or narrower where it would be too high.
  base::Result<std::string> page_ppm(std::string_view pdf, const PageWish& wish) const;

  // That there was no sandbox and this was allowed; to be said each time.
  const std::optional<base::Message>& unprotected() const { return unprotected_; }

 private:
  base::SandboxOutcome run(base::SandboxedProgram program, std::string_view bytes, std::size_t output_bytes) const;
  std::optional<base::Error> failure_of_sandbox(const base::SandboxOutcome& outcome) const;

  Without without_;
  ReaderLimits limits_;
  ReaderPrograms programs_;
  base::Sandbox sandbox_;
  std::optional<base::Message> unprotected_;
};

}  // namespace hub::report
