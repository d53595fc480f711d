#include "card/lines.h"

#include <algorithm>

#include "base/check.h"
#include "base/utf8.h"

namespace hub::card {

namespace {

using report::Encoding;

// One character of ASCII as the file writes it: a byte, or two.
struct Units {
  std::string_view file;
  std::size_t size = 1;
  std::size_t low = 0;  // which of the two is the character

  bool is(std::size_t at, char wanted) const {
    if (at + size > file.size()) return false;
    return file[at + low] == wanted && (size == 1 || file[at + 1 - low] == '\0');
  }
};

Units units_of(std::string_view file, std::optional<Encoding> encoding) {
  if (encoding == Encoding::utf16_le) return {file, 2, 0};
  if (encoding == Encoding::utf16_be) return {file, 2, 1};
  return {file};
}

Line line_of(int number, std::size_t at, std::string_view bytes, std::optional<Encoding> encoding) {
  Line line{number, at, bytes, Encoding::utf8, std::nullopt};
  if (bytes.size() > kMostLineBytes) return line;
  const std::optional<Encoding> own = encoding ? encoding : report::encoding_of(bytes);
  if (!own) return line;
  line.encoding = *own;
  line.words = report::to_utf8(bytes, *own);
  return line;
}

bool is_ascii(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Bytes of Shift_JIS or EUC-JP are hardly ever UTF-8 as well, so a line that is tells of a file of UTF-8 with something
// broken in it.
bool has_utf8_line(std::string_view file) {
  for (std::size_t at = 0; at < file.size();) {
    const std::string_view line = file.substr(at, file.find_first_of("\r\n", at) - at);
    if (!is_ascii(line) && !base::first_invalid_utf8(line)) return true;
    at += line.size() + 1;
  }
  return false;
}

std::optional<Encoding> encoding_of_all(std::string_view file) {
  std::optional<Encoding> encoding = report::encoding_of(file);
  if ((encoding == Encoding::shift_jis || encoding == Encoding::euc_jp) && has_utf8_line(file)) return std::nullopt;
  // Half a character at the end costs its own line alone.
  if (!encoding && file.starts_with("\xFF\xFE")) encoding = Encoding::utf16_le;
  if (!encoding && file.starts_with("\xFE\xFF")) encoding = Encoding::utf16_be;
  return encoding;
}

}  // namespace

std::vector<Line> lines_of(std::string_view file) {
  const std::optional<Encoding> encoding = encoding_of_all(file);
  const Units units = units_of(file, encoding);
  std::vector<Line> lines;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < file.size();) {
    const bool cr = units.is(at, '\r');
    if (!cr && !units.is(at, '\n')) {
      at += units.size;
      continue;
    }
    lines.push_back(line_of(static_cast<int>(lines.size()) + 1, begin, file.substr(begin, at - begin), encoding));
    at += units.size;
    if (cr && units.is(at, '\n')) at += units.size;
    begin = at;
  }
  if (begin < file.size()) {
    lines.push_back(line_of(static_cast<int>(lines.size()) + 1, begin, file.substr(begin), encoding));
  }
  return lines;
}

std::optional<ByteRange> bytes_of(const Line& line, std::size_t begin, std::size_t end) {
  HUB_CHECK(line.words && begin <= end && end <= line.words->size());
  const std::string_view words = *line.words;
  // What switches to other letters and back belongs to what is before them.
  std::optional<std::size_t> from, to;
  for (std::size_t length = 0; length <= line.bytes.size() && !to; ++length) {
    const auto read = report::to_utf8(line.bytes.substr(0, length), line.encoding);
    if (read == words.substr(0, begin)) from = length;
    if (read == words.substr(0, end) && begin < end) to = length;
  }
  if (!from || !to) return std::nullopt;
  return ByteRange{line.at + *from, *to - *from};
}

}  // namespace hub::card
