// hub-kiosk key, pack and take, as the city's person and a kiosk's operator type them.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "support/disk_place.h"
#include "support/fixtures.h"
#include "support/program.h"
#include "support/slow.h"

using namespace hub::tests;

namespace {

namespace fs = std::filesystem;

struct City : DiskPlace {
  City() {
    write_tree(path / "content", small_hub("市から"));
    write_tree(path / "live", small_hub("はじめ"));
  }
  // With this place as $CITY.
  Answer does(const std::string& arguments) const { return shell("cd " + path.string() + " && " + arguments); }
  Answer kiosk_does(const std::string& arguments) const { return does("$KIOSK " + arguments); }
  bool says(const std::string& tagline) const { return contains(read("live/izumi/hub.json"), tagline); }
  Answer takes(const std::string& file) const {
    return kiosk_does("take " + file + " --content live --state state --config kiosk.json --hub izumi --json");
  }
};

const std::string kPack = "pack content --hub izumi --key city.key --out izumi-0007.hubpack --from 泉区役所";

}  // namespace

TEST_CASE("a key is made, a pack signed with it, and taken where the configuration knows the key" * slow()) {
  const City city;
  const Answer made = city.kiosk_does("key new city --no-password");
  REQUIRE_MESSAGE(made.status == 0, made.says());
  CHECK(contains(made.err, "city.key"));
  const std::string line = made.out.substr(0, made.out.find('\n'));
  CHECK(line.size() == 56);
  CHECK(city.kiosk_does("key show city.pub").out == made.out);
  CHECK(city.kiosk_does("key show city.key").out == made.out);
  CHECK(city.kiosk_does("key new city --no-password").status == 1);  // never over another

  const Answer packed = city.kiosk_does(kPack);
  REQUIRE_MESSAGE(packed.status == 0, packed.says());
  CHECK(contains(packed.err, "7 番"));
  const std::string bytes = city.read("izumi-0007.hubpack");
  CHECK(city.kiosk_does(kPack).status == 0);  // the same once more
  CHECK(city.read("izumi-0007.hubpack") == bytes);
  CHECK(city.kiosk_does(kPack + " --made 2026-01-01").status == 1);
  CHECK(city.read("izumi-0007.hubpack") == bytes);

  CHECK_FALSE(contains(packed.err, "chmod"));
  fs::permissions(city / "city.key", fs::perms::group_read, fs::perm_options::add);
  const Answer open = city.kiosk_does(kPack);
  CHECK(open.status == 0);
  CHECK(contains(open.err, "この機械のほかの人も読めます"));
  fs::permissions(city / "city.key", fs::perms::group_read, fs::perm_options::remove);

  // Nobody's packs, before the configuration knows the key.
  city.write("kiosk.json", "{}");
  const Answer unknown = city.takes("izumi-0007.hubpack");
  CHECK(unknown.status == 1);
  CHECK(nlohmann::json::parse(unknown.out).at("what") == "unknown-key");
  CHECK(contains(unknown.err, "知らない鍵"));
  CHECK(city.says("はじめ"));
  city.write("kiosk.json", R"({"packs": {"keys": [{"key": ")" + line + R"("}]}})");
  const Answer taken = city.takes("izumi-0007.hubpack");
  CHECK_MESSAGE(taken.status == 0, taken.says());
  CHECK(nlohmann::json::parse(taken.out).at("what") == "shows");
  CHECK(nlohmann::json::parse(taken.out).at("serial") == 7);
  CHECK(city.says("市から"));
  CHECK(nlohmann::json::parse(city.takes("izumi-0007.hubpack").out).at("what") == "was-here");
}

TEST_CASE("a password protects a key, and is asked for by whatever uses it" * slow()) {
  const City city;
  CHECK(city.does("printf 'short\\n' | $KIOSK key new city").status == 1);
  CHECK_FALSE(fs::exists(city / "city.key"));
  REQUIRE(city.does("printf 'ひみつのことば\\n' | $KIOSK key new city").status == 0);
  CHECK(city.does("printf 'ちがう\\n' | $KIOSK " + kPack).status == 1);
  CHECK_FALSE(fs::exists(city / "izumi-0007.hubpack"));
  const Answer packed = city.does("printf 'ひみつのことば\\n' | $KIOSK " + kPack);
  CHECK_MESSAGE(packed.status == 0, packed.says());
}

TEST_CASE("content with errors, a hub that is not there and a pack without a number are not signed") {
  const City city;
  REQUIRE(city.kiosk_does("key new city --no-password").status == 0);
  CHECK(city.kiosk_does("pack content --hub konan --key city.key --out konan-1.hubpack").status == 1);
  CHECK(city.kiosk_does("pack content --hub izumi --key city.key --out izumi.hubpack").status == 2);
  CHECK(city.kiosk_does("pack content --hub izumi --key city.pub --out izumi-1.hubpack").status == 1);
  CHECK(city.kiosk_does(kPack + " --serial 0").status == 2);
  CHECK(city.kiosk_does("pack content --hub izumi --key city.key --out izumi-1.hubpack --from '泉 区'").status == 2);
  city.write("content/izumi/hub.json", "{}");
  const Answer refused = city.kiosk_does(kPack);
  CHECK(refused.status == 1);
  CHECK(contains(refused.err, "パックにしていません"));
  for (const auto& entry : fs::directory_iterator(city.path)) CHECK(entry.path().extension() != ".hubpack");
  CHECK(city.kiosk_does("key").status == 2);
  CHECK(city.kiosk_does("key lose city").status == 2);
  CHECK(city.kiosk_does("key show content").status == 1);
}
