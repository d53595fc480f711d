#include "text/lines/block.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "text/samples.h"

using namespace hub;
using namespace hub::text;
using tests::utf8;

namespace {

Block set(const std::string& text, int width_px, Style style = {Weight::regular, 40, 66},
          std::string_view language = "ja") {
  const Analysis analysis = tests::analyser().analyse(text, language);
  return set_block(analysis, shape(analysis, style.weight, tests::faces()), style, width_px, tests::faces());
}

// In em; widths of whole pixels at a size where a pixel is nothing.
doctest::Approx em(double value) { return doctest::Approx(value).epsilon(0.003).scale(1); }
double natural_width_em(const std::string& text, std::string_view language = "ja") {
  return set(text, 0, {Weight::regular, 1000, 1500}, language).width_px / 1000.0;
}

}  // namespace

TEST_CASE("baselines are one pitch apart and the em box is centred in its line") {
  const Block block = set("妊娠期の家庭が拠点や地域の支援の場・人と接点を持ち、産後も継続して繋がれる", 400);
  REQUIRE(block.lines.size() > 2);
  CHECK(block.lines[0].baseline_px == first_baseline_px(40, 66));
  for (std::size_t i = 1; i < block.lines.size(); ++i) {
    CHECK(block.lines[i].baseline_px - block.lines[i - 1].baseline_px == 66);
  }
  CHECK(block.height_px == static_cast<int>(block.lines.size()) * 66);
  CHECK(first_baseline_px(100, 160) == 30 + 88);
  CHECK(first_baseline_px(100, 170) == 35 + 88);
  CHECK(first_baseline_px(100, 200) == 65 + 88);  // what is more than 1.7 em goes above
}

TEST_CASE("glyphs stand on their line's baseline and their roundings do not add up") {
  const Block block = set("あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほ", 0, {Weight::regular, 17, 26});
  const Analysis analysis = tests::analyser().analyse(utf8(block.text), "ja");
  const Shaped shaped = shape(analysis, Weight::regular, tests::faces());
  REQUIRE(block.glyphs.size() == block.text.size());
  for (std::size_t i = 0; i < block.glyphs.size(); ++i) {
    CHECK(block.glyphs[i].y_px == block.lines[0].baseline_px);
    CHECK(block.glyphs[i].x_px == doctest::Approx(shaped.pen_em[i] * 17).epsilon(0.0).scale(1).epsilon(0.51));
  }
}

TEST_CASE("a block set at its own width has the same lines") {
  for (const std::string& text : tests::report_texts()) {
    for (const int size_px : {13, 22, 40}) {
      const Style style{Weight::bold, size_px, size_px * 3 / 2};
      const Block natural = set(text, 0, style);
      CHECK(set(text, natural.width_px, style).lines.size() == natural.lines.size());
    }
  }
}

TEST_CASE("a block is no wider than asked") {
  for (const std::string& text : tests::report_texts()) {
    for (const int width_px : {320, 333, 400, 777}) CHECK(set(text, width_px).width_px <= width_px);
  }
}

TEST_CASE("later lines of a list start after its mark") {
  for (const char* text :
       {"①　地域の子育て支援の場について", "・地域の子育て支援の場について", "★ 地域の子育て支援の場について",
        "１　地域の子育て支援の場について", "1 地域の子育て支援の場について", "（１）地域の子育て支援の場について"}) {
    const Block block = set(text, 320);
    REQUIRE(block.lines.size() > 1);
    CHECK(block.lines[0].x_px == 0);
    CHECK(block.lines[1].x_px > 0);
    const std::size_t first_of_text = block.text.find(U'地');
    CHECK(block.glyphs[block.text.find_first_of(U" 　") == std::u32string::npos ? first_of_text : first_of_text - 1]
              .x_px == doctest::Approx(block.lines[1].x_px).epsilon(0.0).scale(1).epsilon(1.01));
    for (const Line& line : block.lines) CHECK(line.x_px + line.width_px <= 320);
  }
}

