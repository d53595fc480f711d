// Word and Excel files: their lines, what is left out of them, and archives that are no report.
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/circled_numbers.h"
#include "base/utf8.h"
#include "compare.h"
#include "office_files.h"
#include "own_readers.h"
#include "report/draft/draft.h"
#include "report/draft/write_draft.h"
#include "report/office/numerals.h"
#include "report/office/package.h"
#include "report/office/read_excel.h"
#include "report/office/read_file.h"
#include "report/office/read_word.h"
#include "report/office/sheet_values.h"
#include "report/sandbox/document_bytes.h"
#include "report/sandbox/read_document.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::tests;
using nlohmann::json;
using report::Document;
using report::LeftOut;

namespace {

std::vector<std::string> words_of(const Document& document) {
  std::vector<std::string> words;
  for (const report::Line& line : document.lines) words.push_back(base::encode_utf8(line.words));
  return words;
}

Document word(std::string_view body, std::map<std::string, std::string> more = {}) {
  return report::read_word(word_file(body, std::move(more)));
}
Document excel(std::string_view sheet, std::map<std::string, std::string> more = {}) {
  return report::read_excel(excel_file(sheet, std::move(more)));
}

using Words = std::vector<std::string>;

std::string run(std::string_view words, std::string_view properties = "") {
  return "<w:r><w:rPr>" + std::string(properties) + "</w:rPr><w:t>" + std::string(words) + "</w:t></w:r>";
}
std::string paragraph_of(std::string_view runs) { return "<w:p>" + std::string(runs) + "</w:p>"; }

bool left_out(const Document& document, LeftOut::Why why, std::u32string_view words) {
  for (const LeftOut& one : document.left_out) {
    if (one.why == why && one.words == words) return true;
  }
  return false;
}

// <w:abstractNum> with one level of this format.
std::string numbering(std::string_view format, std::string_view pattern) {
  return R"(<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val=")" +
         std::string(format) + R"("/><w:lvlText w:val=")" + std::string(pattern) +
         R"("/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>)" +
         R"(<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>)";
}
std::string in_list(int list) {
  return R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val=")" + std::to_string(list) + R"("/></w:numPr>)";
}

// A report as its rows: a heading and what stands beside it, a paragraph each.
using Rows = std::vector<std::pair<std::string, std::vector<std::string>>>;

std::string era_year(int year) { return "令和" + (year == 2019 ? "元" : std::to_string(year - 2018)) + "年度"; }

std::vector<std::string> items_of(const json& list) {
  std::vector<std::string> lines;
  for (const json& item : list) {
    std::string marks;
    for (const json& mark : item["marks"]) marks += base::circled_text(mark.get<int>());
    if (marks.empty()) marks = "・";
    for (const json& text : item["text"]) lines.push_back(std::exchange(marks, "") + text.get<std::string>());
  }
  return lines;
}

void add_goals(const json& goals, int year, Rows& rows) {
  for (const json& goal : goals) {
    const std::string number = base::circled_text(goal["number"].get<int>());
    rows.push_back({era_year(year) + "\n重点目標" + number, {goal["goal"].get<std::string>()}});
    rows.push_back({"取組内容", items_of(goal["activities"])});
    if (!goal.contains("outcomes")) continue;
    rows.push_back({"取組の成果", items_of(goal["outcomes"])});
    rows.push_back({"取組の課題", items_of(goal["challenges"])});
  }
}

Rows front_matter_of(const json& report) {
  const int year = report["reviewYear"].get<int>();
  const json& period = report["period"];
  const std::string term = std::to_string(period["termYear"].get<int>());
  Rows rows = {{"事業実施期間",
                {std::to_string(year) + "年4月1日～" + std::to_string(year + 1) + "年3月31日（" + term + "年度目／" +
                 std::to_string(period["termYears"].get<int>()) + "か年度）"}},
               {"事業の実施者", report["implementers"]},
               {"事業目的", {report["purpose"].get<std::string>(), "【事業・施設運営の基本理念】"}}};
  int number = 0;
  for (const json& one : report["principles"])
    rows.back().second.push_back(std::to_string(++number) + "　" + one.get<std::string>());
  rows.push_back({"事業の内容", {}});
  for (const json& one : report["services"]) {
    rows.back().second.push_back(std::to_string(one["number"].get<int>()) + "　" +
                                 one["description"].get<std::string>() + "（" + one["program"].get<std::string>() +
                                 "）");
  }
  rows.push_back({"事業の評価実施方法及び評価結果の公表方法", {}});
  number = 0;
  for (const json& one : report["evaluationMethod"])
    rows.back().second.push_back(std::to_string(++number) + "　" + one.get<std::string>());
  return rows;
}

