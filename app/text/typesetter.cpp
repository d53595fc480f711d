#include "text/typesetter.h"

#include <array>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/check.h"

namespace hub::text {

namespace {

struct TextKey {
  std::string utf8;
  std::string language;
};

// What a look-up has: it must not build strings, because a frame that repeats allocates nothing.
struct TextView {
  std::string_view utf8;
  std::string_view language;
};

TextView view(const TextKey& key) { return {key.utf8, key.language}; }
TextView view(const TextView& key) { return key; }

struct TextHash {
  using is_transparent = void;
  template <class Key>
  std::size_t operator()(const Key& key) const {
    const std::hash<std::string_view> hash;
    return hash(view(key).utf8) * 31 + hash(view(key).language);
  }
};

struct TextEqual {
  using is_transparent = void;
  template <class Left, class Right>
  bool operator()(const Left& left, const Right& right) const {
    return view(left).utf8 == view(right).utf8 && view(left).language == view(right).language;
  }
};

struct BlockKey {
  Style style;
  int width_px = 0;
  bool operator==(const BlockKey&) const = default;
};

struct BlockHash {
  std::size_t operator()(const BlockKey& key) const {
    std::size_t hash = static_cast<std::size_t>(key.style.weight);
    for (const int part : {key.style.size_px, key.style.line_height_px, static_cast<int>(key.style.balanced),
                           static_cast<int>(key.style.furigana), key.width_px}) {
      hash = hash * 1000003U + static_cast<std::size_t>(part);
    }
    return hash;
  }
};

constexpr std::size_t kWeights = static_cast<std::size_t>(Weight::icon) + 1;

struct Entry {
  Analysis analysis;
  std::array<std::optional<Shaped>, kWeights> shaped;
  std::unordered_map<BlockKey, Block, BlockHash> blocks;  // nodes stay where they are
};

}  // namespace

struct Typesetter::Impl {
  const Analyser& analyser;
  const Faces& faces;
  std::unordered_map<TextKey, Entry, TextHash, TextEqual> entries;
  std::size_t shapings = 0;
  std::size_t settings = 0;

  Entry& entry(std::string_view utf8, std::string_view language) {
    const auto found = entries.find(TextView{utf8, language});
    if (found != entries.end()) return found->second;
    Entry& added = entries[TextKey{std::string(utf8), std::string(language)}];
    added.analysis = analyser.analyse(utf8, language);
    return added;
  }

  const Shaped& shaped(Entry& of, Weight weight) {
    std::optional<Shaped>& slot = of.shaped[static_cast<std::size_t>(weight)];
    if (!slot) {
      slot = shape(of.analysis, weight, faces);
      ++shapings;
    }
    return *slot;
  }
};

Typesetter::Typesetter(const Analyser& analyser, const Faces& faces) : impl_(new Impl{analyser, faces, {}, 0, 0}) {}

Typesetter::~Typesetter() = default;

const Block& Typesetter::set(std::string_view utf8, std::string_view language, const Style& style, int width_px) {
  HUB_CHECK(style.size_px > 0);
  Entry& entry = impl_->entry(utf8, language);
  const BlockKey key{style, width_px > 0 ? width_px : 0};
  const auto found = entry.blocks.find(key);
  if (found != entry.blocks.end()) return found->second;
  const Shaped& shaped = impl_->shaped(entry, style.weight);
  ++impl_->settings;
  return entry.blocks.emplace(key, set_block(entry.analysis, shaped, style, key.width_px, impl_->faces)).first->second;
}

void Typesetter::forget_blocks() {
  for (auto& [key, entry] : impl_->entries) entry.blocks.clear();
}

void Typesetter::rest() { impl_->analyser.rest(); }

std::size_t Typesetter::texts() const { return impl_->entries.size(); }
std::size_t Typesetter::shapings() const { return impl_->shapings; }
std::size_t Typesetter::settings() const { return impl_->settings; }

const Faces& Typesetter::faces() const { return impl_->faces; }

}  // namespace hub::text
