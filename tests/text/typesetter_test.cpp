#include "text/typesetter.h"

#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "text/glyph_pages.h"
#include "text/samples.h"

using namespace hub;
using namespace hub::text;

namespace {

std::atomic<std::size_t> allocations = 0;

constexpr Style kBody{Weight::regular, 40, 66};

}  // namespace

// A sanitizer checks memory through operators of its own; it leaves counting to the other builds.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kCounts = false;
#else
constexpr bool kCounts = true;
void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
#endif

TEST_CASE("a text that was set is remembered by text, language, style and width") {
  Typesetter typesetter(test::analyser(), test::faces());
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
  typesetter.forget();
  typesetter.set("妊娠期からの支援", "ja", kBody, 300);
  CHECK(typesetter.shapings() == 4);
}

TEST_CASE("a width of nothing and below are the same line") {
  Typesetter typesetter(test::analyser(), test::faces());
  CHECK(&typesetter.set("地域", "ja", kBody, 0) == &typesetter.set("地域", "ja", kBody, -5));
}

TEST_CASE("a frame that repeats allocates, shapes and sets nothing") {
  Typesetter typesetter(test::analyser(), test::faces());
  GlyphPages pages(test::faces());
  const std::vector<std::string> texts = test::report_texts();
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
  const std::size_t before = allocations;
  const std::size_t drawn = frame();
  if (kCounts) CHECK(before > 0);
  CHECK(allocations == before);
  CHECK(drawn > 0);
  CHECK(typesetter.shapings() == shapings);
  CHECK(typesetter.settings() == settings);
  CHECK(pages.dropped() == 0);
}
