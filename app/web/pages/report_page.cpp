// The report's own page as evidence.
#include <cmath>

#include "web/pages/pages.h"

namespace hub::web {

namespace {

constexpr int kPage_px = 1000;  // the width that pictures of pages are made in
constexpr double kAir_pt = 3;   // between words and their frame

std::string box_text(double x, double y, double width, double height) {
  const auto whole = [](double points) { return std::to_string(static_cast<int>(std::lround(points))); };
  return whole(x) + " " + whole(y) + " " + whole(width) + " " + whole(height);
}

}  // namespace

Markup report_page(const PageContext& context, const std::vector<report::Evidence>& evidence) {
  const report::Evidence& first = evidence.front();
  Markup frames;
  for (const report::Evidence& one : evidence) {
    if (one.page != first.page || one.box.empty()) continue;
    const auto points = [](double value) { return static_cast<int>(std::lround(value)); };
    frames += element("rect", {{"x", points(one.box.x - kAir_pt)},
                               {"y", points(one.box.y - kAir_pt)},
                               {"width", points(one.box.width + 2 * kAir_pt)},
                               {"height", points(one.box.height + 2 * kAir_pt)},
                               {"rx", 4}});
  }
  const std::string page = std::to_string(first.page);
  const Url picture = context.to({"page.png"}, {{"source", context.work->source().sha256}, {"page", page}});
  const int height =
      first.size.width > 0 ? static_cast<int>(std::lround(kPage_px * first.size.height / first.size.width)) : kPage_px;
  return element(
      "figure", {{"class", "sheet"}, {"data-top", static_cast<int>(std::lround(first.box.y))}},
      {element("img",
               {{"src", picture}, {"alt", "報告書の " + page + " ページ"}, {"width", kPage_px}, {"height", height}}),
       element("svg", {{"viewBox", box_text(0, 0, first.size.width, first.size.height)}, {"aria-hidden", "true"}},
               frames)});
}

}  // namespace hub::web
