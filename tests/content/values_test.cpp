// What the screens ask of content: words by language, years, threads, the report of a day.
#include <doctest/doctest.h>

#include "content/model/sentence.h"
#include "content/model/year.h"
#include "support/fixtures.h"

using namespace hub;
using namespace hub::tests;
using namespace hub::content;

namespace {

base::Date day(int year, unsigned month, unsigned of_month) {
  return base::Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{of_month}};
}

Report of_year(int goal_year) {
  Report report;
  report.goal_year = goal_year;
  report.review_year = goal_year - 1;
  return report;
}

}  // namespace

TEST_CASE("a text without the language asked for is said in Japanese, and says so") {
  const Text text(std::map<std::string, std::string, std::less<>>{{"ja", "家"}, {"en", "Home"}});
  CHECK(text.in("en").words == "Home");
  CHECK(text.in("en").language == "en");
  CHECK(text.in("ko").words == "家");
  CHECK(text.in("ko").language == "ja");
  CHECK(text.japanese() == "家");
  CHECK(text.has("en"));
  CHECK(!text.has("ko"));
  CHECK(Text().empty());
  CHECK(Text().in("en").words.empty());
}

TEST_CASE("languages are named as BCP 47 has it") {
  for (const char* tag : {"ja", "de", "fil", "ja-easy", "zh-Hans", "pt-BR", "es-419", "zh-Hant-TW"}) {
    CAPTURE(tag);
    CHECK(is_language_tag(tag));
  }
  for (const char* none :
       {"", "j", "JA", "japanese", "ja-", "-ja", "ja_JP", "ja--JP", "ja-x", "ja-abcdefghi", "日本"}) {
    CAPTURE(none);
    CHECK_FALSE(is_language_tag(none));
  }
  const Languages languages = {"ja", "en"};
  CHECK(is_known(languages, "en"));
  CHECK_FALSE(is_known(languages, "de"));
  CHECK(is_known({}, "de"));
  CHECK_FALSE(is_known({}, "Deutsch"));
}

TEST_CASE("fiscal years begin in April") {
  CHECK(fiscal_year(day(2024, 3, 31)) == 2023);
  CHECK(fiscal_year(day(2024, 4, 1)) == 2024);
  CHECK(fiscal_year(day(2025, 1, 1)) == 2024);
}

TEST_CASE("fiscal years are named by era, in other languages as their strings say") {
  const auto words = load_words_only(hub::base::DiskFiles(), std::string(HUB_SOURCE_DIR) + "/assets/strings");
  REQUIRE(words);
  const Strings& strings = words->strings;
  CHECK(fiscal_year_name(strings, 2024, "ja") == "令和6年度");
  CHECK(fiscal_year_name(strings, 1988, "ja") == "1988年度");
  CHECK(fiscal_year_name(strings, 2024, "de") == "令和6年度");  // said in Japanese, as all that nobody translated
  CHECK(fiscal_year_name(2024) == "令和6年度");
  CHECK(fiscal_year_name(strings, 2024, "ja-easy") == "2024年度");
  CHECK(fiscal_year_name(strings, 2024, "en") == "2024–25");
  CHECK(fiscal_year_name(strings, 2024, "zh-Hans") == "2024年度");
  CHECK(fiscal_year_name(strings, 2024, "ko") == "2024년도");
  CHECK(fiscal_year_name(strings, 2024, "vi") == "năm 2024–2025");
  CHECK(fiscal_year_name(2019) == "令和元年度");
  CHECK(fiscal_year_name(2018) == "平成30年度");
  CHECK(fiscal_year_name(1989) == "平成元年度");
  CHECK(fiscal_year_name(1988) == "1988年度");
  CHECK(fiscal_year_name(strings, 2099, "en") == "2099–00");
}

