#include "text/glyphs/faces.h"

#include <hb-ot.h>
#include <hb.h>
#include <stb_truetype.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <mutex>
#include <string>
#include <utility>

#include "base/check.h"
#include "faces_manifest.h"
#include "text/analysis/characters.h"
#include "text/glyphs/outline.h"

namespace hub::text {

namespace {

struct BlobDeleter {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
struct FontDeleter {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
using Blob = std::unique_ptr<hb_blob_t, BlobDeleter>;
using Font = std::unique_ptr<hb_font_t, FontDeleter>;

struct Face {
  Blob blob;  // the mapped file; the outlines below point into it
  Font font;
  stbtt_fontinfo outlines{};
  int units_per_em = 0;
};

constexpr std::size_t kFaceCount = std::size(kFaceFiles);

bool is_fallback(std::string_view role) { return role.find('-') != std::string_view::npos; }

std::string_view weight_role(Weight weight) {
  switch (weight) {
    case Weight::regular:
      return "regular";
    case Weight::bold:
      return "bold";
    case Weight::icon:
      return "icons";
  }
  return "regular";
}

constexpr std::string_view kLatin = "-latin";

// BIZ UDPGothic lacks letters of most languages but Japanese and English. A page in one face reads better than a page
// in two, and Han characters have to be drawn the language's way.
std::string_view own_fallback(std::string_view language) {
  if (language.empty() || language.starts_with("ja") || language == "en") return "";
  if (language.starts_with("zh")) return "-zh-Hans";
  if (language.starts_with("ko")) return "-ko";
  return kLatin;
}

// The face a character of such a page is set in: letters and digits of the fallbacks have a size of their own, and
// Japanese between Vietnamese words is Japanese.
std::string_view own_fallback(char32_t character, std::string_view language) {
  const std::string_view own = own_fallback(language);
  if (own.empty()) return own;
  if (is_western(character)) return kLatin;
  return own == kLatin && is_full_width(character) ? "" : own;
}

bool has_role(FaceId face, std::string_view stem, std::string_view suffix) {
  const std::string_view role = kFaceFiles[face].role;
  return role.size() == stem.size() + suffix.size() && role.starts_with(stem) && role.ends_with(suffix);
}

base::Error no_font(const FaceFile& file) {
  const std::string family = file.family;
  const std::string path = file.path;
  const std::string install = std::string("sudo apt install ") + file.package;
  return {
      {"書体「" + family + "」を開けません（" + path + "）。", "Cannot open the face " + family + " (" + path + ")."},
      {install + " を実行してください。", "Run: " + install}};
}

std::unique_ptr<Face> open_face(const FaceFile& file) {
  auto face = std::make_unique<Face>();
  face->blob.reset(hb_blob_create_from_file_or_fail(file.path));
  if (!face->blob) return nullptr;
  hb_blob_make_immutable(face->blob.get());
  hb_face_t* hb_face = hb_face_create(face->blob.get(), static_cast<unsigned>(file.index));
  face->units_per_em = static_cast<int>(hb_face_get_upem(hb_face));
  face->font.reset(hb_font_create(hb_face));
  const int scale = static_cast<int>(std::lround(file.matching.advance * static_cast<float>(face->units_per_em)));
  hb_font_set_scale(face->font.get(), scale, scale);
  const bool is_font = hb_face_get_glyph_count(hb_face) > 0;
  hb_font_make_immutable(face->font.get());
  hb_face_destroy(hb_face);
  unsigned length = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(hb_blob_get_data(face->blob.get(), &length));
  const int offset = is_font ? stbtt_GetFontOffsetForIndex(bytes, file.index) : -1;
  if (offset < 0 || stbtt_InitFont(&face->outlines, bytes, offset) == 0) return nullptr;
  return face;
}

}  // namespace

struct Faces::Impl {
  std::array<std::unique_ptr<Face>, kFaceCount> faces;
  std::array<std::once_flag, kFaceCount> tried;

  const Face* open(FaceId id) {
    HUB_CHECK(id < kFaceCount);
    std::call_once(tried[id], [&] { faces[id] = open_face(kFaceFiles[id]); });
    return faces[id].get();
  }

  const Face& need(FaceId id) {
    const Face* face = open(id);
    HUB_CHECK(face != nullptr);
    return *face;
  }

  bool has(FaceId id, char32_t character) {
    const Face* face = open(id);
    hb_codepoint_t glyph = 0;
    return face != nullptr && hb_font_get_nominal_glyph(face->font.get(), character, &glyph) != 0;
  }

  FaceId face_of(Weight weight, std::string_view suffix) const {
    const std::string_view stem = weight_role(weight);
    for (FaceId id = 0; id < kFaceCount; ++id) {
      if (has_role(id, stem, weight == Weight::icon ? std::string_view() : suffix)) return id;
    }
    return 0;
  }

  FaceId main_face(char32_t character, Weight weight, std::string_view language) const {
    return face_of(weight, own_fallback(character, language));
  }

