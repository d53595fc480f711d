// How even a paragraph of several scripts looks: stems and heights of the fallback faces, measured from their pictures,
// against BIZ UDPGothic's.
#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "support/slow.h"
#include "text/samples.h"
#include "text/shaping/shape.h"

using namespace hub;
using namespace hub::text;

namespace {

constexpr int kEm_px = 1000;

// How thick the first stem is that a line through the ink meets.
float first_run_em(const std::vector<std::uint8_t>& line) {
  float run_px = 0;
  for (const std::uint8_t coverage : line) {
    if (coverage == 0 && run_px > 1) break;
    run_px += static_cast<float>(coverage) / 255.0F;
  }
  return run_px / kEm_px;
}

struct Picture {
  Picture(FaceId face, char32_t c)
      : bitmap(tests::faces().rasterise(face, tests::faces().glyph_index(face, c), kEm_px)) {
    REQUIRE(bitmap.width_px > 0);
  }
  std::uint8_t at(int x, int y) const { return bitmap.coverage[static_cast<std::size_t>(y * bitmap.width_px + x)]; }

  float vertical_stem_em(float down) const {  // of the ink's height
    std::vector<std::uint8_t> row;
    const int y = static_cast<int>(down * static_cast<float>(bitmap.height_px));
    for (int x = 0; x < bitmap.width_px; ++x) row.push_back(at(x, y));
    return first_run_em(row);
  }
  float horizontal_stem_em(float across) const {
    std::vector<std::uint8_t> column;
    const int x = static_cast<int>(across * static_cast<float>(bitmap.width_px));
    for (int y = 0; y < bitmap.height_px; ++y) column.push_back(at(x, y));
    return first_run_em(column);
  }
  float top_em() const { return static_cast<float>(bitmap.top_px) / kEm_px; }
  float bottom_em() const { return static_cast<float>(bitmap.top_px - bitmap.height_px) / kEm_px; }
  float height_em() const { return top_em() - bottom_em(); }

  Bitmap bitmap;
};

struct Stems {
  float vertical_em = 0;
  float horizontal_em = 0;
};

Stems han_stems(FaceId face) {
  const Picture ten(face, U'十'), sun(face, U'日'), three(face, U'三'), middle(face, U'中');
  return {(ten.vertical_stem_em(0.2F) + sun.vertical_stem_em(0.28F) + middle.vertical_stem_em(0.9F)) / 3,
          (ten.horizontal_stem_em(0.2F) + three.horizontal_stem_em(0.5F) + middle.horizontal_stem_em(0.25F)) / 3};
}

Stems korean_stems(FaceId face) {
  const Picture i(face, U'이'), ma(face, U'마'), eu(face, U'느'), go(face, U'고');
  return {(i.vertical_stem_em(0.05F) + ma.vertical_stem_em(0.08F)) / 2,
          (eu.horizontal_stem_em(0.05F) + go.horizontal_stem_em(0.25F)) / 2};
}

Stems latin_stems(FaceId face) {
  const Picture h(face, U'H'), l(face, U'l'), n(face, U'n'), i(face, U'i'), t(face, U'T'), e(face, U'E');
  return {
      (h.vertical_stem_em(0.25F) + l.vertical_stem_em(0.5F) + n.vertical_stem_em(0.8F) + i.vertical_stem_em(0.8F)) / 4,
      (h.horizontal_stem_em(0.5F) + t.horizontal_stem_em(0.2F) + e.horizontal_stem_em(0.6F)) / 3};
}

float off(float is, float wanted) { return is / wanted - 1; }

void check_stems(const Stems& stems, const Stems& wanted) {
  const float vertical = off(stems.vertical_em, wanted.vertical_em);
  const float horizontal = off(stems.horizontal_em, wanted.horizontal_em);
  CAPTURE(vertical);
  CAPTURE(horizontal);
  CHECK(std::abs(vertical) < 0.1F);
  CHECK(std::abs(horizontal) < 0.1F);
  const float both = off(stems.vertical_em + stems.horizontal_em, wanted.vertical_em + wanted.horizontal_em);
  CHECK(std::abs(both) < 0.05F);
}

// In the mean of the letters within 1 %, and no letter far from it: the designs differ in how tall 田 is.
void check_heights(FaceId face, FaceId main, std::u32string_view letters) {
  float top_em = 0;
  float bottom_em = 0;
  float height = 0;
  for (const char32_t c : letters) {
    const Picture letter(face, c), wanted(main, c);
    CAPTURE(tests::utf8({&c, 1}));
    CHECK(std::abs(off(letter.height_em(), wanted.height_em())) < 0.05F);
    top_em += (letter.top_em() - wanted.top_em()) / static_cast<float>(letters.size());
    bottom_em += (letter.bottom_em() - wanted.bottom_em()) / static_cast<float>(letters.size());
    height += off(letter.height_em(), wanted.height_em()) / static_cast<float>(letters.size());
  }
  CAPTURE(top_em);
  CAPTURE(bottom_em);
  CAPTURE(height);
  CHECK(std::abs(top_em) < 0.01F);
  CHECK(std::abs(bottom_em) < 0.01F);
  CHECK(std::abs(height) < 0.01F);
}

// The face that draws each character of a text.
std::vector<FaceId> faces_of(const char* text, const char* language) {
  const Analysis analysis = tests::analyser().analyse(text, language);
  std::vector<FaceId> faces(analysis.text.size());
  for (const ShapedGlyph& glyph : shape(analysis, Weight::regular, tests::faces()).glyphs) {
    faces[glyph.character] = glyph.face;
  }
  return faces;
}

}  // namespace

