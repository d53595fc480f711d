#include "text/analysis/morphemes.h"

#include <mecab.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/analysis/characters.h"

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

// Katakana that the dictionary does not know as one word (コミュニケーションワークショップ) may be several that it
// knows. What coming apart costs, from the end: the least wins.
constexpr std::size_t kShortestCompound = 6;  // letters
constexpr std::size_t kLongestRun = 60;
constexpr char32_t kMiddleDot = U'・';
constexpr std::size_t kShortestUnknown = 3;

float cost_of_unknown(std::size_t letters) { return 1.0F + 0.25F * static_cast<float>(letters); }
float cost_of_known(std::size_t letters) { return letters < 3 ? 2.0F : 1.0F; }

struct Piece {
  std::size_t end = 0;
  const char* feature = nullptr;  // null: unknown
  float cost = 0;                 // of this and all after it
};

bool is_common_noun(const std::array<std::string_view, 8>& fields) {
  return fields[0] == "名詞" && (fields[1] == "一般" || fields[1] == "サ変接続" || fields[1] == "形容動詞語幹");
}

}  // namespace

struct Morphemes::Impl {
  std::unique_ptr<MeCab::Model> model;
  std::unique_ptr<MeCab::Tagger> tagger;
  std::unique_ptr<MeCab::Lattice> lattice;
  std::unique_ptr<MeCab::Lattice> katakana;  // for looking up single words
  std::string utf8;                          // the sentence: nodes point into it
  std::vector<std::size_t> character;        // of each byte of it, and of its end
  bool resting = false;                      // without the model, which was there and is mapped when it is needed

  void open();
  void split(std::u32string_view text, std::size_t begin, std::size_t end, std::vector<Morpheme>& morphemes);
  void add(std::u32string_view text, const Morpheme& morpheme, std::vector<Morpheme>& morphemes);
  void add_compound(std::u32string_view letters, std::size_t begin, std::size_t end, const Morpheme& unknown,
                    std::vector<Morpheme>& morphemes);
  std::vector<Piece> pieces_of(std::u32string_view letters);
  Piece best_piece(std::u32string_view letters, std::size_t begin, const std::vector<Piece>& later);
};

Morphemes::Morphemes() : impl_(std::make_unique<Impl>()) {}

Morphemes Morphemes::open() {
  Morphemes opened;
  opened.impl_->open();
  return opened;
}

void Morphemes::Impl::open() {
  resting = false;
  model = open_model();
  if (!model) return;
  tagger.reset(model->createTagger());
  lattice.reset(model->createLattice());
  katakana.reset(model->createLattice());
}

void Morphemes::rest() const {
  if (!impl_->tagger) return;
  impl_->katakana.reset();
  impl_->lattice.reset();
  impl_->tagger.reset();
  impl_->model.reset();
  impl_->resting = true;
}

Morphemes::~Morphemes() = default;
Morphemes::Morphemes(Morphemes&&) noexcept = default;
Morphemes& Morphemes::operator=(Morphemes&&) noexcept = default;

bool Morphemes::is_open() const { return impl_->resting || (impl_->tagger && impl_->lattice); }

void Morphemes::Impl::split(std::u32string_view text, std::size_t begin, std::size_t end,
                            std::vector<Morpheme>& morphemes) {
  utf8.clear();
  character.clear();
  for (std::size_t i = begin; i < end; ++i) {
    // The dictionary knows 葛 alone, not with the selector of its variant behind it.
    if (is_combining_mark(text[i])) continue;
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
    add(text,
        {character[at], character[at + node->length], node->stat == MECAB_NOR_NODE, fields[0], fields[1], fields[2],
         fields[5], fields[6], fields[7]},
        morphemes);
  }
}

// MeCab takes a middle dot for a letter of katakana.
void Morphemes::Impl::add(std::u32string_view text, const Morpheme& morpheme, std::vector<Morpheme>& morphemes) {
  const std::u32string_view letters = text.substr(morpheme.begin, morpheme.end - morpheme.begin);
  const auto is_letter = [](char32_t c) { return is_katakana(c) || c == kMiddleDot; };
  if (morpheme.known || letters.size() > kLongestRun || !std::all_of(letters.begin(), letters.end(), is_letter)) {
    return morphemes.push_back(morpheme);
  }
  for (std::size_t at = 0; at < letters.size();) {
    const std::size_t dot = std::min(letters.find(kMiddleDot, at), letters.size());
    add_compound(letters, at, dot, morpheme, morphemes);
    at = dot;
    if (dot == letters.size()) break;
    Morpheme sign = morpheme;
    sign.begin = morpheme.begin + dot;
    sign.end = sign.begin + 1;
    sign.kind = "記号";
    morphemes.push_back(sign);
    ++at;
  }
}

// letters[begin, end) of the unknown morpheme.
void Morphemes::Impl::add_compound(std::u32string_view letters, std::size_t begin, std::size_t end,
                                   const Morpheme& unknown, std::vector<Morpheme>& morphemes) {
  const std::u32string_view run = letters.substr(begin, end - begin);
  std::vector<Piece> pieces;
  if (run.size() >= kShortestCompound) pieces = pieces_of(run);
  for (std::size_t at = 0; at < run.size();) {
    const Piece piece = pieces.empty() ? Piece{run.size()} : pieces[at];
    Morpheme morpheme = unknown;
    morpheme.begin = unknown.begin + begin + at;
    morpheme.end = unknown.begin + begin + piece.end;
    if (piece.feature != nullptr) {
      const auto fields = fields_of(piece.feature);
      morpheme.known = true;
      morpheme.detail = fields[1];
      morpheme.finer = fields[2];
      morpheme.base = fields[6];
      morpheme.reading = fields[7];
    }
    morphemes.push_back(morpheme);
    at = piece.end;
  }
}

// For each place the piece that begins there.
std::vector<Piece> Morphemes::Impl::pieces_of(std::u32string_view letters) {
  std::vector<Piece> pieces(letters.size() + 1);
  for (std::size_t begin = letters.size(); begin-- > 0;) pieces[begin] = best_piece(letters, begin, pieces);
  return pieces;
}

Piece Morphemes::Impl::best_piece(std::u32string_view letters, std::size_t begin, const std::vector<Piece>& later) {
  Piece best{letters.size(), nullptr, cost_of_unknown(letters.size() - begin)};
  for (std::size_t end = begin + kShortestUnknown; end < letters.size(); ++end) {
    const float cost = cost_of_unknown(end - begin) + later[end].cost;
    if (cost < best.cost) best = {end, nullptr, cost};
  }
  const std::string rest = base::encode_utf8(letters.substr(begin));
  katakana->set_sentence(rest.data(), rest.size());
  if (!tagger->parse(katakana.get())) return best;
  for (const MeCab::Node* node = katakana->begin_nodes(0); node != nullptr; node = node->bnext) {
    const std::size_t length = base::decode_utf8(std::string_view(rest).substr(0, node->length)).size();
    if (node->stat != MECAB_NOR_NODE || length < 2 || !is_common_noun(fields_of(node->feature))) continue;
    const float cost = cost_of_known(length) + later[begin + length].cost;
    if (cost <= best.cost) best = {begin + length, node->feature, cost};
  }
  return best;
}

std::vector<Morpheme> Morphemes::split(std::u32string_view text) const {
  std::vector<Morpheme> morphemes;
  if (impl_->resting) impl_->open();
  if (!is_open()) return morphemes;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = sentence_end(text, begin);
    impl_->split(text, begin, end, morphemes);
    begin = end;
  }
  return morphemes;
}

}  // namespace hub::text
