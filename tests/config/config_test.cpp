#include "config/config.h"

#include <doctest/doctest.h>

#include "config/keys.h"
#include "support/fixtures.h"
#include "support/test_keys.h"

using namespace hub;
using namespace hub::tests;

namespace {

const content::Languages kLanguages = {"ja", "ja-easy", "en", "zh-Hans", "ko", "vi"};

config::LoadedConfig config_of(const std::string& bytes) {
  MemoryFiles files;
  files.files["config.json"] = bytes;
  return config::load_config(files, "config.json", kLanguages);
}

void check_error(const std::string& bytes, int line, int column, const std::string& pointer, const std::string& words) {
  const config::LoadedConfig loaded = config_of(bytes);
  CAPTURE(described(loaded.diagnostics));
  REQUIRE(loaded.diagnostics.size() == 1);
  CHECK(loaded.diagnostics[0].line == line);
  CHECK(loaded.diagnostics[0].column == column);
  CHECK(loaded.diagnostics[0].pointer == pointer);
  CHECK(loaded.diagnostics[0].what.ja.find(words) != std::string::npos);
}

// What hub-kiosk pin prints for 2508.
const std::string kPinHash =
    "$argon2id$v=19$m=19456,t=2,p=1$HLrz8OH1i6cadauA0ge1Cg$aJ/CElYU9pBVVe2AYiAHDyhVeR+WXOW2HCWSOlbUpPc";

std::string number(double value) {
  std::string digits = std::to_string(value);
  return digits.substr(0, digits.find_last_not_of('0') + 1) + "0";
}

struct Setting {
  std::string group;
  std::string key;
  config::Range range;
  double (*of)(const config::Config&);
};

const std::vector<Setting> kSettings = {
    {"screen", "diagonal_inch", {3, 120}, [](const config::Config& c) { return c.screen.diagonal_inch; }},
    {"screen", "distance_m", {0.2, 5}, [](const config::Config& c) { return c.screen.distance_m; }},
    {"screen", "bottom_mm", {0, 1500}, [](const config::Config& c) { return c.screen.bottom_mm; }},
    {"idle", "ask_s", {10, 3600}, [](const config::Config& c) { return c.idle.ask_s; }},
    {"idle", "answer_s", {5, 120}, [](const config::Config& c) { return c.idle.answer_s; }},
    {"attract", "slide_s", {3, 120}, [](const config::Config& c) { return c.attract.slide_s; }},
    {"staff", "close_s", {15, 600}, [](const config::Config& c) { return c.staff.close_s; }},
    {"packs", "every_min", {5, 1440}, [](const config::Config& c) { return c.packs.every_min; }},
};

}  // namespace

TEST_CASE("a configuration is read whole") {
  const auto full = config_of(R"({
    "$schema": "schema/config.schema.json",
    "hub": "izumi",
    "screen": {"diagonal_inch": 23.8, "distance_m": 0.7, "rotate": 270, "reach": "low", "bottom_mm": 450},
    "idle": {"ask_s": 90, "answer_s": 7.5},
    "attract": {"slide_s": 12},
    "motion": "reduced",
    "contrast": "high",
    "languages": ["en", "ja", "ja-easy"],
    "staff": {"pin": ")" + kPinHash +
                              R"(", "close_s": 30},
    "reports": {"sandbox": "if_possible"},
    "editor": {"link": "hotspot"}
  })");
  CAPTURE(described(full.diagnostics));
  CHECK(full.diagnostics.empty());
  CHECK(full.hub_known);
  const config::Config& config = full.config;
  CHECK(config.hub == "izumi");
  CHECK(config.screen.diagonal_inch == 23.8);
  CHECK(config.screen.distance_m == 0.7);
  CHECK(config.screen.rotate_deg == 270);
  CHECK(config.screen.reach == config::Config::Screen::Reach::low);
  CHECK(config.screen.bottom_mm == 450);
  CHECK(config.idle.ask_s == 90);
  CHECK(config.idle.answer_s == 7.5);
  CHECK(config.attract.slide_s == 12);
  CHECK(config.motion == config::Config::Motion::reduced);
  CHECK(config.contrast == config::Config::Contrast::high);
  CHECK(config.languages == std::vector<std::string>{"en", "ja", "ja-easy"});
  CHECK(config.staff.pin_hash == kPinHash);
  CHECK(config.staff.close_s == 30);
  CHECK(config.reports.sandbox == config::Config::Reports::Sandbox::if_possible);
  CHECK(config.editor.link == config::Config::Editor::Link::hotspot);
}

