// hub-kiosk.txt as people write it, right and wrong.
#include "card/card.h"

#include <doctest/doctest.h>

#include "base/pin.h"
#include "card/keys.h"
#include "support/fixtures.h"

using namespace hub;
using namespace hub::tests;
using card::Card;
using card::Network;

namespace {

constexpr const char* kKey = "RWRUU2dCg26Y2CsMPVlFA7aXbJjVxaXTXTKfcm1BuCznVOXeCtKpo4ad";

const std::vector<card::KnownHub> kHubs = {{"izumi", "泉区", "泉区地域子育て支援拠点 すきっぷ"},
                                           {"konan", "港南区", "港南区地域子育て支援拠点 はっち"}};

Card card_of(const std::string& file) { return card::read_card(file, kHubs); }

// Without anything to mend in it.
Card fine(const std::string& file) {
  Card card = card_of(file);
  CAPTURE(file);
  CHECK(described(card.findings) == "");
  return card;
}

std::string hub_in(const std::string& file) { return fine(file).config.hub; }

// What is wrong, in Japanese: "3: …".
std::vector<std::string> said(const Card& card) {
  std::vector<std::string> all;
  for (const content::Diagnostic& one : card.findings) {
    CHECK(one.file == "hub-kiosk.txt");
    CHECK_FALSE(one.remedy.ja.empty());
    CHECK_FALSE(one.remedy.en.empty());
    all.push_back(std::to_string(one.line) + ": " + one.what.ja);
  }
  return all;
}

// The only thing to mend, and it is in that line.
content::Diagnostic only(const std::string& file, int line) {
  const Card card = card_of(file);
  CAPTURE(file);
  CAPTURE(described(card.findings));
  REQUIRE(card.findings.size() == 1);
  CHECK(card.findings.front().line == line);
  return card.findings.front();
}

std::string wide(std::string_view ascii, bool little) {
  std::string bytes;
  for (const char c : ascii) bytes += little ? std::string{c, '\0'} : std::string{'\0', c};
  return bytes;
}

}  // namespace

TEST_CASE("the template is right as it is, but for the hub that it asks for") {
  const std::string file = read_source("app/packaging/image/hub-kiosk.txt");
  const Card card = card_of(file);
  CHECK(said(card) == std::vector<std::string>{"1: どの拠点の画面か、書かれていません。"});
  CHECK_FALSE(card.config.hours->exceptions.size());
  CHECK(card.network.kind == Network::Kind::none);
  CHECK(fine(replaced(file, "\n拠点 =", "\n拠点 = 泉区")).config.hub == "izumi");
}

TEST_CASE("the template has every setting, in the order of the table") {
  const std::string file = read_source("app/packaging/image/hub-kiosk.txt");
  std::size_t before = 0;
  for (const card::KeyWords& one : card::all_keys()) {
    CAPTURE(std::string(one.name));
    const std::size_t at = file.find("\n" + std::string(one.name) + " =");
    REQUIRE(at != std::string::npos);
    CHECK(at > before);
    before = at;
  }
}

TEST_CASE("a setting's name and its value may be typed in any width, with any spaces, quotes and signs between") {
  for (const char* file : {"拠点=izumi",
                           "拠点 = izumi",
                           "拠点＝ｉｚｕｍｉ",
                           "拠点：泉区",
                           "拠点: 泉",
                           "　拠点　＝　泉区　",
                           "\t拠点\t=\tizumi \t",
                           "拠点 = \"izumi\"",
                           "拠点 = “泉区”",
                           "拠点 = 「泉区」",
                           "拠点 = 'izumi",
                           "拠点 = ＂泉区＂",
                           "「拠点」 = IZUMI",
                           "hub = izumi",
                           "ＨＵＢ＝Izumi",
                           "拠 点 = 泉 区",
                           "拠点 = izumi # 泉区",
                           "拠点 = 泉区　＃ここを書きかえた",
                           "拠点の記号 = izumi",
                           "拠点 = 泉区地域子育て支援拠点 すきっぷ",
                           "\xEF\xBB\xBF拠点 = izumi",
                           "拠点 = izumi\r\n",
                           "拠点 = izumi\r",
                           "\r\n\r\n拠点 = izumi\r\n\r\n",
                           "﻿拠点\xE2\x80\x8B = izumi"}) {
    CAPTURE(file);
    CHECK(hub_in(file) == "izumi");
  }
}