// Title, tables and headings, as `put_line` and `put_table` write them.
void write_report(const json& report, const std::function<void(const std::string&)>& put_line,
                  const std::function<void(const Rows&)>& put_table) {
  const int year = report["reviewYear"].get<int>();
  put_line(report["title"].get<std::string>());
  put_line(era_year(year) + "重点目標評価結果・" + era_year(year + 1) + "重点目標");
  put_table(front_matter_of(report));
  put_line(era_year(year) + "重点目標の評価");
  Rows reviewed, next;
  add_goals(report["review"], year, reviewed);
  add_goals(report["goals"], year + 1, next);
  put_table(reviewed);
  put_line(era_year(year + 1) + "重点目標");
  put_table(next);
}

std::string paragraphs_of(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += word_paragraph(line);
  return all;
}

std::string as_word(const json& report) {
  std::string body;
  write_report(
      report, [&](const std::string& line) { body += word_paragraph(line); },
      [&](const Rows& rows) {
        std::vector<std::vector<std::string>> cells;
        for (const auto& [heading, lines] : rows) {
          const std::size_t broken = heading.find('\n');
          cells.push_back(
              {paragraphs_of(broken == heading.npos ? Words{heading}
                                                    : Words{heading.substr(0, broken), heading.substr(broken + 1)}),
               paragraphs_of(lines)});
        }
        body += word_table(cells);
      });
  return body;
}

std::string as_sheet(const json& report) {
  std::string data;
  int row = 0;
  write_report(
      report, [&](const std::string& line) { data += sheet_row(++row, {line}); },
      [&](const Rows& rows) {
        for (const auto& [heading, lines] : rows) {
          std::string cell;
          for (const std::string& line : lines) cell += (cell.empty() ? "" : "\n") + line;
          data += sheet_row(++row, {heading, "", cell});
        }
        ++row;
      });
  return "<sheetData>" + data + "</sheetData>";
}

}  // namespace

TEST_CASE("a paragraph of Word is a line, whatever runs it has; a line ended by hand is one, too") {
  const Document document =
      word(paragraph_of(run("重点") + run("目標①", "<w:b/>")) +
           paragraph_of("<w:r><w:t>令和6年度</w:t><w:br/><w:t>評価</w:t></w:r>") +
           paragraph_of("<w:r><w:t>取組内容</w:t><w:tab/><w:t>ひろば</w:t></w:r>") + paragraph_of(""));
  CHECK(words_of(document) == Words{"重点目標①", "令和6年度", "評価", "取組内容　ひろば"});
  CHECK(document.lines[0].closed);
  CHECK_FALSE(document.lines[1].closed);
  CHECK(document.lines[3].place == report::Place{0, 3});
}

TEST_CASE("what was deleted, struck out or hidden is left out of Word and named; what was inserted stays") {
  const Document document =
      word(paragraph_of(run("親子の") + "<w:del><w:r><w:delText>集い</w:delText></w:r></w:del><w:ins>" + run("ひろば") +
                        "</w:ins>" + run("と会議", "<w:strike/>") + run("秘密", "<w:vanish/>") + run("で") +
                        run("白い", R"(<w:color w:val="FFFFFF"/>)") + run("を開く。", R"(<w:strike w:val="0"/>)")));
  CHECK(words_of(document) == Words{"親子のひろばでを開く。"});
  CHECK(left_out(document, LeftOut::Why::struck, U"集い"));
  CHECK(left_out(document, LeftOut::Why::struck, U"と会議"));
  CHECK(left_out(document, LeftOut::Why::hidden, U"秘密"));
  CHECK(left_out(document, LeftOut::Why::hidden, U"白い"));
}

TEST_CASE("white words on a coloured cell are seen") {
  const Document document =
      word("<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill=\"1F4E79\"/></w:tcPr>" +
           paragraph_of(run("取組内容", R"(<w:color w:val="FFFFFF"/>)")) + "</w:tc></w:tr></w:tbl>");
  CHECK(words_of(document) == Words{"取組内容"});
}

