#include "text/shaping/shape.h"

#include <hb.h>

#include <algorithm>
#include <memory>

#include "text/analysis/characters.h"
#include "text/shaping/punctuation.h"

namespace hub::text {

namespace {

// JLREQ 3.2.6 sets a quarter em; an eighth suits the proportional letters of BIZ UDPGothic and is within its range.
constexpr float kWesternSpace_em = 0.125F;

struct BufferDeleter {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using Buffer = std::unique_ptr<hb_buffer_t, BufferDeleter>;

enum class Kind : std::uint8_t { japanese, western, korean, other };

Kind kind_of(char32_t c) {
  if (is_japanese(c)) return Kind::japanese;
  if (is_western(c)) return Kind::western;
  return is_korean(c) ? Kind::korean : Kind::other;
}

// The letters that one face draws: a word (letters without a good break between them), with Latin words also those
// after its spaces, because among other letters they are one name or sentence (Tiếng Việt).
class Words {
 public:
  Words(const Analysis& analysis, Weight weight, const Faces& faces)
      : analysis_(analysis), weight_(weight), faces_(faces) {
    const std::string& language = analysis.language;
    latin_among_others_ = language.starts_with("ja") || language.starts_with("zh") || language.starts_with("ko");
  }

  FaceId main_face(std::size_t at) const { return faces_.main_face(analysis_.text[at], weight_, analysis_.language); }

  std::size_t end_of(std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end < analysis_.text.size() && goes_on(end)) ++end;
    return end;
  }

 private:
  bool goes_on(std::size_t at) const {
    const char32_t before = analysis_.text[at - 1];
    const char32_t after = analysis_.text[at];
    if (is_combining_mark(after)) return true;
    if (latin_among_others_ && (is_latin_space(at) || is_latin_space(at - 1))) return true;
    if (analysis_.breaks[at] >= Break::part || kind_of(before) != kind_of(after)) return false;
    return kind_of(after) != Kind::other || is_full_width(before) == is_full_width(after);
  }

  bool is_latin_space(std::size_t at) const {
    const std::u32string& text = analysis_.text;
    return text[at] == U' ' && at > 0 && at + 1 < text.size() && kind_of(text[at + 1]) == Kind::western &&
           (kind_of(text[at - 1]) == Kind::western || is_combining_mark(text[at - 1]));
  }

  const Analysis& analysis_;
  Weight weight_;
  const Faces& faces_;
  bool latin_among_others_ = false;
};

// One face a character. A word is drawn by a single face: the first one that has all of it.
std::vector<FaceId> choose_faces(const Analysis& analysis, Weight weight, const Faces& faces) {
  const std::u32string& text = analysis.text;
  const Words words(analysis, weight, faces);
  std::vector<FaceId> chosen(text.size());
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = words.end_of(begin);
    const FaceId main = words.main_face(begin);
    std::fill(chosen.begin() + static_cast<std::ptrdiff_t>(begin), chosen.begin() + static_cast<std::ptrdiff_t>(end),
              main);
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_drawn(text[i]) || faces.covers(main, text[i])) continue;
      const FaceId face = faces.face_for(text[i], weight, analysis.language);
      for (std::size_t j = begin; j < end; ++j) {
        if (faces.covers(face, text[j])) chosen[j] = face;
      }
    }
    begin = end;
  }
  return chosen;
}

// Scripts that fonts shape by different rules. Everything else follows the script before it.
hb_script_t script_of(char32_t c, hb_script_t before) {
  if (is_combining_mark(c)) return before;
  const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
  if (script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN) return before;
  return script == HB_SCRIPT_HAN || script == HB_SCRIPT_KATAKANA ? HB_SCRIPT_HIRAGANA : script;
}

struct ShapedRun {
  std::size_t begin = 0;
  std::size_t end = 0;
  FaceId face = 0;
  hb_script_t script = HB_SCRIPT_COMMON;
};

std::vector<ShapedRun> split_runs(const std::u32string& text, const std::vector<FaceId>& faces) {
  std::vector<ShapedRun> runs;
  hb_script_t script = HB_SCRIPT_COMMON;
  for (std::size_t i = 0; i < text.size(); ++i) {
    script = script_of(text[i], script);
    if (text[i] == U'\n') continue;
    const bool goes_on =
        !runs.empty() && runs.back().end == i && runs.back().face == faces[i] && runs.back().script == script;
    if (goes_on) {
      runs.back().end = i + 1;
    } else {
      runs.push_back({i, i + 1, faces[i], script});
    }
  }
  return runs;
}

