#include "text/lines/lines.h"
#include "support/slow.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/mapped_files.h"
#include "text/analysis/characters.h"
#include "text/analysis/kinsoku.h"
#include "text/samples.h"

using namespace hub;
using namespace hub::text;
using tests::utf8;

namespace {

constexpr int kNarrowest_em = 4;
constexpr int kWidest_em = 60;

struct Sample {
  Analysis analysis;
  Shaped shaped;
};

Sample sample(const std::string& text, std::string_view language = "ja", const Analyser& analyser = tests::analyser()) {
  Sample made{analyser.analyse(text, language), {}};
  made.shaped = shape(made.analysis, Weight::regular, tests::faces());
  return made;
}

bool vanishes(char32_t c) { return is_space(c) || c == U'\n'; }

// Whether characters [begin, end) could have been two lines.
bool is_one_cluster(const std::vector<Break>& breaks, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin + 1; at < end; ++at) {
    if (breaks[at] != Break::never) return false;
  }
  return true;
}

// Everything that holds for any text at any width, as one word about what does not; empty when all does.
std::string broken_rule(const Sample& sample, const std::vector<LineRange>& lines, float width_em) {
  const std::u32string& text = sample.analysis.text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const LineRange& line = lines[i];
    for (; at < line.begin; ++at) {
      if (!vanishes(text[at])) return "lost";
    }
    if (line.begin < at || line.end < line.begin) return "repeated";
    at = line.end;
    const bool after_break = i > 0 && lines[i - 1].level != Break::must;
    if (after_break && may_not_start_line(text[line.begin])) return "kinsoku at a line's start";
    if (line.level != Break::must && may_not_end_line(text[line.end - 1])) return "kinsoku at a line's end";
    if (after_break && is_inseparable(text, line.begin)) return "inseparable";
    const float room_em = i == 0 ? width_em : width_em - hang_em(sample.analysis, sample.shaped);
    const bool too_wide = line_width_em(sample.shaped, line.begin, line.end) > room_em + 0.01F;
    if (too_wide && !is_one_cluster(sample.analysis.breaks, line.begin, line.end)) return "too wide";
  }
  for (; at < text.size(); ++at) {
    if (!vanishes(text[at])) return "lost at the end";
  }
  return "";
}

bool equal(const std::vector<LineRange>& a, const std::vector<LineRange>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const LineRange& x, const LineRange& y) {
    return x.begin == y.begin && x.end == y.end && x.level == y.level;
  });
}

void check_all_widths(const Sample& sample) {
  for (int width_em = kNarrowest_em; width_em <= kWidest_em; ++width_em) {
    for (const bool balanced : {false, true}) {
      const Filling filling{static_cast<float>(width_em), balanced};
      const std::vector<LineRange> lines = fill_lines(sample.analysis, sample.shaped, filling);
      const std::string rule = broken_rule(sample, lines, filling.width_em);
      CHECK_MESSAGE(rule.empty(),
                    rule << " at " << width_em << " em, balanced " << balanced << ": " << utf8(sample.analysis.text));
      CHECK(equal(lines, fill_lines(sample.analysis, sample.shaped, filling)));
    }
  }
}

// "あい/うえ"
std::string lines_of(const std::string& text, float width_em, bool balanced = false, std::string_view language = "ja") {
  const Sample made = sample(text, language);
  std::string shown;
  for (const LineRange& line : fill_lines(made.analysis, made.shaped, {width_em, balanced})) {
    if (line.begin > 0) shown += '/';
    shown += utf8(std::u32string_view(made.analysis.text).substr(line.begin, line.end - line.begin));
  }
  return shown;
}

}  // namespace

TEST_CASE("every report text at every width keeps every character and kinsoku" * hub::tests::slow()) {
  for (const std::string& text : tests::report_texts()) check_all_widths(sample(text));
}

TEST_CASE("the reports with known words, and sentences that no rule has seen, keep every character and kinsoku" *
          hub::tests::slow()) {
  for (const std::string& text : tests::report_texts()) check_all_widths(sample(text, "ja", tests::told_analyser()));
  for (const std::string& text : tests::lines_of_file("blind/sentences.txt")) {
    check_all_widths(sample(text));
    check_all_widths(sample(text, "ja", tests::told_analyser()));
  }
}

TEST_CASE("random mixes at every width keep every character and kinsoku" * hub::tests::slow()) {
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    check_all_widths(sample(tests::random_text(seed), seed % 5 == 0 ? "en" : "ja"));
  }
}

