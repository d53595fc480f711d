// Where on its page a text stands: what whoever is asked about it is shown.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>

#include "base/utf8.h"
#include "compare.h"
#include "own_readers.h"
#include "report/draft/draft.h"
#include "report/draft/evidence.h"
#include "report/draft/write_draft.h"
#include "report/read/read.h"
#include "report/sandbox/document_bytes.h"
#include "report/sandbox/read_document.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::tests;
using nlohmann::json;
using report::Document;
using report::Evidence;
using report::PageBox;

namespace {

struct Word {
  int page;
  double left, top, right, bottom;
  std::string words;
};

// What pdftotext prints, read without the reader.
std::vector<Word> words_of(const std::string& xhtml) {
  std::vector<Word> words;
  const std::regex parts(
      R"re(<page |<word xMin="([^"]*)" yMin="([^"]*)" xMax="([^"]*)" yMax="([^"]*)">([^<]*)</word>)re");
  int page = 0;
  for (std::sregex_iterator at(xhtml.begin(), xhtml.end(), parts), end; at != end; ++at) {
    if (!(*at)[1].matched) {
      ++page;
      continue;
    }
    words.push_back(
        {page, std::stod((*at)[1]), std::stod((*at)[2]), std::stod((*at)[3]), std::stod((*at)[4]), (*at)[5]});
  }
  return words;
}

// The characters that stand in the boxes, each as often as it does.
std::map<char32_t, int> characters_in(const std::vector<Evidence>& evidence, const std::vector<Word>& words) {
  std::map<char32_t, int> characters;
  for (const Word& word : words) {
    const double x = (word.left + word.right) / 2, y = (word.top + word.bottom) / 2;
    const bool inside = std::ranges::any_of(evidence, [&](const Evidence& one) {
      const PageBox& box = one.box;
      return one.page == word.page && x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
    });
    if (!inside) continue;
    for (const char32_t c : base::decode_utf8(word.words)) ++characters[c];
  }
  return characters;
}

int number_in(const std::map<char32_t, int>& characters) {
  int number = 0;
  for (const auto& [character, count] : characters) number += count;
  return number;
}

// Every text of the draft by its pointer.
void texts_of(const json& value, const std::string& pointer, std::map<std::string, std::string>& texts) {
  if (value.is_string()) texts[pointer] = value.get<std::string>();
  if (!value.is_structured()) return;
  for (const auto& [key, member] : value.items()) texts_of(member, pointer + "/" + key, texts);
}

bool is_inside_page(const Evidence& one) {
  return !one.box.empty() && one.box.x >= 0 && one.box.y >= 0 && one.box.x + one.box.width <= one.size.width + 0.1 &&
         one.box.y + one.box.height <= one.size.height + 0.1;
}

// One page, 600 by 800 points, of words in lines.
std::string page_of(const std::string& lines, const std::string& size = "width=\"600\" height=\"800\"") {
  return "<html><body><doc><page " + size + "><flow><block xMin=\"0\" yMin=\"0\" xMax=\"1\" yMax=\"1\">" + lines +
         "</block></flow></page></doc></body></html>";
}
std::string line_of(double left, double top, double right, const std::string& words) {
  const auto text = [](double number) { return std::to_string(number); };
  const std::string box = " xMin=\"" + text(left) + "\" yMin=\"" + text(top) + "\" xMax=\"" + text(right) +
                          "\" yMax=\"" + text(top + 12) + "\"";
  return "<line" + box + "><word" + box + ">" + words + "</word></line>";
}

}  // namespace

