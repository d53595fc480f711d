// Pages of a PDF as pictures, for whoever is asked about their words. PPM (P6) is the only format that is read back: it
// has nothing in it to go wrong but its size.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "report/sandbox/readers.h"
#include "report/words/document.h"

namespace hub::report {

struct Picture {
  int width = 0;  // in pixels
  int height = 0;
  std::string rgb;  // three bytes a pixel, from the top left, row by row
};

struct PictureColour {
  unsigned char red = 0, green = 0, blue = 0;
};

// An error where the page cannot be drawn within the limits of a reader, or is not there.
base::Result<Picture> page_picture(std::string_view pdf, const PageWish& wish, const SandboxedReaders& readers);

// Nothing where these are not the bytes of one picture of at most kMostPixels, as pdftoppm and `to_ppm` write it.
std::optional<Picture> picture_from(std::string_view ppm);
std::string to_ppm(const Picture& picture);

// Draws a frame around what stands in `box` of a page of `size`, and makes everything outside of it a little darker.
void mark_box(Picture& picture, const PageBox& box, const PageSize& size, PictureColour frame);

}  // namespace hub::report
