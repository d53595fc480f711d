#include "report/sandbox/document_bytes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <cstring>

#include "base/characters.h"

namespace hub::report {

namespace {

constexpr std::string_view kBeginning = "hub document 3\n";
constexpr std::int32_t kMostOfPlace = 10'000'000;  // the number of a line, a cell or a row
constexpr double kMostEm = 1e6;
constexpr double kParts = 100;                                           // of a point: so fine are boxes
constexpr std::size_t kLongestNote = 100;                                // characters of what was left out
constexpr std::uint8_t kGap = 1, kClosed = 2, kItem = 4, kAllFlags = 7;  // of a line

class Writer {
 public:
  template <std::integral Number>
  void put(Number number) {
    for (std::size_t i = 0; i < sizeof number; ++i) {
      bytes_.push_back(static_cast<char>(static_cast<std::make_unsigned_t<Number>>(number) >> (8 * i)));
    }
  }
  void put(double number) { put(std::bit_cast<std::uint64_t>(number)); }
  void put(std::string_view bytes) { bytes_ += bytes; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// After the first number that is not there or out of range, `good` is false and every number is 0.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  bool good() const { return good_; }
  bool accept(bool is) { return good_ = good_ && is; }
  bool at_end() const { return rest_.empty(); }
  bool skip(std::string_view expected) {
    good_ = good_ && rest_.starts_with(expected);
    if (good_) rest_.remove_prefix(expected.size());
    return good_;
  }
  template <std::integral Number>
  Number get(Number least, Number most) {
    const auto number = std::bit_cast<Number>(raw<std::make_unsigned_t<Number>>());
    return accept(number >= least && number <= most) ? number : Number{};
  }
  double get(double least, double most) {
    const auto number = std::bit_cast<double>(raw<std::uint64_t>());
    return accept(number >= least && number <= most) ? number : 0;
  }

 private:
  template <std::unsigned_integral Number>
  Number raw() {
    if (!accept(rest_.size() >= sizeof(Number))) return 0;
    Number number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i) {
      number =
          static_cast<Number>(number | static_cast<Number>(Number{static_cast<unsigned char>(rest_[i])} << (8 * i)));
    }
    rest_.remove_prefix(sizeof number);
    return number;
  }

