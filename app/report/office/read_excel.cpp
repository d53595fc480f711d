#include "report/office/read_excel.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/parse.h"
#include "base/utf8.h"
#include "report/around/left_out.h"
#include "report/office/package.h"
#include "report/office/sheet_values.h"
#include "report/office/xml.h"
#include "report/read/line_builder.h"
#include "report/read/tables.h"
#include "report/words/characters.h"

namespace hub::report {

namespace {

constexpr int kLastColumn = 16'384;  // Excel's own
constexpr int kLastRow = 1'048'576;

int number_of(const std::string& value, int otherwise) { return base::parse_number<int>(value).value_or(otherwise); }
int number_at(const xmlNode& node, std::string_view name, int otherwise) {
  return number_of(attribute_or(&node, name, ""), otherwise);
}
bool flag_at(const xmlNode& node, std::string_view name) {
  const std::string value = attribute_or(&node, name, "0");
  return value == "1" || value == "true";
}

// "BC12" → 55; 0: no such cell.
int column_of(std::string_view cell) {
  int column = 0;
  for (const char c : cell) {
    if (c < 'A' || c > 'Z') break;
    column = std::min(column * 26 + (c - 'A' + 1), kLastColumn);
  }
  return column;
}

// Words of a cell and those of them that are struck out.
struct RichText {
  std::u32string words;
  std::u32string struck;
};

// <si> and <is>: runs of words. Readings (rPh) are written by Excel for whatever is typed, and shown nowhere.
RichText rich_text(const xmlNode* item) {
  RichText text;
  for_each_child(item, [&](const xmlNode& node) {
    if (name_of(node) == "t") text.words += text_of(node);
    if (name_of(node) != "r") return;
    const xmlNode* words = child(&node, "t");
    if (!words) return;
    (is_on(child(&node, "rPr"), "strike") ? text.struck : text.words) += text_of(*words);
  });
  return text;
}

// How a cell looks, as far as its words depend on it.
struct CellStyle {
  std::string format;  // of a number
  bool struck = false;
  bool white = false;  // on no colour
};

class Workbook {
 public:
  explicit Workbook(const OfficePackage& package) : package_(package) {
    read_strings();
    read_styles();
    const std::string* part = package_.part("xl/workbook.xml");
    workbook_ = part ? parse_xml(*part) : XmlDocument();
    if (const std::string* links = package_.part("xl/_rels/workbook.xml.rels")) {
      const XmlDocument parsed = parse_xml(*links);
      for_each_child(root_of(parsed), [&](const xmlNode& link) {
        targets_[attribute_or(&link, "Id", "")] = attribute_or(&link, "Target", "");
      });
    }
    since_1904_ =
        child(root_of(workbook_), "workbookPr") && flag_at(*child(root_of(workbook_), "workbookPr"), "date1904");
  }

  struct Sheet {
    std::string name;
    const std::string* part = nullptr;
    bool hidden = false;
  };
  std::vector<Sheet> sheets() const {
    std::vector<Sheet> all;
    for_each_child(child(root_of(workbook_), "sheets"), [&](const xmlNode& node) {
      const auto target = targets_.find(attribute_or(&node, "id", ""));
      if (target == targets_.end()) return;
      const std::string& path = target->second;
      const std::string* part = package_.part(path.starts_with('/') ? path.substr(1) : "xl/" + path);
      const bool hidden = attribute_or(&node, "state", "visible") != "visible";
      if (part) all.push_back({attribute_or(&node, "name", ""), part, hidden});
    });
    return all;
  }

  const CellStyle& style(int index) const {
    static const CellStyle plain;
    const bool known = index >= 0 && static_cast<std::size_t>(index) < styles_.size();
    return known ? styles_[static_cast<std::size_t>(index)] : plain;
  }

