// What goes to a hub's screens: whole, under a serial that nobody has seen, and told of as the screens tell it.
#include "fleet/sending.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <set>
#include <thread>

#include "base/files.h"
#include "desk/pack_making.h"
#include "pack/pack.h"
#include "support/disk_place.h"
#include "support/old_or_new.h"
#include "support/slow.h"
#include "support/test_keys.h"

using namespace hub;
using fleet::ScreenStatus;
using tests::tree_of;

namespace {

namespace fs = std::filesystem;

const base::VirtualClock kClock{std::chrono::year(2026) / 11 / 27};

ScreenStatus status_of(const std::string& screen, int serial, const std::string& hub = "izumi") {
  ScreenStatus status;
  status.screen = screen;
  status.hub = hub;
  status.serial = status.taken = serial;
  status.key = pack::text_of(tests::city_key().public_key().id);
  return status;
}

int serial_or_0(const base::Result<int>& serial) { return serial ? serial.value() : 0; }

// A city's server: content, a key, packs, statuses.
struct Server : tests::DiskPlace {
  Server() {
    write("city.key", tests::kCitySecret);
    for (const char* folder : {"hubs", "status"}) fs::create_directory(path / folder);
    for (const char* hub : {"izumi", "konan"}) says(hub, "はじめ");
    write("content/common/readings.json", "{}");
    place.key_file = *this / "city.key";
    place.key = tests::city_key().public_key();
    place.packs_folder = *this / "hubs";
    place.statuses_folder = *this / "status";
    place.from = "泉区役所";
  }
  void says(const std::string& hub, const std::string& words) const {
    write("content/" + hub + "/hub.json", R"({"name": ")" + words + "\"}");
  }
  void hears(const ScreenStatus& status) const { write("status/" + status.screen + ".json", to_json(status)); }
  base::Result<int> send(bool anew = false, const std::string& hub = "izumi",
                         const base::SystemCalls& calls = {}) const {
    return fleet::send_pack(calls, kClock, place, "", *this / "content", hub, anew);
  }
  int sent(bool anew = false, const std::string& hub = "izumi") const {
    const auto serial = send(anew, hub);
    REQUIRE(serial);
    return serial.value();
  }
  // 0: nothing that a screen takes.
  int serial_in(const std::string& name, const std::string& hub = "izumi") const {
    const auto opened = pack::open_pack(read("hubs/" + name), name, {{place.key, ""}});
    const auto* one = std::get_if<pack::Pack>(&opened);
    return one != nullptr && one->label.hub == hub ? one->label.serial : 0;
  }
  fleet::Outgoing looks(std::int64_t later_s = 0) const {
    return fleet::outgoing_of({}, place, *this / "content", "izumi", std::time(nullptr) + later_s);
  }

  fleet::SendingPlace place;
};

const fleet::Screen& screen_called(const fleet::Outgoing& outgoing, const std::string& name) {
  const auto found =
      std::ranges::find_if(outgoing.screens, [&](const fleet::Screen& one) { return one.seen.status.screen == name; });
  REQUIRE(found != outgoing.screens.end());
  return *found;
}

}  // namespace

TEST_CASE("what shows is sent under both names, and once") {
  const Server server;
  CHECK_FALSE(server.looks().is_sent);
  CHECK(server.sent() == 1);
  CHECK(server.serial_in("izumi-0001.hubpack") == 1);
  CHECK(server.read("hubs/izumi.hubpack") == server.read("hubs/izumi-0001.hubpack"));
  const auto opened = pack::open_pack(server.read("hubs/izumi.hubpack"), "izumi.hubpack", {{server.place.key, ""}});
  const auto* one = std::get_if<pack::Pack>(&opened);
  REQUIRE(one != nullptr);
  CHECK(one->label.made == "2026-11-27");
  CHECK(one->label.from == "泉区役所");
  CHECK(one->files == base::FolderBytes{{"izumi/hub.json", R"({"name": "はじめ"})"}, {"common/readings.json", "{}"}});
  CHECK(server.looks().is_sent);
  CHECK(server.looks().newest == 1);
  server.hears(status_of("izumi-1", 3));
  CHECK_FALSE(server.looks().is_sent);  // it will not be taken there
  server.hears(status_of("izumi-1", 999'999'999));
  CHECK(server.looks().is_sent);
  fs::remove(server.path / "status/izumi-1.json");

  const tests::Tree before = tree_of(server.path / "hubs");
  CHECK(server.sent() == 1);  // as whoever was interrupted does
  CHECK(tree_of(server.path / "hubs") == before);
  CHECK(server.sent(true) == 2);
  server.says("izumi", "つぎ");
  CHECK_FALSE(server.looks().is_sent);
  CHECK(server.sent() == 3);
  CHECK(server.serial_in("izumi.hubpack") == 3);
  CHECK(tree_of(server.path / "hubs").size() == 4);
}