  // The character's main face, then every other face of the weight in the manifest's order. Gives kFaceCount when
  // nobody has it.
  FaceId find(char32_t character, Weight weight, std::string_view language) {
    const FaceId main = main_face(character, weight, language);
    if (has(main, character)) return main;
    const FaceId latin = face_of(weight, kLatin);
    if (is_western(character) && has(latin, character)) return latin;
    const std::string_view stem = weight_role(weight);
    for (FaceId id = 0; id < kFaceCount; ++id) {
      if (id != main && kFaceFiles[id].role.starts_with(stem) && has(id, character)) return id;
    }
    return static_cast<FaceId>(kFaceCount);
  }
};

base::Result<Faces> Faces::open() {
  auto impl = std::make_unique<Impl>();
  for (FaceId id = 0; id < kFaceCount; ++id) {
    const FaceFile& file = kFaceFiles[id];
    std::error_code error;
    const bool there = is_fallback(file.role) ? std::filesystem::exists(file.path, error) : impl->open(id) != nullptr;
    if (!there) return no_font(file);
  }
  return Faces(std::move(impl));
}

Faces::Faces(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Faces::~Faces() = default;
Faces::Faces(Faces&&) noexcept = default;
Faces& Faces::operator=(Faces&&) noexcept = default;

FaceId Faces::main_face(char32_t character, Weight weight, std::string_view language) const {
  return impl_->main_face(character, weight, language);
}

FaceId Faces::face_for(char32_t character, Weight weight, std::string_view language) const {
  const FaceId face = impl_->find(character, weight, language);
  return face < kFaceCount ? face : impl_->main_face(character, weight, language);
}

bool Faces::covers(char32_t character, Weight weight, std::string_view language) const {
  return impl_->find(character, weight, language) < kFaceCount;
}

bool Faces::covers(FaceId face, char32_t character) const { return impl_->has(face, character); }

void* Faces::harfbuzz_font(FaceId face) const { return impl_->need(face).font.get(); }

int Faces::units_per_em(FaceId face) const { return impl_->need(face).units_per_em; }

std::uint32_t Faces::glyph_index(FaceId face, char32_t character) const {
  hb_codepoint_t glyph = 0;
  hb_font_get_nominal_glyph(impl_->need(face).font.get(), character, &glyph);
  return glyph;
}

float Faces::advance_em(FaceId face, std::uint32_t glyph) const {
  const Face& opened = impl_->need(face);
  const hb_position_t advance = hb_font_get_glyph_h_advance(opened.font.get(), glyph);
  return static_cast<float>(advance) / static_cast<float>(opened.units_per_em);
}

namespace {

// Without the empty rows and columns around the ink: the icon font's outlines hold stray points that make their boxes
// larger than what is seen. Looks at the edges alone, where mostly the ink begins at once.
Bitmap trimmed(Bitmap whole) {
  const auto inked = [&](int x, int y, int step_x, int step_y) {
    for (; x < whole.width_px && y < whole.height_px; x += step_x, y += step_y) {
      const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(whole.width_px);
      if (whole.coverage[row + static_cast<std::size_t>(x)] != 0) return true;
    }
    return false;
  };
  int left = 0, right = whole.width_px, top = 0, bottom = whole.height_px;
  while (top < bottom && !inked(0, top, 1, 0)) ++top;
  while (bottom > top && !inked(0, bottom - 1, 1, 0)) --bottom;
  if (top == bottom) return {};
  while (!inked(left, 0, 0, 1)) ++left;
  while (!inked(right - 1, 0, 0, 1)) --right;
  if (right - left == whole.width_px && bottom - top == whole.height_px) return whole;
  Bitmap ink{right - left, bottom - top, whole.left_px + left, whole.top_px - top, {}};
  for (int y = top; y < bottom; ++y) {
    const auto row = whole.coverage.begin() + static_cast<std::ptrdiff_t>(y) * whole.width_px;
    ink.coverage.insert(ink.coverage.end(), row + left, row + right);
  }
  return ink;
}

// As the face's designer drew it.
Bitmap rasterise_plain(const stbtt_fontinfo& font, int glyph, int size_px) {
  const float scale = stbtt_ScaleForMappingEmToPixels(&font, static_cast<float>(size_px));
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  stbtt_GetGlyphBitmapBox(&font, glyph, scale, scale, &x0, &y0, &x1, &y1);
  if (x1 <= x0 || y1 <= y0) return {};
  Bitmap bitmap{x1 - x0, y1 - y0, x0, -y0, {}};
  bitmap.coverage.resize(static_cast<std::size_t>(bitmap.width_px) * static_cast<std::size_t>(bitmap.height_px));
  stbtt_MakeGlyphBitmap(&font, bitmap.coverage.data(), bitmap.width_px, bitmap.height_px, bitmap.width_px, scale, scale,
                        glyph);
  return trimmed(std::move(bitmap));
}

// In the size, weight and height of the first face, in the middle of its own advance.
Bitmap rasterise_matched(const Face& face, const Matching& matching, std::uint32_t glyph, int size_px) {
  Outline outline = outline_of(face.outlines, static_cast<int>(glyph));
  if (outline.points.empty()) return {};
  const auto em_units = static_cast<float>(face.units_per_em);
  embolden(matching.stem_em * em_units / matching.size, outline);
  const auto advance_units = static_cast<float>(hb_font_get_glyph_h_advance(face.font.get(), glyph));
  const float wider_units = advance_units * (1 - matching.size / matching.advance);
  const float em_px = static_cast<float>(size_px);
  const float unit_px = em_px / em_units;
  return trimmed(draw(outline, {matching.size * unit_px, wider_units / 2 * unit_px, matching.rise_em * em_px}));
}

}  // namespace

Bitmap Faces::rasterise(FaceId face, std::uint32_t glyph, int size_px) const {
  const Face& opened = impl_->need(face);
  const Matching& matching = kFaceFiles[face].matching;
  return matching == Matching{} ? rasterise_plain(opened.outlines, static_cast<int>(glyph), size_px)
                                : rasterise_matched(opened, matching, glyph, size_px);
}

}  // namespace hub::text
