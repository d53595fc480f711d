#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "stage.h"

using hub::platform::Picture;
using hub::tests::fill;
using hub::tests::kPage_px;
using hub::tests::kPages;
using hub::tests::pixel;
using hub::tests::Stage;

namespace {

constexpr ImU32 kWhite = IM_COL32(255, 255, 255, 255);
constexpr ImU32 kInk = IM_COL32(0x26, 0x23, 0x1F, 255);
constexpr ImU32 kPaper = IM_COL32(0xFF, 0xF8, 0xEC, 255);

// A page on which no two neighbours are alike and every value occurs.
std::vector<std::uint8_t> noise_page(unsigned seed) {
  std::vector<std::uint8_t> page(static_cast<std::size_t>(kPage_px) * kPage_px);
  unsigned state = seed * 2654435761U + 1U;
  for (std::uint8_t& byte : page) {
    state = state * 1664525U + 1013904223U;
    byte = static_cast<std::uint8_t>(state >> 24U);
  }
  return page;
}

std::uint8_t at(const std::vector<std::uint8_t>& page, int x_px, int y_px) {
  return page.at(static_cast<std::size_t>(y_px) * kPage_px + static_cast<std::size_t>(x_px));
}

// `width_px` × `height_px` of a page from (u_px, v_px), at (x_px, y_px) of the picture.
void sprite(ImDrawList& list, ImTextureID page, int x_px, int y_px, int u_px, int v_px, int width_px, int height_px,
            ImU32 colour) {
  const auto f = [](int value) { return static_cast<float>(value); };
  const auto uv = [](int value) { return static_cast<float>(value) / static_cast<float>(kPage_px); };
  list.AddImage(page, {f(x_px), f(y_px)}, {f(x_px + width_px), f(y_px + height_px)}, {uv(u_px), uv(v_px)},
                {uv(u_px + width_px), uv(v_px + height_px)}, colour);
}

std::uint32_t grey(std::uint8_t value) { return value * 0x010101U; }

int blended(ImU32 over, ImU32 under, int shift, int coverage) {
  const int a = static_cast<int>(over >> shift & 0xFFU);
  const int b = static_cast<int>(under >> shift & 0xFFU);
  return (a * coverage + b * (255 - coverage) + 127) / 255;
}

int largest_difference(const Picture& a, const Picture& b) {
  REQUIRE(a.rgb.size() == b.rgb.size());
  int largest = 0;
  for (std::size_t i = 0; i < a.rgb.size(); ++i) largest = std::max(largest, std::abs(a.rgb[i] - b.rgb[i]));
  return largest;
}

}  // namespace

TEST_SUITE_BEGIN("renderer");

TEST_CASE("the backend fits the context") {
  const Stage stage(8, 8);
  const char* wanted = std::getenv("HUB_TEST_BACKEND");  // set by the test that runs these with an old GL
  CHECK(std::string_view(ImGui::GetIO().BackendRendererName) == (wanted != nullptr ? wanted : "imgui_impl_opengl3"));
}

