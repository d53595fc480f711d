// A Document on its way through a pipe, from the program that has read a stranger's bytes. Whoever takes it does not
// trust it: a parser that a file has taken over can write what it likes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/words/document.h"

namespace hub::report {

std::string to_bytes(const Document& document);

// Nothing where these are not the bytes of one document within the limits (words/limits.h), each of whose lines has
// words, and whose numbers a file can have: a box stands inside its page.
std::optional<Document> document_from(std::string_view bytes);

// More than the bytes of any document within the limits.
inline constexpr std::size_t kMostDocumentBytes = 1 << 20;

}  // namespace hub::report
