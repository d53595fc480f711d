#include "content/model/continuation.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/characters.h"
#include "content/model/ruby.h"
#include "content/model/wording.h"

namespace hub::content {

namespace {

// What is said of every goal: how it is pursued, not what it is about.
constexpr std::u32string_view kOfEveryGoal[] = {U"取組", U"取り組", U"推進",   U"促進", U"強化", U"充実",
                                                U"継続", U"実施",   U"目指",   U"進め", U"図",   U"努め",
                                                U"行い", U"行う",   U"引き続", U"引続", U"一層", U"更"};
constexpr char32_t kGap = U'\0';  // where such a word stood
constexpr std::size_t kKanaOfAWord = 3;

bool is_hiragana(char32_t c) { return c >= U'ぁ' && c <= U'ゟ'; }

// The letters and numbers of a goal, as they are compared.
std::u32string letters_of(std::string_view goal) {
  std::u32string letters = fold(as_read(goal));
  std::erase_if(letters, [](char32_t c) { return !base::is_letter_or_number(c); });
  return letters;
}

// How often each character of its words stands in a goal that is not hiragana.
std::map<char32_t, int> word_characters(std::u32string letters) {
  for (const std::u32string_view word : kOfEveryGoal) {
    for (std::size_t at = 0; (at = letters.find(word, at)) != letters.npos;) letters.replace(at, word.size(), 1, kGap);
  }
  std::map<char32_t, int> counts;
  for (const char32_t c : letters) {
    if (!is_hiragana(c) && c != kGap && c != U'ー') ++counts[c];
  }
  return counts;
}

// A goal as it is compared with those of all other years.
struct Wording {
  explicit Wording(std::string_view goal)
      : letters(letters_of(goal)), pairs(pairs_of(letters)), words(word_characters(letters)) {}

  std::u32string letters;
  CharacterPairs pairs;
  std::map<char32_t, int> words;
};

bool has_half_of(const CharacterPairs& pairs, std::u32string_view kana) {
  std::size_t found = 0;
  for (std::size_t i = 0; i + 1 < kana.size(); ++i) {
    found += std::ranges::binary_search(pairs, std::pair(kana[i], kana[i + 1])) ? 1U : 0U;
  }
  return 2 * found >= kana.size() - 1;
}

bool loses_kana(std::u32string_view from, const CharacterPairs& to) {
  for (std::size_t begin = 0; begin < from.size();) {
    std::size_t end = begin;
    while (end < from.size() && is_hiragana(from[end])) ++end;
    const bool closes = end == from.size();
    if (!closes && end - begin >= kKanaOfAWord && !has_half_of(to, from.substr(begin, end - begin))) return true;
    begin = std::max(end, begin + 1);
  }
  return false;
}

bool loses_a_word(const Wording& from, const Wording& to) {
  const bool lost = std::ranges::any_of(from.words, [&](const auto& entry) {
    const auto found = to.words.find(entry.first);
    return found == to.words.end() || found->second < entry.second;
  });
  return lost || loses_kana(from.letters, to.pairs);
}

// The likeness of a goal to the one it continues; 0 when it does not.
double nearness(const Wording& before, const Wording& after) {
  const double alike = likeness(before.pairs, after.pairs);
  if (alike < kMinLikeness) return 0;
  return loses_a_word(before, after) && loses_a_word(after, before) ? 0 : alike;
}

using Goals = std::vector<const Text*>;
using Ties = std::vector<std::optional<std::size_t>>;  // of each later goal, the earlier one it continues

Ties ties_of(const std::vector<std::vector<double>>& near, std::size_t earlier_count) {
  Ties tied(near.size());
  for (std::size_t l = 0; l < near.size(); ++l) {
    for (std::size_t e = 0; e < earlier_count; ++e) {
      bool nearest = near[l][e] > 0;
      for (std::size_t other = 0; other < earlier_count; ++other) {
        nearest = nearest && (other == e || near[l][other] < near[l][e]);
      }
      for (std::size_t other = 0; other < near.size(); ++other) {
        nearest = nearest && (other == l || near[other][e] < near[l][e]);
      }
      if (nearest) tied[l] = e;
    }
  }
  return tied;
}

template <class Numbered>
Goals texts_of(const std::vector<Numbered>& goals) {
  Goals texts;
  for (const Numbered& one : goals) texts.push_back(&one.goal);
  return texts;
}

Goals goals_of(const std::vector<Report>& reports, int year) {
  if (const auto own = std::ranges::find(reports, year, &Report::goal_year); own != reports.end()) {
    return texts_of(own->goals);
  }
  const auto next = std::ranges::find(reports, year, &Report::review_year);
  return next == reports.end() ? Goals() : texts_of(next->review);
}

// Ties the goals of all years of a hub. Each goal is read once, and each pair of years compared once.
class Linker {
 public:
  explicit Linker(std::vector<Report>& reports) : reports_(reports) {}

  void look_back(Report& report) {
    Ties at;  // where each reviewed goal stands among `goals`
    for (std::size_t i = 0; i < report.review.size(); ++i) at.emplace_back(i);
    Goals goals = texts_of(report.review);
    for (int year = report.review_year - 1; !goals.empty(); --year) {
      Goals before = goals_of(reports_, year);
      const Ties& tied = year == report.review_year - 1 ? ties(before, goals) : ties_to_year_after(year, before, goals);
      for (std::size_t i = 0; i < report.review.size(); ++i) {
        if (at[i]) at[i] = tied[*at[i]];
        std::vector<EarlierGoal>& earlier = report.review[i].earlier;
        if (at[i]) earlier.insert(earlier.begin(), {year, *before[*at[i]]});
      }
      goals = std::move(before);
    }
  }

  void look_ahead(Report& report) {
    const Ties& tied = ties(texts_of(report.review), texts_of(report.goals));
    for (std::size_t i = 0; i < report.goals.size(); ++i) {
      if (tied[i]) report.review[*tied[i]].goes_on_as = report.goals[i].number;
    }
  }

 private:
  const Wording& wording(const Text& goal) {
    const auto known = wordings_.find(&goal);
    return known != wordings_.end() ? known->second : wordings_.emplace(&goal, goal.in("ja").words).first->second;
  }

  const Ties& ties(const Goals& earlier, const Goals& later) {
    std::vector<std::vector<double>> near(later.size(), std::vector<double>(earlier.size()));
    for (std::size_t l = 0; l < later.size(); ++l) {
      for (std::size_t e = 0; e < earlier.size(); ++e) near[l][e] = nearness(wording(*earlier[e]), wording(*later[l]));
    }
    return last_ = ties_of(near, earlier.size());
  }

  const Ties& ties_to_year_after(int year, const Goals& earlier, const Goals& later) {
    const auto known = by_year_.find(year);
    return known != by_year_.end() ? known->second : by_year_.emplace(year, ties(earlier, later)).first->second;
  }

  std::vector<Report>& reports_;
  std::map<const Text*, Wording> wordings_;
  std::map<int, Ties> by_year_;
  Ties last_;
};

}  // namespace

bool continues(std::string_view earlier, std::string_view later) {
  return nearness(Wording(earlier), Wording(later)) > 0;
}

void link_years(std::vector<Report>& reports) {
  for (Report& report : reports) {
    for (ReviewedGoal& goal : report.review) {
      goal.earlier.clear();
      goal.goes_on_as = 0;
    }
  }
  Linker linker(reports);
  for (Report& report : reports) {
    linker.look_back(report);
    linker.look_ahead(report);
  }
}

}  // namespace hub::content
