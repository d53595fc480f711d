#include "text/typesetter.h"

#include <doctest/doctest.h>

#include "support/allocations.h"
#include "text/glyphs/glyph_atlas.h"
#include "text/samples.h"

using namespace hub;
using namespace hub::text;

namespace {

constexpr Style kBody{Weight::regular, 40, 66};

}  // namespace

TEST_CASE("a text that was set is remembered by text, language, style and width") {
  Typesetter typesetter(tests::analyser(), tests::faces());
  const Block& block = typesetter.set("妊娠期からの支援", "ja", kBody, 300);
  CHECK(&typesetter.set("妊娠期からの支援", "ja", kBody, 300) == &block);
  CHECK(typesetter.shapings() == 1);
  CHECK(typesetter.settings() == 1);
  CHECK(&typesetter.set("妊娠期からの支援", "ja", kBody, 200) != &block);
  CHECK(typesetter.shapings() == 1);
  CHECK(typesetter.settings() == 2);
  typesetter.set("妊娠期からの支援", "ja", {Weight::bold, 40, 66}, 200);
  CHECK(typesetter.shapings() == 2);
  typesetter.set("妊娠期からの支援", "zh-Hans", kBody, 200);
  CHECK(typesetter.shapings() == 3);
  CHECK(&typesetter.set("妊娠期からの支援", "ja", kBody, 300) == &block);
  const std::size_t settings = typesetter.settings();
  typesetter.forget_blocks();
  typesetter.set("妊娠期からの支援", "ja", kBody, 300);
  CHECK(typesetter.settings() == settings + 1);
  CHECK(typesetter.shapings() == 3);  // what is dear is kept
  CHECK(typesetter.texts() == 2);
}

TEST_CASE("a width of nothing and below are the same line") {
  Typesetter typesetter(tests::analyser(), tests::faces());
  CHECK(&typesetter.set("地域", "ja", kBody, 0) == &typesetter.set("地域", "ja", kBody, -5));
}

TEST_CASE("a frame that repeats allocates, shapes and sets nothing") {
  Typesetter typesetter(tests::analyser(), tests::faces());
  GlyphAtlas pages(tests::faces());
  const std::vector<std::string> texts = tests::report_texts();
  const auto frame = [&] {
    pages.begin_frame();
    std::size_t drawn = 0;
    for (const std::string& text : texts) {
      const Block& block = typesetter.set(text, "ja", kBody, 1200);
      for (const PlacedGlyph& glyph : block.glyphs) {
        drawn += static_cast<std::size_t>(pages.glyph(glyph.face, glyph.glyph, glyph.size_px).width_px);
      }
    }
    return drawn + pages.take_changes().size();
  };
  frame();
  const std::size_t shapings = typesetter.shapings();
  const std::size_t settings = typesetter.settings();
  const std::size_t before = tests::allocations();
  const std::size_t drawn = frame();
  if (tests::kCountsAllocations) CHECK(before > 0);
  CHECK(tests::allocations() == before);
  CHECK(drawn > 0);
  CHECK(typesetter.shapings() == shapings);
  CHECK(typesetter.settings() == settings);
  CHECK(pages.dropped() == 0);
}