  std::string_view rest_;
  bool good_ = true;
};

void put_place(Place place, Writer& out) {
  out.put(std::int32_t{place.page});
  out.put(std::int32_t{place.line});
}

void put_words(std::u32string_view words, Writer& out) {
  out.put(static_cast<std::uint32_t>(words.size()));
  for (const char32_t character : words) out.put(static_cast<std::uint32_t>(character));
}

void put_points(double points, Writer& out) { out.put(static_cast<std::int32_t>(std::lround(points * kParts))); }

void put_box(const PageBox& box, Writer& out) {
  for (const double edge : {box.x, box.y, box.x + box.width, box.y + box.height}) put_points(edge, out);
}

void put_line(const Line& line, Writer& out) {
  put_place(line.place, out);
  out.put(std::int32_t{line.cell});
  out.put(std::int32_t{line.row});
  out.put(std::int32_t{line.column});
  const int flags = (line.gap ? kGap : 0) | (line.closed ? kClosed : 0) | (line.item ? kItem : 0);
  out.put(static_cast<std::uint8_t>(flags));
  out.put(line.indent_em);
  out.put(line.measure_em);
  put_box(line.box, out);
  put_words(line.words, out);
}

bool is_character(std::uint32_t c) {
  const bool control = (c < 0x20 && c != 0x09) || (c >= 0x7F && c < 0xA0);
  const bool surrogate = c >= 0xD800 && c < 0xE000;
  return !control && !surrogate && c <= 0x10FFFF;
}

std::u32string get_characters(Reader& in, std::size_t fewest, std::size_t most) {
  const auto count = in.get<std::uint32_t>(static_cast<std::uint32_t>(fewest), static_cast<std::uint32_t>(most));
  std::u32string words;
  for (std::uint32_t i = 0; in.good() && i < count; ++i) {
    const auto character = in.get<std::uint32_t>(0, 0x10FFFF);
    in.accept(is_character(character));
    words.push_back(character);
  }
  return words;
}

// As LineBuilder leaves them.
std::u32string get_words(Reader& in, std::size_t most) {
  std::u32string words = get_characters(in, 1, most);
  const bool trimmed = !words.empty() && !base::is_space(words.front()) && !base::is_space(words.back());
  return trimmed ? words : std::u32string();
}

Place get_place(Reader& in) {
  Place place;
  place.page = in.get<std::int32_t>(0, kMostPages);
  place.line = in.get<std::int32_t>(0, kMostOfPlace);
  return place;
}

double get_points(Reader& in, double most) {
  return in.get<std::int32_t>(0, static_cast<std::int32_t>(std::lround(most * kParts))) / kParts;
}

// Inside the page, or nothing at all.
PageBox get_box(Reader& in, PageSize page) {
  const double left = get_points(in, page.width), top = get_points(in, page.height);
  const double right = get_points(in, page.width), bottom = get_points(in, page.height);
  in.accept(right >= left && bottom >= top);
  return {left, top, right - left, bottom - top};
}

PageSize size_of(const std::vector<PageSize>& pages, int page) {
  const auto number = static_cast<std::size_t>(page);
  return page >= 1 && number <= pages.size() ? pages[number - 1] : PageSize();
}

std::optional<Line> get_line(Reader& in, const std::vector<PageSize>& pages, std::size_t most_characters) {
  Line line;
  line.place = get_place(in);
  line.cell = in.get<std::int32_t>(0, kMostOfPlace);
  line.row = in.get<std::int32_t>(0, kMostOfPlace);
  line.column = in.get<std::int32_t>(0, kMostOfPlace);
  const auto flags = in.get<std::uint8_t>(0, kAllFlags);
  line.gap = (flags & kGap) != 0;
  line.closed = (flags & kClosed) != 0;
  line.item = (flags & kItem) != 0;
  line.indent_em = in.get(-kMostEm, kMostEm);
  line.measure_em = in.get(-kMostEm, kMostEm);
  line.box = get_box(in, size_of(pages, line.place.page));
  line.words = get_words(in, most_characters);
  return in.good() && !line.words.empty() ? std::optional(std::move(line)) : std::nullopt;
}

void put_notes(const Document& document, Writer& out) {
  const auto count_of = [](const auto& list) { return static_cast<std::uint32_t>(std::min(list.size(), kMostNoted)); };
  out.put(count_of(document.left_out));
  for (std::size_t i = 0; i < count_of(document.left_out); ++i) {
    const LeftOut& one = document.left_out[i];
    out.put(static_cast<std::uint8_t>(one.why));
    put_place(one.place, out);
    put_words(std::u32string_view(one.words).substr(0, kLongestNote), out);
  }
  out.put(count_of(document.lost_letters));
  for (std::size_t i = 0; i < count_of(document.lost_letters); ++i) {
    put_place(document.lost_letters[i].place, out);
    put_words(std::u32string_view(document.lost_letters[i].around).substr(0, kLongestNote), out);
  }
  out.put(static_cast<std::uint32_t>(document.mended_letters.count));
  put_place(document.mended_letters.first, out);
  put_words(std::u32string_view(document.mended_letters.examples).substr(0, kLongestNote), out);
  out.put(static_cast<std::uint32_t>(document.wordless_pages.size()));
  for (const int page : document.wordless_pages) out.put(std::int32_t{page});
}

// Words may be cut where a space stands.
void get_notes(Reader& in, Document& document) {
  for (auto left = in.get<std::uint32_t>(0, kMostNoted); in.good() && left > 0; --left) {
    LeftOut& one = document.left_out.emplace_back();
    one.why = static_cast<LeftOut::Why>(in.get<std::uint8_t>(0, static_cast<std::uint8_t>(kLastWhy)));
    one.place = get_place(in);
    one.words = get_characters(in, 1, kLongestNote);
  }
  for (auto left = in.get<std::uint32_t>(0, kMostNoted); in.good() && left > 0; --left) {
    LostLetter& one = document.lost_letters.emplace_back();
    one.place = get_place(in);
    one.around = get_characters(in, 1, kLongestNote);
  }
  document.mended_letters.count = in.get<std::uint32_t>(0, 2 * kMostCharacters);
  document.mended_letters.first = get_place(in);
  document.mended_letters.examples = get_characters(in, 0, kLongestNote);
  int page = 0;
  for (auto left = in.get<std::uint32_t>(0, kMostPages); in.good() && left > 0; --left) {
    page = in.get<std::int32_t>(page + 1, kMostPages);
    document.wordless_pages.push_back(page);
  }
}

}  // namespace

std::string to_bytes(const Document& document) {
  Writer out;
  out.put(kBeginning);
  out.put(static_cast<std::uint8_t>(document.kind));
  out.put(static_cast<std::uint8_t>(document.refused ? static_cast<int>(*document.refused) + 1 : 0));
  out.put(static_cast<std::uint32_t>(document.pages.size()));
  for (const PageSize& page : document.pages) put_points(page.width, out), put_points(page.height, out);
  out.put(static_cast<std::uint32_t>(document.lines.size()));
  for (const Line& line : document.lines) put_line(line, out);
  put_notes(document, out);
  return out.take();
}

std::optional<Document> document_from(std::string_view bytes) {
  Reader in(bytes);
  in.skip(kBeginning);
  Document document;
  document.kind = static_cast<Document::Kind>(in.get<std::uint8_t>(0, static_cast<std::uint8_t>(kLastKind)));
  const auto refused = in.get<std::uint8_t>(0, static_cast<std::uint8_t>(kLastRefusal) + 1);
  if (refused > 0) document.refused = static_cast<Refusal>(refused - 1);
  for (auto left = in.get<std::uint32_t>(0, kMostPages); in.good() && left > 0; --left) {
    const double width = get_points(in, kLongestSide_pt);
    document.pages.push_back({width, get_points(in, kLongestSide_pt)});
  }
  const auto count = in.get<std::uint32_t>(0, document.refused ? 0 : kMostLines);
  std::size_t left = kMostCharacters;
  for (std::uint32_t i = 0; i < count; ++i) {
    auto line = get_line(in, document.pages, left);
    if (!line) return std::nullopt;
    left -= line->words.size();
    document.lines.push_back(*std::move(line));
  }
  get_notes(in, document);
  return in.good() && in.at_end() ? std::optional(std::move(document)) : std::nullopt;
}

}  // namespace hub::report
