#include "content/model/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf.h>

#include <algorithm>
#include <utility>

#include "base/characters.h"
#include "content/model/cjk_radicals.h"

namespace hub::content {

namespace {

using Fault = MendedLetter::Fault;

constexpr char32_t kVoiced = 0x3099, kSemiVoiced = 0x309A;  // marks that combine
constexpr char32_t kZeroWidthJoiner = 0x200D;

bool is_between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// Most letters of any text. Kana are none of them: a mark may stand behind one, but that one is looked at.
bool is_ordinary(char32_t c) {
  return is_between(c, 0x20, 0x7E) || is_between(c, 0x3000, 0x3029) || is_between(c, 0x3041, 0x3096) ||
         is_between(c, 0x30A0, 0x30FF) || is_between(c, 0x4E00, 0x9FFF) || is_between(c, 0xFF01, 0xFF5E);
}
bool is_kana(char32_t c) { return is_between(c, 0x3041, 0x3096) || is_between(c, 0x30A1, 0x30FA); }
bool is_kana_or_kanji(char32_t c) {
  return is_kana(c) || c == U'ー' || is_between(c, 0x3400, 0x9FFF) || is_between(c, 0xF900, 0xFAFF) || c >= 0x20000;
}

// 0: it is no radical.
char32_t letter_of_radical(char32_t c) {
  if (is_between(c, 0x2F00, 0x2FDF)) {
    const std::u32string letter = base::nfkc({&c, 1});
    return letter.size() == 1 && letter.front() != c ? letter.front() : 0;
  }
  if (!is_between(c, 0x2E80, 0x2EFF) && !is_between(c, 0x31C0, 0x31EF)) return 0;
  const auto* const found = std::ranges::find(kCjkRadicals, c, &std::pair<char32_t, char32_t>::first);
  return found == std::end(kCjkRadicals) ? 0 : found->second;
}

bool is_half_width_kana(char32_t c) { return is_between(c, 0xFF61, 0xFF9F); }

// ﾞ alone, behind nothing that it could belong to, is the mark as a letter.
char32_t full_width(char32_t c) {
  if (c == 0xFF9E) return U'゛';
  if (c == 0xFF9F) return U'゜';
  return base::nfkc({&c, 1}).front();
}

// The mark that combines with the letter before it; 0: it is none.
char32_t mark_of(char32_t c) {
  if (c == U'゛' || c == 0xFF9E) return kVoiced;
  if (c == U'゜' || c == 0xFF9F) return kSemiVoiced;
  return is_between(c, 0x0300, 0x036F) || c == kVoiced || c == kSemiVoiced ? c : 0;
}

// A letter and its mark as one character; 0: there is none.
char32_t composed(char32_t letter, char32_t mark) {
  if ((mark == kVoiced || mark == kSemiVoiced) && !is_kana(letter) && letter != U'ゝ' && letter != U'ヽ') return 0;
  if (!base::is_letter_or_number(letter)) return 0;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return 0;
  const UChar32 one = nfc->composePair(static_cast<UChar32>(letter), static_cast<UChar32>(mark));
  return one < 0 ? 0 : static_cast<char32_t>(one);
}

std::u32string points_of(const icu::UnicodeString& text) {
  std::u32string points;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    points.push_back(static_cast<char32_t>(text.char32At(i)));
  }
  return points;
}

// What Unicode says a character is another form of, one step; empty: of nothing.
std::u32string form_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  icu::UnicodeString text;
  const bool any = U_SUCCESS(status) && nfkc->getRawDecomposition(static_cast<UChar32>(c), text) != 0;
  return any ? points_of(text) : std::u32string();
}

// （ and not (: what stands among Japanese letters.
std::u32string widened(std::u32string words) {
  for (char32_t& c : words) {
    if (is_between(c, 0x21, 0x7E)) c += 0xFEE0;
  }
  return words;
}

// ㈱ and ㈮, not the marks ㈠ to ㈩.
bool is_bracketed_word(char32_t c) { return is_between(c, 0x322A, 0x3243); }
bool is_ligature(char32_t c) { return is_between(c, 0xFB00, 0xFB06); }

// What is written in its place; empty: the character is as good as any.
std::u32string better_form(char32_t c) {
  std::u32string form;
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_DECOMPOSITION_TYPE)) {
    case U_DT_CANONICAL:
      form = form_of(c);
      return form.size() == 1 ? form : std::u32string();  // one letter under two numbers
    case U_DT_VERTICAL:
      return widened(form_of(c));
    case U_DT_SQUARE:
      form = base::nfkc({&c, 1});
      return std::ranges::all_of(form, is_kana_or_kanji) ? form : std::u32string();  // ㍻, not ㎡
    case U_DT_COMPAT:
      if (is_bracketed_word(c)) return widened(form_of(c));
      return is_ligature(c) ? base::nfkc({&c, 1}) : std::u32string();
    default:
      return {};
  }
}

bool is_invisible(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  if (u_hasBinaryProperty(point, UCHAR_VARIATION_SELECTOR) != 0) return false;
  const bool format = u_charType(point) == U_FORMAT_CHAR;
  return format || u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

class LetterMender {
 public:
  LetterMender(std::u32string_view words, Source source) : words_(words), source_(source) {}

  MendedWords mend() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (is_ordinary(words_[i])) {
        result_.words += words_[i];
      } else {
        add(i);
      }
    }
    return std::move(result_);
  }

 private:
  void add(std::size_t i) {
    const char32_t c = words_[i];
    if (const char32_t letter = letter_of_radical(c); letter != 0) return put(Fault::radical, c, {&letter, 1});
    const char32_t mark = result_.words.empty() ? 0 : mark_of(c);
    if (const char32_t one = mark == 0 ? 0 : composed(result_.words.back(), mark); one != 0) {
      result_.words.pop_back();
      return put(is_half_width_kana(c) ? Fault::half_width : Fault::parted, c, {&one, 1});
    }
    if (is_half_width_kana(c)) {
      const char32_t wide = full_width(c);
      return put(Fault::half_width, c, {&wide, 1});
    }
    if (is_invisible(c)) {
      if (goes(i)) return put(Fault::invisible, c, {});
      result_.words += c;
      return;
    }
    const std::u32string form = source_ == Source::report ? better_form(c) : std::u32string();
    if (form.empty()) {
      result_.words += c;
    } else {
      put(Fault::form, c, form);
    }
  }

  // Whether nothing is lost with an invisible character.
  bool goes(std::size_t i) const {
    const char32_t c = words_[i];
    if (source_ == Source::report) return c != kZeroWidthJoiner || !joins_pictures(i);
    const bool between_letters = c == 0x00AD || c == 0x200C || c == kZeroWidthJoiner;
    return between_letters && !result_.words.empty() && is_kana_or_kanji(result_.words.back());
  }
  bool joins_pictures(std::size_t i) const {
    return i + 1 < words_.size() &&
           u_hasBinaryProperty(static_cast<UChar32>(words_[i + 1]), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
  }

  void put(Fault fault, char32_t was, std::u32string_view is) {
    result_.words += is;
    result_.letters.push_back({fault, was, is.empty() ? U'\0' : is.front()});
  }

  std::u32string_view words_;
  Source source_;
  MendedWords result_;
};

}  // namespace

MendedWords mended(std::u32string_view words, Source source) { return LetterMender(words, source).mend(); }

bool is_lost(char32_t c) {
  return c == 0xFFFD || is_between(c, 0xE000, 0xF8FF) || is_between(c, 0xF0000, 0x10FFFF) || U_IS_UNICODE_NONCHAR(c);
}

}  // namespace hub::content
