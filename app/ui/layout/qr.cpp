#include "ui/layout/qr.h"

#include <qrencode.h>

#include <memory>

namespace hub::ui {

QrCode make_qr(const std::string& url) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeString8bit(url.c_str(), 0, QR_ECLEVEL_M),
                                                             QRcode_free);
  QrCode result;
  if (!code) return result;
  result.side = code->width;
  const int modules = code->width * code->width;
  result.dark.reserve(static_cast<std::size_t>(modules));
  for (int i = 0; i < modules; ++i) result.dark.push_back((code->data[i] & 1) != 0);
  return result;
}

}  // namespace hub::ui
