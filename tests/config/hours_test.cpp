// Opening hours: how they are written, and when they say that the screen is on.
#include "content/model/hours.h"

#include <doctest/doctest.h>

#include "config/config.h"
#include "support/fixtures.h"

using namespace hub;
using namespace hub::tests;
using namespace std::chrono;

namespace {

config::LoadedConfig config_of(const std::string& hours) {
  MemoryFiles files;
  files.files["config.json"] = "{\"hours\": " + hours + "}";
  return config::load_config(files, "config.json", {});
}

content::Hours hours_of(const std::string& written) {
  const config::LoadedConfig loaded = config_of(written);
  CAPTURE(described(loaded.diagnostics));
  REQUIRE(loaded.diagnostics.empty());
  REQUIRE(loaded.config.hours);
  return *loaded.config.hours;
}

// 2026-11-23 is a Monday.
base::LocalTime at(int month, int day, int hour, int minute = 0, int year_number = 2026) {
  return local_days(year{year_number} / month / day) + hours(hour) + minutes(minute);
}

}  // namespace

TEST_CASE("a weekday has the hours it is written with, the others those of every day") {
  const content::Hours hours = hours_of(R"({"every_day": ["9:00-17:00"], "sat": ["09:30-12:00", "13:00-16:30"],
                                            "sun": []})");
  CHECK_FALSE(hours.open_at(at(11, 23, 8, 59)));
  CHECK(hours.open_at(at(11, 23, 9)));
  CHECK(hours.open_at(at(11, 23, 16, 59)));
  CHECK_FALSE(hours.open_at(at(11, 23, 17)));
  CHECK_FALSE(hours.open_at(at(11, 21, 9, 29)));
  CHECK(hours.open_at(at(11, 21, 9, 30)));
  CHECK_FALSE(hours.open_at(at(11, 21, 12, 30)));
  CHECK(hours.open_at(at(11, 21, 13)));
  CHECK_FALSE(hours.open_at(at(11, 22, 12)));
}

TEST_CASE("what goes on over midnight belongs to the day on which it begins") {
  const content::Hours hours = hours_of(R"({"every_day": [], "fri": ["22:00-2:00"], "dates": {"2026-11-28": []}})");
  CHECK_FALSE(hours.open_at(at(11, 27, 1)));
  CHECK(hours.open_at(at(11, 27, 22)));
  CHECK(hours.open_at(at(11, 28, 1, 59)));
  CHECK_FALSE(hours.open_at(at(11, 28, 2)));
  CHECK_FALSE(hours.open_at(at(11, 28, 22)));
  const content::Hours always = hours_of(R"({"every_day": ["0:00-24:00"]})");
  for (int hour = 0; hour < 24; ++hour) CHECK(always.open_at(at(11, 23, hour)));
}

TEST_CASE("a date goes before its weekday, and the shorter time before the longer one") {
  const content::Hours hours = hours_of(R"({"every_day": ["9:00-17:00"], "dates": {
    "12-29..01-03": [], "01-02": ["10:00-11:00"], "2027-01-02": ["12:00-13:00"], "2026-11-23": ["10:00-12:00"],
    "2026-08-10..2026-08-14": ["9:00-12:00"]}})");
  CHECK(hours.open_at(at(12, 28, 10)));
  CHECK_FALSE(hours.open_at(at(12, 29, 10)));
  CHECK_FALSE(hours.open_at(at(1, 3, 10, 0, 2031)));
  CHECK(hours.open_at(at(1, 4, 10, 0, 2031)));
  CHECK(hours.open_at(at(1, 2, 10, 30, 2031)));
  CHECK_FALSE(hours.open_at(at(1, 2, 10, 30, 2027)));
  CHECK(hours.open_at(at(1, 2, 12, 30, 2027)));
  CHECK_FALSE(hours.open_at(at(11, 23, 9)));
  CHECK(hours.open_at(at(11, 23, 9, 0, 2027)));
  CHECK(hours.open_at(at(8, 14, 9)));
  CHECK_FALSE(hours.open_at(at(8, 14, 13)));
  CHECK(hours.open_at(at(8, 15, 13)));
}

TEST_CASE("they stay as they are until the next edge that matters") {
  const content::Hours hours =
      hours_of(R"({"every_day": ["9:00-17:00"], "sun": [], "sat": ["9:00-12:00", "12:00-15:00"]})");
  CHECK(hours.steady_until(at(11, 23, 8)) == at(11, 23, 9));
  CHECK(hours.steady_until(at(11, 23, 9)) == at(11, 23, 17));
  CHECK(hours.steady_until(at(11, 23, 17)) == at(11, 24, 9));
  CHECK(hours.steady_until(at(11, 21, 10)) == at(11, 21, 15));
  CHECK(hours.steady_until(at(11, 21, 15)) == at(11, 23, 9));
  const content::Hours night = hours_of(R"({"every_day": ["22:00-2:00"]})");
  CHECK(night.steady_until(at(11, 23, 23)) == at(11, 24, 2));
  CHECK(night.steady_until(at(11, 24, 1)) == at(11, 24, 2));
  const content::Hours never = hours_of(R"({"every_day": []})");
  CHECK(never.steady_until(at(11, 23, 8)) == at(11, 30, 8));
}

