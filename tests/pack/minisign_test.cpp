// minisign itself (Debian's package) verifies what we sign, and we take what it signs.
#include <doctest/doctest.h>

#include <cstdlib>

#include "pack/pack.h"
#include "support/disk_place.h"
#include "support/needs.h"
#include "support/slow.h"
#include "support/test_keys.h"

using namespace hub;
using namespace hub::tests;

namespace {

struct Minisign : DiskPlace {
  const std::string& why_not() const { return missing_; }

  // A line of the shell, where this place is.
  bool does(const std::string& line) const {
    return std::system(("cd '" + path.string() + "' && { " + line + "; } >out 2>&1").c_str()) == 0;
  }
  std::string said() const { return read("out"); }

 private:
  std::string missing_ = std::system("minisign -v >/dev/null 2>&1") == 0 ? "" : "minisign: sudo apt install minisign";
};

const base::FolderBytes kFiles = {{"common/services.json", "[1, 2]\n"}, {"izumi/hub.json", "{}\n"}};

void make_tar(const Minisign& at) {
  write_tree(at.path / "content", {kFiles.begin(), kFiles.end()});
  REQUIRE(at.does("tar -cf x.tar -C content common/services.json izumi/hub.json"));
}

bool is_taken(const std::string& bytes, const pack::PublicKey& key) {
  const auto opened = pack::open_pack(bytes, "x.hubpack", {{key, "izumi"}});
  if (const auto* refused = std::get_if<pack::Refused>(&opened)) MESSAGE(refused->error.what.en);
  const auto* one = std::get_if<pack::Pack>(&opened);
  return one != nullptr && one->files == kFiles && one->label.hub == "izumi" && one->label.serial == 7;
}

}  // namespace

TEST_CASE("an auditor verifies a pack with head, tail and minisign, and looks into it with tar") {
  const Minisign minisign;
  HUB_NEEDS(minisign);
  const pack::SecretKey key = new_key();
  REQUIRE(pack::write_key_pair(base::SystemCalls(), minisign / "city", key, ""));
  const auto made = pack::made_pack({"izumi", 7, "2026-11-27", "泉区役所"}, kFiles, key);
  REQUIRE(made);
  minisign.write("x.hubpack", made.value());
  REQUIRE(minisign.does("head -n 4 x.hubpack > x.tar.minisig; tail -n +5 x.hubpack > x.tar"));
  CHECK(minisign.does("minisign -Vm x.tar -x x.tar.minisig -p city.pub"));
  CHECK(minisign.said().find("hub=izumi serial=7 made=2026-11-27 from=泉区役所") != std::string::npos);
  CHECK(minisign.does("tar -tf x.tar"));
  CHECK(minisign.said() == "common/services.json\nizumi/hub.json\n");
  CHECK(minisign.does("tar -xOf x.tar izumi/hub.json"));
  CHECK(minisign.said() == "{}\n");
  CHECK(minisign.does("printf x >> x.tar"));
  CHECK_FALSE(minisign.does("minisign -Vm x.tar -x x.tar.minisig -p city.pub"));
}

TEST_CASE("a tar that minisign has signed is a pack") {
  const Minisign minisign;
  HUB_NEEDS(minisign);
  make_tar(minisign);
  REQUIRE(minisign.does("minisign -G -W -p city.pub -s city.key"));
  const auto key = pack::public_key_from(minisign.read("city.pub"));
  REQUIRE(key);
  REQUIRE(minisign.does("minisign -S -s city.key -m x.tar -t 'hub=izumi serial=7 made=2026-11-27'"));
  REQUIRE(minisign.does("cat x.tar.minisig x.tar > x.hubpack"));
  CHECK(is_taken(minisign.read("x.hubpack"), *key));
  std::string other = minisign.read("x.hubpack");
  other.back() = 'x';
  CHECK_FALSE(is_taken(other, *key));
}

TEST_CASE("each signs with the other's key, also where a password protects it" * slow()) {
  const Minisign minisign;
  HUB_NEEDS(minisign);
  make_tar(minisign);
  const pack::SecretKey ours = new_key();
  REQUIRE(pack::write_key_pair(base::SystemCalls(), minisign / "open", ours, ""));
  REQUIRE(pack::write_key_pair(base::SystemCalls(), minisign / "closed", ours, "himitsu"));
  for (const char* line : {"minisign -S -W -s open.key -m x.tar -t 'hub=izumi serial=7'",
                           "echo himitsu | minisign -S -s closed.key -m x.tar -t 'hub=izumi serial=7'"}) {
    CAPTURE(line);
    CHECK_MESSAGE(minisign.does(line), minisign.said());
    REQUIRE(minisign.does("cat x.tar.minisig x.tar > x.hubpack"));
    CHECK(is_taken(minisign.read("x.hubpack"), ours.public_key()));
  }
  REQUIRE(minisign.does("printf 'himitsu\\nhimitsu\\n' | minisign -G -p their.pub -s their.key"));
  CHECK(pack::SecretKey::wants_password(minisign.read("their.key")));
  const auto theirs = pack::SecretKey::from_file(minisign.read("their.key"), "himitsu");
  REQUIRE(theirs);
  CHECK(theirs.value().public_key() == pack::public_key_from(minisign.read("their.pub")));
  const auto made = pack::made_pack({"izumi", 7, "", ""}, kFiles, theirs.value());
  REQUIRE(made);
  minisign.write("x.hubpack", made.value());
  REQUIRE(minisign.does("head -n 4 x.hubpack > x.tar.minisig; tail -n +5 x.hubpack > x.tar"));
  CHECK(minisign.does("minisign -Vm x.tar -x x.tar.minisig -p their.pub"));
}
