// Bytes that are no content at all: whatever they are, there is a message and never a crash.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "content/json/limits.h"
#include "content/json/reporter.h"
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

namespace {

std::string listed(std::size_t count, const std::string& entry) {
  std::string list = "[";
  for (std::size_t i = 0; i < count; ++i) list += (i > 0 ? ", " : "") + entry;
  return list + "]";
}

bool any_says(const std::vector<Diagnostic>& found, const std::string& words) {
  return std::ranges::any_of(found, [&](const Diagnostic& one) { return says(one, words); });
}

std::string report_of_year(int year) {
  return replaced(replaced(good_files().files.at(kReportPath), "\"reviewYear\": 2023",
                           "\"reviewYear\": " + std::to_string(year - 1)),
                  "\"goalYear\": 2024", "\"goalYear\": " + std::to_string(year));
}

}  // namespace

TEST_CASE("a list is no longer than a screen can show, and one that is as long as that is fine") {
  MemoryFiles files = good_files();
  const std::string good = files.files[kReportPath];
  const auto with = [&](std::size_t items) {
    const std::string item = "{\"text\": [\"子育ての相談を広げる。\"]}";
    files.files[kReportPath] = replaced(replaced(good, "[\"ちょこっといずみ\"]", listed(items, "\"泉区\"")),
                                        "\"activities\": []", "\"activities\": " + listed(items, item));
    return load_all(files).diagnostics;
  };
  CHECK_FALSE(any_says(with(content::kMostEntries), "一覧の項目が多すぎます"));
  const std::vector<Diagnostic> found = with(content::kMostEntries + 1);
  CHECK(any_says(found, "一覧の項目が多すぎます（60 個まで）"));
  CHECK(std::ranges::count_if(found, [](const Diagnostic& one) { return says(one, "一覧の項目が多すぎます"); }) == 2);
}

TEST_CASE("a goal is a sentence, and a word to be read a word") {
  MemoryFiles files = good_files();
  const std::string too_long(content::kMaxGoalBytes + 1, 'x');
  files.files[kReportPath] = replaced(files.files[kReportPath], "取り組みます。", too_long);
  CHECK(any_says(load_all(files).diagnostics, "文章が長すぎます（1 つあたり 4 KB まで）"));

  files = good_files();
  const std::string long_word(content::kMaxReadingBytes + 1, 'x');
  files.files[kReadingsPath] = "{\"readings\": {\"" + long_word + "\": \"あ\"}}";
  CHECK(any_says(load_all(files).diagnostics, "文章が長すぎます（1 つあたり 1 KB まで）"));
  std::string kana;
  while (kana.size() <= content::kMaxReadingBytes) kana += "あ";
  files.files[kReadingsPath] = "{\"readings\": {\"亜\": \"" + kana + "\"}}";
  CHECK(any_says(load_all(files).diagnostics, "文章が長すぎます（1 つあたり 1 KB まで）"));
}

TEST_CASE("a hub has no more reports than anybody keeps") {
  MemoryFiles files = good_files();
  for (int i = 0; i < static_cast<int>(content::kMostReports); ++i) {
    files.files["content/izumi/reports/" + std::to_string(2024 + i) + ".json"] = report_of_year(2024 + i);
  }
  CHECK(load_all(files).snapshot != nullptr);
  files.files["content/izumi/reports/2023.json"] = report_of_year(2023);
  const content::Loaded loaded = load_all(files);
  CHECK(loaded.snapshot == nullptr);
  REQUIRE(loaded.diagnostics.size() == 1);
  CHECK(says(loaded.diagnostics[0], "報告書が多すぎます（1 つの拠点に 50 個まで）"));
}

TEST_CASE("a folder with more files than anybody keeps is refused, not told file by file") {
  MemoryFiles files = good_files();
  for (std::size_t i = 0; i <= content::kMostFolderEntries; ++i) {
    files.files["content/izumi/" + std::to_string(i) + ".txt"] = "";
  }
  const content::Loaded loaded = load_all(files);
  CHECK(loaded.snapshot == nullptr);
  CHECK(loaded.diagnostics.size() < 5);
  CHECK(any_says(loaded.diagnostics, "ファイルが多すぎます（1000 個まで）"));
}

TEST_CASE("85 MB of legal content are refused after the first 8") {
  MemoryFiles files = good_files();
  const std::string good = files.files.at(kReportPath);
  const std::string hub = files.files.at(kHubPath);
  const std::string padded = good + std::string(content::kMaxFileBytes - good.size(), ' ');
  for (int i = 0; i < 85; ++i) {
    const std::string id = "hub" + std::to_string(i);
    files.files["content/" + id + "/hub.json"] = replaced(hub, "\"izumi\"", "\"" + id + "\"");
    files.files["content/" + id + "/reports/2024.json"] = padded;
  }
  const content::Loaded loaded = load_all(files);
  CHECK(loaded.snapshot == nullptr);
  CHECK(std::ranges::count_if(loaded.diagnostics,
                              [](const Diagnostic& one) { return one.severity == Diagnostic::Severity::error; }) == 1);
  CHECK(any_says(loaded.diagnostics, "内容が大きすぎます（全部のファイルを合わせて 8 MB まで）"));
  // One hub of it is as small as ever.
  CHECK(content::load(files, "content", "strings", "hub3").snapshot != nullptr);
}

TEST_CASE("findings end where nobody reads on, and still refuse what they found") {
  MemoryFiles files = good_files();
  std::string keys = "{";
  for (int index = 0; index < 400; ++index)
    keys += std::string(index ? "," : "") + "\"zzzz" + std::to_string(index) + "\":0";
  for (int i = 0; i < 40; ++i) files.files["content/hub" + std::to_string(i) + "/hub.json"] = keys + "}";
  const content::Loaded loaded = load_all(files);
  CHECK(loaded.snapshot == nullptr);
  CHECK(loaded.diagnostics.size() <= content::kMostFindings + content::Reporter::kMostDiagnostics + 1);
  CHECK(has_errors(loaded.diagnostics));
}

TEST_CASE("a language's file full of unknown keys is told as quickly as any other") {
  MemoryFiles files = good_files();
  std::string japanese = "{", english = "{";
  for (int i = 0; i < 9000; ++i) {
    const std::string key = std::string(90, 'k') + std::to_string(i);
    japanese += std::string(i > 0 ? "," : "") + "\"" + key + "\":\"あ\"";
    english += std::string(i > 0 ? "," : "") + "\"" + std::string(90, 'q') + std::to_string(i) + "\":\"a\"";
  }
  files.files[kJapanesePath] = japanese + "}";
  files.files[kEnglishPath] = english + "}";
  CHECK(load_all(files).snapshot == nullptr);
}
