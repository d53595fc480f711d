#include "text/glyphs/glyph_atlas.h"

#include <stb_rect_pack.h>

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

#include "base/check.h"

namespace hub::text {

namespace {

// Nearest sampling never reads a neighbour, but a picture scaled for a press effect may.
constexpr int kGap_px = 1;

struct Key {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  bool operator==(const Key&) const = default;
};

struct KeyHash {
  std::size_t operator()(const Key& key) const {
    const std::uint64_t mixed = (key.low ^ (key.high * 0x9E3779B97F4A7C15U)) * 0xD6E8FEB86659FD93U;
    return static_cast<std::size_t>(mixed ^ (mixed >> 32U));
  }
};

constexpr std::uint64_t kShapes = 1;
constexpr std::uint64_t kGlyphs = 2;

Key glyph_key(FaceId face, std::uint32_t glyph, int size_px) {
  const auto size = static_cast<std::uint64_t>(static_cast<std::uint32_t>(size_px));
  return {(std::uint64_t{glyph} << 32U) | size, (std::uint64_t{face} << 8U) | kGlyphs};
}

struct Page {
  std::vector<std::uint8_t> coverage;
  stbrp_context packing{};
  std::vector<stbrp_node> nodes;
  std::uint64_t used_in_frame = 0;
  PageRect changed;  // width 0: nothing

  Page() : coverage(std::size_t{kPageSize_px} * kPageSize_px), nodes(kPageSize_px) { start_packing(); }

  void start_packing() {
    stbrp_init_target(&packing, kPageSize_px - kGap_px, kPageSize_px - kGap_px, nodes.data(), kPageSize_px);
  }

  void clear() {
    std::fill(coverage.begin(), coverage.end(), std::uint8_t{0});
    start_packing();
    changed = {0, 0, 0, kPageSize_px, kPageSize_px};
  }

  void mark_changed(const Sprite& sprite) {
    if (changed.width_px == 0) {
      changed = {0, sprite.x_px, sprite.y_px, sprite.width_px, sprite.height_px};
      return;
    }
    const int right = std::max(changed.x_px + changed.width_px, sprite.x_px + sprite.width_px);
    const int bottom = std::max(changed.y_px + changed.height_px, sprite.y_px + sprite.height_px);
    changed.x_px = std::min(changed.x_px, sprite.x_px);
    changed.y_px = std::min(changed.y_px, sprite.y_px);
    changed.width_px = right - changed.x_px;
    changed.height_px = bottom - changed.y_px;
  }

  bool place(Sprite& sprite) {
    stbrp_rect rect{};
    rect.w = sprite.width_px + kGap_px;
    rect.h = sprite.height_px + kGap_px;
    stbrp_pack_rects(&packing, &rect, 1);
    if (rect.was_packed == 0) return false;
    sprite.x_px = rect.x + kGap_px;
    sprite.y_px = rect.y + kGap_px;
    return true;
  }
};

}  // namespace

struct GlyphAtlas::Impl {
  const Faces& faces;
  std::size_t max_pages;
  std::vector<std::unique_ptr<Page>> pages;
  std::unordered_map<Key, Sprite, KeyHash> sprites;
  std::uint64_t frame = 1;
  std::size_t dropped = 0;
  bool complete = true;  // of this frame so far
  std::uint64_t serials = 0;
  Sprite nothing;

  const Sprite* find(const Key& key) {
    const auto found = sprites.find(key);
    if (found == sprites.end()) return nullptr;
    if (found->second.width_px > 0) pages[found->second.page]->used_in_frame = frame;
    return &found->second;
  }

  void evict(std::size_t index) {
    std::erase_if(sprites, [&](const auto& entry) { return entry.second.width_px > 0 && entry.second.page == index; });
    pages[index]->clear();
  }

  // The page that was not used for longest, or none when this frame uses all of them.
  std::size_t oldest_page() const {
    std::size_t oldest = pages.size();
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (pages[i]->used_in_frame >= frame) continue;
      if (oldest == pages.size() || pages[i]->used_in_frame < pages[oldest]->used_in_frame) oldest = i;
    }
    return oldest;
  }

