#include "render/home_picture.h"

#include <algorithm>
#include <cmath>

#include "config/paths.h"
#include "render/configure.h"
#include "render/screenshot.h"

namespace hub::render {

namespace {

constexpr int kLargest_px = 1920;  // that is drawn: whatever can run a kiosk can draw it

// The same screen, as large to the eye, with fewer pixels where it has many.
base::Size drawn_size(base::Size screen) {
  const int longer = std::max({screen.width_px, screen.height_px, 1});
  if (longer <= kLargest_px) return screen;
  const double scale = 1.0 * kLargest_px / longer;
  return {std::max(1, static_cast<int>(std::lround(screen.width_px * scale))),
          std::max(1, static_cast<int>(std::lround(screen.height_px * scale)))};
}

// Each pixel the mean of those that it stands for.
HomePicture made_small(const platform::Picture& large) {
  const int longer = std::max(large.width_px, large.height_px);
  const double scale = std::max(1.0, 1.0 * longer / kHomePicture_px);
  HomePicture small;
  small.width_px = std::max(1, static_cast<int>(large.width_px / scale));
  small.height_px = std::max(1, static_cast<int>(large.height_px / scale));
  small.rgb.reserve(std::size_t{3} * static_cast<std::size_t>(small.width_px) *
                    static_cast<std::size_t>(small.height_px));
  const auto from = [&](int i, int all) { return std::min(static_cast<int>(i * scale), all - 1); };
  for (int y = 0; y < small.height_px; ++y) {
    const int top = from(y, large.height_px), bottom = std::max(top + 1, from(y + 1, large.height_px));
    for (int x = 0; x < small.width_px; ++x) {
      const int left = from(x, large.width_px), right = std::max(left + 1, from(x + 1, large.width_px));
      unsigned sums[3] = {}, count = 0;
      for (int v = top; v < bottom; ++v) {
        for (int u = left; u < right; ++u, ++count) {
          const std::size_t at = 3 * (static_cast<std::size_t>(v) * static_cast<std::size_t>(large.width_px) +
                                      static_cast<std::size_t>(u));
          for (std::size_t c = 0; c < 3; ++c) sums[c] += large.rgb[at + c];
        }
      }
      for (const unsigned sum : sums) small.rgb += static_cast<char>(static_cast<unsigned char>(sum / count));
    }
  }
  return small;
}

base::Error cannot_be_shown() { return {{"その画面は、いまは出せません。", "That screen cannot be shown now."}, {}}; }

}  // namespace

base::Result<HomePicture> draw_home(const base::FileReader& files, const HomeQuery& query) {
  content::Loaded loaded = config::load_content(files, query.content_folder, query.hub, can_draw_with_own_faces());
  if (!loaded.snapshot || loaded.snapshot->find_hub(query.hub) == nullptr) return cannot_be_shown();
  auto context = ScreenContext::open();
  if (!context) return context.error();
  auto renderer = ScreenshotRenderer::open(*context.value());
  if (!renderer) return renderer.error();
  ui::FrameContext frame_context;
  configure(frame_context, query.config);
  const base::Size size = drawn_size(query.screen_px);
  frame_context.screen.width_px = size.width_px;
  frame_context.screen.height_px = size.height_px;
  frame_context.snapshot = loaded.snapshot;
  frame_context.today = query.today;
  HubScreens screens(*context.value(), loaded.snapshot, query.hub);
  ui::UiState state = ui::fresh_state(query.hub, base::Instant{});
  state.route = {ui::Route::Page::home};
  return made_small(renderer.value()->draw(screens, frame_context, state, base::Seconds(0)));
}

}  // namespace hub::render
