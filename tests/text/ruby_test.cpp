#include "text/lines/ruby.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "text/analysis/characters.h"
#include "text/analysis/markup.h"
#include "text/analysis/readings.h"
#include "text/lines/block.h"
#include "text/samples.h"

using namespace hub;
using namespace hub::text;
using tests::letters;
using tests::utf8;

namespace {

// "取=と 組=く"
std::string show(std::u32string_view text, const std::vector<Ruby>& ruby) {
  std::string shown;
  for (const Ruby& one : ruby) {
    if (!shown.empty()) shown += ' ';
    shown += utf8(text.substr(one.begin, one.end - one.begin)) + '=' + utf8(one.reading);
  }
  return shown;
}

std::string aligned(const char* word, const char* reading) {
  return show(letters(word), align_reading(letters(word), letters(reading), 0, ReadingSource::reviewed));
}

std::string read(const char* text, std::vector<ReviewedReading> words = {}) {
  const Analysis analysis = Analyser(std::move(words)).analyse(text, "ja");
  return show(analysis.text, analysis.ruby);
}

Block set(const std::string& text, int width_px, bool furigana, int line_height_px = 80) {
  const Analysis analysis = tests::analyser().analyse(text, "ja");
  const Shaped shaped = shape(analysis, Weight::regular, tests::faces());
  return set_block(analysis, shaped, {Weight::regular, 40, line_height_px, false, furigana}, width_px, tests::faces());
}

std::size_t line_of(const Block& block, std::size_t character) {
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    if (character >= block.lines[i].begin && character < block.lines[i].end) return i;
  }
  return block.lines.size();
}

}  // namespace

TEST_CASE("a reading stands over the kanji of its word alone") {
  CHECK(aligned("取り組み", "とりくみ") == "取=と 組=く");
  CHECK(aligned("取り組み", "トリクミ") == "取=と 組=く");
  CHECK(aligned("養育者", "よういくしゃ") == "養育者=よういくしゃ");
  CHECK(aligned("お気軽に", "おきがるに") == "気軽=きがる");
  CHECK(aligned("聞き手", "ききて") == "聞=き 手=て");
  CHECK(aligned("生き生き", "いきいき") == "生=い 生=い");
  CHECK(aligned("か所", "かしょ") == "所=しょ");
  CHECK(aligned("赤ちゃん連れ", "あかちゃんつれ") == "赤=あか 連=つ");
  CHECK(aligned("ひろば", "ひろば").empty());
}

TEST_CASE("a reading that does not hold its word's kana stands over the whole word") {
  CHECK(aligned("大人しい", "こども") == "大人しい=こども");
}

TEST_CASE("inline markup") {
  CHECK(read("｜子育て広場《こそだてひろば》へ") == "子育て広場=こそだてひろば");
  CHECK(read("この地域《ちいき》") == "地域=ちいき");
  CHECK(read_markup("この地域《ちいき》").text == U"この地域");
  CHECK(read_markup("｜子《こ》と｜親《おや》").text == U"子と親");
}

TEST_CASE("brackets that hold no reading are words") {
  CHECK(read_markup("《お知らせ》").text == U"《お知らせ》");
  CHECK(read_markup("本《題名》を").text == U"本《題名》を");
  CHECK(read_markup("ひろば｜拠点").text == U"ひろば｜拠点");
  CHECK(read_markup("地域《ちい").text == U"地域《ちい");
  CHECK(read_markup("地域《》").text == U"地域《》");
  CHECK(read_markup("｜《あ》").text == U"｜《あ》");
}

TEST_CASE("people's readings come before the dictionary's") {
  CHECK(read("園庭の場・人と") == "園庭=えんにわ 場=ば 人=ひと");
  CHECK(read("園庭の場・人と", {{"園庭", "えんてい"}, {"人", "じん"}}) == "園庭=えんてい 場=ば 人=じん");
  CHECK(read("園庭《にわ》の場・人《にん》と", {{"園庭", "えんてい"}, {"人", "ひと"}}) == "園庭=にわ 場=ば 人=にん");
  CHECK(read("人材を育てる", {{"人", "ひと"}}) == "人材=じんざい 育=そだ");
  CHECK(read("預かり、預ける", {{"預か", "あずか"}, {"預け", "あずけ"}}) == "預=あず 預=あず");
  CHECK(read("取り組み", {{"取", "しゅ"}}) == "取=しゅ 組=く");
  CHECK(read("協働契約書", {{"協働", "きょうどう"}}).starts_with("協働=きょうどう"));
}

