// Words that are no longer any: letters that stand for others all through. Measured by which scripts meet inside words,
// not by which letters they are.
#pragma once

#include <cstddef>
#include <string_view>

namespace hub::report {

// Letters that stand right beside one of another script, and neither is of those that Japanese is written with (with
// Greek and Cyrillic): ๜తདࡰ. A line in one foreign language has none.
std::size_t garbled_letters(std::u32string_view words);

// Of a whole document.
class LetterCount {
 public:
  void add(std::u32string_view words);
  bool is_garbled() const;

 private:
  std::size_t characters_ = 0;  // that are seen
  std::size_t letters_ = 0;
  std::size_t garbled_ = 0;
  std::size_t lost_ = 0;
  std::size_t hiragana_ = 0;
  std::size_t katakana_ = 0;
  std::size_t lead_bytes_ = 0;  // 縺繧繝: how the first two bytes of kana in UTF-8 look in Shift_JIS
  std::size_t symbols_ = 0;     // of Latin-1 and Windows-1252: how bytes of Japanese look in them
  std::size_t questions_ = 0;   // ?: letters that an encoding did not have
};

}  // namespace hub::report
