// The picture of a page that a job has made, for who shows it.
#pragma once

#include <optional>
#include <string>

#include "base/files.h"

namespace hub::desk {

struct PagePixels {
  int width_px = 0;
  int height_px = 0;
  std::string rgb;  // three bytes a pixel, rows from the top
};

// Nothing: it is gone, or is no picture of a page.
std::optional<PagePixels> read_page(const base::FileReader& files, const std::string& path);

}  // namespace hub::desk
