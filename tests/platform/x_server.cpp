#include "x_server.h"

#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace hub::tests {

namespace {

constexpr int kStart_ms = 20'000;

// Xvfb writes the number of the display it found free, and a newline, when it is ready.
std::string read_line(int file) {
  std::string line;
  char byte = 0;
  pollfd ready{file, POLLIN, 0};
  while (poll(&ready, 1, kStart_ms) == 1 && read(file, &byte, 1) == 1 && byte != '\n') line.push_back(byte);
  return line;
}

}  // namespace

XServer::XServer(int width_px, int height_px) {
  if (std::system("command -v Xvfb >/dev/null && command -v xdotool >/dev/null") != 0) {
    why_not_ = "Xvfb or xdotool is missing: sudo apt install xvfb xdotool";
    return;
  }
  std::array<int, 2> number{};
  if (pipe(number.data()) != 0) return;
  const std::string screen = std::to_string(width_px) + "x" + std::to_string(height_px) + "x24";
  const std::string file = std::to_string(number[1]);
  process_ = fork();
  if (process_ == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // also when the test crashes
    close(number[0]);
    execlp("Xvfb", "Xvfb", "-displayfd", file.c_str(), "-screen", "0", screen.c_str(), "+extension", "GLX", "-nolisten",
           "tcp", "-noreset", nullptr);
    _exit(127);
  }
  close(number[1]);
  const std::string display = read_line(number[0]);
  close(number[0]);
  if (display.empty()) why_not_ = "Xvfb does not start";
  setenv("DISPLAY", (":" + display).c_str(), 1);
}

XServer::~XServer() { die(); }

void XServer::halt() const { kill(process_, SIGSTOP); }
void XServer::go_on() const { kill(process_, SIGCONT); }

void XServer::die() {
  if (process_ <= 0) return;
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
  process_ = -1;
}

void XServer::xdotool(const std::string& arguments) const {
  const std::string command = "xdotool " + arguments;
  if (std::system(command.c_str()) != 0) std::abort();
}

}  // namespace hub::tests
