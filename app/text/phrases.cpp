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

bool holds(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

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
  // By its look: to IPADIC ～ is a noun.
  bool is_sign() const { return !is_japanese(surface.front()) && !is_western(surface.front()); }
  bool is_opening() const { return may_not_end_line(surface.back()); }
  bool is_closing() const { return may_not_start_line(surface.front()); }
  bool ends_sentence_part() const { return holds(surface.back(), U"、。，．,.！？!?‼⁇⁈⁉…‥"); }
  bool is_range_sign() const { return holds(surface.back(), U"～〜－–-"); }
};

// 年度 in ５年度, エリア in ４エリア: whatever a number counts.
bool is_counter(const Word& word) { return word.is_noun() && !word.is_number(); }

// 安心＋し, 相談＋でき, お聞き＋します; お越し＋ください, ご覧＋いただく: one verb to the reader.
bool makes_verb(const Word& left, const Word& right) {
  constexpr std::array<std::string_view, 2> kPlain = {"する", "できる"};
  constexpr std::array<std::string_view, 6> kPolite = {"くださる", "いただく", "頂く", "いたす", "致す", "なさる"};
  if (!right.is("動詞")) return false;
  const bool is_stem = left.is("動詞") && left.morpheme.form == "連用形";
  if (is_one_of(right.morpheme.base, kPlain))
    return is_stem || left.is("名詞", "サ変接続") || (left.is("名詞", "一般") && right.morpheme.base == "する");
  return is_one_of(right.morpheme.base, kPolite) && (is_stem || left.is("名詞"));
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

// 港南区｜子育て連絡会: the place leads, and what it has is a word by itself.
bool ends_place(const Word& word) { return word.morpheme.finer == "地域" && holds(word.surface.back(), U"区市県町村"); }

// 方 in 伝え方, ごと in 困りごと; other suffixes in kanji do not follow verbs: 出向き｜顔の見える.
bool is_noun_maker(const Word& word) {
  return !is_kanji(word.surface.front()) || (word.surface.size() == 1 && holds(word.surface[0], U"方手物者"));
}

// What makes one word with the morpheme before it: 開か＋れ＋た, 利用し＋やすい, 支え＋合い, 養育＋者, 安心＋して,
// 切れ目の＋ない.
bool ends_word(const Word& left, const Word& right) {
  if (right.is("助動詞") || right.is("動詞", "接尾") || right.is("形容詞", "接尾")) return true;
  if (right.is("名詞", "接尾")) return !is_leading_place(left, right) && (!left.is("動詞") || is_noun_maker(right));
  if (is_verb_ending(right)) return is_inflected(left);
  if (right.is("形容詞") && right.morpheme.base == "ない") return left.is("名詞") || left.says(U"の");
  if (right.is("動詞", "非自立") || right.is("形容詞", "非自立")) return !left.is("助詞") && !left.is("助動詞");
  return makes_verb(left, right);
}

// What leans on the phrase before it without being part of its word: particles; こと, よう; いる after て;
// 準備を＋した.
bool leans(const Word& left, const Word& right) {
  if (right.is("助詞") || right.is("助動詞") || right.is("名詞", "非自立")) return true;
  if (right.is("動詞", "非自立") || right.is("形容詞", "非自立")) return true;
  constexpr std::array<std::string_view, 4> kEmpty = {"する", "なる", "ある", "ない"};
  return left.is("助詞") && is_inflected(right) && is_one_of(right.morpheme.base, kEmpty);
}

// 訪れて＋もらう, 進めて＋いく: one verb in two words.
bool goes_on(const Word& left, const Word& right) {
  return right.is("動詞", "非自立") && (left.says(U"て") || left.says(U"で"));
}

// 支援の＋場, 預かれる＋人: a noun of one letter that what is before it describes; ことが＋できる.
bool is_close(const Word& left, const Word& right) {
  if (right.is("動詞") && right.morpheme.base == "できる") return left.is("助詞");
  if (!right.is("名詞") || right.surface.size() != 1 || !holds(right.surface.front(), U"場人方中際時者点日"))
    return false;
  const bool modifies = left.is("動詞") || left.is("形容詞") || left.is("助動詞");
  return left.says(U"の") || (modifies && left.morpheme.form == "基本形");
}

// と＋いうほど, と＋いった: nobody says anything, the two are one particle. ただ＋いま: now, not "only now".
bool is_worn_together(const Word& left, const Word& right) {
  if (left.says(U"ただ")) return right.says(U"いま");
  return left.says(U"と") && left.is("助詞") && right.is("動詞") && right.morpheme.base == "いう";
}

// Hiragana is what IPADIC knows least (ふりかえり, ちゅーりっぷ). Between two hiragana a phrase ends only after what it
// surely knows: a particle that is nothing else, or a word of two letters.
bool is_doubtful(const Word& left, const Word& right) {
  if (!is_hiragana(left.surface.back()) || !is_hiragana(right.surface.front())) return false;
  if (!left.morpheme.known || !right.morpheme.known) return true;
  if (leans(left, right)) return false;
  constexpr std::array<std::string_view, 3> kUnsure = {"副助詞／並立助詞／終助詞", "終助詞", "特殊"};
  if (left.is("助詞") && is_one_of(left.morpheme.detail, kUnsure)) return true;
  return right.surface.size() < 2 && !right.is("動詞") && !right.is("接頭詞");
}

// A line that starts with を reads worst of all, について and において not much better: they lean on what is before
// them. だけでなく can stand there. いつでも and だれとも are words.
Break break_before_particle(const Word& left, const Word& particle) {
  constexpr std::u32string_view kLeaning = U"にと";  // について, によって, にとって, として, という
  const bool leans = particle.surface.size() == 1 || holds(particle.surface.front(), kLeaning);
  return leans || left.is("名詞", "代名詞") ? Break::strict : Break::part;
}

// 令和６年度, 午前９時
bool leads_number(const Word& word) {
  constexpr std::array<std::u32string_view, 6> kLeads = {U"令和", U"平成", U"昭和", U"午前", U"午後", U"第"};
  return std::find(kLeads.begin(), kLeads.end(), word.surface) != kLeads.end();
}

Break break_around_sign(const Word& left, const Word& right) {
  if (right.is_closing() || left.is_opening()) return Break::strict;  // kinsoku forbids it anyway
  if (right.is_opening()) return left.is("接頭詞") ? Break::strict : Break::phrase;
  if (left.ends_sentence_part() || is_space(left.surface.back())) return Break::phrase;
  if (left.is_range_sign() && right.is_number()) return Break::strict;  // 0～1歳
  if (right.is("助動詞")) return Break::strict;
  if (right.is("助詞")) return break_before_particle(left, right);
  return left.is_closing() ? Break::word : Break::part;
}

// 学び＋合う, 見守り＋支援: a verb's 連用形 that runs on. After a particle it ends a clause: 地域へ出向き｜顔の見える.
bool runs_on(const Word& left, const Word& right) {
  return left.is("動詞", "自立") && left.morpheme.form == "連用形" && (right.is("動詞", "自立") || right.is_noun());
}

// 協＋働契＋約書: kanji that IPADIC does not know come out in the wrong pieces.
bool is_torn_apart(const Word& left, const Word& right) {
  const bool kanji = is_kanji(left.surface.back()) && is_kanji(right.surface.front());
  return kanji && (!left.morpheme.known || !right.morpheme.known);
}

// 一時＋預かり: a verb's 連用形 that a particle or nothing follows is a noun.
bool is_verbal_noun(const Word& left, const Word& right, const Word* after) {
  if (!left.is_noun() || !right.is("動詞", "自立") || right.morpheme.form != "連用形") return false;
  return after == nullptr || after->is_noun() || (after->is_sign() && !after->ends_sentence_part()) ||
         (after->is("助詞") && !is_verb_ending(*after));
}

// The table: the first rule that fits. `before` and `after`: the words around the two; null at the text's ends.
Break break_between(const Word* before, const Word& left, const Word& right, const Word* after) {
  if (left.is_sign() || right.is_sign()) return break_around_sign(left, right);
  if (left.is_number() && (right.is_number() || is_counter(right))) return Break::forced;
  if (left.is("接頭詞")) return right.is_number() ? Break::forced : Break::strict;
  if (ends_word(left, right) || (right.is_number() && leads_number(left))) return Break::strict;
  if (is_worn_together(left, right) || is_doubtful(left, right)) return Break::strict;
  if (right.is("助詞")) return break_before_particle(left, right);
  if (goes_on(left, right)) return Break::part;
  if (is_close(left, right)) return Break::close;
  if (leans(left, right)) return Break::word;
  if (is_leading_place(left, right)) return Break::part;
  if (before != nullptr && is_leading_place(*before, left)) return Break::strict;
  if (is_torn_apart(left, right)) return Break::strict;
  // いま｜準備中: when it is, not what is prepared. In kanji (今年度) it may be part of a word.
  if (left.is("名詞", "副詞可能") && is_hiragana(left.surface.back())) return Break::phrase;
  const bool nouns = left.is_noun() && (right.is_noun() || right.is("接頭詞"));
  if (nouns && ends_place(left)) return Break::word;
  if (nouns || is_verbal_noun(left, right, after)) return Break::part;
  if (runs_on(left, right)) return before != nullptr && before->is("助詞") ? Break::phrase : Break::part;
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
    if (!after_space) {
      const Word* before = i > 1 ? &words[i - 2] : nullptr;
      const Word* after = i + 1 < words.size() ? &words[i + 1] : nullptr;
      breaks[i] = break_between(before, words[i - 1], words[i], after);
    }
  }
  doubt_particles(words, breaks);
  join_single_letters(words, breaks);
  return breaks;
}

}  // namespace hub::text
