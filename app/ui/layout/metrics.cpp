#include "ui/layout/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"

namespace hub::ui {

namespace {

constexpr double kEm_mm_per_m = 15.1;  // a capital letter of 0.7° seen from 1 m, in a face whose capitals are 0.81 em
constexpr double kMm_per_inch = 25.4;
constexpr std::array<double, 3> kTextSteps = {1.0, 1.25, 1.5};
// Whatever diagonal and distance somebody gives: letters have pixels enough to be letters, and a line has room for
// some.
constexpr double kLeastEm_px = 12;
constexpr double kLeastEmsAcross = 8;
// The largest letters of a page (a title in the largest text, a statement) are 2.7 em: their pictures fit a page of the
// glyph atlas, 1024 px.
constexpr double kMostEm_px = 350;
// Of the shorter side: what a finger presses leaves the page some room, also where a diagonal says that the screen is
// smaller than a hand.
constexpr double kMostTarget = 0.3;
constexpr int kLeastTarget_px = 12;
constexpr double kReach_mm = 1200;
constexpr double kLeastPage_em = 18;     // page and dock have at least so much, however high the screen hangs
constexpr double kHandDistance_m = 0.6;  // nearer than this, the screen is held in the hand

Screen assumed(Screen screen) {
  const int longer = std::max(screen.width_px, screen.height_px);
  const bool small = longer <= 800;
  const bool tablet = longer <= 1280;
  if (screen.diagonal_inch <= 0) screen.diagonal_inch = small ? 7 : tablet ? 10.1 : 24;
  if (screen.distance_m <= 0) screen.distance_m = tablet ? 0.45 : 0.7;
  return screen;
}

double target_mm(bool kiosk) { return kiosk ? measure::kiosk_target_mm : measure::tablet_target_mm; }

int whole(double px) { return static_cast<int>(std::lround(px)); }

}  // namespace

Metrics metrics_for(const Screen& screen, int text_step) {
  HUB_CHECK(text_step >= 1 && text_step <= 3);
  Metrics m;
  m.screen = assumed(screen);
  m.text_step = text_step;
  const double diagonal_px = std::hypot(m.screen.width_px, m.screen.height_px);
  const double shorter_px = std::max(1, std::min(m.screen.width_px, m.screen.height_px));
  m.kiosk = m.screen.distance_m >= kHandDistance_m;
  m.px_per_mm =
      std::min(diagonal_px / (m.screen.diagonal_inch * kMm_per_inch), kMostTarget * shorter_px / target_mm(m.kiosk));
  const double most_px = std::min(shorter_px / kLeastEmsAcross, kMostEm_px);
  m.base_em_px = bounded(kEm_mm_per_m * m.screen.distance_m * m.px_per_mm, kLeastEm_px, most_px);
  m.em_px = m.base_em_px * kTextSteps[static_cast<std::size_t>(text_step - 1)];
  return m;
}

int Metrics::em(double ems) const { return whole(ems * em_px); }
int Metrics::gap(double ems) const { return whole(ems * base_em_px); }

int Metrics::target_px() const {
  return std::max(kLeastTarget_px, static_cast<int>(std::ceil(target_mm(kiosk) * px_per_mm)));
}

int Metrics::tap_slop_px() const { return whole(measure::tap_slop_mm * px_per_mm); }
int Metrics::palm_px() const { return whole(measure::palm_mm * px_per_mm); }
double Metrics::swipe_px_s() const { return measure::swipe_mm_s * px_per_mm; }

WidthClass Metrics::width_class() const {
  if (width_em() >= 40) return WidthClass::wide;
  return width_em() >= 26 ? WidthClass::medium : WidthClass::narrow;
}

int Metrics::masthead_px() const {
  if (!screen.low_reach) return 0;
  const int within_px = whole((kReach_mm - screen.bottom_mm) * px_per_mm);
  const int least_px = gap(kLeastPage_em);
  return std::max(0, screen.height_px - std::max(within_px, least_px));
}

int Metrics::margin_px() const {
  const double width = screen.width_px / base_em_px;
  return gap(width >= 40 ? 1.8 : width >= 26 ? 1.4 : 0.7);
}

}  // namespace hub::ui
