// hub-kiosk-edit with a key, as it begins: what is missing or wrong is said, and it does not begin.
#include <doctest/doctest.h>

#include <string>

#include "support/disk_place.h"
#include "support/program.h"
#include "support/test_keys.h"

using namespace hub::tests;

namespace {

struct Desk : DiskPlace {
  Desk() {
    write("city.key", kCitySecret);
    write("packs/.keep", "");
    const auto locked = city_key().to_file("ひみつの合言葉");
    REQUIRE(locked);
    write("locked.key", locked.value());
    write("no.key", "no key");
  }
  // `before`: of the shell.
  Answer begins(const std::string& options, const std::string& before = "") const {
    ::setenv("EDIT", HUB_KIOSK_EDIT, 1);
    return shell("cd " + path.string() + " && " + before + "$EDIT --no-browser --state state --content . " + options);
  }
};

}  // namespace

TEST_CASE("an editor that cannot send as it is told to says why, and does not begin") {
  const Desk desk;
  struct Wrong {
    const char* options;
    int status;
    const char* says;
    const char* before = "";
  };
  const Wrong all[] = {
      {"--key city.key", 2, "--packs"},
      {"--packs packs", 2, "--key"},
      {"--statuses packs", 2, "--key"},
      {"--key city.key --packs packs --from '泉 区役所'", 2, "空白のない短いことば"},
      {"--key missing.key --packs packs", 1, "missing.key"},
      {"--key packs --packs packs", 1, "packs"},
      {"--key no.key --packs packs", 1, "署名に使う鍵のファイルではありません。"},
      {"--key locked.key --packs packs", 1, "鍵のパスワードがちがいます。", "echo ちがう合言葉 | "},
      {"--key locked.key --packs packs", 1, "鍵のパスワードがちがいます。", "</dev/null "},
      {"--key city.key --packs packs --link link", 1, "--key と --link は、いっしょには使えません。"},
  };
  for (const Wrong& one : all) {
    CAPTURE(one.options);
    const Answer answer = desk.begins(one.options, one.before);
    CHECK(answer.status == one.status);
    CHECK_MESSAGE(contains(answer.err, one.says), answer.says());
    CHECK(answer.out.empty());
    CHECK_FALSE(contains(answer.says(), "RWQA"));
    CHECK_FALSE(contains(answer.says(), "合言葉"));
  }
}
