// Opening hours as people write them, and back.
#include "web/pages/opening_days.h"

#include <doctest/doctest.h>

using namespace hub;

namespace {

web::OpeningDays all_days(const std::string& words) {
  web::OpeningDays days;
  days.days.fill(words);
  return days;
}

std::string monday(const std::string& words) {
  web::OpeningDays days;
  days.days[0] = words;
  const auto json = web::json_of(days);
  if (!json) return "refused";
  const std::string begins = R"({"mon":)";
  return json.value().empty() ? "" : json.value().substr(begins.size(), json.value().find(']') + 1 - begins.size());
}

std::string exceptions(const std::string& lines) {
  web::OpeningDays days;
  days.exceptions = lines;
  const auto json = web::json_of(days);
  if (!json) return "refused";
  const std::size_t at = json.value().find("\"dates\":");
  return at == std::string::npos ? "" : json.value().substr(at + 8, json.value().size() - at - 9);
}

}  // namespace

TEST_CASE("hours are understood as people write them") {
  for (const char* words : {"9:30-16:00", "9:30〜16:00", "９：３０～１６：００", "9時30分から16時まで", "9時半ー16時",
                            " 9:30 – 16:00 ", "09:30−16:00"}) {
    CAPTURE(words);
    CHECK(monday(words) == R"(["9:30-16:00"])");
  }
  CHECK(monday("9:30〜12:00、13:00〜16:00") == R"(["9:30-12:00","13:00-16:00"])");
  CHECK(monday("9:30〜12:00, 13:00〜16:00") == R"(["9:30-12:00","13:00-16:00"])");
  for (const char* words : {"9:30", "9-16", "午前", "9:30〜", "〜16:00", "9:30〜16:00 休み", "<script>"}) {
    CAPTURE(words);
    CHECK(monday(words) == "refused");
  }
}

TEST_CASE("a day without hours is closed, and a week without any is nothing") {
  CHECK(web::json_of(all_days("")).value().empty());
  CHECK(web::json_of(all_days("休み")).value().empty());
  web::OpeningDays days = all_days("9:30〜16:00");
  days.days[6] = "休館日";
  CHECK(web::json_of(days).value().find(R"("sun":[])") != std::string::npos);
}

TEST_CASE("days that differ are understood as people write them") {
  CHECK(exceptions("12月29日〜1月3日 休み") == R"({"12-29..01-03":[]})");
  CHECK(exceptions("12/29〜1/3　休館") == R"({"12-29..01-03":[]})");
  CHECK(exceptions("2026年11月23日 10:00〜12:00") == R"({"2026-11-23":["10:00-12:00"]})");
  CHECK(exceptions("2026-11-23: 10時〜12時") == R"({"2026-11-23":["10:00-12:00"]})");
  CHECK(exceptions("\n  \n5月5日 休み\r\n") == R"({"05-05":[]})");
  for (const char* words : {"12月29日", "年末年始 休み", "12月29日〜 休み", "29日 休み"}) {
    CAPTURE(words);
    CHECK(exceptions(words) == "refused");
  }
}

TEST_CASE("what hub.json says comes back as it was") {
  const std::string json = R"({"every_day": ["9:30-16:00"], "sun": [], "dates": {"12-29..01-03": [],)"
                           R"( "2026-11-23": ["10:00-12:00"]}})";
  const web::OpeningDays days = web::opening_days(json);
  CHECK(days.days[0] == "9:30〜16:00");
  CHECK(days.days[6].empty());
  CHECK(days.exceptions == "12月29日〜1月3日 休み\n2026年11月23日 10:00〜12:00\n");
  const auto again = web::json_of(days);
  REQUIRE(again);
  CHECK(web::opening_days(again.value()) == days);
  CHECK(web::sentence_of(days) ==
        "月曜日〜土曜日 9:30〜16:00。日曜日 休み。12月29日〜1月3日 休み。2026年11月23日 10:00〜12:00");
  for (const char* other : {"", "[]", "{", R"({"mon": 5, "dates": [1]})"}) {
    CAPTURE(other);
    CHECK(web::opening_days(other) == web::OpeningDays{});
  }
}

TEST_CASE("what cannot be read is said with its day") {
  web::OpeningDays days;
  days.days[2] = "おひる";
  const auto wrong = web::json_of(days);
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().what.ja.find("水曜日") != std::string::npos);
  CHECK(wrong.error().what.ja.find("おひる") != std::string::npos);
}
