#include "cli/typed_secret.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>

#include "base/pin.h"
#include "base/system_message.h"
#include "cli/print.h"

namespace hub::cli {

namespace {

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

Asked ask_at_terminal(const SecretQuestion& question, Secret& secret, base::StaffLanguage language) {
  const HeldSignals signals;
  const HiddenTyping hidden;
  if (!hidden.works() || signals.descriptor() < 0) {
    const base::Message why = base::system_message(errno);
    return {base::Error{{question.name.ja + "を画面に出さずに読めません（" + why.ja + "）。",
                         "The " + question.name.en + " cannot be read without showing it: " + why.en + "."},
                        {"別の端末で、もう一度お試しください。", "Try again at another terminal."}},
            0};
  }
  prompt(question.prompt, language);
  if (const int signal = read_line(secret, &signals)) return {std::nullopt, signal};
  if (auto fault = question.fault(secret.view())) return {std::move(fault), 0};
  if (question.again.empty()) return {};
  prompt({"もう一度", "Once more"}, language);
  Secret again;
  if (const int signal = read_line(again, &signals)) return {std::nullopt, signal};
  if (again.view() == secret.view()) return {};
  const std::string command = program_name() + " " + question.again;
  return {base::Error{{"2 回の" + question.name.ja + "がちがいます。", "The two " + question.name.en + "s differ."},
                      {"もう一度「" + command + "」を実行してください。", "Run \"" + command + "\" again."}},
          0};
}

}  // namespace

void Secret::clear() {
  base::wipe(bytes_);
  size_ = 0;
}

std::optional<Failure> ask_secret(const SecretQuestion& question, base::StaffLanguage language, Secret& secret) {
  if (!isatty(STDIN_FILENO)) {
    read_line(secret, nullptr);
    auto fault = question.fault(secret.view());
    return fault ? std::optional<Failure>(*std::move(fault)) : std::nullopt;
  }
  Asked asked = ask_at_terminal(question, secret, language);
  if (asked.signal == 0) return asked.fault ? std::optional<Failure>(*std::move(asked.fault)) : std::nullopt;
  secret.clear();  // before a core is dumped
  std::fprintf(stderr, "\n");
  std::raise(asked.signal);  // the shell sees what ended the program
  return Failure(std::vector<content::Diagnostic>());
}

}  // namespace hub::cli
