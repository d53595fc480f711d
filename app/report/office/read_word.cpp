#include "report/office/read_word.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/parse.h"
#include "base/utf8.h"
#include "report/around/left_out.h"
#include "report/office/package.h"
#include "report/office/word_lists.h"
#include "report/office/xml.h"
#include "report/read/line_builder.h"
#include "report/read/tables.h"
#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr int kWidestSpan = 100;           // columns of one cell
constexpr int kQuarterTurn = 90 * 60'000;  // of a:xfrm's rot, in 60,000ths of a degree

int number_of(const std::string& value, int otherwise) { return base::parse_number<int>(value).value_or(otherwise); }

bool is_shaded(const xmlNode* properties) {
  const std::string fill = attribute_or(child(properties, "shd"), "fill", "auto");
  return fill != "auto" && fill != "FFFFFF" && fill != "ffffff";
}

bool is_white(const xmlNode* run_properties) {
  const std::string colour = child_value(run_properties, "color");
  return colour == "FFFFFF" || colour == "ffffff";
}

// What stands there as words: of a field its outcome, not what it is to be made of (w:instrText).
std::u32string words_in(const xmlNode& node) {
  if (name_of(node) == "t" || name_of(node) == "delText") return text_of(node);
  std::u32string words;
  for_each_child(&node, [&](const xmlNode& inner) { words += words_in(inner); });
  return words;
}

XmlDocument part_of(const OfficePackage& package, const std::string& name) {
  const std::string* part = package.part(name);
  return part ? parse_xml(*part) : XmlDocument();
}

using Notes = std::map<std::string, std::u32string>;  // by id

Notes notes_in(const OfficePackage& package, const std::string& name) {
  Notes notes;
  const XmlDocument part = part_of(package, name);
  for_each_child(root_of(part), [&](const xmlNode& note) { notes[attribute_or(&note, "id", "")] = words_in(note); });
  return notes;
}

// Which words of a paragraph are the report's.
class WordReader {
 public:
  explicit WordReader(const OfficePackage& package)
      : lists_(package),
        footnotes_(notes_in(package, "word/footnotes.xml")),
        endnotes_(notes_in(package, "word/endnotes.xml")) {}

  void read(const xmlNode* body) { blocks(body); }
  // Words of running heads and feet.
  void read_edge(const xmlNode* part) {
    const std::u32string words = part ? words_in(*part) : std::u32string();
    left_out_.add(LeftOut::Why::page_edge, words, {0, 1});
  }

  Document take() {
    Document document{Document::Kind::word, {}, lines_.refused()};
    if (!document.refused) document.lines = with_headings_in_each_row(lines_.take());
    document.left_out = left_out_.take();
    return document;
  }

 private:
  // Paragraphs and tables, also inside what only holds them (w:sdt, w:ins around blocks).
  void blocks(const xmlNode* parent) {
    for_each_child(parent, [&](const xmlNode& node) {
      const std::string_view name = name_of(node);
      if (lines_.refused()) return;
      if (name == "p") {
        paragraph(node);
      } else if (name == "tbl") {
        table(node);
      } else if (name == "sdt" || name == "sdtContent" || name == "ins" || name == "customXml" || name == "moveTo") {
        blocks(&node);
      }
    });
  }

  void table(const xmlNode& node) {
    lines_.gap();
    for_each_child(&node, [&](const xmlNode& row) {
      if (name_of(row) == "tr") table_row(row);
    });
    lines_.new_cell();
    lines_.gap();
  }

  void table_row(const xmlNode& row) {
    const xmlNode* properties = child(&row, "trPr");
    if (child(properties, "del")) return left_out_.add(LeftOut::Why::struck, words_in(row), place());
    if (is_on(properties, "hidden")) return left_out_.add(LeftOut::Why::hidden, words_in(row), place());
    const int id = lines_.new_row();
    int column = number_of(child_value(properties, "gridBefore"), 0);
    for_each_child(&row, [&](const xmlNode& cell) {
      if (name_of(cell) == "sdt")
        return for_each_child(child(&cell, "sdtContent"), [&](const xmlNode& inner) {
          if (name_of(inner) == "tc") table_cell(inner, id, column);
        });
      if (name_of(cell) == "tc") table_cell(cell, id, column);
    });
  }

