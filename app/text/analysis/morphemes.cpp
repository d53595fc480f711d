#include "text/analysis/morphemes.h"

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

// MeCab looks through a run of letters again from each of them: texts that no sentence ends in are cut where it hurts
// least.
constexpr std::size_t kLongestSentence = 2048;

std::size_t sentence_end(std::u32string_view text, std::size_t begin) {
  if (text.size() - begin <= kLongestSentence) return text.size();
  const std::size_t last = text.substr(0, begin + kLongestSentence).find_last_of(U"。！？\n");
  return last == std::u32string_view::npos || last < begin ? begin + kLongestSentence : last + 1;
}

}  // namespace

struct Morphemes::Impl {
  std::unique_ptr<MeCab::Model> model;
  std::unique_ptr<MeCab::Tagger> tagger;
  std::unique_ptr<MeCab::Lattice> lattice;
  std::string utf8;                    // the sentence: nodes point into it
  std::vector<std::size_t> character;  // of each byte of it, and of its end

  void split(std::u32string_view text, std::size_t begin, std::size_t end, std::vector<Morpheme>& morphemes);
};

Morphemes::Morphemes() : impl_(std::make_unique<Impl>()) {}

Morphemes Morphemes::open() {
  Morphemes opened;
  Impl& impl = *opened.impl_;
  impl.model = open_model();
  if (!impl.model) return opened;
  impl.tagger.reset(impl.model->createTagger());
  impl.lattice.reset(impl.model->createLattice());
  return opened;
}

Morphemes::~Morphemes() = default;
Morphemes::Morphemes(Morphemes&&) noexcept = default;
Morphemes& Morphemes::operator=(Morphemes&&) noexcept = default;

bool Morphemes::is_open() const { return impl_->tagger && impl_->lattice; }

void Morphemes::Impl::split(std::u32string_view text, std::size_t begin, std::size_t end,
                            std::vector<Morpheme>& morphemes) {
  utf8.clear();
  character.clear();
  for (std::size_t i = begin; i < end; ++i) {
    const char32_t c = text[i] == U'\n' ? U' ' : as_full_width(text[i]);
    utf8 += base::encode_utf8({&c, 1});
    character.resize(utf8.size(), i);
  }
  character.push_back(end);
  lattice->set_sentence(utf8.data(), utf8.size());
  if (!tagger->parse(lattice.get())) return;
  for (const MeCab::Node* node = lattice->bos_node(); node != nullptr; node = node->next) {
    if (node->stat != MECAB_NOR_NODE && node->stat != MECAB_UNK_NODE) continue;
    const auto at = static_cast<std::size_t>(node->surface - utf8.data());
    const auto fields = fields_of(node->feature);  // of the dictionary's own file: they outlive the lattice
    morphemes.push_back({character[at], character[at + node->length], node->stat == MECAB_NOR_NODE, fields[0],
                         fields[1], fields[2], fields[5], fields[6], fields[7]});
  }
}

std::vector<Morpheme> Morphemes::split(std::u32string_view text) const {
  std::vector<Morpheme> morphemes;
  if (!is_open()) return morphemes;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = sentence_end(text, begin);
    impl_->split(text, begin, end, morphemes);
    begin = end;
  }
  return morphemes;
}

}  // namespace hub::text