TEST_CASE("a known word that kana part from another word is not found in it") {
  CHECK(read("利用者の方法", {{"利用者の方", "りようしゃのかた"}}) == "利用者=りようしゃ 方法=ほうほう");
  CHECK(read("利用者の方が", {{"利用者の方", "りようしゃのかた"}}) == "利用者=りようしゃ 方=かた");
  CHECK(read("夕方の会", {{"方の会", "かたのかい"}}) == "夕方=ゆうがた 会=かい");
}

TEST_CASE("a known word counts in a number only where it holds number and counter") {
  CHECK(read("大人1人と", {{"人と", "ひとと"}}) == "大人=おとな 1人=ひとり");
  CHECK(read("12人と", {{"2人", "ふたり"}, {"人と", "ひとと"}}) == "人=にん");
  CHECK(read("二十一日中に", {{"一日中", "いちにちじゅう"}}) == "二十一日中=にじゅういちにちちゅう");
  CHECK(read("十三日間", {{"三日間", "みっかかん"}}) == "十三日間=じゅうさんにちかん");
  CHECK(read("20歳の", {{"20歳", "にじゅっさい"}}) == "20歳=にじゅっさい");
}

TEST_CASE("the longest known word wins, and is never split") {
  const Analyser analyser({{"協働", "きょうどう"}, {"協働契約書", "きょうどうけいやくしょ"}, {"つどいの広場", ""}});
  const Analysis analysis = analyser.analyse("協働契約書とつどいの広場", "ja");
  CHECK(show(analysis.text, analysis.ruby) == "協働契約書=きょうどうけいやくしょ 広場=ひろば");
  for (std::size_t at = 1; at < 5; ++at) CHECK(analysis.breaks[at] == Break::forced);
  for (std::size_t at = 7; at < 12; ++at) CHECK(analysis.breaks[at] <= Break::forced);
}

TEST_CASE("kana and digits get no reading, compounds one") {
  CHECK(read("ひろばとコーナーで2024年").find("年=") != std::string::npos);
  CHECK(read("ひろばとコーナー１２").empty());
  CHECK(read("関係機関と妊娠期") == "関係機関=かんけいきかん 妊娠期=にんしんき");
}

TEST_CASE("other languages get no dictionary readings") {
  CHECK(tests::analyser().analyse("育儿支援", "zh-Hans").ruby.empty());
}

TEST_CASE("readings stand over their base, never over each other, never split, never outside the block") {
  for (const std::string& text : tests::report_texts()) {
    for (const int width_px : {300, 360, 420, 555, 800, 1200, 0}) {
      const Block block = set(text, width_px, true);
      const PlacedRuby* before = nullptr;
      for (const PlacedRuby& ruby : block.ruby) {
        const std::size_t line = line_of(block, ruby.begin);
        CHECK(line == line_of(block, ruby.end - 1));
        CHECK(ruby.x_px >= 0);
        CHECK(ruby.x_px + ruby.width_px <= block.width_px + 1);
        const bool same_line = before != nullptr && line_of(block, before->begin) == line;
        if (same_line) CHECK_MESSAGE(before->x_px + before->width_px <= ruby.x_px + 1, utf8(ruby.reading));
        before = &ruby;
      }
    }
  }
}

TEST_CASE("a reading overhangs kana by half a ruby character at most and kanji not at all") {
  const Analysis analysis = tests::analyser().analyse("今日の志《こころざし》を 今志《こころざし》会", "ja");
  const Shaped shaped = shape(analysis, Weight::regular, tests::faces());
  const Annotated annotated = make_room_for_ruby(analysis, shaped, tests::faces(), 0.5F, 0.0F);
  std::vector<SetRuby> long_ones;
  for (const SetRuby& set : annotated.ruby) {
    if (set.glyphs.size() == 5) long_ones.push_back(set);
  }
  REQUIRE(long_ones.size() == 2);
  CHECK(long_ones[0].left_em == doctest::Approx(0.25F));
  CHECK(long_ones[0].right_em == doctest::Approx(0.25F));
  CHECK(long_ones[1].left_em == 0.0F);
  CHECK(long_ones[1].right_em == 0.0F);
  // The base is spaced out by what is left.
  const Ruby& second = analysis.ruby[long_ones[1].ruby];
  CHECK(annotated.shaped.pen_em[second.end] - annotated.shaped.pen_em[second.begin] ==
        doctest::Approx(long_ones[1].width_em).epsilon(0.01));
}

TEST_CASE("a reading is centred over its base") {
  const Block block = set("支援", 0, true);
  REQUIRE(block.ruby.size() == 1);
  CHECK(std::abs(block.ruby[0].x_px * 2 + block.ruby[0].width_px - block.width_px) <= 2);
}