TEST_CASE("a day is written as each language writes it, in Japanese by era") {
  const auto words = load_words_only(hub::base::DiskFiles(), std::string(HUB_SOURCE_DIR) + "/assets/strings");
  REQUIRE(words);
  const auto plain = [&](hub::base::Date date, std::string_view language) {
    constexpr std::string_view kJoint = "\u2060";
    std::string name = date_name(words->strings, date, language);
    for (auto at = name.find(kJoint); at != name.npos; at = name.find(kJoint)) name.erase(at, kJoint.size());
    return name;
  };
  CHECK(plain(day(2023, 4, 1), "ja") == "令和5年4月1日");
  CHECK(plain(day(2019, 5, 1), "ja") == "令和元年5月1日");
  CHECK(plain(day(2019, 4, 30), "ja") == "平成31年4月30日");
  CHECK(plain(day(1989, 1, 8), "ja") == "平成元年1月8日");
  CHECK(plain(day(1989, 1, 7), "ja") == "1989年1月7日");
  CHECK(plain(day(2023, 4, 1), "ja-easy") == "2023年4月1日");
  CHECK(plain(day(2023, 4, 1), "en") == "1\u00A0April\u00A02023");
  CHECK(plain(day(2024, 12, 31), "en") == "31\u00A0December\u00A02024");
  CHECK(plain(day(2024, 1, 31), "en") == "31\u00A0January\u00A02024");
  CHECK(plain(day(2023, 4, 1), "zh-Hans") == "2023年4月1日");
  CHECK(plain(day(2023, 4, 1), "ko") == "2023년\u00A04월\u00A01일");
  CHECK(plain(day(2023, 4, 1), "vi") == "1/4/2023");
}

TEST_CASE("the newest report that is not of the future is shown") {
  Hub hub;
  hub.reports = {of_year(2022), of_year(2024), of_year(2026)};
  CHECK(shown_report(hub, day(2024, 4, 1)).goal_year == 2024);
  CHECK(shown_report(hub, day(2024, 3, 31)).goal_year == 2022);
  CHECK(shown_report(hub, day(2026, 3, 31)).goal_year == 2024);
  CHECK(shown_report(hub, day(2026, 4, 1)).goal_year == 2026);
  CHECK(shown_report(hub, day(2040, 4, 1)).goal_year == 2026);
  // The clock is wrong.
  CHECK(shown_report(hub, day(1970, 1, 1)).goal_year == 2026);
  CHECK(shown_report(hub, day(2019, 5, 1)).goal_year == 2026);
}

TEST_CASE("a report of an earlier year is outdated, but not because the clock is wrong") {
  CHECK(!is_outdated(of_year(2024), day(2024, 4, 1)));
  CHECK(!is_outdated(of_year(2024), day(2025, 3, 31)));
  CHECK(is_outdated(of_year(2024), day(2025, 4, 1)));
  CHECK(!is_outdated(of_year(2024), day(1970, 1, 1)));
  CHECK(!is_outdated(of_year(2024), day(2019, 5, 1)));
}

TEST_CASE("threads follow the report's marks") {
  ReviewedGoal goal;
  const auto item = [](std::vector<int> marks) { return Item{std::move(marks), {Text("文。")}}; };
  CHECK(threads_of(goal).empty());
  goal.activities = {item({1}), item({2}), item({}), item({2})};
  goal.outcomes = {item({1, 2}), item({2})};
  goal.challenges = {item({}), item({1})};
  const std::vector<Thread> threads = threads_of(goal);
  REQUIRE(threads.size() == 3);
  CHECK(threads[0].marks == std::vector{1});
  CHECK(threads[0].outcomes == std::vector<std::size_t>{0});
  CHECK(threads[0].challenges == std::vector<std::size_t>{1});
  CHECK(threads[1].activities == std::vector<std::size_t>{1, 3});
  CHECK(threads[1].outcomes == std::vector<std::size_t>{0, 1});
  CHECK(threads[1].challenges.empty());
  CHECK(threads[2].marks.empty());
  CHECK(threads[2].activities == std::vector<std::size_t>{2});
  CHECK(threads[2].challenges == std::vector<std::size_t>{0});
}

TEST_CASE("a sentence that lost its beginning or end is recognised") {
  for (const char* torn :
       {"ら得た取り組み。", "っています。", "ー。", "、そして。", "」と話した。", "を行う。", " ら得た。"}) {
    CAPTURE(torn);
    CHECK(starts_midway(torn));
  }
  for (const char* whole : {"父親が来た。", "「おしゃべり会」を開いた。", "（マタニティ）", "0～1歳は。",
                            "｜地域《ちいき》の。", "HUBとなる。", "", "・集う", "らくがきをした。", "りんご狩り。"}) {
    CAPTURE(whole);
    CHECK(!starts_midway(whole));
  }
  for (const char* torn : {"会員を増やすための", "開催し、", "支援の場《ば》を", "子育て", "地域と", "協力し"}) {
    CAPTURE(torn);
    CHECK(ends_midway(torn));
  }
  for (const char* whole :
       {"行います。", "来ませんか？", "できました！", "（発信の充実など）", "「居場所」", "行います。　", "場《ば》。",
        "", "など…", "地域全体での見守り", "提供に関すること", "見守るもの", "仕組みを考える"}) {
    CAPTURE(whole);
    CHECK(!ends_midway(whole));
  }
}