TEST_CASE("a pack that has only one of its names gets the other, and no serial is used up") {
  for (const bool anew : {false, true}) {
    const Server server;
    for (const bool half : {false, true}) {
      CHECK(server.sent() == 1);
      fs::remove(server.path / "hubs/izumi.hubpack");
      if (half) server.write("hubs/izumi.hubpack", "untrusted");
      CHECK_FALSE(server.looks().is_sent);
      CHECK(server.sent(anew) == 1);
      CHECK(server.serial_in("izumi.hubpack") == 1);
      CHECK(server.looks().is_sent);
    }
  }
}

TEST_CASE(
    "a serial is greater than all that lie there, whatever they are called, and than all that a screen has said") {
  const Server server;
  int least = 0;
  SUBCASE("a name") { server.write("hubs/izumi-0041.hubpack", "何か"), least = 41; }
  SUBCASE("a name in capitals") { server.write("hubs/izumi-0041.HUBPACK", "何か"), least = 41; }
  SUBCASE("the name that screens fetch") {
    const auto made = pack::made_pack({"izumi", 17, "", ""}, {}, tests::new_key());
    server.write("hubs/izumi.hubpack", made.value()), least = 17;
  }
  SUBCASE("another name") {
    const auto made = pack::made_pack({"izumi", 23, "", ""}, {}, tests::city_key());
    server.write("hubs/写し.hubpack", made.value()), least = 23;
  }
  SUBCASE("what shows on a screen") { server.hears(status_of("izumi-1", 8)), least = 8; }
  SUBCASE("what has shown there") {
    ScreenStatus status = status_of("izumi-1", 3);
    status.taken = 9;
    server.hears(status), least = 9;
  }
  SUBCASE("of another key") {
    ScreenStatus status = status_of("izumi-1", 30);
    status.key = "0000000000000001";
    server.hears(status), least = 30;
  }
  SUBCASE("what a screen refused") {
    ScreenStatus status = status_of("izumi-1", 3);
    status.refused = {{"a.hubpack", "other-hub", 700, "ほかの拠点のパックです。"},
                      {"b.hubpack", "not-shown", 12, "まちがいがあります。"}};
    server.hears(status), least = 12;
  }
  CHECK(server.sent() == least + 1);
  CHECK(server.serial_in("izumi.hubpack") == least + 1);
  // Each hub has its own.
  CHECK(server.sent(false, "konan") == 1);
  CHECK(server.sent(false, "konan") == 1);
}

TEST_CASE("what is like a hub's name is not its pack") {
  const Server server;
  server.write("hubs/izumi-kita-0099.hubpack", "何か");
  server.write("hubs/.izumi-0098.hubpack", "何か");
  server.write("hubs/izumi-0097.hubpack.txt", "何か");
  server.write("hubs/izumi-new.hubpack", "何か");
  server.hears(status_of("konan-1", 96, "konan"));
  CHECK(server.sent() == 1);
}

TEST_CASE("a screen that says what cannot be uses no serials up") {
  const Server server;
  server.sent();
  const tests::Tree before = tree_of(server.path / "hubs");
  server.says("izumi", "つぎ");
  server.hears(status_of("izumi-1", 999'999'998));
  const auto refused = server.send();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what.ja.find("画面「izumi-1」が、ここにない 999999998 番を") != std::string::npos);
  CHECK(refused.error().remedy.ja.find("izumi-999999998.hubpack") != std::string::npos);
  CHECK(tree_of(server.path / "hubs") == before);
  // Where the packs of old serials were cleared away, a screen is believed.
  server.hears(status_of("izumi-1", 1 + fleet::kMostLeap));
  CHECK(server.sent() == 2 + fleet::kMostLeap);
}

