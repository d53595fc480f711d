#include <doctest/doctest.h>

#include "text/samples.h"

using namespace hub;
using namespace hub::text;

namespace {

// The text with its breaks: / between phrases, ~ between those that belong together, + between words of a phrase, = at
// a compound's seam, - in a compound or before what says little by itself, ' where only force breaks. Breaks inside
// words and before what leans on them are not shown.
std::string phrases(const char* text) {
  const Analysis analysis = tests::analyser().analyse(text, "ja");
  std::string shown;
  for (std::size_t i = 0; i < analysis.text.size(); ++i) {
    if (i > 0 && analysis.breaks[i] == Break::phrase) shown += '/';
    if (i > 0 && analysis.breaks[i] == Break::close) shown += '~';
    if (i > 0 && analysis.breaks[i] == Break::word) shown += '+';
    if (i > 0 && analysis.breaks[i] == Break::seam) shown += '=';
    if (i > 0 && analysis.breaks[i] == Break::part) shown += '-';
    if (i > 0 && analysis.breaks[i] == Break::forced) shown += '\'';
    shown += tests::utf8({&analysis.text[i], 1});
  }
  return shown;
}

}  // namespace

TEST_CASE("particles and endings stay with their word") {
  CHECK(phrases("養育者が安心して相談できる場所です") == "養育者が/安心して/相談できる/場所です");
  CHECK(phrases("繋がれるような仕掛けづくりに取り組みます") == "繋がれる-ような/仕掛けづくりに/取り組みます");
  CHECK(phrases("楽しく過ごせる、利用しやすい場") == "楽しく/過ごせる、/利用しやすい~場");
  CHECK(phrases("切れ目のない支援について") == "切れ目のない/支援について");
  CHECK(phrases("地域の支援の場で、預かれる人を") == "地域の/支援の~場で、/預かれる~人を");
  CHECK(phrases("お気軽にお越しください") == "お気軽に/お越しください");
  CHECK(phrases("いつでもお聞きします") == "いつでも/お聞きします");
}

TEST_CASE("helping verbs and empty nouns lean on their phrase") {
  CHECK(phrases("検討していくことができた") == "検討して-いく-ことが~できた");
  CHECK(phrases("準備をした") == "準備を-した");
  CHECK(phrases("相談というほどでもない") == "相談という-ほどでも+ない");
  CHECK(phrases("ただいま準備しています") == "ただいま/準備して-います");
}

TEST_CASE("words that say little by themselves lean on the clause before them") {
  CHECK(phrases("仕組みを準備をします。") == "仕組みを/準備を-します。");
  CHECK(phrases("拠点となり、") == "拠点と-なり、");
  CHECK(phrases("参加しやすくするよう、") == "参加しやすく-する-よう、");
  CHECK(phrases("説明して欲しいという") == "説明して-欲しいという");
  CHECK(phrases("増えているため") == "増えて-いる-ため");
  CHECK(phrases("支援に関すること") == "支援に関する-こと");
  CHECK(phrases("以下の通り、") == "以下の+通り、");
}

TEST_CASE("a verb and the one short word it goes with belong together") {
  CHECK(phrases("顔の見える関係") == "顔の~見える/関係");
  CHECK(phrases("目を向けて") == "目を~向けて");
  CHECK(phrases("図を多用して") == "図を~多用して");
  CHECK(phrases("より一層深める") == "より/一層~深める");
}

TEST_CASE("two verbs that are one word to the reader go to the next line together") {
  CHECK(phrases("子どもを産み育てる") == "子どもを/産み育てる");
  CHECK(phrases("安心して生み育て、子育てに") == "安心して/生み育て、/子育てに");
  CHECK(phrases("互いに支え合い、学び合う場") == "互いに~支え合い、/学び合う~場");
  CHECK(phrases("子どもを生み、育てる") == "子どもを/生み、/育てる");
  CHECK(phrases("歌い踊るつどい") == "歌い踊る/つどい");
  CHECK(phrases("歌い、踊るつどい") == "歌い、/踊る/つどい");
}

TEST_CASE("what leans on a word goes before the word itself is torn") {
  const auto level = [](const char* text, std::size_t at) { return tests::analyser().analyse(text, "ja").breaks[at]; };
  CHECK(level("コミュニケーションを", 9) == Break::lean);
  CHECK(level("おたずねください", 4) == Break::lean);
  CHECK(level("安心して", 2) == Break::lean);
  CHECK(level("安心して", 1) == Break::strict);
  CHECK(level("養育者", 2) == Break::strict);
  CHECK(level("開かれた", 2) == Break::strict);
}

TEST_CASE("a long compound comes apart in pairs of words, counted from its end, and after whom it is for") {
  CHECK(phrases("区内子育て支援関係機関") == "区内=子育て-支援=関係-機関");
  CHECK(phrases("家庭向け体験講座") == "家庭向け=体験-講座");
}

TEST_CASE("compounds, suffixes, prefixes and counters") {
  CHECK(phrases("関係機関と連携する") == "関係-機関と/連携する");
  CHECK(phrases("妊娠期家庭") == "妊娠期-家庭");
  CHECK(phrases("就学前児童") == "就学-前児童");
  CHECK(phrases("親同士") == "親同士");
  CHECK(phrases("３か所で約20年") == "３'か所で/約'20'年");
  CHECK(phrases("令和６年度午前９時") == "令和６'年度-午前９'時");
  CHECK(phrases("0～1歳") == "0～1'歳");
  CHECK(phrases("港南区子育て連絡会") == "港南区+子育て-連絡会");
  CHECK(phrases("サポートシステム区支部") == "サポート-システム-区支部");
  CHECK(phrases("一時預かりを") == "一時-預かりを");
}

TEST_CASE("clauses end where a verb runs on after its object") {
  CHECK(phrases("関係機関へ出向き顔の見える") == "関係-機関へ/出向き/顔の~見える");
  CHECK(phrases("運ぶよう準備") == "運ぶ-よう/準備");
}

TEST_CASE("brackets and signs") {
  CHECK(phrases("拠点の「つどいの広場」で（仮）行う") == "拠点の/「つどいの+広場」で/（仮）+行う");
  CHECK(phrases("「親になる前」に") == "「親に-なる+前」に");
  CHECK(phrases("「重点目標」について") == "「重点-目標」-について");
  CHECK(phrases("「子どもと親が安心して過ごせる場」") == "「子どもと/親が~安心して/過ごせる~場」");
  CHECK(phrases("保育園・幼稚園") == "保育園・+幼稚園");
  CHECK(phrases("どうぞ！初めて") == "どうぞ！/初めて");
}

TEST_CASE("hiragana that the dictionary does not know is not torn apart") {
  CHECK(phrases("ふりかえりを") == "ふりかえりを");
  CHECK(phrases("つどいの広場") == "つどいの/広場");
  CHECK(phrases("協働契約書").find('/') == std::string::npos);
}
