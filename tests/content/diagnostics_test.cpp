// Every way a file can be wrong, with the place and the words that staff get.
#include <doctest/doctest.h>

#include "support/fixtures.h"

using namespace hub;
using namespace hub::tests;
using content::Diagnostic;

namespace {

struct Broken {
  const std::string& file;
  std::string from;   // what is replaced …
  std::string to;     // … and by what
  std::string place;  // line:column
  std::string pointer;
  std::string words;  // part of the Japanese message
  Diagnostic::Severity severity = Diagnostic::Severity::error;
};

constexpr auto kWarning = Diagnostic::Severity::warning;

std::string place_of(const Diagnostic& one) { return std::to_string(one.line) + ":" + std::to_string(one.column); }

// The first diagnostic is the one expected; a single mistake gives a single message.
void check(const Broken& broken) {
  MemoryFiles files = good_files();
  files.files[broken.file] = replaced(files.files[broken.file], broken.from, broken.to);
  const content::Loaded loaded = load_all(files);
  CAPTURE(broken.to);
  CAPTURE(described(loaded.diagnostics));
  CHECK(loaded.diagnostics.size() == 1);
  if (loaded.diagnostics.empty()) return;
  const Diagnostic& one = loaded.diagnostics.front();
  CHECK(one.file == broken.file);
  CHECK(place_of(one) == broken.place);
  CHECK(one.pointer == broken.pointer);
  CHECK(one.what.ja.find(broken.words) != std::string::npos);
  CHECK(one.severity == broken.severity);
  CHECK(!one.what.en.empty());
  CHECK(!one.remedy.ja.empty());
  CHECK(!one.remedy.en.empty());
  CHECK((loaded.snapshot != nullptr) == (broken.severity == kWarning));
}

void check_all(const std::vector<Broken>& table) {
  for (const Broken& broken : table) check(broken);
}

}  // namespace

TEST_CASE("the fixture itself has nothing wrong") {
  const content::Loaded loaded = load_all(good_files());
  CAPTURE(described(loaded.diagnostics));
  CHECK(loaded.diagnostics.empty());
  CHECK(loaded.snapshot != nullptr);
}

TEST_CASE("syntax errors are said in plain words, where the pen must go") {
  check_all({
      {kReportPath, "支援拠点事業\",", "支援拠点事業\"", "2:27", "", "コンマ「,」がありません"},
      {kReportPath, "2023,\n", "2023\n", "4:21", "", "コンマ「,」がありません"},
      {kReportPath, "\"goal\": \"広げます。\", ", "\"goal\": \"広げます。\" ", "17:34", "/goals/1",
       "コンマ「,」がありません"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\": \"泉区,", "3:11", "", "閉じられていない"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\": 泉区\",", "3:11", "", "「\"」で囲まれていません"},
      {kReportPath, "\"ward\": \"泉区\",", "ward: \"泉区\",", "3:3", "", "項目名が「\"」で囲まれていません"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward: \"泉区\",", "3:11", "", "コロン「:」がありません"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\" \"泉区\",", "3:9", "", "コロン「:」がありません"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\"： \"泉区\",", "3:9", "", "全角の「：」"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\": \"泉区\"，", "3:15", "", "全角の「，」"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\": \"泉区\"、", "3:15", "", "全角の「、」"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\": “泉区”,", "3:11", "", "全角の「“」"},
      {kReportPath, "\"ward\": \"泉区\",", "　\"ward\": \"泉区\",", "3:3", "", "全角の空白"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\": '泉区',", "3:11", "", "「'」は使えません"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\": ,", "3:11", "", "値がありません"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\": \"泉区\",,", "3:16", "", "余分なコンマ"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\": \"泉区\", // 区", "3:17", "", "コメント"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\": \"泉\"の\"区\",", "3:13", "", "文章の途中に「\"」"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\": \"泉\\区\",", "3:13", "", "「\\」の使い方"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\": \"泉\t区\",", "3:13", "", "見えない文字"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\": \"泉\n区\",", "3:11", "", "途中で改行"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\": \"\\ud83d\",", "3:12", "", "「\\」の使い方"},
      {kReportPath, "2023,", "２０２３,", "4:17", "", "全角の数字「２」"},
      {kReportPath, "2023,", "02023,", "4:18", "", "数の書き方"},
      {kReportPath, "2023,", "1e999,", "4:17", "", "数の書き方"},
      {kReportPath, "2023,", "+2023,", "4:17", "", "数の書き方"},
      {kReportPath, "[\"ちょこっといずみ\"]", "[\"ちょこっといずみ\",]", "7:30", "/implementers", "余分なコンマ"},
      {kReportPath, "[\"ちょこっといずみ\"]", "[\"団体\": \"ちょこっといずみ\"]", "7:24", "/implementers",
       "一覧 [ … ] の中"},
      {kReportPath, "[\"ちょこっといずみ\"]", "[\"ちょこっといずみ\"}", "7:30", "/implementers", "ちがう種類のかっこ"},
      {kReportPath, "\"activities\": []}\n  ]\n}\n", "\"activities\": []},\n  ]\n}\n", "17:53", "/goals",
       "余分なコンマ"},
      {kReportPath, "\"activities\": []}\n  ]\n}\n", "\"activities\": []}\n", "18:1", "/goals",
       "15 行目の「[」を閉じる「]」"},
      {kReportPath, "\"activities\": []}\n  ]\n}\n", "\"activities\": []}\n  ]\n}}\n", "19:2", "", "余分な文字"},
      {kHubPath, "\"id\": \"izumi\",", "\"id\": \"izumi\", {", "2:18", "", "項目名があるはず"},
      {kHubPath, "\"#2E7D6B\"", "True", "6:13", "", "「\"」で囲まれていません"},
  });
}