TEST_CASE("a sprite at an integer position is its page's bytes, pixel by pixel") {
  Stage stage(100, 70);
  const auto page = noise_page(1);
  stage.renderer().upload(1, 0, 0, kPage_px, kPage_px, page);
  const Picture picture = stage.frame([&](ImDrawList& list) {
    fill(list, 0, 0, 100, 70, IM_COL32(0, 0, 0, 255));
    sprite(list, stage.renderer().page_texture(1), 37, 11, 5, 9, 50, 40, kWhite);
  });
  int wrong = 0;
  for (int y = 0; y < 70; ++y) {
    for (int x = 0; x < 100; ++x) {
      const bool inside = x >= 37 && x < 87 && y >= 11 && y < 51;
      const std::uint32_t expected = inside ? grey(at(page, x - 37 + 5, y - 11 + 9)) : 0;
      if (pixel(picture, x, y) != expected) ++wrong;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("a whole page may be drawn up to its edges") {
  Stage stage(kPage_px, kPage_px);
  const auto page = noise_page(2);
  stage.renderer().upload(0, 0, 0, kPage_px, kPage_px, page);
  const Picture picture = stage.frame([&](ImDrawList& list) {
    fill(list, 0, 0, kPage_px, kPage_px, IM_COL32(0, 0, 0, 255));
    sprite(list, stage.renderer().page_texture(0), 0, 0, 0, 0, kPage_px, kPage_px, kWhite);
  });
  int wrong = 0;
  for (int y = 0; y < kPage_px; ++y) {
    for (int x = 0; x < kPage_px; ++x) wrong += pixel(picture, x, y) == grey(at(page, x, y)) ? 0 : 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("a page's bytes are the alpha of the colour it is drawn with") {
  Stage stage(kPage_px, kPage_px);
  const auto page = noise_page(3);
  stage.renderer().upload(0, 0, 0, kPage_px, kPage_px, page);
  const Picture picture = stage.frame([&](ImDrawList& list) {
    fill(list, 0, 0, kPage_px, kPage_px, kPaper);
    sprite(list, stage.renderer().page_texture(0), 0, 0, 0, 0, kPage_px, kPage_px, kInk);
  });
  int largest = 0;
  for (int y = 0; y < kPage_px; ++y) {
    for (int x = 0; x < kPage_px; ++x) {
      const std::uint32_t got = pixel(picture, x, y);
      const int coverage = at(page, x, y);
      largest =
          std::max(largest, std::abs(static_cast<int>(got >> 16) - blended(kInk, kPaper, IM_COL32_R_SHIFT, coverage)));
      largest = std::max(
          largest, std::abs(static_cast<int>(got >> 8 & 0xFFU) - blended(kInk, kPaper, IM_COL32_G_SHIFT, coverage)));
      largest = std::max(largest,
                         std::abs(static_cast<int>(got & 0xFFU) - blended(kInk, kPaper, IM_COL32_B_SHIFT, coverage)));
    }
  }
  CHECK(largest <= 1);
}

TEST_CASE("an upload changes its rectangle only, the first one the whole page") {
  Stage stage(kPage_px, kPage_px);
  const auto before = noise_page(4);
  const auto after = noise_page(5);
  stage.renderer().upload(2, 10, 10, 1, 1, before);
  stage.renderer().upload(2, 7, 21, 33, 13, after);
  stage.renderer().upload(2, 0, 0, 0, 0, after);  // nothing changed: nothing happens
  const Picture picture = stage.frame([&](ImDrawList& list) {
    fill(list, 0, 0, kPage_px, kPage_px, IM_COL32(0, 0, 0, 255));
    sprite(list, stage.renderer().page_texture(2), 0, 0, 0, 0, kPage_px, kPage_px, kWhite);
  });
  int wrong = 0;
  for (int y = 0; y < kPage_px; ++y) {
    for (int x = 0; x < kPage_px; ++x) {
      const bool inside = x >= 7 && x < 40 && y >= 21 && y < 34;
      wrong += pixel(picture, x, y) == grey(at(inside ? after : before, x, y)) ? 0 : 1;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("each page has a texture of its own before anything is uploaded") {
  Stage stage(8, 8);
  for (int a = 0; a < kPages; ++a) {
    CHECK(stage.renderer().page_texture(a) != ImTextureID{});
    for (int b = 0; b < a; ++b) CHECK(stage.renderer().page_texture(a) != stage.renderer().page_texture(b));
  }
}

TEST_CASE("fill_clip_rect fills its clip rectangle with its colour and nothing else") {
  Stage stage(60, 40);
  const Picture picture = stage.frame([](ImDrawList& list) {
    fill(list, 0, 0, 60, 40, kPaper);
    fill(list, 13, 3, 47, 20, kInk);
  });
  int wrong = 0;
  for (int y = 0; y < 40; ++y) {
    for (int x = 0; x < 60; ++x) {
      const bool inside = x >= 13 && x < 47 && y >= 3 && y < 20;
      wrong += pixel(picture, x, y) == (inside ? 0x26231FU : 0xFFF8ECU) ? 0 : 1;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("fill_clip_rect covers exactly what a quad in the same clip rectangle covers") {
  // Half pixels, over the edges, empty, inside out: the backends' own rounding decides.
  const std::vector<ImVec4> rectangles = {
      {10.4F, 5.5F, 30.6F, 20.5F},  {10.6F, 5.2F, 30.4F, 20.9F},  {0.5F, 0.5F, 1.2F, 1.4F},
      {-9.0F, -7.0F, 12.0F, 8.0F},  {-9.5F, -7.5F, 12.5F, 8.5F},  {40.0F, 30.0F, 99.0F, 99.0F},
      {40.5F, 30.5F, 99.5F, 99.5F}, {20.0F, 20.0F, 20.0F, 30.0F}, {30.0F, 20.0F, 20.0F, 30.0F}};
  Stage stage(60, 40);
  for (const ImVec4& r : rectangles) {
    CAPTURE(r.x);
    CAPTURE(r.y);
    const Picture filled = stage.frame([&](ImDrawList& list) {
      fill(list, 0, 0, 60, 40, kPaper);
      fill(list, r.x, r.y, r.z, r.w, kInk);
    });
    const Picture quad = stage.frame([&](ImDrawList& list) {
      fill(list, 0, 0, 60, 40, kPaper);
      list.PushClipRect({r.x, r.y}, {r.z, r.w});
      list.AddRectFilled({-100, -100}, {200, 200}, kInk);
      list.PopClipRect();
    });
    CHECK(largest_difference(filled, quad) == 0);
  }
}

TEST_CASE("what is drawn after a fill is clipped by its own rectangle") {
  Stage stage(40, 40);
  const Picture picture = stage.frame([](ImDrawList& list) {
    fill(list, 0, 0, 40, 40, kPaper);
    fill(list, 5, 5, 8, 8, kInk);
    list.AddRectFilled({20, 20}, {30, 30}, kWhite);
  });
  CHECK(pixel(picture, 6, 6) == 0x26231FU);
  CHECK(pixel(picture, 19, 20) == 0xFFF8ECU);
  CHECK(pixel(picture, 20, 20) == 0xFFFFFFU);
  CHECK(pixel(picture, 29, 29) == 0xFFFFFFU);
  CHECK(pixel(picture, 30, 29) == 0xFFF8ECU);
}

TEST_CASE("drawing keeps what was there: a frame may redraw one rectangle") {
  Stage stage(40, 40);
  stage.frame([](ImDrawList& list) { fill(list, 0, 0, 40, 40, kPaper); });
  const Picture picture = stage.frame([](ImDrawList& list) { fill(list, 10, 10, 20, 20, kInk); });
  CHECK(pixel(picture, 9, 10) == 0xFFF8ECU);
  CHECK(pixel(picture, 10, 10) == 0x26231FU);
  CHECK(pixel(picture, 39, 39) == 0xFFF8ECU);
}

TEST_CASE("the same frame gives the same pixels, also at another size and back") {
  Stage stage(90, 50);
  stage.renderer().upload(0, 0, 0, kPage_px, kPage_px, noise_page(6));
  const auto draw = [&](ImDrawList& list) {
    fill(list, 0, 0, 200, 200, kPaper);
    sprite(list, stage.renderer().page_texture(0), 3, 1, 0, 0, 40, 40, kInk);
    list.AddCircleFilled({60, 25}, 12.5F, kInk);
  };
  const Picture first = stage.frame(draw);
  CHECK(largest_difference(first, stage.frame(draw)) == 0);
  stage.resize(33, 120);
  const Picture tall = stage.frame(draw);
  CHECK(tall.width_px == 33);
  CHECK(tall.height_px == 120);
  CHECK(pixel(tall, 0, 119) == 0xFFF8ECU);
  CHECK(pixel(tall, 10, 10) == pixel(first, 10, 10));
  stage.resize(90, 50);
  CHECK(largest_difference(first, stage.frame(draw)) == 0);
}

TEST_CASE("no font is built: the atlas is one white pixel") {
  Stage stage(16, 16);
  stage.frame([](ImDrawList&) {});
  const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  CHECK(atlas.TexWidth == 1);
  CHECK(atlas.TexHeight == 1);
  REQUIRE(atlas.Fonts.size() == 1);
  CHECK(atlas.Fonts[0]->Glyphs.empty());
}

TEST_CASE("a second renderer can follow the first") {
  for (int round = 0; round < 2; ++round) {
    Stage stage(16, 16);
    const Picture picture = stage.frame([](ImDrawList& list) { fill(list, 0, 0, 16, 16, kPaper); });
    CHECK(pixel(picture, 15, 15) == 0xFFF8ECU);
  }
}

TEST_CASE("a page larger than a texture can be is an error") {
  const Stage stage(8, 8);  // for its GL context
  ImGuiContext* const own = ImGui::GetCurrentContext();
  ImGuiContext* const other = ImGui::CreateContext();
  ImGui::SetCurrentContext(other);
  const auto renderer = hub::platform::Renderer::create(1, 1 << 20);
  ImGui::DestroyContext(other);
  ImGui::SetCurrentContext(own);
  REQUIRE(!renderer.ok());
  CHECK(!renderer.error().what.ja.empty());
  CHECK(!renderer.error().what.en.empty());
}

TEST_SUITE_END();