TEST_CASE("cuts and mixes of the reports at every width keep every character and kinsoku" * hub::tests::slow()) {
  for (std::uint32_t seed = 1; seed <= 150; ++seed) check_all_widths(sample(tests::corpus_mix(seed)));
}

TEST_CASE("a paragraph does not end in a line of a few characters when the line above can spare a phrase") {
  const std::string text = "地域の拠点やひろばを知り、出産後安心して居場所利用につながる体制を整える。";
  CHECK(lines_of(text, 35) == "地域の拠点やひろばを知り、出産後安心して居場所利用につながる/体制を整える。");
}

TEST_CASE("body text ends lines between phrases") {
  CHECK(lines_of("養育者が安心して相談できる", 7.5F) == "養育者が/安心して/相談できる");
  CHECK(lines_of("関係機関と連携する", 7) == "関係機関と/連携する");
}

TEST_CASE("a phrase wider than the line breaks between words, then in the compound, then in the word") {
  CHECK(lines_of("情報収集提供事業", 4.5F) == "情報収集/提供事業");
  CHECK(lines_of("コミュニケーション", 5) == "コミュニ/ケーション");
}

TEST_CASE("a phrase wider than the line loses what leans on it before its word is torn") {
  for (const bool balanced : {false, true}) {
    CHECK(lines_of("夫婦のコミュニケーションをより", 9, balanced) == "夫婦の/コミュニケーション/をより");
    CHECK(lines_of("おたずねください", 7, balanced) == "おたずね/ください");
  }
}

TEST_CASE("a last line of a few letters takes the phrase above down, even from a line it leaves half empty") {
  CHECK(lines_of("子育て家庭に情報提供をします。", 13) == "子育て家庭に/情報提供をします。");
}

TEST_CASE("numbers keep their counters and Latin words their letters") {
  CHECK(lines_of("今年は３か所で", 4) == "今年は/３か所で");
  CHECK(lines_of("あのInstagramを", 7) == "あの/Instagramを");
}

TEST_CASE("an unbreakable word wider than the line is broken by force") {
  CHECK(lines_of("Supercalifragilistic", 4).find('/') != std::string::npos);
}

TEST_CASE("spaces vanish at a line's end and line feeds always end one") {
  CHECK(lines_of("あい　うえ", 2) == "あい/うえ");
  CHECK(lines_of("あ\nい\n\nう", 20) == "あ/い//う");
  CHECK(lines_of("", 20).empty());
}

TEST_CASE("without a width each paragraph is one line") {
  CHECK(lines_of("妊娠期からの支援について、\n取り組みます。", 0) == "妊娠期からの支援について、/取り組みます。");
  CHECK(lines_of("妊娠期からの支援について", 0, true) == "妊娠期からの支援について");
}

TEST_CASE("balanced lines are even") {
  CHECK(lines_of("今年度の重点目標を皆で考えます", 14) == "今年度の重点目標を皆で/考えます");
  CHECK(lines_of("今年度の重点目標を皆で考えます", 14, true) == "今年度の重点目標を/皆で考えます");
}

TEST_CASE("balanced lines that are nearly as even end after a comma") {
  CHECK(lines_of("今年度の取組状況や成果、課題を踏まえ、次年度の重点目標を公表します。", 30, true) ==
        "今年度の取組状況や成果、課題を踏まえ、/次年度の重点目標を公表します。");
}

TEST_CASE("a balanced line does not begin with a particle to lengthen the last one") {
  CHECK(lines_of("わたしたちの目的", 7, true) == "わたしたちの/目的");
}

TEST_CASE("balanced text never leaves a last line of under three characters" * hub::tests::slow()) {
  std::size_t checked = 0;
  for (const std::string& text : tests::report_texts()) {
    const Sample made = sample(text);
    for (int width_em = 8; width_em <= kWidest_em; ++width_em) {
      const auto lines = fill_lines(made.analysis, made.shaped, {static_cast<float>(width_em), true});
      if (lines.size() < 2) continue;
      const std::size_t last = lines.back().end - lines.back().begin;
      CHECK_MESSAGE(last >= 3, utf8(made.analysis.text) << " at " << width_em);
      ++checked;
    }
  }
  CHECK(checked > 1000);
}

