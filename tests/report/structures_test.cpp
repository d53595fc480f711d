// Structures of wards' pages besides a heading above or beside its text: each gives the goals that a person reads.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/utf8.h"
#include "report/around/navigation.h"
#include "report/draft/draft.h"
#include "report/draft/write_draft.h"
#include "report/parse/run_in_headings.h"
#include "report/read/read.h"
#include "report/words/upright.h"

#include <nlohmann/json.hpp>

using namespace hub;
using namespace hub::report;
using nlohmann::json;

namespace {

const std::string kTitle = "泉区地域子育て支援拠点事業\n令和5年度重点目標評価結果・令和6年度重点目標\n";

// 1: goal [marks]activity / outcome / challenge, a line a goal of the section.
std::string goals_of(const json& report, const char* section) {
  std::string all;
  for (const json& goal : report[section]) {
    all += std::to_string(goal["number"].get<int>()) + ": " + goal["goal"].get<std::string>();
    for (const char* field : {"activities", "outcomes", "challenges"}) {
      if (!goal.contains(field)) continue;
      all += " /";
      for (const json& item : goal[field]) {
        all += " ";
        for (const json& mark : item["marks"]) all += "[" + std::to_string(mark.get<int>()) + "]";
        for (const json& text : item["text"]) all += text.get<std::string>();
      }
    }
    all += "\n";
  }
  return all;
}
json read(const std::string& bytes, Document::Kind kind = Document::Kind::text) {
  const auto draft = make_draft(read_as(kind, bytes));
  REQUIRE(draft.ok());
  return json::parse(report_json(draft.value().report));
}

// Two goals, of which the first has two activities, and one for the next year.
const std::string kReview =
    "1: 居場所を広げる。 / 親子の会を開く。 体験の日を設ける。 / 会を12回開いた。 体験に9組が来た。 / "
    "会場の確保を検討する。 日程の見直しが必要である。\n"
    "2: 父親の参加を増やす。 / 土曜の講座を行う。 / 講座に20名が参加した。 / 周知の方法を検討していく。\n";
const std::string kNext = "1: 相談の場を増やす。 / 出張相談を行う。\n";

void check(const json& got) {
  CHECK(goals_of(got, "review") == kReview);
  CHECK(goals_of(got, "goals") == kNext);
}

}  // namespace

TEST_CASE("a row an activity: the goal is said again in each, or once, or reaches over its rows") {
  const std::string head = "重点目標,取組内容,成果,課題\n",
                    next = "令和6年度重点目標\n重点目標,取組内容\n相談の場を増やす。,出張相談を行う。\n";
  const std::string first = "親子の会を開く。,会を12回開いた。,会場の確保を検討する。\n",
                    second = "体験の日を設ける。,体験に9組が来た。,日程の見直しが必要である。\n";
  const std::string last =
      "父親の参加を増やす。,土曜の講座を行う。,講座に20名が参加した。,周知の方法を検討していく。\n";
  for (const std::string& again : {std::string("居場所を広げる。"), std::string()}) {
    CAPTURE(again);
    const std::string rows =
        "令和5年度重点目標の評価\n" + head + "居場所を広げる。," + first + again + "," + second + last + next;
    check(read(kTitle + rows));
    std::string tabs = rows;
    for (char& c : tabs) c = c == ',' ? '\t' : c;
    check(read(kTitle + tabs));
  }
  const std::string page =
      "<html><body><h1>泉区地域子育て支援拠点事業</h1><h2>令和5年度重点目標評価結果・令和6年度重点目標</h2>"
      "<h3>令和5年度重点目標の評価</h3><table><tr><th>重点目標</th><th>取組</th><th>成果</th><th>課題</th></tr>"
      "<tr><td "
      "rowspan=2>居場所を広げる。</td><td>親子の会を開く。</td><td>会を12回開いた。</td><td>会場の確保を検討する。</"
      "td></tr>"
      "<tr><td>体験の日を設ける。</td><td>体験に9組が来た。</td><td>日程の見直しが必要である。</td></tr>"
      "<tr><td>父親の参加を増やす。</td><td>土曜の講座を行う。</td><td>講座に20名が参加した。</"
      "td><td>周知の方法を検討していく。</td></tr></table>"
      "<h3>令和6年度重点目標</h3><table><tr><th>重点目標</th><th>取組</th></tr><tr><td>相談の場を増やす。</"
      "td><td>出張相談を行う。</td></tr></table>"
      "</body></html>";
  check(read(page, Document::Kind::html));
}

