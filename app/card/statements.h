// The lines of hub-kiosk.txt that say something: a key and a value each.
#pragma once

#include <string>
#include <vector>

#include "card/keys.h"
#include "card/letters.h"
#include "card/lines.h"
#include "content/json/diagnostic.h"
#include "content/json/reporter.h"

namespace hub::card {

struct Statement {
  Key key = Key::hub;
  Line line;
  Part part;          // of line.words: the value, without quotation marks
  std::string value;  // the same, as it is written; never empty
};

// What is wrong with the file so far, by line.
class Findings {
 public:
  void error(int line, content::Problem problem) {
    add(content::Diagnostic::Severity::error, line, std::move(problem));
  }
  void warn(int line, content::Problem problem) {
    add(content::Diagnostic::Severity::warning, line, std::move(problem));
  }
  // By line; of a hopeless file the first 40.
  std::vector<content::Diagnostic> take();

 private:
  void add(content::Diagnostic::Severity severity, int line, content::Problem problem);

  std::vector<content::Diagnostic> all_;
};

// In the file's order. A line that says nothing, and a key with nothing behind it, is none.
std::vector<Statement> statements_of(const std::vector<Line>& lines, Findings& findings);

}  // namespace hub::card
