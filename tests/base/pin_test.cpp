#include "base/pin.h"
#include "support/slow.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using namespace hub::base;

namespace {

std::string hash_of(const std::string& pin) {
  const Result<std::string> hash = hash_pin(pin);
  REQUIRE(hash.ok());
  return hash.value();
}

std::string with(std::string words, const std::string& from, const std::string& to) {
  const std::size_t at = words.find(from);
  REQUIRE(at != std::string::npos);
  return words.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a PIN matches its own hash only, and no two hashes are alike" * hub::tests::slow()) {
  const std::string hash = hash_of("2580");
  CHECK(is_pin_hash(hash));
  CHECK(hash.find("2580,") == std::string::npos);
  CHECK(hash != hash_of("2580"));
  CHECK(pin_matches(hash, "2580"));
  for (const char* wrong : {"2581", "258", "25800", "", "2580 ", "２５８０"}) CHECK_FALSE(pin_matches(hash, wrong));
  CHECK_FALSE(pin_matches(hash, std::string_view("2580\0", 5)));
  CHECK(pin_matches(hash_of("90210734"), "90210734"));
}

TEST_CASE("a PIN is 4 to 8 digits, and none that anybody tries first") {
  for (const char* pin : {"2580", "1235", "0000001", "12344321", "8901", "1357", "90210734"}) {
    CAPTURE(pin);
    CHECK_FALSE(fault_of_pin(pin));
  }
  for (const char* pin : {"", "258", "902107345", "12a4", "２５８０", "-123", "25 80", "2580\n"}) {
    CAPTURE(pin);
    REQUIRE(fault_of_pin(pin));
    CHECK(fault_of_pin(pin)->what.ja.find("4 けたから 8 けた") != std::string::npos);
  }
  for (const char* pin : {"0000", "99999999"}) CHECK(fault_of_pin(pin)->what.ja.find("同じ数字") != std::string::npos);
  for (const char* pin : {"1234", "12345678", "0123", "4567", "4321", "9876"}) {
    CAPTURE(pin);
    REQUIRE(fault_of_pin(pin));
    CHECK(fault_of_pin(pin)->what.en.find("in sequence") != std::string::npos);
    CHECK_FALSE(fault_of_pin(pin)->remedy.ja.empty());
    CHECK_FALSE(hash_pin(pin).ok());
  }
}

TEST_CASE("what is no whole hash matches nothing") {
  const std::string hash = hash_of("2580");
  const std::string salt = hash.substr(hash.find("p=1$") + 4, 22);
  std::vector<std::string> wrong = {
      "",
      "2580",
      "$",
      "$argon2id$",
      "$argon2id$v=19$m=19456,t=2,p=1$$",
      std::string(127, '$'),
      std::string(100'000, 'A'),
      hash + "A",
      hash + "\n",
      " " + hash,
      hash + std::string(1, '\0'),
      with(hash, "argon2id", "argon2i"),
      with(hash, "v=19", "v=16"),
      with(hash, "m=19456", "m=0"),
      with(hash, "m=19456", "m=65537"),  // would take the machine's memory
      with(hash, "m=19456", "m=4294967295"),
      with(hash, "m=19456", "m=99999999999999999999"),
      with(hash, "m=19456", "m=-1"),
      with(hash, "m=19456", "m=019456"),
      with(hash, "t=2", "t=0"),
      with(hash, "t=2", "t=11"),
      with(hash, "t=2", "t=4294967295"),
      with(hash, "p=1", "p=2"),
      with(hash, salt, with(salt, salt.substr(0, 1), "*")),
      with(hash, salt, std::string(22, '/')),  // bits that no 16 bytes give
      with(hash, ",t=2", ""),
  };
  for (std::size_t length = 0; length < hash.size(); ++length) wrong.push_back(hash.substr(0, length));
  for (const std::string& one : wrong) {
    CAPTURE(one.substr(0, 140));
    CHECK_FALSE(pin_matches(one, "2580"));
  }
  CHECK_FALSE(is_pin_hash(hash.substr(0, hash.size() - 1)));
  CHECK(is_pin_hash(with(hash, "m=19456,t=2", "m=65536,t=10")));
  CHECK(is_pin_hash(with(hash, "m=19456,t=2", "m=8,t=1")));
  CHECK_FALSE(pin_matches(with(hash, "t=2", "t=3"), "2580"));
}

TEST_CASE("a wiped PIN is gone") {
  std::array<char, 4> pin{'2', '5', '8', '0'};
  wipe(pin);
  CHECK(pin == std::array<char, 4>{});
  wipe({});
}
