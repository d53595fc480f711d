// What a desk may have to show: a report that came in on a stick, its questions, what was published before.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "support/lobby.h"
#include "support/staff_facts.h"
#include "ui/state/desk_view.h"

namespace hub::tests {

// A sheet of paper with lines on it, as long as words are: what a page of a report looks like from afar.
inline ui::SharedBitmap page_bitmap(int width_px = 620, int height_px = 877) {
  auto page = std::make_shared<ui::Bitmap>();
  page->width_px = width_px;
  page->height_px = height_px;
  page->rgba.assign(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px) * 4, 255);
  const int margin = width_px / 10, pitch = width_px / 30;
  for (int line = 0; margin + line * pitch < height_px - margin; ++line) {
    const int long_px = (width_px - 2 * margin) * (line % 5 == 4 ? 45 : 100 - line % 3 * 4) / 100;
    for (int y = margin + line * pitch; y < margin + line * pitch + pitch * 2 / 5; ++y) {
      for (int x = margin; x < margin + long_px; ++x) {
        const std::size_t at =
            (static_cast<std::size_t>(y) * static_cast<std::size_t>(width_px) + static_cast<std::size_t>(x)) * 4;
        const int grey = x / 9 % 4 == 0 ? 255 : 90;
        for (std::size_t c = 0; c < 3; ++c) page->rgba[at + c] = static_cast<std::uint8_t>(grey);
      }
    }
  }
  return page;
}

// A screen as it showed: a colour with a door in it.
inline ui::SharedBitmap screen_bitmap(std::uint8_t shade) {
  auto screen = std::make_shared<ui::Bitmap>();
  screen->width_px = 480;
  screen->height_px = 270;
  for (int y = 0; y < 270; ++y) {
    for (int x = 0; x < 480; ++x) {
      const bool door = x % 240 > 30 && x % 240 < 210 && y > 120 && y < 240;
      const std::uint8_t r = door ? 255 : shade, g = door ? 255 : 230;
      screen->rgba.insert(screen->rgba.end(), {r, g, static_cast<std::uint8_t>(door ? 255 : 210), 255});
    }
  }
  return screen;
}

inline base::Date day(int y, unsigned m, unsigned d) {
  return base::Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}

inline ui::DeskView::Version shown_version() {
  return {"3-after-2", 3, day(2025, 4, 1), 2025, "", "令和６年度泉区報告書.pdf", screen_bitmap(250)};
}

// Nothing came in yet.
inline ui::DeskView empty_desk() { return {}; }

