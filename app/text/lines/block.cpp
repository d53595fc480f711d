#include "text/lines/block.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "text/analysis/characters.h"
#include "text/lines/measure.h"
#include "text/lines/ruby.h"

namespace hub::text {

namespace {

// The em box of BIZ UDPGothic and Noto Sans CJK: from 0.12 em below the baseline to 0.88 em above it.
constexpr float kAscent_em = 0.88F;
constexpr float kDescent_em = 0.12F;

// Up to this line height the em box stands in the middle of its line. What a larger one has more goes above, for ruby.
constexpr float kHighestCentredLine_em = 1.7F;

constexpr float kRubyGap_em = 0.04F;

int rounded(float value) { return static_cast<int>(std::lround(value)); }

class Setter {
 public:
  Setter(const Analysis& analysis, const Shaped& shaped, const std::vector<SetRuby>& ruby, const Style& style)
      : analysis_(analysis), shaped_(shaped), ruby_(ruby), style_(style), em_px_(static_cast<float>(style.size_px)) {}

  Block set(int width_px) {
    block_.text = analysis_.text;
    for (const LineRange& range : fill_lines(analysis_, shaped_, {room_em(width_px), style_.balanced})) set_line(range);
    block_.height_px = static_cast<int>(block_.lines.size()) * style_.line_height_px;
    return std::move(block_);
  }

 private:
  // Later lines start at a whole pixel, which may be half a pixel right of where the list mark ends.
  float room_em(int width_px) const {
    if (width_px <= 0) return 0.0F;
    const float hang_px = hang_em(analysis_, shaped_) * em_px_;
    const float moved_px = std::max(0.0F, static_cast<float>(rounded(hang_px)) - hang_px);
    return (static_cast<float>(width_px) - moved_px) / em_px_;
  }

  // The pixels that hold a line: what fits a width is no wider than it, and fits a width that holds it.
  int whole_width_px(float width_em) const {
    return std::max(0, static_cast<int>(std::ceil((width_em - kFitTolerance_em) * em_px_)));
  }

  void set_line(const LineRange& range) {
    Line line{range.begin, range.end, range.level, 0, 0, 0};
    line.x_px = block_.lines.empty() ? 0 : rounded(hang_em(analysis_, shaped_) * em_px_);
    line.baseline_px = first_baseline_px(style_.size_px, style_.line_height_px) +
                       static_cast<int>(block_.lines.size()) * style_.line_height_px;
    line.width_px = whole_width_px(line_width_em(shaped_, range.begin, range.end));
    place_glyphs(line);
    place_ruby(line);
    block_.width_px = std::max(block_.width_px, line.x_px + line.width_px);
    block_.lines.push_back(line);
  }

  // At a line's head a reading longer than its base starts with the line, and so does the base: the line's edge stays
  // even, and the room that the reading needs stands after the base (JLREQ 3.3.8).
  // A base of several characters shares that room out between them.
  struct HeadBase {
    std::size_t begin = 0;
    std::size_t end = 0;  // characters of the base; 0: the line does not begin with one
    float indent_em = 0;
    float part_left(std::size_t character) const {
      const std::size_t last = end - begin - 1;
      return last == 0 ? 1.0F : 1.0F - static_cast<float>(character - begin) / static_cast<float>(last);
    }
  };
  HeadBase head_base(const Line& line) const {
    if (next_ruby_ >= ruby_.size()) return {};
    const SetRuby& set = ruby_[next_ruby_];
    const Ruby& ruby = analysis_.ruby[set.ruby];
    if (ruby.begin != line.begin) return {};
    const auto is_before = [](const ShapedGlyph& glyph, std::size_t character) { return glyph.character < character; };
    const auto first = std::lower_bound(shaped_.glyphs.begin(), shaped_.glyphs.end(), line.begin, is_before);
    const float spaced_em = first == shaped_.glyphs.end() ? 0.0F : first->dx_em;  // half a part, where it is spaced out
    return {ruby.begin, ruby.end, set.left_em + spaced_em};
  }

