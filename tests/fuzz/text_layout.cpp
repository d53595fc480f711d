// Any UTF-8 as a text on a screen: analysed, shaped, set in several widths with and without readings, and its glyphs
// drawn. The first byte chooses language, weight and whether lines are balanced; what is no UTF-8 never comes so far.
#include <memory>

#include "base/check.h"
#include "base/utf8.h"
#include "bytes.h"
#include "text/glyphs/faces.h"
#include "text/typesetter.h"

using namespace hub;

namespace {

constexpr std::string_view kLanguages[] = {"ja", "ja-easy", "en", "zh-Hans", "ko", "vi", "", "de"};
constexpr int kSize_px = 40;
constexpr int kWidths_px[] = {0, 1, 3 * kSize_px, 21 * kSize_px};

// What is dear, opened once.
struct Text {
  text::Faces faces = text::Faces::open().value();
  text::Analyser analyser = text::Analyser({{"妊娠期", "にんしんき"}, {"取り組み", "とりくみ"}, {"くださ", ""}});
};
std::unique_ptr<const Text> text_room;

void check(const text::Block& block) {
  std::size_t at = 0;
  for (const text::Line& line : block.lines) {
    HUB_CHECK(line.begin >= at && line.end >= line.begin && line.end <= block.text.size());
    at = line.end;
  }
  for (const text::PlacedRuby& ruby : block.ruby) HUB_CHECK(ruby.begin < ruby.end && ruby.end <= block.text.size());
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  text_room = std::make_unique<const Text>();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view words = fuzz::bytes(data + 1, size - 1);
  if (base::first_invalid_utf8(words)) return -1;
  const std::string_view language = kLanguages[data[0] % std::size(kLanguages)];
  text::Style style{(data[0] & 8) != 0 ? text::Weight::bold : text::Weight::regular, kSize_px, 66};
  style.balanced = (data[0] & 16) != 0;
  text::Typesetter typesetter(text_room->analyser, text_room->faces);
  for (const bool furigana : {false, true}) {
    style.furigana = furigana;
    for (const int width_px : kWidths_px) check(typesetter.set(words, language, style, width_px));
  }
  for (const text::PlacedGlyph& glyph : typesetter.set(words, language, style, kWidths_px[0]).glyphs)
    text_room->faces.rasterise(glyph.face, glyph.glyph, glyph.size_px);
  return 0;
}
