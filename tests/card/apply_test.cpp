// What becomes of a machine whose card says this: its files, and what the kiosk is told.
#include "card/apply.h"

#include <doctest/doctest.h>

#include "base/pin.h"
#include "card/machine_files.h"
#include "support/fixtures.h"

using namespace hub;
using namespace hub::tests;

namespace {

const std::vector<card::KnownHub> kHubs = {{"izumi", "泉区", ""}, {"konan", "港南区", ""}};
const card::Places kPlaces{"/card/hub-kiosk.txt", "/etc/hub-kiosk/kiosk.json", "/run/card.json", "/root"};

// A machine with a card in it. Who may read what is told by who wrote it.
struct Machine {
  MemoryFiles open, kiosks, roots;

  card::Applied start() { return card::apply(open, {open, kiosks, roots}, kPlaces, kHubs); }
  std::string& card() { return open.files["/card/hub-kiosk.txt"]; }
  config::LoadedConfig config() { return config::load_config(kiosks, kPlaces.config, {}); }
  std::vector<content::Diagnostic> to_mend() { return card::to_mend_from(kiosks.files[kPlaces.findings]); }
};

std::string file_of(const card::Network& network, std::string_view end) {
  for (const card::MachineFile& one : card::machine_files(network)) {
    if (one.path.ends_with(end)) return one.bytes;
  }
  return "none";
}

}  // namespace

TEST_CASE("a card becomes configuration, network and clock, and its PIN a hash that stays") {
  Machine machine;
  machine.card() =
      "拠点 = 泉区\r\n暗証番号 = 194736\r\nWi-Fiの名前 = Hiroba\r\nWi-Fiのパスワード = a\"b c#12\r\n時刻サーバー = "
      "ntp.nict.jp\r\n";
  const card::Applied applied = machine.start();
  CHECK(described(applied.findings) == "");
  CHECK(applied.failures.empty());
  const config::LoadedConfig loaded = machine.config();
  CHECK(described(loaded.diagnostics) == "");
  CHECK(loaded.config.hub == "izumi");
  CHECK(base::pin_matches(loaded.config.staff.pin_hash, "194736"));
  CHECK(machine.card() ==
        "拠点 = 泉区\r\n暗証番号 = " + loaded.config.staff.pin_hash +
            "\r\nWi-Fiの名前 = Hiroba\r\nWi-Fiのパスワード = a\"b c#12\r\n時刻サーバー = ntp.nict.jp\r\n");
  CHECK(machine.roots.files.size() == 1);
  CHECK(machine.roots.files["/root/etc/wpa_supplicant/wpa_supplicant-wlan0.conf"].find("\n  psk=\"a\"b c#12\"\n") !=
        std::string::npos);
  CHECK(machine.open.files["/root/etc/systemd/timesyncd.conf.d/50-hub-kiosk.conf"] == "[Time]\nNTP=ntp.nict.jp\n");
  CHECK(machine.to_mend().empty());

  // The next start writes the same once more, and nothing to the card.
  const std::string card = machine.card(), config = machine.kiosks.files[kPlaces.config];
  CHECK(machine.start().findings.empty());
  CHECK(machine.card() == card);
  CHECK(machine.kiosks.files[kPlaces.config] == config);
}

TEST_CASE("what is wrong is told as it was found, and what is right counts") {
  Machine machine;
  machine.card() = "拠点 = 泉区\n画面の向き = 45\n暗証番号 = 1234\n";
  const card::Applied applied = machine.start();
  CHECK(applied.findings.size() == 2);
  CHECK(described(machine.to_mend()) == described(applied.findings));
  CHECK(machine.config().config.hub == "izumi");
  CHECK(machine.config().config.staff.pin_hash.empty());
}

TEST_CASE("without the file the kiosk starts, and says that it is missing") {
  Machine machine;
  const card::Applied applied = machine.start();
  REQUIRE(applied.findings.size() == 1);
  CHECK(applied.findings.front().what.ja == "カードに、設定のファイルがないか、読めません。");
  CHECK(applied.failures.size() == 1);
  CHECK(machine.kiosks.exists(kPlaces.config));
  CHECK(machine.config().config.hub.empty());
}

TEST_CASE("on a card that cannot be written to the PIN counts, and staff are told that it still stands there") {
  Machine machine;
  MemoryFiles full;
  full.disk_full = true;
  machine.card() = "拠点 = 泉区\n暗証番号 = 194736\n";
  const card::Applied applied = card::apply(machine.open, {full, machine.kiosks, machine.roots}, kPlaces, kHubs);
  REQUIRE(applied.findings.size() == 1);
  CHECK(applied.findings.front().line == 2);
  CHECK(applied.findings.front().what.ja == "暗証番号が、カードの設定に、そのまま残っています。");
  CHECK(base::pin_matches(machine.config().config.staff.pin_hash, "194736"));
  CHECK(machine.card().find("194736") != std::string::npos);
}

TEST_CASE("findings are told on the screen once, until they are others") {
  MemoryFiles files;
  Machine machine;
  machine.card() = "拠点 = 泉区\n画面の向き = 45\n";
  const auto first = machine.start().findings;
  CHECK_FALSE(card::told(files, "/state", first));
  REQUIRE(card::keep_told(files, "/state", first));
  CHECK(card::told(files, "/state", first));
  machine.card() = "拠点 = 泉区\n\n画面の向き = 45\n";
  CHECK_FALSE(card::told(files, "/state", machine.start().findings));
  CHECK_FALSE(card::told(files, "", first));
}

TEST_CASE("what is none of ours reads as no findings") {
  for (const char* bytes :
       {"", "{}", "[1, null, {}]", "[{\"what\": 1, \"remedy\": 2}]", "\xFF\xFF", "[{\"what\": {}, \"remedy\": {}}]"}) {
    CAPTURE(std::string(bytes));
    CHECK(card::to_mend_from(bytes).empty());
  }
  CHECK(card::to_mend_from(R"([{"what": {"ja": "x"}, "remedy": {}, "line": -5}])").front().line == 0);
}

TEST_CASE("networks, as systemd-networkd and wpa_supplicant read them") {
  using Kind = card::Network::Kind;
  CHECK(file_of({Kind::none, "", "", {}}, ".network").empty());
  CHECK(file_of({Kind::cable, "", "", {}}, ".network").find("Type=ether") != std::string::npos);
  CHECK(file_of({Kind::cable, "", "", {}}, "wlan0.conf").empty());
  const std::string open = file_of({Kind::wifi, "広場", "", {}}, "wlan0.conf");
  CHECK(open.find("ssid=e5ba83e5a0b4\n") != std::string::npos);
  CHECK(open.find("key_mgmt=NONE\n") != std::string::npos);
  CHECK(file_of({Kind::wifi, "x", std::string(64, 'a'), {}}, "wlan0.conf").find("psk=" + std::string(64, 'a') + "\n") !=
        std::string::npos);
  CHECK(file_of({Kind::none, "", "", {}}, "timesyncd.conf.d/50-hub-kiosk.conf").empty());
  CHECK(file_of({Kind::none, "", "", {"a.jp", "b.jp"}}, "50-hub-kiosk.conf") == "[Time]\nNTP=a.jp b.jp\n");
}