void shape_run(const Analysis& analysis, const ShapedRun& run, const Faces& faces, hb_buffer_t* buffer,
               Shaped& shaped) {
  // A ligature would make two characters one that a line may end in.
  const hb_feature_t features[] = {{HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};
  hb_buffer_clear_contents(buffer);
  hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  hb_buffer_add_codepoints(buffer, reinterpret_cast<const hb_codepoint_t*>(analysis.text.data()),
                           static_cast<int>(analysis.text.size()), static_cast<unsigned>(run.begin),
                           static_cast<int>(run.end - run.begin));
  hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, run.script == HB_SCRIPT_COMMON ? HB_SCRIPT_LATIN : run.script);
  hb_buffer_set_language(buffer,
                         hb_language_from_string(analysis.language.data(), static_cast<int>(analysis.language.size())));
  hb_shape(static_cast<hb_font_t*>(faces.harfbuzz_font(run.face)), buffer, features, std::size(features));

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  const float em = 1.0F / static_cast<float>(faces.units_per_em(run.face));
  for (unsigned i = 0; i < count; ++i) {
    ShapedGlyph glyph;
    glyph.face = run.face;
    glyph.glyph = infos[i].codepoint;
    glyph.character = infos[i].cluster;
    glyph.advance_em = static_cast<float>(positions[i].x_advance) * em;
    glyph.dx_em = static_cast<float>(positions[i].x_offset) * em;
    glyph.dy_em = static_cast<float>(positions[i].y_offset) * em;
    shaped.glyphs.push_back(glyph);
  }
}

// JLREQ 3.2.6: a little air between Japanese and Western letters, none beside punctuation.
bool wants_western_space(const std::u32string& text, std::size_t at) {
  if (at == 0 || is_combining_mark(text[at])) return false;
  std::size_t before = at - 1;
  while (before > 0 && is_combining_mark(text[before])) --before;
  return (is_japanese(text[before]) && is_western(text[at])) || (is_western(text[before]) && is_japanese(text[at]));
}

void add_western_space(const Analysis& analysis, Shaped& shaped) {
  const bool spaced = analysis.language.starts_with("ja") || analysis.language.starts_with("zh");
  if (!spaced) return;
  for (ShapedGlyph& glyph : shaped.glyphs) {
    if (!wants_western_space(analysis.text, glyph.character)) continue;
    glyph.advance_em += kWesternSpace_em;
    glyph.dx_em += kWesternSpace_em;
    glyph.space_before_em = kWesternSpace_em;
  }
}

}  // namespace

void measure_characters(std::size_t characters, Shaped& shaped) {
  shaped.pen_em.assign(characters + 1, 0.0);
  shaped.space_before_em.assign(characters, 0.0F);
  // Advances first, then their running sum. A cluster's later characters have no width of their own.
  for (const ShapedGlyph& glyph : shaped.glyphs) {
    shaped.pen_em[glyph.character + 1] += static_cast<double>(glyph.advance_em);
    shaped.space_before_em[glyph.character] += glyph.space_before_em;
  }
  for (std::size_t i = 0; i < characters; ++i) shaped.pen_em[i + 1] += shaped.pen_em[i];
}

float distance_em(const Shaped& shaped, std::size_t begin, std::size_t end) {
  return static_cast<float>(shaped.pen_em[end] - shaped.pen_em[begin]);
}

float line_width_em(const Shaped& shaped, std::size_t begin, std::size_t end) {
  if (begin >= end) return 0.0F;
  const float room_after = shaped.room_after_em.empty() ? 0.0F : shaped.room_after_em[end - 1];
  return distance_em(shaped, begin, end) - shaped.space_before_em[begin] + room_after;
}

Shaped shape(const Analysis& analysis, Weight weight, const Faces& faces) {
  Shaped shaped;
  shaped.glyphs.reserve(analysis.text.size());
  const Buffer buffer(hb_buffer_create());
  for (const ShapedRun& run : split_runs(analysis.text, choose_faces(analysis, weight, faces))) {
    shape_run(analysis, run, faces, buffer.get(), shaped);
  }
  tighten_punctuation(analysis.text, faces, shaped);
  add_western_space(analysis, shaped);
  measure_characters(analysis.text.size(), shaped);
  return shaped;
}

}  // namespace hub::text