  bool place_on(std::size_t index, Sprite& sprite) {
    if (!pages[index]->place(sprite)) return false;
    sprite.page = static_cast<std::uint8_t>(index);
    pages[index]->used_in_frame = frame;
    pages[index]->mark_changed(sprite);
    return true;
  }

  bool place(Sprite& sprite) {
    if (std::max(sprite.width_px, sprite.height_px) + 2 * kGap_px > kPageSize_px) return false;
    for (std::size_t i = pages.size(); i-- > 0;) {
      if (place_on(i, sprite)) return true;
    }
    if (pages.size() < max_pages) {
      pages.push_back(std::make_unique<Page>());
      return place_on(pages.size() - 1, sprite);
    }
    const std::size_t oldest = oldest_page();
    if (oldest == pages.size()) return complete = false;
    evict(oldest);
    return place_on(oldest, sprite);
  }

  const Sprite& add(const Key& key, Sprite sprite, std::span<const std::uint8_t> coverage) {
    if (sprite.width_px > 0 && !place(sprite)) {
      ++dropped;
      return nothing;
    }
    sprite.serial = ++serials;
    const auto width = static_cast<std::size_t>(sprite.width_px);
    for (int row = 0; row < sprite.height_px; ++row) {
      const auto from = coverage.subspan(static_cast<std::size_t>(row) * width, width);
      const auto to = static_cast<std::ptrdiff_t>(sprite.y_px + row) * kPageSize_px + sprite.x_px;
      std::copy(from.begin(), from.end(), pages[sprite.page]->coverage.begin() + to);
    }
    return sprites.emplace(key, sprite).first->second;
  }
};

GlyphAtlas::GlyphAtlas(const Faces& faces, int max_pages)
    : impl_(new Impl{faces, static_cast<std::size_t>(max_pages), {}, {}, 1, 0, true, 0, {}}) {
  HUB_CHECK(max_pages > 0 && max_pages <= std::numeric_limits<std::uint8_t>::max());
}

GlyphAtlas::~GlyphAtlas() = default;

void GlyphAtlas::begin_frame() {
  ++impl_->frame;
  if (std::exchange(impl_->complete, true)) return;
  for (std::size_t i = 0; i < impl_->pages.size(); ++i) impl_->evict(i);
}

bool GlyphAtlas::complete() const { return impl_->complete; }

const Sprite& GlyphAtlas::glyph(FaceId face, std::uint32_t glyph, int size_px) {
  const Key key = glyph_key(face, glyph, size_px);
  if (const Sprite* sprite = impl_->find(key)) return *sprite;
  const Bitmap bitmap = impl_->faces.rasterise(face, glyph, size_px);
  return impl_->add(key, {0, 0, 0, bitmap.width_px, bitmap.height_px, bitmap.left_px, bitmap.top_px, 0},
                    bitmap.coverage);
}

const Sprite& GlyphAtlas::shape(std::uint64_t key, int width_px, int height_px, const Paint& paint) {
  const Key whole{key, kShapes};
  if (const Sprite* sprite = impl_->find(whole)) return *sprite;
  HUB_CHECK(width_px > 0 && height_px > 0);
  std::vector<std::uint8_t> coverage(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px));
  paint(coverage, width_px, height_px);
  return impl_->add(whole, {0, 0, 0, width_px, height_px, 0, 0, 0}, coverage);
}

int GlyphAtlas::page_count() const { return static_cast<int>(impl_->pages.size()); }

std::span<const std::uint8_t> GlyphAtlas::page(int index) const {
  return impl_->pages.at(static_cast<std::size_t>(index))->coverage;
}

std::vector<PageRect> GlyphAtlas::take_changes() {
  std::vector<PageRect> changes;
  for (std::size_t i = 0; i < impl_->pages.size(); ++i) {
    PageRect& changed = impl_->pages[i]->changed;
    if (changed.width_px == 0) continue;
    changed.page = static_cast<int>(i);
    changes.push_back(changed);
    changed = {};
  }
  return changes;
}

std::size_t GlyphAtlas::dropped() const { return impl_->dropped; }

}  // namespace hub::text
