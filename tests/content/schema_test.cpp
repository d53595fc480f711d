// The schemas that editors use and the loader must know the same keys.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <span>

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
}

TEST_CASE("the schemas know the languages that texts may be written in") {
  for (const char* name : {"report", "hub", "services"}) {
    const json by_language = schema(name).at("/$defs/text/oneOf/1/properties"_json_pointer);
    CHECK(by_language.size() == std::size(kLanguages));
    for (const std::string_view language : kLanguages) CHECK(by_language.contains(language));
  }
}
