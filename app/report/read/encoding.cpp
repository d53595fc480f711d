#include "report/read/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

#include "base/utf8.h"
#include "report/words/characters.h"

namespace hub::report {

namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Nothing when a byte has no meaning in that encoding.
std::optional<std::string> converted(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const auto size = static_cast<std::int32_t>(bytes.size());
  const icu::UnicodeString text(bytes.data(), size, converter.get(), status);
  if (U_FAILURE(status) || text.isBogus()) return std::nullopt;
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

// The share of hiragana: a text read in the wrong encoding is half-width kana and rare kanji.
double hiragana_share(const std::string& utf8) {
  std::size_t hiragana = 0, all = 0;
  for (const char32_t character : base::decode_utf8(utf8)) {
    if (character < 0x80) continue;
    ++all;
    if (character >= 0x3041 && character <= 0x3096) ++hiragana;
  }
  return all == 0 ? 0 : static_cast<double>(hiragana) / static_cast<double>(all);
}

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF", kLittleMark = "\xFF\xFE", kBigMark = "\xFE\xFF";

std::string_view without(std::string_view mark, std::string_view bytes) {
  return bytes.substr(bytes.starts_with(mark) ? mark.size() : 0);
}

}  // namespace

std::optional<Encoding> encoding_of(std::string_view bytes) {
  bytes = without(kUtf8Mark, bytes);
  const auto valid = [&](Encoding encoding) { return to_utf8(bytes, encoding); };
  if (bytes.starts_with(kLittleMark) || bytes.starts_with(kBigMark)) {
    const Encoding utf16 = bytes.starts_with(kLittleMark) ? Encoding::utf16_le : Encoding::utf16_be;
    return valid(utf16) ? std::optional(utf16) : std::nullopt;
  }
  // ISO-2022-JP is plain ASCII to UTF-8, but for its escapes.
  if (bytes.find("\x1B$") != bytes.npos) {
    return valid(Encoding::iso_2022_jp) ? std::optional(Encoding::iso_2022_jp) : std::nullopt;
  }
  if (!base::first_invalid_utf8(bytes)) return Encoding::utf8;
  const auto shift_jis = valid(Encoding::shift_jis), euc_jp = valid(Encoding::euc_jp);
  if (!shift_jis && !euc_jp) return std::nullopt;
  if (shift_jis && euc_jp) {
    return hiragana_share(*euc_jp) > hiragana_share(*shift_jis) ? Encoding::euc_jp : Encoding::shift_jis;
  }
  return shift_jis ? Encoding::shift_jis : Encoding::euc_jp;
}

std::optional<std::string> to_utf8(std::string_view bytes, Encoding encoding) {
  bytes = without(kUtf8Mark, bytes);
  switch (encoding) {
    case Encoding::utf8:
      if (base::first_invalid_utf8(bytes)) return std::nullopt;
      return std::string(bytes);
    case Encoding::utf16_le:
      return converted(without(kLittleMark, bytes), "UTF-16LE");
    case Encoding::utf16_be:
      return converted(without(kBigMark, bytes), "UTF-16BE");
    case Encoding::iso_2022_jp:
      return converted(bytes, "ISO-2022-JP");
    case Encoding::shift_jis:
      return converted(bytes, "windows-31j");
    case Encoding::euc_jp:
      return converted(bytes, "EUC-JP");
  }
  return std::nullopt;
}

std::optional<std::string> to_utf8(std::string_view bytes) {
  const std::optional<Encoding> encoding = encoding_of(bytes);
  return encoding ? to_utf8(bytes, *encoding) : std::nullopt;
}

}  // namespace hub::report
