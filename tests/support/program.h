// The real program, run as its users run it.
#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "support/disk_place.h"

namespace hub::tests {

struct Answer {
  int status = -1;  // of the exit, or 128 + the number of the signal that ended it
  std::string out;  // standard output
  std::string err;  // standard error

  std::string says() const { return out + err; }
};

// What a line of the shell answers. $KIOSK is the program and $SOURCE this repository: one word each, whatever their
// paths hold, because the shell neither splits what a variable holds nor takes it for a pattern.
inline Answer shell(const std::string& line) {
  const tests::DiskPlace place;
  ::setenv("KIOSK", HUB_KIOSK, 1);
  ::setenv("SOURCE", HUB_SOURCE_DIR, 1);
  const std::string to = "exec >" + (place / "out") + " 2>" + (place / "err") + "\n";
  const int state = std::system(("IFS= && set -f\n" + to + line).c_str());
  return {WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state), place.read("out"), place.read("err")};
}

inline Answer kiosk(const std::string& arguments) { return shell("$KIOSK " + arguments); }

// `input` as printf writes it.
inline Answer piped(const std::string& input, const std::string& arguments) {
  return shell("printf '" + input + "' | $KIOSK " + arguments);
}

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace hub::tests
