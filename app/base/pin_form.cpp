// What a PIN and its hash look like, without libsodium.
#include <algorithm>

#include "base/parse.h"
#include "base/pin.h"

namespace hub::base {

namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// Base64 without padding of 16 and 32 bytes. Exact, so that a line that was not copied to its end is found.
constexpr std::size_t kSaltLetters = 22;
constexpr std::size_t kKeyLetters = 43;

// A hash says itself how much work it is; more than this would stop a small machine. The least is libsodium's.
constexpr unsigned kLeastMemory_kib = 8, kMostMemory_kib = 64 * 1024;
constexpr unsigned kMostPasses = 10;

bool all_of(std::string_view word, std::string_view allowed) {
  return word.find_first_not_of(allowed) == std::string_view::npos;
}

// Whether each digit is the one before it plus `step`.
bool is_run(std::string_view digits, int step) {
  return std::ranges::adjacent_find(digits, [step](char a, char b) { return b - a != step; }) == digits.end();
}

// Takes a word, a number or letters from the front of what is left; once something does not fit, nothing does.
class Taker {
 public:
  explicit Taker(std::string_view left) : left_(left) {}

  Taker& word(std::string_view wanted) {
    good_ = good_ && left_.starts_with(wanted);
    if (good_) left_.remove_prefix(wanted.size());
    return *this;
  }
  Taker& number(unsigned least, unsigned most) {
    const std::optional<unsigned> value = take_number<unsigned>(left_);
    good_ = good_ && value && *value >= least && *value <= most;
    return *this;
  }
  Taker& base64(std::size_t letters) {
    good_ = good_ && left_.size() >= letters && all_of(left_.substr(0, letters), kBase64);
    if (good_) left_.remove_prefix(letters);
    return *this;
  }
  bool took_all() const { return good_ && left_.empty(); }

 private:
  std::string_view left_;
  bool good_ = true;
};

}  // namespace

std::optional<Error> fault_of_pin(std::string_view pin) {
  if (pin.size() < kLeastPinDigits || pin.size() > kMostPinDigits || !all_of(pin, kDigits)) {
    return Error{{"暗証番号は、半角の数字 4 けたから 8 けたです。", "A PIN is 4 to 8 digits."},
                 {"数字だけで、もう一度決めてください。", "Choose one of digits only."}};
  }
  if (is_run(pin, 0)) {
    return Error{{"同じ数字だけの暗証番号は、子どもが遊んでいても当たります。",
                  "A PIN of one digit only is found by a child at play."},
                 {"ちがう数字を混ぜてください。", "Mix different digits."}};
  }
  if (is_run(pin, 1) || is_run(pin, -1)) {
    return Error{{"1234 のような順番の暗証番号は、だれもが最初に試します。",
                  "A PIN in sequence, like 1234, is what anybody tries first."},
                 {"順番でない数字にしてください。", "Choose digits that are not in sequence."}};
  }
  return std::nullopt;
}

bool is_pin_hash(std::string_view hash) {
  return Taker(hash)
      .word("$argon2id$v=19$m=")
      .number(kLeastMemory_kib, kMostMemory_kib)
      .word(",t=")
      .number(1, kMostPasses)
      .word(",p=1$")
      .base64(kSaltLetters)
      .word("$")
      .base64(kKeyLetters)
      .took_all();
}

}  // namespace hub::base