TEST_CASE("when all serials are used up, that is said") {
  const Server server;
  server.write("hubs/izumi-999999999.hubpack", "何か");
  const auto refused = server.send();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what.ja == "パックの番号を使いきりました。");
}

TEST_CASE("two who send at once never make the same serial") {
  const Server server;
  constexpr int kTimes = 6;
  std::vector<int> serials[2];
  {
    std::vector<std::jthread> both;
    for (auto& mine : serials) {
      both.emplace_back([&server, &mine] {
        for (int i = 0; i < kTimes; ++i) mine.push_back(serial_or_0(server.send(true)));
      });
    }
  }
  std::set<int> all(serials[0].begin(), serials[0].end());
  all.insert(serials[1].begin(), serials[1].end());
  CHECK(all.size() == 2 * kTimes);
  CHECK(*all.begin() == 1);
  CHECK(*all.rbegin() == 2 * kTimes);
  for (const int serial : all) CHECK(server.serial_in(desk::name_of_pack("izumi", serial)) == serial);
  CHECK(server.serial_in("izumi.hubpack") == 2 * kTimes);
}

TEST_CASE("whatever is missing is said in words, nothing is sent, and when it is back it is") {
  const Server server;
  server.sent();
  server.says("izumi", "つぎ");
  const tests::Tree before = tree_of(server.path / "hubs");
  fleet::SendingPlace place = server.place;
  std::string says;
  bool seen_before = true;  // a page can tell it without trying
  SUBCASE("the key") { place.key_file += "-", says = "署名に使う鍵を開けないので、"; }
  SUBCASE("what is no key") { place.key_file = server.write("a.key", "no key"), says = "署名に使う鍵のファイルでは"; }
  SUBCASE("a folder in its place") { place.key_file = server / "hubs", says = "（鍵のファイルではありません）。"; }
  SUBCASE("another key") {
    const auto other = tests::new_key().to_file("");
    place.key_file = server.write("b.key", other.value());
    says = "始めたときのものではないので", seen_before = false;
  }
  SUBCASE("the folder of packs") { place.packs_folder += "-", says = "パックを置くフォルダーを開けないので"; }
  SUBCASE("a file in its place") { place.packs_folder = place.key_file, says = "パックを置くフォルダーを開けないので"; }
  SUBCASE("the folder of statuses") { place.statuses_folder += "-", says = "画面の知らせのフォルダーを開けないので"; }
  const auto refused = fleet::send_pack({}, kClock, place, "", server / "content", "izumi", false);
  REQUIRE_FALSE(refused);
  CHECK_MESSAGE(refused.error().what.ja.find(says) != std::string::npos, refused.error().what.ja);
  CHECK_FALSE(refused.error().remedy.ja.empty());
  CHECK(refused.error().what.en.ends_with('.'));
  CHECK(refused.error().what.ja.find('/') == std::string::npos);  // or a page would leave it out
  CHECK(tree_of(server.path / "hubs") == before);
  const auto faults = fleet::faults_of({}, place);
  CHECK(faults.empty() != seen_before);
  if (seen_before) CHECK(faults.front().what.ja == refused.error().what.ja);
  CHECK(fleet::faults_of({}, server.place).empty());
  CHECK(server.sent() == 2);
}

TEST_CASE("a key with a password opens with it alone") {
  const Server server;
  const auto file = tests::city_key().to_file("ひみつの合言葉");
  server.write("city.key", file.value());
  const auto send = [&](const std::string& password) {
    return fleet::send_pack({}, kClock, server.place, password, server / "content", "izumi", false);
  };
  const auto refused = send("ちがう");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what.ja.find("鍵のパスワードがちがいます") != std::string::npos);
  CHECK(refused.error().what.ja.find("ひみつ") == std::string::npos);
  CHECK(serial_or_0(send("ひみつの合言葉")) == 1);
}

TEST_CASE("content that cannot be in a pack is not sent, and says why") {
  const Server server;
  server.write("content/izumi/reports/" + std::string("2026.json"), std::string(2 << 20, ' '));
  const auto refused = server.send();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what.ja.find("2026.json") != std::string::npos);
  CHECK_FALSE(server.send(false, "nobody"));
  CHECK(tree_of(server.path / "hubs").empty());
}

