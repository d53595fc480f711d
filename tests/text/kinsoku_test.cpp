#include "text/analysis/kinsoku.h"

#include <doctest/doctest.h>

#include <string>

#include "text/samples.h"

using namespace hub::text;
using hub::tests::utf8;

TEST_CASE("what JLREQ 3.1.7 keeps from a line's start") {
  for (const char32_t c :
       std::u32string(U"’”）〕］｝〉》」』】⦆〙〗»〟)]}‐〜～゠–－！？‼⁇⁈⁉!?・：；:;･。．.｡、，,､"
                      U"ヽヾゝゞ々〻〃ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇷㇿ％%‰℃°′″／/㎏㍍ℓ㎡")) {
    CHECK_MESSAGE(may_not_start_line(c), utf8({&c, 1}));
  }
  for (const char32_t c : std::u32string(U"あアかカ漢A1１①★「（『㍻㈱")) CHECK_FALSE(may_not_start_line(c));
}

TEST_CASE("what JLREQ 3.1.8 keeps from a line's end") {
  for (const char32_t c : std::u32string(U"‘“（〔［｛〈《「『【⦅〘〖«〝([{￥¥＄$£€＃#№")) {
    CHECK_MESSAGE(may_not_end_line(c), utf8({&c, 1}));
  }
  for (const char32_t c : std::u32string(U"あ漢A1。、」）％")) CHECK_FALSE(may_not_end_line(c));
}

TEST_CASE("what JLREQ 3.1.10 keeps together") {
  CHECK(is_inseparable(U"……", 1));
  CHECK(is_inseparable(U"——", 1));
  CHECK(is_inseparable(U"‥‥", 1));
  CHECK(is_inseparable(U"12", 1));
  CHECK(is_inseparable(U"１２", 1));
  CHECK(is_inseparable(U"1,234", 2));
  CHECK(is_inseparable(U"１，２", 2));
  CHECK(is_inseparable(U"12.5", 3));
  CHECK_FALSE(is_inseparable(U"あ、2", 2));
  CHECK_FALSE(is_inseparable(U"年2", 1));
  CHECK_FALSE(is_inseparable(U"…あ", 1));
}

TEST_CASE("an opening bracket does not end a line by way of a space after it") {
  CHECK(kinsoku_forbids(U"（ あ", 2));
  CHECK_FALSE(kinsoku_forbids(U"あ い", 2));
}

TEST_CASE("an analysis holds kinsoku where ICU's strict mode does not") {
  const auto breaks = [](const char* text) { return hub::tests::analyser().analyse(text, "ja").breaks; };
  CHECK(breaks("月～金")[1] == Break::never);
  CHECK(breaks("親／子")[1] == Break::never);
  CHECK(breaks("あ〃")[1] == Break::never);
  CHECK(breaks("重さ㎏")[2] == Break::never);
  CHECK(breaks("＃あ")[1] == Break::never);
  CHECK(breaks("１２")[1] == Break::never);
  CHECK(breaks("あー")[1] == Break::never);
  CHECK(breaks("50%")[2] == Break::never);
  CHECK(breaks("¥100")[1] == Break::never);
  CHECK(breaks("あ「い」う")[1] == Break::phrase);
}