TEST_CASE("a file is read in every encoding that an editor in Japan saves it in") {
  CHECK(hub_in("\x8B\x92\x93\x5F = \x90\xF2\x8B\xE6") == "izumi");                   // Shift_JIS
  CHECK(hub_in("\x8B\x92\x93\x5F\x81\x81\x90\xF2\x8B\xE6\x81\x40\r\n") == "izumi");  // with ＝ and a wide space
  CHECK(hub_in("\xB5\xF2\xC5\xC0 = izumi\n# \xA4\xB3\xA4\xEC\xA4\xCF\xA4\xB3\xA4\xB3") == "izumi");  // EUC-JP
  CHECK(hub_in("\xFF\xFE" + wide("hub = izumi\r\n", true)) == "izumi");  // UTF-16 of old Notepads
  CHECK(hub_in("\xFE\xFF" + wide("hub = izumi\n", false)) == "izumi");
}

TEST_CASE("line ends of every kind count as one line each") {
  CHECK(said(card_of("拠点 = izumi\r\n\r\nなにか\r\n")).front().starts_with("3: "));
  CHECK(said(card_of("拠点 = izumi\n\nなにか")).front().starts_with("3: "));
  CHECK(said(card_of("拠点 = izumi\r\rなにか\r")).front().starts_with("3: "));
  CHECK(said(card_of("\xFF\xFE" + wide("hub = izumi\r\n\r\nabc\r\n", true))).front().starts_with("3: "));
}

TEST_CASE("the screen's size, its direction and its controls") {
  const auto screen = [](const std::string& line) { return fine("拠点 = izumi\n" + line).config.screen; };
  for (const char* size : {"32", "３２", "32インチ", "３２ 型", "32 inch", "32\"", "32.0", "㌅", "32㌅"}) {
    if (std::string(size) == "㌅") continue;  // a unit alone is no number, see below
    CAPTURE(size);
    CHECK(screen("画面の大きさ = " + std::string(size)).diagonal_inch == 32);
  }
  CHECK(screen("画面の大きさ = 31.5").diagonal_inch == doctest::Approx(31.5));
  for (const char* angle : {"90", "９０", "90度", "90°", "右に90", "時計回りに 90 度", "左に270"}) {
    CAPTURE(angle);
    CHECK(screen("画面の向き = " + std::string(angle)).rotate_deg == 90);
  }
  for (const char* angle : {"0", "横", "そのまま", "なし", "360"})
    CHECK(screen("画面の向き = " + std::string(angle)).rotate_deg == 0);
  CHECK(screen("ボタンの高さ = 低く\n画面の下の高さ = ７００ミリ").reach == config::Config::Screen::Reach::low);
  CHECK(screen("画面の下の高さ = 700mm").bottom_mm == 700);
  CHECK(screen("ボタンの高さ = ふつう").reach == config::Config::Screen::Reach::full);
}