namespace {

// One pack has gone, and the next is to go.
tests::Change<Server> sending() {
  tests::Change<Server> change;
  change.name = "sending";
  change.before = [](const Server& server) {
    server.sent();
    server.says("izumi", "つぎ");
  };
  change.make = [](const Server& server, const base::SystemCalls& calls) -> base::Status {
    const auto serial = server.send(false, "izumi", calls);
    if (!serial) return serial.error();
    return base::Done{};
  };
  change.shows_old = [](const Server& server) { return server.serial_in("izumi.hubpack") == 1; };
  change.shows_new = [](const Server& server) { return server.serial_in("izumi.hubpack") == 2; };
  change.goes_on = [](const Server& server) {
    for (const auto& one : tree_of(server.path / "hubs")) {
      const std::string& name = one.first;
      if (desk::is_pack(name)) CHECK_MESSAGE(server.serial_in(name) > 0, name);  // whole, or not there
    }
    CHECK(server.sent() == 2);
    CHECK(server.looks().is_sent);
    for (const auto& one : tree_of(server.path / "hubs")) CHECK(desk::is_pack(one.first));
  };
  return change;
}

}  // namespace

TEST_CASE("whoever is killed while sending has sent all or nothing, and sends the same once more") {
  CHECK(tests::kill_everywhere(sending()) >= 10 / tests::kKillStep);
}

TEST_CASE("where the disk is full all or nothing is sent, that is said, and it can be sent again") {
  CHECK(tests::fill_disk_everywhere(sending()) >= 4);
}

TEST_CASE("what became of a pack on each screen is said as the screens tell it") {
  const Server server;
  CHECK(server.looks().heard);
  CHECK(server.looks().screens.empty());
  server.write("hubs/izumi-0007.hubpack", "何か");
  server.says("izumi", "つぎ");
  REQUIRE(server.sent() == 8);
  server.hears(status_of("has", 8));
  ScreenStatus own = status_of("own", 0);
  own.taken = 8;
  server.hears(own);
  server.hears(status_of("waits", 7));
  ScreenStatus refuses = status_of("refuses", 7);
  refuses.refused = {
      {"izumi.hubpack", "unknown-key", 0, "「izumi.hubpack」は、この画面の知らない鍵で署名されています。"}};
  server.hears(refuses);
  ScreenStatus hot = status_of("hot", 8);
  hot.wrong = {"機械が熱くなっています。"};
  server.hears(hot);
  server.hears(status_of("konan-1", 2, "konan"));
  server.write("status/bad.json", "{");
  const fleet::Outgoing now = server.looks();
  CHECK(now.screens.size() == 5);
  CHECK(now.newest == 8);
  const auto said = [&](const char* name) { return fleet::said_of(screen_called(now, name)); };
  const auto has = [&](const char* name) { return fleet::has_newest(screen_called(now, name)); };
  CHECK(said("has") == "映っています。");
  CHECK(said("own") == "受け取りましたが、いまは、その画面で選んだ別の内容です。");
  CHECK(said("waits") == "8 番が、まだ映っていません。");
  CHECK(said("refuses") == "8 番が、まだ映っていません。「izumi.hubpack」は、この画面の知らない鍵で署名されています。");
  CHECK(said("hot") == "映っています。機械が熱くなっています。");
  CHECK((has("has") && has("own") && has("hot")));
  CHECK_FALSE((has("waits") || has("refuses")));
  CHECK(fleet::is_refusing(screen_called(now, "refuses")));
  CHECK_FALSE(fleet::is_refusing(screen_called(now, "waits")));
  const fleet::Outgoing later = server.looks(4 * 24 * 3600);
  CHECK(fleet::said_of(screen_called(later, "has")) == "4 日、連絡がありません。電源と、つながりを見てください。");

  fleet::SendingPlace deaf = server.place;
  deaf.statuses_folder.clear();
  const fleet::Outgoing unheard = fleet::outgoing_of({}, deaf, server / "content", "izumi", 0);
  CHECK_FALSE(unheard.heard);
  CHECK(unheard.faults.empty());
  CHECK(unheard.is_sent);
}
