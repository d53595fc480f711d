#include "text/glyphs/glyph_atlas.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "text/samples.h"

using namespace hub;
using namespace hub::text;

namespace {

constexpr char32_t kFirst = U'一';

std::uint32_t kanji(int index) { return tests::faces().glyph_index(0, kFirst + static_cast<char32_t>(index)); }

void paint_full(std::span<std::uint8_t> coverage, int, int) {
  std::fill(coverage.begin(), coverage.end(), std::uint8_t{255});
}

}  // namespace

TEST_CASE("the faces of the manifest open, rasterise and know what they lack") {
  const Faces& faces = tests::faces();
  CHECK(faces.covers(U'あ', Weight::regular, "ja"));
  CHECK(faces.covers(U'한', Weight::bold, "ja"));
  CHECK_FALSE(faces.covers(U'\U0001F9FF', Weight::regular, "ja"));
  CHECK(faces.main_face(U'a', Weight::regular, "ja") == faces.main_face(U'a', Weight::regular, "en"));
  CHECK(faces.main_face(U'a', Weight::regular, "ja") != faces.main_face(U'a', Weight::regular, "vi"));
  CHECK(faces.main_face(U'一', Weight::regular, "zh-Hans") != faces.main_face(U'一', Weight::regular, "ko"));
  const FaceId korean = faces.face_for(U'한', Weight::regular, "ko");
  const Bitmap bitmap = faces.rasterise(korean, faces.glyph_index(korean, U'한'), 40);
  CHECK(bitmap.width_px > 25);
  CHECK(bitmap.height_px > 30);
  CHECK(std::count(bitmap.coverage.begin(), bitmap.coverage.end(), 255) > 50);
  CHECK(std::count(bitmap.coverage.begin(), bitmap.coverage.end(), 0) > 50);
}

TEST_CASE("a sprite is the glyph's picture, drawn once") {
  GlyphAtlas pages(tests::faces());
  pages.begin_frame();
  const Sprite& sprite = pages.glyph(0, kanji(0), 40);
  const Bitmap bitmap = tests::faces().rasterise(0, kanji(0), 40);
  REQUIRE(sprite.width_px == bitmap.width_px);
  CHECK(sprite.left_px == bitmap.left_px);
  CHECK(sprite.top_px == bitmap.top_px);
  for (int y = 0; y < sprite.height_px; ++y) {
    for (int x = 0; x < sprite.width_px; ++x) {
      const auto at = static_cast<std::size_t>((sprite.y_px + y) * kPageSize_px + sprite.x_px + x);
      CHECK(pages.page(sprite.page)[at] == bitmap.coverage[static_cast<std::size_t>(y * bitmap.width_px + x)]);
    }
  }
  CHECK(&pages.glyph(0, kanji(0), 40) == &sprite);
  CHECK(&pages.glyph(0, kanji(0), 41) != &sprite);
}

TEST_CASE("a picture is as large as its ink, so that its middle is the ink's") {
  for (const char32_t c : {U'\uF2D1', U'\uF23B', U'\uF4E6', U'\uF00E'}) {  // heart, flag, sync, people
    const FaceId face = tests::faces().face_for(c, Weight::icon, "");
    const Bitmap bitmap = tests::faces().rasterise(face, tests::faces().glyph_index(face, c), 59);
    REQUIRE(bitmap.width_px > 0);
    const auto inked = [&](int from_x, int to_x, int from_y, int to_y) {
      for (int y = from_y; y < to_y; ++y) {
        for (int x = from_x; x < to_x; ++x) {
          if (bitmap.coverage[static_cast<std::size_t>(y * bitmap.width_px + x)] > 0) return true;
        }
      }
      return false;
    };
    CHECK(inked(0, 1, 0, bitmap.height_px));
    CHECK(inked(bitmap.width_px - 1, bitmap.width_px, 0, bitmap.height_px));
    CHECK(inked(0, bitmap.width_px, 0, 1));
    CHECK(inked(0, bitmap.width_px, bitmap.height_px - 1, bitmap.height_px));
  }
}

TEST_CASE("a space has nothing to draw") {
  GlyphAtlas pages(tests::faces());
  CHECK(pages.glyph(0, tests::faces().glyph_index(0, U' '), 40).width_px == 0);
  CHECK(pages.page_count() == 0);
}

TEST_CASE("sprites keep a pixel between them and the page's edge") {
  GlyphAtlas pages(tests::faces());
  std::vector<Sprite> sprites;
  for (int i = 0; i < 60; ++i) sprites.push_back(pages.glyph(0, kanji(i), 30));
  for (const Sprite& a : sprites) {
    CHECK(a.x_px >= 1);
    CHECK(a.y_px >= 1);
    CHECK(a.x_px + a.width_px < kPageSize_px);
    CHECK(a.y_px + a.height_px < kPageSize_px);
    for (const Sprite& b : sprites) {
      if (a.x_px == b.x_px && a.y_px == b.y_px) continue;  // itself, or another character without a glyph
      const bool apart = a.x_px + a.width_px < b.x_px || b.x_px + b.width_px < a.x_px ||
                         a.y_px + a.height_px < b.y_px || b.y_px + b.height_px < a.y_px;
      CHECK(apart);
    }
  }
}