TEST_CASE("readings over words are no words of the report") {
  const Document document =
      word(paragraph_of("<w:r><w:ruby><w:rt><w:r><w:t>さんか</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>参加</w:t></w:r></"
                        "w:rubyBase></w:ruby></w:r>" +
                        run("する。")));
  CHECK(words_of(document) == Words{"参加する。"});
  CHECK(left_out(document, LeftOut::Why::reading, U"さんか"));
}

TEST_CASE("notes at the foot of a page or at the end are named, and so are all running heads") {
  const auto note = [](const char* kind, const char* id, const char* words) {
    return "<w:" + std::string(kind) + " w:id=\"" + id + "\">" + word_paragraph(words) + "</w:" + kind + ">";
  };
  const Document document =
      word(paragraph_of(run("アンケート") + R"(<w:r><w:footnoteReference w:id="2"/></w:r>)" + run("を見る。") +
                        R"(<w:r><w:endnoteReference w:id="2"/></w:r>)"),
           {{"word/footnotes.xml", R"(<w:footnotes xmlns:w="w">)" + note("footnote", "1", "") +
                                       note("footnote", "2", "11月に実施") + "</w:footnotes>"},
            {"word/endnotes.xml", R"(<w:endnotes xmlns:w="w">)" + note("endnote", "2", "巻末の注") + "</w:endnotes>"},
            {"word/header1.xml", R"(<w:hdr xmlns:w="w">)" + word_paragraph("資料１") + "</w:hdr>"},
            {"word/header2.xml", R"(<w:hdr xmlns:w="w">)" + word_paragraph("資料２") + "</w:hdr>"},
            {"word/header3.xml", R"(<w:hdr xmlns:w="w"/>)"},
            {"word/footer1.xml",
             R"(<w:ftr xmlns:w="w"><w:p><w:r><w:instrText> PAGE </w:instrText></w:r>)" + run("2") + "</w:p></w:ftr>"},
            {"word/header4.xml", R"(<w:hdr xmlns:w="w">)" + word_paragraph("資料４") + "</w:hdr>"}});
  CHECK(words_of(document) == Words{"アンケートを見る。"});
  CHECK(left_out(document, LeftOut::Why::note, U"11月に実施"));
  CHECK(left_out(document, LeftOut::Why::note, U"巻末の注"));
  CHECK(left_out(document, LeftOut::Why::page_edge, U"資料４"));
  CHECK(left_out(document, LeftOut::Why::page_edge, U"2"));
}

TEST_CASE("the numbers that Word draws are written out, and count on or begin anew as it says") {
  const std::string body = word_paragraph("ひろば", in_list(3)) + word_paragraph("相談", in_list(3)) +
                           word_paragraph("会議", in_list(4)) + word_paragraph("講座", in_list(4));
  CHECK(words_of(word(body, {{"word/numbering.xml", numbering("decimalEnclosedCircle", "%1")}})) ==
        Words{"① ひろば", "② 相談", "① 会議", "② 講座"});
  CHECK(words_of(word(body, {{"word/numbering.xml", numbering("aiueoFullWidth", "（%1）")}})) ==
        Words{"（ア） ひろば", "（イ） 相談", "（ア） 会議", "（イ） 講座"});
  const Document bullets = word(body, {{"word/numbering.xml", numbering("bullet", "")}});
  CHECK(words_of(bullets) == Words{"ひろば", "相談", "会議", "講座"});
  CHECK(bullets.lines[1].item);
}

TEST_CASE("a line of Word that only leads somewhere else is left out and named") {
  const std::string link = "詳しくは横浜市のホームページへ";
  const std::string body =
      paragraph_of(run("重点目標①")) + paragraph_of(run(link)) + paragraph_of(run("居場所を広げる。"));
  const Document read = report::read_file(Document::Kind::word, word_file(body));
  CHECK(words_of(read) == Words{"重点目標①", "居場所を広げる。"});
  CHECK(left_out(read, LeftOut::Why::navigation, base::decode_utf8(link)));
}

