#include "text/lines/ruby.h"

#include <algorithm>

#include "text/analysis/characters.h"

namespace hub::text {

namespace {

// JLREQ 3.3.8: over kana by at most half a ruby character; never past its middle, where the next reading may begin.
float overhang_em(const Analysis& analysis, const Shaped& shaped, std::size_t character, float ruby_em) {
  if (!is_kana(analysis.text[character])) return 0.0F;
  const float advance_em = distance_em(shaped, character, character + 1) - shaped.space_before_em[character];
  return std::min(ruby_em / 2, advance_em / 2);
}

SetRuby shape_ruby(const Analysis& analysis, std::size_t index, const Faces& faces, float ruby_em) {
  SetRuby set;
  set.ruby = index;
  for (const char32_t c : analysis.ruby[index].reading) {
    const FaceId face = faces.face_for(c, Weight::regular, analysis.language);
    const std::uint32_t glyph = faces.glyph_index(face, c);
    set.glyphs.push_back({face, glyph, faces.advance_em(face, glyph) * ruby_em});
    set.width_em += set.glyphs.back().advance_em;
  }
  return set;
}

float base_width_em(const Shaped& shaped, const Ruby& ruby) {
  return distance_em(shaped, ruby.begin, ruby.end) - shaped.space_before_em[ruby.begin];
}

// Spaces the base out by `extra_em`: one part between two characters, half a part at each end.
void widen(const Ruby& ruby, float extra_em, Shaped& shaped) {
  const float part_em = extra_em / static_cast<float>(ruby.end - ruby.begin);
  const auto before = [](const ShapedGlyph& glyph, std::size_t character) { return glyph.character < character; };
  auto glyph = std::lower_bound(shaped.glyphs.begin(), shaped.glyphs.end(), ruby.begin, before);
  for (; glyph != shaped.glyphs.end() && glyph->character < ruby.end; ++glyph) {
    glyph->advance_em += part_em;
    glyph->dx_em += part_em / 2;
  }
}

}  // namespace

Annotated make_room_for_ruby(const Analysis& analysis, const Shaped& shaped, const Faces& faces, float ruby_em,
                             float limit_em) {
  Annotated annotated{analysis, shaped, {}};
  const std::size_t size = analysis.text.size();
  annotated.shaped.room_after_em.assign(size, 0.0F);
  for (std::size_t i = 0; i < analysis.ruby.size(); ++i) {
    const Ruby& ruby = analysis.ruby[i];
    SetRuby set = shape_ruby(analysis, i, faces, ruby_em);
    const float base_em = base_width_em(shaped, ruby);
    if (limit_em > 0 && std::max(base_em, set.width_em) > limit_em) continue;
    const float longer_em = std::max(0.0F, set.width_em - base_em);
    if (ruby.begin > 0) set.left_em = overhang_em(analysis, shaped, ruby.begin - 1, ruby_em);
    if (ruby.end < size) set.right_em = overhang_em(analysis, shaped, ruby.end, ruby_em);
    // What one side cannot give, the other side and then the base itself gives.
    const float left = std::min(set.left_em, std::max(longer_em / 2, longer_em - set.right_em));
    set.right_em = std::min(set.right_em, longer_em - left);
    set.left_em = left;
    const float extra_em = longer_em - set.left_em - set.right_em;
    if (extra_em > 0) widen(ruby, extra_em, annotated.shaped);
    for (std::size_t at = ruby.begin + 1; at < ruby.end; ++at) annotated.analysis.breaks[at] = Break::never;
    annotated.ruby.push_back(std::move(set));
  }
  measure_characters(size, annotated.shaped);
  // At a line's edge there is no neighbour to stand over: the base moves in instead.
  for (const SetRuby& set : annotated.ruby) {
    const Ruby& ruby = analysis.ruby[set.ruby];
    annotated.shaped.space_before_em[ruby.begin] -= set.left_em;
    annotated.shaped.room_after_em[ruby.end - 1] = set.right_em;
  }
  return annotated;
}

RubySpan span_of(const SetRuby& ruby, float base_x_em, float base_width_em) {
  const float room_em = base_width_em + ruby.left_em + ruby.right_em;
  const auto count = static_cast<float>(ruby.glyphs.size());
  const float ruby_em = ruby.glyphs.empty() ? 0.0F : ruby.width_em / count;
  // A reading shorter than its base spreads over it (JLREQ 3.3.6), but never so far that it falls apart.
  const float gap_em = std::clamp((room_em - ruby.width_em) / count, 0.0F, ruby_em);
  const float width_em = ruby.width_em + gap_em * (count - 1);
  return {base_x_em - ruby.left_em + (room_em - width_em) / 2, width_em, gap_em};
}

}  // namespace hub::text