TEST_CASE("keys and types") {
  check_all({
      {kReportPath, "\"purpose\"", "\"purpse\"", "8:3", "/purpse", "「purpse」という項目はありません"},
      {kReportPath, "\"goal\": \"広", "\"text\": \"追加。\", \"goal\": \"広", "17:19", "/goals/1/text",
       "「text」という項目"},
      {kReportPath, "\"ward\": \"泉区\",", "\"ward\": \"泉区\", \"ward\": \"港南区\",", "3:17", "/ward",
       "2 回書かれています（1 回目は 3 行 3"},
      {kReportPath, "  \"ward\": \"泉区\",\n", "", "1:1", "", "必要な項目「ward」がありません"},
      {kReportPath, "{\"marks\": [], \"text\": [\"会います。\"]}", "{\"marks\": []}", "16:53", "/goals/0/activities/0",
       "「text」がありません"},
      {kReportPath, "\"title\": \"泉区地域子育て支援拠点事業\"", "\"title\": 5", "2:12", "/title",
       "文章が必要ですが、数が書かれています"},
      {kReportPath, "2023,", "\"2023\",", "4:17", "/reviewYear", "数が必要ですが、文章が書かれています"},
      {kReportPath, "[\"ちょこっといずみ\"]", "\"ちょこっといずみ\"", "7:19", "/implementers",
       "一覧 [ … ] が必要ですが、文章"},
      {kReportPath, "[\"ちょこっといずみ\"]", "[]", "7:19", "/implementers", "1 つも入っていません"},
      {kReportPath, "{\"marks\": [], \"text\": [\"会います。\"]}", "\"会います。\"", "16:53", "/goals/0/activities/0",
       "まとまり { … } が必要"},
      {kHubPath, "\"泉区\"", "true", "3:11", "/ward", "true か falseが書かれています"},
      {kHubPath, "\"泉区\"", "null", "3:11", "/ward", "nullが書かれています"},
      {kHubPath, "{\"6\"", "{\"8\"", "8:16", "/services/8", "「8」という項目はありません"},
      {kHubPath, "\"en\": \"Izumi Hub\"", "\"fr\": \"Izumi\"", "4:27", "/name/fr", "「fr」ということば"},
      {kHubPath, "{\"ja\": \"泉区の拠点\", \"en\"", "{\"en\"", "4:11", "/name", "日本語（\"ja\"）"},
      {kHubPath, "\"en\": \"Izumi Hub\"", "\"en\": 3", "4:33", "/name/en", "数が書かれています"},
  });
}