TEST_CASE("what only looks like a list mark does not hang") {
  for (const char* text : {"○○さんのための場です", "・・・", "3か所", "①", "2024年度の取組", "3 hubs"}) {
    CHECK_MESSAGE(tests::analyser().analyse(text, text[0] == '3' && text[1] == ' ' ? "en" : "ja").hang == 0, text);
  }
}

TEST_CASE("an indent is not drawn") {
  CHECK(set("　地域の子育て", 0).text == U"地域の子育て");
  CHECK(set("あ\n　い", 0).text == U"あ\nい");
}

TEST_CASE("an eighth em stands between Japanese and Latin letters or digits, nowhere else") {
  const auto space_em = [](const std::string& a, const std::string& b) {
    return natural_width_em(a + b) - natural_width_em(a) - natural_width_em(b);
  };
  CHECK(space_em("地域", "LINE") == em(0.125));
  CHECK(space_em("LINE", "で") == em(0.125));
  CHECK(space_em("令和", "6") == em(0.125));
  CHECK(space_em("令和", "６") == em(0.0));
  CHECK(space_em("は、", "LINE") == em(0.0));
  CHECK(space_em("（", "LINE") == em(0.0));
  CHECK(space_em("LINE", "。") == em(0.0));
  CHECK(space_em("地域", "支援") == em(0.0));
  CHECK(space_em("ABC", "12") == em(0.0));
}

TEST_CASE("that space vanishes at a line's edges") {
  const Block block = set("子育ての\u200BLINE", 170);
  REQUIRE(block.lines.size() == 2);
  CHECK(block.lines[0].width_px <= set("子育ての", 0).width_px);
  CHECK(block.lines[1].width_px == set("LINE", 0).width_px);
  CHECK(block.glyphs[4].x_px == 0);
}

TEST_CASE("full-width punctuation of a fallback face is tightened, BIZ UDPGothic's is not") {
  CHECK(natural_width_em("，（", "zh-Hans") == em(1.5));
  CHECK(natural_width_em("）。", "zh-Hans") == em(1.5));
  CHECK(natural_width_em("（（", "zh-Hans") == em(1.0));  // the first at the line's start
  CHECK(natural_width_em("、（") == em(1.1));
}

TEST_CASE("other languages and rare characters have glyphs; what nobody has is named") {
  CHECK(set("Tiếng Việt: Hỗ trợ nuôi dạy trẻ", 0, {Weight::regular, 40, 66}, "vi").missing.empty());
  CHECK(set("育儿支援中心，简体", 0, {Weight::bold, 40, 66}, "zh-Hans").missing.empty());
  CHECK(set("육아 지원 거점", 0, {Weight::bold, 40, 66}, "ko").missing.empty());
  CHECK(set("한글と简体とTiếng Việt", 0).missing.empty());
  CHECK(set("あ\U0001F9FFとह、\U0001F9FF", 0).missing == U"\U0001F9FFह");
  CHECK(set("あ\nい\u200Dう\uFE0F", 0).missing.empty());
}

TEST_CASE("a word has one face") {
  const Block block = set("会员の支援", 0);
  REQUIRE(block.glyphs.size() == 5);
  CHECK(block.glyphs[0].face == block.glyphs[1].face);
  CHECK(block.glyphs[0].face != block.glyphs[3].face);
  const Block vietnamese = set("Việtと", 0);
  for (std::size_t i = 1; i < 4; ++i) CHECK(vietnamese.glyphs[i].face == vietnamese.glyphs[0].face);
  CHECK(vietnamese.glyphs[4].face != vietnamese.glyphs[0].face);
}

TEST_CASE("random mixes in every language can be set") {
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    for (const char* language : {"ja", "ja-easy", "en", "zh-Hans", "ko", "vi", ""}) {
      const Block block = set(tests::random_text(seed), 500, {Weight::bold, 30, 60, seed % 2 == 0, true}, language);
      CHECK(block.height_px == static_cast<int>(block.lines.size()) * 60);
    }
  }
}
