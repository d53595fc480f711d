// Every screen that visitors can come to, before anybody does: laid out in every way, and drawn.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "render/frame_renderer.h"
#include "render/screenshot.h"

namespace hub::inspect {

// Today, and each later day on which the screens become others by themselves: another report's year begins, the last
// report's year is over.
std::vector<base::Date> days_to_check(const content::Hub& hub, base::Date today);

// Lays every screen of the hub out, on every such day, at every size, text size and language, with and without
// furigana, attract's every slide. One error for each text that is at fault, with an example of where. Empty:
// everything fits. `checked` is called after each screen.
std::vector<base::Error> check_rendering(render::ScreenContext& screen_context,
                                         const std::shared_ptr<const content::Snapshot>& snapshot,
                                         const content::Hub& hub, base::Date today,
                                         const std::function<void()>& checked);

// Draws every screen of the hub off screen: at every text size large and in Japanese, and once in each other language.
// An error for each that the glyph pages have no room for, that GL cannot draw, or that stays empty.
std::vector<base::Error> check_drawing(render::ScreenContext& screen_context, render::ScreenshotRenderer& renderer,
                                       const std::shared_ptr<const content::Snapshot>& snapshot,
                                       const content::Hub& hub, base::Date today, const std::function<void()>& checked);

}  // namespace hub::inspect