  void table_cell(const xmlNode& cell, int row, int& column) {
    const xmlNode* properties = child(&cell, "tcPr");
    lines_.new_cell(row, column);
    column += std::clamp(number_of(child_value(properties, "gridSpan"), 1), 1, kWidestSpan);
    const bool shaded = std::exchange(shaded_, is_shaded(properties));
    blocks(&cell);
    shaded_ = shaded;
  }

  Place place() const { return {0, std::max(paragraphs_, 1)}; }

  void paragraph(const xmlNode& node) {
    ++paragraphs_;
    const xmlNode* properties = child(&node, "pPr");
    if (lists_.is_heading(properties)) lines_.gap();
    const ParagraphNumber number = lists_.next_number(properties);
    const Words before = std::exchange(now_, {});
    now_.shaded = shaded_ || is_shaded(properties);
    inline_content(&node);
    const Words now = std::exchange(now_, before);
    for (const Gone& gone : now.left_out) left_out_.add(gone.why, gone.words, place());
    // The number of a paragraph without words says nothing.
    const bool empty = trimmed(now.words).empty();
    if (empty) lines_.gap();
    if (!empty) put(number, now.words);
    for (const xmlNode* box : now.boxes) text_box(*box);
  }

  void put(const ParagraphNumber& number, const std::u32string& words) {
    if (number.listed && number.words.empty()) lines_.list_item();
    std::u32string line = number.words;
    if (!line.empty()) line.push_back(U' ');
    for (const char32_t character : words) {
      if (character != U'\n') {
        line.push_back(character);
        continue;
      }
      lines_.line(line, place());
      line.clear();
    }
    lines_.line(line, place());
    lines_.close();
  }

  void text_box(const xmlNode& box) {
    lines_.new_cell();
    blocks(&box);
    lines_.new_cell();
  }

  void inline_content(const xmlNode* parent) {
    for_each_child(parent, [&](const xmlNode& node) {
      const std::string_view name = name_of(node);
      if (name == "r") {
        run(node);
      } else if (name == "del" || name == "moveFrom") {
        leave_out(LeftOut::Why::struck, words_in(node));
      } else if (name != "pPr" && name != "rPr") {
        inline_content(&node);  // w:hyperlink, w:ins, w:smartTag, w:sdt …
      }
    });
  }

  void run(const xmlNode& node) {
    const xmlNode* properties = child(&node, "rPr");
    std::optional<LeftOut::Why> why;
    if (is_on(properties, "strike") || is_on(properties, "dstrike")) why = LeftOut::Why::struck;
    if (is_on(properties, "vanish") || is_on(properties, "webHidden")) why = LeftOut::Why::hidden;
    if (is_white(properties) && !now_.shaded && !is_shaded(properties)) why = LeftOut::Why::hidden;
    const std::size_t before = now_.words.size();
    run_content(node);
    if (!why) return;
    const std::u32string words = now_.words.substr(before);
    now_.words.resize(before);
    leave_out(*why, words);
  }

  void run_content(const xmlNode& run) {
    for_each_child(&run, [&](const xmlNode& node) {
      const std::string_view name = name_of(node);
      if (name == "t") now_.words += text_of(node);
      if (name == "tab" || name == "ptab") now_.words.push_back(U'　');
      if (name == "br" || name == "cr") now_.words.push_back(U'\n');
      if (name == "noBreakHyphen") now_.words.push_back(U'-');
      if (name == "sym") symbol(node);
      if (name == "ruby") ruby(node);
      if (name == "AlternateContent") alternative(node);
      if (name == "drawing" || name == "pict" || name == "object") drawing(node);
      if (name == "footnoteReference") note(footnotes_, node);
      if (name == "endnoteReference") note(endnotes_, node);
    });
  }