TEST_CASE("numerals are written as Word writes them") {
  using report::numeral;
  CHECK(numeral(3, "decimal") == U"3");
  CHECK(numeral(12, "decimalFullWidth") == U"１２");
  CHECK(numeral(20, "decimalEnclosedCircle") == U"⑳");
  CHECK(numeral(21, "decimalEnclosedCircle") == U"21");
  CHECK(numeral(4, "upperRoman") == U"IV");
  CHECK(numeral(9, "lowerRoman") == U"ix");
  CHECK(numeral(12, "japaneseCounting") == U"十二");
  CHECK(numeral(20, "japaneseCounting") == U"二十");
  CHECK(numeral(2, "irohaFullWidth") == U"ロ");
  CHECK(numeral(27, "lowerLetter") == U"aa");
  CHECK(numeral(5, "somethingNew") == U"5");
}

TEST_CASE("a table of Word is rows of cells; merged and deleted ones stay where they are") {
  const Document document =
      word("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + word_paragraph("全体") + "</w:tc><w:tc>" +
           word_paragraph("右") + "</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + word_paragraph("消した行") +
           "</w:tc></w:tr><w:tr><w:tc>" + word_paragraph("左") + "</w:tc><w:tc>" + word_paragraph("中") +
           "</w:tc><w:tc>" + word_paragraph("") + "</w:tc></w:tr></w:tbl>");
  CHECK(words_of(document) == Words{"全体", "右", "左", "中"});
  CHECK(document.lines[1].column == 2);
  CHECK(document.lines[3].column == 1);
  CHECK(left_out(document, LeftOut::Why::struck, U"消した行"));
}

TEST_CASE("a text box is read once, and slanted or drawn words are a stamp") {
  const std::string box = "<wps:wsp><wps:spPr><a:xfrm ROT/></wps:spPr><wps:txbx><w:txbxContent>" +
                          word_paragraph("箱の文") + "</w:txbxContent></wps:txbx></wps:wsp>";
  const auto with = [&](std::string turned) {
    std::string own = box;
    own.replace(own.find("ROT"), 3, turned);
    return word(paragraph_of(run("本文。") + "<w:r><mc:AlternateContent><mc:Choice>" + own +
                             "</mc:Choice><mc:Fallback>" + own + "</mc:Fallback></mc:AlternateContent></w:r>"));
  };
  CHECK(words_of(with("")) == Words{"本文。", "箱の文"});
  const Document slanted = with(R"(rot="2700000")");
  CHECK(words_of(slanted) == Words{"本文。"});
  CHECK(left_out(slanted, LeftOut::Why::stamp, U"箱の文"));
  const Document drawn =
      word(paragraph_of(run("本文。") + R"(<w:r><w:pict><v:shape><v:textpath string="案"/></v:shape></w:pict></w:r>)"));
  CHECK(left_out(drawn, LeftOut::Why::stamp, U"案"));
}

TEST_CASE("cells of Excel keep their places; lines inside them and gaps between rows are seen") {
  const Document document = excel("<sheetData>" + sheet_row(2, {"取組内容", "", "ひろば\n相談"}) +
                                  sheet_row(5, {"課題", "", "なし"}) + "</sheetData>");
  CHECK(words_of(document) == Words{"取組内容", "ひろば", "相談", "課題", "なし"});
  CHECK(document.lines[1].column == 1);  // the empty column between is none
  CHECK(document.lines[3].gap);
  CHECK(document.lines[3].place == report::Place{0, 5});
}

TEST_CASE("hidden rows, columns and sheets, struck-out and white cells are left out and named") {
  const std::map<std::string, std::string> more = {
      {"xl/workbook.xml",
       R"(<workbook xmlns:r="r"><sheets><sheet name="報告" r:id="r1"/><sheet name="控え" state="hidden" r:id="r1"/></sheets></workbook>)"},
      {"xl/styles.xml",
       R"(<styleSheet><fonts><font/><font><strike/></font><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"/></fill></fills><cellXfs><xf/><xf fontId="1"/><xf fontId="2" fillId="0"/><xf fontId="2" fillId="1"/></cellXfs></styleSheet>)"},
      {"xl/sharedStrings.xml",
       R"(<sst><si><t>見える</t><rPh sb="0" eb="1"><t>ミエル</t></rPh></si><si><t>消した</t></si><si><t>白い</t></si><si><t>色の上</t></si><si><r><t>残る</t></r><r><rPr><strike/></rPr><t>消える</t></r></si></sst>)"}};
  const Document document =
      excel(R"(<cols><col min="6" max="7" hidden="1"/></cols><sheetData><row r="1">)"
            R"(<c r="A1" t="s"><v>0</v></c><c r="B1" t="s" s="1"><v>1</v></c><c r="C1" t="s" s="2"><v>2</v></c>)"
            R"(<c r="D1" t="s" s="3"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="s"><v>0</v></c></row>)"
            R"(<row r="2" hidden="1"><c r="A2" t="s"><v>3</v></c></row></sheetData>)",
            more);
  CHECK(words_of(document) == Words{"見える", "色の上", "残る"});
  CHECK(left_out(document, LeftOut::Why::struck, U"消した"));
  CHECK(left_out(document, LeftOut::Why::struck, U"消える"));
  CHECK(left_out(document, LeftOut::Why::hidden, U"白い　見える"));
  CHECK(left_out(document, LeftOut::Why::hidden, U"色の上"));
  CHECK(left_out(document, LeftOut::Why::hidden, U"控え"));
}

