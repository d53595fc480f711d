#include "ui/layout/metrics.h"

#include <doctest/doctest.h>

using namespace hub;

TEST_CASE("a letter is as large as the reader's distance asks") {
  // 15.1 mm a metre of distance: 10.57 mm at 0.7 m; a 24-inch 1920 × 1080 screen has 3.614 px a millimetre.
  const ui::Metrics kiosk = ui::metrics_for({1920, 1080}, 1);
  CHECK(kiosk.em_px == doctest::Approx(38.2).epsilon(0.01));
  CHECK(kiosk.em_px / kiosk.px_per_mm == doctest::Approx(15.1 * 0.7));
  CHECK(kiosk.kiosk);
  // Capital letters of 0.7° (EN 301 549 5.1.4): BIZ UDPGothic's are 0.81 em.
  const double capital_mm = 0.81 * kiosk.em_px / kiosk.px_per_mm;
  CHECK(capital_mm / 700 >= 0.0122);

  const ui::Metrics tablet = ui::metrics_for({1280, 720}, 1);
  CHECK(tablet.em_px / tablet.px_per_mm == doctest::Approx(15.1 * 0.45));
  CHECK_FALSE(tablet.kiosk);
}

TEST_CASE("text steps are 1, 1.25 and 1.5; the dock's em stays") {
  const ui::Metrics one = ui::metrics_for({1920, 1080}, 1);
  const ui::Metrics three = ui::metrics_for({1920, 1080}, 3);
  CHECK(three.em_px == doctest::Approx(1.5 * one.em_px));
  CHECK(ui::metrics_for({1920, 1080}, 2).em_px == doctest::Approx(1.25 * one.em_px));
  CHECK(three.base_em_px == one.base_em_px);
}

TEST_CASE("widths in em choose the layout") {
  const auto width = [](int w, int h, int step) { return ui::metrics_for({w, h}, step).width_class(); };
  CHECK(width(1920, 1080, 1) == ui::WidthClass::wide);
  CHECK(width(1080, 1920, 1) == ui::WidthClass::medium);
  CHECK(width(1280, 720, 1) == ui::WidthClass::medium);
  CHECK(width(800, 480, 1) == ui::WidthClass::narrow);
  CHECK(width(1920, 1080, 3) == ui::WidthClass::medium);
}

TEST_CASE("fingers get 20 mm on a kiosk and 12 mm on a tablet") {
  const ui::Metrics kiosk = ui::metrics_for({1920, 1080}, 1);
  CHECK(kiosk.target_px() / kiosk.px_per_mm >= 20);
  const ui::Metrics tablet = ui::metrics_for({800, 480}, 1);
  CHECK(tablet.target_px() / tablet.px_per_mm >= 12);
  CHECK(tablet.target_px() / tablet.px_per_mm < 13);
}

TEST_CASE("an impossible screen still has letters, and room for them") {
  CHECK(ui::metrics_for({320, 320, 120, 0.2}, 1).em_px == doctest::Approx(12));
  CHECK(ui::metrics_for({800, 480, 3, 10}, 1).em_px == doctest::Approx(60));
}

TEST_CASE("a configured screen is believed") {
  const ui::Metrics m = ui::metrics_for({1920, 1080, 43, 1.2}, 1);
  CHECK(m.em_px / m.px_per_mm == doctest::Approx(15.1 * 1.2));
  CHECK(m.px_per_mm == doctest::Approx(2202.9 / (43 * 25.4)).epsilon(0.001));
}
