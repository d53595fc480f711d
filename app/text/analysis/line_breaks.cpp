#include "text/analysis/line_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <map>
#include <string>

#include "text/analysis/characters.h"

namespace hub::text {

namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;

enum class Kind : std::uint8_t { lines, phrases, words };

// やさしい日本語 breaks as Japanese does.
std::string_view base_language(std::string_view language) {
  return language.starts_with("ja") ? std::string_view("ja") : language;
}

Iterator open_iterator(std::string_view language, Kind kind) {
  std::string locale(language);
  if (kind == Kind::lines) locale += "@lb=strict";
  if (kind == Kind::phrases) locale += "@lb=strict;lw=phrase";
  const icu::Locale icu_locale = icu::Locale::createCanonical(locale.c_str());
  UErrorCode error = U_ZERO_ERROR;
  Iterator iterator(kind == Kind::words ? icu::BreakIterator::createWordInstance(icu_locale, error)
                                        : icu::BreakIterator::createLineInstance(icu_locale, error));
  return U_SUCCESS(error) != 0 ? std::move(iterator) : nullptr;
}

struct Utf16 {
  icu::UnicodeString units;
  std::vector<std::size_t> character;  // of each unit, and of the end
};

Utf16 to_utf16(std::u32string_view text) {
  Utf16 utf16;
  for (std::size_t i = 0; i < text.size(); ++i) {
    utf16.units.append(static_cast<UChar32>(text[i]));
    utf16.character.resize(static_cast<std::size_t>(utf16.units.length()), i);
  }
  utf16.character.push_back(text.size());
  return utf16;
}

// No-break spaces hold their neighbours; straight quotation marks open or close, nobody knows which.
bool glues(char32_t c) { return c == 0x00A0 || c == 0x202F || c == 0x2011 || c == U'"' || c == U'\''; }

// 목표·활동: a line ends after it rather than between the syllables of a word.
constexpr char32_t kKoreanMiddleDot = 0x00B7;

bool is_regional_indicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

// Where ICU allows no end: by force only between two characters that stand for themselves.
Break without_opportunity(char32_t before, char32_t after) {
  constexpr char32_t kZeroWidthJoiner = 0x200D;
  if (is_combining_mark(after) || before == kZeroWidthJoiner || is_space(after) || after == U'\n') return Break::never;
  if (is_regional_indicator(before) && is_regional_indicator(after)) return Break::never;
  return glues(before) || glues(after) ? Break::never : Break::forced;
}

}  // namespace

struct LineBreaks::Impl {
  std::map<std::pair<std::string, Kind>, Iterator> iterators;

  // Opened once for each language: reading ICU's rules costs more than using them.
  icu::BreakIterator* iterator(std::string_view language, Kind kind) {
    const std::string_view base = base_language(language);
    Iterator& slot = iterators[{std::string(base), kind}];
    if (!slot) slot = open_iterator(base, kind);
    return slot.get();
  }

  template <class Each>
  void each_boundary(const Utf16& utf16, std::string_view language, Kind kind, const Each& each) {
    icu::BreakIterator* found = iterator(language, kind);
    if (found == nullptr) return;
    found->setText(utf16.units);
    for (std::int32_t at = found->first(); at != icu::BreakIterator::DONE; at = found->next()) {
      each(utf16.character[static_cast<std::size_t>(at)]);
    }
  }
};

LineBreaks::LineBreaks() : impl_(std::make_unique<Impl>()) {}
LineBreaks::~LineBreaks() = default;
LineBreaks::LineBreaks(LineBreaks&&) noexcept = default;
LineBreaks& LineBreaks::operator=(LineBreaks&&) noexcept = default;

std::vector<Break> LineBreaks::find(std::u32string_view text, std::string_view language) const {
  std::vector<Break> breaks(text.size() + 1, Break::never);
  for (std::size_t i = 1; i < text.size(); ++i) breaks[i] = without_opportunity(text[i - 1], text[i]);
  impl_->each_boundary(to_utf16(text), language, Kind::lines, [&](std::size_t at) { breaks[at] = Break::strict; });
  breaks.front() = Break::never;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i - 1] == U'\n') breaks[i] = Break::must;
  }
  breaks.back() = Break::must;
  return breaks;
}

void LineBreaks::grade(std::u32string_view text, std::string_view language, std::vector<Break>& breaks) const {
  const auto raise = [&](std::size_t at, Break level) {
    if (breaks[at] >= Break::strict && breaks[at] < level) breaks[at] = level;
  };
  const Utf16 utf16 = to_utf16(text);
  const bool is_chinese_or_japanese = language.starts_with("ja") || language.starts_with("zh");
  if (is_chinese_or_japanese) {
    impl_->each_boundary(utf16, language, Kind::words, [&](std::size_t at) { raise(at, Break::word); });
  }
  if (language.starts_with("ja")) {
    impl_->each_boundary(utf16, language, Kind::phrases, [&](std::size_t at) { raise(at, Break::phrase); });
  }
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (is_space(text[i - 1])) raise(i, Break::phrase);
    if (text[i - 1] == kKoreanMiddleDot) raise(i, Break::word);
  }
  // Words of other scripts end where ICU says so: hyphens, dashes.
  if (is_chinese_or_japanese || language.starts_with("ko")) return;
  for (std::size_t i = 1; i < text.size(); ++i) raise(i, Break::word);
}

}  // namespace hub::text
