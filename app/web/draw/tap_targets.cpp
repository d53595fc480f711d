#include "web/draw/tap_targets.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace hub::web {

namespace {

constexpr std::pair<ui::Sheet, const char*> kSheets[] = {
    {ui::Sheet::language, "language"}, {ui::Sheet::staff, "staff"}, {ui::Sheet::phrase, "phrase"}};

// A visitor's, without the staff's panel and without fingers that move.
bool is_of_a_page(const ui::Action& action) {
  return action.is<ui::Go>() || action.is<ui::Back>() || action.is<ui::NextTextSize>() ||
         action.is<ui::ToggleFurigana>() || action.is<ui::SetLanguage>() || action.is<ui::OpenSheet>() ||
         action.is<ui::CloseSheet>() || action.is<ui::ShowPhrase>();
}

// What stands inside the box that is tapped.
std::string words_in(const ui::Layer& layer, const ui::Box& box) {
  std::string words;
  for (const ui::Box& one : layer.boxes) {
    if (one.block == nullptr || !box.rect.contains(one.rect)) continue;
    std::u32string text = one.block->text;
    std::erase_if(text, [](char32_t c) { return c == U'\u2060' || c == U'\u200B'; });
    words += (words.empty() ? "" : " ") + base::encode_utf8(text);
  }
  return words;
}

class Targets {
 public:
  Targets(const ui::UiState& state, const ScreenWish& wish) : state_(state), wish_(wish) {}

  void add(const ui::Layer& layer, int scrolled_px) {
    for (const ui::Box& box : layer.boxes) {
      if (!box.tap || !is_of_a_page(*box.tap)) continue;
      const ui::Rect rect =
          ui::intersection(ui::moved(box.rect, {layer.viewport.x, layer.viewport.y - scrolled_px}), layer.viewport);
      if (rect.w <= 0 || rect.h <= 0) continue;
      all_.push_back({rect.x, rect.y, rect.w, rect.h, words_in(layer, box),
                      wish_of(ui::apply(state_, *box.tap, {}).state, wish_)});
    }
  }
  void add(const ui::Rect& rect, std::string says, ScreenWish to) {
    all_.push_back({rect.x, rect.y, rect.w, rect.h, std::move(says), std::move(to)});
  }
  std::vector<TapTarget> take() { return std::move(all_); }

 private:
  const ui::UiState& state_;
  const ScreenWish& wish_;
  std::vector<TapTarget> all_;
};

}  // namespace

ui::UiState state_of(const ScreenWish& wish, const std::string& hub) {
  ui::UiState state;
  state.hub = hub;
  state.route = ui::parse_route(wish.route).value_or(ui::Route{ui::Route::Page::home});
  if (state.route.page == ui::Route::Page::staff) state.route = {ui::Route::Page::home};
  state.text_step = wish.text_step;
  state.furigana = wish.furigana;
  state.language = wish.language;
  for (const auto& [sheet, name] : kSheets) {
    if (wish.sheet == name) state.sheet = sheet;
  }
  state.phrase = wish.phrase;
  state.scroll_px = wish.scroll_px;
  return state;
}

ScreenWish wish_of(const ui::UiState& state, ScreenWish wish) {
  wish.route = ui::path_of(state.route);
  wish.text_step = state.text_step;
  wish.furigana = state.furigana;
  wish.language = state.language;
  wish.sheet.clear();
  for (const auto& [sheet, name] : kSheets) {
    if (state.sheet == sheet) wish.sheet = name;
  }
  wish.phrase = state.phrase;
  wish.scroll_px = static_cast<int>(std::lround(std::max(0.0, state.scroll_px)));
  return wish;
}

std::vector<TapTarget> tap_targets(const ui::Scene& scene, const ui::UiState& state, const ScreenWish& wish) {
  Targets targets(state, wish);
  if (state.route.page == ui::Route::Page::attract) {
    ScreenWish to = wish;
    to.route = "home";
    targets.add(scene.page.viewport, "画面のどこか", to);
    return targets.take();
  }
  targets.add(scene.page, wish.scroll_px);
  if (scene.more && ui::has_more_below(scene, state.scroll_px)) {
    ScreenWish below = wish;
    below.scroll_px = std::min(scene.page.scroll_range_px(), wish.scroll_px + scene.page.viewport.h * 4 / 5);
    targets.add(scene.more->viewport, "つづき", below);
  }
  if (scene.dock) targets.add(*scene.dock, 0);
  return targets.take();
}

}  // namespace hub::web
