// What stays whole on a line as long as it fits one: times, dates, addresses, words of katakana, short brackets.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/lines/lines.h"
#include "text/samples.h"

using namespace hub;
using namespace hub::text;
using tests::utf8;

namespace {

constexpr int kNarrowest_em = 6;
constexpr int kWidest_em = 20;

struct Whole {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A text with ⟦⟧ around what stays whole.
struct Sample {
  Analysis analysis;
  Shaped shaped;
  std::vector<Whole> wholes;
};

Sample sample(const std::string& marked, const Analyser& analyser = tests::told_analyser()) {
  std::u32string text;
  Sample made;
  for (const char32_t c : tests::letters(marked)) {
    if (c == U'⟦') {
      made.wholes.push_back({text.size(), 0});
    } else if (c == U'⟧') {
      made.wholes.back().end = text.size();
    } else {
      text.push_back(c);
    }
  }
  made.analysis = analyser.analyse(utf8(text), "ja");
  made.shaped = shape(made.analysis, Weight::regular, tests::faces());
  return made;
}

std::string lines_of(const Sample& sample, float width_em, bool balanced) {
  std::string shown;
  for (const LineRange& line : fill_lines(sample.analysis, sample.shaped, {width_em, balanced})) {
    if (line.begin > 0) shown += '|';
    shown += utf8(std::u32string_view(sample.analysis.text).substr(line.begin, line.end - line.begin));
  }
  return shown;
}

std::string lines_of(const std::string& text, float width_em, bool balanced = false) {
  return lines_of(sample(text), width_em, balanced);
}

void check_whole(const std::string& marked) {
  const Sample made = sample(marked);
  for (int width_em = kNarrowest_em; width_em <= kWidest_em; ++width_em) {
    for (const bool balanced : {false, true}) {
      const auto width = static_cast<float>(width_em);
      for (const LineRange& line : fill_lines(made.analysis, made.shaped, {width, balanced})) {
        for (const Whole& whole : made.wholes) {
          const bool cut = line.begin > whole.begin && line.begin < whole.end;
          const bool fits = line_width_em(made.shaped, whole.begin, whole.end) <= width;
          CHECK_MESSAGE(!(cut && fits),
                        width_em << " em, balanced " << balanced << ": " << lines_of(made, width, balanced));
        }
      }
    }
  }
}

}  // namespace

TEST_CASE("a time stays whole") {
  check_whole("平日の⟦9時30分⟧〜⟦16時30分⟧に開いています");
  check_whole("開館時間は⟦9:30〜16:00です⟧");
  check_whole("土曜日は午後⟦1時15分⟧から⟦3時45分⟧までです");
  check_whole("受付は⟦10：00⟧～⟦11：30⟧、⟦13：00⟧～⟦15：30⟧です");
}

TEST_CASE("a date stays with its day of the week") {
  check_whole("次回は⟦12月24日（火）⟧に行います");
  check_whole("⟦4月1日（水）⟧から⟦4月3日（金）⟧まで受け付けます");
  check_whole("おはなし会は⟦11月3日(火・祝)⟧と⟦15日（日）⟧に行います");
  check_whole("令和8年⟦1月5日（月）⟧に始まります");
}

TEST_CASE("an address, a number to call and a page's name stay whole") {
  check_whole("予約はメール⟦skip@example.or.jp⟧までどうぞ");
  check_whole("くわしくは⟦www.city.yokohama.lg.jp⟧を見てください");
  check_whole("電話⟦045-222-1209⟧へかけてください");
  check_whole("電話は⟦0120-000-000⟧です");
  check_whole("お問い合わせ⟦045（222）1209⟧まで");
  check_whole("⟦〒245-0016⟧横浜市泉区⟦5丁目4番13号⟧");
}

TEST_CASE("a number stays with its counter and what hangs on it") {
  check_whole("お子さん⟦2人⟧と保護者⟦3人目⟧まで入れます");
  check_whole("⟦三日間⟧の講座に⟦10組⟧の親子が⟦一日中⟧参加しました");
  check_whole("⟦3か所⟧の広場で⟦1,200人⟧が遊びました");
  check_whole("重点⟦目標①②③⟧と取組");
}

TEST_CASE("a word in short brackets stays whole, and with its noun") {
  check_whole("参加費⟦500円（税込）で⟧申し込めます");
  check_whole("保護者⟦会員（有料）⟧になります");
  check_whole("案内⟦（仮）⟧を配ります");
}

TEST_CASE("words of katakana that are several come apart between them") {
  check_whole("⟦コミュニケーション⟧⟦ワークショップ⟧・⟦ファシリテーター⟧養成");
  check_whole("⟦オンライン⟧⟦ベビー⟧⟦マッサージ⟧・⟦ファミリー⟧⟦サポート⟧⟦センター⟧");
  check_whole("⟦スマートフォン⟧⟦アプリケーション⟧⟦ダウンロード⟧⟦キャンペーン⟧");
  CHECK(lines_of("コミュニケーションワークショップ・ファシリテーター養成", 10) ==
        "コミュニケーション|ワークショップ・|ファシリテーター養成");
}

TEST_CASE("the name of an institution goes before what is said of it") {
  const std::string name = "地域子育て支援拠点事業の協働契約書中の";
  for (const bool balanced : {false, true}) {
    CHECK(lines_of(name, 10, balanced) == "地域子育て支援|拠点事業の|協働契約書中の");
    CHECK(lines_of(name, 16, balanced) == "地域子育て支援拠点事業の|協働契約書中の");
  }
}

TEST_CASE("what a year is of begins a line") {
  CHECK(lines_of("令和6年度重点目標①②③", 10) == "令和6年度|重点目標①②③");
  CHECK(lines_of("令和６年度取組内容一覧", 8) == "令和６年度|取組内容一覧");
}

TEST_CASE("an address that is wider than its line comes apart at its joints") {
  CHECK(lines_of("skip@example.or.jpまで", 10) == "skip|@example.or.jp|まで");
  CHECK(lines_of("www.city.yokohama.lg.jp", 10) == "www.city.|yokohama.lg.jp");
  CHECK(lines_of("https://www.city.yokohama.lg.jp/izumi/kosodate/", 16) ==
        "https://|www.city.yokohama.lg.jp/|izumi/kosodate/");
  CHECK(lines_of("0120-000-000", 6) == "0120-|000-000");
}

TEST_CASE("no line begins with how far or whence") {
  CHECK(lines_of("令和6年4月1日（月）から令和7年", 10.5F) == "令和6年|4月1日（月）から|令和7年");
}
