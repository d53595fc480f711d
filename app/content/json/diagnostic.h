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
  std::string words = {};  // the text that it is about, as a message quotes it; empty: none
};

// Whether a hub's staff want to hear of it: an error of any kind keeps their screen from showing, a warning about
// another hub's folder does not. An empty hub is everybody.
bool concerns(const Diagnostic& diagnostic, const std::string& content_folder, const std::string& hub);

bool has_errors(const std::vector<Diagnostic>& diagnostics);

// As two lines of a terminal, whatever stands in it: file:line:column: エラー: what (pointer)\n    → remedy
std::string describe(const Diagnostic& diagnostic, base::StaffLanguage language);

}  // namespace hub::content