TEST_CASE("a configuration may be as short as can be") {
  const std::string empty_groups =
      R"({"screen": {}, "idle": {}, "attract": {}, "staff": {}, "reports": {}, "packs": {}, "editor": {}})";
  for (const std::string& bytes : {std::string("{}"), empty_groups}) {
    const auto bare = config_of(bytes);
    CHECK(bare.diagnostics.empty());
    CHECK(bare.hub_known);
    const config::Config& config = bare.config;
    CHECK(config.hub.empty());
    CHECK(config.screen.diagonal_inch == 0);
    CHECK(config.screen.distance_m == 0);
    CHECK(config.screen.rotate_deg == 0);
    CHECK(config.screen.reach == config::Config::Screen::Reach::full);
    CHECK(config.screen.bottom_mm == 600);
    CHECK(config.idle.ask_s == 60);
    CHECK(config.idle.answer_s == 15);
    CHECK(config.attract.slide_s == 10);
    CHECK(config.motion == config::Config::Motion::full);
    CHECK(config.contrast == config::Config::Contrast::normal);
    CHECK(config.languages.empty());
    CHECK(config.staff.pin_hash.empty());
    CHECK(config.staff.close_s == 60);
    CHECK(config.reports.sandbox == config::Config::Reports::Sandbox::required);
    CHECK(config.packs.keys.empty());
    CHECK(config.packs.url.empty());
    CHECK(config.packs.every_min == 30);
    CHECK(config.packs.status_url.empty());
    CHECK(config.packs.name.empty());
    CHECK(config.editor.link == config::Config::Editor::Link::none);
  }
}

TEST_CASE("keys of packs are every hub's or one hub's, and what is wrong with one leaves it out") {
  const std::string city = "RWQXkKgekobrwj0FObpCbGeSyhPFt9mMom136pPsXg7JA/RvVH1ocZMX",
                    other = "RWSYNOe5Fnk3Ram+Srw5XaoUCOT/Ef4SWIcqaQEnUHMr7zTCm1TErjNJ";
  const auto keys_of = [](const std::string& list) { return config_of("{\"packs\": {\"keys\": " + list + "}}"); };
  const auto both = keys_of(R"([{"key": ")" + city + R"("}, {"key": ")" + other + R"(", "hub": "izumi"}])");
  CAPTURE(described(both.diagnostics));
  CHECK(both.diagnostics.empty());
  REQUIRE(both.config.packs.keys.size() == 2);
  CHECK(pack::line_of(both.config.packs.keys[0].key) == city);
  CHECK(both.config.packs.keys[0].hub.empty());
  CHECK(both.config.packs.keys[1].hub == "izumi");
  const std::string file = tests::kCitySecret, secret = file.substr(file.find('\n') + 1, 212);
  const auto says = [&](const std::string& list, const char* words) {
    CAPTURE(list);
    const auto loaded = keys_of(list);
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics.front().what.ja.find(words) != std::string::npos);
    CHECK_FALSE(loaded.diagnostics.front().remedy.ja.empty());
    CHECK(loaded.diagnostics.front().what.ja.find("RWQAAEIy") == std::string::npos);
    return loaded.config.packs.keys.size();
  };
  CHECK(says(R"([{"key": "RWx"}])", "公開鍵ではありません") == 0);
  CHECK(says(R"([{"key": ")" + secret + R"("}])", "秘密の鍵") == 0);
  CHECK(says(R"([{"key": ")" + city + R"(", "hub": "Izumi"}])", "使えない文字") == 0);
  CHECK(says(R"([{"key": ")" + city + R"("}, {"key": ")" + city + R"("}])", "2 回") == 1);
  CHECK(says(R"([{"key": ")" + city + R"(", "hbu": "izumi"}])", "「hbu」") == 0);
  CHECK(says(R"([{"hub": "izumi"}])", "key") == 0);
  CHECK(says(R"([")" + city + R"("])", "まとまり") == 0);
  CHECK(says(R"({"key": ")" + city + R"("})", "一覧") == 0);
  std::string many;
  for (int i = 0; i <= 60; ++i) many += (many.empty() ? "" : ",") + ("{\"key\": \"" + city + "\"}");
  CHECK(says("[" + many + "]", "多すぎます") == 0);
}

