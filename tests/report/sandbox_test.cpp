// A stranger's bytes are read in a sandbox or not at all, whatever they say and whatever becomes of the sandbox.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <limits>

#include "compare.h"
#include "report/read/read.h"
#include "report/sandbox/document_bytes.h"
#include "report/sandbox/read_document.h"
#include "support/disk_place.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::tests;
using report::Document;
using report::SandboxedReaders;
using Without = SandboxedReaders::Without;

namespace {

// Programs of the test's own. Each that runs outside of a sandbox leaves the file `ran` behind; inside, it cannot.
struct Place {
  DiskPlace disk;

  std::string script(const std::string& name, const std::string& lines) const {
    const std::string path = disk / name;
    std::ofstream(path) << "#!/bin/sh\n" << lines;
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path;
  }
  std::string leaves_a_trace(const std::string& name, const std::string& lines) const {
    return script(name, "echo $0 >> '" + disk / "ran" + "'\n" + lines);
  }
  bool ran() const { return std::filesystem::exists(disk / "ran"); }

  report::ReaderPrograms programs(const std::string& bubblewrap) const {
    return {bubblewrap, leaves_a_trace("pdftotext", "echo words\n"), {leaves_a_trace("reader", "echo lines\n")}};
  }
};

const char* const kPdf = "%PDF-1.5\nbwrap: setting up uid map: Permission denied\n";

std::string refusal(const std::string& bytes, const SandboxedReaders& readers) {
  const auto document = report::read_document("report", bytes, readers);
  return document ? "" : document.error().what.ja + document.error().remedy.ja;
}

Document line_of(std::u32string words) {
  Document document;
  document.lines.push_back({std::move(words), {1, 2}});
  return document;
}

}  // namespace

TEST_CASE("without a working sandbox no reader runs" * hub::tests::slow()) {
  for (const char* bubblewrap :
       {"exit 1\n", "echo 'bwrap: No permissions to create new namespace' >&2\nexit 1\n", "kill -9 $$\n", "exit 0\n",
        "cat /dev/zero | head -c 100000\n", "echo words\necho '{ \"exit-code\": 0 }'\n", "exit 127\n"}) {
    const Place place;
    CAPTURE(bubblewrap);
    const SandboxedReaders readers(Without::refused, {}, place.programs(place.script("bwrap", bubblewrap)));
    for (const std::string bytes : {kPdf, "重点目標", "<html>bwrap: no</html>"}) {
      const std::string said = refusal(bytes, readers);
      CHECK(said.find("囲いが、この機械では働かない") != said.npos);
      CHECK(said.find("--without-sandbox") != said.npos);
    }
    CHECK_FALSE(place.ran());
  }
}

TEST_CASE("without bubblewrap no reader runs") {
  const Place place;
  const SandboxedReaders readers(Without::refused, {}, place.programs(place.disk / "no-bwrap"));
  for (const char* bytes : {kPdf, "重点目標"}) {
    CHECK(refusal(bytes, readers).find("囲いが、この機械に入っていない") != std::string::npos);
  }
  CHECK_FALSE(readers.unprotected());
  CHECK_FALSE(place.ran());
}

TEST_CASE("where it is allowed, readers run without a sandbox that does not work, and it is said") {
  const Place place;
  const SandboxedReaders readers(Without::allowed, {}, place.programs(place.disk / "no-bwrap"));
  REQUIRE(readers.unprotected());
  CHECK(readers.unprotected()->ja.find("囲いなし") != std::string::npos);
  CHECK(readers.pdf_words(kPdf).value() == "words\n");
  CHECK(place.ran());
}

TEST_CASE("a sandbox that works is used, also where none is needed") {
  const Place place;
  // It works without a document, and fails with one.
  const std::string fickle = place.script("bwrap",
                                          "for word; do\n  case $word in /usr/bin/true) exec /usr/bin/bwrap \"$@\" ;; "
                                          "esac\ndone\necho 'bwrap: no' >&2\nexit 1\n");
  const SandboxedReaders readers(Without::allowed, {}, place.programs(fickle));
  CHECK_FALSE(readers.unprotected());
  CHECK(refusal(kPdf, readers).find("囲いが、この機械では働かない") != std::string::npos);
  CHECK_FALSE(place.ran());
}

TEST_CASE("what a reader says is not taken for what bubblewrap says") {
  const SandboxedReaders readers;
  const std::string said = refusal(kPdf, readers);
  CHECK(said.find("壊れている") != said.npos);
  CHECK(said.find("bubblewrap") == said.npos);
}

TEST_CASE("HTML and text are read in the sandbox as they are outside" * hub::tests::slow()) {
  const SandboxedReaders readers;
  for (const char* name : {"konan-2026.html", "konan-2026.txt", "wards/aoba-2025.txt"}) {
    const std::string bytes = read_bytes(std::string("tests/report/fixtures/") + name);
    const auto document = report::read_document(name, bytes, readers);
    REQUIRE(document);
    const Document own = report::read_as(Document::Kind::text, bytes);
    CHECK(report::to_bytes(document.value()) == report::to_bytes(own));
  }
}

TEST_CASE("a document comes through a pipe as it was, and nothing else does") {
  Document document = line_of(U"重点目標① a\tb");
  document.lines.front().measure_em = 31.25;
  document.lines.front().closed = true;
  document.left_out = {{report::LeftOut::Why::stamp, U"（案）", {1, 2}}};
  document.lost_letters = {{U"令和\uFFFD年度", {2, 7}}};
  document.mended_letters = {3, U"⼦⾏", {1, 4}};
  document.wordless_pages = {2, 3};
  const std::string bytes = report::to_bytes(document);
  const auto taken = report::document_from(bytes);
  REQUIRE(taken);
  CHECK(report::to_bytes(*taken) == bytes);
  CHECK(taken->lines.front().words == document.lines.front().words);
  CHECK(taken->left_out.front().words == U"（案）");
  CHECK(taken->lost_letters.front().place == report::Place{2, 7});
  CHECK(taken->mended_letters.examples == U"⼦⾏");
  CHECK(taken->wordless_pages == std::vector<int>{2, 3});
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    CHECK_FALSE(report::document_from(std::string_view(bytes).substr(0, length)));
  }
  CHECK_FALSE(report::document_from(bytes + "x"));
  for (const std::u32string& words : {std::u32string(U""), std::u32string(U" a"), std::u32string(U"a\x1B[2J"),
                                      std::u32string(1, char32_t{0xD800}), std::u32string(1, char32_t{0x110000})}) {
    CHECK_FALSE(report::document_from(report::to_bytes(line_of(words))));
  }
  Document spoilt = document;
  spoilt.left_out.front().words = U"a\x1B[2J";
  CHECK_FALSE(report::document_from(report::to_bytes(spoilt)));
  spoilt = document;
  spoilt.wordless_pages = {3, 3};
  CHECK_FALSE(report::document_from(report::to_bytes(spoilt)));
  document.lines.front().indent_em = std::numeric_limits<double>::quiet_NaN();
  CHECK_FALSE(report::document_from(report::to_bytes(document)));
  Document long_one;
  long_one.lines.assign(4001, line_of(U"a").lines.front());
  CHECK_FALSE(report::document_from(report::to_bytes(long_one)));
  Document refused;
  refused.refused = report::Refusal::cells;
  CHECK(report::document_from(report::to_bytes(refused))->refused == report::Refusal::cells);
}
