// What is no report is refused, with the reason, soon and without much memory.
#include <doctest/doctest.h>

#include <zlib.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <utility>

#include "compare.h"
#include "own_readers.h"
#include "report/draft/draft.h"
#include "report/draft/write_draft.h"
#include "report/sandbox/read_document.h"
#include "support/emulator.h"
#include "support/needs.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::tests;

namespace {

std::string object(int number, const std::string& body) {
  return std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
}

std::string stream(const std::string& bytes, const std::string& filter) {
  return "<</Length " + std::to_string(bytes.size()) + filter + ">>stream\n" + bytes + "\nendstream";
}

// Poppler finds the objects of a PDF without its table of them.
std::string pdf(int pages, const std::string& content, const std::string& filter = "") {
  std::string kids, objects;
  for (int page = 0; page < pages; ++page) {
    kids += std::to_string(5 + page) + " 0 R ";
    objects += object(
        5 + page, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents 4 0 R>>");
  }
  return "%PDF-1.5\n" + object(1, "<</Type/Catalog/Pages 2 0 R>>") +
         object(2, "<</Type/Pages/Count " + std::to_string(pages) + "/Kids[" + kids + "]>>") +
         object(3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>") + object(4, stream(content, filter)) + objects +
         "trailer<</Size " + std::to_string(5 + pages) + "/Root 1 0 R>>\n%%EOF\n";
}

std::string compressed(const std::string& unit, int times) {
  z_stream zip{};
  REQUIRE(deflateInit(&zip, 9) == Z_OK);
  std::string out, chunk(1 << 16, '\0');
  for (int i = 0; i <= times; ++i) {
    std::string given = i < times ? unit : "";
    zip.next_in = reinterpret_cast<Bytef*>(given.data());
    zip.avail_in = static_cast<uInt>(given.size());
    do {
      zip.next_out = reinterpret_cast<Bytef*>(chunk.data());
      zip.avail_out = static_cast<uInt>(chunk.size());
      deflate(&zip, i < times ? Z_NO_FLUSH : Z_FINISH);
      out.append(chunk, 0, chunk.size() - zip.avail_out);
    } while (zip.avail_out == 0);
  }
  deflateEnd(&zip);
  return out;
}

// What staff are told; nothing when it was taken for a report.
std::optional<base::Error> refused(const std::string& path, const std::string& bytes,
                                   const report::ReaderLimits& limits = {}) {
  const report::SandboxedReaders readers(report::SandboxedReaders::Without::refused, limits);
  const auto document = report::read_document(path, bytes, readers);
  if (!document) return document.error();
  const auto draft = report::make_draft(document.value());
  return draft ? std::nullopt : std::optional(draft.error());
}
std::string refusal(const std::string& path, const std::string& bytes, const report::ReaderLimits& limits = {}) {
  const auto why = refused(path, bytes, limits);
  return why ? why->what.ja : "";
}

bool says(const std::string& words, const std::string& part) { return words.find(part) != std::string::npos; }

const char* const kMenu =
    "ランチメニュー\n\n日替わり定食　850円\n・唐揚げ\n・焼き魚\nお子さまランチ　700円\n①サラダ付き\n②ドリンク付き\n\n取"
    "組内容\n親子で"
    "どうぞ。\n";

}  // namespace

TEST_CASE("files that are no report are refused with the reason" * hub::tests::slow()) {
  CHECK(says(refusal("menu.txt", kMenu), "報告書ではない"));
  CHECK(says(refusal("plan.txt", "会社の重点目標\n重点目標①\n売上を伸ばします。\n"), "報告書ではない"));
  CHECK(says(refusal("nothing.txt", ""), "空です"));
  CHECK(says(refusal("spaces.txt", " \n　\n\f\n"), "文字がありません"));
  CHECK(says(refusal("photo.pdf", "\xFF\xD8\xFF\xE0\x00\x10JFIF"), "JPEG"));
  CHECK(says(refusal("report.docx", std::string("PK\x03\x04") + "word/document.xml"), "壊れている"));
  CHECK(says(refusal("report.xlsx", std::string("PK\x03\x04") + "xl/workbook.xml"), "壊れている"));
  CHECK(says(refusal("report.odt", std::string("PK\x03\x04") + "mimetypeapplication/vnd.oasis.opendocument.text"),
             "LibreOffice のファイル"));
  CHECK(says(refusal("report.zip", std::string("PK\x03\x04") + "report.pdf"), "ZIP"));
  CHECK(says(refusal("report.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "古い Word"));
  CHECK(says(refusal("bytes.txt", std::string("\x01\x80\xFE\x00\xFF", 5)), "文字でない"));
  CHECK(says(refusal("tags.html", "<html><body><script>重点目標</script></body></html>"), "文が入っていません"));
  CHECK(says(refusal("long.txt", "重点目標①\n" + std::string(400'000, 'a')), "長すぎ"));
}

TEST_CASE("what is no report is answered with everything that can be read" * hub::tests::slow()) {
  const std::pair<const char*, std::string> others[] = {{"menu.txt", kMenu},
                                                        {"spaces.txt", " \n\n"},
                                                        {"photo.jpg", "\xFF\xD8\xFF\xE0\x10JFIF"},
                                                        {"scan.pdf", pdf(1, "")},
                                                        {"report.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"},
                                                        {"report.zip", std::string("PK\x03\x04") + "report.pdf"},
                                                        {"report.rtf", "{\\rtf1 }"},
                                                        {"report.xdw", std::string("\x01\x80\xFE\x00\xFF", 5)},
                                                        {"bytes.txt", std::string("\x01\x80\xFE\x00\xFF", 5)}};
  for (const auto& other : others) {
    CAPTURE(other.first);
    const auto why = refused(other.first, other.second);
    REQUIRE(why);
    const std::string words = why->what.ja + why->remedy.ja;
    for (const char* kind : {"PDF", "Word（.docx）", "Excel（.xlsx）", "HTML", "テキスト"}) CHECK(says(words, kind));
  }
}

TEST_CASE("tables without end are refused as well" * hub::tests::slow()) {
  const std::string header = "   重点目標   取組内容      成果\n", row = " あいう。  ・かきく。    ・たちつ。\n";
  std::string tables = "子育て拠点\n", table = tables + header;
  for (int i = 0; i < 20'000; ++i) tables += header + row, table += row;
  CHECK(says(refusal("tables.txt", tables), "長すぎ"));
  CHECK(says(refusal("table.txt", table), "長すぎ"));
  CHECK(says(refusal("line.txt", std::string(1'000'000, 'a') + header), "長すぎ"));
}

TEST_CASE("HTML and text without end are refused, and the message says of what there is too much" *
          hub::tests::slow()) {
  const auto page = [](const std::string& body) { return "<html><body><p>重点目標①</p>" + body + "</body></html>"; };
  const auto times = [](int count, const auto& part) {
    std::string all;
    for (int i = 0; i < count; ++i) all += part(i);
    return all;
  };
  const auto number = [](int i) { return std::to_string(i); };
  CHECK(says(refusal("attributes.html",
                     page("<p" + times(50'000, [&](int i) { return " a" + number(i) + "=1"; }) + ">あ</p>")),
             "属性"));
  CHECK(says(
      refusal("columns.html",
              page("<table><tr>" + times(2000, [&](int i) { return "<td colspan=" + number(i + 1) + ">あ</td>"; }) +
                   "</tr></table>")),
      "列（1 つの表）"));
  CHECK(says(refusal("nesting.html", page(times(1000, [](int) { return "<div>"; }) + "あ")), "重なり"));
  CHECK(says(refusal("elements.html", page(times(200'000, [](int) { return "<br>"; }))), "HTML の要素"));
  CHECK(says(refusal("lines.txt", "重点目標①\n" + std::string(50'000, '\n') + "あ\n"), "空の行も入れて"));
}

TEST_CASE("PDFs without a report in them are refused with the reason") {
  CHECK(says(refusal("empty.pdf", pdf(1, "")), "文字がありません"));
  CHECK(says(refusal("SCAN.PDF", pdf(1, "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7F EI Q")), "スキャン"));
  CHECK(says(refusal("long.pdf", pdf(300, "BT /F 12 Tf 50 700 Td (a page) Tj ET")), "長すぎ"));
  CHECK(says(refusal("english.pdf", pdf(1, "BT /F 12 Tf 50 700 Td (a page) Tj ET")), "報告書ではない"));
  CHECK(says(refusal("torn.pdf", read_bytes("tests/report/fixtures/izumi-2024.pdf").substr(0, 60'000)), "壊れている"));
  CHECK(says(refusal("bare.pdf", "%PDF-1.7\n"), "壊れている"));
}

TEST_CASE("a PDF that grows without end is given up on" * hub::tests::slow()) {
  if (hub::tests::kEmulated) {
    return hub::tests::skip("the emulator passes no limit of memory on");
  }
  report::ReaderLimits limits;
  limits.cpu_s = 1;
  limits.wall_s = 600;  // so that it is the other limits that end it, however busy the machine is
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "BT /F 12 Tf 50 700 Td (bombbombbomb) Tj ET\n";
  CHECK(says(refusal("words.pdf", pdf(1, compressed(text, 200), "/Filter/FlateDecode"), limits), "時間かメモリー"));
  const std::string twice = compressed(compressed(std::string(1 << 20, '\0'), 400), 1);
  CHECK(says(refusal("zeros.pdf", pdf(1, twice, "/Filter[/FlateDecode/FlateDecode]"), limits), "時間かメモリー"));
}

TEST_CASE("the kind of a file is what it holds, not how it is called") {
  const std::string pdf_bytes = read_bytes("tests/report/fixtures/konan-2026.pdf");
  CHECK(refusal("konan.txt", pdf_bytes) == "");
  CHECK(refusal("konan.pdf", read_bytes("tests/report/fixtures/konan-2026.html")) == "");
  CHECK(refusal("konan.html", read_bytes("tests/report/fixtures/konan-2026.txt")) == "");
}

TEST_CASE("torn and shuffled reports are read as far as they go" * hub::tests::slow()) {
  const OwnReaders readers;
  std::mt19937 random(1);
  for (const char* name :
       {"izumi-2024.txt", "konan-2026.txt", "konan-2026.html", "wards/aoba-2025.txt", "wards/kanazawa-2021.txt",
        "wards/naka-2022.html", "wards/totsuka-2020.txt", "wards/hodogaya-2026.txt", "wards/minami-2020.txt",
        "wards/nishi-2022.html", "wards/hodogaya-2026.txt", "wards/minami-2020.txt", "wards/nishi-2022.html"}) {
    const std::string whole = read_bytes(std::string("tests/report/fixtures/") + name);
    for (int round = 0; round < 24; ++round) {
      const std::size_t from = random() % whole.size(), length = random() % whole.size();
      std::string torn = whole.substr(from, length);
      if (round % 2 == 0) torn = whole.substr(0, from) + torn;
      if (round % 3 == 0) std::ranges::reverse(torn);
      const auto document = report::read_document(name, torn, readers);
      if (!document) continue;
      const auto draft = report::make_draft(document.value());
      if (draft) CHECK(nlohmann::json::accept(report::report_json(draft.value().report)));
    }
  }
}
