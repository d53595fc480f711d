#include <algorithm>

#include "base/utf8.h"
#include "text/analysis/analysis.h"
#include "text/analysis/characters.h"
#include "text/analysis/counted.h"
#include "text/analysis/dates.h"
#include "text/analysis/held_together.h"
#include "text/analysis/kinsoku.h"
#include "text/analysis/line_breaks.h"
#include "text/analysis/markup.h"
#include "text/analysis/morphemes.h"
#include "text/analysis/phrases.h"
#include "text/analysis/readings.h"

namespace hub::text {

namespace {

// A longer word is surely meant; a shorter one (人, 今日) counts only where it does not cut kanji out of what the
// dictionary sees as one word (人材, 昨今日本). 預か counts in 預かり.
constexpr std::size_t kSurelyAWord = 3;

struct ListedWord {
  std::u32string letters;
  ReviewedReading word;
};

// Known words by their letters, each once.
using WordList = std::vector<ListedWord>;

// Of two readings of a word the later one counts: a hub's own.
WordList list_words(std::vector<ReviewedReading> words) {
  WordList list;
  for (ReviewedReading& word : words) {
    std::u32string letters = base::decode_utf8(word.word);
    if (!letters.empty()) list.push_back({std::move(letters), std::move(word)});
  }
  std::ranges::reverse(list);
  std::ranges::stable_sort(list, {}, &ListedWord::letters);
  const auto same = [](const ListedWord& a, const ListedWord& b) { return a.letters == b.letters; };
  list.erase(std::unique(list.begin(), list.end(), same), list.end());
  return list;
}

// Where a morpheme begins or ends; anywhere in one that the dictionary does not know.
std::vector<bool> edges_of(std::size_t size, const std::vector<Morpheme>& morphemes) {
  std::vector<bool> edges(size + 1, morphemes.empty());
  for (const Morpheme& morpheme : morphemes) {
    edges[morpheme.begin] = edges[morpheme.end] = true;
    for (std::size_t at = morpheme.begin; !morpheme.known && at < morpheme.end; ++at) edges[at] = true;
  }
  return edges;
}

bool cuts_kanji(std::u32string_view text, std::size_t at, const std::vector<bool>& edges) {
  return at > 0 && at < text.size() && !edges[at] && is_kanji(text[at - 1]) && is_kanji(text[at]);
}

// 利用者の方 in 利用者の方法, 方の in 夕方の: the kanji at an end of it that kana part from the rest are, to the
// dictionary, another word. In a run of kanji (協働契約書) a list knows better.
bool cuts_next_word(std::u32string_view text, std::size_t begin, std::size_t end, const std::vector<bool>& edges) {
  if (cuts_kanji(text, end, edges)) {
    std::size_t head = end - 1;
    while (head > begin && !edges[head]) --head;
    if (head > begin && is_hiragana(text[head - 1])) return true;
  }
  if (!cuts_kanji(text, begin, edges)) return false;
  std::size_t tail = begin + 1;
  while (tail < end && !edges[tail]) ++tail;
  return tail < end && is_hiragana(text[tail]);
}

// Whether text[begin, end) holds a part of what is read by rule: 人と in 2人と.
bool cuts_ruled(const std::vector<RuledReading>& ruled, std::size_t begin, std::size_t end) {
  const auto first =
      std::partition_point(ruled.begin(), ruled.end(), [begin](const RuledReading& one) { return one.end <= begin; });
  return std::any_of(first, ruled.end(), [&](const RuledReading& one) {
    return one.begin < end && (one.begin < begin || one.least_end > end);
  });
}

struct Match {
  const ListedWord* word = nullptr;
  std::size_t end = 0;  // in the text, behind what only steers how the last letter is drawn
};

std::size_t behind_selectors(std::u32string_view text, std::size_t at) {
  while (at < text.size() && is_combining_mark(text[at])) ++at;
  return at;
}

// The longest. Letter by letter, so that a long list costs little more than a short one.
Match word_at(const WordList& list, std::u32string_view text, std::size_t at, const std::vector<bool>& edges,
              const std::vector<RuledReading>& ruled) {
  Match longest;
  auto first = list.begin(), last = list.end();  // the words that begin as the text does
  std::size_t end = at;
  for (std::size_t length = 0; end < text.size();) {
    const char32_t next = text[end];
    first = std::partition_point(
        first, last, [&](const ListedWord& one) { return one.letters.size() <= length || one.letters[length] < next; });
    last = std::partition_point(first, last, [&](const ListedWord& one) { return one.letters[length] == next; });
    if (first == last) break;
    ++length;
    end = behind_selectors(text, end + 1);
    if (first->letters.size() != length) continue;
    const bool whole = length >= kSurelyAWord ? !cuts_next_word(text, at, end, edges)
                                              : !(cuts_kanji(text, at, edges) || cuts_kanji(text, end, edges));
    if (whole && !cuts_ruled(ruled, at, end)) longest = {&*first, end};
  }
  return longest;
}

std::vector<FoundWord> find_words(const WordList& list, std::u32string_view text,
                                  const std::vector<Morpheme>& morphemes, const std::vector<RuledReading>& ruled) {
  std::vector<FoundWord> found;
  if (list.empty()) return found;
  std::vector<bool> edges = edges_of(text.size(), morphemes);
  for (const RuledReading& one : ruled) edges[one.begin] = edges[one.end] = true;
  for (std::size_t at = 0; at < text.size();) {
    const Match match = word_at(list, text, at, edges, ruled);
    if (match.word != nullptr) found.push_back({at, match.end, &match.word->word});
    at = match.word != nullptr ? match.end : at + 1;
  }
  return found;
}

std::vector<RuledReading> find_ruled(std::u32string_view text, const std::vector<Morpheme>& morphemes) {
  std::vector<RuledReading> ruled = find_counted(text, morphemes);
  const std::vector<RuledReading> weekdays = find_weekdays(text);
  const auto middle = static_cast<std::ptrdiff_t>(ruled.size());
  ruled.insert(ruled.end(), weekdays.begin(), weekdays.end());
  std::ranges::inplace_merge(ruled, ruled.begin() + middle, {}, &RuledReading::begin);
  return ruled;
}

void lower(Break to, std::size_t at, std::vector<Break>& breaks) {
  if (breaks[at] != Break::must) breaks[at] = std::min(breaks[at], to);
}

// Inside a word ICU's opportunities stay strict; at a morpheme's head they become what the phrase table says.
void grade_by_phrases(const std::vector<Morpheme>& morphemes, const std::vector<Break>& before,
                      std::vector<Break>& breaks) {
  for (std::size_t i = 0; i < morphemes.size(); ++i) {
    Break& at = breaks[morphemes[i].begin];
    if (at == Break::strict) at = before[i];
  }
}

// を行う and 上の子 say how to read 行う and 子 here: they hold several words to the dictionary, and bind none of them.
// Who lists a word without a reading only wants it whole.
bool binds(const FoundWord& word, const std::vector<Break>& breaks) {
  const auto first = breaks.begin() + static_cast<std::ptrdiff_t>(word.begin) + 1;
  const auto end = breaks.begin() + static_cast<std::ptrdiff_t>(word.end);
  return word.word->reading.empty() || std::none_of(first, end, [](Break level) { return level >= Break::word; });
}

void apply_words(const std::vector<FoundWord>& words, bool by_dictionary, std::vector<Break>& breaks) {
  for (const FoundWord& word : words) {
    if (by_dictionary && !binds(word, breaks)) continue;
    for (std::size_t at = word.begin + 1; at < word.end; ++at) lower(Break::forced, at, breaks);
  }
}

void apply_marks(const Marked& marked, std::vector<Break>& breaks) {
  for (const std::size_t at : marked.joined) {
    if (at < breaks.size()) lower(Break::forced, at, breaks);
  }
  for (const std::size_t at : marked.breakable) {
    if (at > 0 && breaks[at] != Break::must) breaks[at] = Break::phrase;
  }
}

// Last, because nothing overrules it.
void apply_kinsoku(std::u32string_view text, std::size_t hang, std::vector<Break>& breaks) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (at <= hang || kinsoku_forbids(text, at)) lower(Break::never, at, breaks);
  }
}

