// hub-kiosk pin as its users meet it: through a pipe, and at a terminal.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <string>

#include "base/pin.h"
#include "support/needs.h"
#include "support/program.h"
#include "support/slow.h"

using namespace hub::tests;

namespace {

Answer pin(const std::string& input, const std::string& options = "") { return piped(input, "pin " + options); }

// The program at a terminal of its own, whose other end is held here.
class Terminal {
 public:
  Terminal() : terminal_(posix_openpt(O_RDWR | O_NOCTTY)) {
    const bool is_there = terminal_ >= 0 && grantpt(terminal_) == 0 && unlockpt(terminal_) == 0;
    const std::string name = is_there ? ptsname(terminal_) : "";
    kept_ = open(name.c_str(), O_RDWR | O_NOCTTY);  // so that the terminal outlives the program
    if (kept_ < 0) return;
    program_ = fork();
    REQUIRE(program_ >= 0);
    if (program_ == 0) run(name);
  }
  ~Terminal() {
    if (program_ > 0) {
      kill(program_, SIGKILL);
      waitpid(program_, nullptr, 0);
    }
    close(kept_);
    close(terminal_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  // Empty where there is one.
  std::string why_not() const { return kept_ < 0 ? "a terminal cannot be made: mount /dev/pts" : ""; }

  void type(const std::string& keys) {
    REQUIRE(write(terminal_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
  }
  void wait_for(const std::string& words) {
    while (!contains(seen, words)) REQUIRE(see_more());
  }
  // What waitpid says.
  int end() {
    int state = 0;
    REQUIRE(waitpid(program_, &state, 0) == program_);
    program_ = -1;
    while (see_more(0)) {
    }
    return state;
  }
  void send(int signal) const { kill(program_, signal); }
  bool shows_typing() const {
    termios mode{};
    REQUIRE(tcgetattr(kept_, &mode) == 0);
    return (mode.c_lflag & ECHO) != 0;
  }

  std::string seen;

 private:
  [[noreturn]] static void run(const std::string& name) {
    setsid();
    const int own = open(name.c_str(), O_RDWR);
    ioctl(own, TIOCSCTTY, 0);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(own, standard);
    execl(HUB_KIOSK, HUB_KIOSK, "pin", "--lang", "en", nullptr);
    _exit(127);
  }
  bool see_more(int timeout_ms = 20'000) {
    pollfd from{terminal_, POLLIN, 0};
    if (poll(&from, 1, timeout_ms) <= 0 || !(from.revents & POLLIN)) return false;
    std::array<char, 4096> buffer{};
    const ssize_t got = read(terminal_, buffer.data(), buffer.size());
    if (got > 0) seen.append(buffer.data(), static_cast<std::size_t>(got));
    return got > 0;
  }

  int terminal_ = -1;
  int kept_ = -1;
  pid_t program_ = -1;
};

bool exited(int state, int status) { return WIFEXITED(state) && WEXITSTATUS(state) == status; }

}  // namespace

TEST_CASE("a piped PIN gives its hash and nothing else on standard output" * hub::tests::slow()) {
  for (const char* input : {"2508\\n", "2508", "2508\\r\\n", "2508\\nsomething else\\n"}) {
    CAPTURE(input);
    const Answer answer = pin(input);
    CHECK(answer.status == 0);
    REQUIRE(answer.out.ends_with('\n'));
    const std::string hash = answer.out.substr(0, answer.out.size() - 1);
    CHECK(hub::base::is_pin_hash(hash));
    CHECK(hub::base::pin_matches(hash, "2508"));
    CHECK_FALSE(hub::base::pin_matches(hash, "2581"));
  }
}

TEST_CASE("where the hash goes is said beside it") {
  const Answer japanese = pin("2508");
  CHECK(contains(japanese.err, "設定ファイル"));
  CHECK(contains(japanese.err, "\"staff\": { \"pin\": \"…\" }"));
  CHECK_FALSE(contains(japanese.err, "argon2id"));
  CHECK_FALSE(contains(japanese.err, "2508"));
  CHECK(contains(pin("2508", "--lang en").err, "configuration"));
}

TEST_CASE("a PIN that is none is refused with the reason" * hub::tests::slow()) {
  for (const char* input : {"", "\\n", "258", "902107345", "12a4", "２５８０", "0000", "1234", "2508 "}) {
    CAPTURE(input);
    const Answer answer = pin(input);
    CHECK(answer.status == 1);
    CHECK(answer.out.empty());
    CHECK(contains(answer.err, "→"));
  }
  CHECK(contains(pin("1234").err, "最初に試します"));
  CHECK(contains(pin("1234", "--lang en").err, "tries first"));
  CHECK(pin(std::string(100'000, '7')).status == 1);
  CHECK(pin("2508\\0001").status == 1);
  CHECK(pin("2508", "--hub izumi").status == 2);
  CHECK(pin("2508", "2508").status == 2);
}

TEST_CASE("at a terminal the PIN is asked twice and never shown") {
  Terminal terminal;
  HUB_NEEDS(terminal);
  terminal.wait_for("not shown");
  CHECK_FALSE(terminal.shows_typing());
  terminal.type("2508\n");
  terminal.wait_for("Once more");
  terminal.type("2508\n");
  CHECK(exited(terminal.end(), 0));
  CHECK(contains(terminal.seen, "$argon2id$"));
  const std::string before_hash = terminal.seen.substr(0, terminal.seen.find("$argon2id$"));
  CHECK_FALSE(contains(before_hash, "2508"));
  CHECK(terminal.shows_typing());
}

TEST_CASE("two PINs that differ, or a wrong one, end with a message") {
  Terminal differing;
  HUB_NEEDS(differing);
  differing.wait_for("not shown");
  differing.type("2508\n");
  differing.wait_for("Once more");
  differing.type("2581\n");
  CHECK(exited(differing.end(), 1));
  CHECK(contains(differing.seen, "The two PINs differ."));
  CHECK(differing.shows_typing());

  Terminal wrong;
  wrong.wait_for("not shown");
  wrong.type("1234\n");
  CHECK(exited(wrong.end(), 1));
  CHECK(contains(wrong.seen, "tries first"));
  CHECK_FALSE(contains(wrong.seen, "Once more"));
  CHECK(wrong.shows_typing());

  Terminal closed;
  closed.wait_for("not shown");
  closed.type("\x04");  // Ctrl-D
  CHECK(exited(closed.end(), 1));
  CHECK(closed.shows_typing());
}

TEST_CASE("whatever ends the program, the terminal shows again what is typed") {
  Terminal interrupted;
  HUB_NEEDS(interrupted);
  interrupted.wait_for("not shown");
  interrupted.type("25");
  interrupted.type("\x03");  // Ctrl-C
  const int state = interrupted.end();
  CHECK((WIFSIGNALED(state) && WTERMSIG(state) == SIGINT));
  CHECK(interrupted.shows_typing());

  for (const int signal : {SIGTERM, SIGHUP, SIGQUIT}) {
    Terminal ended;
    ended.wait_for("not shown");
    ended.type("2508\n");
    ended.wait_for("Once more");
    ended.send(signal);
    const int how = ended.end();
    CAPTURE(signal);
    CHECK((WIFSIGNALED(how) && WTERMSIG(how) == signal));
    CHECK(ended.shows_typing());
  }

  Terminal suspended;
  suspended.wait_for("not shown");
  suspended.type("\x1A");  // Ctrl-Z is a key like any other
  suspended.type("\n");
  CHECK(exited(suspended.end(), 1));
  CHECK(suspended.shows_typing());
}
