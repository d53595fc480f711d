// What is wrong with content: where, what, and how to mend it. Loaders collect these; they never print.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"

namespace hub::content {

struct Diagnostic {
  enum class Severity { error, warning };  // content with an error is never shown
  Severity severity = Severity::error;
  std::string file;     // as the folder was given, joined with the path inside it
  int line = 1;         // from 1
  int column = 1;       // from 1, in characters (code points), as editors count
  std::string pointer;  // JSON Pointer (RFC 6901) of the value, its keys as a message quotes them; "": the whole file
  base::Message what;
  base::Message remedy;
};

bool has_errors(const std::vector<Diagnostic>& diagnostics);

// As two lines of a terminal, whatever stands in it: file:line:column: エラー: what (pointer)\n    → remedy
std::string describe(const Diagnostic& diagnostic, base::StaffLanguage language);

}  // namespace hub::content
