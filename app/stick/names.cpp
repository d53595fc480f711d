#include "stick/names.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/utf8.h"

namespace hub::stick {

namespace {

constexpr double kFewestWestern = 0.45;  // of the characters of a name that was mistaken
constexpr int kFewestJapanese = 2;       // that are behind it
constexpr const char* kShiftJis = "windows-31j";
constexpr const char* kWestern[] = {"ibm-437", "ibm-850", "windows-1252", "ISO-8859-1"};

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter converter_of(const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  ucnv_setFallback(converter.get(), 0);
  return converter;
}

// Nothing where a byte means nothing in it.
std::optional<std::string> decoded(std::string_view bytes, const char* encoding) {
  const Converter converter = converter_of(encoding);
  if (!converter) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status) || text.isBogus()) return std::nullopt;
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

// Nothing where a character is not in it.
std::optional<std::string> encoded(std::string_view utf8, const char* encoding) {
  const Converter converter = converter_of(encoding);
  if (!converter) return std::nullopt;
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  std::string bytes(static_cast<std::size_t>(text.length()) * 4 + 8, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length =
      text.extract(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

// Kana, kanji, and the signs that stand between them. Half-width kana are what Western letters turn into by accident.
bool is_japanese(char32_t c) {
  return (c >= 0x3001 && c <= 0x30FF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xFF01 && c <= 0xFF5E) || c == 0x3005;
}

bool is_japanese_name(std::string_view utf8, int fewest = 1) {
  int count = 0;
  for (const char32_t c : base::decode_utf8(utf8)) {
    if (c < 0x80) continue;
    if (!is_japanese(c) && !(c >= 0x2460 && c <= 0x2473)) return false;
    ++count;
  }
  return count >= fewest;
}

// Half of Shift_JIS's bytes are letters outside ASCII; of a European name few are.
bool may_be_mistaken(std::string_view utf8) {
  const std::u32string characters = base::decode_utf8(utf8.substr(0, utf8.rfind('.')));
  const auto western = std::ranges::count_if(characters, [](char32_t c) { return c >= 0x80; });
  return static_cast<double>(western) >= kFewestWestern * static_cast<double>(characters.size());
}

}  // namespace

std::string as_written(std::string_view name) {
  if (base::first_invalid_utf8(name)) return decoded(name, kShiftJis).value_or(std::string(name));
  const bool plain = std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (plain || is_japanese_name(name) || !may_be_mistaken(name)) return std::string(name);
  for (const char* encoding : kWestern) {
    const auto bytes = encoded(name, encoding);
    if (!bytes) continue;
    for (const bool utf8 : {true, false}) {
      if (utf8 && base::first_invalid_utf8(*bytes)) continue;
      const auto japanese = utf8 ? bytes : decoded(*bytes, kShiftJis);
      if (japanese && is_japanese_name(*japanese, kFewestJapanese)) return *japanese;
    }
  }
  return std::string(name);
}

}  // namespace hub::stick