  // What the cell shows.
  RichText text(const xmlNode& cell) const {
    const std::string type = attribute_or(&cell, "t", "n");
    if (type == "inlineStr") return rich_text(child(&cell, "is"));
    const xmlNode* value = child(&cell, "v");
    if (!value) return {};
    const std::string words = base::encode_utf8(text_of(*value));
    if (type == "s") {
      const int index = number_of(words, -1);
      const bool known = index >= 0 && static_cast<std::size_t>(index) < strings_.size();
      return known ? strings_[static_cast<std::size_t>(index)] : RichText{};
    }
    if (type == "b") return {words == "1" ? U"TRUE" : U"FALSE", U""};
    if (type != "n") return {base::decode_utf8(words), U""};
    return {base::decode_utf8(shown_number(words, style(number_at(cell, "s", 0)).format, since_1904_)), U""};
  }

 private:
  void read_strings() {
    const std::string* part = package_.part("xl/sharedStrings.xml");
    if (!part) return;
    const XmlDocument parsed = parse_xml(*part);
    for_each_child(root_of(parsed), [&](const xmlNode& item) { strings_.push_back(rich_text(&item)); });
  }

  void read_styles() {
    const std::string* part = package_.part("xl/styles.xml");
    if (!part) return;
    const XmlDocument parsed = parse_xml(*part);
    const xmlNode* root = root_of(parsed);
    std::map<int, std::string> formats;
    for_each_child(child(root, "numFmts"), [&](const xmlNode& node) {
      formats[number_at(node, "numFmtId", -1)] = attribute_or(&node, "formatCode", "");
    });
    std::vector<CellStyle> fonts;
    for_each_child(child(root, "fonts"), [&](const xmlNode& font) {
      const std::string colour = attribute_or(child(&font, "color"), "rgb", "");
      fonts.push_back({"", is_on(&font, "strike"), colour == "FFFFFFFF" || colour == "00FFFFFF"});
    });
    std::vector<bool> filled;
    for_each_child(child(root, "fills"), [&](const xmlNode& fill) {
      filled.push_back(attribute_or(child(&fill, "patternFill"), "patternType", "none") != "none");
    });
    const auto at = [](const auto& list, int index) {
      using Value = typename std::decay_t<decltype(list)>::value_type;
      return index >= 0 && static_cast<std::size_t>(index) < list.size() ? Value(list[static_cast<std::size_t>(index)])
                                                                         : Value();
    };
    for_each_child(child(root, "cellXfs"), [&](const xmlNode& node) {
      CellStyle style = at(fonts, number_at(node, "fontId", 0));
      style.white = style.white && !at(filled, number_at(node, "fillId", 0));
      const int format = number_at(node, "numFmtId", 0);
      const auto own = formats.find(format);
      style.format = own != formats.end() ? own->second : std::string(builtin_format(format));
      styles_.push_back(std::move(style));
    });
  }

  const OfficePackage& package_;
  XmlDocument workbook_;
  std::map<std::string, std::string> targets_;
  std::vector<RichText> strings_;
  std::vector<CellStyle> styles_;
  bool since_1904_ = false;
};

struct Cell {
  int column = 0;  // from 1
  std::u32string words;
};
struct Row {
  int number = 0;  // from 1
  std::vector<Cell> cells;
};

// The rows of one sheet that have words, as they are seen.
class SheetReader {
 public:
  SheetReader(const Workbook& workbook, int page, LeftOutList& left_out)
      : workbook_(workbook), page_(page), left_out_(left_out) {}

  std::vector<Row> read(const xmlNode* sheet) {
    for_each_child(child(sheet, "cols"), [&](const xmlNode& node) {
      if (!flag_at(node, "hidden")) return;
      hidden_columns_.emplace_back(number_at(node, "min", 1), number_at(node, "max", 1));
    });
    int number = 0;
    for_each_child(child(sheet, "sheetData"), [&](const xmlNode& node) {
      if (name_of(node) != "row") return;
      number = std::clamp(number_at(node, "r", number + 1), 1, kLastRow);
      row(node, number);
    });
    return std::move(rows_);
  }

