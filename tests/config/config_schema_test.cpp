// The schema that editors use and the loader of the configuration must agree.
#include <doctest/doctest.h>
#include <regex.h>

#include <optional>

#include "base/pin.h"
#include "config/config.h"
#include "config/keys.h"
#include "content/model/text.h"
#include "support/schema.h"

using namespace hub::config;
using namespace hub::tests;

namespace {

json setting(const std::string& path) { return schema("config").at(json::json_pointer("/properties/" + path)); }

void check_range(const std::string& path, Range range, std::optional<double> usual) {
  CAPTURE(path);
  const json value = setting(path);
  CHECK(value.at("type") == "number");
  CHECK(value.at("minimum") == range.least);
  CHECK(value.at("maximum") == range.most);
  CHECK(value.contains("default") == usual.has_value());
  if (usual) CHECK(value.at("default") == *usual);
}

template <class Choices>
void check_choices(const std::string& path, const Choices& choices, const json& usual) {
  CAPTURE(path);
  CHECK(setting(path).at("enum") == json(choices));
  CHECK(setting(path).at("default") == usual);
}

struct Pattern {
  explicit Pattern(const json& of) {
    REQUIRE(regcomp(&compiled, of.at("pattern").get<std::string>().c_str(), REG_EXTENDED | REG_NOSUB) == 0);
  }
  ~Pattern() { regfree(&compiled); }
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;
  bool takes(const std::string& words) const { return regexec(&compiled, words.c_str(), 0, nullptr, 0) == 0; }
  regex_t compiled{};
};

}  // namespace

TEST_CASE("every key of the configuration that the loader takes is in the schema, and the other way round") {
  check_object("config", "", kConfigKeys);
  check_object("config", "/properties/screen", kScreenKeys);
  check_object("config", "/properties/hours", hub::content::kHoursKeys);
  check_object("config", "/properties/idle", kIdleKeys);
  check_object("config", "/properties/attract", kAttractKeys);
  check_object("config", "/properties/staff", kStaffKeys);
  check_object("config", "/properties/reports", kReportsKeys);
  check_object("config", "/properties/packs", kPacksKeys);
  check_object("config", "/properties/editor", kEditorKeys);
  check_object("config", "/$defs/packKey", kPackKeyKeys);
}

TEST_CASE("the configuration's schema has the loader's ranges, choices and defaults") {
  const Config config;
  check_range("screen/properties/diagonal_inch", kDiagonalRange_inch, std::nullopt);
  check_range("screen/properties/distance_m", kDistanceRange_m, std::nullopt);
  check_range("screen/properties/bottom_mm", kBottomRange_mm, config.screen.bottom_mm);
  check_range("idle/properties/ask_s", kAskRange_s, config.idle.ask_s);
  check_range("idle/properties/answer_s", kAnswerRange_s, config.idle.answer_s);
  check_range("attract/properties/slide_s", kSlideRange_s, config.attract.slide_s);
  check_range("staff/properties/close_s", kCloseRange_s, config.staff.close_s);
  check_range("packs/properties/every_min", kEveryRange_min, config.packs.every_min);
  check_choices("screen/properties/rotate", kRotations_deg, config.screen.rotate_deg);
  check_choices("screen/properties/reach", kReachWords, "full");
  check_choices("motion", kMotionWords, "full");
  check_choices("contrast", kContrastWords, "normal");
  check_choices("reports/properties/sandbox", kSandboxWords, "required");
  check_choices("editor/properties/link", kLinkWords, "none");
  CHECK(setting("packs/properties/keys").at("maxItems") == kMostPackKeys);
  CHECK(schema("config").at("/$defs/serverFolder/maxLength"_json_pointer) == kMostUrlBytes);
  CHECK(setting("packs/properties/name").at("maxLength") == kMostScreenNameBytes);
  const json languages = setting("languages").at("/items/anyOf"_json_pointer);
  CHECK(languages[0].at("enum") ==
        json(hub::content::find_languages(hub::base::DiskFiles(), std::string(HUB_SOURCE_DIR) + "/assets/strings")));
  CHECK(languages[1].at("pattern") == kTagPattern);
}

TEST_CASE("the configuration's schema takes the addresses and names that the loader takes") {
  const auto loads = [](const std::string& key, const std::string& words) {
    MemoryFiles files;
    files.files["c"] = "{\"packs\": {\"keys\": [], \"" + key + "\": \"" + words + "\"}}";
    return load_config(files, "c", {}).diagnostics.empty();
  };
  const Pattern folders(schema("config").at("/$defs/serverFolder"_json_pointer));
  for (const char* url : {"https://packs.example.jp/hubs/", "https://a", "https://a:8443/b-c/~d_e%20",
                          "http://localhost:80/a", "http://127.0.0.1/", "http://a/", "http://127.0.0.1.a/", "https://",
                          "https:///", "https://u@a/", "https://a/?b", "https://a/#b", "https://a:/", "https://a:b/",
                          "https://a:123456", "https://a b/", "https://a/[1-2]"}) {
    CAPTURE(url);
    CHECK(folders.takes(url) == loads("url", url));
  }
  const Pattern names(setting("packs/properties/name"));
  for (const char* name : {"izumi-1", "1", "Izumi", "izumi 1", "izumi_1", "泉"}) {
    CAPTURE(name);
    CHECK(names.takes(name) == loads("name", name));
  }
}

TEST_CASE("the configuration's schema takes the times and days that the loader takes") {
  const auto loads = [](const std::string& hours) {
    MemoryFiles files;
    files.files["c"] = "{\"hours\": {\"every_day\": [], " + hours + "}}";
    return load_config(files, "c", {}).diagnostics.empty();
  };
  const Pattern spans(schema("config").at("/$defs/spans/items"_json_pointer));
  for (const char* span : {"9:00-17:00", "09:00-17:30", "0:00-24:00", "22:00-2:00", "24:00-1:00", "9:0-17:00", "9-17",
                           " 9:00-17:00", "9:00-24:30", "23:59-0:00", "25:00-26:00", "9:00-17:60"}) {
    CAPTURE(span);
    CHECK(spans.takes(span) == loads("\"sat\": [\"" + std::string(span) + "\"]"));
  }
  const Pattern days(setting("hours/properties/dates").at("propertyNames"));
  for (const char* day : {"2026-11-23", "11-23", "12-29..01-03", "2026-12-29..2027-01-03", "2026-12-29..01-03", "1-3",
                          "2026/11/23", "12-29-01-03", "12-29..", "..01-03"}) {
    CAPTURE(day);
    CHECK(days.takes(day) == loads("\"dates\": {\"" + std::string(day) + "\": []}"));
  }
}

TEST_CASE("the configuration's schema takes the hashes that the loader takes") {
  regex_t pattern{};
  const std::string written = setting("staff/properties/pin").at("pattern").get<std::string>();
  REQUIRE(regcomp(&pattern, written.c_str(), REG_EXTENDED | REG_NOSUB) == 0);
  const auto takes = [&](const std::string& pin) { return regexec(&pattern, pin.c_str(), 0, nullptr, 0) == 0; };
  const std::string hash = hub::base::hash_pin("2508").value();
  CHECK(takes(hash));
  CHECK_FALSE(takes(hash.substr(1)));
  CHECK_FALSE(takes(hash + "A"));
  CHECK_FALSE(takes("2508"));
  regfree(&pattern);
}
