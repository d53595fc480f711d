#include "ui/layout/qr.h"

#include <doctest/doctest.h>

#include <string>

using namespace hub;

TEST_CASE("a URL becomes a QR code with its three finders") {
  const ui::QrCode qr = ui::make_qr("https://example.jp/");
  REQUIRE(qr.side == 25);  // version 2 holds 26 bytes at level M (ISO/IEC 18004 table 7)
  REQUIRE(qr.dark.size() == 25 * 25);
  const auto finder_at = [&](int left, int top) {
    for (int y = 0; y < 7; ++y) {
      for (int x = 0; x < 7; ++x) {
        const bool ring = x == 0 || y == 0 || x == 6 || y == 6;
        const bool heart = x >= 2 && x <= 4 && y >= 2 && y <= 4;
        if (qr.at(left + x, top + y) != (ring || heart)) return false;
      }
    }
    return true;
  };
  CHECK(finder_at(0, 0));
  CHECK(finder_at(18, 0));
  CHECK(finder_at(0, 18));
  CHECK_FALSE(finder_at(18, 18));
}

TEST_CASE("another URL is another code; too much text is none") {
  CHECK(ui::make_qr("https://example.jp/a").dark != ui::make_qr("https://example.jp/b").dark);
  CHECK(ui::make_qr(std::string(5000, 'a')).side == 0);
}
