// What else than ①②③ marks the entries of a list: ア イ, (ア), ⑴, ⅰ, a), ❶, ㊀, 1-1, and @ A B where the first byte of
// ①②③ was lost. One of them alone is none: アンケート begins with ア. Whether they follow each other is
// parse/list_marks.
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>
#include <vector>

namespace hub::report {

struct ListMarkStyle {
  enum class Letters {
    kana,         // ア イ ウ
    iroha,        // イ ロ ハ
    roman,        // Ⅰ, I
    small_roman,  // ⅰ, i
    latin,        // A
    small_latin,  // a
    kanji,        // 一
    digits,       // [1], ⒈
    parts,        // 1-1: the second of them counts
    circled,      // ❶, ㋐ and all that is one character
    dash,         // －, which counts nothing
    lost_byte,    // @ A B: what is left of ①②③ in Shift_JIS when the byte 0x87 is gone
  };
  enum class Form { bare, point, closed, bracketed, enclosed };  // ア , ア． ア） （ア） ㋐
  Letters letters = Letters::kana;
  Form form = Form::bare;
  // NOLINTNEXTLINE(modernize-use-nullptr): it takes the 0 of what the compiler writes for a pointer
  auto operator<=>(const ListMarkStyle&) const = default;
};

struct ListMark {
  ListMarkStyle style = {};
  std::vector<int> values = {};  // ascending; more than one: ア・イ. Empty: a dash
  std::size_t length = 0;        // in characters, with the spaces behind it
  bool weak = false;             // it may as well begin the word behind it: AＳＮＳ
};

// Whatever the words at `at` may begin with; several where a letter is of several alphabets.
std::vector<ListMark> list_marks_at(std::u32string_view words, std::size_t at);

}  // namespace hub::report
