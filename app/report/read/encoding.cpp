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

}  // namespace

std::optional<std::string> to_utf8(std::string_view bytes) {
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return converted(bytes, "UTF-16");
  // ISO-2022-JP is plain ASCII to UTF-8, but for its escapes.
  if (bytes.find("\x1B$") != bytes.npos) return converted(bytes, "ISO-2022-JP");
  if (!base::first_invalid_utf8(bytes)) return std::string(bytes);
  const auto shift_jis = converted(bytes, "windows-31j"), euc_jp = converted(bytes, "EUC-JP");
  if (shift_jis && euc_jp) return hiragana_share(*euc_jp) > hiragana_share(*shift_jis) ? euc_jp : shift_jis;
  return shift_jis ? shift_jis : euc_jp;
}

}  // namespace hub::report
