// Stage 2: an analysis as glyphs of faces, in em, so that one shaping serves every size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/analysis/analysis.h"
#include "text/glyphs/faces.h"

namespace hub::text {

struct ShapedGlyph {
  FaceId face = 0;
  std::uint32_t glyph = 0;
  std::uint32_t character = 0;  // index into Analysis::text of the first character it draws
  float advance_em = 0;         // with the space between Japanese and Latin (JLREQ 3.2.6)
  float space_before_em = 0;    // that space; dropped at a line's start
  float dx_em = 0;              // offset of the drawing from the pen (with space_before_em), y up
  float dy_em = 0;
};

struct Shaped {
  std::vector<ShapedGlyph> glyphs;  // in text order
  std::vector<double>
      pen_em;  // pen_em[i]: where text[i] starts when all stands on one line, however long; size text.size() + 1
  std::vector<float>
      space_before_em;  // per character: the part of pen_em[i + 1] - pen_em[i] that vanishes at a line's start
  std::vector<float> room_after_em;  // per character: what it needs more at a line's end; empty when nothing does
};

// From where character `begin` starts to where `end` starts.
float distance_em(const Shaped& shaped, std::size_t begin, std::size_t end);

// How wide a line of characters [begin, end) is, at its own edges.
float line_width_em(const Shaped& shaped, std::size_t begin, std::size_t end);

Shaped shape(const Analysis& analysis, Weight weight, const Faces& faces);

// Works out pen_em and space_before_em again after glyphs have changed.
void measure_characters(std::size_t characters, Shaped& shaped);

}  // namespace hub::text
