// The schemas that editors use and the loader must know the same keys.
#include <doctest/doctest.h>
#include <regex.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <span>

#include "base/pin.h"
#include "content/config.h"
#include "content/keys.h"
#include "fixtures.h"

using namespace hub::content;
using nlohmann::json;

namespace {

json schema(const std::string& name) {
  return json::parse(hub::test::read_source("content/schema/" + name + ".schema.json"));
}

void check_object(const std::string& name, const std::string& pointer, std::span<const Key> keys) {
  CAPTURE(name + pointer);
  const json object = schema(name).at(json::json_pointer(pointer));
  CHECK(object.at("additionalProperties") == false);
  CHECK(object.at("type") == "object");
  std::set<std::string> known, needed, in_schema, required;
  for (const Key& key : keys) {
    known.emplace(key.name);
    if (key.required) needed.emplace(key.name);
  }
  for (const auto& [key, value] : object.at("properties").items()) {
    in_schema.insert(key);
    CHECK((value.contains("description") || value.contains("$ref")));
  }
  for (const json& key : object.value("required", json::array())) required.insert(key.get<std::string>());
  CHECK(known == in_schema);
  CHECK(needed == required);
}

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

}  // namespace

TEST_CASE("every key the loader takes is in the schema, and the other way round") {
  check_object("report", "", kReportKeys);
  check_object("report", "/$defs/period", kPeriodKeys);
  check_object("report", "/$defs/service", kReportServiceKeys);
  check_object("report", "/$defs/goal", kGoalKeys);
  check_object("report", "/$defs/reviewedGoal", kReviewedGoalKeys);
  check_object("report", "/$defs/item", kItemKeys);
  check_object("hub", "", kHubKeys);
  check_object("hub", "/properties/services", kOverridesKeys);
  check_object("hub", "/$defs/override", kOverrideKeys);
  check_object("services", "", kServicesKeys);
  check_object("services", "/$defs/service", kServiceWordsKeys);
  check_object("readings", "", kReadingsKeys);
  check_object("config", "", kConfigKeys);
  check_object("config", "/properties/screen", kScreenKeys);
  check_object("config", "/properties/hours", kHoursKeys);
  check_object("config", "/properties/idle", kIdleKeys);
  check_object("config", "/properties/attract", kAttractKeys);
  check_object("config", "/properties/staff", kStaffKeys);
  check_object("replay", "", kReplayKeys);
  check_object("replay", "/$defs/step", kReplayStepKeys);
  check_object("replay", "/$defs/touch", kReplayTouchKeys);
  check_object("replay", "/$defs/move", kReplayMoveKeys);
  check_object("replay", "/$defs/finger", kReplayFingerKeys);
  check_object("replay", "/$defs/flick", kReplayFlickKeys);
  check_object("replay", "/$defs/expect", kReplayExpectKeys);
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
  check_choices("screen/properties/rotate", kRotations_deg, config.screen.rotate_deg);
  check_choices("screen/properties/reach", kReachWords, "full");
  check_choices("motion", kMotionWords, "full");
  check_choices("contrast", kContrastWords, "normal");
  CHECK(setting("languages").at("/items/enum"_json_pointer) == json(kLanguages));
}

TEST_CASE("the configuration's schema takes the times and days that the loader takes") {
  struct Pattern {
    explicit Pattern(const json& of) {
      REQUIRE(regcomp(&compiled, of.at("pattern").get<std::string>().c_str(), REG_EXTENDED | REG_NOSUB) == 0);
    }
    ~Pattern() { regfree(&compiled); }
    bool takes(const std::string& words) const { return regexec(&compiled, words.c_str(), 0, nullptr, 0) == 0; }
    regex_t compiled{};
  };
  const auto loads = [](const std::string& hours) {
    hub::test::MemoryFiles files;
    files.files["c"] = "{\"hours\": {\"every_day\": [], " + hours + "}}";
    return load_config(files, "c").diagnostics.empty();
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
  const std::string hash = hub::base::hash_pin("2580").value();
  CHECK(takes(hash));
  CHECK_FALSE(takes(hash.substr(1)));
  CHECK_FALSE(takes(hash + "A"));
  CHECK_FALSE(takes("2580"));
  regfree(&pattern);
}

TEST_CASE("the schemas know the languages that texts may be written in") {
  for (const char* name : {"report", "hub", "services"}) {
    const json by_language = schema(name).at("/$defs/text/oneOf/1/properties"_json_pointer);
    CHECK(by_language.size() == std::size(kLanguages));
    for (const std::string_view language : kLanguages) CHECK(by_language.contains(language));
  }
}
