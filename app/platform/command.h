// A program that the kiosk starts beside itself, found in PATH, with nothing on its standard input. Whatever it does,
// the kiosk does not wait for it for longer than it says.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"

namespace hub::platform {

class Command {
 public:
  explicit Command(std::vector<std::string> words) : words_(std::move(words)) {}
  ~Command() { stop(); }
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  // What it prints, when it ends well within the limit; 64 KB at most.
  std::optional<std::string> output(base::Seconds limit);
  // Starts it and goes on. Stopped with this object.
  bool start();
  void stop();

 private:
  bool spawn(int output);

  std::vector<std::string> words_;
  pid_t process_ = -1;
};

}  // namespace hub::platform
