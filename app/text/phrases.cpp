#include "text/phrases.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/kinsoku.h"

namespace hub::text {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Word {
  const Morpheme& morpheme;
  std::u32string_view surface;

  bool is(std::string_view kind) const { return morpheme.kind == kind; }
  bool is(std::string_view kind, std::string_view detail) const { return is(kind) && morpheme.detail == detail; }
  bool says(std::u32string_view letters) const { return surface == letters; }

  bool is_number() const { return is("名詞", "数"); }
  bool is_noun() const {
    if (is("記号", "アルファベット")) return true;
    return is("名詞") && morpheme.detail != "非自立" && morpheme.detail != "代名詞";
  }
  bool is_sign() const { return is("記号") && morpheme.detail != "アルファベット"; }
  bool is_opening() const { return may_not_end_line(surface.back()); }
  bool is_closing() const { return may_not_start_line(surface.front()); }
  bool ends_sentence_part() const { return is("記号", "読点") || is("記号", "句点"); }
};

// 年度 in ５年度, エリア in ４エリア: whatever a number counts.
bool is_counter(const Word& word) { return word.is_noun() && !word.is_number(); }

// 安心＋し, 相談＋でき, 協力＋いたし: one verb to the reader.
bool is_light_verb(const Word& word) {
  constexpr std::array<std::string_view, 6> kLight = {"する", "できる", "いたす", "くださる", "なさる", "頂く"};
  return word.is("動詞") && is_one_of(word.morpheme.base, kLight);
}

// て in 開いて, たり in 見たり: the verb's own ending, where が in 広がるが is not.
bool is_verb_ending(const Word& word) {
  constexpr std::array<std::u32string_view, 9> kEndings = {U"て",     U"で",   U"ば",   U"たり", U"だり",
                                                           U"ながら", U"つつ", U"ちゃ", U"ても"};
  return word.is("助詞") && std::find(kEndings.begin(), kEndings.end(), word.surface) != kEndings.end();
}

bool is_inflected(const Word& word) { return word.is("動詞") || word.is("形容詞") || word.is("助動詞"); }

// 区 in システム区支部 belongs to what follows; in 港南区 to the place before it.
bool is_leading_place(const Word& left, const Word& right) {
  return right.is("名詞", "接尾") && right.morpheme.finer == "地域" && left.morpheme.detail != "固有名詞";
}

// 方 in 伝え方; the other suffixes do not follow verbs: 出向き｜顔の見える.
bool is_noun_maker(const Word& word) {
  return word.says(U"方") || word.says(U"手") || word.says(U"物") || word.says(U"者");
}

// What makes one word with the morpheme before it: 開か＋れ＋た, 利用し＋やすい, 支え＋合い, 養育＋者, 安心＋して.
bool ends_word(const Word& left, const Word& right) {
  if (right.is("助動詞")) return !left.is("名詞") || right.says(U"な");
  if (right.is("動詞", "接尾") || right.is("形容詞", "接尾")) return true;
  if (right.is("名詞", "接尾")) return !is_leading_place(left, right) && (!left.is("動詞") || is_noun_maker(right));
  if (is_verb_ending(right)) return is_inflected(left);
  if (right.is("動詞", "非自立") || right.is("形容詞", "非自立")) return !left.is("助詞") && !left.is("助動詞");
  return is_light_verb(right) && left.is("名詞", "サ変接続");
}

// What leans on the phrase before it without being part of its word: particles; こと, よう; いる after て;
// 切れ目の＋ない.
bool leans(const Word& left, const Word& right) {
  if (right.is("助詞") || right.is("助動詞") || right.is("名詞", "非自立")) return true;
  if (right.is("動詞", "非自立") || right.is("形容詞", "非自立")) return true;
  if (right.is("形容詞") && right.morpheme.base == "ない") return left.is("助詞") || left.is("名詞");
  constexpr std::array<std::string_view, 3> kEmptyVerbs = {"する", "なる", "ある"};
  return right.is("動詞") && is_one_of(right.morpheme.base, kEmptyVerbs) && left.is("助詞");
}

// Hiragana is what IPADIC knows least (ふりかえり, ちゅーりっぷ). Between two hiragana a phrase ends only after what it
// surely knows: a particle that is nothing else, or a word of two letters.
bool is_doubtful(const Word& left, const Word& right) {
  if (!is_hiragana(left.surface.back()) || !is_hiragana(right.surface.front())) return false;
  if (!left.morpheme.known || !right.morpheme.known) return true;
  if (leans(left, right)) return false;
  constexpr std::array<std::string_view, 3> kUnsure = {"副助詞／並立助詞／終助詞", "終助詞", "特殊"};
  if (left.is("助詞") && is_one_of(left.morpheme.detail, kUnsure)) return true;
  return right.surface.size() < 2 && !right.is("動詞");
}

Break break_around_sign(const Word& left, const Word& right) {
  if (right.is_closing() || left.is_opening()) return Break::strict;  // kinsoku forbids it anyway
  if (right.is_opening()) return left.is("接頭詞") ? Break::strict : Break::phrase;
  if (left.ends_sentence_part() || left.is("記号", "空白")) return Break::phrase;
  if (right.is("助詞") || right.is("助動詞") || left.is_closing())
    return right.is_number() ? Break::strict : Break::word;
  return Break::part;
}

// 学び＋合う, 見守り＋支援: a verb's 連用形 that runs on. After a particle it ends a clause: 地域へ出向き｜顔の見える.
bool runs_on(const Word& left, const Word& right) {
  return left.is("動詞", "自立") && left.morpheme.form == "連用形" && (right.is("動詞", "自立") || right.is_noun());
}

// The table: the first rule that fits.
Break break_between(const Word* before_left, const Word& left, const Word& right) {
  if (left.is_sign() || right.is_sign()) return break_around_sign(left, right);
  if (left.is_number() && (right.is_number() || is_counter(right))) return Break::forced;
  if (left.is("接頭詞")) return right.is_number() ? Break::forced : Break::strict;
  if (ends_word(left, right)) return Break::strict;
  if (is_doubtful(left, right)) return Break::strict;
  if (leans(left, right)) return Break::word;
  if (is_leading_place(left, right)) return Break::part;
  if (left.is("名詞", "接尾") && left.morpheme.finer == "地域" && before_left != nullptr &&
      is_leading_place(*before_left, left)) {
    return Break::strict;
  }
  const bool nouns = left.is_noun() && (right.is_noun() || right.is("接頭詞"));
  if (nouns) return Break::part;
  if (runs_on(left, right)) return before_left != nullptr && before_left->is("助詞") ? Break::phrase : Break::part;
  return Break::phrase;
}

// か in ふり｜か｜えり: a particle of one letter that nothing follows surely is no particle.
void doubt_particles(const std::vector<Word>& words, std::vector<Break>& breaks) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const bool is_particle = words[i].is("助詞") && words[i].surface.size() == 1;
    const bool touches = is_hiragana(words[i - 1].surface.back()) && is_hiragana(words[i + 1].surface.front());
    if (is_particle && touches && breaks[i + 1] == Break::strict && is_doubtful(words[i], words[i + 1])) {
      breaks[i] = std::min(breaks[i], Break::strict);
    }
  }
}

