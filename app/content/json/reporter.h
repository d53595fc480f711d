// Collects what is wrong with one file: turns byte offsets into lines and columns as editors count them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "content/json/diagnostic.h"

namespace hub::content {

// What is wrong and how to mend it, without where.
using Problem = base::Error;

struct Position {
  int line = 1;    // from 1
  int column = 1;  // from 1, in code points; a byte order mark does not count
};

class Reporter {
 public:
  // More than any person mends in one go; the rest of a hopeless file is counted, not told.
  static constexpr int kMostDiagnostics = 300;

  // `bytes`, `diagnostics` and `languages`, those that texts may be written in, outlive the reporter.
  Reporter(std::string file, std::string_view bytes, std::vector<Diagnostic>& diagnostics,
           std::span<const std::string> languages = {});

  void error(std::size_t offset, std::string pointer, Problem problem);
  // `words`: the text that it is about.
  void warn(std::size_t offset, std::string pointer, Problem problem, std::string words = "");
  Position position(std::size_t offset) const;
  bool is_full() const { return told_ >= kMostDiagnostics; }  // nothing more is told
  std::span<const std::string> languages() const { return languages_; }

 private:
  void add(Diagnostic::Severity severity, std::size_t offset, std::string pointer, Problem problem, std::string words);

  std::string file_;
  std::string_view bytes_;
  std::vector<std::size_t> line_starts_;
  std::vector<Diagnostic>* diagnostics_;
  std::span<const std::string> languages_;
  int told_ = 0;
};

// A problem of a whole file or folder that could not be read at all.
Diagnostic file_error(std::string file, Problem problem);
Diagnostic file_warning(std::string file, Problem problem);

}  // namespace hub::content