  // What a small number between the words leads to.
  void note(const Notes& notes, const xmlNode& reference) {
    const auto found = notes.find(attribute_or(&reference, "id", ""));
    if (found != notes.end()) leave_out(LeftOut::Why::note, found->second);
  }

  // A character of a font of signs, in its private use area: before all words it is a bullet, elsewhere nobody knows.
  void symbol(const xmlNode& node) {
    const auto code = base::parse_number<std::uint32_t>(attribute_or(&node, "char", ""), 16);
    if (trimmed(now_.words).empty()) {
      now_.words.push_back(U'・');
    } else if (code && *code >= 0xE000 && *code <= 0xF8FF) {
      now_.words.push_back(*code);
    }
  }

  void ruby(const xmlNode& node) {
    if (const xmlNode* reading = child(&node, "rt")) leave_out(LeftOut::Why::reading, words_in(*reading));
    inline_content(child(&node, "rubyBase"));
  }

  // The same twice, for newer and older programs.
  void alternative(const xmlNode& node) {
    const xmlNode* newer = child(&node, "Choice");
    if (const xmlNode* shown = newer ? newer : child(&node, "Fallback")) drawing(*shown);
  }

  // Boxes of text inside drawings; words set as a picture (WordArt) and in slanted boxes are a stamp.
  void drawing(const xmlNode& node) {
    for_each_child(&node, [&](const xmlNode& inner) {
      const std::string_view name = name_of(inner);
      if (name == "textpath") {
        leave_out(LeftOut::Why::stamp, base::decode_utf8(attribute_or(&inner, "string", "")));
      } else if (name == "wsp" && is_slanted(inner)) {
        leave_out(LeftOut::Why::stamp, words_in(inner));
      } else if (name == "txbxContent") {
        now_.boxes.push_back(&inner);
      } else {
        drawing(inner);
      }
    });
  }
  static bool is_slanted(const xmlNode& shape) {
    const xmlNode* place = child(child(&shape, "spPr"), "xfrm");
    return number_of(attribute_or(place, "rot", "0"), 0) % kQuarterTurn != 0;
  }

  // Words that stood beside each other are one note.
  void leave_out(LeftOut::Why why, std::u32string_view words) {
    if (words.empty()) return;
    const bool goes_on =
        !now_.left_out.empty() && now_.left_out.back().why == why && now_.left_out.back().at == now_.words.size();
    if (!goes_on) now_.left_out.push_back({why, U"", now_.words.size()});
    now_.left_out.back().words += words;
  }

  struct Gone {
    LeftOut::Why why;
    std::u32string words;
    std::size_t at;  // among the words that stay
  };
  // Of a paragraph.
  struct Words {
    std::u32string words;  // with \n where a line was ended by hand
    std::vector<Gone> left_out;
    std::vector<const xmlNode*> boxes;
    bool shaded = false;
  };

  WordLists lists_;
  Notes footnotes_, endnotes_;
  LineBuilder lines_;
  LeftOutList left_out_;
  Words now_;
  bool shaded_ = false;  // the cell
  int paragraphs_ = 0;
};

}  // namespace

Document read_word(std::string_view bytes) {
  auto unpacked = OfficePackage::unpack(bytes);
  if (const auto* refusal = std::get_if<Refusal>(&unpacked)) return {Document::Kind::word, {}, *refusal};
  const OfficePackage& package = std::get<OfficePackage>(unpacked);
  const XmlDocument document = part_of(package, "word/document.xml");
  const xmlNode* body = child(root_of(document), "body");
  if (!body) return {Document::Kind::word, {}, Refusal::damaged};
  WordReader reader(package);
  for (const char* edge : {"header", "footer"}) {
    const auto name = [&](int number) { return "word/" + std::string(edge) + std::to_string(number) + ".xml"; };
    for (int number = 1; package.part(name(number)); ++number) {
      const XmlDocument parsed = part_of(package, name(number));
      reader.read_edge(root_of(parsed));
    }
  }
  reader.read(body);
  return reader.take();
}

}  // namespace hub::report