TEST_CASE("numbers and days are shown as Excel shows them") {
  using report::shown_number;
  CHECK(shown_number("45383", "yyyy/m/d", false) == "2024年4月1日");
  CHECK(shown_number("45383", report::builtin_format(57), false) == "2024年4月1日");
  CHECK(shown_number("45383", "[$-411]ggge\"年\"m\"月\"d\"日\";@", false) == "令和6年4月1日");
  CHECK(shown_number("43586", "ggge年m月d日", false) == "令和元年5月1日");
  CHECK(shown_number("43585", "ggge年m月d日", false) == "平成31年4月30日");
  CHECK(shown_number("1", "yyyy/m/d", false) == "1900年1月1日");
  CHECK(shown_number("61", "yyyy/m/d", false) == "1900年3月1日");
  CHECK(shown_number("1200", "#,##0\"人\"", false) == "1,200人");
  CHECK(shown_number("1234567", "#,##0", false) == "1,234,567");
  CHECK(shown_number("0.85", "0%", false) == "85%");
  CHECK(shown_number("0.30000000000000004", "", false) == "0.3");
  CHECK(shown_number("12", "", false) == "12");
  CHECK(shown_number("-5", "#,##0", false) == "-5");
  CHECK(shown_number("#REF!", "0", false) == "#REF!");
}

TEST_CASE("an archive that is damaged, or swells beyond any report, is refused in words") {
  const std::string whole = word_file(word_paragraph("重点目標"));
  CHECK(report::read_word(whole.substr(0, whole.size() / 2)).refused == report::Refusal::damaged);
  CHECK(report::read_word("PK\x03\x04 word/document.xml").refused == report::Refusal::damaged);
  CHECK(report::read_word(zip_of({{"word/other.xml", "<a/>"}})).refused == report::Refusal::damaged);
  CHECK(report::read_word(zip_of({{"word/document.xml", "<w:document><w:bo"}})).refused == report::Refusal::damaged);
  const std::string bomb = zip_of({{"word/document.xml", std::string(30 << 20, ' ')}});
  CHECK(bomb.size() < (1 << 20));
  CHECK(report::read_word(bomb).refused == report::Refusal::unpacked);
  CHECK(report::read_excel(bomb).refused == report::Refusal::unpacked);
  const std::string entities = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\">]><w:document><w:body>&a;</w:body></w:document>";
  CHECK(report::read_word(zip_of({{"word/document.xml", entities}})).refused == report::Refusal::damaged);
}

TEST_CASE("the same report in Word and in Excel is read as it is elsewhere" * slow()) {
  for (const char* ward : {"isogo-2024", "aoba-2025", "tsurumi-2025", "kanazawa-2021"}) {
    CAPTURE(ward);
    const json expected = read_json(std::string("tests/report/fixtures/wards/") + ward + ".expected.json");
    for (const auto& file : {std::pair{"報告書.docx", word_file(as_word(expected))},
                             std::pair{"報告書.xlsx", excel_file(as_sheet(expected))}}) {
      CAPTURE(file.first);
      const auto document = report::read_document(file.first, file.second, report::SandboxedReaders());
      REQUIRE(document);
      const auto draft = report::make_draft(document.value());
      REQUIRE(draft);
      const json got = json::parse(report::report_json(draft.value().report));
      INFO(described(compare(expected, got)));
      CHECK(got == expected);
    }
  }
}
