// Bytes that are no content at all: whatever they are, there is a message and never a crash.
#include <doctest/doctest.h>

#include <random>

#include "support/fixtures.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::tests;
using content::Diagnostic;

namespace {

// The only message about the hub file when it holds these bytes.
Diagnostic only_message(const std::string& bytes) {
  MemoryFiles files = good_files();
  files.files[kHubPath] = bytes;
  const content::Loaded loaded = load_all(files);
  CAPTURE(described(loaded.diagnostics).substr(0, 2000));
  REQUIRE(loaded.diagnostics.size() == 1);
  CHECK(loaded.snapshot == nullptr);
  CHECK(!loaded.diagnostics[0].remedy.ja.empty());
  return loaded.diagnostics[0];
}

bool says(const Diagnostic& one, const std::string& words) { return one.what.ja.find(words) != std::string::npos; }
bool is_at(const Diagnostic& one, int line, int column) { return one.line == line && one.column == column; }

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

void check_holds_together(const content::Loaded& loaded) {
  REQUIRE((loaded.snapshot != nullptr) != has_errors(loaded.diagnostics));
  for (const Diagnostic& one : loaded.diagnostics) {
    REQUIRE(one.line >= 1);
    REQUIRE(one.column >= 1);
    REQUIRE(!one.what.ja.empty());
    REQUIRE(!one.what.en.empty());
    REQUIRE(!one.remedy.ja.empty());
  }
}

}  // namespace

TEST_CASE("files that hold nothing, or not UTF-8") {
  CHECK(says(only_message(""), "中身がありません"));
  CHECK(says(only_message(" \r\n\n"), "中身がありません"));
  CHECK(says(only_message("\xEF\xBB\xBF"), "中身がありません"));
  const Diagnostic shift_jis = only_message("{\n  \"id\": \"\x90\xF2\"}");
  CHECK(says(shift_jis, "UTF-8 ではありません"));
  CHECK(is_at(shift_jis, 2, 10));
  CHECK(says(only_message("\xFF\xFE{\0}\0"), "UTF-8 ではありません"));
}

TEST_CASE("a byte order mark is passed over and does not count as a column") {
  MemoryFiles files = good_files();
  files.files[kHubPath].insert(0, "\xEF\xBB\xBF");
  CHECK(load_all(files).diagnostics.empty());
  CHECK(is_at(only_message("\xEF\xBB\xBF"
                           "[]"),
              1, 1));
  CHECK(is_at(only_message("\xEF\xBB\xBF{]"), 1, 2));
}

TEST_CASE("lines may end as on Windows") {
  const Diagnostic one = only_message("{\r\n  \"id\": ,\r\n}");
  CHECK(is_at(one, 2, 9));
}

TEST_CASE("something behind the end is found, also behind a NUL") {
  MemoryFiles files = good_files();
  files.files[kHubPath] += std::string("\0[", 2);
  const content::Loaded loaded = load_all(files);
  REQUIRE(loaded.diagnostics.size() == 1);
  CHECK(says(loaded.diagnostics[0], "余分な文字"));
}

TEST_CASE("a file stops at its limits") {
  CHECK(says(only_message(std::string(content::kMaxFileBytes + 1, ' ')), "大きすぎます"));
  CHECK(says(only_message(nested(33)), "入れ子が深すぎます"));
  CHECK(says(only_message(nested(100000)), "入れ子が深すぎます"));
  CHECK(says(only_message(std::string(500000, '[')), "入れ子が深すぎます"));
  CHECK(is_at(only_message(nested(33)), 1, 33));
  CHECK(says(only_message(nested(32)), "まとまり { … } が必要"));
  std::string many = "[0";
  for (int index = 0; index < content::kMaxNodes; ++index) many += ",0";
  CHECK(says(only_message(many + "]"), "値が多すぎます"));
  CHECK(says(only_message("{\"id\": \"" + std::string(content::kMaxStringBytes + 1, 'x') + "\"}"), "文章が長すぎます"));
  CHECK(says(only_message("{\"" + std::string(content::kMaxStringBytes + 1, 'x') + "\": 1}"), "文章が長すぎます"));
}

TEST_CASE("a hopeless file does not drown its reader") {
  std::string keys = "{";
  for (int index = 0; index < 9000; ++index)
    keys += std::string(index ? "," : "") + "\"zzzzzzzz" + std::to_string(index) + "\":0";
  MemoryFiles files = good_files();
  files.files[kHubPath] = keys + "}";
  const content::Loaded loaded = load_all(files);
  CHECK(loaded.diagnostics.size() == 300);
}

TEST_CASE("a key that is no word is shown cut and without control characters") {
  MemoryFiles files = good_files();
  files.files[kHubPath] =
      replaced(files.files[kHubPath], "\"id\"", "\"\\u001b[2J" + std::string(3000, 'x') + "\": 1, \"id\"");
  const content::Loaded loaded = load_all(files);
  REQUIRE(loaded.diagnostics.size() == 1);
  CHECK(loaded.diagnostics[0].what.ja.size() < 200);
  CHECK(loaded.diagnostics[0].what.ja.find('\x1b') == std::string::npos);
}

TEST_CASE("random bytes never crash the loader" * hub::tests::slow()) {
  std::mt19937 random(20240401);
  const std::string letters = "{}[]\",:\\0123456789.-eE+truefalsn \n\t\xE6\xB3\x89\xFF";
  for (int round = 0; round < 1500; ++round) {
    std::string bytes;
    const std::size_t size = random() % 200;
    for (std::size_t index = 0; index < size; ++index) {
      bytes += round % 2 ? letters[random() % letters.size()] : static_cast<char>(random() % 256);
    }
    MemoryFiles files = good_files();
    files.files[round % 3 == 0 ? kHubPath : round % 3 == 1 ? kReportPath : kEnglishPath] = bytes;
    const content::Loaded loaded = load_all(files);
    check_holds_together(loaded);
    CHECK(loaded.snapshot == nullptr);
  }
}

TEST_CASE("mutated files never crash the loader" * hub::tests::slow()) {
  std::mt19937 random(8);
  const MemoryFiles good = good_files();
  const std::string shipped = read_source("content/izumi/reports/2024.json");
  const std::vector<std::string> paths = {kReportPath,   kHubPath,      kServicesPath,
                                          kReadingsPath, kJapanesePath, kEnglishPath};
  const std::string letters = "{}[]\",:\\0129-e \n\x01\x80\xE3\xFF";
  for (int round = 0; round < 3000; ++round) {
    MemoryFiles files = good;
    std::string& bytes = files.files[paths[static_cast<std::size_t>(round) % paths.size()]];
    if (round % 24 == 0) bytes = shipped;  // paths[0] is the report
    for (auto edits = 1 + random() % 3; edits > 0 && !bytes.empty(); --edits) {
      const std::size_t at = random() % bytes.size();
      switch (random() % 4) {
        case 0:
          bytes.erase(at, 1 + random() % 4);
          break;
        case 1:
          bytes.insert(at, 1, letters[random() % letters.size()]);
          break;
        case 2:
          bytes[at] = letters[random() % letters.size()];
          break;
        default:
          bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 40));
      }
    }
    check_holds_together(load_all(files));
  }
}