TEST_CASE("a column may say of which year each row is") {
  for (const auto& years : {std::pair<std::string, std::string>{"令和5年度", "令和6年度"},
                            {"令和5年度重点目標の評価", "令和6年度重点目標"},
                            {"評価", "次年度目標"}}) {
    const std::string review = years.first, next = years.second;
    CAPTURE(review);
    check(read(kTitle + "区分,重点目標,取組内容,取組の成果,取組の課題\n" + review +
               ",居場所を広げる。,親子の会を開く。,会を12回開いた。,会場の確保を検討する。\n" + review +
               ",居場所を広げる。,体験の日を設ける。,体験に9組が来た。,日程の見直しが必要である。\n" + review +
               ",父親の参加を増やす。,土曜の講座を行う。,講座に20名が参加した。,周知の方法を検討していく。\n" + next +
               ",相談の場を増やす。,出張相談を行う。,,\n"));
  }
}

TEST_CASE("numbers between the goal and its activities are the marks of the row") {
  const json got = read(kTitle +
                        "令和5年度重点目標の評価\n目標番号,重点目標,取組番号,取組内容,成果,課題\n"
                        "1,居場所を広げる。,1,親子の会を開く。,会を12回開いた。,会場の確保を検討する。\n"
                        "1,居場所を広げる。,2,体験の日を設ける。,体験に9組が来た。,日程の見直しが必要である。\n"
                        "令和6年度重点目標\n重点目標,取組内容\n相談の場を増やす。,出張相談を行う。\n");
  CHECK(goals_of(got, "review") ==
        "1: 居場所を広げる。 / [1]親子の会を開く。 [2]体験の日を設ける。 / [1]会を12回開いた。 [2]体験に9組が来た。 / "
        "[1]会場の確保を検討する。 [2]日程の見直しが必要である。\n");
}

TEST_CASE("a row an entry, whose heading stands in a column") {
  const std::string review = "令和5年度重点目標の評価,";
  check(read(kTitle + "区分,目標番号,項目,内容\n" + review + "1,重点目標,居場所を広げる。\n" + review +
             "1,取組内容,親子の会を開く。\n" + review + "1,取組内容,体験の日を設ける。\n" + review +
             "1,成果,会を12回開いた。\n" + review + "1,成果,体験に9組が来た。\n" + review +
             "1,課題,会場の確保を検討する。\n" + review + "1,課題,日程の見直しが必要である。\n" + review +
             "2,重点目標,父親の参加を増やす。\n" + review + "2,取組内容,土曜の講座を行う。\n" + review +
             "2,成果,講座に20名が参加した。\n" + review + "2,課題,周知の方法を検討していく。\n" +
             "令和6年度重点目標,1,重点目標,相談の場を増やす。\n令和6年度重点目標,1,取組内容,出張相談を行う。\n"));
}

TEST_CASE("the goals are the columns of a table") {
  const std::string rows =
      "取組内容\t\"・親子の会を開く。\n・体験の日を設ける。\"\t・土曜の講座を行う。\n"
      "取組の成果\t\"・会を12回開いた。\n・体験に9組が来た。\"\t・講座に20名が参加した。\n"
      "取組の課題\t\"・会場の確保を検討する。\n・日程の見直しが必要である。\"\t・周知の方法を検討していく。\n\n"
      "令和6年度重点目標\n項目\t重点目標①\n目標\t相談の場を増やす。\n取組内容\t・出張相談を行う。\n";
  check(read(kTitle +
             "令和5年度重点目標の評価\n\t重点目標①\t重点目標②\n目標\t居場所を広げる。\t父親の参加を増やす。\n" + rows));
  check(read(kTitle + "令和5年度重点目標の評価\n重点目標\t①居場所を広げる。\t②父親の参加を増やす。\n" + rows));
}

TEST_CASE("before the headings of such a table a column may say the year, also by a word that heads a list elsewhere") {
  for (const std::string section :
       {"令和5年度評価", "\"令和5年度\n評価\"", "令和5年度", "評価", "令和5年度の振り返り"}) {
    CAPTURE(section);
    check(read(
        kTitle + section +
        "\t重点目標\t①居場所を広げる。\t②父親の参加を増やす。\n"
        "\t取組内容\t\"・親子の会を開く。\n・体験の日を設ける。\"\t・土曜の講座を行う。\n"
        "\t取組の成果\t\"・会を12回開いた。\n・体験に9組が来た。\"\t・講座に20名が参加した。\n"
        "\t取組の課題\t\"・会場の確保を検討する。\n・日程の見直しが必要である。\"\t・周知の方法を検討していく。\n\n"
        "令和6年度重点目標\n項目\t重点目標①\n目標\t相談の場を増やす。\n取組内容\t・出張相談を行う。\n"));
  }
}

