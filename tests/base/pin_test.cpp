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
  const std::string hash = hash_of("2508");
  CHECK(is_pin_hash(hash));
  CHECK(hash.find("2508,") == std::string::npos);
  CHECK(hash != hash_of("2508"));
  CHECK(pin_matches(hash, "2508"));
  for (const char* wrong : {"2581", "258", "25080", "", "2508 ", "２５８０"}) CHECK_FALSE(pin_matches(hash, wrong));
  CHECK_FALSE(pin_matches(hash, std::string_view("2508\0", 5)));
  CHECK(pin_matches(hash_of("90210734"), "90210734"));
}

TEST_CASE("a PIN is 4 to 8 digits, and none that anybody tries first") {
  for (const char* pin :
       {"2508", "1235", "8901", "1352", "0832", "1331999", "902173", "851301", "123790", "90210734"}) {
    CAPTURE(pin);
    CHECK_FALSE(fault_of_pin(pin));
  }
  for (const char* pin : {"", "258", "902107345", "12a4", "２５８０", "-123", "25 80", "2508\n"}) {
    CAPTURE(pin);
    REQUIRE(fault_of_pin(pin));
    CHECK(fault_of_pin(pin)->what.ja.find("4 けたから 8 けた") != std::string::npos);
  }
  for (const char* pin : {"0000", "99999999"}) CHECK(fault_of_pin(pin)->what.ja.find("同じ数字") != std::string::npos);
  for (const char* pin :
       {"1212",   "6969",   "0007",     "0000001", "123123", "12341234", "1122",   "445566",   "1221",
        "258852", "1357",   "8642",     "1985",    "2026",   "0401",     "1231",   "0229",     "850401",
        "000229", "240229", "19850401", "111222",  "123789", "147258",   "159753", "13572468", "0852",
        "1470",   "7890",   "4649",     "5963",    "1192",   "2580"}) {
    CAPTURE(pin);
    REQUIRE(fault_of_pin(pin));
    CHECK(fault_of_pin(pin)->what.ja.find("覚えやすい形") != std::string::npos);
    CHECK(fault_of_pin(pin)->remedy.ja.find("6 けた以上") != std::string::npos);
  }
  for (const char* pin : {"1234", "12345678", "0123", "4567", "4321", "9876"}) {
    CAPTURE(pin);
    REQUIRE(fault_of_pin(pin));
    CHECK(fault_of_pin(pin)->what.en.find("in sequence") != std::string::npos);
    CHECK_FALSE(fault_of_pin(pin)->remedy.ja.empty());
    CHECK_FALSE(hash_pin(pin).ok());
  }
}

TEST_CASE("what is no whole hash matches nothing") {
  const std::string hash = hash_of("2508");
  const std::string salt = hash.substr(hash.find("p=1$") + 4, 22);
  std::vector<std::string> wrong = {
      "",
      "2508",
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
    CHECK_FALSE(pin_matches(one, "2508"));
  }
  CHECK_FALSE(is_pin_hash(hash.substr(0, hash.size() - 1)));
  CHECK(is_pin_hash(with(hash, "m=19456,t=2", "m=65536,t=3")));
  CHECK(is_pin_hash(with(hash, "m=19456,t=2", "m=8,t=1")));
  // More than a small machine bears before its watchdog takes it for dead.
  CHECK_FALSE(is_pin_hash(with(hash, "m=19456,t=2", "m=65536,t=4")));
  CHECK_FALSE(is_pin_hash(with(hash, "m=19456,t=2", "m=65537,t=1")));
  CHECK_FALSE(is_pin_hash(with(hash, "m=19456,t=2", "m=8,t=4294967295")));
  CHECK_FALSE(pin_matches(with(hash, "t=2", "t=3"), "2508"));
}

TEST_CASE("a wiped PIN is gone") {
  std::array<char, 4> pin{'2', '5', '0', '8'};
  wipe(pin);
  CHECK(pin == std::array<char, 4>{});
  wipe({});
}
