#include "report/words/garble.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/characters.h"
#include "content/model/letters.h"

namespace hub::report {

namespace {

constexpr std::size_t kFewestLetters = 30;  // fewer say nothing of a document
constexpr double kGarbled = 0.2;            // of the letters: a page that lists languages stays far below
constexpr double kLost = 0.2;
constexpr double kLeadBytes = 0.1;    // every third character of such a text
constexpr double kKatakana = 0.35;    // without hiragana: EUC-JP read as Shift_JIS
constexpr double kNoHiragana = 0.02;  // of a report some 40 % are hiragana
constexpr double kSymbols = 0.15;     // of what is seen
constexpr double kQuestions = 0.3;

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

bool is_familiar(UScriptCode script) {
  switch (script) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
      return true;
    default:
      return false;
  }
}

bool is_symbol_of_latin(char32_t c) {
  if (c >= 0x80 && c <= 0xBF) return true;
  switch (c) {
    case U'‚':
    case U'ƒ':
    case U'„':
    case U'†':
    case U'‡':
    case U'ˆ':
    case U'‰':
    case U'‹':
    case U'›':
    case U'™':
    case U'˜':
    case U'€':
      return true;
    default:
      return false;
  }
}

bool is_more_than(std::size_t part, double share, std::size_t whole) {
  return static_cast<double>(part) > share * static_cast<double>(whole);
}

}  // namespace

std::size_t garbled_letters(std::u32string_view words) {
  std::size_t garbled = 0;
  bool last_foreign = false, counted = false;
  UScriptCode last = USCRIPT_COMMON;
  for (const char32_t c : words) {
    const UScriptCode script = script_of(c);
    if (script == USCRIPT_INHERITED) continue;  // accents
    const bool foreign = !is_familiar(script);
    const bool meet = foreign && last_foreign && script != last;
    if (meet) garbled += counted ? 1 : 2;
    counted = meet;
    last_foreign = foreign;
    last = script;
  }
  return garbled;
}

void LetterCount::add(std::u32string_view words) {
  garbled_ += garbled_letters(words);
  for (const char32_t c : words) {
    if (base::is_space(c)) continue;
    ++characters_;
    const bool lost = content::is_lost(c);
    if (lost || base::is_letter_or_number(c)) ++letters_;
    if (lost) ++lost_;
    if (c >= 0x3041 && c <= 0x3096) ++hiragana_;
    if (c >= 0x30A1 && c <= 0x30FC) ++katakana_;
    if (c == U'縺' || c == U'繧' || c == U'繝') ++lead_bytes_;
    if (is_symbol_of_latin(c)) ++symbols_;
    if (c == U'?') ++questions_;
  }
}

bool LetterCount::is_garbled() const {
  if (characters_ < kFewestLetters) return false;
  const bool no_hiragana = !is_more_than(hiragana_, kNoHiragana, letters_);
  return is_more_than(garbled_, kGarbled, letters_) || is_more_than(lost_, kLost, letters_) ||
         is_more_than(lead_bytes_, kLeadBytes, letters_) || is_more_than(questions_, kQuestions, characters_) ||
         (no_hiragana &&
          (is_more_than(katakana_, kKatakana, letters_) || is_more_than(symbols_, kSymbols, characters_)));
}

}  // namespace hub::report
