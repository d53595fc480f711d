#include "text/shaping/punctuation.h"

#include <hb.h>

#include "text/analysis/kinsoku.h"

namespace hub::text {

namespace {

constexpr float kFullWidth_em = 0.9F;

// Which half of a glyph is blank, told from its ink.
enum class Blank : std::uint8_t { none, before, after };

Blank blank_of(char32_t c, const ShapedGlyph& glyph, const Faces& faces) {
  const bool opens = may_not_end_line(c);
  if (glyph.advance_em < kFullWidth_em || opens == may_not_start_line(c)) return Blank::none;
  hb_glyph_extents_t ink{};
  hb_font_get_glyph_extents(static_cast<hb_font_t*>(faces.harfbuzz_font(glyph.face)), glyph.glyph, &ink);
  const float half = glyph.advance_em / 2 * static_cast<float>(faces.units_per_em(glyph.face));
  if (opens) return static_cast<float>(ink.x_bearing) >= half ? Blank::before : Blank::none;
  return static_cast<float>(ink.x_bearing + ink.width) <= half ? Blank::after : Blank::none;
}

bool is_mark_of_punctuation(char32_t c) { return may_not_end_line(c) || may_not_start_line(c); }

}  // namespace

void tighten_punctuation(std::u32string_view text, const Faces& faces, Shaped& shaped) {
  for (ShapedGlyph& glyph : shaped.glyphs) {
    const std::size_t at = glyph.character;
    const Blank blank = blank_of(text[at], glyph, faces);
    const float half_em = glyph.advance_em / 2;
    if (blank == Blank::after && at + 1 < text.size() && is_mark_of_punctuation(text[at + 1])) {
      glyph.advance_em -= half_em;
    } else if (blank == Blank::before && at > 0 && may_not_end_line(text[at - 1])) {
      glyph.advance_em -= half_em;
      glyph.dx_em -= half_em;
    } else if (blank == Blank::before) {
      glyph.space_before_em = half_em;
    }
  }
}

}  // namespace hub::text
