// A secret that a person types: it is not shown, is read past all buffers that would keep it, and is wiped.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"
#include "base/result.h"
#include "cli/command.h"

namespace hub::cli {

// A typed line, without its end. It lives in one place, which is wiped, and holds more than any secret so that a longer
// line is never taken for one.
class Secret {
 public:
  static constexpr std::size_t kMost = 200;  // bytes of a secret

  Secret() = default;
  ~Secret() { clear(); }
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;

  void add(char byte) {
    if (size_ < bytes_.size()) bytes_[size_++] = byte;
  }
  void clear();
  std::string_view view() const {
    const std::string_view line(bytes_.data(), size_);
    return line.substr(0, line.size() - (line.ends_with('\r') ? 1 : 0));
  }

 private:
  std::array<char, kMost + 56> bytes_{};
  std::size_t size_ = 0;
};

struct SecretQuestion {
  base::Message name;    // 暗証番号
  base::Message prompt;  // what is to be typed
  std::string again;     // the subcommand, of a secret that is typed twice; empty: once
  // What is wrong with it; nothing: it will do.
  std::function<std::optional<base::Error>(std::string_view)> fault;
};

// At a terminal it is asked for; else it is the first line of standard input. A signal that comes instead ends the
// program. Failure: it is not there.
std::optional<Failure> ask_secret(const SecretQuestion& question, base::StaffLanguage language, Secret& secret);

}  // namespace hub::cli
