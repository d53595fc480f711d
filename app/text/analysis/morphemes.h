// MeCab with IPADIC: a Japanese text as morphemes.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hub::text {

// One morpheme and what IPADIC says about it, in its own terms (名詞, 接尾, 助数詞, 連用形); "*" where it says nothing.
struct Morpheme {
  std::size_t begin = 0;  // characters of the text
  std::size_t end = 0;
  bool known = true;         // false: MeCab cut it out by the kind of its letters
  std::string_view kind;     // 品詞
  std::string_view detail;   // 品詞細分類1
  std::string_view finer;    // 品詞細分類2
  std::string_view form;     // 活用形
  std::string_view base;     // 原形
  std::string_view reading;  // katakana; empty when IPADIC has none
};

class Morphemes {
 public:
  // Debian's IPADIC; is_open() is false when there is none in UTF-8.
  static Morphemes open();

  Morphemes();  // without a dictionary: finds nothing
  ~Morphemes();
  Morphemes(Morphemes&&) noexcept;
  Morphemes& operator=(Morphemes&&) noexcept;

  bool is_open() const;

  // The views are valid until the next call. Spaces are no morphemes.
  std::vector<Morpheme> split(std::u32string_view text) const;

  // Gives back the memory that the dictionary takes (31 MB of IPADIC); the next split() maps it again, in milliseconds.
  void rest() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hub::text
