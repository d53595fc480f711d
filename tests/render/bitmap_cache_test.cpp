// Pictures that the app did not draw: fitted, framed where they are marked, uploaded once, dropped when they are gone.
#include "render/bitmap_cache.h"

#include <doctest/doctest.h>

#include "render/screenshot.h"
#include "support/desk_view.h"
#include "support/staff_facts.h"

using namespace hub;

namespace {

// A kiosk's frames without a display.
struct Frames : tests::Lobby {
  Frames() {
    auto opened = platform::Offscreen::create(64, 64);
    REQUIRE(opened.ok());
    offscreen = std::make_unique<platform::Offscreen>(std::move(opened).value());
    renderer = render::FrameRenderer::create(*screen_context).value();
    here = frame_context({1280, 720});
    here.staff_panel = true;
    here.staff = std::make_shared<const ui::StaffFacts>(tests::calm_facts());
    who = state("izumi", "staff");
    who.staff.open = true;
  }
  void show(const ui::DeskView& view, const ui::DeskPageState& at) {
    here.desk = std::make_shared<const ui::DeskView>(view);
    who.staff.desk = at;
    frame();
  }
  void frame() {
    offscreen->resize(here.screen.width_px, here.screen.height_px);
    offscreen->bind();
    renderer->frame(screens(here.snapshot, who.hub), here, who, {}, {});
  }
  // On what the last one drew.
  ui::Outcome next_frame() {
    offscreen->bind();
    return renderer->frame(screens(here.snapshot, who.hub), here, who, {}, {}, render::FrameRenderer::Pixels::kept);
  }
  ui::Point place(const char* path, double across, double along) {
    const ui::Layer& page = scene(here, who).page;
    const ui::Rect r = tests::find_box(page, path).rect;
    return {page.viewport.x + r.x + static_cast<int>(r.w * across),
            page.viewport.y + r.y + static_cast<int>(r.h * along)};
  }
  ui::Colour pixel(ui::Point at) {
    const platform::Picture seen = offscreen->read();
    const auto i = static_cast<std::size_t>((at.y * seen.width_px + at.x) * 3);
    return {seen.rgb[i], seen.rgb[i + 1], seen.rgb[i + 2]};
  }

  std::unique_ptr<platform::Offscreen> offscreen;
  std::unique_ptr<render::FrameRenderer> renderer;
  ui::FrameContext here;
  ui::UiState who;
};

ui::SharedBitmap plain(int width_px, int height_px, ui::Colour left, ui::Colour right) {
  auto bitmap = std::make_shared<ui::Bitmap>();
  bitmap->width_px = width_px;
  bitmap->height_px = height_px;
  for (int i = 0; i < width_px * height_px; ++i) {
    const ui::Colour c = i % width_px < width_px / 2 ? left : right;
    bitmap->rgba.insert(bitmap->rgba.end(), {c.r, c.g, c.b, 255});
  }
  return bitmap;
}

constexpr ui::Colour kRed{200, 0, 0}, kBlue{0, 0, 200};

// The desk's page of what shows, with this as its picture.
ui::DeskView view_of(ui::SharedBitmap shown) {
  ui::DeskView view = tests::desk_with_inbox();
  view.shown->picture = std::move(shown);
  return view;
}
const ui::DeskPageState kShownPage = [] {
  ui::DeskPageState at;
  at.page = ui::DeskPage::shown;
  return at;
}();

}  // namespace

TEST_CASE("a picture that becomes half as large keeps the mean of its pixels") {
  ui::Bitmap four{2, 2, {0, 10, 20, 255, 100, 30, 20, 255, 0, 10, 20, 255, 100, 30, 20, 255}};
  const ui::Bitmap one = render::halved(four);
  CHECK(one.whole());
  CHECK(one.rgba == std::vector<std::uint8_t>{50, 20, 20, 255});
  CHECK(render::halved({5, 3, std::vector<std::uint8_t>(60, 9)}).rgba == std::vector<std::uint8_t>(8, 9));
}

