#include "text/morphemes.h"

#include <mecab.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace hub::text {

namespace {

// The second path is the one the package manager's alternatives point to, which may be EUC-JP.
constexpr std::array kDictionaries = {"/var/lib/mecab/dic/ipadic-utf8", "/var/lib/mecab/dic/debian"};

// IPADIC was made from full-width text: it takes a half-width % or ( for a noun.
char32_t as_full_width(char32_t c) { return c > U' ' && c <= U'~' ? c - U'!' + U'！' : c; }

bool is_utf8(const MeCab::Model& model) {
  std::string charset = model.dictionary_info() != nullptr ? model.dictionary_info()->charset : "";
  std::erase(charset, '-');
  std::transform(charset.begin(), charset.end(), charset.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return charset == "utf8";
}

std::unique_ptr<MeCab::Model> open_model() {
  for (const char* dictionary : kDictionaries) {
    // Nobody's own mecabrc or user dictionary changes what a kiosk shows.
    std::unique_ptr<MeCab::Model> model(MeCab::createModel((std::string("-r /dev/null -d ") + dictionary).c_str()));
    if (model && is_utf8(*model)) return model;
  }
  return nullptr;
}

// Fields of "名詞,接尾,助数詞,*,*,*,年度,ネンド,ネンド".
std::array<std::string_view, 8> fields_of(std::string_view feature) {
  std::array<std::string_view, 8> fields;
  for (std::string_view& field : fields) {
    const std::size_t comma = std::min(feature.find(','), feature.size());
    field = feature.substr(0, comma);
    feature.remove_prefix(std::min(comma + 1, feature.size()));
  }
  return fields;
}

}  // namespace

struct Morphemes::Inside {
  std::unique_ptr<MeCab::Model> model;
  std::unique_ptr<MeCab::Tagger> tagger;
  std::unique_ptr<MeCab::Lattice> lattice;
  std::string utf8;                    // the sentence: nodes point into it
  std::vector<std::size_t> character;  // of each byte of it, and of its end
};

Morphemes::Morphemes() : inside_(std::make_unique<Inside>()) {}

Morphemes Morphemes::open() {
  Morphemes opened;
  Inside& inside = *opened.inside_;
  inside.model = open_model();
  if (!inside.model) return opened;
  inside.tagger.reset(inside.model->createTagger());
  inside.lattice.reset(inside.model->createLattice());
  return opened;
}

Morphemes::~Morphemes() = default;
Morphemes::Morphemes(Morphemes&&) noexcept = default;
Morphemes& Morphemes::operator=(Morphemes&&) noexcept = default;

bool Morphemes::is_open() const { return inside_->tagger && inside_->lattice; }

std::vector<Morpheme> Morphemes::split(std::u32string_view text) const {
  std::vector<Morpheme> morphemes;
  if (!is_open() || text.empty()) return morphemes;
  inside_->utf8.clear();
  inside_->character.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i] == U'\n' ? U' ' : as_full_width(text[i]);
    inside_->utf8 += base::encode_utf8({&c, 1});
    inside_->character.resize(inside_->utf8.size(), i);
  }
  inside_->character.push_back(text.size());
  inside_->lattice->set_sentence(inside_->utf8.data(), inside_->utf8.size());
  if (!inside_->tagger->parse(inside_->lattice.get())) return morphemes;
  for (const MeCab::Node* node = inside_->lattice->bos_node(); node != nullptr; node = node->next) {
    if (node->stat != MECAB_NOR_NODE && node->stat != MECAB_UNK_NODE) continue;
    const auto at = static_cast<std::size_t>(node->surface - inside_->utf8.data());
    const auto fields = fields_of(node->feature);
    morphemes.push_back({inside_->character[at], inside_->character[at + node->length], node->stat == MECAB_NOR_NODE,
                         fields[0], fields[1], fields[2], fields[5], fields[6], fields[7]});
  }
  return morphemes;
}

}  // namespace hub::text
