#include "report/draft/compare.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/parse/front_matter.h"
#include "report/parse/paragraphs.h"
#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr double kAlike = 0.5;  // of a sentence may differ, and it is still shown what it could have been
constexpr std::size_t kLongestCompared = 600;

// Without furigana, spaces and the marks for line breaks: ｜地域《ちいき》 is 地域.
std::u32string bare(std::u32string_view words) {
  std::u32string kept;
  bool in_ruby = false;
  for (const char32_t c : words) {
    if (c == U'《') in_ruby = true;
    const bool unseen = c == U'｜' || c == 0x2060 || c == 0x200B;
    if (!in_ruby && !unseen && !is_space(c)) kept.push_back(c);
    if (c == U'》') in_ruby = false;
  }
  return kept;
}

// The report as one string, with the place of each character.
struct Source {
  std::u32string words;
  std::vector<Place> places;

  void add(std::u32string_view line, Place place) {
    for (const char32_t c : line) {
      if (is_space(c)) continue;
      words.push_back(c);
      places.push_back(place);
    }
  }
  void part() {
    words.push_back(U'\n');
    places.push_back({});
  }
};

std::vector<std::u32string> sentences_of(std::u32string_view words) {
  std::vector<std::u32string> sentences;
  std::size_t from = 0;
  int depth = 0;  // a full stop in brackets ends no sentence
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == U'「' || words[i] == U'（' || words[i] == U'(') ++depth;
    if (words[i] == U'」' || words[i] == U'）' || words[i] == U')') --depth;
    if (words[i] != U'。' || depth > 0) continue;
    sentences.emplace_back(words.substr(from, i + 1 - from));
    from = i + 1;
  }
  if (from < words.size()) sentences.emplace_back(words.substr(from));
  return sentences;
}

struct Match {
  std::size_t begin = 0, end = 0, distance = 0;
};

// The part of `words` that is fewest changes away from `sentence` (Sellers' algorithm).
Match nearest(std::u32string_view sentence, std::u32string_view words) {
  struct Cell {
    std::size_t distance, begin;
  };
  std::vector<Cell> above(words.size() + 1), row(words.size() + 1);
  for (std::size_t j = 0; j <= words.size(); ++j) above[j] = {0, j};
  for (std::size_t i = 1; i <= sentence.size(); ++i) {
    row[0] = {i, 0};
    for (std::size_t j = 1; j <= words.size(); ++j) {
      const std::size_t other = sentence[i - 1] == words[j - 1] ? 0 : 1;
      row[j] = {above[j - 1].distance + other, above[j - 1].begin};
      if (above[j].distance + 1 < row[j].distance) row[j] = {above[j].distance + 1, above[j].begin};
      if (row[j - 1].distance + 1 < row[j].distance) row[j] = {row[j - 1].distance + 1, row[j - 1].begin};
    }
    std::swap(above, row);
  }
  Match best{0, 0, sentence.size() + 1};
  for (std::size_t j = 0; j <= words.size(); ++j) {
    if (above[j].distance < best.distance) best = {above[j].begin, j, above[j].distance};
  }
  return best;
}

// Both texts with what the other has not in 【】.
std::pair<std::string, std::string> marked(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::u32string of_a, of_b;
  bool in_a = false, in_b = false;
  const auto open = [](std::u32string& words, bool& inside, bool wanted) {
    if (inside != wanted) words.push_back(wanted ? U'【' : U'】');
    inside = wanted;
  };
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      open(of_a, in_a, false);
      open(of_b, in_b, false);
      of_a.push_back(a[i++]);
      of_b.push_back(b[j++]);
    } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
      open(of_a, in_a, true);
      of_a.push_back(a[i++]);
    } else {
      open(of_b, in_b, true);
      if (b[j] != U'\n') of_b.push_back(b[j]);
      ++j;
    }
  }
  open(of_a, in_a, false);
  open(of_b, in_b, false);
  return {utf8(of_a), utf8(of_b)};
}

class Checker {
 public:
  explicit Checker(const Document& source) {
    // As lines follow each other, and as paragraphs were put together: a sentence may run over a page's end.
    for (const Line& line : source.lines) as_lines_.add(line.words, line.place);
    for (const Paragraph& paragraph : find_paragraphs(source)) {
      as_paragraphs_.add(paragraph.words, paragraph.place);
      as_paragraphs_.part();
    }
  }

  void text(const content::Text& text, const std::string& pointer) {
    if (text.empty()) return;
    for (const std::u32string& sentence : sentences_of(bare(base::decode_utf8(text.japanese())))) {
      one(sentence, pointer);
    }
  }
  void texts(const std::vector<content::Text>& list, const std::string& pointer) {
    for (std::size_t i = 0; i < list.size(); ++i) text(list[i], pointer + "/" + std::to_string(i));
  }
  void items(const std::vector<content::Item>& list, const std::string& pointer) {
    for (std::size_t i = 0; i < list.size(); ++i) texts(list[i].text, pointer + "/" + std::to_string(i) + "/text");
  }
  std::vector<SentenceCheck> take() { return std::move(checks_); }

 private:
  void one(const std::u32string& sentence, const std::string& pointer) {
    SentenceCheck check;
    check.pointer = pointer;
    check.sentence = utf8(sentence);
    for (const Source* source : {&as_lines_, &as_paragraphs_}) {
      const std::size_t at = source->words.find(sentence);
      if (check.found || at == source->words.npos) continue;
      check.found = true;
      check.place = source->places[at];
    }
    if (!check.found && sentence.size() <= kLongestCompared) compare(sentence, check);
    checks_.push_back(std::move(check));
  }

  void compare(const std::u32string& sentence, SentenceCheck& check) const {
    const Match match = nearest(sentence, as_paragraphs_.words);
    if (static_cast<double>(match.distance) > kAlike * static_cast<double>(sentence.size())) return;
    std::tie(check.shown, check.published) =
        marked(sentence, as_paragraphs_.words.substr(match.begin, match.end - match.begin));
    check.place = as_paragraphs_.places[match.begin];
  }

  Source as_lines_;
  Source as_paragraphs_;
  std::vector<SentenceCheck> checks_;
};

}  // namespace

std::vector<SentenceCheck> check_against(const content::Report& report, const Document& source) {
  Checker checker(source);
  checker.text(report.title, "/title");
  checker.texts(report.implementers, "/implementers");
  checker.text(report.purpose, "/purpose");
  checker.texts(report.principles, "/principles");
  for (std::size_t i = 0; i < report.services.size(); ++i) {
    const std::string at = "/services/" + std::to_string(i);
    checker.text(report.services[i].description, at + "/description");
    checker.text(report.services[i].program, at + "/program");
  }
  checker.texts(report.evaluation_method, "/evaluationMethod");
  for (std::size_t i = 0; i < report.review.size(); ++i) {
    const std::string at = "/review/" + std::to_string(i);
    checker.text(report.review[i].goal, at + "/goal");
    checker.items(report.review[i].activities, at + "/activities");
    checker.items(report.review[i].outcomes, at + "/outcomes");
    checker.items(report.review[i].challenges, at + "/challenges");
  }
  for (std::size_t i = 0; i < report.goals.size(); ++i) {
    const std::string at = "/goals/" + std::to_string(i);
    checker.text(report.goals[i].goal, at + "/goal");
    checker.items(report.goals[i].activities, at + "/activities");
  }
  return checker.take();
}

Subject subject_of(const Document& source) {
  std::vector<Paragraph> paragraphs = find_paragraphs(source);
  const FrontMatter found = find_front_matter(paragraphs);
  return {utf8(found.ward), found.goal_year};
}

}  // namespace hub::report