TEST_CASE("a line that begins with a long reading begins with its base as well") {
  const Block block = set("｜働《はたら》きかけます。", 0, true);
  REQUIRE_FALSE(block.glyphs.empty());
  CHECK(block.glyphs.front().x_px == 0);
  REQUIRE(block.ruby.size() == 1);
  CHECK(block.ruby.front().x_px == 0);
  CHECK(block.ruby.front().width_px > 40);
}

TEST_CASE("in cuts and mixes of the reports no reading is split or stands on another") {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    const std::string text = tests::corpus_mix(seed);
    for (const int width_px : {160, 400, 1000, 2400}) {
      const Block block = set(text, width_px, true);
      CAPTURE(text);
      for (std::size_t i = 0; i < block.ruby.size(); ++i) {
        const PlacedRuby& ruby = block.ruby[i];
        CHECK(line_of(block, ruby.begin) == line_of(block, ruby.end - 1));
        const bool same_line = i > 0 && line_of(block, block.ruby[i - 1].begin) == line_of(block, ruby.begin);
        if (same_line) CHECK(block.ruby[i - 1].x_px + block.ruby[i - 1].width_px <= ruby.x_px + 1);
      }
    }
  }
}

TEST_CASE("furigana moves no baseline") {
  for (const int line_height_px : {60, 66, 72, 80, 100}) {
    const Block plain = set("妊娠期の家庭が拠点や地域の支援の場・人と接点を持ち", 0, false, line_height_px);
    const Block read = set("妊娠期の家庭が拠点や地域の支援の場・人と接点を持ち", 0, true, line_height_px);
    CHECK(plain.lines[0].baseline_px == read.lines[0].baseline_px);
    CHECK(plain.height_px == read.height_px);
  }
}

TEST_CASE("a base wider than its line goes without its reading rather than out of the block") {
  const Block block = set("｜特定非営利活動法人連絡会《とくていひえいりかつどうほうじんれんらくかい》", 240, true);
  CHECK(block.ruby.empty());
  CHECK(block.width_px <= 240);
}

TEST_CASE("spaces at the ends of a base are no part of it") {
  CHECK(read("｜地域　《ちいき》の場《ば》") == "地域=ちいき 場=ば");
  CHECK(read("この｜ 　地域 《ちいき》") == "地域=ちいき");
  CHECK(read("この｜　《ちいき》場《ば》") == "場=ば");
  CHECK(read("この｜ 《ちいき》").empty());
  CHECK(read("地域 の", {{"地域 ", "ちいき"}}) == "地域=ちいき");
}

TEST_CASE("whatever spaces stand in or around a base, its reading stays in the block") {
  const char* const spaces[] = {"", " ", "　", "   ", "　　　　　　　　", "\u2003", "\u3000 ", "\u2009"};
  const char* const readings[] = {"ち", "こころざしのながいよみかた"};
  for (const char* before : spaces) {
    for (const char* after : spaces) {
      for (const char* reading : readings) {
        const std::string base = std::string("｜") + before + "地" + before + "域" + after + "《" + reading + "》";
        for (const std::string& text : {base, "子" + base + "子育て", "ひろばで" + base, base + base,
                                        "① " + base + "と話す", "あいうえお " + base + " かきくけこ"}) {
          for (const int width_px : {0, 40, 90, 160, 240, 333, 480}) {
            const Block block = set(text, width_px, true);
            CAPTURE(text);
            CAPTURE(width_px);
            for (const PlacedRuby& ruby : block.ruby) {
              CHECK(line_of(block, ruby.begin) < block.lines.size());
              CHECK(ruby.x_px >= 0);
              CHECK(ruby.x_px + ruby.width_px <= block.width_px + 1);
            }
          }
        }
      }
    }
  }
}

TEST_CASE("the variant of a kanji is read as the kanji") {
  const std::string selector = "\U000E0100";
  CHECK(aligned(("取" + selector + "り組" + selector + "み").c_str(), "とりくみ") ==
        "取" + selector + "=と 組" + selector + "=く");
  CHECK(aligned(("子" + selector).c_str(), "こ") == "子" + selector + "=こ");
  // The dictionary's word, a reviewed one, and one that stands in the text.
  const std::string plain = read("目標を用意する。"), varied = read(("目標" + selector + "を用意する。").c_str());
  CHECK(varied == "目標" + selector + plain.substr(std::string("目標").size()));
  CHECK(read(("葛" + selector + "の会です。").c_str(), {{"葛の会", "くずのかい"}}) ==
        "葛" + selector + "=くず 会=かい");
  CHECK(read(("葛" + selector + "《かつら》の人").c_str()).starts_with("葛" + selector + "=かつら"));
}