TEST_CASE("hours, as people write times and days") {
  const auto hours = [](const std::string& lines) { return fine("拠点 = izumi\n" + lines).config.hours.value(); };
  using std::chrono::minutes;
  for (const char* span : {"9:00-17:00", "９：００～１７：００", "9時〜17時", "9時から17時まで", "午前9時ー午後5時",
                           "09:00 – 17:00", "9-17"}) {
    CAPTURE(span);
    const auto found = fine("拠点 = izumi\n映す時間 = " + std::string(span)).config.hours.value();
    REQUIRE(found.week[3].size() == 1);
    CHECK(found.week[3][0] == content::Hours::Span{std::chrono::hours(9), std::chrono::hours(17)});
  }
  const content::Hours two = hours("映す時間 = 9:30-12時、13時半-16:00\n休みの曜日 = 日、月曜日");
  CHECK(two.week[2].size() == 2);
  CHECK(two.week[2][1].from == minutes(13 * 60 + 30));
  CHECK(two.week[0].empty());
  CHECK(two.week[1].empty());
  CHECK_FALSE(two.week[6].empty());
  for (const char* days : {"火-木", "火水木", "火曜〜木曜", "tue, wed, thu", "火・水・木"}) {
    CAPTURE(days);
    const content::Hours closed = hours("休みの曜日 = " + std::string(days));
    CHECK((closed.week[2].empty() && closed.week[3].empty() && closed.week[4].empty()));
    CHECK_FALSE(closed.week[5].empty());
  }
  for (const char* days : {"12/29-1/3", "12月29日〜1月3日", "12-29..01-03", "１２／２９－１／３", "12-29-1-3"}) {
    CAPTURE(days);
    const content::Hours closed = hours("休みの日 = " + std::string(days));
    REQUIRE(closed.exceptions.size() == 1);
    CHECK(closed.exceptions[0].yearly);
    CHECK(closed.exceptions[0].first.month() == std::chrono::December);
    CHECK(closed.exceptions[0].last.day() == std::chrono::day(3));
  }
  CHECK(hours("休みの日 = 5/3-5、2027年2月11日\n休みの日 = 11/3").exceptions.size() == 3);
  CHECK_FALSE(fine("拠点 = izumi\n休みの曜日 = なし\n休みの日 = なし").config.hours);
}

TEST_CASE("hours with a mistake in them do not keep the screen dark") {
  const Card card = card_of("拠点 = izumi\n映す時間 = 9:00-17:00\n休みの曜日 = げつ\n");
  CHECK_FALSE(card.config.hours);
  CHECK(said(card) == std::vector<std::string>{"3: 「休みの曜日」に書かれた「げつ」が分かりません。",
                                               "3: 映す時間か休みにまちがいがあるので、直すまで、いつも映します。"});
  CHECK_FALSE(card_of("拠点 = izumi\n映す時間 = 9:00-25:00\n休みの曜日 = 日").config.hours);
  CHECK_FALSE(card_of("拠点 = izumi\n映す時間 = 9:00-17:00\n休みの日 = 2/30").config.hours);
  for (const char* night : {"9:00-5:00", "9時から5時", "13:00-16:00、22:00-6:00"}) {
    CAPTURE(night);
    const std::string lines = "拠点 = izumi\n映す時間 = " + std::string(night);
    CHECK(only(lines, 2).severity == content::Diagnostic::Severity::warning);
    CHECK(card_of(lines).config.hours);
  }
  CHECK(said(card_of("拠点 = izumi\n映す時間 = 9:00-24:00")).empty());
  CHECK(only("拠点 = izumi\n休みの曜日 = 日、祝日", 2).severity == content::Diagnostic::Severity::warning);
}

TEST_CASE("a network is none, a cable or Wi-Fi, whose name and password stay as they are typed") {
  const auto network = [](const std::string& lines) { return fine("拠点 = izumi\n" + lines).network; };
  CHECK(network("ネットワーク = なし").kind == Network::Kind::none);
  CHECK(network("ﾈｯﾄﾜｰｸ = 有線ＬＡＮ").kind == Network::Kind::cable);
  const Network wifi =
      network("ネットワーク = ＷｉＦｉ\nWi-Fi の名前 = Hiroba 2F＃\nＷｉ－Ｆｉのパスワード = a b#c \"d=e:f  ");
  CHECK(wifi.kind == Network::Kind::wifi);
  CHECK(wifi.wifi_name == "Hiroba 2F＃");
  CHECK(wifi.wifi_password == "a b#c \"d=e:f");
  CHECK(network("Wi-Fiの名前 = x\nWi-Fiのパスワード = ｐａｓｓｗｏｒｄ１").wifi_password == "password1");
  CHECK(network("Wi-Fiの名前 = \"x \"\nWi-Fiのパスワード = \" #1234567\"").wifi_password == "#1234567");
  CHECK(network("SSID = x\nPSK = " + std::string(64, 'a')).wifi_password.size() == 64);
  CHECK(network("時刻サーバ = ntp.nict.jp").time_servers == std::vector<std::string>{"ntp.nict.jp"});
  CHECK(network("時刻サーバー = ntp.nict.jp、NTP2.example.jp").time_servers ==
        std::vector<std::string>{"ntp.nict.jp", "ntp2.example.jp"});
}

