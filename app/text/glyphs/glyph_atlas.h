// Pictures of glyphs and small shapes in single-channel pages of 1024 × 1024, drawn on demand, least recently used
// page first out. CPU only: whoever draws uploads what changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "text/glyphs/faces.h"

namespace hub::text {

inline constexpr int kPageSize_px = 1024;
inline constexpr int kMaxPages = 8;

struct Sprite {
  std::uint8_t page = 0;
  int x_px = 0;  // in the page
  int y_px = 0;
  int width_px = 0;  // 0: nothing to draw
  int height_px = 0;
  int left_px = 0;           // from the pen to the sprite's left edge
  int top_px = 0;            // from the baseline up to its top edge
  std::uint64_t serial = 0;  // of this picture: a place in a page that was given to another has another's
};

struct PageRect {
  int page = 0;
  int x_px = 0;
  int y_px = 0;
  int width_px = 0;
  int height_px = 0;
};

class GlyphAtlas {
 public:
  explicit GlyphAtlas(const Faces& faces, int max_pages = kMaxPages);
  ~GlyphAtlas();

  // A page that was used since the last begin_frame() is never thrown out. When the frame before was not complete, all
  // pages are emptied first: what it needs is spread over all of them, but need not be.
  void begin_frame();
  // Everything that this frame asked for so far found room. If not, the same frame once more has the whole room.
  bool complete() const;

  // The reference is good until the next begin_frame().
  const Sprite& glyph(FaceId face, std::uint32_t glyph, int size_px);

  // A shape of the ui's own (a corner, a shadow), drawn by `paint` when it is first asked for. `key` names it for good.
  using Paint = std::function<void(std::span<std::uint8_t> coverage, int width_px, int height_px)>;
  const Sprite& shape(std::uint64_t key, int width_px, int height_px, const Paint& paint);

  int page_count() const;
  std::span<const std::uint8_t> page(int index) const;  // kPageSize_px rows of kPageSize_px bytes

  // What changed since the last call, at most one rectangle a page.
  std::vector<PageRect> take_changes();

  // How many pictures found no room, because they are larger than a page or one frame used every page. They came back
  // empty and are tried again when they are next asked for.
  std::size_t dropped() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hub::text
