// What pdftoppm prints of a PDF's page: all of it is the stranger's if poppler is broken.
#include "base/check.h"
#include "bytes.h"
#include "report/sandbox/page_picture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = hub::fuzz::bytes(data, size);
  auto picture = hub::report::picture_from(bytes);
  if (!picture) return 0;
  HUB_CHECK(hub::report::to_ppm(*picture) == bytes);
  const double side = static_cast<double>(size);
  hub::report::mark_box(*picture, {side / 7, side / 9, side, side / 3}, {side, side * 2}, {200, 0, 0});
  HUB_CHECK(picture->rgb.size() ==
            3 * static_cast<std::size_t>(picture->width) * static_cast<std::size_t>(picture->height));
  return 0;
}