TEST_CASE("two goals beside each other, each with its own headings") {
  const std::string next =
      "<h3>令和6年度重点目標</h3><p>重点目標①</p><p>相談の場を増やす。</p><p>取組内容</p><p>出張相談を行う。</p>";
  const std::string head =
      "<html><body><h1>泉区地域子育て支援拠点事業</h1><h2>令和5年度重点目標評価結果・令和6年度重点目標</h2>"
      "<h3>令和5年度重点目標の評価</h3><table>";
  check(read(
      head +
          "<tr><td>重点目標①</td><td>重点目標②</td></tr><tr><td>居場所を広げる。</td><td>父親の参加を増やす。</td></tr>"
          "<tr><td>取組内容</td><td>取組内容</td></tr><tr><td>・親子の会を開く。<br>・体験の日を設ける。</"
          "td><td>・土曜の講座を行う。</td></tr>"
          "<tr><td>成果</td><td>成果</td></tr><tr><td>・会を12回開いた。<br>・体験に9組が来た。</"
          "td><td>・講座に20名が参加した。</td></tr>"
          "<tr><td>課題</td><td>課題</td></tr><tr><td>・会場の確保を検討する。<br>・日程の見直しが必要である。</"
          "td><td>・周知の方法を検討していく。</td></tr>"
          "</table>" +
          next + "</body></html>",
      Document::Kind::html));
  check(read(head +
                 "<tr><td>重点目標①</td><td>居場所を広げる。</td><td>重点目標②</td><td>父親の参加を増やす。</td></tr>"
                 "<tr><td>取組内容</td><td>・親子の会を開く。<br>・体験の日を設ける。</td><td>取組内容</"
                 "td><td>・土曜の講座を行う。</td></tr>"
                 "<tr><td>成果</td><td>・会を12回開いた。<br>・体験に9組が来た。</td><td>成果</"
                 "td><td>・講座に20名が参加した。</td></tr>"
                 "<tr><td>課題</td><td>・会場の確保を検討する。<br>・日程の見直しが必要である。</td><td>課題</"
                 "td><td>・周知の方法を検討していく。</td></tr>"
                 "</table>" +
                 next + "</body></html>",
             Document::Kind::html));
}

TEST_CASE("each activity has its outcome and its challenge below it; its number is theirs") {
  const json got =
      read(kTitle +
           "令和5年度重点目標の評価\n重点目標①　居場所を広げる。\n取組①　親子の会を開く。\n成果：会を12回開いた。\n"
           "課題：会場の確保を検討する。\n取組②　体験の日を設ける。\n成果：体験に9組が来た。\n"
           "課題：日程の見直しが必要である。\n\n令和6年度重点目標\n重点目標①　相談の場を増やす。\n取組①　出張相談を行う"
           "。\n");
  CHECK(goals_of(got, "review") ==
        "1: 居場所を広げる。 / [1]親子の会を開く。 [2]体験の日を設ける。 / [1]会を12回開いた。 [2]体験に9組が来た。 / "
        "[1]会場の確保を検討する。 [2]日程の見直しが必要である。\n");
}

TEST_CASE("the only activity of the only goal has the mark that its heading has") {
  const json got = read(kTitle +
                        "令和5年度重点目標の評価\n重点目標①　居場所を広げる。\n取組①　親子の会を開く。\n"
                        "成果　会を12回開いた。\n課題　会場の確保を検討する。\n"
                        "令和6年度重点目標\n重点目標①　相談の場を増やす。\n取組①　出張相談を行う。\n");
  CHECK(goals_of(got, "review") ==
        "1: 居場所を広げる。 / [1]親子の会を開く。 / [1]会を12回開いた。 / [1]会場の確保を検討する。\n");
  CHECK(goals_of(got, "goals") == "1: 相談の場を増やす。 / [1]出張相談を行う。\n");
}

