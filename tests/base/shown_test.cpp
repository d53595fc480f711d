// What a stranger's words look like on a terminal.
#include <doctest/doctest.h>

#include <string>

#include "base/characters.h"

using hub::base::shown;
using hub::base::steers;

TEST_CASE("what steers a terminal or a line is shown as U+FFFD") {
  for (const char* hidden : {"\x1b",   "\x07",   "\r",         "\n",         "\x7f",   "\x08",      "\t",     "\u0080",
                             "\u0085", "\u009b", "\u009f",     "\u200e",     "\u200f", "\u061c",    "\u2028", "\u2029",
                             "\u202a", "\u202b", "\u202c",     "\u202d",     "\u202e", "\u2066",    "\u2067", "\u2068",
                             "\u2069", "\ufeff", "\U000E0001", "\U000E0041", "\ufffe", "\U0010ffff"}) {
    CAPTURE(static_cast<int>(static_cast<unsigned char>(hidden[0])));
    CHECK(shown(std::string("a") + hidden + "b") == "a\uFFFDb");
  }
  CHECK(shown(std::string("a\0b", 3)) == "a\uFFFDb");
}

TEST_CASE("bytes that are no UTF-8 are shown as U+FFFD, and what follows them stays") {
  CHECK(shown("a\xff"
              "b") == "a\uFFFDb");
  CHECK(shown("\x9b"
              "31m") == "\uFFFD31m");  // a C1 control of one byte, as old terminals take it
  CHECK(shown("\xc2") == "\uFFFD");    // the first half of one
  CHECK(shown("\xc0\x9b"
              "x")
            .ends_with("x"));  // overlong
  CHECK(shown("\xed\xa0\x80"
              "x")
            .ends_with("x"));
}

TEST_CASE("what people write stays as it is") {
  const std::string words = "泉区 ｜地域《ちいき》 Quận Izumi 이즈미구 👨\u200d👩\u200d👧 葛\U000E0100 co\u00ADop \u2060";
  CHECK(shown(words) == words);
  CHECK_FALSE(steers(U'\u200B'));
  CHECK_FALSE(steers(U' '));
  CHECK_FALSE(steers(U'\u3000'));
}

TEST_CASE("what is too long ends in …") {
  CHECK(shown("地域の子育て", 2) == "地域…");
  CHECK(shown("地域", 2) == "地域");
  CHECK(shown(std::string(100'000, 'k')).size() == hub::base::kLongestLine + std::string("…").size());
}