TEST_CASE_FIXTURE(Frames, "a bitmap is drawn in its own colours, fitted into its place, and uploaded once") {
  ui::DeskView view = view_of(plain(1600, 900, kRed, kBlue));
  ui::DeskPageState at = kShownPage;
  show(view, at);
  CHECK(pixel(place("bitmap", 0.25, 0.5)) == kRed);
  CHECK(pixel(place("bitmap", 0.75, 0.5)) == kBlue);
  CHECK(renderer->bitmaps().uploads() == 1);
  CHECK(renderer->bitmaps().size() == 1);
  for (int i = 0; i < 5; ++i) frame();
  view.stick.reset();
  show(view, at);  // another view with the same picture
  CHECK(renderer->bitmaps().uploads() == 1);

  view.shown->picture = plain(1600, 900, kBlue, kRed);
  show(view, at);
  CHECK(pixel(place("bitmap", 0.25, 0.5)) == kBlue);
  CHECK(renderer->bitmaps().uploads() == 2);
  CHECK(renderer->bitmaps().size() == 1);
  at.page = ui::DeskPage::inbox;
  show(view, at);
  CHECK(renderer->bitmaps().size() == 0);
  at.page = ui::DeskPage::shown;
  show(view, at);
  CHECK(renderer->bitmaps().uploads() == 3);
}

TEST_CASE_FIXTURE(Frames, "a bitmap that shows stays where it is, also while only something else is drawn") {
  show(view_of(plain(1600, 900, kRed, kBlue)), kShownPage);
  const platform::Picture whole = offscreen->read();
  CHECK_FALSE(next_frame().changed);  // nothing is drawn
  CHECK(renderer->drawn_px() == 0);
  CHECK(offscreen->read().rgb == whole.rgb);
  who.text_step = 2;
  CHECK(next_frame().changed);
  who.text_step = 1;
  CHECK(next_frame().changed);
  CHECK(offscreen->read().rgb == whole.rgb);
  CHECK(renderer->bitmaps().uploads() == 1);
}

TEST_CASE_FIXTURE(Frames, "a picture that is broken, tall, flat or larger than the machine draws harms nothing") {
  ui::DeskPageState at;
  at.page = ui::DeskPage::shown;
  ui::Bitmap short_of_pixels;
  short_of_pixels.width_px = short_of_pixels.height_px = 100;
  const ui::SharedBitmap odd[] = {std::make_shared<ui::Bitmap>(), std::make_shared<ui::Bitmap>(short_of_pixels),
                                  plain(1, 3000, kRed, kBlue), plain(3000, 1, kRed, kBlue),
                                  plain(20'000, 10, kRed, kBlue)};
  for (const ui::SharedBitmap& one : odd) {
    ui::DeskView view = tests::desk_with_inbox();
    view.shown->picture = one;
    show(view, at);
    CHECK(ui::faults(scene(here, who).page).empty());
  }
}

TEST_CASE_FIXTURE(Frames, "the place that a question is about has a frame on its page") {
  ui::DeskView view = tests::drafted_desk();
  ui::DeskView::Question& question = view.draft->questions[0];
  question.page = plain(400, 400, {255, 255, 255}, {255, 255, 255});
  question.mark = {100, 190, 200, 20};
  ui::DeskPageState at;
  at.page = ui::DeskPage::question;
  at.of = question.id;
  at.whole_page = true;
  show(view, at);
  const ui::Rect box = tests::find_box(scene(here, who).page, "bitmap").rect;
  const platform::Picture seen = offscreen->read();
  const ui::Point middle = place("bitmap", 0.5, 0.5);
  int framed = 0;
  for (int y = middle.y - box.h / 8; y < middle.y + box.h / 8; ++y) {
    const auto i = static_cast<std::size_t>((y * seen.width_px + middle.x) * 3);
    if (seen.rgb[i] > 90 && seen.rgb[i + 1] < 90 && seen.rgb[i + 2] < 90) ++framed;
  }
  CHECK(framed >= 4);  // above and below the words
  CHECK(pixel(middle) == ui::Colour{255, 255, 255});
}
