// A URL as a QR code (ISO/IEC 18004, error correction M), made by libqrencode.
#pragma once

#include <string>
#include <vector>

namespace hub::ui {

struct QrCode {
  int side = 0;            // modules, without the quiet zone; 0: the text is too long for a QR code
  std::vector<bool> dark;  // side × side, rows from the top
  bool at(int x, int y) const {
    return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) + static_cast<std::size_t>(x)];
  }
};

// The light border every reader needs, in modules (ISO/IEC 18004 6.3.8).
inline constexpr int kQuietZone = 4;

QrCode make_qr(const std::string& url);

}  // namespace hub::ui
