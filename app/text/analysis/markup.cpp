#include "text/analysis/markup.h"

#include <algorithm>
#include <optional>

#include "base/circled_numbers.h"
#include "base/utf8.h"
#include "text/analysis/characters.h"

namespace hub::text {

namespace {

constexpr char32_t kWordJoiner = 0x2060;
constexpr char32_t kZeroWidthSpace = 0x200B;
constexpr char32_t kByteOrderMark = 0xFEFF;
constexpr char32_t kRubyBase = U'｜';
constexpr char32_t kReadingOpens = U'《';
constexpr char32_t kReadingCloses = U'》';
constexpr std::size_t kLongestReading = 40;
constexpr std::u32string_view kBullets = U"・•★☆○●◎◇◆□■▶▷▪※✓✔";
constexpr std::size_t kLongestListNumber = 2;

bool is_reading(std::u32string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char32_t c) { return is_kana(c) || c == U'・'; });
}

bool is_enclosed_number(char32_t c) {
  return base::is_circled_number(c) || (c >= U'㉑' && c <= U'㉟') || (c >= U'❶' && c <= U'❿');
}

// Where a character comes next: asked for from ever later places, it reads the source once.
class Next {
 public:
  explicit Next(char32_t character) : character_(character) {}
  std::size_t from(std::size_t at, std::u32string_view source) {
    if (!known_ || at_ < at) at_ = source.find(character_, at);
    known_ = true;
    return at_;
  }

 private:
  char32_t character_;
  bool known_ = false;
  std::size_t at_ = 0;
};

// Walks the source once, putting words into `marked` and remembering where a ruby base may have begun.
class Reader {
 public:
  explicit Reader(std::u32string source) : source_(std::move(source)) {}

  Marked read() {
    while (at_ < source_.size()) step();
    marked_.text.shrink_to_fit();
    return std::move(marked_);
  }

 private:
  void step() {
    const char32_t c = source_[at_];
    if (c == kReadingOpens && take_reading()) return;
    ++at_;
    if (c == kWordJoiner) {
      marked_.joined.push_back(here());
    } else if (c == kZeroWidthSpace) {
      marked_.breakable.push_back(here());
    } else if (c == kRubyBase && base_has_reading()) {
      base_ = here();
    } else if (c == U'\n') {
      base_.reset();
      marked_.text.push_back(c);
    } else if (c == U'\t') {
      put(U' ');
    } else if (c >= U' ' && c != kByteOrderMark) {
      put(c);
    }
  }

  // An indent is a number of the style, never a space in the words.
  void put(char32_t c) {
    const bool at_head = marked_.text.empty() || marked_.text.back() == U'\n';
    if (!at_head || !is_space(c)) marked_.text.push_back(c);
  }

  // ｜ opens a base only when its paragraph goes on with base《reading》; any other ｜ is a word's own.
  bool base_has_reading() {
    const std::size_t end = std::min(next_line_.from(at_, source_), source_.size());
    const std::size_t opens = next_reading_.from(at_, source_);
    const std::size_t next_base = next_base_.from(at_, source_);
    return opens < end && opens > at_ && next_base > opens && reading_length(opens).has_value();
  }

  std::optional<std::size_t> reading_length(std::size_t opens) const {
    const std::u32string_view inside = std::u32string_view(source_).substr(opens + 1, kLongestReading + 1);
    const std::size_t closes = inside.find(kReadingCloses);
    if (closes == std::u32string::npos || closes == 0) return {};
    return closes;
  }

  bool take_reading() {
    const std::optional<std::size_t> length = reading_length(at_);
    if (!length) return false;
    const std::u32string reading = source_.substr(at_ + 1, *length);
    std::size_t begin = here();
    if (base_) {
      begin = *base_;
    } else if (is_reading(reading)) {
      while (begin > covered() && (is_kanji(marked_.text[begin - 1]) || is_combining_mark(marked_.text[begin - 1])))
        --begin;
    }
    if (begin == here()) return false;
    marked_.ruby.push_back({begin, here(), reading, ReadingSource::inline_markup});
    base_.reset();
    at_ += *length + 2;
    return true;
  }

  std::size_t here() const { return marked_.text.size(); }
  std::size_t covered() const { return marked_.ruby.empty() ? 0 : marked_.ruby.back().end; }

  std::u32string source_;
  std::size_t at_ = 0;
  Next next_line_{U'\n'};
  Next next_reading_{kReadingOpens};
  Next next_base_{kRubyBase};
  Marked marked_;
  std::optional<std::size_t> base_;  // where the base that ｜ opened begins
};

std::size_t after_spaces(std::u32string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// "１　", "1 ", "1.", "1)", "(1)", "（１）"
std::size_t number_mark_length(std::u32string_view text, bool japanese) {
  const bool bracketed = text[0] == U'(' || text[0] == U'（';
  std::size_t at = bracketed ? 1 : 0;
  const std::size_t digits = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == digits || at - digits > kLongestListNumber || at == text.size()) return 0;
  const char32_t c = text[at];
  if (c == U')' || c == U'）') return after_spaces(text, at + 1);
  if (bracketed) return 0;
  if (c == U'．' || (c == U'.' && at + 1 < text.size() && is_space(text[at + 1]))) return after_spaces(text, at + 1);
  // "3 hubs" is a sentence; "３　拠点" is an item.
  return japanese ? (is_space(c) ? after_spaces(text, at) : 0) : 0;
}

}  // namespace

Marked read_markup(std::string_view utf8) { return Reader(base::decode_utf8(utf8)).read(); }

std::size_t list_mark_length(std::u32string_view text, bool japanese) {
  if (text.size() < 2) return 0;
  std::size_t at = 0;
  while (at < text.size() && is_enclosed_number(text[at])) ++at;
  // ○○さん is a name left out, ・・・ a pause.
  if (at == 0 && kBullets.find(text[0]) != std::u32string_view::npos && text[1] != text[0]) at = 1;
  const std::size_t length = at > 0 ? after_spaces(text, at) : number_mark_length(text, japanese);
  return length < text.size() ? length : 0;
}

}  // namespace hub::text
