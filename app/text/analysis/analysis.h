// What a reader of Japanese sees in a text before it has a size: where lines may end and how its words are read.
// Stage 1 of text → analysis → breaks → lines → glyphs. Depends on the words alone, so it is made once per text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hub::text {

// How good it is to end a line at a place, worst first.
enum class Break : std::uint8_t {
  never,   // kinsoku forbids it (JLREQ 3.1.7, 3.1.8, 3.1.10): not even by force
  forced,  // inside a word that must not be split: only when the word alone is wider than the line
  strict,  // inside an ordinary word: ICU's strict mode allows it
  lean,    // between a word and what leans on it: コミュニケーション｜を, おたずね｜ください
  part,    // in a compound (関係｜機関), which stays whole as long as it fits; 準備を｜する, 進む｜よう
  seam,    // where a long compound comes apart first (子育て支援｜関係機関, 家庭向け｜講座)
  word,    // between two words of one phrase (必要が｜ある)
  close,   // between two phrases that belong together (支援の｜場, 目を｜向ける)
  phrase,  // between two phrases (文節)
  must,    // the text has a line feed here
};

// rule: of a number with its counter, a day of the week, a word that its neighbours decide: as sure as reviewed.
// dictionary: a guess that nobody has reviewed.
enum class ReadingSource : std::uint8_t { inline_markup, reviewed, rule, dictionary };

// Furigana over text[begin, end). Where it is shown the base never breaks.
struct Ruby {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::u32string reading;
  ReadingSource source = ReadingSource::dictionary;
};

struct Analysis {
  std::u32string text;  // what is drawn: without ruby markup, U+2060 and U+200B
  std::vector<Break>
      breaks;  // breaks[i]: a line may end before text[i]; size text.size() + 1, the first never, the last must
  std::vector<Ruby> ruby;  // ascending, never overlapping
  std::size_t hang = 0;  // this many characters at the head are a list mark (①, ・, １　): later lines start after it
  std::string language;  // BCP 47
};

// A word people have reviewed (content/common/readings.json): never split; read as `reading` unless that is empty.
struct ReviewedReading {
  std::string word;
  std::string reading;
};

enum class Dictionary : std::uint8_t { installed, none };

class Analyser {
 public:
  // Opens MeCab's dictionary. Without one the analyser still works (ICU's phrases, no dictionary readings).
  explicit Analyser(std::vector<ReviewedReading> words, Dictionary dictionary = Dictionary::installed);
  ~Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  bool has_dictionary() const;

  // language: BCP 47. Japanese (ja, ja-easy) goes through the dictionary, other languages through ICU alone.
  // Not for two threads at once.
  Analysis analyse(std::string_view utf8, std::string_view language) const;

  // When many texts have been analysed: gives the dictionary's memory back until the next Japanese text wants it.
  void rest() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hub::text
