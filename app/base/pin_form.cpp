// What a PIN and its hash look like, without libsodium.
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "base/parse.h"
#include "base/pin.h"

namespace hub::base {

namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// Base64 without padding of 16 and 32 bytes. Exact, so that a line that was not copied to its end is found.
constexpr std::size_t kSaltLetters = 22;
constexpr std::size_t kKeyLetters = 43;

// A hash says itself how much work it is. The least is libsodium's. The most is what a Raspberry Pi 3 bears: 64 MiB of
// its 1 GB, and 192 MiB written in all its passes, which take five times the third of a second of hash_pin's 38 MiB;
// after 5 s without a sign of life the kiosk would be restarted (WatchdogSec=).
constexpr unsigned kLeastMemory_kib = 8, kMostMemory_kib = 64 * 1024;
constexpr unsigned kMostWork_kib = 192 * 1024;

bool all_of(std::string_view word, std::string_view allowed) {
  return word.find_first_not_of(allowed) == std::string_view::npos;
}

// Whether each digit is the one before it plus `step`.
bool is_run(std::string_view digits, int step) {
  return std::ranges::adjacent_find(digits, [step](char a, char b) { return b - a != step; }) == digits.end();
}

// 1212, 0007, 6996: one or two digits only.
bool has_few_digits(std::string_view digits) {
  std::set<char> different(digits.begin(), digits.end());
  return different.size() <= 2;
}

// 123123.
bool is_repeated(std::string_view digits) {
  const std::size_t half = digits.size() / 2;
  return digits.size() % 2 == 0 && digits.substr(half) == digits.substr(0, half);
}

// 112233.
bool is_pairs(std::string_view digits) {
  if (digits.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    if (digits[i] != digits[i + 1]) return false;
  }
  return true;
}

// 258852.
bool is_mirrored(std::string_view digits) {
  return digits.size() % 2 == 0 && std::equal(digits.begin(), digits.end(), digits.rbegin());
}

// Evenly spaced digits: a count (246) or a line on the pad (258, 159).
bool is_even_run(std::string_view digits) { return is_run(digits, digits[1] - digits[0]); }

// 2468; 123789, 147258, 159753.
bool is_made_of_runs(std::string_view digits) {
  if (is_even_run(digits)) return true;
  const std::size_t half = digits.size() / 2;
  return digits.size() >= 6 && digits.size() % 2 == 0 && is_even_run(digits.substr(0, half)) &&
         is_even_run(digits.substr(half));
}

// A birthday: 0401, 850401, 19850401; or a year: 1985.
bool is_day_or_year(std::string_view digits) {
  const auto is_day = [](std::string_view year, std::string_view day) {
    const std::string written =
        std::string(year) + "-" + std::string(day.substr(0, 2)) + "-" + std::string(day.substr(2));
    return parse_iso_date(written).has_value();
  };
  const bool with_year = digits.starts_with("19") || digits.starts_with("20");
  switch (digits.size()) {
    case 4:
      return with_year || is_day("2000", digits);
    case 6:
      return is_day("20" + std::string(digits.substr(0, 2)), digits.substr(2));
    case 8:
      return with_year && is_day(digits.substr(0, 4), digits.substr(4));
    default:
      return false;
  }
}

// What the fingers draw on the pad beside straight lines (down or along a row and on, the corners), and words made of
// numbers that everybody in Japan reads: よろしく, ご苦労さん, いい国.
bool is_well_known(std::string_view digits) {
  constexpr std::array<std::string_view, 17> kWellKnown = {"2580", "7890", "0987", "0852", "1470", "0741",
                                                           "3690", "0963", "7410", "0147", "9630", "0369",
                                                           "1379", "9731", "4649", "5963", "1192"};
  return std::ranges::find(kWellKnown, digits) != kWellKnown.end();
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
  unsigned number(unsigned least, unsigned most) {
    const std::optional<unsigned> value = take_number<unsigned>(left_);
    good_ = good_ && value && *value >= least && *value <= most;
    return good_ ? *value : least;
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
  if (has_few_digits(pin) || is_repeated(pin) || is_pairs(pin) || is_mirrored(pin) || is_made_of_runs(pin) ||
      is_day_or_year(pin) || is_well_known(pin)) {
    return Error{{"この暗証番号は、覚えやすい形（くり返し、誕生日、年、押しやすい並びなど）で、すぐに試されます。",
                  "This PIN has a shape that is tried early: a repetition, a birthday, a year, a line on the pad."},
                 {"思いつきにくい数字にしてください。6 けた以上をおすすめします。",
                  "Choose digits without a pattern; six or more are advised."}};
  }
  return std::nullopt;
}

bool is_pin_hash(std::string_view hash) {
  Taker taker(hash);
  taker.word("$argon2id$v=19$m=");
  const unsigned memory_kib = taker.number(kLeastMemory_kib, kMostMemory_kib);
  taker.word(",t=");
  taker.number(1, kMostWork_kib / memory_kib);
  return taker.word(",p=1$").base64(kSaltLetters).word("$").base64(kKeyLetters).took_all();
}

}  // namespace hub::base
