#include "text/analysis/counters.h"

#include <algorithm>
#include <array>
#include <optional>

namespace hub::text {

namespace {

using Sound = Counter::Sound;
using Digits = Counter::Digits;

constexpr std::array kCounters = {
    Counter{U"人", U"にん", Sound::plain, Digits::four},
    Counter{U"人前", U"にんまえ", Sound::plain, Digits::four},
    Counter{U"名", U"めい"},
    Counter{U"組", U"くみ", Sound::k, Digits::common, true},
    Counter{U"歳", U"さい", Sound::s, Digits::common, false, true},
    Counter{U"才", U"さい", Sound::s, Digits::common, false, true},
    Counter{U"つ", U"つ"},
    Counter{U"日", U"にち", Sound::plain, Digits::dozens, false, true},
    Counter{U"月", U"がつ", Sound::plain, Digits::months, false, true},
    Counter{U"か月", U"かげつ", Sound::k, Digits::common, false, true},
    Counter{U"カ月", U"かげつ", Sound::k, Digits::common, false, true},
    Counter{U"ヶ月", U"かげつ", Sound::k, Digits::common, false, true},
    Counter{U"ケ月", U"かげつ", Sound::k, Digits::common, false, true},
    Counter{U"ヵ月", U"かげつ", Sound::k, Digits::common, false, true},
    Counter{U"ゕ月", U"かげつ", Sound::k, Digits::common, false, true},
    Counter{U"箇月", U"かげつ", Sound::k, Digits::common, false, true},
    Counter{U"か所", U"かしょ", Sound::k},
    Counter{U"カ所", U"かしょ", Sound::k},
    Counter{U"ヶ所", U"かしょ", Sound::k},
    Counter{U"ケ所", U"かしょ", Sound::k},
    Counter{U"ヵ所", U"かしょ", Sound::k},
    Counter{U"箇所", U"かしょ", Sound::k},
    Counter{U"か国", U"かこく", Sound::k},
    Counter{U"カ国", U"かこく", Sound::k},
    Counter{U"ヶ国", U"かこく", Sound::k},
    Counter{U"ヵ国", U"かこく", Sound::k},
    Counter{U"か年", U"かねん", Sound::k},
    Counter{U"カ年", U"かねん", Sound::k},
    Counter{U"ヶ年", U"かねん", Sound::k},
    Counter{U"ヵ年", U"かねん", Sound::k},
    Counter{U"年", U"ねん", Sound::plain, Digits::four, false, true},
    Counter{U"年度", U"ねんど", Sound::plain, Digits::four, false, true},
    Counter{U"年生", U"ねんせい", Sound::plain, Digits::four},
    Counter{U"週", U"しゅう", Sound::s, Digits::common, false, true},
    Counter{U"週間", U"しゅうかん", Sound::s, Digits::common, false, true},
    Counter{U"周年", U"しゅうねん", Sound::s},
    Counter{U"周", U"しゅう", Sound::s},
    Counter{U"時", U"じ", Sound::plain, Digits::hours, false, true},
    Counter{U"時間", U"じかん", Sound::plain, Digits::hours, false, true},
    Counter{U"分", U"ふん", Sound::h_plosive, Digits::common, false, true},
    Counter{U"秒", U"びょう", Sound::plain, Digits::common, false, true},
    Counter{U"晩", U"ばん", Sound::plain, Digits::common, true},
    Counter{U"泊", U"はく", Sound::h_plosive},
    Counter{U"円", U"えん", Sound::plain, Digits::four},
    Counter{U"割", U"わり"},
    Counter{U"倍", U"ばい"},
    Counter{U"回", U"かい", Sound::k, Digits::common, false, true},
    Counter{U"度", U"ど"},
    Counter{U"件", U"けん", Sound::k},
    Counter{U"個", U"こ", Sound::k},
    Counter{U"冊", U"さつ", Sound::s},
    Counter{U"本", U"ほん", Sound::h_voiced},
    Counter{U"匹", U"ひき", Sound::h_voiced},
    Counter{U"杯", U"はい", Sound::h_voiced},
    Counter{U"票", U"ひょう", Sound::h_voiced},
    Counter{U"歩", U"ほ", Sound::h_plosive},
    Counter{U"班", U"はん", Sound::h_plosive},
    Counter{U"箱", U"はこ", Sound::h_plosive, Digits::common, true},
    Counter{U"袋", U"ふくろ", Sound::plain, Digits::common, true},
    Counter{U"皿", U"さら", Sound::plain, Digits::common, true},
    Counter{U"束", U"たば", Sound::plain, Digits::common, true},
    Counter{U"粒", U"つぶ", Sound::plain, Digits::common, true},
    Counter{U"口", U"くち", Sound::plain, Digits::common, true},
    Counter{U"言", U"こと", Sound::plain, Digits::common, true},
    Counter{U"部屋", U"へや", Sound::plain, Digits::common, true},
    Counter{U"通り", U"とおり", Sound::t, Digits::common, true},
    Counter{U"階", U"かい", Sound::k_voiced},
    Counter{U"軒", U"けん", Sound::k_voiced},
    Counter{U"枚", U"まい"},
    Counter{U"台", U"だい"},
    Counter{U"番", U"ばん"},
    Counter{U"号", U"ごう"},
    Counter{U"部", U"ぶ"},
    Counter{U"面", U"めん"},
    Counter{U"問", U"もん"},
    Counter{U"位", U"い"},
    Counter{U"次", U"じ"},
    Counter{U"段", U"だん"},
    Counter{U"代", U"だい"},
    Counter{U"園", U"えん"},
    Counter{U"行", U"ぎょう"},
    Counter{U"列", U"れつ"},
    Counter{U"例", U"れい"},
    Counter{U"棟", U"とう", Sound::t},
    Counter{U"話", U"わ"},
    Counter{U"羽", U"わ"},
    Counter{U"膳", U"ぜん"},
    Counter{U"畳", U"じょう", Sound::plain, Digits::four},
    Counter{U"便", U"びん"},
    Counter{U"両", U"りょう"},
    Counter{U"戸", U"こ", Sound::k},
    Counter{U"区", U"く"},
    Counter{U"級", U"きゅう", Sound::k},
    Counter{U"曲", U"きょく", Sound::k},
    Counter{U"期", U"き", Sound::k},
    Counter{U"校", U"こう", Sound::k},
    Counter{U"巻", U"かん", Sound::k},
    Counter{U"缶", U"かん", Sound::k},
    Counter{U"機", U"き", Sound::k},
    Counter{U"脚", U"きゃく", Sound::k},
    Counter{U"項目", U"こうもく", Sound::k},
    Counter{U"種類", U"しゅるい", Sound::s},
    Counter{U"種", U"しゅ", Sound::s},
    Counter{U"世帯", U"せたい", Sound::s},
    Counter{U"世代", U"せだい", Sound::s},
    Counter{U"世紀", U"せいき", Sound::s},
    Counter{U"社", U"しゃ", Sound::s},
    Counter{U"食", U"しょく", Sound::s},
    Counter{U"色", U"しょく", Sound::s},
    Counter{U"席", U"せき", Sound::s},
    Counter{U"章", U"しょう", Sound::s},
    Counter{U"足", U"そく", Sound::s_voiced},
    Counter{U"通", U"つう", Sound::t},
    Counter{U"点", U"てん", Sound::t},
    Counter{U"頭", U"とう", Sound::t},
    Counter{U"着", U"ちゃく", Sound::t},
    Counter{U"店", U"てん", Sound::t},
    Counter{U"滴", U"てき", Sound::t},
    Counter{U"丁目", U"ちょうめ", Sound::t},
};

// Pairs with a reading of their own.
struct Pair {
  std::u32string_view counter;
  std::uint64_t value;
  std::u32string_view number;
  std::u32string_view kana;  // of the counter
};
constexpr std::array kPairs = {
    Pair{U"人", 1, U"ひと", U"り"},        Pair{U"人", 2, U"ふた", U"り"},   Pair{U"日", 1, U"つい", U"たち"},
    Pair{U"日", 2, U"ふつ", U"か"},        Pair{U"日", 3, U"みっ", U"か"},   Pair{U"日", 4, U"よっ", U"か"},
    Pair{U"日", 5, U"いつ", U"か"},        Pair{U"日", 6, U"むい", U"か"},   Pair{U"日", 7, U"なの", U"か"},
    Pair{U"日", 8, U"よう", U"か"},        Pair{U"日", 9, U"ここの", U"か"}, Pair{U"日", 10, U"とお", U"か"},
    Pair{U"日", 14, U"じゅうよっ", U"か"}, Pair{U"日", 20, U"はつ", U"か"},  Pair{U"日", 24, U"にじゅうよっ", U"か"},
    Pair{U"歳", 20, U"はた", U"ち"},       Pair{U"才", 20, U"はた", U"ち"},  Pair{U"つ", 1, U"ひと", U"つ"},
    Pair{U"つ", 2, U"ふた", U"つ"},        Pair{U"つ", 3, U"みっ", U"つ"},   Pair{U"つ", 4, U"よっ", U"つ"},
    Pair{U"つ", 5, U"いつ", U"つ"},        Pair{U"つ", 6, U"むっ", U"つ"},   Pair{U"つ", 7, U"なな", U"つ"},
    Pair{U"つ", 8, U"やっ", U"つ"},        Pair{U"つ", 9, U"ここの", U"つ"}, Pair{U"箱", 3, U"さん", U"ぱこ"},
    Pair{U"色", 7, U"なな", U"いろ"},
};

std::optional<CountedReading> of_its_own(const Number& number, const Counter& counter) {
  for (const Pair& pair : kPairs) {
    if (counter.letters == pair.counter && number.is(pair.value)) {
      return CountedReading{std::u32string(pair.number), std::u32string(pair.kana), pair.number != number.reading};
    }
  }
  if (!counter.native) return std::nullopt;
  if (number.is(1)) return CountedReading{U"ひと", std::u32string(counter.kana), true};
  if (number.is(2)) return CountedReading{U"ふた", std::u32string(counter.kana), true};
  return std::nullopt;
}

void replace_tail(std::u32string_view tail, std::u32string_view by, std::u32string& reading) {
  if (!reading.ends_with(tail)) return;
  reading.resize(reading.size() - tail.size());
  reading += by;
}

void choose_digits(Digits digits, std::uint64_t last, std::u32string& reading) {
  if (digits == Digits::common) return;
  if (last == 4 && digits != Digits::dozens) replace_tail(U"よん", digits == Digits::months ? U"し" : U"よ", reading);
  if (digits == Digits::four) return;
  if (last == 7) replace_tail(U"なな", U"しち", reading);
  if (last == 9) replace_tail(U"きゅう", U"く", reading);
}

bool is_h(Sound sound) { return sound == Sound::h_voiced || sound == Sound::h_plosive; }
bool is_k(Sound sound) { return sound == Sound::k || sound == Sound::k_voiced; }

// いっ, ろっ, はっ, じゅっ, ひゃっ before what sounds so. Whether it did.
bool double_consonant(Sound sound, std::uint64_t last, std::u32string& reading) {
  if (sound == Sound::plain) return false;
  const std::size_t length = reading.size();
  const bool k_or_h = is_k(sound) || is_h(sound);
  if (last == 1 || last == 8 || last == 10 || (last == 6 && k_or_h) || (last == 100 && k_or_h)) {
    reading.resize(length - 1);
    reading += U'っ';
    return true;
  }
  return false;
}

char32_t voiced(char32_t kana) { return kana + 1; }  // か が, さ ざ, は ば: next to each other in Unicode
char32_t plosive(char32_t kana) { return kana + 2; }

void change_onset(Sound sound, const Number& number, bool doubled, std::u32string& counter) {
  const bool is_what = number.kind == Number::Kind::what && number.last == 0;
  const bool after_n = number.last == 3 || is_what;
  const bool after_sen = number.last == 1000 || number.last == 10000;
  switch (sound) {
    case Sound::k_voiced:
    case Sound::s_voiced:
      if (after_n) counter.front() = voiced(counter.front());
      return;
    case Sound::h_voiced:
      if (doubled) counter.front() = plosive(counter.front());
      if (after_n || after_sen) counter.front() = voiced(counter.front());
      return;
    case Sound::h_plosive:
      if (doubled || after_n || after_sen || number.last == 4) counter.front() = plosive(counter.front());
      return;
    case Sound::plain:
    case Sound::k:
    case Sound::s:
    case Sound::t:
      return;
  }
}

}  // namespace

const Counter* counter_at(std::u32string_view text, std::size_t at) {
  const Counter* longest = nullptr;
  for (const Counter& counter : kCounters) {
    const bool longer = longest == nullptr || counter.letters.size() > longest->letters.size();
    if (longer && text.substr(at).starts_with(counter.letters)) longest = &counter;
  }
  return longest;
}

CountedReading read_counted(const Number& number, const Counter& counter, bool approximate) {
  if (!approximate) {
    if (auto own = of_its_own(number, counter)) return *std::move(own);
  }
  CountedReading read{number.reading, std::u32string(counter.kana), false};
  choose_digits(counter.digits, number.last, read.number);
  const bool doubled = !read.number.empty() && double_consonant(counter.sound, number.last, read.number);
  change_onset(counter.sound, number, doubled, read.counter);
  read.is_changed = read.number != number.reading;
  return read;
}

}  // namespace hub::text