TEST_CASE("joiners hold and break marks open, within kinsoku") {
  const Analysis joined = tests::analyser().analyse("地域の\u2060拠点", "ja");
  CHECK(joined.text == U"地域の拠点");
  CHECK(joined.breaks[3] == Break::forced);
  const Analysis open = tests::analyser().analyse("取り\u200B組み、\u200Bあ\u200B。", "ja");
  CHECK(open.text == U"取り組み、あ。");
  CHECK(open.breaks[2] == Break::phrase);
  CHECK(open.breaks[6] == Break::never);
}

TEST_CASE("without a dictionary Japanese breaks where ICU sees phrases, and keeps kinsoku") {
  const Analyser plain({{"養育者", "よういくしゃ"}}, Dictionary::none);
  CHECK_FALSE(plain.has_dictionary());
  const Analysis analysis = plain.analyse("養育者が安心して相談できる場。", "ja");
  CHECK(std::count(analysis.breaks.begin(), analysis.breaks.end(), Break::phrase) >= 2);
  CHECK(analysis.breaks[1] == Break::forced);
  CHECK(analysis.ruby.size() == 1);
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    Sample made{plain.analyse(tests::random_text(seed), "ja"), {}};
    made.shaped = shape(made.analysis, Weight::regular, tests::faces());
    check_all_widths(made);
  }
}

TEST_CASE("a dictionary that rests takes no memory, and comes back for the next text") {
  const int others = tests::mappings_of("/sys.dic");
  const auto mapped = [&] { return tests::mappings_of("/sys.dic") > others; };
  const Analyser resting({});
  const std::string text = "養育者が安心して相談できる場。";
  const Analysis before = resting.analyse(text, "ja");
  REQUIRE(mapped());
  resting.rest();
  resting.rest();
  CHECK_FALSE(mapped());
  CHECK(resting.has_dictionary());
  CHECK(resting.analyse("Tiếng Việt", "vi").text == U"Tiếng Việt");
  CHECK_FALSE(mapped());  // it is asked about Japanese only
  const Analysis after = resting.analyse(text, "ja");
  CHECK(mapped());
  CHECK(after.breaks == before.breaks);
  CHECK(after.ruby.size() == before.ruby.size());
}

TEST_CASE("other languages break as ICU does") {
  CHECK(lines_of("Tiếng Việt rất hay", 5.5F, false, "vi") == "Tiếng Việt/rất hay");
  CHECK(lines_of("육아 지원 거점", 5, false, "ko") == "육아 지원/거점");
  CHECK(lines_of("기본 이념·목표·활동·성과", 7.5F, true, "ko") == "기본 이념·/목표·활동·성과");
  CHECK(lines_of("기본 이념·목표·활동·성과", 9, false, "ko") == "기본 이념·목표·활동·/성과");
  CHECK(lines_of("育儿支援中心。", 4, false, "zh-Hans") == "育儿支援/中心。");
}

TEST_CASE("a paragraph without end breaks as its sentences do, in a time that grows as it does") {
  const std::string sentence = "養育者が安心して相談できる居場所をつくり、地域の方とともに子育てを支えます。";
  constexpr std::size_t kTimes = 2000;
  const Analysis one = tests::analyser().analyse(sentence, "ja");
  std::string long_text;
  for (std::size_t i = 0; i < kTimes; ++i) long_text += sentence;
  Sample made{tests::analyser().analyse(long_text, "ja"), {}};
  const std::size_t length = one.text.size();
  REQUIRE(made.analysis.text.size() == length * kTimes);
  CHECK(made.analysis.ruby.size() == one.ruby.size() * kTimes);
  for (std::size_t at = 1; at < made.analysis.text.size(); ++at) {
    if (at % length != 0) CHECK(made.analysis.breaks[at] == one.breaks[at % length]);
  }
  // The last sentence is as wide as the first, however far from the line's start.
  made.shaped = shape(made.analysis, Weight::regular, tests::faces());
  const std::size_t last = made.analysis.text.size() - length;
  CHECK(line_width_em(made.shaped, last, last + length) ==
        doctest::Approx(line_width_em(made.shaped, 0, length)).epsilon(1e-5));
}

// Beyond its assertion it can only fail by taking so long that ctest ends it.
TEST_CASE("runs of one character take no longer than words" * hub::tests::slow()) {
  for (const char* run : {"a", "1", "｜", "《", "漢", "ー"}) {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += run;
    const Analysis analysis = tests::analyser().analyse(text, "ja");
    CHECK(analysis.text.size() == 20000);
  }
}
