// Bytes of a text file that somebody has written on whatever PC → its lines.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/read/encoding.h"

namespace hub::card {

inline constexpr std::size_t kMostLineBytes = 1000;

struct Line {
  int number = 1;          // from 1, as editors count
  std::size_t at = 0;      // of its first byte in the file
  std::string_view bytes;  // without its end; they are the file's
  report::Encoding encoding = report::Encoding::utf8;
  std::optional<std::string> words;  // UTF-8; nothing: the bytes are no text, or more than kMostLineBytes
};

// Lines end with CR, LF or both. Where a file is in no encoding as a whole, or in several, each line is read by itself,
// so that one broken byte costs one line.
std::vector<Line> lines_of(std::string_view file);

struct ByteRange {
  std::size_t at = 0;  // in the file
  std::size_t size = 0;
};
// Where the words from `begin` to before `end` (offsets in line.words) stand in the file. Nothing: they cannot be told
// apart from what is beside them.
std::optional<ByteRange> bytes_of(const Line& line, std::size_t begin, std::size_t end);

}  // namespace hub::card