TEST_CASE("texts") {
  check_all({
      {kHubPath, "\"泉区\"", "\"\"", "3:11", "/ward", "文字が書かれていません"},
      {kHubPath, "\"泉区\"", "\" 　\"", "3:11", "/ward", "文字が書かれていません"},
      {kHubPath, "\"Izumi Hub\"", "\"\"", "4:33", "/name/en", "文字が書かれていません"},
      {kHubPath, "\"泉区\"", "\"泉\\n区\"", "3:11", "/ward", "改行（\\n）"},
      {kHubPath, "\"泉区\"", "\"泉\\u0007区\"", "3:11", "/ward", "U+0007"},
      {kHubPath, "\"泉区\"", "\"泉\\u202e区\"", "3:11", "/ward", "U+202E"},
      {kHubPath, "\"泉区\"", "\"《いずみ》区\"", "3:11", "/ward", "漢字がありません"},
      {kHubPath, "\"泉区\"", "\"ここ《ここ》\"", "3:11", "/ward", "漢字がありません"},
      {kHubPath, "\"泉区\"", "\"泉区《いずみく\"", "3:11", "/ward", "「》」で閉じられていません"},
      {kHubPath, "\"泉区\"", "\"｜泉《い｜ずみ》区\"", "3:11", "/ward", "「》」で閉じられていません"},
      {kHubPath, "\"泉区\"", "\"泉区》\"", "3:11", "/ward", "「《」がありません"},
      {kHubPath, "\"泉区\"", "\"泉区《》\"", "3:11", "/ward", "読みがありません"},
      {kHubPath, "\"泉区\"", "\"｜泉区\"", "3:11", "/ward", "「｜」のあと"},
      {kReportPath, "\"子育てを支えます。\"", "\"ら子育てを支えます。\"", "8:14", "/purpose", "書き出しが欠けて",
       kWarning},
      {kReportPath, "\"集った。\"", "\"集って\"", "12:47", "/review/0/outcomes/0/text/0", "終わりが切れて", kWarning},
      {kReportPath, "\"広げます。\"", "\"広げて\"", "17:27", "/goals/1/goal", "終わりが切れて", kWarning},
  });
}