inline ui::DeskView desk_with_inbox() {
  ui::DeskView view;
  view.shown = shown_version();
  view.earlier = {{"2-after-1", 2, day(2024, 4, 3), 2024, "", "令和５年度 重点目標.pdf", screen_bitmap(225)},
                  {"1-after-0", 1, std::nullopt, std::nullopt, "令和５年度の目標", "", nullptr}};
  using From = ui::DeskView::From;
  view.inbox = {
      {"a1", "令和７年度泉区地域子育て支援拠点 事業評価シート（公表用）.pdf", day(2026, 11, 21), 1'240'000, From::stick,
       ""},
      {"a2", "houkoku_r7_final_kakutei_20261120_shusei_last_last2.docx", day(2026, 11, 21), 83'000, From::browser, ""},
      {"a3", "報告書.doc", day(2026, 11, 20), 640, From::stick,
       "前のWordの形式なので、読み取れません。Wordで開いて、「名前を付けて保存」からPDFにしてください。"}};
  view.stick = ui::DeskView::Notice{false, "USB メモリーから2つ受け取りました。もう抜いてもだいじょうぶです。", ""};
  return view;
}

// One of many screens: somebody reads off it what it shows.
inline ui::DeskView desk_of_many() {
  ui::DeskView view = desk_with_inbox();
  view.code =
      R"({"screen":"izumi-1","hub":"izumi","hash":"8f14e45fceea167a","serial":7,"key":"C2EB86921EA89017","taken":7,)"
      R"("since":"2026-11-21T09:05","at":"2026-11-28T02:10","version":"0.1.0+202611272157~deb12u1",)"
      R"("refused":[{"name":"izumi-0008.hubpack","what":"not-shown","serial":8}]})";
  return view;
}

inline ui::DeskView reading_desk() {
  ui::DeskView view = desk_with_inbox();
  view.job = ui::DeskView::Job{ui::DeskView::Work::reading, "4ページのうち2ページ目を読んでいます。", 0.42, true};
  return view;
}

inline std::vector<ui::DeskView::Question> questions() {
  using Question = ui::DeskView::Question;
  using Choice = ui::DeskView::Choice;
  using Kind = Choice::Kind;
  const ui::SharedBitmap page = page_bitmap();
  std::vector<Question> all;
  Question lost;
  lost.id = "q1";
  lost.message = "目標１の成果 ② の、文のはじめが見つかりません。";
  lost.text = "…ら得た取り組みへの評価をもとに、広場の時間を広げました。";
  lost.where = "1ページ 18行目";
  lost.page = page;
  lost.mark = {62, 310, 470, 44};
  lost.around = {{"・利用者アンケートを年２回行い、のべ３２０人から", false},
                 {"ら得た取り組みへの評価をもとに、広場の時間を広げました。", true},
                 {"・土曜日の開館を月２回にふやしました。", false}};
  lost.choices = {{Kind::answer, "このまま載せる", "文の前に「…」がつきます。あとから直すこともできます。"},
                  {Kind::lines, "報告書の行から選ぶ", "選んだ行が、この文になります。"},
                  {Kind::answer, "載せない", "この文は画面に出ません。報告書には残ります。"}};
  for (int i = 1; i <= 24; ++i) {
    lost.page_lines.push_back({"利用者アンケートを年２回行い、のべ" + std::to_string(i * 20) +
                                   "人から声をいただき、その声をもとに広場の時間を見なおしました。",
                               false});
  }
  all.push_back(lost);
  Question unplaced;
  unplaced.id = "q2";
  unplaced.message = "どこにも入らなかった文があります。どこに入れますか。";
  unplaced.text = "地域の方といっしょに、防災の集まりを開きました。";
  unplaced.where = "2ページ 4行目";
  unplaced.page = page;
  unplaced.mark = {62, 90, 300, 22};
  unplaced.choices = {{Kind::place, "入れる場所を選ぶ", "場所が並びます。選ぶまで、何も変わりません。"},
                      {Kind::answer, "載せない", "画面には出ません。"}};
  const std::string outcomes = "評価した重点目標①の取組の成果";
  unplaced.places = {{"「…どの評価をもとに、広場の時間を広げました。」のつづき",
                      "文が変わります。前: 「利用者アンケートを年２回行い、のべ３２０人…」。"
                      "後: 「利用者アンケートを年２回行い、のべ３２０人…」",
                      outcomes},
                     {"ここに入れる", "1 つふえます。後: 「地域の方といっしょに、防災の…」", outcomes},
                     {"ここに、①のものとして入れる", "1 つふえます。後: 「地域の方といっしょに、防災の…」", outcomes}};
  for (int goal = 1; goal <= 3; ++goal) {
    for (const char* list : {"取組内容", "取組の課題"}) {
      const std::string group = "次の重点目標" + std::to_string(goal) + "の" + list;
      unplaced.places.push_back({"ここに入れる", "1 つふえます。後: 「地域の方と…」", group});
    }
  }
  all.push_back(unplaced);
  Question year;
  year.id = "q3";
  year.message = "この報告書は、何年度の目標ですか。2とおりに書かれています。";
  year.around = {{"令和７年度 重点目標", true}, {"令和６年度事業の評価をふまえ", false}};
  year.choices = {{Kind::answer, "令和７年度", "「令和７年度の重点目標」と映ります。"},
                  {Kind::answer, "令和６年度", "「令和６年度の重点目標」と映ります。"}};
  year.given = 1;
  year.given_words = "令和７年度の目標です。";
  year.needed = true;
  all.push_back(year);
  return all;
}

inline ui::DeskView drafted_desk() {
  ui::DeskView view = desk_with_inbox();
  view.stick.reset();
  ui::DeskView::Draft draft;
  draft.source = view.inbox[0].name;
  draft.found = {"令和８年度の重点目標が2つ、取組内容が8つ。", "令和７年度のふりかえりが2つ、成果が9つ、課題が4つ。",
                 "7つの事業、事業目的、基本理念が6つ。"};
  draft.questions = questions();
  draft.changes = {{"目標２の文が変わります", "安心して過ごせる場をつくります。",
                    "だれもが安心して過ごせる場を、地域の方といっしょにつくります。"},
                   {"取組内容が1つふえます（目標１）", "", "防災の集まりを年に2回開きます。"},
                   {"成果が1つなくなります（目標１）", "広場の時間を広げました。", ""}};
  view.draft = draft;
  return view;
}

// Two texts that differ, of which one is to show; and a year, without which nothing can.
inline ui::DeskView colliding_desk() {
  using Kind = ui::DeskView::Choice::Kind;
  ui::DeskView view = drafted_desk();
  ui::DeskView::Question two;
  two.id = "c1";
  two.message = "下書きを作ったあとに、次の重点目標②の文が、ほかで変えられて映っています。どちらを映しますか。";
  two.text = "だれもが安心して過ごせる場を、地域の方といっしょにつくります。";
  two.shows = "だれもが安心して過ごせて、相談もできる場を、地域の方といっしょにつくります。";
  two.choices = {{Kind::answer, "下書きのほうを映す", "「画面に映す」と、いま映っている文の代わりに出ます。"},
                 {Kind::answer, "いま映っているほうにする", "下書きの文が、いま映っている文に変わります。"}};
  two.needed = true;
  view.draft->questions.insert(view.draft->questions.begin(), two);
  ui::DeskView::Question& year = view.draft->questions.back();
  year.given.reset();
  year.given_words.clear();
  view.draft->questions[2].later = true;
  std::swap(view.draft->questions[2], view.draft->questions[3]);  // what was put off comes last
  view.draft->can_publish = false;
  view.draft->notices = {{true, "下書きを作ったあとに、ほかの内容が映されました。ちがうところが1つあります。",
                          "どちらを映すか、1つずつ選んでください。", "c1"},
                         {true, "「この報告書は、何年度の目標ですか」に答えるまで、画面に映せません。", "", "q3"}};
  return view;
}

// Nobody has opened a report: somebody has typed, and one of the answers leaves its question open.
inline ui::DeskView typed_desk() {
  using Kind = ui::DeskView::Choice::Kind;
  ui::DeskView view = drafted_desk();
  view.draft->source = "いま映っている文から";
  view.draft->differing = {{"次の重点目標②の文", "だれもが安心して過ごせる場を【地域の方といっしょに】つくります。",
                            "だれもが安心して過ごせる場を【みんなで】つくります。"},
                           {"次の重点目標②の取組内容の 1 つ目", "", "防災の集まりを年に3回開きます。"}};
  view.draft->notices = {
      {false, "報告書とちがう文が 2 つあります。", "「変わるところを見る」で、報告書の文とくらべられます。"}};
  ui::DeskView::Question& lost = view.draft->questions.front();
  lost.message = "評価した重点目標①の取組の成果が、どこで分かれるのか、はっきりしません。";
  lost.choices[0] = {Kind::answer, "これでよい", "このまま載ります。"};
  lost.choices[1].settles = lost.choices[2].settles = false;
  lost.given_words = "「ら得た取り組みへの評価をもとに…」を 1 つの成果にする";
  return view;
}

// Everything answered, nothing against it.
inline ui::DeskView answered_desk() {
  ui::DeskView view = drafted_desk();
  for (auto& question : view.draft->questions) {
    question.given = 1;
    question.given_words = question.choices[0].label;
    question.later = false;
  }
  return view;
}

inline ui::DeskView troubled_desk() {
  ui::DeskView view = drafted_desk();
  view.draft->can_publish = false;
  view.draft->notices = {{true, "目標の年度が決まっていません。", "「確かめたいこと」で、年度を選んでください。"},
                         {false, "報告書とちがう文が2つあります。", ""}};
  view.trouble = ui::DeskView::Notice{true, "下書きを書き込めませんでした。機械の空きがたりません。",
                                      "いらないファイルをけしてから、もう一度ためしてください。"};
  return view;
}

// Nothing of the stick could be used.
inline ui::DeskView empty_stick_desk() {
  ui::DeskView view;
  view.shown = shown_version();
  view.stick = ui::DeskView::Notice{
      true,
      "USB メモリーに、報告書のファイルがありません。報告書（PDF、Word、Excelなど）を入れて、もう一度さしてください。",
      ""};
  return view;
}

// What was chosen could not be read.
inline ui::DeskView unread_desk() {
  ui::DeskView view = desk_with_inbox();
  view.stick.reset();
  view.trouble = ui::DeskView::Notice{
      true, "これは文字のない（紙をスキャンした、または白紙の）PDF です。この PDF には文字がありません。",
      "文字を選べる報告書（PDF、Word（.docx）、Excel（."
      "xlsx）、HTML、テキスト）を選んでください。紙を写したものの文字は、"
      "読み取れません。"};
  return view;
}

// As many versions as are kept, one of them without a picture yet.
inline ui::DeskView long_history_desk() {
  ui::DeskView view = desk_with_inbox();
  view.earlier.clear();
  for (int number = 10; number >= 1; --number) {
    ui::DeskView::Version one = shown_version();
    one.id = std::to_string(number);
    one.number = number;
    one.since = number > 1 ? std::optional(day(2026, 1 + static_cast<unsigned>(number), 12)) : std::nullopt;
    one.picture = number == 7 ? nullptr : screen_bitmap(static_cast<std::uint8_t>(200 + 5 * number));
    view.earlier.push_back(one);
  }
  return view;
}

// The editor in a browser, that staff may start here.
inline ui::DeskView desk_with_editor(ui::DeskView::Editor::State state) {
  ui::DeskView view = desk_with_inbox();
  view.editor = ui::DeskView::Editor();
  view.editor->state = state;
  return view;
}
inline ui::DeskView editing_desk() {
  ui::DeskView view = desk_with_editor(ui::DeskView::Editor::State::on);
  ui::DeskView::Editor& editor = *view.editor;
  editor.address = "http://192.168.100.120:8137/";
  editor.code = "3f9a 02bc 7d1e 4c55 8a90 b1ee 06d2 f7c4";
  editor.url = editor.address + "enter?code=3f9a02bc7d1e4c558a90b1ee06d2f7c4";
  editor.until = "14:32";
  return view;
}
inline ui::DeskView hotspot_desk() {
  ui::DeskView view = editing_desk();
  ui::DeskView::Editor& editor = *view.editor;
  editor.address = "http://10.42.0.1:8137/";
  editor.network = "hub-kiosk-k7wq";
  editor.passphrase = "m4xr7kfa9tzc";
  editor.network_url = "WIFI:T:WPA;S:hub-kiosk-k7wq;P:m4xr7kfa9tzc;;";
  editor.devices = {"Windows のパソコン", "iPhone"};
  return view;
}
inline ui::DeskView full_editor_desk() {
  ui::DeskView view = editing_desk();
  view.editor->url = view.editor->code = view.editor->until = "";
  view.editor->devices.assign(8, "Android のスマホ");
  return view;
}
inline ui::DeskView unreachable_editor_desk() {
  ui::DeskView view = desk_with_editor(ui::DeskView::Editor::State::on);
  view.editor->trouble =
      ui::DeskView::Notice{true, "この機械は、ネットワークにつながっていません。",
                           "LAN ケーブルか Wi-Fi がつながっているかを見て、もう一度はじめてください。"};
  return view;
}

// Whatever staff may have before them, by name.
struct DeskScreen {
  std::string name;
  ui::DeskView view;
  ui::DeskPageState at;
};
inline std::vector<DeskScreen> desk_screens() {
  using ui::DeskPage;
  std::vector<DeskScreen> all;
  const auto waits = [](DeskScreen& screen, ui::DeskWait what) {
    screen.at.waits = what;
    screen.at.ticket = 1;
  };
  const auto add = [&](const char* name, ui::DeskView view, DeskPage page, const std::string& of = "") -> DeskScreen& {
    all.push_back({name, std::move(view), {}});
    all.back().at.page = page;
    all.back().at.of = of;
    return all.back();
  };
  add("entries", desk_with_inbox(), DeskPage::none);
  add("shown", desk_with_inbox(), DeskPage::shown);
  add("shown-nothing", empty_desk(), DeskPage::shown);
  add("shown-many", desk_of_many(), DeskPage::shown);
  add("inbox-empty", empty_desk(), DeskPage::inbox);
  add("inbox", desk_with_inbox(), DeskPage::inbox);
  add("inbox-draft", drafted_desk(), DeskPage::inbox);
  add("inbox-empty-stick", empty_stick_desk(), DeskPage::inbox);
  add("inbox-unread", unread_desk(), DeskPage::inbox);
  add("replace", drafted_desk(), DeskPage::replace, "a2");
  waits(add("reading", reading_desk(), DeskPage::inbox), ui::DeskWait::reading);
  waits(add("preparing", drafted_desk(), DeskPage::draft), ui::DeskWait::preview);
  add("draft", drafted_desk(), DeskPage::draft);
  add("draft-answered", answered_desk(), DeskPage::draft).at.previewed = true;
  add("draft-trouble", troubled_desk(), DeskPage::draft);
  add("draft-needed", colliding_desk(), DeskPage::draft);
  add("question", drafted_desk(), DeskPage::question, "q1");
  add("question-page", drafted_desk(), DeskPage::question, "q1").at.whole_page = true;
  add("question-given", drafted_desk(), DeskPage::question, "q3");
  add("question-put-off", colliding_desk(), DeskPage::question, "q2");
  add("question-needed", colliding_desk(), DeskPage::question, "q3");
  add("question-two-texts", colliding_desk(), DeskPage::question, "c1");
  add("question-open", typed_desk(), DeskPage::question, "q1");
  add("places", drafted_desk(), DeskPage::places, "q2").at.choice = 1;
  DeskScreen& lines = add("lines", drafted_desk(), DeskPage::lines, "q1");
  lines.at.choice = 2;
  lines.at.first_line = 2;
  lines.at.last_line = 3;
  add("lines-none", drafted_desk(), DeskPage::lines, "q1").at.choice = 2;
  add("changes", drafted_desk(), DeskPage::changes);
  add("changes-typed", typed_desk(), DeskPage::changes);
  add("draft-typed", typed_desk(), DeskPage::draft);
  add("done", desk_with_inbox(), DeskPage::done);
  add("done-back", desk_with_inbox(), DeskPage::done).at.went_back = true;
  add("history", desk_with_inbox(), DeskPage::history);
  add("history-long", long_history_desk(), DeskPage::history);
  add("history-none", empty_desk(), DeskPage::history);
  add("version", desk_with_inbox(), DeskPage::version, "2-after-1");
  using State = ui::DeskView::Editor::State;
  add("entries-editor", desk_with_editor(State::off), DeskPage::none);
  add("editor-off", desk_with_editor(State::off), DeskPage::editor);
  add("editor-starting", desk_with_editor(State::starting), DeskPage::editor);
  add("editor", editing_desk(), DeskPage::editor);
  add("editor-hotspot", hotspot_desk(), DeskPage::editor);
  add("editor-full", full_editor_desk(), DeskPage::editor);
  add("editor-unreachable", unreachable_editor_desk(), DeskPage::editor);
  return all;
}

inline ui::FrameContext with_desk(ui::FrameContext w, const ui::DeskView& view) {
  w.staff_panel = true;
  w.staff = std::make_shared<const ui::StaffFacts>(calm_facts());
  w.desk = std::make_shared<const ui::DeskView>(view);
  return w;
}

}  // namespace hub::tests