TEST_CASE("the marks of a list in running text, also where no sentence ends before them") {
  const std::string head = kTitle +
                           "令和5年度重点目標の評価\n【重点目標①】居場所を広げる。【取組内容】①親子の会を開く。\n"
                           "令和6年度重点目標\n【重点目標①】相談の場を増やす。【取組内容】";
  const auto activities = [&](const std::string& words) { return goals_of(read(head + words + "\n"), "goals"); };
  const std::string goal = "1: 相談の場を増やす。 / ";
  CHECK(activities("①講座の開催②相談会の実施③「ひろば」の見学") ==
        goal + "[1]講座の開催 [2]相談会の実施 [3]「ひろば」の見学\n");
  CHECK(activities("①区内をまわります。（団地や公園など）②電話でも聞く。") ==
        goal + "[1]区内をまわります。（団地や公園など） [2]電話でも聞く。\n");
  // What names a mark is none.
  for (const char* one : {"①相談を重点目標②の担当者と行う。", "①相談の流れを図②、図③に示す。", "①相談を①と②で行う。",
                          "①相談を行い、令和7年度の重点目標②に引き継ぐ。",
                          "①出張相談は、重点目標②相談の場と合わせて行う。", "①別紙②参照のうえ行う。"}) {
    CHECK(activities(one) == goal + "[1]" + std::string(one).substr(3) + "\n");
  }
}

TEST_CASE("headings in brackets inside running text, also broken over lines") {
  check(read(kTitle +
             "令和5年度重点目標の評価\n【重点目標①】居場所を広げる。【取組内容】・親子の会を\n開く。・体験の日を設ける"
             "。【取組\nの成果】・"
             "会を12回開いた。・体験に9組が来た。【取組の課題】・会場の確保を検討する。・日程の見\n直しが必要である。\n"
             "【重点目標②】父親の参加を増やす。【取組内容】・土曜の講座を行う。【取組の成果】・講座に20名が参加した。\n"
             "【取組の課題】・周知の方法を検討していく。\n\n令和6年度重点目標\n【重点目標①】相談の場を増やす。【取組内"
             "容】・出張相談を行う。\n"));
  // One alone may be a word of its sentence.
  Line line;
  line.words = U"会は【課題】を話し合った。";
  CHECK(with_headings_apart({line}).size() == 1);
}

TEST_CASE("short headings before a colon, and values without marks below") {
  check(read(
      kTitle +
      "令和5年度重点目標の評価\n重点目標1：居場所を広げる。\n取組：親子の会を開く。\n体験の日を設ける。\n成果：会を12回"
      "開いた。\n"
      "体験に9組が来た。\n課題：会場の確保を検討する。\n日程の見直しが必要である。\n\n重点目標2：父親の参加を増やす。\n"
      "取組：土曜の講座を行う。\n成果：講座に20名が参加した。\n課題：周知の方法を検討していく。\n\n"
      "令和6年度重点目標\n重点目標1：相談の場を増やす。\n取組：出張相談を行う。\n"));
}

TEST_CASE("letters below each other are a heading only where they make one") {
  const auto found = [](const std::vector<UprightLine>& lines) {
    std::string all;
    for (const UprightHeading& heading : find_upright_headings(lines))
      all +=
          base::encode_utf8(heading.words) + std::to_string(heading.begin) + "+" + std::to_string(heading.count) + " ";
    return all;
  };
  CHECK(found({{U"取"}, {U"組"}, {U"内"}, {U"容"}, {U"①会を開く。"}}) == "取組内容0+4 ");
  CHECK(found({{U"重"}, {U"点"}, {U"目"}, {U"標"}, {U"①"}, {U"会"}}) == "重点目標①0+5 ");
  CHECK(found({{U"取"}, {U"組"}, {U"の"}, {U"成"}, {U"果"}, {U"①"}, {U"会を開く。"}}) == "取組の成果0+5 ");
  CHECK(found({{U"取"}, {U""}, {U"組"}, {U""}, {U"内"}, {U""}, {U"容"}, {U""}}) == "取組内容0+7 ");
  CHECK(found({{U"取"}, {U"組"}, {U"内", false}, {U"容"}}).empty());
  CHECK(found({{U"①"}, {U"②"}, {U"③"}}).empty());
}

