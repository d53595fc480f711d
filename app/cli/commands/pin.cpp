// pin: asks for the staff's PIN and prints its hash, for the configuration file.
#include <poll.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>

#include "base/pin.h"
#include "base/system_message.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"

namespace hub::cli {

namespace {

// A typed line, without its end. It lives in one place, which is wiped, and holds more than any PIN so that a longer
// line is never taken for one.
class Secret {
 public:
  Secret() = default;
  ~Secret() { clear(); }
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;

  void add(char byte) {
    if (size_ < bytes_.size()) bytes_[size_++] = byte;
  }
  void clear() {
    base::wipe(bytes_);
    size_ = 0;
  }
  std::string_view view() const {
    const std::string_view line(bytes_.data(), size_);
    return line.substr(0, line.size() - (line.ends_with('\r') ? 1 : 0));
  }

 private:
  std::array<char, 4 * base::kMostPinDigits> bytes_{};
  std::size_t size_ = 0;
};

// While it lives, the signals that would end the program wait to be read instead, so that it can first set the
// terminal right.
class HeldSignals {
 public:
  HeldSignals() {
    sigemptyset(&held_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&held_, signal);
    descriptor_ = signalfd(-1, &held_, SFD_CLOEXEC);
    if (descriptor_ >= 0) pthread_sigmask(SIG_BLOCK, &held_, &before_);
  }
  ~HeldSignals() {
    if (descriptor_ < 0) return;
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    close(descriptor_);
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

  int descriptor() const { return descriptor_; }  // < 0: they are not held
  int taken() const {
    signalfd_siginfo info{};
    return read(descriptor_, &info, sizeof info) == sizeof info ? static_cast<int>(info.ssi_signo) : 0;
  }

 private:
  sigset_t held_{};
  sigset_t before_{};
  int descriptor_ = -1;
};

// The terminal on standard input, which does not show what is typed while this lives.
class HiddenTyping {
 public:
  HiddenTyping() {
    if (tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    hidden.c_lflag |= ICANON | ISIG | ECHONL;
    hidden.c_cc[VSUSP] = _POSIX_VDISABLE;  // a shell that comes back in between would not show what is typed
    works_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
  }
  ~HiddenTyping() {
    if (works_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  HiddenTyping(const HiddenTyping&) = delete;
  HiddenTyping& operator=(const HiddenTyping&) = delete;

  bool works() const { return works_; }

 private:
  termios before_{};
  bool works_ = false;
};

// Reads standard input up to the end of a line, past all buffers that would keep it. The signal that came
// instead, or 0.
int read_line(Secret& line, const HeldSignals* signals) {
  for (;;) {
    pollfd from[] = {{STDIN_FILENO, POLLIN, 0}, {signals ? signals->descriptor() : -1, POLLIN, 0}};
    if (poll(from, std::size(from), -1) < 0 && errno != EINTR) return 0;
    if (signals && (from[1].revents & POLLIN)) return signals->taken();
    if (!from[0].revents) continue;
    char byte = 0;
    const ssize_t got = read(STDIN_FILENO, &byte, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0 || byte == '\n') return 0;
    line.add(byte);
  }
}

void prompt(const base::Message& words, base::StaffLanguage language) {
  std::fprintf(stderr, "%s: ", words.in(language).c_str());
  std::fflush(stderr);
}

struct Asked {
  std::optional<base::Error> fault;
  int signal = 0;
};

Asked ask_twice(Secret& pin, base::StaffLanguage language) {
  const HeldSignals signals;
  const HiddenTyping hidden;
  if (!hidden.works() || signals.descriptor() < 0) {
    const base::Message why = base::system_message(errno);
    return {base::Error{{"暗証番号を画面に出さずに読めません（" + why.ja + "）。",
                         "The PIN cannot be read without showing it: " + why.en + "."},
                        {"別の端末で、もう一度お試しください。", "Try again at another terminal."}},
            0};
  }
  prompt({"暗証番号（数字 4 けたから 8 けた。6 けた以上をおすすめします。画面には出ません）",
          "PIN (4 to 8 digits, six or more advised, not shown)"},
         language);
  if (const int signal = read_line(pin, &signals)) return {std::nullopt, signal};
  if (auto fault = base::fault_of_pin(pin.view())) return {std::move(fault), 0};
  prompt({"もう一度", "Once more"}, language);
  Secret again;
  if (const int signal = read_line(again, &signals)) return {std::nullopt, signal};
  if (again.view() == pin.view()) return {};
  return {base::Error{{"2 回の暗証番号がちがいます。", "The two PINs differ."},
                      {"もう一度「" + program_name() + " pin」を実行してください。",
                       "Run \"" + program_name() + " pin\" again."}},
          0};
}

// At a terminal; nothing: it was typed.
std::optional<Failure> ask(Secret& pin, base::StaffLanguage staff) {
  Asked asked = ask_twice(pin, staff);
  if (asked.signal == 0) return asked.fault ? std::optional<Failure>(*std::move(asked.fault)) : std::nullopt;
  pin.clear();  // before a core is dumped
  std::fprintf(stderr, "\n");
  std::raise(asked.signal);  // the shell sees what ended the program
  return Failure(std::vector<content::Diagnostic>());
}

Outcome pin(const CommonOptions& options) {
  Secret pin;
  if (isatty(STDIN_FILENO)) {
    if (auto failure = ask(pin, options.staff)) return *std::move(failure);
  } else {
    read_line(pin, nullptr);
  }
  const base::Result<std::string> hash = base::hash_pin(pin.view());
  if (!hash) return Failure(hash.error());
  const base::Message where{"設定ファイル（--config）に次のように書き、… をその下の 1 行に置きかえてください:",
                            "Write this into the configuration (--config), with the line below it in place of …:"};
  std::fprintf(stderr, "%s\n  \"staff\": { \"pin\": \"…\" }\n", where.in(options.staff).c_str());
  std::printf("%s\n", hash.value().c_str());
  return Exit::done;
}

void declare(Options& options, CommonOptions& values) { options.messages(values); }

}  // namespace

void add_pin(CommandLine& line) {
  line.add("pin",
           {"スタッフの暗証番号をたずね（標準入力からも読みます）、設定に書く 1 行にします",
            "Ask for the staff's PIN (or read it from standard input) and print what the configuration keeps of it"},
           declare, pin);
}

}  // namespace hub::cli
