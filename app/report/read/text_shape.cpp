#include "report/read/text_shape.h"

#include <algorithm>

#include "content/model/sentence.h"
#include "report/words/characters.h"
#include "report/words/labels.h"
#include "report/words/line_start.h"

namespace hub::report {

namespace {

constexpr std::size_t kFewestLines = 8;
constexpr double kEverywhere = 0.9;     // of the pairs of lines have an empty one between them
constexpr std::size_t kFewestTorn = 3;  // sentences that surely go on below
constexpr std::size_t kFewestFull = 6;  // … or most likely, as their lines are as long as the longest
constexpr double kTorn = 0.1;           // of the empty lines tear a sentence
constexpr double kFullShare = 0.85;     // of the longest line

bool is_blank(const TextLine& line) { return std::ranges::all_of(line.words, is_space); }

struct Pair {
  const TextLine* above = nullptr;
  const TextLine* below = nullptr;
  std::size_t blanks = 0;
};

std::vector<Pair> pairs_of(const std::vector<TextLine>& lines) {
  std::vector<Pair> pairs;
  const TextLine* above = nullptr;
  std::size_t blanks = 0;
  for (const TextLine& line : lines) {
    if (is_blank(line)) {
      ++blanks;
      continue;
    }
    if (above) pairs.push_back({above, &line, blanks});
    above = &line;
    blanks = 0;
  }
  return pairs;
}

// 生み育て、子育てに喜び / を感じる: the sentence surely goes on below.
bool tears_sentence(const Pair& pair) {
  if (ends_sentence(pair.above->words) || find_line_start(pair.below->words).any()) return false;
  const std::u32string above = trimmed(pair.above->words), below = trimmed(pair.below->words);
  // 内容の見直し may be a whole entry.
  return content::starts_midway(utf8(below)) || (above.back() != U'し' && content::ends_midway(utf8(above)));
}
// … or does so as the line was full.
bool may_tear_sentence(const Pair& pair, double longest_em) {
  if (tears_sentence(pair)) return true;
  if (ends_sentence(pair.above->words) || find_line_start(pair.below->words).any()) return false;
  return width_em(pair.above->words) >= kFullShare * longest_em;
}

}  // namespace

void take_out_idle_blanks(std::vector<TextLine>& lines) {
  const std::vector<Pair> pairs = pairs_of(lines);
  if (pairs.size() + 1 < kFewestLines) return;
  double longest_em = 0;
  std::size_t parted = 0, torn = 0, perhaps = 0;
  for (const Pair& pair : pairs) longest_em = std::max(longest_em, width_em(pair.above->words));
  for (const Pair& pair : pairs) {
    if (pair.blanks == 0) continue;
    ++parted;
    if (pair.blanks > 1) continue;
    torn += tears_sentence(pair) ? 1 : 0;
    perhaps += may_tear_sentence(pair, longest_em) ? 1 : 0;
  }
  const auto share = [](std::size_t part, std::size_t all) {
    return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(all, 1));
  };
  const bool tears = torn >= kFewestTorn || (torn > 0 && perhaps >= kFewestFull);
  if (share(parted, pairs.size()) < kEverywhere || !tears || share(perhaps, parted) < kTorn) return;
  std::vector<TextLine> kept;
  std::size_t blanks = 0;
  for (TextLine& line : lines) {
    const bool blank = is_blank(line);
    blanks = blank ? blanks + 1 : 0;
    // A page's beginning on an empty line is kept with the next.
    if (blank && blanks < 2 && !line.new_page) continue;
    kept.push_back(std::move(line));
  }
  lines = std::move(kept);
}

}  // namespace hub::report