namespace {

// The goals of kReview and kNext, with `before` above them and `between` the two years.
std::string page_with(const std::string& before, const std::string& between = "") {
  return "<html><meta charset=utf-8><body><h1>泉区地域子育て支援拠点事業</h1>"
         "<p>令和5年度重点目標評価結果・令和6年度重点目標</p>" +
         before +
         "<h2>令和5年度重点目標の評価</h2><h3>重点目標①</h3><p>居場所を広げる。</p>"
         "<h4>取組内容</h4><ul><li>親子の会を開く。</li><li>体験の日を設ける。</li></ul>"
         "<h4>取組の成果</h4><ul><li>会を12回開いた。</li><li>体験に9組が来た。</li></ul>"
         "<h4>取組の課題</h4><ul><li>会場の確保を検討する。</li><li>日程の見直しが必要である。</li></ul>"
         "<h3>重点目標②</h3><p>父親の参加を増やす。</p><h4>取組内容</h4><ul><li>土曜の講座を行う。</li></ul>"
         "<h4>取組の成果</h4><ul><li>講座に20名が参加した。</li></ul>"
         "<h4>取組の課題</h4><ul><li>周知の方法を検討していく。</li></ul>" +
         between +
         "<h2>令和6年度重点目標</h2><h3>重点目標①</h3><p>相談の場を増やす。</p>"
         "<h4>取組内容</h4><ul><li>出張相談を行う。</li></ul></body></html>";
}

std::string row_of(const std::vector<std::string>& cells) {
  std::string row = "<tr>";
  for (const std::string& cell : cells) row += "<td>" + cell + "</td>";
  return row + "</tr>";
}

}  // namespace

TEST_CASE("principles in a ward's own words need no numbers: lines, rows and cells below their heading are each one") {
  const std::vector<std::string> own = {"地域の子育ての輪の真ん中にある運営", "どの親子も気がねなく立ち寄れる場",
                                        "声を聞きながら変わっていくこと"};
  std::string rows, paragraphs, items, numbered, blank_first;
  for (std::size_t i = 0; i < own.size(); ++i) {
    rows += row_of({own[i]});
    paragraphs += "<p>" + own[i] + "</p>";
    items += "<li>" + own[i] + "</li>";
    numbered += row_of({std::to_string(i + 1), own[i]});
    blank_first += row_of({i == 0 ? "基本理念" : "", own[i]});
  }
  const std::string over_rows =
      "<tr><td rowspan=3>基本理念</td><td>" + own[0] + "</td></tr>" + row_of({own[1]}) + row_of({own[2]});
  const std::string forms[] = {"<h2>基本理念</h2>" + paragraphs,
                               "<h2>基本理念</h2><ul>" + items + "</ul>",
                               "<h2>基本理念</h2><table>" + rows + "</table>",
                               "<h2>【基本理念】</h2><table>" + numbered + "</table>",
                               "<table>" + row_of({"事業・施設運営の基本理念"}) + rows + "</table>",
                               "<table>" + blank_first + "</table>",
                               "<table>" + over_rows + "</table>"};
  for (const std::string& form : forms) {
    CAPTURE(form);
    const json got = read(page_with(form), Document::Kind::html);
    CHECK(got["principles"] == json(own));
    check(got);
  }
  // What tells of the list, or stands behind it, is none of it.
  const json told = read(page_with("<h2>基本理念</h2><p>次の理念のもとに運営しています。</p><ul>" + items +
                                   "</ul><p>（令和6年3月作成）</p>"),
                         Document::Kind::html);
  CHECK(told["principles"] == json(own));
}

TEST_CASE("a line that only leads somewhere else is no goal, wherever it stands, and is named") {
  for (const std::string link :
       {"https://www.city.yokohama.lg.jp/izumi/", "（https://example.jp/izumi）", "URL：https://example.jp/izumi",
        "ホームページ https://example.jp/izumi", "詳しくは横浜市のホームページへ", "くわしくはこちらをご覧ください。",
        "▶報告書の全文はこちら", "詳細は泉区のページをご確認ください。"}) {
    CAPTURE(link);
    CHECK(is_link(base::decode_utf8(link)));
    const std::string line = "<p>" + link + "</p>";
    check(read(page_with(line, line), Document::Kind::html));
    const Document document = read_as(Document::Kind::html, page_with("", line));
    CHECK(std::ranges::any_of(document.left_out, [&](const LeftOut& one) {
      return one.why == LeftOut::Why::navigation && base::encode_utf8(one.words) == link;
    }));
  }
  for (const std::string words :
       {"相談の窓口を、ホームページで知らせる。", "詳しくは次年度に検討する。", "ホームページ",
        "こちらから声をかける。", "詳しい周知の方法を検討した。くわしくはこちら", "利用者の声を聞く場へ"}) {
    CAPTURE(words);
    CHECK_FALSE(is_link(base::decode_utf8(words)));
  }
}
