#include "text/analysis/context_readings.h"

#include <algorithm>
#include <array>

namespace hub::text {

namespace {

using Reading = std::optional<ContextReading>;

template <std::size_t N>
bool is_one_of(std::u32string_view word, const std::array<std::u32string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A word and its neighbours. What a sign or a space parts from it is no neighbour.
class Context {
 public:
  Context(const std::vector<Word>& words, std::size_t at) : words_(words), at_(at) {}

  const Word& word() const { return words_[at_]; }
  // The nth word before or after it; null where there is none that touches.
  const Word* before(std::size_t n = 1) const {
    if (n > at_) return nullptr;
    for (std::size_t i = at_; i-- > at_ - n;) {
      if (words_[i].morpheme.end != words_[i + 1].morpheme.begin || words_[i].is_sign()) return nullptr;
    }
    return &words_[at_ - n];
  }
  const Word* after(std::size_t n = 1) const {
    if (at_ + n >= words_.size()) return nullptr;
    for (std::size_t i = at_ + 1; i <= at_ + n; ++i) {
      if (words_[i - 1].morpheme.end != words_[i].morpheme.begin || words_[i].is_sign()) return nullptr;
    }
    return &words_[at_ + n];
  }
  bool before_is(std::u32string_view surface) const { return before() != nullptr && before()->says(surface); }
  bool after_is(std::u32string_view surface) const { return after() != nullptr && after()->says(surface); }
  char32_t next_letter() const { return after() != nullptr ? after()->surface.front() : U'\0'; }

  // ご希望＋の, 休む＋間, 終わった＋後
  bool after_no() const { return before_is(U"の") && before()->is("助詞"); }
  bool after_clause() const {
    if (before() == nullptr) return false;
    const bool inflected = before()->is("動詞") || before()->is("形容詞") || before()->is("助動詞");
    return inflected && (before()->morpheme.form == "基本形" || before()->morpheme.form == "体言接続");
  }
  bool after_this() const {
    constexpr std::array<std::u32string_view, 4> kThis = {U"この", U"その", U"あの", U"どの"};
    return before() != nullptr && is_one_of(before()->surface, kThis);
  }
  bool after_noun() const {
    return before() != nullptr && before()->is_noun() && !before()->is_number() && !before()->is_sign();
  }
  bool starts() const { return before() == nullptr || before()->is("助詞") || before()->is("連体詞"); }

 private:
  const std::vector<Word>& words_;
  std::size_t at_;
};

Reading sure(std::u32string_view reading) { return ContextReading{reading, true}; }
Reading guess(std::u32string_view reading) { return ContextReading{reading, false}; }

// が早い, がずっといい: what is compared.
bool is_compared(const Context& context) {
  if (!context.after_is(U"が")) return false;
  const Word* said = context.after(2);
  if (said != nullptr && said->is("副詞")) said = context.after(3);
  if (said == nullptr) return false;
  constexpr std::array<std::u32string_view, 12> kBetter = {U"楽",   U"便利", U"安全", U"簡単", U"静か", U"確実",
                                                           U"好き", U"得",   U"お得", U"自然", U"大切", U"まし"};
  constexpr std::array<std::string_view, 3> kOfPeople = {"多い", "少ない", "ない"};
  if (is_one_of(said->surface, kBetter)) return true;
  return said->is("形容詞") && std::find(kOfPeople.begin(), kOfPeople.end(), said->morpheme.base) == kOfPeople.end();
}

// 利用者の, 妊娠中の, お住まいの: who.
bool is_person(const Word& word) {
  return holds(word.surface.back(), U"者様員親生人児婦夫母父民士師中婚齢産娠籍族子達") || word.is("名詞", "サ変接続");
}

bool is_direction(std::u32string_view word) {
  constexpr std::array<std::u32string_view, 22> kDirections = {
      U"右", U"左", U"上", U"下",     U"前",     U"後",     U"後ろ",   U"奥",     U"手前",   U"横",   U"北",
      U"南", U"東", U"西", U"こちら", U"そちら", U"あちら", U"どちら", U"こっち", U"そっち", U"遠く", U"隣"};
  return is_one_of(word, kDirections);
}

bool is_place(std::u32string_view word) {
  constexpr std::u32string_view kEndings = U"駅院園校館海山川窓口町街道段関門店場所室";
  return holds(word.back(), kEndings);
}

// かた: a person, a way. ほう: a side, one of two.
Reading way_or_side(const Context& context) {
  if (context.before() == nullptr) return sure(U"かた");
  if (context.after_no()) {
    const Word* head = context.before(2);
    if (head == nullptr) return sure(U"かた");
    if (is_direction(head->surface)) return sure(U"ほう");
    if (is_compared(context) && !is_person(*head)) return sure(U"ほう");
    const Word* next = context.after(2);
    const bool towards = context.after_is(U"へ") && (next == nullptr || !next->says(U"の"));
    if (towards && is_place(head->surface)) return sure(U"ほう");
    return is_place(head->surface) && !head->says(U"近所") ? guess(U"かた") : sure(U"かた");
  }
  if (context.after_this()) return sure(is_compared(context) ? U"ほう" : U"かた");
  if (context.after_clause()) {
    constexpr std::array<std::u32string_view, 16> kSizes = {U"大きい", U"小さい", U"長い", U"短い", U"高い", U"低い",
                                                            U"安い",   U"早い",   U"遅い", U"広い", U"狭い", U"近い",
                                                            U"遠い",   U"新しい", U"古い", U"いい"};
    return sure(is_compared(context) || is_one_of(context.before()->surface, kSizes) ? U"ほう" : U"かた");
  }
  if (context.before()->is("動詞")) return sure(U"かた");  // 進め方
  if (context.after_noun() && is_person(*context.before())) return sure(U"がた");
  return std::nullopt;
}

Reading between(const Context& context) {
  if (context.word().says(U"この間")) return sure(U"このあいだ");
  if (context.word().says(U"その間")) return sure(U"そのあいだ");
  if (context.after_no())
    return sure(context.before(2) != nullptr && context.before(2)->says(U"つか") ? U"ま" : U"あいだ");
  const bool worn = context.before_is(U"という") || context.before_is(U"知らぬ");
  if (worn) return sure(U"ま");
  if (context.after_clause() || context.after_this()) return sure(U"あいだ");
  if (context.after_noun()) return sure(U"かん");
  return std::nullopt;
}

Reading within(const Context& context) {
  if (context.after_no() || context.after_clause() || context.after_this() || context.starts()) return sure(U"なか");
  if (!context.after_noun()) return std::nullopt;
  if (context.before_is(U"夜")) return sure(U"なか");
  constexpr std::array<std::u32string_view, 15> kThroughout = {U"世界", U"日本", U"家", U"町",   U"街",
                                                               U"国",   U"部屋", U"体", U"今日", U"明日",
                                                               U"今年", U"一晩", U"村", U"顔",   U"学校"};
  return sure(is_one_of(context.before()->surface, kThroughout) ? U"じゅう" : U"ちゅう");
}

Reading after_what(const Context& context) {
  if (context.after_no() || context.after_clause() || context.after_this()) return sure(U"あと");
  if (context.before() == nullptr && holds(context.next_letter(), U"でにはからのも")) return sure(U"あと");
  return context.after_noun() ? sure(U"ご") : Reading();
}

Reading above(const Context& context) {
  return context.after_no() || context.after_clause() || context.starts() ? sure(U"うえ") : Reading();
}

Reading below(const Context& context) {
  constexpr std::array<std::u32string_view, 8> kUnder = {U"指導", U"支援", U"管理", U"監督",
                                                         U"理念", U"協力", U"条件", U"方針"};
  const bool led = context.after_no() && context.before(2) != nullptr && is_one_of(context.before(2)->surface, kUnder);
  if (led) return sure(U"もと");
  return context.after_no() || context.starts() ? sure(U"した") : Reading();
}

// なん before t, d and n: 何と, 何で, 何の; but 何に.
Reading what(const Context& context) {
  const char32_t next = context.next_letter();
  if (holds(next, U"とてでだなのら")) return sure(U"なん");
  constexpr std::array<std::u32string_view, 3> kCounted = {U"曜日", U"曜", U"年度"};
  if (context.after() != nullptr && is_one_of(context.after()->surface, kCounted)) return sure(U"なん");
  return sure(U"なに");
}

Reading other(const Context& context) {
  if (context.after_no() || context.after_this()) return sure(U"ほか");
  const Word* next = context.after();
  if (next == nullptr || next->is("助詞") || next->is("助動詞")) return sure(U"ほか");
  return std::nullopt;
}

Reading person(const Context& context) {
  if (context.after_noun() && context.word().is("名詞", "接尾")) return std::nullopt;  // 外国人, 管理人
  return context.starts() || context.after_clause() ? sure(U"ひと") : Reading();
}

// ひらく: somebody opens it, or a meeting opens. あく: it is open.
Reading open(const std::vector<Word>& words, std::size_t at) {
  const std::u32string_view surface = words[at].surface;
  if (surface.size() != 2) return std::nullopt;
  constexpr std::array<std::u32string_view, 5> kOpens = {U"開く", U"開き", U"開い", U"開か", U"開こ"};
  constexpr std::array<std::u32string_view, 5> kHiraku = {U"ひらく", U"ひらき", U"ひらい", U"ひらか", U"ひらこ"};
  constexpr std::array<std::u32string_view, 5> kAku = {U"あく", U"あき", U"あい", U"あか", U"あこ"};
  const auto form = static_cast<std::size_t>(std::find(kOpens.begin(), kOpens.end(), surface) - kOpens.begin());
  if (form == kOpens.size()) return std::nullopt;
  if (at + 1 < words.size() && words[at + 1].is("動詞", "接尾")) return sure(kHiraku[form]);
  constexpr std::u32string_view kMeetings = U"会室座祭式展談";
  // 開いている講座
  for (std::size_t i = at + 1; i < std::min(at + 5, words.size()) && !words[i].is_sign(); ++i) {
    const bool described = words[i - 1].morpheme.form == "基本形" && words[i].is_noun();
    if (described && holds(words[i].surface.back(), kMeetings)) return sure(kHiraku[form]);
  }
  for (std::size_t i = at; i-- > 0 && !words[i].ends_sentence_part() && !words[i].is("動詞", "自立");) {
    if (words[i].says(U"を")) return sure(kHiraku[form]);
    const bool is_subject = words[i].says(U"が") || words[i].says(U"は") || words[i].says(U"も");
    if (!is_subject || !words[i].is("助詞") || i == 0) continue;
    return sure(holds(words[i - 1].surface.back(), kMeetings) ? kHiraku[form] : kAku[form]);
  }
  return guess(kAku[form]);
}

// はいる: 入る without を. いる is left in words that the dictionary knows whole (気に入る).
Reading enter(const Word& word) {
  constexpr std::array<std::u32string_view, 5> kForms = {U"入る", U"入り", U"入っ", U"入ら", U"入ろ"};
  constexpr std::array<std::u32string_view, 5> kRead = {U"はいる", U"はいり", U"はいっ", U"はいら", U"はいろ"};
  const auto form = static_cast<std::size_t>(std::find(kForms.begin(), kForms.end(), word.surface) - kForms.begin());
  return form < kForms.size() ? sure(kRead[form]) : Reading();
}

// 年中 beside 年長 and 年少 is a class of a nursery.
Reading all_year(const std::vector<Word>& words, std::size_t at) {
  constexpr std::array<std::u32string_view, 4> kClass = {U"組", U"さん", U"児", U"クラス"};
  if (at + 1 < words.size() && is_one_of(words[at + 1].surface, kClass)) return sure(U"ねんちゅう");
  for (const std::size_t other : {at - 2, at + 2}) {
    const bool beside = other < words.size() && (words[other].says(U"年長") || words[other].says(U"年少"));
    if (beside) return sure(U"ねんちゅう");
  }
  return sure(U"ねんじゅう");
}

// In everyday speech, which is what a lobby speaks; and the days, which the dictionary reads right.
struct Everyday {
  std::u32string_view word;
  std::u32string_view reading;
};
constexpr std::array kEveryday = {
    Everyday{U"日本", U"にほん"},       Everyday{U"今日", U"きょう"},       Everyday{U"明日", U"あした"},
    Everyday{U"昨日", U"きのう"},       Everyday{U"今年", U"ことし"},       Everyday{U"一昨日", U"おととい"},
    Everyday{U"明後日", U"あさって"},   Everyday{U"今朝", U"けさ"},         Everyday{U"毎週", U"まいしゅう"},
    Everyday{U"毎月", U"まいつき"},     Everyday{U"毎年", U"まいとし"},     Everyday{U"毎日", U"まいにち"},
    Everyday{U"平日", U"へいじつ"},     Everyday{U"休日", U"きゅうじつ"},   Everyday{U"祝日", U"しゅくじつ"},
    Everyday{U"土日", U"どにち"},       Everyday{U"午前", U"ごぜん"},       Everyday{U"午後", U"ごご"},
    Everyday{U"夜中", U"よなか"},       Everyday{U"大人", U"おとな"},       Everyday{U"上手", U"じょうず"},
    Everyday{U"下手", U"へた"},         Everyday{U"一緒", U"いっしょ"},     Everyday{U"一部", U"いちぶ"},
    Everyday{U"一番", U"いちばん"},     Everyday{U"その他", U"そのた"},     Everyday{U"二人三脚", U"ににんさんきゃく"},
    Everyday{U"月曜日", U"げつようび"}, Everyday{U"月曜", U"げつよう"},     Everyday{U"火曜日", U"かようび"},
    Everyday{U"火曜", U"かよう"},       Everyday{U"水曜日", U"すいようび"}, Everyday{U"水曜", U"すいよう"},
    Everyday{U"木曜日", U"もくようび"}, Everyday{U"木曜", U"もくよう"},     Everyday{U"金曜日", U"きんようび"},
    Everyday{U"金曜", U"きんよう"},     Everyday{U"土曜日", U"どようび"},   Everyday{U"土曜", U"どよう"},
    Everyday{U"日曜日", U"にちようび"}, Everyday{U"日曜", U"にちよう"},
};

Reading everyday(const Context& context) {
  if (context.word().says(U"一昨年")) return sure(context.after_is(U"度") ? U"いっさくねん" : U"おととし");
  for (const Everyday& one : kEveryday) {
    if (context.word().says(one.word)) return sure(one.reading);
  }
  return std::nullopt;
}

// 雨の日, 来る日: ひ. 日中 begins with にっ.
Reading day(const Context& context) {
  if (!context.starts() && !context.after_clause()) return std::nullopt;
  if (context.after_is(U"中")) return sure(U"にっ");
  const Word* next = context.after();
  return next == nullptr || next->is("助詞") || next->is("助動詞") ? sure(U"ひ") : Reading();
}

Reading of_one_letter(const Context& context) {
  switch (context.word().surface.front()) {
    case U'方':
      return way_or_side(context);
    case U'間':
      return between(context);
    case U'中':
      return within(context);
    case U'後':
      return after_what(context);
    case U'上':
      return above(context);
    case U'下':
      return below(context);
    case U'何':
      return what(context);
    case U'他':
      return other(context);
    case U'人':
      return person(context);
    case U'土':
      return context.after() != nullptr && context.after()->is("助詞") ? sure(U"つち") : Reading();
    case U'日':
      return day(context);
    case U'家':
      if (context.before_is(U"お")) return sure(U"うち");
      return context.starts() ? sure(U"いえ") : Reading();
    case U'夜':
      return context.after_is(U"中") ? sure(U"よ") : Reading();
    case U'第':
      return context.word().is("接頭詞") ? sure(U"だい") : Reading();
    case U'私':
      return sure(U"わたし");
    default:
      return std::nullopt;
  }
}

}  // namespace

Reading reading_by_context(const std::vector<Word>& words, std::size_t at) {
  const Context context(words, at);
  const Word& word = context.word();
  if (word.surface.size() == 1) return of_one_letter(context);
  if (word.says(U"この間") || word.says(U"その間")) return between(context);
  if (word.says(U"年中")) return all_year(words, at);
  if (word.is("動詞") && word.morpheme.base == "開く") return open(words, at);
  if (word.is("動詞", "自立") && word.morpheme.base == "入る") return enter(word);
  return everyday(context);
}

}  // namespace hub::text