TEST_CASE("hours with an error in them are said, and the screen stays on") {
  struct Wrong {
    const char* hours;
    const char* pointer;
    const char* words;
  };
  for (const Wrong& one : std::vector<Wrong>{
           {R"({"every_day": ["9時-17時"]})", "/hours/every_day/0", "時刻の書き方"},
           {R"({"every_day": ["9:00〜17:00"]})", "/hours/every_day/0", "時刻の書き方"},
           {R"({"every_day": ["9:00-9:00"]})", "/hours/every_day/0", "時刻の書き方"},
           {R"({"every_day": ["9:60-17:00"]})", "/hours/every_day/0", "時刻の書き方"},
           {R"({"every_day": ["24:00-25:00"]})", "/hours/every_day/0", "時刻の書き方"},
           {R"({"every_day": ["9:00-24:01"]})", "/hours/every_day/0", "時刻の書き方"},
           {R"({"every_day": ["9-17"]})", "/hours/every_day/0", "時刻の書き方"},
           {R"({"every_day": [""]})", "/hours/every_day/0", "時刻の書き方"},
           {R"({"every_day": [9]})", "/hours/every_day/0", "文章が必要"},
           {R"({"every_day": "9:00-17:00"})", "/hours/every_day", "一覧 [ … ] が必要"},
           {R"({"every_day": ["9:00-17:00"], "sonday": []})", "/hours/sonday", "「sonday」という項目"},
           {R"({"every_day": ["9:00-17:00"], "sun": [], "sun": []})", "/hours/sun", "2 回書かれています"},
           {R"({"every_day": [], "dates": {"2026-02-29": []}})", "/hours/dates/2026-02-29", "日付の書き方"},
           {R"({"every_day": [], "dates": {"12/29": []}})", "/hours/dates/12~129", "日付の書き方"},
           {R"({"every_day": [], "dates": {"2026-12-29..2026-01-03": []}})", "/hours/dates/2026-12-29..2026-01-03",
            "日付の書き方"},
           {R"({"every_day": [], "dates": {"2026-12-29..01-03": []}})", "/hours/dates/2026-12-29..01-03",
            "日付の書き方"},
           {R"({"every_day": [], "dates": []})", "/hours/dates", "まとまり { … } が必要"},
           {R"(["9:00-17:00"])", "/hours", "まとまり { … } が必要"},
           {R"("9:00-17:00")", "/hours", "まとまり { … } が必要"},
       }) {
    const config::LoadedConfig loaded = config_of(one.hours);
    CAPTURE(one.hours);
    CAPTURE(described(loaded.diagnostics));
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(content::has_errors(loaded.diagnostics));
    CHECK(loaded.diagnostics[0].pointer == one.pointer);
    CHECK(loaded.diagnostics[0].what.ja.find(one.words) != std::string::npos);
    CHECK_FALSE(loaded.diagnostics[0].remedy.en.empty());
    CHECK_FALSE(loaded.config.hours);
  }
}

TEST_CASE("hours that are doubted count") {
  const config::LoadedConfig gap = config_of(R"({"mon": ["9:00-17:00"], "tue": ["9:00-17:00"]})");
  REQUIRE(gap.diagnostics.size() == 1);
  CHECK_FALSE(content::has_errors(gap.diagnostics));
  CHECK(gap.diagnostics[0].what.ja.find("sun、wed、thu、fri、sat") != std::string::npos);
  REQUIRE(gap.config.hours);
  CHECK(gap.config.hours->open_at(at(11, 23, 9)));
  CHECK_FALSE(gap.config.hours->open_at(at(11, 25, 9)));
  const config::LoadedConfig twice = config_of(R"({"every_day": ["9:00-12:00", "11:00-15:00"]})");
  REQUIRE(twice.diagnostics.size() == 1);
  CHECK(twice.diagnostics[0].pointer == "/hours/every_day/1");
  REQUIRE(twice.config.hours);
  CHECK(twice.config.hours->steady_until(at(11, 23, 9)) == at(11, 23, 15));
}

TEST_CASE("without hours in it a configuration keeps the screen on") {
  MemoryFiles files;
  files.files["config.json"] = "{}";
  CHECK_FALSE(config::load_config(files, "config.json", {}).config.hours);
}