// Spaces vanish at a line's edge: a reading that stood over them as well would leave its line.
void leave_out_spaces(std::u32string_view text, std::vector<Ruby>& ruby) {
  for (Ruby& one : ruby) {
    while (one.begin < one.end && is_space(text[one.begin])) ++one.begin;
    while (one.begin < one.end && is_space(text[one.end - 1])) --one.end;
  }
  std::erase_if(ruby, [](const Ruby& one) { return one.begin == one.end; });
}

}  // namespace

struct Analyser::Impl {
  WordList words;
  Morphemes morphemes;
  LineBreaks lines;
};

Analyser::Analyser(std::vector<ReviewedReading> words, Dictionary dictionary) : impl_(std::make_unique<Impl>()) {
  if (dictionary == Dictionary::installed) impl_->morphemes = Morphemes::open();
  impl_->words = list_words(std::move(words));
}

Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

bool Analyser::has_dictionary() const { return impl_->morphemes.is_open(); }

void Analyser::rest() const { impl_->morphemes.rest(); }

Analysis Analyser::analyse(std::string_view utf8, std::string_view language) const {
  Marked marked = read_markup(utf8);
  Analysis analysis;
  analysis.language = language;
  analysis.text = std::move(marked.text);
  if (analysis.text.size() <= 1) {
    analysis.breaks.assign(analysis.text.size() + 1, Break::never);
    analysis.breaks.back() = Break::must;
    analysis.ruby = std::move(marked.ruby);
    return analysis;
  }
  const bool japanese = language.starts_with("ja");
  analysis.hang = list_mark_length(analysis.text, japanese);
  analysis.breaks = impl_->lines.find(analysis.text, language);
  std::vector<Morpheme> morphemes;
  if (japanese) morphemes = impl_->morphemes.split(analysis.text);
  const std::vector<Break> before = breaks_before(analysis.text, morphemes);
  if (morphemes.empty()) {
    impl_->lines.grade(analysis.text, language, analysis.breaks);
  } else {
    grade_by_phrases(morphemes, before, analysis.breaks);
  }
  std::vector<RuledReading> ruled;
  if (japanese) ruled = find_ruled(analysis.text, morphemes);
  hold_together(analysis.text, ruled, analysis.breaks);
  std::vector<FoundWord> words;
  if (japanese) words = find_words(impl_->words, analysis.text, morphemes, ruled);
  apply_words(words, !morphemes.empty(), analysis.breaks);
  apply_marks(marked, analysis.breaks);
  apply_kinsoku(analysis.text, analysis.hang, analysis.breaks);
  analysis.ruby = readings_of(analysis.text, {std::move(marked.ruby), words, ruled, morphemes, before});
  leave_out_spaces(analysis.text, analysis.ruby);
  return analysis;
}

}  // namespace hub::text
