// Keys as minisign keeps them.
#include "pack/keys.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <string>
#include <vector>

#include "pack/base64.h"
#include "support/disk_place.h"
#include "support/faults.h"
#include "support/slow.h"
#include "support/test_keys.h"

using namespace hub;
using namespace hub::tests;

TEST_CASE("a public key is read from its line and from its file, and nothing else is one") {
  const auto key = pack::public_key_from(kCityLine);
  REQUIRE(key);
  CHECK(pack::text_of(key->id) == "C2EB86921EA89017");
  CHECK(pack::line_of(*key) == kCityLine);
  const std::string file = pack::file_of(*key);
  CHECK(file == std::string("untrusted comment: minisign public key C2EB86921EA89017\n") + kCityLine + "\n");
  CHECK(pack::public_key_from(file) == key);
  CHECK(pack::public_key_from(std::string(kCityLine) + "\r\n") == key);
  const std::string line = kCityLine;
  const std::vector<std::string> others = {"",
                                           "x",
                                           line.substr(1),
                                           line.substr(0, 55),
                                           line + "A",
                                           "A" + line.substr(1),
                                           "untrusted comment: x",
                                           std::string("untrusted comment: x\n"),
                                           file + line,
                                           std::string(kCitySecret),
                                           std::string(5000, 'A')};
  for (const std::string& text : others) {
    CAPTURE(text);
    CHECK_FALSE(pack::public_key_from(text));
  }
}

TEST_CASE("a secret key comes back from its file, also from one that a password protects" * slow()) {
  CHECK(city_key().public_key() == pack::public_key_from(kCityLine));
  CHECK_FALSE(pack::SecretKey::wants_password(kCitySecret));
  const pack::SecretKey key = new_key();
  const auto open = key.to_file("");
  REQUIRE(open);
  CHECK_FALSE(pack::SecretKey::wants_password(open.value()));
  const auto back = pack::SecretKey::from_file(open.value(), "whatever");
  REQUIRE(back);
  CHECK(back.value().public_key() == key.public_key());
  CHECK(back.value().sign("x") == key.sign("x"));
  const auto closed = key.to_file("ひみつ");
  REQUIRE(closed);
  CHECK(pack::SecretKey::wants_password(closed.value()));
  CHECK_FALSE(pack::SecretKey::from_file(closed.value(), ""));
  const auto wrong = pack::SecretKey::from_file(closed.value(), "ひみつ ");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().what.ja.find("パスワードがちがいます") != std::string::npos);
  const auto right = pack::SecretKey::from_file(closed.value(), "ひみつ");
  REQUIRE(right);
  CHECK(right.value().sign("x") == key.sign("x"));
}

TEST_CASE("a file that is no secret key, or a damaged one, signs nothing") {
  const std::string file = kCitySecret;
  CHECK_FALSE(pack::SecretKey::from_file("", ""));
  CHECK_FALSE(pack::SecretKey::from_file(kCityLine, ""));
  CHECK(pack::is_secret_key(file));
  CHECK_FALSE(pack::is_secret_key(kCityLine));
  // The key's 64 bytes are the Base64's characters 83 to 167.
  const std::size_t begin = file.find('\n') + 1;
  for (std::size_t at = begin + 83; at < begin + 168; ++at) {
    CAPTURE(at);
    std::string other = file;
    other[at] = other[at] == 'x' ? 'y' : 'x';
    CHECK_FALSE(pack::SecretKey::from_file(other, ""));
  }
}

TEST_CASE("a file that asks for more memory than any key wants is none") {
  std::array<unsigned char, 158> greedy{'E', 'd', 'S', 'c', 'B', '2'};
  greedy[43] = 1;  // 2^40 operations
  greedy[51] = 1;  // 2^40 bytes
  const std::string file = "untrusted comment: x\n" + pack::base64_of(greedy) + "\n";
  CHECK(pack::SecretKey::wants_password(file));
  const auto refused = pack::SecretKey::from_file(file, "x");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what.ja.find("鍵のファイルではありません") != std::string::npos);
}

TEST_CASE("a pair of keys is written as two files, the secret one for its owner alone, and never over another") {
  const DiskPlace place;
  const pack::SecretKey key = new_key();
  REQUIRE(pack::write_key_pair(base::SystemCalls(), place / "city", key, ""));
  struct stat status {};
  REQUIRE(::stat((place / "city.key").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK(place.read("city.pub") == pack::file_of(key.public_key()));
  CHECK(pack::SecretKey::from_file(place.read("city.key"), "").ok());
  const Tree before = tree_of(place.path);
  const auto again = pack::write_key_pair(base::SystemCalls(), place / "city", new_key(), "");
  REQUIRE_FALSE(again);
  CHECK(again.error().what.ja.find("もうあります") != std::string::npos);
  CHECK(tree_of(place.path) == before);
  place.write("only.pub", "x");
  CHECK_FALSE(pack::write_key_pair(base::SystemCalls(), place / "only", new_key(), ""));
  CHECK_FALSE(std::filesystem::exists(place / "only.key"));
}

TEST_CASE("where the disk is full there is neither of the two") {
  const DiskPlace place;
  const pack::SecretKey key = new_key();
  const auto write = [&](const Calls& calls) { return pack::write_key_pair(calls, place / "city", key, ""); };
  const int writes = writing_calls([&](const Calls& calls) { CHECK(write(calls).ok()); });
  CHECK(writes >= 4);
  for (int n = 1; n <= writes; ++n) {
    CAPTURE(n);
    std::filesystem::remove(place / "city.key");
    std::filesystem::remove(place / "city.pub");
    const auto failed = write(full_at(n, false, ENOSPC));
    REQUIRE_FALSE(failed);
    CHECK(failed.error().what.ja.find("ディスクがいっぱいです") != std::string::npos);
    CHECK(tree_of(place.path).empty());
  }
}