TEST_CASE("where packs are fetched and statuses put are folders of a server that nobody else can speak for") {
  const auto config_with = [](const std::string& key, const std::string& value) {
    return config_of(R"({"packs": {"keys": [], ")" + key + "\": \"" + value + "\"}}");
  };
  const auto is = [&](const std::string& written, const std::string& url) {
    CAPTURE(written);
    for (const char* key : {"url", "status_url"}) {
      const auto loaded = config_with(key, written);
      CAPTURE(described(loaded.diagnostics));
      const auto& packs = loaded.config.packs;
      CHECK((key[0] == 'u' ? packs.url : packs.status_url) == url);
      CHECK(loaded.diagnostics.empty() == !url.empty());
      if (url.empty()) CHECK_FALSE(loaded.diagnostics.front().remedy.ja.empty());
    }
  };
  is("https://packs.example.jp/hubs/", "https://packs.example.jp/hubs/");
  is("https://packs.example.jp:8443/hubs", "https://packs.example.jp:8443/hubs/");
  is("https://packs.example.jp", "https://packs.example.jp/");
  is("http://127.0.0.1:8080/hubs", "http://127.0.0.1:8080/hubs/");
  is("http://localhost/", "http://localhost/");
  // What curl, a shell or an address could take for something else.
  for (const char* wrong : {"http://packs.example.jp/",
                            "http://127.0.0.1.example.jp/",
                            "http://localhost.example.jp/",
                            "ftp://a/",
                            "a/",
                            "https://",
                            "https:///a",
                            "https://user:word@a/",
                            "https://a/?b",
                            "https://a/#b",
                            "https://a/ b",
                            "https://a:/",
                            "https://a:b/",
                            "https://a:123456/",
                            "https://a/{1,2}",
                            "https://a/[1-2]",
                            "https://a/\\u000ab",
                            "https://a/\\\"b",
                            "https://あ/",
                            "file:///etc/passwd",
                            "-K/etc/passwd"}) {
    is(wrong, "");
  }
  is("https://a/" + std::string(200, 'b'), "");
  check_error(R"({"packs": {"keys": [], "url": "http://a/"}})", 1, 31, "/packs/url", "途中で見られたり");
  check_error(R"({"packs": {"name": "泉 1"}})", 1, 20, "/packs/name", "画面の名前");
  check_error(R"({"packs": {"name": "Izumi"}})", 1, 20, "/packs/name", "画面の名前");
  CHECK(config_with("name", "izumi-1").config.packs.name == "izumi-1");
  CHECK(config_with("name", std::string(41, 'a')).config.packs.name.empty());
  // Fetching what nobody may sign is a mistake, and no error.
  const auto without = config_of(R"({"packs": {"url": "https://a/"}})");
  REQUIRE(without.diagnostics.size() == 1);
  CHECK(without.diagnostics.front().severity == content::Diagnostic::Severity::warning);
  CHECK(without.diagnostics.front().what.ja.find("鍵（keys）がない") != std::string::npos);
  CHECK(without.config.packs.url == "https://a/");
}

TEST_CASE("a wrong configuration is said, and what is right in it still counts") {
  check_error("{\"hub\": \"泉\"}", 1, 9, "/hub", "使えない文字");
  check_error("{\n  \"hubs\": \"izumi\"\n}", 2, 3, "/hubs", "「hubs」という項目");
  check_error("{\"hub\": \"izumi\", \"hub\": \"konan\"}", 1, 18, "/hub", "2 回書かれています");
  check_error("{\"screen\": {\"diagonal_inch\": \"24\"}}", 1, 30, "/screen/diagonal_inch", "数が必要");
  check_error("{\"screen\": 24}", 1, 12, "/screen", "まとまり { … } が必要");
  check_error("{\"idle\": [60]}", 1, 10, "/idle", "まとまり { … } が必要");
  check_error("{\"attract\": null}", 1, 13, "/attract", "まとまり { … } が必要");
  check_error("{\"staff\": \"1234\"}", 1, 11, "/staff", "まとまり { … } が必要");
  check_error("{\"motion\": true}", 1, 12, "/motion", "文章が必要");
  check_error("{\"languages\": \"ja\"}", 1, 15, "/languages", "一覧 [ … ] が必要");
  check_error("{\"hub\": \"izumi\"", 1, 16, "", "途中で終わって");
  check_error("", 1, 1, "", "中身がありません");
  check_error("[]", 1, 1, "", "まとまり { … } が必要");
  CHECK(config::load_config(MemoryFiles(), "none.json", kLanguages).diagnostics.size() == 1);

  const auto half = config_of(R"({"hub": "izumi", "idle": {"ask_s": 1, "answer_s": 20}, "motion": "ful",
    "contrast": "high", "staff": {"close_s": 20, "pni": "x"}, "reports": {"sandbox": "if-possible"}})");
  CHECK(half.diagnostics.size() == 4);
  CHECK(half.config.hub == "izumi");
  CHECK(half.config.idle.ask_s == 60);
  CHECK(half.config.idle.answer_s == 20);
  CHECK(half.config.motion == config::Config::Motion::full);
  CHECK(half.config.contrast == config::Config::Contrast::high);
  CHECK(half.config.staff.close_s == 20);
  CHECK(half.config.reports.sandbox == config::Config::Reports::Sandbox::required);
}

