// Stage 4: a text set at a size and width: lines and glyphs at whole pixels. Measured and drawn from this one object.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "text/analysis/analysis.h"
#include "text/lines/lines.h"
#include "text/shaping/shape.h"

namespace hub::text {

struct Style {
  Weight weight = Weight::regular;
  int size_px = 0;         // 1 em
  int line_height_px = 0;  // baseline to baseline
  bool balanced = false;
  bool furigana = false;  // ruby stands in the upper part of the line; the baselines are where they are without it
  bool operator==(const Style&) const = default;
};

struct PlacedGlyph {
  FaceId face = 0;
  std::uint32_t glyph = 0;
  int size_px = 0;
  int x_px = 0;  // pen position from the block's left edge
  int y_px = 0;  // baseline from the block's top edge
};

struct Line {
  std::size_t begin = 0;  // characters of Block::text
  std::size_t end = 0;
  Break level = Break::must;
  int x_px = 0;         // where it starts (a hanging list's later lines start after the mark)
  int baseline_px = 0;  // from the block's top
  int width_px = 0;     // of the ink's advance, without x_px
};

struct PlacedRuby {
  std::size_t begin = 0;  // characters of Block::text
  std::size_t end = 0;
  std::u32string reading;
  int x_px = 0;
  int width_px = 0;
};

struct Block {
  std::u32string text;
  std::vector<Line> lines;
  std::vector<PlacedGlyph> glyphs;  // by line; ruby after the line it stands on
  std::vector<PlacedRuby> ruby;     // empty without furigana
  int width_px = 0;        // of the widest line, at most the width asked for unless a single character is wider
  int height_px = 0;       // lines × line height
  std::u32string missing;  // characters no face has

  std::string line_text(std::size_t line) const;  // UTF-8
};

// Where the first baseline stands, from the block's top, by size and line height alone: furigana never moves it. The em
// box is centred up to a line height of 1.7 em; what a larger one has more goes above, where ruby stands (from 1.85 em
// on it stands wholly inside the line's own box).
int first_baseline_px(int size_px, int line_height_px);

// Half of the base, rounded up.
int ruby_size_px(int size_px);

// Preconditions: style.size_px > 0. width_px <= 0: one line a paragraph, as long as it gets. A block set at its own
// width_px has the same lines.
Block set_block(const Analysis& analysis, const Shaped& shaped, const Style& style, int width_px, const Faces& faces);

}  // namespace hub::text