TEST_CASE("changes are told once, in one rectangle a page") {
  GlyphAtlas pages(tests::faces());
  CHECK(pages.take_changes().empty());
  const Sprite& first = pages.glyph(0, kanji(0), 40);
  const Sprite& second = pages.shape(7, 20, 10, paint_full);
  const std::vector<PageRect> changes = pages.take_changes();
  REQUIRE(changes.size() == 1);
  for (const Sprite* sprite : {&first, &second}) {
    CHECK(sprite->x_px >= changes[0].x_px);
    CHECK(sprite->y_px >= changes[0].y_px);
    CHECK(sprite->x_px + sprite->width_px <= changes[0].x_px + changes[0].width_px);
    CHECK(sprite->y_px + sprite->height_px <= changes[0].y_px + changes[0].height_px);
  }
  CHECK(pages.take_changes().empty());
  pages.glyph(0, kanji(0), 40);
  CHECK(pages.take_changes().empty());
}

TEST_CASE("a shape is painted once") {
  GlyphAtlas pages(tests::faces());
  int painted = 0;
  const GlyphAtlas::Paint paint = [&](std::span<std::uint8_t> coverage, int width_px, int height_px) {
    ++painted;
    CHECK(coverage.size() == static_cast<std::size_t>(width_px * height_px));
    coverage[0] = 9;
  };
  const Sprite sprite = pages.shape(1, 5, 3, paint);
  pages.shape(1, 5, 3, paint);
  CHECK(painted == 1);
  CHECK(pages.page(0)[static_cast<std::size_t>(sprite.y_px * kPageSize_px + sprite.x_px)] == 9);
}

TEST_CASE("the page that was not used for longest is thrown out, never one of this frame") {
  GlyphAtlas pages(tests::faces(), 2);
  const int side_px = kPageSize_px - 2;  // one shape fills a page
  pages.shape(1, side_px, side_px, paint_full);
  pages.begin_frame();
  pages.shape(2, side_px, side_px, paint_full);
  pages.begin_frame();
  pages.shape(1, side_px, side_px, paint_full);
  CHECK(pages.page_count() == 2);
  pages.take_changes();

  const Sprite& third = pages.shape(3, side_px, 10, paint_full);  // page of 2, which this frame has not used
  CHECK(third.page == 1);
  const std::vector<PageRect> changes = pages.take_changes();
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].page == 1);
  CHECK(changes[0].height_px == kPageSize_px);
  CHECK(pages.dropped() == 0);

  CHECK(pages.shape(4, side_px, side_px, paint_full).width_px == 0);  // both pages are in use
  CHECK(pages.dropped() == 1);

  pages.begin_frame();
  CHECK(pages.shape(4, side_px, side_px, paint_full).width_px == side_px);
  int repainted = 0;
  pages.shape(1, side_px, side_px, [&](std::span<std::uint8_t>, int, int) { ++repainted; });
  CHECK(repainted == 1);  // 4 took the place of 1
}

// A lobby's pages fill with the sizes and languages of days; what one screen needs may then lie on every one of them.
TEST_CASE("a place that is given to another picture has another serial, the same picture keeps its own") {
  GlyphAtlas pages(tests::faces(), 1);
  const int side_px = kPageSize_px - 2;
  const Sprite first = pages.shape(1, side_px, side_px, paint_full);
  CHECK(first.serial != 0);
  CHECK(pages.shape(1, side_px, side_px, paint_full).serial == first.serial);
  pages.begin_frame();
  const Sprite second = pages.shape(2, side_px, side_px, paint_full);
  CHECK(second.x_px == first.x_px);
  CHECK(second.serial != first.serial);
  pages.begin_frame();
  const Sprite again = pages.shape(1, side_px, side_px, paint_full);
  CHECK(again.serial != first.serial);
  CHECK(again.serial != second.serial);
}

TEST_CASE("a frame that found no room, because what it needs is spread, has all the room when it comes again") {
  GlyphAtlas pages(tests::faces(), 2);
  const int most_px = kPageSize_px - 30;
  pages.shape(1, most_px, most_px, paint_full);
  pages.shape(11, 20, 20, paint_full);  // beside it
  pages.begin_frame();
  pages.shape(2, most_px, most_px, paint_full);
  const auto frame = [&] {
    pages.begin_frame();
    pages.shape(11, 20, 20, paint_full);
    pages.shape(2, most_px, most_px, paint_full);
    return pages.shape(3, most_px, most_px, paint_full).width_px;
  };
  CHECK(frame() == 0);
  CHECK_FALSE(pages.complete());
  CHECK(frame() == most_px);
  CHECK(pages.complete());
}

TEST_CASE("a picture larger than a page is dropped") {
  GlyphAtlas pages(tests::faces());
  CHECK(pages.shape(1, kPageSize_px, 4, paint_full).width_px == 0);
  CHECK(pages.dropped() == 1);
}
