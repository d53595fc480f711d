#include "desk/jobs/page_pixels.h"

#include <utility>

#include "report/sandbox/page_picture.h"

namespace hub::desk {

namespace {
constexpr std::size_t kMostBytes = std::size_t{32} << 20;  // more than the largest picture that is made
}

std::optional<PagePixels> read_page(const base::FileReader& files, const std::string& path) {
  const auto bytes = files.read(path, kMostBytes);
  if (!bytes) return std::nullopt;
  auto picture = report::picture_from(bytes.value());
  if (!picture) return std::nullopt;
  return PagePixels{picture->width, picture->height, std::move(picture->rgb)};
}

}  // namespace hub::desk