TEST_CASE("evidence: the words of every text of a PDF stand in its boxes, and few others" * hub::tests::slow()) {
  for (const char* name : {"izumi-2024.pdf", "konan-2026.pdf", "wards/naka-2022-writer.pdf", "wards/aoba-2025.pdf",
                           "wards/tsurumi-2025-chromium.pdf", "wards/minami-2020-writer.pdf"}) {
    CAPTURE(name);
    const OwnReaders readers;
    const std::string bytes = read_bytes(std::string("tests/report/fixtures/") + name);
    const std::vector<Word> words = words_of(readers.pdf_words(bytes).value());
    const auto document = report::read_document(name, bytes, readers);
    REQUIRE(document);
    const auto draft = report::make_draft(document.value());
    REQUIRE(draft);
    std::map<std::string, std::string> texts;
    texts_of(json::parse(report::report_json(draft.value().report)), "", texts);
    int seen = 0, missed = 0, wide = 0;
    for (const auto& field : draft.value().origins) {
      const auto& pointer = field.first;
      const auto& origin = field.second;
      CAPTURE(pointer);
      if (origin.place.line > 0) CHECK_FALSE(origin.evidence.empty());
      CHECK(std::ranges::all_of(origin.evidence, is_inside_page));
      const auto text = texts.find(pointer);
      if (text == texts.end() || pointer == "/ward") continue;
      ++seen;
      std::map<char32_t, int> there = characters_in(origin.evidence, words);
      const int all = number_in(there);
      const std::u32string own = base::decode_utf8(text->second);
      const auto lacks =
          std::ranges::count_if(own, [&](char32_t c) { return c != U' ' && c != U'　' && there[c]-- <= 0; });
      if (lacks > 0) MESSAGE(pointer << " lacks " << lacks << ": " << text->second);
      missed += lacks > 0 ? 1 : 0;
      // Its mark and its heading may stand on its line; what a service says and its name share one.
      wide += all > static_cast<int>(own.size()) + 20 && !pointer.starts_with("/services") ? 1 : 0;
    }
    CHECK(seen > 20);
    CHECK(missed == 0);
    CHECK(wide == 0);
  }
}

TEST_CASE("evidence: every question with a place, and every line around it, has its box" * hub::tests::slow()) {
  int boxes = 0;
  for (const char* name :
       {"konan-2026.pdf", "izumi-2024.pdf", "wards/aoba-2025.pdf", "wards/nishi-2022-chromium.pdf"}) {
    const OwnReaders readers;
    const std::string bytes = read_bytes(std::string("tests/report/fixtures/") + name);
    const auto draft = report::make_draft(report::read_document(name, bytes, readers).value());
    REQUIRE(draft);
    for (const json& one : json::parse(report::questions_json(draft.value()))) {
      CAPTURE(one.dump());
      if (one["kind"] == "left_out" || !one["where"].contains("line")) continue;
      REQUIRE(one.contains("box"));
      CHECK(one["box"].size() == 4);
      CHECK(one["pageSize"][1].get<double>() > 700);
      ++boxes;
      for (const json& line : one.value("lines", json::array())) CHECK(line.contains("box"));
    }
    const json all = json::parse(report::draft_json(draft.value()));
    CHECK(all["origins"]["/title"].contains("box"));
  }
  CHECK(boxes > 3);
}

TEST_CASE("evidence: text that goes on over the page's end has a box on each page") {
  Document document;
  document.kind = Document::Kind::pdf;
  document.pages = {{600, 800}, {600, 800}};
  document.lines = {{U"① 雨の日にも", {1, 30}, 1, 0, 0, false, false, 0, 0, false, {50, 700, 100, 12}},
                    {U"来られる広場を", {1, 31}, 1, 0, 0, false, false, 0, 0, false, {40, 714, 110, 12}},
                    {U"つくります。ほかの文。", {2, 1}, 1, 0, 0, false, false, 0, 0, false, {40, 50, 130, 12}},
                    {U"目標", {1, 30}, 2, 0, 0, false, false, 0, 0, false, {5, 700, 20, 12}}};
  const std::vector<Evidence> evidence =
      report::evidence_of(document, {1, 30}, U"雨の日にも 来られる広場をつくります。");
  REQUIRE(evidence.size() == 2);
  CHECK(evidence[0].box == PageBox{40, 700, 110, 26});
  CHECK(evidence[1].page == 2);
  CHECK(evidence[1].box == PageBox{40, 50, 130, 12});
  // Words that are not recognised: all that stands there.
  CHECK(report::evidence_of(document, {1, 30}, U"夏").front().box == PageBox{5, 700, 145, 12});
  CHECK(report::evidence_of(document, {3, 1}, U"夏").empty());
  document.pages.clear();
  CHECK(report::evidence_of(document, {1, 30}, U"雨の日にも").empty());
}

