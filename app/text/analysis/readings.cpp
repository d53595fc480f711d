#include "text/analysis/readings.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/analysis/characters.h"
#include "text/analysis/context_readings.h"
#include "text/analysis/word.h"

namespace hub::text {

namespace {

bool has_kanji(std::u32string_view word) { return std::any_of(word.begin(), word.end(), is_kanji); }

// A stretch of a word: kanji with the part of the reading above it, or the kana between.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool kanji = false;
  std::u32string_view reading;
};

std::vector<Stretch> split_stretches(std::u32string_view word) {
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < word.size(); ++i) {
    // A selector of the kanji's variant is part of it.
    const bool kanji =
        is_kanji(word[i]) || (!stretches.empty() && stretches.back().kanji && is_combining_mark(word[i]));
    if (stretches.empty() || stretches.back().kanji != kanji) stretches.push_back({i, i, kanji, {}});
    stretches.back().end = i + 1;
  }
  return stretches;
}

// Deals the reading out to the stretches from `at` on, the shortest reading first. `word` and `reading` are hiragana.
bool deal(std::u32string_view word, std::u32string_view reading, std::vector<Stretch>& stretches, std::size_t at) {
  if (at == stretches.size()) return reading.empty();
  Stretch& stretch = stretches[at];
  const std::size_t length = stretch.end - stretch.begin;
  if (!stretch.kanji) {
    return reading.starts_with(word.substr(stretch.begin, length)) &&
           deal(word, reading.substr(length), stretches, at + 1);
  }
  const std::u32string_view letters = word.substr(stretch.begin, length);
  const auto kanji = static_cast<std::size_t>(std::ranges::count_if(letters, is_kanji));
  for (std::size_t taken = kanji; taken <= reading.size(); ++taken) {
    stretch.reading = reading.substr(0, taken);
    if (deal(word, reading.substr(taken), stretches, at + 1)) return true;
  }
  return false;
}

// Which characters have a reading that people gave.
class Taken {
 public:
  explicit Taken(std::size_t size) : taken_(size) {}
  void take(std::size_t begin, std::size_t end) {
    std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(begin), taken_.begin() + static_cast<std::ptrdiff_t>(end),
              true);
  }
  bool any(std::size_t begin, std::size_t end) const {
    const auto first = taken_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = taken_.begin() + static_cast<std::ptrdiff_t>(end);
    return std::find(first, last, true) != last;
  }

 private:
  std::vector<bool> taken_;
};

void add(std::vector<Ruby> more, std::vector<Ruby>& ruby) {
  for (Ruby& one : more) ruby.push_back(std::move(one));
}

// A compound of four kanji (関係機関) is read in one go; in a longer one each word keeps its own reading.
constexpr std::size_t kLongestCompound = 4;

// The dictionary reads 妊娠 and 期, 関係 and 機関; people read 妊娠期 and 関係機関. Readings that meet inside a word,
// or in a short compound of words in kanji alone, become one. `before`: the break before the morpheme.
void add_dictionary_reading(std::vector<Ruby> of_morpheme, const Morpheme& morpheme, Break before,
                            std::vector<Ruby>& ruby) {
  if (of_morpheme.empty()) return;
  const Ruby& first = of_morpheme.front();
  if (!ruby.empty() && ruby.back().end == first.begin) {
    const std::size_t length = first.end - ruby.back().begin;
    const bool in_compound = before == Break::part && length <= kLongestCompound && first.end == morpheme.end &&
                             morpheme.kind != "接頭詞";  // 毎月｜第2
    if (before < Break::part || in_compound) {
      ruby.back().end = first.end;
      ruby.back().reading += first.reading;
      ruby.back().source = std::max(ruby.back().source, first.source);
      of_morpheme.erase(of_morpheme.begin());
    }
  }
  add(std::move(of_morpheme), ruby);
}

void add_ruled(const std::vector<RuledReading>& ruled, Taken& taken, std::vector<Ruby>& ruby) {
  for (const RuledReading& one : ruled) {
    for (const Ruby& reading : one.ruby) {
      if (taken.any(reading.begin, reading.end)) continue;
      taken.take(reading.begin, reading.end);
      ruby.push_back(reading);
    }
  }
}

std::vector<Ruby> reading_of_morpheme(const std::vector<Word>& words, std::size_t at) {
  const Morpheme& morpheme = words[at].morpheme;
  if (!has_kanji(words[at].surface)) return {};
  const std::optional<ContextReading> by_context = reading_by_context(words, at);
  if (!by_context) {
    return align_reading(words[at].surface, base::decode_utf8(morpheme.reading), morpheme.begin,
                         ReadingSource::dictionary);
  }
  return align_reading(words[at].surface, by_context->reading, morpheme.begin,
                       by_context->is_sure ? ReadingSource::rule : ReadingSource::dictionary);
}

// What is left of a word that a rule has taken a part of: 間 of 時の間, which in 3時の間 is no word.
void read_after_no(std::u32string_view text, std::vector<Ruby>& ruby) {
  for (Ruby& one : ruby) {
    if (one.end - one.begin != 1 || one.begin == 0 || text[one.begin - 1] != U'の') continue;
    if (text[one.begin] == U'間') one = {one.begin, one.end, U"あいだ", ReadingSource::rule};
  }
}

std::vector<Ruby> dictionary_readings(std::u32string_view text, const ReadingSources& sources, const Taken& taken) {
  const std::vector<Word> words = words_of(text, sources.morphemes);
  std::vector<Ruby> readings;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::vector<Ruby> ruby = reading_of_morpheme(words, i);
    const bool torn = std::erase_if(ruby, [&](const Ruby& one) { return taken.any(one.begin, one.end); }) > 0;
    if (torn) read_after_no(text, ruby);
    add_dictionary_reading(std::move(ruby), sources.morphemes[i], sources.morpheme_breaks[i], readings);
  }
  return readings;
}

}  // namespace

std::vector<Ruby> align_reading(std::u32string_view word, std::u32string_view reading, std::size_t begin,
                                ReadingSource source) {
  if (!has_kanji(word) || reading.empty()) return {};
  const std::u32string kana_word = to_hiragana(word);
  const std::u32string kana = to_hiragana(reading);
  std::vector<Stretch> stretches = split_stretches(kana_word);
  if (!deal(kana_word, kana, stretches, 0)) return {{begin, begin + word.size(), kana, source}};
  std::vector<Ruby> ruby;
  for (const Stretch& stretch : stretches) {
    if (!stretch.kanji) continue;
    ruby.push_back({begin + stretch.begin, begin + stretch.end, std::u32string(stretch.reading), source});
  }
  return ruby;
}

std::vector<Ruby> readings_of(std::u32string_view text, ReadingSources sources) {
  std::vector<Ruby> people = std::move(sources.inline_ruby);
  Taken taken(text.size());
  for (const Ruby& ruby : people) taken.take(ruby.begin, ruby.end);
  for (const FoundWord& found : sources.words) {
    if (found.word->reading.empty() || taken.any(found.begin, found.end)) continue;
    add(align_reading(text.substr(found.begin, found.end - found.begin), base::decode_utf8(found.word->reading),
                      found.begin, ReadingSource::reviewed),
        people);
  }
  for (const FoundWord& found : sources.words) {
    if (!found.word->reading.empty()) taken.take(found.begin, found.end);
  }
  add_ruled(sources.ruled, taken, people);
  add(dictionary_readings(text, sources, taken), people);
  std::sort(people.begin(), people.end(), [](const Ruby& a, const Ruby& b) { return a.begin < b.begin; });
  return people;
}

}  // namespace hub::text
