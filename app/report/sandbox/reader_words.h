// What the program hub-kiosk-read-report is told: one word, what its bytes are.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "report/words/document.h"

namespace hub::report {

// In the order of Document::Kind. `text` may turn out to be HTML; `pdf-words` is what pdftotext -bbox-layout prints.
inline constexpr std::array<const char*, 5> kReaderWords = {"text", "html", "pdf-words", "word", "excel"};

inline const char* word_of(Document::Kind kind) { return kReaderWords[static_cast<std::size_t>(kind)]; }

inline std::optional<Document::Kind> kind_of(std::string_view word) {
  for (std::size_t i = 0; i < kReaderWords.size(); ++i) {
    if (word == kReaderWords[i]) return static_cast<Document::Kind>(i);
  }
  return std::nullopt;
}

}  // namespace hub::report
