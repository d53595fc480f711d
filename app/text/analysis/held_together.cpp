#include "text/analysis/held_together.h"

#include <algorithm>

#include "text/analysis/characters.h"
#include "text/analysis/word.h"

namespace hub::text {

namespace {

constexpr std::u32string_view kRangeSigns = U"～〜–";

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_circled(char32_t c) { return (c >= U'①' && c <= U'⑳') || (c >= U'㉑' && c <= U'㉟'); }

class Holder {
 public:
  Holder(std::u32string_view text, const std::vector<RuledReading>& ruled, std::vector<Break>& breaks)
      : text_(text), ruled_(ruled), breaks_(breaks) {}

  void hold() {
    hold_ruled();
    for (std::size_t at = 1; at < text_.size(); ++at) {
      hold_bracket(at);
      hold_range(at);
      hold_hyphen(at);
      // 重点目標①②: the marks belong to what is before them.
      if (is_circled(text_[at]) && !is_space(text_[at - 1])) lower(Break::strict, at);
    }
    for (std::size_t at = 0; at < text_.size();) at = hold_address(at);
  }

 private:
  void lower(Break to, std::size_t at) {
    if (breaks_[at] != Break::must) breaks_[at] = std::min(breaks_[at], to);
  }
  char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }

  void hold_ruled() {
    for (std::size_t i = 0; i < ruled_.size(); ++i) {
      const RuledReading& one = ruled_[i];
      for (std::size_t at = one.begin + 1; at < one.end; ++at) {
        lower(is_digit(text_[at - 1]) ? Break::forced : Break::strict, at);
      }
      // 4月1日, 9時30分, 5丁目4番13号
      const bool goes_on = i + 1 < ruled_.size() && ruled_[i + 1].begin == one.end;
      if (goes_on && holds(text_[one.end - 1], U"月時分目番")) lower(Break::forced, one.end);
      lean_on(one.end);
      // 令和6年度｜重点目標, 第3回｜子育て講座
      const std::u32string_view before = text_.substr(0, one.end);
      const bool leads = (before.ends_with(U"年度") || before.ends_with(U"回")) && at(one.end) != U'午';
      if (leads && one.end < text_.size() && breaks_[one.end] == Break::part) breaks_[one.end] = Break::word;
    }
  }

  // 3人｜まで, （月）｜から: no line begins with how far or whence.
  void lean_on(std::size_t end) {
    if (end >= text_.size() || breaks_[end] != Break::part) return;
    const std::u32string_view after = text_.substr(end);
    if (after.starts_with(U"から") || after.starts_with(U"まで") || after.starts_with(U"より")) {
      breaks_[end] = Break::lean;
    }
  }

  bool is_ruled(std::size_t begin, std::size_t end) const {
    const auto first = std::partition_point(ruled_.begin(), ruled_.end(),
                                            [begin](const RuledReading& one) { return one.begin < begin; });
    return first != ruled_.end() && first->begin == begin && first->end == end;
  }

  // 12月24日（火）, 500円（税込）. A word in hiragana before it (で（仮）) is not what it says more about.
  void hold_bracket(std::size_t open) {
    constexpr std::size_t kShort = 4;  // characters inside
    if (!holds(text_[open], U"（(")) return;
    const std::size_t close = text_.find_first_of(U"）)\n", open + 1);
    if (close == std::u32string_view::npos || text_[close] == U'\n') return;
    const bool is_day = is_ruled(open + 1, close);
    if (!is_day && close - open - 1 > kShort) return;
    for (std::size_t at = open + 1; at <= close; ++at) lower(Break::strict, at);
    lean_on(close + 1);
    const char32_t before = text_[open - 1];
    if (is_digit(before) && is_digit(at(close + 1))) {  // 045（222）1209
      lower(Break::forced, open);
      lower(Break::forced, close + 1);
    } else if (is_day) {
      lower(Break::forced, open);
    } else if (is_kanji(before) || is_katakana(before) || is_western(before)) {
      lower(Break::lean, open);
    }
  }

  // 9時30分〜16時 comes apart after the sign, where nothing else helps; 9:30〜16:00 and 0～1歳 do not.
  void hold_range(std::size_t at) {
    if (at < 2 || !is_digit(text_[at])) return;
    const char32_t before = text_[at - 2];
    if (holds(text_[at - 1], U":：") && is_digit(before)) lower(Break::forced, at);
    const bool counted = is_kanji(before) || holds(before, U"）)");
    if (holds(text_[at - 1], kRangeSigns) && counted && breaks_[at] != Break::must) breaks_[at] = Break::part;
  }

  // 045-222-1209 comes apart after a hyphen, where nothing else helps; 〒245 does not.
  void hold_hyphen(std::size_t at) {
    if (text_[at - 1] == U'〒') lower(Break::never, at);
    if (at < 2 || !is_digit(text_[at]) || !holds(text_[at - 1], U"-－‐") || !is_digit(text_[at - 2])) return;
    lower(Break::never, at - 1);
    lower(Break::forced, at);
  }

  // An e-mail address, a page's address: whole where it fits; else before @ and after / and then after a dot. Returns
  // where to look on.
  std::size_t hold_address(std::size_t begin) {
    const auto is_part = [](char32_t c) {
      return is_ascii_letter(c) || is_ascii_digit(c) || holds(c, U"@._-/:?=&%~+#");
    };
    if (!is_ascii_letter(text_[begin]) && !is_ascii_digit(text_[begin])) return begin + 1;
    std::size_t end = begin;
    while (end < text_.size() && is_part(text_[end])) ++end;
    const std::size_t after = end;
    while (end > begin && holds(text_[end - 1], U".:?-")) --end;
    if (!is_address(text_.substr(begin, end - begin))) return after;
    for (std::size_t at = begin + 1; at < end; ++at) {
      lower(Break::forced, at);
      if (breaks_[at] != Break::forced) continue;
      const char32_t before = text_[at - 1];
      if (text_[at] == U'@' || (before == U'/' && text_[at] != U'/')) breaks_[at] = Break::lean;
      if (holds(before, U".-_?&=") && text_[at] != before) breaks_[at] = Break::strict;
    }
    return after;
  }

  // me@example.jp, https://example.jp/, www.example.jp, example.lg.jp
  static bool is_address(std::u32string_view word) {
    if (word.find(U"://") != std::u32string_view::npos) return true;
    const std::size_t dot = word.rfind(U'.', word.find(U'/'));
    if (dot == std::u32string_view::npos || dot == 0) return false;
    const std::size_t top_end = std::min(word.find_first_of(U"/:?#", dot), word.size());
    const std::u32string_view top = word.substr(dot + 1, top_end - dot - 1);
    return top.size() >= 2 && std::all_of(top.begin(), top.end(), is_ascii_letter);
  }

  std::u32string_view text_;
  const std::vector<RuledReading>& ruled_;
  std::vector<Break>& breaks_;
};

}  // namespace

void hold_together(std::u32string_view text, const std::vector<RuledReading>& ruled, std::vector<Break>& breaks) {
  Holder(text, ruled, breaks).hold();
}

}  // namespace hub::text
