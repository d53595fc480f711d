// The faces of fonts/manifest.csv: mapped files, HarfBuzz fonts, outlines. Which face draws which character.
// Any number of threads may ask at once: new content is prepared while the old one is drawn.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hub::text {

enum class Weight : std::uint8_t { regular, bold, icon };

using FaceId = std::uint16_t;  // index into the manifest

struct Bitmap {
  int width_px = 0;
  int height_px = 0;
  int left_px = 0;                     // from the pen to the bitmap's left edge
  int top_px = 0;                      // from the baseline up to the bitmap's top edge
  std::vector<std::uint8_t> coverage;  // rows from the top, width_px bytes each
};

class Faces {
 public:
  // Maps the main faces at once and a fallback when it is first asked for. Error: a file is missing or is no font.
  static base::Result<Faces> open();
  ~Faces();
  Faces(Faces&&) noexcept;
  Faces& operator=(Faces&&) noexcept;

  // The face a character of this language's texts is set in: BIZ UDPGothic, but the language's own face for zh-Hans, ko
  // and vi, so that a page is even and Han characters are drawn the language's way. It may lack the character.
  FaceId main_face(char32_t character, Weight weight, std::string_view language) const;

  // The face for a character: the main face, else the other faces of the weight in the manifest's order.
  // Gives the main face when nobody has it (it then draws .notdef); `covers` tells.
  FaceId face_for(char32_t character, Weight weight, std::string_view language) const;
  bool covers(char32_t character, Weight weight, std::string_view language) const;
  bool covers(FaceId face, char32_t character) const;

  // HarfBuzz's font of a face (hb_font_t*, kept opaque to readers of this header), at the scale at which units_per_em
  // make one em of text: a fallback's glyphs come out as large as the manifest sets them.
  void* harfbuzz_font(FaceId face) const;
  int units_per_em(FaceId face) const;
  std::uint32_t glyph_index(FaceId face, char32_t character) const;  // 0: none
  float advance_em(FaceId face, std::uint32_t glyph) const;

  // One glyph at whole pixels, 1 em = size_px. An empty glyph (space) has no coverage.
  Bitmap rasterise(FaceId face, std::uint32_t glyph, int size_px) const;

 private:
  struct Impl;
  explicit Faces(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace hub::text