TEST_CASE("a mark that stayed in the words is recognised") {
  CHECK(starts_with_mark("①妊娠期の家庭に働きかけます。"));
  CHECK(starts_with_mark(" ⑳最後です。"));
  CHECK(!starts_with_mark("妊娠期の家庭に①働きかけます。"));
  CHECK(!starts_with_mark(""));
}

TEST_CASE("a hub's own words stand in for the common ones") {
  const auto snapshot = load_all(good_files()).snapshot;
  REQUIRE(snapshot != nullptr);
  const Hub* izumi = snapshot->find_hub("izumi");
  REQUIRE(izumi != nullptr);
  CHECK(snapshot->find_hub("konan") == nullptr);
  CHECK(izumi->colour == "#2E7D6B");
  CHECK(snapshot->service(*izumi, 6).words.name.japanese() == "預けあい");
  CHECK(snapshot->service(*izumi, 6).words.need.japanese() == "遊びたい");
  CHECK(snapshot->service(*izumi, 6).url == "https://example.org/6");
  CHECK(snapshot->service(*izumi, 5).words.name.japanese() == "名前5");
  CHECK(snapshot->service(*izumi, 5).url == std::nullopt);
}

TEST_CASE("the app's own words") {
  const auto snapshot = load_all(good_files()).snapshot;
  REQUIRE(snapshot != nullptr);
  CHECK(snapshot->strings.say("home", "en").words == "Home");
  CHECK(snapshot->strings.say("home", "ko").words == "ホーム");
  CHECK(snapshot->strings.say("home", "ko").language == "ja");
  CHECK(snapshot->strings.all().size() == 2);
}

TEST_CASE("the language menu has what both the app and the hub speak") {
  MemoryFiles files = good_files();
  files.files["strings/vi.json"] = replaced(files.files[kEnglishPath], "Home", "Trang chủ");
  auto loaded = load_all(files);
  REQUIRE(loaded.snapshot != nullptr);
  CHECK(loaded.snapshot->languages(loaded.snapshot->hubs[0]) == std::vector<std::string>{"ja", "en"});
  files.files["strings/ko.json"] = files.files["strings/vi.json"];
  files.files[kServicesPath] =
      replaced(files.files[kServicesPath], "\"名前3\"", "{\"ja\": \"名前3\", \"ko\": \"이름\"}");
  loaded = load_all(files);
  REQUIRE(loaded.snapshot != nullptr);
  CHECK(loaded.snapshot->languages(loaded.snapshot->hubs[0]) == std::vector<std::string>{"ja", "en", "ko"});
}

TEST_CASE("readings are kept in their order, a hub's own under its id") {
  MemoryFiles files = good_files();
  files.files["content/izumi/readings.json"] =
      "{\"readings\": {\"取り組み\": \"とりくみ\", \"２か所\": \"にかしょ\", \"３ヶ月\": \"さんかげつ\", \"コロナ禍\": "
      "\"ころなか\"}}";
  const auto loaded = load_all(files);
  CAPTURE(described(loaded.diagnostics));
  REQUIRE(loaded.snapshot != nullptr);
  const auto& common = loaded.snapshot->readings.at("");
  REQUIRE(common.size() == 2);
  CHECK(common[0].word == "妊娠期");
  CHECK(common[0].reading == "にんしんき");
  CHECK(common[1].word == "くださ");
  CHECK(common[1].reading.empty());
  CHECK(loaded.snapshot->readings.at("izumi").size() == 4);
}

TEST_CASE("a report may hold goals alone") {
  MemoryFiles files = good_files();
  files.files[kReportPath] =
      R"({"title": "目標", "ward": "泉区", "reviewYear": 2023, "goalYear": 2024, "goals": [{"number": 1, "goal": "会います。"}]})";
  const auto loaded = load_all(files);
  CAPTURE(described(loaded.diagnostics));
  REQUIRE(loaded.snapshot != nullptr);
  CHECK(loaded.diagnostics.empty());
  const Report& report = loaded.snapshot->hubs[0].reports[0];
  CHECK(!report.period);
  CHECK(report.purpose.empty());
  CHECK(report.services.empty());
  CHECK(report.review.empty());
  CHECK(report.goals.size() == 1);
  CHECK(report.goals[0].activities.empty());
}
