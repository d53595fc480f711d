#include "report/draft/questions_left_out.h"

#include <algorithm>
#include <string>

#include "report/draft/field_names.h"
#include "report/words/characters.h"
#include "report/words/titles.h"

namespace hub::report {

namespace {

constexpr std::size_t kMostNamed = 6;  // of each kind; the question's text holds all
constexpr std::size_t kLongestTitle = 80;
constexpr std::size_t kMostShown = 24;  // characters of each

struct Named {
  LeftOut::Why why;
  base::Message message;
};

const Named kNames[] = {
    {LeftOut::Why::struck, {"線で消してあることば", "struck-out words"}},
    {LeftOut::Why::hidden, {"画面に出ないことば", "words that are not shown"}},
    {LeftOut::Why::stamp, {"重ねて書かれたことば", "stamps"}},
    {LeftOut::Why::reading, {"ふりがな", "readings"}},
    {LeftOut::Why::note, {"脚注", "footnotes"}},
    {LeftOut::Why::page_edge, {"ページの上や下に出ることば", "what stands at the edges of pages"}},
    {LeftOut::Why::navigation, {"ウェブページの案内やボタン", "menus and buttons of the web page"}},
};

base::Message named(const Document& document, const Named& kind) {
  base::Message words;
  std::size_t count = 0;
  for (const LeftOut& one : document.left_out) {
    if (one.why != kind.why || ++count > kMostNamed) continue;
    const bool long_words = one.words.size() > kMostShown;
    const std::string shown = "「" + utf8(one.words.substr(0, kMostShown)) + (long_words ? "…」" : "」");
    words = words + base::Message{shown, shown};
  }
  if (count == 0) return {};
  if (count > kMostNamed) {
    const std::string more = std::to_string(count - kMostNamed);
    words = words + base::Message{"、ほか " + more + " 個", " and " + more + " more"};
  }
  return kind.message + base::Message{"", ": "} + words + base::Message{"。", ". "};
}

// 令和８年度重点目標（案）
std::u32string draft_mark(std::u32string_view title) {
  for (const std::u32string_view mark :
       {U"(案)", U"[案]", U"【案】", U"〔案〕", U"<案>", U"素案", U"原案", U"未定稿", U"見本"}) {
    if (contains(title, mark)) return std::u32string(mark);
  }
  return title.ends_with(U"案") ? U"案" : std::u32string();
}

void ask_whether_published(const Document& document, Draft& draft) {
  const auto stamp = std::ranges::find(document.left_out, LeftOut::Why::stamp, &LeftOut::why);
  std::string mark;
  Place place;
  for (const Line& line : document.lines) {
    const std::u32string folded = fold(line.words);
    if (!mark.empty() || folded.size() > kLongestTitle || !is_title(folded)) continue;
    mark = utf8(draft_mark(folded));
    place = line.place;
  }
  if (stamp != document.left_out.end()) {
    mark = utf8(stamp->words);
    place = stamp->place;
  }
  if (mark.empty()) return;
  const auto is_lost = [](const Question& question) { return question.kind == Question::Kind::lost; };
  draft.questions.insert(
      std::ranges::find_if_not(draft.questions, is_lost),
      {Question::Kind::unpublished,
       "/title",
       {"「" + mark +
            "」と書かれています。公表された報告書ではないかもしれません。公表された版かどうか、確かめてください。",
        "It says 「" + mark + "」: it may not be the published report. Check that this is the published version."},
       place,
       0.3,
       mark});
}

}  // namespace

void ask_about_left_out(const Document& document, Draft& draft) {
  ask_whether_published(document, draft);
  if (document.left_out.empty()) return;
  base::Message message{
      "報告書の文ではないと見て、下書きに入れていないことばがあります。報告書の文があれば、正しい場所に"
      "書き写してください。",
      "Words that seem to be none of the report's are not in the draft. If one is, copy it to where "
      "it belongs. "};
  for (const Named& kind : kNames) message = message + named(document, kind);
  while (message.en.ends_with(' ')) message.en.pop_back();
  std::string all;
  for (const LeftOut& one : document.left_out) all += (all.empty() ? "" : "\n") + utf8(one.words);
  draft.questions.push_back({Question::Kind::left_out, "", message, document.left_out.front().place, 0.9, all});
}

}  // namespace hub::report