TEST_CASE("fallback faces have the stems of the main face") {
  for (const Weight weight : {Weight::regular, Weight::bold}) {
    CAPTURE(weight == Weight::bold);
    const FaceId main = tests::faces().main_face(U'一', weight, "ja");
    for (const std::string language : {"zh-Hans", "ko"}) {
      CAPTURE(language);
      check_stems(han_stems(tests::faces().main_face(U'一', weight, language)), han_stems(main));
    }
    check_stems(han_stems(tests::faces().face_for(U'们', weight, "ja")), han_stems(main));
    check_stems(korean_stems(tests::faces().main_face(U'한', weight, "ko")), han_stems(main));
    check_stems(latin_stems(tests::faces().main_face(U'a', weight, "vi")), latin_stems(main));
  }
}

TEST_CASE("fallback faces have the size of the main face and stand on its line" * hub::tests::slow()) {
  for (const Weight weight : {Weight::regular, Weight::bold}) {
    CAPTURE(weight == Weight::bold);
    const FaceId main = tests::faces().main_face(U'一', weight, "ja");
    check_heights(tests::faces().main_face(U'一', weight, "zh-Hans"), main, U"十中日国田三口言車門高");
    check_heights(tests::faces().face_for(U'们', weight, "ja"), main, U"十中日国田三口言車門高");
    check_heights(tests::faces().main_face(U'a', weight, "vi"), main, U"HETxznou0178");
    const Picture korean(tests::faces().main_face(U'한', weight, "ko"), U'이');
    CHECK(std::abs(off(korean.height_em(), Picture(main, U'十').height_em())) < 0.03F);
  }
}

TEST_CASE("what stands around a foreign word keeps the face of its text") {
  const FaceId main = tests::faces().main_face(U'一', Weight::regular, "ja");
  const std::vector<FaceId> faces = faces_of("（한국어）、", "ja");
  CHECK(faces[0] == main);
  for (std::size_t i = 1; i < 4; ++i) CHECK(faces[i] != main);
  CHECK(faces[4] == main);
  CHECK(faces[5] == main);
}

TEST_CASE("a Latin name among Japanese comes from one face, a Latin sentence from the face of its text") {
  const std::vector<FaceId> name = faces_of("言語はTiếng Việtと", "ja");
  for (std::size_t i = 4; i < 13; ++i) CHECK(name[i] == name[3]);
  CHECK(name[3] == tests::faces().main_face(U'a', Weight::regular, "vi"));
  CHECK(name[13] == name[0]);
  const std::vector<FaceId> sentence = faces_of("See Việt", "en");
  CHECK(sentence[0] == tests::faces().main_face(U'a', Weight::regular, "en"));
  CHECK(sentence[4] == tests::faces().main_face(U'a', Weight::regular, "vi"));
}

TEST_CASE("Latin letters and digits on a page of another script have the size of Latin") {
  const FaceId latin = tests::faces().main_face(U'a', Weight::regular, "vi");
  for (const char* language : {"ko", "zh-Hans"}) {
    CHECK(tests::faces().main_face(U'a', Weight::regular, language) == latin);
    CHECK(tests::faces().main_face(U'7', Weight::regular, language) == latin);
    CHECK(tests::faces().main_face(U'一', Weight::regular, language) != latin);
  }
  CHECK(tests::faces().main_face(U'一', Weight::regular, "vi") ==
        tests::faces().main_face(U'一', Weight::regular, "ja"));
}

TEST_CASE("a matched glyph stands in the middle of its advance") {
  const Faces& faces = tests::faces();
  for (const Weight weight : {Weight::regular, Weight::bold}) {
    for (const char32_t c : {U'一', U'田', U'门'}) {
      const FaceId face = faces.face_for(c, weight, "zh-Hans");
      const Bitmap bitmap = faces.rasterise(face, faces.glyph_index(face, c), kEm_px);
      const float left_em = static_cast<float>(bitmap.left_px) / kEm_px;
      const float right_em = faces.advance_em(face, faces.glyph_index(face, c)) -
                             static_cast<float>(bitmap.left_px + bitmap.width_px) / kEm_px;
      CHECK(std::abs(left_em - right_em) < 0.02F);
    }
  }
}
