#include "text/analysis/phrases.h"

#include <algorithm>
#include <array>

#include "text/analysis/compounds.h"
#include "text/analysis/word.h"

namespace hub::text {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// 年度 in ５年度, エリア in ４エリア: whatever a number counts. No name: 〒245-0016｜横浜市.
bool is_counter(const Word& word) { return word.is_noun() && !word.is_number() && word.morpheme.detail != "固有名詞"; }

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

// 産み＋育てる, 語り＋あう; the dictionary may take a verb's 連用形 of one kanji for a noun: 生み＋育てる.
bool are_one_verb(const Word& left, const Word& right) {
  constexpr std::u32string_view kStemEndings = U"いきぎしちにびみり";
  if (!right.is("動詞", "自立")) return false;
  if (left.is("動詞", "自立")) return left.morpheme.form == "連用形";
  return left.is("名詞", "一般") && left.surface.size() == 2 && is_kanji(left.surface[0]) &&
         holds(left.surface[1], kStemEndings) && is_kanji(right.surface.front());
}

// Two morphemes of one word: strict inside it (開か|れ|た, 養育|者, 進ん|で), lean where both are words by themselves
// (安心|して, 利用し|やすい, 支え|合い, 場所|です, 切れ目の|ない). phrase: two words to the reader.
Break break_in_word(const Word& left, const Word& right) {
  if (right.is("助動詞")) return is_inflected(left) ? Break::strict : Break::lean;
  if (right.is("動詞", "接尾") || right.is("形容詞", "接尾")) return Break::strict;
  if (right.is("名詞", "接尾")) {
    if (left.is("助詞")) return Break::phrase;  // 協 in の協働: the dictionary's suffix is the head of a word
    const bool one = !is_leading_place(left, right) && (!left.is("動詞") || is_noun_maker(right));
    return one ? Break::strict : Break::phrase;
  }
  if (is_verb_ending(right)) return is_inflected(left) ? Break::strict : Break::phrase;
  const bool none = right.is("形容詞") && right.morpheme.base == "ない" && (left.is("名詞") || left.says(U"の"));
  const bool helps = right.is("動詞", "非自立") || right.is("形容詞", "非自立");
  if (none || are_one_verb(left, right) || makes_verb(left, right)) return Break::lean;
  return helps && !left.is("助詞") && !left.is("助動詞") ? Break::lean : Break::phrase;
}

// Nouns that say little but what the clause before them is for: こと, よう, ため; 以下の＋通り.
bool is_formal_noun(const Word& word) { return word.is("名詞", "非自立") || word.says(U"通り"); }

// What leans on the phrase before it without being part of its word: particles; こと, よう; いる after て;
// 必要が＋ある.
bool leans(const Word& left, const Word& right) {
  if (right.is("助詞") || right.is("助動詞") || is_formal_noun(right)) return true;
  if (right.is("動詞", "非自立") || right.is("形容詞", "非自立")) return true;
  constexpr std::array<std::string_view, 4> kEmpty = {"する", "なる", "ある", "ない"};
  return left.is("助詞") && is_inflected(right) && is_one_of(right.morpheme.base, kEmpty);
}

// 訪れて＋もらう, 来て＋ほしい: one verb in two words.
bool goes_on(const Word& left, const Word& right) {
  return (right.is("動詞", "非自立") || right.is("形容詞", "非自立")) && (left.says(U"て") || left.says(U"で"));
}

// 準備を＋する, 拠点と＋なり, 利用しやすく＋なる: a verb that says nothing by itself.
bool is_light_verb(const Word& left, const Word& right) {
  constexpr std::array<std::string_view, 2> kLight = {"する", "なる"};
  return right.is("動詞") && is_one_of(right.morpheme.base, kLight) &&
         (left.is("助詞") || left.morpheme.form == "連用テ接続");
}

// ことが＋できる, 顔の＋見える, 一層＋深める, 目を＋向ける: a verb with the one short word that it goes with. `before`:
// the word before the two, or null.
bool is_close_verb(const Word* before, const Word& left, const Word& right) {
  if (right.is("動詞") && right.morpheme.base == "できる") return left.is("助詞");
  const bool is_verb = right.is("動詞", "自立") || right.is("形容詞", "自立");
  if (left.is("副詞") || (left.is("助詞") && left.says(U"の"))) return is_verb;
  const bool is_object = left.is("助詞") && (left.says(U"を") || left.says(U"に") || left.says(U"が"));
  const bool is_short = before != nullptr && before->is("名詞", "一般") && before->surface.size() == 1;
  return is_object && is_short && (is_verb || right.is("名詞", "サ変接続"));
}

// 支援の＋場, 預かれる＋人: a noun of one letter that what is before it describes.
bool is_close_noun(const Word& left, const Word& right) {
  constexpr std::u32string_view kNouns = U"場人方中際時者点日子前後間";
  if (!right.is("名詞") || right.surface.size() != 1 || !holds(right.surface.front(), kNouns)) return false;
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
  if (left.is("名詞", "代名詞")) return Break::strict;
  return leans ? Break::lean : Break::part;
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
  if (right.is("助動詞")) return Break::lean;
  if (right.is("助詞") && left.is_closing() && right.surface.size() > 2) return Break::part;  // 「広場」｜について
  if (right.is("助詞")) return break_before_particle(left, right);
  return left.is_closing() ? Break::word : Break::part;
}

// 見守り＋支援: a verb's 連用形 that runs on.
bool runs_on(const Word& left, const Word& right) {
  return left.is("動詞", "自立") && left.morpheme.form == "連用形" && right.is_noun();
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
  if (right.is_number() && leads_number(left)) return Break::strict;
  if (const Break in_word = break_in_word(left, right); in_word < Break::phrase) return in_word;
  if (is_worn_together(left, right) || is_doubtful(left, right)) return Break::strict;
  if (right.is("助詞")) return break_before_particle(left, right);
  if (goes_on(left, right) || is_light_verb(left, right)) return Break::part;
  if (is_close_verb(before, left, right) || is_close_noun(left, right)) return Break::close;
  // 進む｜よう, に関する｜こと
  if (is_formal_noun(right) && (is_inflected(left) || left.morpheme.finer == "連語")) return Break::part;
  if (leans(left, right)) return Break::word;
  if (is_leading_place(left, right)) return Break::part;
  if (before != nullptr && is_leading_place(*before, left)) return Break::strict;
  if (is_torn_apart(left, right)) return Break::strict;
  // いま｜準備中: when it is, not what is prepared. In kanji (今年度) it may be part of a word.
  if (left.is("名詞", "副詞可能") && is_hiragana(left.surface.back())) return Break::phrase;
  const bool nouns = left.is_noun() && (right.is_noun() || right.is("接頭詞"));
  if (nouns && ends_place(left)) return Break::word;
  if (nouns || is_verbal_noun(left, right, after)) return Break::part;
  // After a particle it ends a clause where a noun follows: 地域へ出向き｜顔の見える.
  const bool ends_clause = before != nullptr && before->is("助詞") && right.is_noun();
  if (runs_on(left, right) && !ends_clause) return Break::part;
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

// 「親になる前」: a short quotation is one thing, and stays whole where it fits a line.
void hold_quotations(const std::vector<Word>& words, std::vector<Break>& breaks) {
  constexpr std::size_t kShortQuotation = 12;  // characters
  for (std::size_t open = 0; open < words.size(); ++open) {
    if (!holds(words[open].surface.back(), U"「『")) continue;
    std::size_t close = open + 1;
    while (close < words.size() && !holds(words[close].surface.front(), U"」』「『")) ++close;
    if (close == words.size() || !holds(words[close].surface.front(), U"」』")) continue;
    if (words[close].morpheme.begin - words[open].morpheme.end > kShortQuotation) continue;
    for (std::size_t i = open + 1; i < close; ++i) breaks[i] = std::min(breaks[i], Break::word);
  }
}

}  // namespace

std::vector<Break> breaks_before(std::u32string_view text, const std::vector<Morpheme>& morphemes) {
  const std::vector<Word> words = words_of(text, morphemes);
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
  grade_compounds(words, breaks);
  hold_quotations(words, breaks);
  return breaks;
}

}  // namespace hub::text