TEST_CASE("numbers, dates and short words") {
  check_all({
      {kReportPath, "2023,", "23,", "4:17", "/reviewYear", "この数は使えません"},
      {kReportPath, "2023,", "2023.5,", "4:17", "/reviewYear", "小数は使えません"},
      {kReportPath, "2023,", "99999999999999999999999,", "4:17", "/reviewYear", "この数は使えません"},
      {kReportPath, "\"2024-03-31\"", "\"2024-02-30\"", "6:42", "/period/to", "「2024-02-30」という日付はありません"},
      {kReportPath, "\"2024-03-31\"", "\"2024-3-31\"", "6:42", "/period/to", "日付はありません"},
      {kReportPath, "\"2024-03-31\"", "\"令和6年3月31日\"", "6:42", "/period/to", "日付はありません"},
      {kReportPath, "\"2024-03-31\"", "\"2023-03-31\"", "6:42", "/period/to", "始まり（from）より前"},
      {kReportPath, "\"2023-04-01\"", "\"2022-04-01\"", "6:13", "/period", "評価する年度", kWarning},
      {kReportPath, "\"termYear\": 1", "\"termYear\": 6", "6:68", "/period/termYear", "超えています"},
      {kReportPath, "\"termYear\": 1, ", "", "6:13", "/period", "「termYear」がありません"},
      {kReportPath, "\"termYear\": 1", "\"termYear\": 0", "6:68", "/period/termYear", "この数は使えません"},
      {kHubPath, "\"izumi\"", "\"Izumi\"", "2:9", "/id", "使えない文字"},
      {kHubPath, "\"izumi\"", "\"konan\"", "2:9", "/id", "フォルダーの名前（izumi）とちがいます"},
      {kHubPath, "#2E7D6B", "2E7D6B", "6:13", "/colour", "色の書き方"},
      {kHubPath, "#2E7D6B", "#2E7D6", "6:13", "/colour", "色の書き方"},
      {kHubPath, "#2E7D6B", "#2E7D6G", "6:13", "/colour", "色の書き方"},
      {kHubPath, "https://example.org/izumi", "www.example.org", "7:10", "/url", "アドレス（URL）"},
      {kHubPath, "https://example.org/izumi", "https://", "7:10", "/url", "アドレス（URL）"},
      {kHubPath, "https://example.org/izumi", "https://example.org/泉", "7:10", "/url", "アドレス（URL）"},
      {kHubPath, "https://example.org/izumi", "javascript:alert(1)", "7:10", "/url", "アドレス（URL）"},
      {kHubPath, "https://example.org/6", "https://example.org/a b", "8:45", "/services/6/url", "アドレス（URL）"},
      {kServicesPath, "{\"number\": 1, \"icon\": \"baby\"", "{\"number\": 1, \"icon\": \"赤ちゃん\"", "2:25",
       "/services/0/icon", "絵の名前"},
      {kReadingsPath, "\"にんしんき\"", "\"妊しんき\"", "2:10", "/readings/妊娠期", "ひらがな以外"},
      {kReadingsPath, "\"くださ\": \"\"", "\"取り組み\": \"とくみ\"", "3:11", "/readings/取り組み", "かなと読み"},
      {kReadingsPath, "\"くださ\": \"\"", "\"くださ\": 1", "3:10", "/readings/くださ", "文章が必要"},
      {kReadingsPath, "\"くださ\": \"\"", "\"\": \"\"", "3:3", "/readings/", "文字が書かれていません"},
  });
}

TEST_CASE("what belongs together") {
  check_all({
      {kReportPath, "\"reviewYear\": 2023", "\"reviewYear\": 2022", "5:15", "/goalYear", "次の年ではありません",
       kWarning},
      {kReportPath, "\"ward\": \"泉区\"", "\"ward\": \"港南区\"", "3:11", "/ward", "報告書は「港南区」のもの",
       kWarning},
      {kReportPath, "{\"number\": 2", "{\"number\": 1", "17:5", "/goals/1", "番号 1 が 2 回"},
      {kReportPath, "{\"number\": 2", "{\"number\": 3", "15:12", "/goals", "目標の番号 2 がありません"},
      {kReportPath, "\"marks\": [1, 2]", "\"marks\": [2, 1]", "12:34", "/review/0/outcomes/0/marks/1", "小さい順"},
      {kReportPath, "\"marks\": [1, 2]", "\"marks\": [1, 1]", "12:34", "/review/0/outcomes/0/marks/1", "同じ番号"},
      {kReportPath, "\"marks\": [1, 2]", "\"marks\": [1, 5]", "12:34", "/review/0/outcomes/0/marks/1",
       "印 5 のものがありません"},
      {kReportPath, "\"marks\": [1, 2]", "\"marks\": [1, 21]", "12:34", "/review/0/outcomes/0/marks/1",
       "この数は使えません"},
      {kServicesPath, "{\"number\": 7", "{\"number\": 8", "8:14", "/services/6/number", "この数は使えません"},
      {kEnglishPath, "\"home\"", "\"hoem\"", "2:3", "/hoem", "「hoem」は ja.json にありません"},
      {kEnglishPath, "{year}", "{yaer}", "3:11", "/year", "{ } の中の名前が ja.json とちがいます"},
      {kEnglishPath, "{year}", "the year", "3:11", "/year", "{ } の中の名前"},
      {kEnglishPath, "{year}", "{year", "3:11", "/year", "{ } の書き方"},
      {kEnglishPath, "\"Home\"", "\"\"", "2:11", "/home", "文字が書かれていません"},
      {kEnglishPath, "  \"home\": \"Home\",\n", "", "1:1", "", "「home」の訳がありません", kWarning},
  });
}