TEST_CASE("a misspelt key or word is told the nearest one") {
  const auto remedy = [](const std::string& bytes) {
    const auto loaded = config_of(bytes);
    CAPTURE(described(loaded.diagnostics));
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK_FALSE(loaded.diagnostics[0].what.en.empty());
    CHECK_FALSE(loaded.diagnostics[0].remedy.en.empty());
    return loaded.diagnostics[0].remedy.ja;
  };
  CHECK(remedy(R"({"language": ["ja"]})") == "「languages」のまちがいではありませんか。");
  CHECK(remedy(R"({"idle": {"asks": 60}})") == "「ask_s」のまちがいではありませんか。");
  CHECK(remedy(R"({"screen": {"rotated": 90}})") == "「rotate」のまちがいではありませんか。");
  CHECK(remedy(R"({"staff": {"pins": ""}})") == "「pin」のまちがいではありませんか。");
  CHECK(remedy(R"({"attract": {"slides": 9}})") == "「slide_s」のまちがいではありませんか。");
  CHECK(remedy(R"({"motion": "reduce"})") == "「reduced」のまちがいではありませんか。");
  CHECK(remedy(R"({"editor": {"link": "Lan"}})") == "「lan」のまちがいではありませんか。");
  CHECK(remedy(R"({"editor": {"link": "wifi"}})") == "次のどれかにしてください: none、lan、hotspot、cable");
  CHECK(remedy(R"({"editor": {"links": "lan"}})") == "「link」のまちがいではありませんか。");
  CHECK(remedy(R"({"contrast": "High"})") == "「high」のまちがいではありませんか。");
  CHECK(remedy(R"({"contrast": "モノクロ"})") == "次のどれかにしてください: normal、high");
  CHECK(remedy(R"({"screen": {"reach": ""}})") == "次のどれかにしてください: full、low");
}

TEST_CASE("every number has a range, both ends of it included") {
  for (const Setting& setting : kSettings) {
    const auto with = [&](double value) {
      return config_of("{\"" + setting.group + "\": {\"" + setting.key + "\": " + number(value) + "}}");
    };
    CAPTURE(setting.key);
    for (const double good : {setting.range.least, setting.range.most}) {
      const auto loaded = with(good);
      CHECK(loaded.diagnostics.empty());
      CHECK(setting.of(loaded.config) == good);
    }
    for (const double bad : {setting.range.least - 0.01, setting.range.most + 0.01, -1.0, 1e9}) {
      const auto loaded = with(bad);
      CAPTURE(bad);
      REQUIRE(loaded.diagnostics.size() == 1);
      CHECK(loaded.diagnostics[0].pointer == "/" + setting.group + "/" + setting.key);
      CHECK(loaded.diagnostics[0].what.ja == "この数は使えません。");
      CHECK(setting.of(loaded.config) == setting.of(config::Config()));
    }
  }
}

TEST_CASE("each choice is known by its word") {
  using config::Config;
  CHECK(config_of(R"({"screen": {"reach": "full"}})").config.screen.reach == Config::Screen::Reach::full);
  CHECK(config_of(R"({"screen": {"reach": "low"}})").config.screen.reach == Config::Screen::Reach::low);
  CHECK(config_of(R"({"motion": "full"})").config.motion == Config::Motion::full);
  CHECK(config_of(R"({"motion": "reduced"})").config.motion == Config::Motion::reduced);
  CHECK(config_of(R"({"contrast": "normal"})").config.contrast == Config::Contrast::normal);
  CHECK(config_of(R"({"contrast": "high"})").config.contrast == Config::Contrast::high);
  for (const int angle_deg : {0, 90, 180, 270}) {
    const auto loaded = config_of("{\"screen\": {\"rotate\": " + std::to_string(angle_deg) + "}}");
    CHECK(loaded.diagnostics.empty());
    CHECK(loaded.config.screen.rotate_deg == angle_deg);
  }
  for (const char* angle : {"45", "-90", "360", "90.5", "1e300"}) {
    check_error("{\"screen\": {\"rotate\": " + std::string(angle) + "}}", 1, 23, "/screen/rotate", "この角度");
  }
  check_error(R"({"screen": {"rotate": "90"}})", 1, 23, "/screen/rotate", "数が必要");
}

