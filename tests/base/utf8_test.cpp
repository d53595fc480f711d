#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace hub::base;

TEST_CASE("text goes to code points and back") {
  const std::string words = "泉区 a\u00E9\U0001F476";
  CHECK(decode_utf8(words) == U"泉区 aé👶");
  CHECK(encode_utf8(decode_utf8(words)) == words);
  CHECK(decode_utf8("").empty());
}

TEST_CASE("the first byte that is not UTF-8 is found") {
  CHECK(first_invalid_utf8("泉区") == std::nullopt);
  CHECK(first_invalid_utf8("") == std::nullopt);
  CHECK(first_invalid_utf8("a\xFF") == 1);
  CHECK(first_invalid_utf8("泉\x90\xF2") == 3);        // Shift_JIS behind UTF-8
  CHECK(first_invalid_utf8("\xC0\xAF") == 0);          // overlong
  CHECK(first_invalid_utf8("\xED\xA0\x80") == 0);      // surrogate
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);  // above U+10FFFF
  CHECK(first_invalid_utf8("ab\xE6\xB3") == 2);        // cut off
  CHECK(first_invalid_utf8(std::string("a\0b", 3)) == std::nullopt);
}

TEST_CASE("what is not UTF-8 becomes U+FFFD and reading goes on") {
  CHECK(decode_utf8("a\xFF"
                    "b") == U"a\uFFFDb");
  CHECK(decode_utf8("\xE6\xB3") == U"\uFFFD");
  std::size_t offset = 0;
  CHECK(next_code_point("泉区", offset) == U'泉');
  CHECK(offset == 3);
}