// 関係｜機関, but 親同士 and 子サポ: in a compound a word of one letter stays with its neighbours.
void join_single_letters(const std::vector<Word>& words, std::vector<Break>& breaks) {
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && breaks[end] < Break::part) ++end;
    const bool is_single = end == begin + 1 && words[begin].surface.size() == 1;
    if (is_single && breaks[begin] == Break::part) breaks[begin] = Break::strict;
    if (is_single && end < words.size() && breaks[end] == Break::part) breaks[end] = Break::strict;
    begin = end;
  }
}

}  // namespace

std::vector<Break> breaks_before(std::u32string_view text, const std::vector<Morpheme>& morphemes) {
  std::vector<Word> words;
  words.reserve(morphemes.size());
  for (const Morpheme& morpheme : morphemes) {
    words.push_back({morpheme, text.substr(morpheme.begin, morpheme.end - morpheme.begin)});
  }
  std::vector<Break> breaks(morphemes.size(), Break::phrase);
  for (std::size_t i = 1; i < morphemes.size(); ++i) {
    const bool after_space = morphemes[i - 1].end != morphemes[i].begin;
    if (!after_space) breaks[i] = break_between(i > 1 ? &words[i - 2] : nullptr, words[i - 1], words[i]);
  }
  doubt_particles(words, breaks);
  join_single_letters(words, breaks);
  return breaks;
}

}  // namespace hub::text