TEST_CASE("what is wrong with a network is said without its password, and then there is none") {
  for (const char* lines :
       {"Wi-Fiの名前 = x\nWi-Fiのパスワード = secret7", "Wi-Fiの名前 = x\nWi-Fiのパスワード = 秘密のことばですよ"}) {
    const content::Diagnostic one = only("拠点 = izumi\n" + std::string(lines), 3);
    CHECK(described({one}).find("secret") == std::string::npos);
    CHECK(described({one}).find("秘密") == std::string::npos);
    CHECK(card_of("拠点 = izumi\n" + std::string(lines)).network.kind == Network::Kind::none);
  }
  only("拠点 = izumi\nネットワーク = Wi-Fi", 2);
  only("拠点 = izumi\nネットワーク = Wi-Fi\nWi-Fiの名前 = x", 3);
  only("拠点 = izumi\nネットワーク = 有線\nWi-Fiの名前 = x", 3);
  only("拠点 = izumi\nネットワーク = 光", 2);
  only("拠点 = izumi\n時刻サーバー = 時計", 2);
  only("拠点 = izumi\nWi-Fiの名前 = " + std::string(33, 'x') + "\n", 2);
}

TEST_CASE("packs: an address, keys and a name, or what is wrong with them") {
  const Card card =
      fine("拠点 = izumi\nネットワーク = 有線\nパックの場所 = https://Packs.example.jp/Hubs\nパックの鍵 = " +
           std::string(kKey) + "\n画面の名前 = Ｉｚｕｍｉ－１\n知らせる場所 = https://packs.example.jp/s/");
  CHECK(card.config.packs.url == "https://Packs.example.jp/Hubs/");
  CHECK(card.config.packs.keys.size() == 1);
  CHECK(card.config.packs.name == "izumi-1");
  CHECK(card.config.packs.status_url == "https://packs.example.jp/s/");
  only("拠点 = izumi\nネットワーク = 有線\nパックの場所 = https://packs.example.jp/", 3);
  only("拠点 = izumi\nパックの場所 = https://packs.example.jp/\nパックの鍵 = " + std::string(kKey), 2);
  only("拠点 = izumi\nパックの場所 = packs.example.jp", 2);
  const content::Diagnostic key = only("拠点 = izumi\nパックの鍵 = RWTnotakey", 2);
  CHECK(described({key}).find("notakey") == std::string::npos);
  only("拠点 = izumi\n画面の名前 = ロビー", 2);
}

TEST_CASE("each mistake is told with its line, and the lines that are right count") {
  const struct {
    const char* line;
    const char* what;
  } mistakes[] = {
      {"画面の大きさ = 大きい", "「画面の大きさ」に書かれた「大きい」が分かりません。"},
      {"画面の大きさ = 2", "「画面の大きさ」に書かれた「2」が分かりません。"},
      {"画面の大きさ = 80cm", "「画面の大きさ」に書かれた「80cm」が分かりません。"},
      {"画面の大きさ = ㌅", "「画面の大きさ」に書かれた「㌅」が分かりません。"},
      {"画面の向き = 45", "「画面の向き」に書かれた「45」が分かりません。"},
      {"画面の向き = 縦", "画面を縦にする向きは 2 つあります。時計回りに 90 度回しました。"},
      {"ボタンの高さ = 高い", "「ボタンの高さ」に書かれた「高い」が分かりません。"},
      {"画面の下の高さ = 9999", "「画面の下の高さ」に書かれた「9999」が分かりません。"},
      {"ネットワーク なし", "名前と値のあいだに「=」がありません。"},
      {"これは説明です", "名前と値のあいだに「=」がありません。"},
      {"暗証番後 = 194736", "「暗証番後」という設定はありません。"},
      {"音量 = 5", "「音量」という設定はありません。"},
      {"暗証番号 = 12", "暗証番号"},
      {"暗証番号 = 1234", "暗証番号"},
      {"暗証番号 = ひみつ", "暗証番号"},
      {"暗証番号 = $argon2id$v=19$m=", "暗証番号のしるしが、途中で切れているか、書きかえられています。"},
      {"\xFF\xFF", "この行の文字を読めません。"},
  };
  for (const auto& wrong : mistakes) {
    CAPTURE(std::string(wrong.line));
    const Card card = card_of("拠点 = izumi\n" + std::string(wrong.line) + "\nネットワーク = 有線\n");
    CHECK(card.config.hub == "izumi");
    CHECK(card.network.kind == Network::Kind::cable);
    REQUIRE(card.findings.size() == 1);
    CHECK(said(card).front().starts_with("2: "));
    CHECK(said(card).front().find(wrong.what) != std::string::npos);
  }
}

