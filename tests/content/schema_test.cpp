// The schemas that editors use and the loader must know the same keys.
#include <doctest/doctest.h>

#include "content/load/load.h"
#include "support/schema.h"

using namespace hub::content;
using namespace hub::tests;

TEST_CASE("every key of content that the loader takes is in the schema, and the other way round") {
  check_object("report", "", kReportKeys);
  check_object("report", "/$defs/period", kPeriodKeys);
  check_object("report", "/$defs/service", kReportServiceKeys);
  check_object("report", "/$defs/goal", kGoalKeys);
  check_object("report", "/$defs/reviewedGoal", kReviewedGoalKeys);
  check_object("report", "/$defs/item", kItemKeys);
  check_object("hub", "", kHubKeys);
  check_object("hub", "/properties/services", kOverridesKeys);
  check_object("hub", "/properties/opening", kHoursKeys);
  check_object("hub", "/$defs/override", kOverrideKeys);
  check_object("services", "", kServicesKeys);
  check_object("services", "/$defs/service", kServiceWordsKeys);
  check_object("phrases", "", kPhrasesKeys);
  check_object("phrases", "/properties/phrases/items", kPhraseKeys);
  check_object("readings", "", kReadingsKeys);
  check_object("acknowledged", "", kAcknowledgedKeys);
  check_object("acknowledged", "/$defs/acknowledgement", kAcknowledgementKeys);
}

TEST_CASE("the schemas know the languages that texts may be written in, and let others come") {
  const Languages languages = find_languages(hub::base::DiskFiles(), std::string(HUB_SOURCE_DIR) + "/assets/strings");
  CHECK(languages == Languages{"ja", "ja-easy", "en", "zh-Hans", "ko", "vi"});  // and so the menu shows them
  for (const char* name : {"report", "hub", "services"}) {
    const json by_language = schema(name).at("/$defs/text/oneOf/1/properties"_json_pointer);
    CHECK(by_language.size() == languages.size() + 1);
    CHECK(by_language.contains(kRenderedFrom));
    for (const std::string& language : languages) CHECK(by_language.contains(language));
    const json others = schema(name).at("/$defs/text/oneOf/1/patternProperties"_json_pointer);
    REQUIRE(others.size() == 1);
    CHECK(others.begin().key() == kTagPattern);
  }
}
