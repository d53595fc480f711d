// Another program, run as a child of this process: with nothing on its standard input, in a process group of its own
// that ends with it, and with no descriptor of ours but those it is given.
#pragma once

#include <sys/resource.h>
#include <sys/types.h>

#include <cstddef>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/file_descriptor.h"

namespace hub::base {

struct ChildProgram {
  enum class Environment { ours, empty };
  struct Limit {
    int resource;  // RLIMIT_…
    rlim_t value;  // soft and hard
  };

  std::vector<std::string> words;  // the program, found in PATH unless it has a slash, and its arguments
  Environment environment = Environment::ours;
  std::vector<Limit> limits = {};
  std::vector<int> files = {};  // descriptors of ours that the child gets as kChildFile, kChildFile + 1 and so on
};
inline constexpr int kChildFile = 3;

struct ChildOutcome {
  int error_number = 0;  // it could not be started; else 0
  int status = 0;        // as waitpid gives it
  bool too_slow = false;
  bool too_long = false;
  std::string output;
  std::string complaints;  // of its standard error, the first kilobytes

  // It was started, ended within its bounds and said 0.
  bool well() const;
};

struct ChildBounds {
  Seconds time{};  // on the monotonic clock, from start to end
  std::size_t output_bytes = 0;
};

// Waits for it. A child that is over its bounds is killed with all that it started.
ChildOutcome run_child(const ChildProgram& program, const ChildBounds& bounds);

// A child that goes on beside us and says nothing to us; killed with its group when this object goes.
class ChildProcess {
 public:
  explicit ChildProcess(const ChildProgram& program);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  bool started() const { return id_ > 0; }

 private:
  pid_t id_ = -1;
};

}  // namespace hub::base