 private:
  void row(const xmlNode& node, int number) {
    Row row{number, {}};
    std::u32string hidden;
    int column = 0;
    for_each_child(&node, [&](const xmlNode& cell) {
      const int named = column_of(attribute_or(&cell, "r", ""));
      column = named > 0 ? named : std::min(column + 1, kLastColumn);
      const RichText text = workbook_.text(cell);
      const CellStyle& style = workbook_.style(number_at(cell, "s", 0));
      const Place place{page_, number};
      left_out_.add(LeftOut::Why::struck, text.struck, place);
      if (trimmed(text.words).empty()) return;
      if (flag_at(node, "hidden") || is_hidden(column) || style.white) {
        hidden += (hidden.empty() ? U"" : U"　") + text.words;
      } else if (style.struck) {
        left_out_.add(LeftOut::Why::struck, text.words, place);
      } else {
        row.cells.push_back({column, text.words});
      }
    });
    left_out_.add(LeftOut::Why::hidden, hidden, {page_, number});
    if (!row.cells.empty()) rows_.push_back(std::move(row));
  }

  bool is_hidden(int column) const {
    return std::ranges::any_of(hidden_columns_,
                               [&](const auto& range) { return range.first <= column && column <= range.second; });
  }

  const Workbook& workbook_;
  int page_;
  LeftOutList& left_out_;
  std::vector<std::pair<int, int>> hidden_columns_;
  std::vector<Row> rows_;
};

// Sheets drawn on squared paper have hundreds of columns, of which few begin a cell.
std::map<int, int> ranks_of_columns(const std::vector<Row>& rows) {
  std::set<int> used;
  for (const Row& row : rows) {
    for (const Cell& cell : row.cells) used.insert(cell.column);
  }
  std::map<int, int> ranks;
  for (const int column : used) ranks.emplace(column, static_cast<int>(ranks.size()));
  return ranks;
}

void put_rows(const std::vector<Row>& rows, int page, LineBuilder& lines) {
  const std::map<int, int> ranks = ranks_of_columns(rows);
  int before = 0;
  for (const Row& row : rows) {
    if (row.number > before + 1) lines.gap();
    before = row.number;
    const int id = lines.new_row();
    for (const Cell& cell : row.cells) {
      lines.new_cell(id, ranks.at(cell.column));
      std::u32string_view rest = cell.words;
      while (!rest.empty() && !lines.refused()) {
        const std::size_t end = std::min(rest.find_first_of(U"\n\r"), rest.size());
        lines.line(rest.substr(0, end), {page, row.number});
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    if (lines.refused()) return;
  }
  lines.new_cell();
  lines.gap();
}

}  // namespace

Document read_excel(std::string_view bytes) {
  auto unpacked = OfficePackage::unpack(bytes);
  if (const auto* refusal = std::get_if<Refusal>(&unpacked)) return {Document::Kind::excel, {}, *refusal};
  const Workbook workbook(std::get<OfficePackage>(unpacked));
  const std::vector<Workbook::Sheet> sheets = workbook.sheets();
  if (sheets.empty()) return {Document::Kind::excel, {}, Refusal::damaged};
  const bool paged = std::ranges::count(sheets, false, &Workbook::Sheet::hidden) > 1;
  LineBuilder lines;
  LeftOutList left_out;
  int page = 0;
  for (const Workbook::Sheet& sheet : sheets) {
    if (sheet.hidden) {
      left_out.add(LeftOut::Why::hidden, base::decode_utf8(sheet.name), {});
      continue;
    }
    ++page;
    if (page > static_cast<int>(kMostPages)) lines.refuse(Refusal::pages);
    if (lines.refused()) break;
    const int shown_page = paged ? page : 0;
    const XmlDocument parsed = parse_xml(*sheet.part);
    put_rows(SheetReader(workbook, shown_page, left_out).read(root_of(parsed)), shown_page, lines);
  }
  Document document{Document::Kind::excel, {}, lines.refused()};
  if (!document.refused) document.lines = with_headings_in_each_row(lines.take());
  document.left_out = left_out.take();
  return document;
}

}  // namespace hub::report