TEST_CASE("a low reach on a screen that hangs higher is doubted") {
  const auto high = config_of(R"({"screen": {"reach": "low", "bottom_mm": 1200}})");
  REQUIRE(high.diagnostics.size() == 1);
  CHECK_FALSE(content::has_errors(high.diagnostics));
  CHECK(high.diagnostics[0].pointer == "/screen/bottom_mm");
  CHECK(high.diagnostics[0].what.ja.find("1200 mm") != std::string::npos);
  CHECK(high.config.screen.bottom_mm == 1200);
  CHECK(config_of(R"({"screen": {"reach": "low", "bottom_mm": 1199}})").diagnostics.empty());
  CHECK(config_of(R"({"screen": {"bottom_mm": 1500}})").diagnostics.empty());
}

TEST_CASE("languages are known ones, once each, Japanese among them") {
  check_error(R"({"languages": []})", 1, 15, "/languages", "1 つも入っていません");
  check_error(R"({"languages": ["en", "ko"]})", 1, 15, "/languages", "日本語（\"ja\"）がありません");
  check_error(R"({"languages": ["ja", "en", "ja"]})", 1, 28, "/languages/2", "2 回");
  check_error(R"({"languages": ["ja", "fr"]})", 1, 22, "/languages/1", "「fr」ということばの記号");
  check_error(R"({"languages": ["ja", 1]})", 1, 22, "/languages/1", "文章が必要");

  using Tags = std::vector<std::string>;
  CHECK(config_of(R"({"languages": ["ja"]})").config.languages == Tags{"ja"});
  CHECK(config_of(R"({"languages": ["ja", "en", "ja", "fr", 1]})").config.languages == Tags{"ja", "en"});
  CHECK(config_of(R"({"languages": ["en"]})").config.languages == Tags{"ja", "en"});
  CHECK(config_of(R"({"languages": []})").config.languages.empty());
  CHECK(config_of(R"({"languages": "ja"})").config.languages.empty());
  const auto all = config_of(R"({"languages": ["ja", "ja-easy", "en", "zh-Hans", "ko", "vi"]})");
  CHECK(all.diagnostics.empty());
  CHECK(all.config.languages.size() == kLanguages.size());
}

TEST_CASE("the staff's PIN is there as a hash only, and a wrong one opens nothing") {
  for (const char* plain : {"\"2508\"", "2508", "\"12345678\""}) {
    const auto loaded = config_of("{\"staff\": {\"pin\": " + std::string(plain) + "}}");
    CAPTURE(described(loaded.diagnostics));
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics[0].pointer == "/staff/pin");
    CHECK(loaded.diagnostics[0].column == 19);
    CHECK(loaded.diagnostics[0].remedy.ja.find("hub-kiosk pin") != std::string::npos);
    CHECK(loaded.diagnostics[0].remedy.en.find("hub-kiosk pin") != std::string::npos);
    CHECK(described(loaded.diagnostics).find("2508") == std::string::npos);
    CHECK(loaded.config.staff.pin_hash.empty());
  }
  for (const std::string& wrong : {std::string(), std::string("２５８０"), std::string("secret"), kPinHash + " ",
                                   kPinHash.substr(0, kPinHash.size() - 1), std::string(128, '$')}) {
    const auto loaded = config_of("{\"staff\": {\"pin\": \"" + wrong + "\"}}");
    CAPTURE(wrong);
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics[0].what.ja.find("「hub-kiosk pin」が出した 1 行ではありません") == 0);
    CHECK(loaded.config.staff.pin_hash.empty());
  }
  check_error(R"({"staff": {"pin": ["2508"]}})", 1, 19, "/staff/pin", "文章が必要");
}

TEST_CASE("the hub is unknown only when what names it cannot be read") {
  for (const char* known : {"{}", R"({"hub": "izumi", "idle": {"ask_s": 1}, "motoin": "full", "拠点": "konan"})",
                            R"({"motoin": "full"})", R"({"screen": 24})"}) {
    CAPTURE(known);
    CHECK(config_of(known).hub_known);
  }
  for (const char* unknown : {"", "[]", R"({"hub": )", R"({"hub": "泉"})", R"({"hub": 3})", R"({"hubs": "izumi"})",
                              R"({"拠点": "izumi"})", R"({"hub": "izumi", "hub": "konan"})"}) {
    CAPTURE(unknown);
    CHECK_FALSE(config_of(unknown).hub_known);
  }
  CHECK_FALSE(config::load_config(MemoryFiles(), "none.json", kLanguages).hub_known);
}