  // Pen positions add up in em and are rounded one by one, so that roundings never add up.
  void place_glyphs(const Line& line) {
    if (line.begin == line.end) return;
    float pen_em = -shaped_.space_before_em[line.begin];
    const HeadBase head = head_base(line);
    for (; glyph_ < shaped_.glyphs.size() && shaped_.glyphs[glyph_].character < line.end; ++glyph_) {
      const ShapedGlyph& glyph = shaped_.glyphs[glyph_];
      if (glyph.character < line.begin) continue;
      const float back_em = glyph.character < head.end ? head.indent_em * head.part_left(glyph.character) : 0.0F;
      const int x_px = line.x_px + rounded((pen_em + glyph.dx_em - back_em) * em_px_);
      const int y_px = line.baseline_px - rounded(glyph.dy_em * em_px_);
      pen_em += glyph.advance_em;
      const char32_t c = analysis_.text[glyph.character];
      if (glyph.glyph == 0 && is_drawn(c)) note_missing(c);
      if (!is_space(c)) block_.glyphs.push_back({glyph.face, glyph.glyph, style_.size_px, x_px, y_px});
    }
  }

  void place_ruby(const Line& line) {
    for (; next_ruby_ < ruby_.size() && analysis_.ruby[ruby_[next_ruby_].ruby].begin < line.end; ++next_ruby_) {
      const SetRuby& set = ruby_[next_ruby_];
      const Ruby& ruby = analysis_.ruby[set.ruby];
      const float space_em = shaped_.space_before_em[ruby.begin] + set.left_em;
      const float base_x_em =
          distance_em(shaped_, line.begin, ruby.begin) - shaped_.space_before_em[line.begin] + space_em;
      const float base_em = distance_em(shaped_, ruby.begin, ruby.end) - space_em;
      const RubySpan span = span_of(set, base_x_em, base_em);
      place_reading(line, set, ruby.reading, span);
      block_.ruby.push_back({ruby.begin, ruby.end, ruby.reading, line.x_px + rounded(span.x_em * em_px_),
                             rounded(span.width_em * em_px_)});
    }
  }

  // The reading's em box stands on the base's em box, with a little air between.
  void place_reading(const Line& line, const SetRuby& set, const std::u32string& reading, const RubySpan& span) {
    const int size_px = ruby_size_px(style_.size_px);
    const float above_px = (kAscent_em + kRubyGap_em) * em_px_ + kDescent_em * static_cast<float>(size_px);
    const int y_px = line.baseline_px - rounded(above_px);
    float pen_em = span.x_em;
    for (std::size_t i = 0; i < set.glyphs.size(); ++i) {
      const RubyGlyph& glyph = set.glyphs[i];
      if (glyph.glyph == 0 && is_drawn(reading[i])) note_missing(reading[i]);
      block_.glyphs.push_back({glyph.face, glyph.glyph, size_px, line.x_px + rounded(pen_em * em_px_), y_px});
      pen_em += glyph.advance_em + span.gap_em;
    }
  }

  void note_missing(char32_t c) {
    if (block_.missing.find(c) == std::u32string::npos) block_.missing.push_back(c);
  }

  const Analysis& analysis_;
  const Shaped& shaped_;
  const std::vector<SetRuby>& ruby_;
  const Style& style_;
  float em_px_;
  std::size_t glyph_ = 0;
  std::size_t next_ruby_ = 0;
  Block block_;
};

}  // namespace

int first_baseline_px(int size_px, int line_height_px) {
  const auto size = static_cast<float>(size_px);
  const auto line_height = static_cast<float>(line_height_px);
  const float below = (std::min(line_height, kHighestCentredLine_em * size) - size) / 2;
  return rounded(line_height - below - kDescent_em * size);
}

int ruby_size_px(int size_px) { return (size_px + 1) / 2; }

std::string Block::line_text(std::size_t line) const {
  const Line& at = lines.at(line);
  return base::encode_utf8(std::u32string_view(text).substr(at.begin, at.end - at.begin));
}

Block set_block(const Analysis& analysis, const Shaped& shaped, const Style& style, int width_px, const Faces& faces) {
  if (!style.furigana || analysis.ruby.empty()) return Setter(analysis, shaped, {}, style).set(width_px);
  const auto em_px = static_cast<float>(style.size_px);
  const float ruby_em = static_cast<float>(ruby_size_px(style.size_px)) / em_px;
  const float limit_em = width_px > 0 ? static_cast<float>(width_px) / em_px - hang_em(analysis, shaped) : 0.0F;
  const Annotated annotated = make_room_for_ruby(analysis, shaped, faces, ruby_em, limit_em);
  return Setter(annotated.analysis, annotated.shaped, annotated.ruby, style).set(width_px);
}

}  // namespace hub::text