TEST_CASE("all mistakes of all files are found in one go") {
  MemoryFiles files = good_files();
  std::string& report = files.files[kReportPath];
  report = replaced(report, "\"goalYear\": 2024", "\"goalYear\": 2025");
  report = replaced(report, "\"2024-03-31\"", "\"2024-02-30\"");
  report = replaced(report, "\"marks\": [1, 2]", "\"marks\": [3, 4]");
  files.files[kHubPath] = replaced(files.files[kHubPath], "#2E7D6B", "green");
  files.files[kServicesPath] = "{";
  const content::Loaded loaded = load_all(files);
  CAPTURE(described(loaded.diagnostics));
  REQUIRE(loaded.diagnostics.size() == 7);
  CHECK(loaded.snapshot == nullptr);
  CHECK(loaded.diagnostics[0].file == kServicesPath);
  CHECK(loaded.diagnostics[1].file == kHubPath);
  CHECK(place_of(loaded.diagnostics[2]) == "5:15");  // the year of the file's name, and the next year
  CHECK(place_of(loaded.diagnostics[3]) == "5:15");
  CHECK(place_of(loaded.diagnostics[4]) == "6:42");
  CHECK(place_of(loaded.diagnostics[5]) == "12:31");
  CHECK(place_of(loaded.diagnostics[6]) == "12:34");
}

TEST_CASE("services of a report are seven, numbered each once") {
  const auto services = [](std::initializer_list<int> numbers) {
    std::string list;
    for (const int number : numbers) {
      list += std::string(list.empty() ? "" : ", ") + "{\"number\": " + std::to_string(number) +
              ", \"description\": \"場\", \"program\": \"居場所\"}";
    }
    MemoryFiles files = good_files();
    std::string& report = files.files[kReportPath];
    report = replaced(report, "\"purpose\"", "\"services\": [" + list + "],\n  \"purpose\"");
    return load_all(files);
  };
  CHECK(services({1, 2, 3, 4, 5, 6, 7}).diagnostics.empty());
  const auto shuffled = services({7, 2, 3, 4, 5, 6, 1});
  REQUIRE(shuffled.snapshot != nullptr);
  CHECK(shuffled.snapshot->hubs[0].reports[0].services[0].number == 1);
  const auto six = services({1, 2, 4, 5, 6, 7});
  REQUIRE(six.diagnostics.size() == 1);
  CHECK(six.diagnostics[0].what.ja.find("3 番がありません") != std::string::npos);
  CHECK(six.diagnostics[0].pointer == "/services");
  CHECK(services({}).diagnostics.size() == 7);
  CHECK(services({1, 2, 3, 4, 5, 6, 6}).diagnostics.size() == 1);
}

TEST_CASE("a misspelt key is told once, with the key that was meant") {
  MemoryFiles files = good_files();
  files.files[kReportPath] = replaced(files.files[kReportPath], "\"goalYear\"", "\"goal_year\"");
  const content::Loaded loaded = load_all(files);
  REQUIRE(loaded.diagnostics.size() == 1);
  CHECK(loaded.diagnostics[0].remedy.ja.find("「goalYear」のまちがいではありませんか") != std::string::npos);
}

TEST_CASE("a diagnostic reads as file:line:column, the kind, what, where in the JSON, and what to do") {
  const Diagnostic one{Diagnostic::Severity::error,     "a.json", 3, 7, "/goals/0", {"だめです。", "No."},
                       {"直してください。", "Mend it."}};
  CHECK(describe(one, base::StaffLanguage::ja) == "a.json:3:7: エラー: だめです。 (/goals/0)\n    → 直してください。");
  CHECK(describe(one, base::StaffLanguage::en) == "a.json:3:7: error: No. (/goals/0)\n    → Mend it.");
  Diagnostic bare{Diagnostic::Severity::warning, "a.json", 1, 1, "", {"注意です。", "Look."}, {}};
  CHECK(describe(bare, base::StaffLanguage::ja) == "a.json:1:1: 注意: 注意です。");
  CHECK(content::has_errors({one, bare}));
  CHECK(!content::has_errors({bare}));
}
