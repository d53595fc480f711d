// The outlines of a face's glyphs, thinner or heavier than the face has them: what a weight between two files looks
// like.
#pragma once

#include <stb_truetype.h>

#include <vector>

#include "text/glyphs/faces.h"

namespace hub::text {

// A glyph's outline in units finer than the font's, because what it moves by is a few thousandths of an em.
struct Outline {
  static constexpr int kFiner = 4;  // of these units make one font unit
  std::vector<stbtt_vertex> points;
};

Outline outline_of(const stbtt_fontinfo& font, int glyph);

// Moves every edge by half of `stem_units` (of the font), outwards where it is positive: stems become thicker by that
// much, letters taller. As in FreeType's FT_Outline_Embolden, corners stay corners.
void embolden(float stem_units, Outline& outline);

struct Placing {
  float unit_px = 0;   // a unit of the font
  float right_px = 0;  // where the pen stands from the whole pixel
  float up_px = 0;
};

// The picture, with nothing cut off.
Bitmap draw(const Outline& outline, const Placing& placing);

}  // namespace hub::text