TEST_CASE("a misspelt setting is told which it may be") {
  CHECK(only("拠点 = izumi\n暗証番後 = 194736", 2).remedy.ja.find("「暗証番号」") != std::string::npos);
  CHECK(only("拠点 = izumi\n時刻サーパー = x", 2).remedy.ja.find("「時刻サーバー」") != std::string::npos);
  CHECK(only("拠点 = izumi\n画面の大ささ 32", 2).remedy.ja.find("画面の大きさ") != std::string::npos);
  CHECK(only("拠点 = izmui", 1).remedy.ja.find("「izumi」") != std::string::npos);
}

TEST_CASE("no hub is guessed: what names none leaves the kiosk without one") {
  for (const char* file : {"", "拠点 =\n", "# 拠点 = izumi\n", "拠点 = 戸塚区\n", "拠点 = ???\n"}) {
    CAPTURE(file);
    const Card card = card_of(file);
    CHECK(card.config.hub.empty());
    CHECK(card.findings.size() == 1);
  }
  CHECK(card::read_card("", {kHubs[0]}).config.hub == "izumi");
}

TEST_CASE("of two lines with the same setting the later one counts, and a wrong one takes nothing away") {
  const Card card = card_of("拠点 = izumi\n拠点 = 港南区\n");
  CHECK(card.config.hub == "konan");
  CHECK(said(card) ==
        std::vector<std::string>{"2: 「拠点」は、1 行目にも書かれています。ここに書かれたほうを使います。"});
  CHECK(card_of("画面の向き = 90\n画面の向き = まる").config.screen.rotate_deg == 90);
  CHECK(card_of("拠点 = izumi\n拠点 =\n").config.hub == "izumi");
}

