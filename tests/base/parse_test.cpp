#include "base/parse.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

#include "base/circled_numbers.h"
#include "base/path.h"

using namespace hub::base;

TEST_CASE("a number is the whole text, without blanks or a plus") {
  CHECK(parse_number<int>("0") == 0);
  CHECK(parse_number<int>("-12") == -12);
  CHECK(parse_number<int>("007") == 7);
  CHECK(parse_number<unsigned long>("ff", 16) == 255);
  CHECK(parse_number<std::uint64_t>("18446744073709551615") == std::numeric_limits<std::uint64_t>::max());
  for (const char* none : {"", " 1", "1 ", "+1", "1x", "x", "-", "--1", "1.5", "２", "2147483648", "0x10"}) {
    CAPTURE(none);
    CHECK_FALSE(parse_number<int>(none));
  }
  CHECK_FALSE(parse_number<unsigned>("-1"));
  CHECK_FALSE(parse_number<unsigned>("-0"));
}

TEST_CASE("a number is taken from the front of a text") {
  std::string_view text = "12kB";
  CHECK(take_number<int>(text) == 12);
  CHECK(text == "kB");
  CHECK_FALSE(take_number<int>(text));
  CHECK(text == "kB");
}

TEST_CASE("a count has digits only and a highest value") {
  CHECK(parse_count("0", 24) == 0);
  CHECK(parse_count("024", 24) == 24);
  CHECK_FALSE(parse_count("25", 24));
  CHECK_FALSE(parse_count("-0", 24));
  CHECK_FALSE(parse_count("4294967297", 24));
}

TEST_CASE("days are those that there are") {
  using namespace std::chrono;
  const Date day = 2026y / November / 21;
  CHECK(parse_iso_date("2026-11-21") == day);
  CHECK(parse_date("2026-11-21") == day);
  CHECK(parse_date("2026-1-5") == 2026y / January / 5);
  CHECK(parse_iso_date("2024-02-29") == 2024y / February / 29);
  for (const char* none : {"2023-02-29", "2026-13-01", "2026-00-10", "2026-1-5", "2026/11/21", "2026-11-21 ",
                           "2026-11-2x", "02026-1-21", "-026-11-21", "2026-11-", "", "20261121"}) {
    CAPTURE(none);
    CHECK_FALSE(parse_iso_date(none));
  }
  for (const char* none : {"2026-11", "2026-11-21-1", "2026--21", "20260-11-21", "2026-11-32", ""}) {
    CAPTURE(none);
    CHECK_FALSE(parse_date(none));
  }
  CHECK(iso_text(day) == "2026-11-21");
  CHECK(iso_text(98y / January / 2) == "0098-01-02");
}

TEST_CASE("a time of day has an hour of one or two digits and ends with the day") {
  using std::chrono::hours;
  using std::chrono::minutes;
  CHECK(parse_time_of_day("9:00") == hours(9));
  CHECK(parse_time_of_day("09:05") == hours(9) + minutes(5));
  CHECK(parse_time_of_day("24:00") == hours(24));
  for (const char* none : {"24:01", "25:00", "9:60", "9:5", "9", "009:00", ":00", "9:-1", "9:00 ", "", "9：00"}) {
    CAPTURE(none);
    CHECK_FALSE(parse_time_of_day(none));
  }
}

TEST_CASE("a size is two sides within their range") {
  const auto size = parse_size("1920x1080", 320, 7680);
  REQUIRE(size);
  CHECK(size->width_px == 1920);
  CHECK(size->height_px == 1080);
  CHECK(parse_size("320x7680", 320, 7680));
  for (const char* none :
       {"319x480", "320x7681", "1920", "1920x", "x1080", "1920x1080x2", "1920X1080", "-320x480", ""}) {
    CAPTURE(none);
    CHECK_FALSE(parse_size(none, 320, 7680));
  }
}

TEST_CASE("circled numbers are read and written") {
  for (int value = 1; value <= kMaxCircledNumber; ++value) {
    CHECK(is_circled_number(circled_number(value)));
    CHECK(circled_value(circled_number(value)) == value);
  }
  CHECK(circled_number(1) == U'①');
  CHECK(circled_number(20) == U'⑳');
  CHECK_FALSE(is_circled_number(U'⓪'));
  CHECK_FALSE(is_circled_number(U'㉑'));
  CHECK_FALSE(is_circled_number(U'⑴'));
  CHECK(circled_text(3) == "③");
  CHECK(circled_text(21) == "21");
  CHECK(circled_text(0) == "0");
}

TEST_CASE("a name is joined to its folder with one slash") {
  CHECK(join("a", "b") == "a/b");
  CHECK(join("a/", "b") == "a/b");
  CHECK(join("/", "b") == "/b");
  CHECK(join("", "b") == "b");
}

TEST_CASE("seconds become nanoseconds without ending early") {
  CHECK(nanoseconds_of(Seconds(1.5)).count() == 1'500'000'000);
  CHECK(nanoseconds_of(Seconds(0.05)).count() == 50'000'000);
  CHECK(nanoseconds_of(Seconds(1e-10)).count() == 1);
  CHECK(later(Instant(std::chrono::seconds(2)), Seconds(0.25)).time_since_epoch().count() == 2'250'000'000);
}
