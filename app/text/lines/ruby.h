// Furigana in lines (JLREQ 3.3): how wide each reading is, what room it takes from its neighbours and from its base.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/analysis/analysis.h"
#include "text/glyphs/faces.h"
#include "text/shaping/shape.h"

namespace hub::text {

struct RubyGlyph {
  FaceId face = 0;
  std::uint32_t glyph = 0;
  float advance_em = 0;  // of the base's em
};

struct SetRuby {
  std::size_t ruby = 0;  // index into Analysis::ruby
  std::vector<RubyGlyph> glyphs;
  float width_em = 0;  // solid, of the base's em
  float left_em = 0;   // how far it may stand out over the character before
  float right_em = 0;  // and over the one after
};

// An analysis and shaping in which every reading has its room: bases shorter than their reading are spaced out
// (JLREQ 3.3.6), and no line ends inside a base. A base wider than `limit_em` (<= 0: none) goes without its reading.
struct Annotated {
  Analysis analysis;
  Shaped shaped;
  std::vector<SetRuby> ruby;  // ascending
};

// ruby_em: the size of the readings in em of the base, about a half.
Annotated make_room_for_ruby(const Analysis& analysis, const Shaped& shaped, const Faces& faces, float ruby_em,
                             float limit_em);

// Where a reading stands over its base: from `left_em` to `right_em` of the line, each glyph `gap_em` apart and
// `gap_em / 2` from the ends.
struct RubySpan {
  float x_em = 0;
  float width_em = 0;
  float gap_em = 0;
};
RubySpan span_of(const SetRuby& ruby, float base_x_em, float base_width_em);

}  // namespace hub::text