TEST_CASE("a broken byte costs its line alone; bytes without end cost no more than is read") {
  const Card card = card_of("拠点 = izumi\n\xFF\xFF\nネットワーク = 有線\n");
  CHECK(card.network.kind == Network::Kind::cable);
  CHECK(said(card) == std::vector<std::string>{"2: この行の文字を読めません。"});
  // Cut in the middle of a character, the line is one of Shift_JIS; the others stay what they are.
  CHECK(card_of("拠点 = 泉区\nネットワーク = 有\xE7\xB7\nボタンの高さ = 低く\n").config.screen.reach ==
        config::Config::Screen::Reach::low);
  CHECK(fine("拠点 = 泉区\n\x83\x6C\x83\x62\x83\x67 = \x82\xC8\x82\xB5\n").network.kind == Network::Kind::none);
  CHECK(only("拠点 = izumi\n# " + std::string(2000, 'x'), 2).what.ja == "この行は長すぎます。");
  const Card long_one = card_of("拠点 = izumi\n" + std::string(100'000, '\n'));
  CHECK(long_one.config.hub == "izumi");
  CHECK(said(long_one).size() == 1);
  CHECK(card_of(std::string(4096, '\0')).findings.size() >= 1);
  const Card hopeless = card_of([] {
    std::string lines;
    for (int i = 0; i < 500; ++i) lines += "x = y\n";
    return lines;
  }());
  CHECK(hopeless.findings.size() == 40);
}

TEST_CASE("a PIN is found in every encoding, and all of the file beside it stays as it is") {
  const std::string hash = "$argon2id$v=19$x";
  const auto hidden = [&](const std::string& file) {
    const Card card = card_of(file);
    CHECK(card.pin == "194736");
    return card::with_hash(file, card.pins, hash);
  };
  CHECK(hidden("hub=izumi\r\n暗証番号 = １９４７３６  # ひみつ\r\n終わり") ==
        "hub=izumi\r\n暗証番号 = " + hash + "  # ひみつ\r\n終わり");
  CHECK(hidden("\xEF\xBB\xBF暗証番号=194736") == "\xEF\xBB\xBF暗証番号=" + hash);
  CHECK(hidden("暗証番号 = 「19 47-36」\r") == "暗証番号 = 「" + hash + "」\r");
  const std::string name = "\x88\xC3\x8F\xD8\x94\xD4\x8D\x86";  // 暗証番号 in Shift_JIS
  CHECK(hidden("\x8B\x92\x93\x5F = izumi\r\n" + name +
               " \x81\x81 \x82\x50\x82\x58\x82\x53\x82\x56\x82\x52\x82\x55\r\n") ==
        "\x8B\x92\x93\x5F = izumi\r\n" + name + " \x81\x81 " + hash + "\r\n");
  CHECK(hidden("\xFF\xFE" + wide("pin = 194736\r\nhub = izumi", true)) ==
        "\xFF\xFE" + wide("pin = " + hash + "\r\nhub = izumi", true));
  CHECK(hidden("pin = 582914\npin = 194736\n") == "pin = " + hash + "\npin = " + hash + "\n");
  const std::string jis = "\x1B$B0E>ZHV9f\x1B(B";  // 暗証番号 in ISO-2022-JP
  CHECK(hidden("hub = izumi\n" + jis + " = 194736\n") == "hub = izumi\n" + jis + " = " + hash + "\n");
  CHECK(hidden(jis + "=194736") == jis + "=" + hash);
  // Also where another line is in no encoding at all.
  CHECK(hidden("\xFF\xFF\n暗証番号 = 194736\n") == "\xFF\xFF\n暗証番号 = " + hash + "\n");
}

TEST_CASE("what was hidden is read as the same PIN at the next start") {
  const std::string file = "\xEF\xBB\xBF拠点 = izumi\r\n暗証番号 = 194736\r\n";
  const Card first = fine(file);
  const auto hash = base::hash_pin(first.pin);
  REQUIRE(hash);
  const std::string kept = card::with_hash(file, first.pins, hash.value());
  CHECK(kept.find("194736") == std::string::npos);
  const Card next = fine(kept);
  CHECK(next.pin.empty());
  CHECK(next.pins.empty());
  CHECK(base::pin_matches(next.pin_hash, "194736"));
  CHECK(card::with_hash(kept, next.pins, "x") == kept);
  MemoryFiles files;
  files.files["kiosk.json"] = card::with_pin(next, next.pin_hash);
  const config::LoadedConfig loaded = config::load_config(files, "kiosk.json", {});
  CHECK(described(loaded.diagnostics) == "");
  CHECK(loaded.config.staff.pin_hash == next.pin_hash);
}

TEST_CASE("a PIN that cannot be told from what switches letters is left, and said to be there") {
  const std::string file = "hub = izumi\npin = \x1B$B#1#9#4#7#3#6\x1B(B\n";
  const Card card = card_of(file);
  CHECK(card.pin == "194736");
  CHECK(card.pins.empty());
  CHECK(said(card) == std::vector<std::string>{"2: 暗証番号が、カードの設定に、そのまま残っています。"});
}

TEST_CASE("no finding repeats what may be a PIN") {
  for (const char* line : {"暗証番号 = 1234", "暗証番号 = 19473", "暗証番号 = 19473619473", "暗証番号 = 1947ab"}) {
    CAPTURE(line);
    const Card card = card_of("拠点 = izumi\n" + std::string(line));
    CHECK(described(card.findings).find("1947") == std::string::npos);
    CHECK(described(card.findings).find("「1234」") == std::string::npos);
  }
}