TEST_CASE("evidence: boxes are the page's, wherever the words stand and however it lies") {
  const std::string lines = line_of(50, 100, 150, "重点目標を決めました。") + line_of(50, 120, 130, "つぎの行です。");
  Document document = report::read_as(Document::Kind::pdf, page_of(lines));
  REQUIRE(document.lines.size() == 2);
  CHECK(document.pages.front() == report::PageSize{600, 800});
  CHECK(document.lines[0].box == PageBox{50, 100, 100, 12});
  CHECK(document.lines[1].box == PageBox{50, 120, 80, 12});
  // Of a page on its side pdftotext says the size as if it stood.
  document = report::read_as(Document::Kind::pdf, page_of(line_of(500, 100, 780, "横に長い表の文です。")));
  CHECK(document.pages.front() == report::PageSize{800, 600});
  CHECK(document.lines[0].box == PageBox{500, 100, 280, 12});
  // Half outside, all outside, and pages of no size.
  document = report::read_as(Document::Kind::pdf, page_of(line_of(-20, 100, 80, "左にはみ出した文です。")));
  CHECK(document.lines[0].box == PageBox{0, 100, 80, 12});
  document = report::read_as(Document::Kind::pdf, page_of(line_of(900, 900, 980, "紙の外にある文です。")));
  CHECK(document.lines[0].box.empty());
  for (const char* size : {"width=\"0\" height=\"0\"", "width=\"nan\" height=\"800\"", "width=\"1e300\" height=\"800\"",
                           "width=\"-600\" height=\"800\"", ""}) {
    CAPTURE(size);
    document = report::read_as(Document::Kind::pdf, page_of(lines, size));
    REQUIRE(document.lines.size() == 2);
    CHECK(document.lines[0].box.empty());
    CHECK(report::document_from(report::to_bytes(document)));
  }
}

TEST_CASE("evidence: no box comes through the pipe that is not inside its page") {
  Document document;
  document.kind = Document::Kind::pdf;
  document.pages = {{595.28, 841.89}};
  document.lines = {{U"目標", {1, 3}, 0, 0, 0, false, false, 0, 0, false, {50.25, 100, 500.5, 12.75}}};
  const auto taken = report::document_from(report::to_bytes(document));
  REQUIRE(taken);
  CHECK(taken->pages.front().width == doctest::Approx(595.28));
  CHECK(taken->lines.front().box.x == doctest::Approx(50.25));
  CHECK(taken->lines.front().box.height == doctest::Approx(12.75));
  for (const PageBox& box : {PageBox{-1, 0, 10, 10}, PageBox{0, 0, 600, 10}, PageBox{0, 840, 10, 10},
                             PageBox{20, 20, -10, 10}, PageBox{0, -5, 1, 1}}) {
    document.lines.front().box = box;
    CHECK_FALSE(report::document_from(report::to_bytes(document)));
  }
  document.lines.front().box = {10, 10, 10, 10};
  document.lines.front().place.page = 2;
  CHECK_FALSE(report::document_from(report::to_bytes(document)));
  document.lines.front().place.page = 0;
  CHECK_FALSE(report::document_from(report::to_bytes(document)));
  document.lines.front().box = {};
  document.pages = {{20'000, 10}};
  CHECK_FALSE(report::document_from(report::to_bytes(document)));
  document.pages.assign(61, {100, 100});
  CHECK_FALSE(report::document_from(report::to_bytes(document)));
}
