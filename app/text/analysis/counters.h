// Counters (助数詞) and how a number sounds before them: さんぼん, いっさつ, よにん, ふたくみ.
// The sounds are those of NHK's 日本語発音アクセント新辞典, appendix 数詞・助数詞; where it gives two, its first.
#pragma once

#include <string>
#include <string_view>

#include "text/analysis/numbers.h"

namespace hub::text {

struct Counter {
  enum class Sound : std::uint8_t {
    plain,      // いちまい さんまい
    k,          // いっかい さんかい ろっかい じゅっかい
    k_voiced,   // さんがい, なんがい
    s,          // いっさつ はっさつ じゅっさつ
    s_voiced,   // さんぞく
    t,          // いってん はってん
    h_voiced,   // いっぽん さんぼん ろっぽん なんぼん
    h_plosive,  // いっぷん さんぷん よんぷん なんぷん
  };
  // How 4, 7 and 9 sound before it.
  enum class Digits : std::uint8_t {
    common,  // よん なな きゅう
    four,    // よ: よにん, よえん
    hours,   // よ しち く: よじ, しちじ, くじ
    months,  // し しち く: しがつ
    dozens,  // よん しち く: じゅうしちにち, じゅうくにち
  };
  std::u32string_view letters;
  std::u32string_view kana;
  Sound sound = Sound::plain;
  Digits digits = Digits::common;
  bool native = false;   // ひとくみ, ふたくみ
  bool is_time = false;  // what takes 前 and 後: みっかご, にねんまえ
};

// The longest counter that text[at] … begins with; null: none.
const Counter* counter_at(std::u32string_view text, std::size_t at);

struct CountedReading {
  std::u32string number;
  std::u32string counter;
  bool is_changed = false;  // the number is not read as it is by itself
};

// approximate: 1、2人 is いちににん, not ふたり.
CountedReading read_counted(const Number& number, const Counter& counter, bool approximate);

}  // namespace hub::text
