#include "kiosk/panel_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/circled_numbers.h"
#include "base/parse.h"
#include "base/utf8.h"
#include "desk/edit/found.h"
#include "ui/state/screen_words.h"

namespace hub::kiosk {

namespace {

using View = ui::DeskView;
using Kind = View::Choice::Kind;

constexpr int kLinesAround = 12;  // before and after the place, to choose from

// 2026-11-27T15:03, as the desk writes it.
base::Date day_of(const std::string& at) { return base::parse_date(at.substr(0, 10)).value_or(base::Date{}); }

std::string in_one(const ui::ScreenWords& words) { return words.what + words.remedy; }

View::From from_of(desk::CameFrom from) {
  switch (from) {
    case desk::CameFrom::stick:
      return View::From::stick;
    case desk::CameFrom::browser:
      return View::From::browser;
    case desk::CameFrom::download:
      return View::From::download;
    case desk::CameFrom::command:
      break;
  }
  return View::From::unknown;
}

// The lines of the page around the question's place.
void add_page_lines(const report::Document& document, report::Place place, View::Question& question, AnswerKeys& keys) {
  const auto& lines = document.lines;
  const auto at = std::ranges::find_if(lines, [&](const report::Line& line) { return line.place >= place; });
  const auto index = static_cast<int>(at - lines.begin());
  const int from = std::max(0, index - kLinesAround);
  const int to = std::min(static_cast<int>(lines.size()), index + kLinesAround + 1);
  for (int i = from; i < to; ++i) {
    const report::Line& line = lines[static_cast<std::size_t>(i)];
    if (place.page > 0 && line.place.page != place.page) continue;
    question.page_lines.push_back({base::encode_utf8(line.words), line.place == place});
    keys.lines.push_back(line.place);
  }
}

// Where it stands on its page, of reports that have pages with places.
void find_on_page(const report::Document& document, report::Place place, AnswerKeys& keys) {
  const auto index = static_cast<std::size_t>(place.page - 1);
  if (place.page < 1 || index >= document.pages.size() || document.pages[index].width <= 0) return;
  keys.page = place.page;
  keys.page_width_pt = document.pages[index].width;
  for (const report::Line& line : document.lines) {
    if (line.place == place) keys.box = report::united(keys.box, line.box);
  }
}

bool begins_with_mark(const std::string& words) {
  const std::u32string letters = base::decode_utf8(words);
  return !letters.empty() && base::is_circled_number(letters.front());
}

// Below the name of its list, a place is called by what is left of its own.
std::string place_label(const std::string& name, const std::string& group) {
  if (!name.starts_with(group)) return name;
  std::string rest = name.substr(group.size());
  if (rest.starts_with(": ")) return rest.substr(2);
  if (rest.empty()) return "ここに入れる";
  return begins_with_mark(rest) ? "ここに、" + rest + "のものとして入れる" : "ここ" + rest;
}

// What is said of a list, below its name.
std::string below(const std::string& group, const std::string& said) {
  return said.starts_with(group + ": ") ? said.substr(group.size() + 2) : said;
}

// Those of one list one after the other; the lists in the order of the first of each.
template <class Group>
std::vector<std::size_t> grouped(std::size_t count, const Group& group_of) {
  std::vector<std::string> groups;
  std::vector<std::pair<std::size_t, std::size_t>> order;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string group = group_of(i);
    auto at = std::ranges::find(groups, group);
    if (at == groups.end()) at = groups.insert(groups.end(), group);
    order.emplace_back(static_cast<std::size_t>(at - groups.begin()), i);
  }
  std::ranges::stable_sort(order, {}, &std::pair<std::size_t, std::size_t>::first);
  std::vector<std::size_t> indices;
  indices.reserve(order.size());
  for (const auto& one : order) indices.push_back(one.second);
  return indices;
}

// Choices that put words somewhere are offered together, as places.
void add_grouped_choices(const desk::Work& work, const desk::OpenQuestion& asked, bool looked_at,
                         View::Question& question, AnswerKeys& keys) {
  std::vector<const desk::Choice*> choices;
  for (const desk::Choice& choice : asked.choices) {
    if (!choice.group.empty()) choices.push_back(&choice);
  }
  if (choices.empty()) return;
  const bool places = asked.question.kind == report::Question::Kind::unplaced;
  question.choices.push_back(
      {Kind::place, places ? "入れる場所を選ぶ" : "ほかの直し方を選ぶ",
       places ? "場所が並びます。選ぶまで、何も変わりません。" : "直し方が並びます。選ぶまで、何も変わりません。",
       !asked.takes_more});
  keys.choices.push_back({Kind::place, {}});
  for (const std::size_t i : grouped(choices.size(), [&](std::size_t k) { return choices[k]->group; })) {
    const desk::Choice& choice = *choices[i];
    const std::string group = desk::list_name(choice.group).ja;
    const std::string note = looked_at ? below(group, desk::consequence_of(work, choice).ja) : std::string();
    question.places.push_back({place_label(choice.label.ja, group), note, group});
    keys.places.push_back(choice.id);
  }
}

void add_line_places(const desk::OpenQuestion& asked, View::Question& question, AnswerKeys& keys) {
  if (asked.places.empty() || question.page_lines.empty()) return;
  question.choices.push_back({Kind::lines, "報告書の行から選ぶ",
                              "行と、それが入る場所を選びます。選ぶまで、何も変わりません。", !asked.takes_more});
  keys.choices.push_back({Kind::lines, {}});
  for (const std::size_t i : grouped(asked.places.size(), [&](std::size_t k) { return asked.places[k].list; })) {
    const desk::PlaceForWords& place = asked.places[i];
    const std::string group = desk::list_name(place.list).ja;
    question.line_places.push_back({place_label(place.name.ja, group), asked.place_consequences[i].ja, group});
    keys.line_places.push_back(place.id);
  }
}

void add_choices(const desk::Work& work, const desk::OpenQuestion& asked, bool looked_at, View::Question& question,
                 AnswerKeys& keys) {
  for (const desk::Choice& choice : asked.choices) {
    if (!choice.group.empty()) continue;
    question.choices.push_back({Kind::answer, choice.label.ja, choice.consequence.ja, choice.settles});
    keys.choices.push_back({Kind::answer, choice.id});
    if (asked.answer && asked.answer->ja == choice.label.ja) {
      question.given = static_cast<int>(question.choices.size());
    }
  }
  add_grouped_choices(work, asked, looked_at, question, keys);
  add_line_places(asked, question, keys);
}

void add(PanelDraft& made, View::Question question, int number, AnswerKeys keys) {
  made.draft.questions.push_back(std::move(question));
  made.questions.push_back(number);
  made.keys.push_back(std::move(keys));
}

void add_question(const desk::Work& work, const desk::OpenQuestion& asked, const AboutDraft& about, PanelDraft& made) {
  View::Question question;
  AnswerKeys keys;
  question.id = std::to_string(asked.number);
  question.message = asked.question.message.ja;
  question.text = asked.text_now;
  question.later = asked.state == desk::Work::State::later;
  question.where = report::describe(asked.question.place, work.reading().kind, base::StaffLanguage::ja);
  for (const report::ReportLine& line : asked.question.lines) {
    question.around.push_back({line.words, line.place == asked.question.place});
  }
  if (about.document != nullptr) {
    add_page_lines(*about.document, asked.question.place, question, keys);
    find_on_page(*about.document, asked.question.place, keys);
  }
  add_choices(work, asked, about.looked_at == question.id, question, keys);
  if (asked.answer) question.given_words = asked.answer->ja;
  if (asked.state == desk::Work::State::answered) {
    question.given = question.given.value_or(0);
  } else {
    question.given.reset();
  }
  add(made, std::move(question), asked.number, std::move(keys));
}

// Two texts, of which one is to show. `decision`: what was decided about it; null: nothing yet.
void add_collision(const desk::Collision& collision, const desk::WorkStep* decision, PanelDraft& made) {
  View::Question question;
  question.id = collision.file + collision.pointer;
  question.message =
      "下書きを作ったあとに、" + desk::name_of(collision).ja + "が、ほかで変えられて映っています。どちらを映しますか。";
  question.text = desk::words_of(collision.ours);
  question.shows = desk::words_of(collision.theirs);
  question.choices = {{Kind::answer, "下書きのほうを映す", "「画面に映す」と、いま映っている文の代わりに出ます。"},
                      {Kind::answer, "いま映っているほうにする", "下書きの文が、いま映っている文に変わります。"}};
  question.needed = decision == nullptr;
  if (decision != nullptr) {
    question.given = decision->choice == desk::kOurs ? 1 : 2;
    question.given_words = question.choices[decision->choice == desk::kOurs ? 0 : 1].label;
  }
  AnswerKeys keys;
  keys.collision = collision;
  keys.choices = {{Kind::answer, desk::kOurs}, {Kind::answer, desk::kTheirs}};
  add(made, std::move(question), -1, std::move(keys));
}

// Those that are asked come first: without them nothing can be shown.
void add_collisions(const desk::Work& work, const std::vector<desk::Collision>& open, PanelDraft& made) {
  for (const desk::Collision& one : open) add_collision(one, nullptr, made);
  for (const desk::WorkStep& step : work.steps()) {
    if (!step.about) continue;
    const bool asked_again = std::ranges::any_of(open, [&](const desk::Collision& one) {
      return one.file == step.about->file && one.pointer == step.about->pointer;
    });
    if (!asked_again) add_collision(*step.about, &step, made);
  }
  if (open.empty()) return;
  made.draft.can_publish = false;
  made.draft.notices.push_back(
      {true,
       "下書きを作ったあとに、ほかの内容が映されました。ちがうところが" + std::to_string(open.size()) + "つあります。",
       "どちらを映すか、1つずつ選んでください。", open.front().file + open.front().pointer});
}

// 「どの年度の報告書か書かれていません」
std::string in_short(const std::string& message) { return "「" + message.substr(0, message.find("。")) + "」"; }

void add_hindrances(const std::vector<desk::Hindrance>& hindrances, PanelDraft& made) {
  for (const desk::Hindrance& one : hindrances) {
    made.draft.can_publish = false;
    const std::string id = one.question ? std::to_string(*one.question) : std::string();
    const std::string what = ui::screen_words({one.what, {}}).what;
    const auto at = std::ranges::find(made.draft.questions, id, &View::Question::id);
    if (at == made.draft.questions.end()) {
      made.draft.notices.push_back({true, "この下書きには、画面に出せないところがあります。" + what,
                                    "報告書を直して入れなおすか、この文を、画面を設置した人に見せてください。"});
      continue;
    }
    if (std::exchange(at->needed, true)) continue;
    const std::string question = in_short(at->message);
    made.draft.notices.push_back(at->given ? View::Notice{true, question + "の答えでは、まだ画面に映せません。" + what,
                                                          "ほかの答えを選んでください。", id}
                                           : View::Notice{true, question + "に答えるまで、画面に映せません。", "", id});
  }
}

// What a person has typed otherwise than the report has it, each with both texts.
void add_differing(const std::vector<desk::Statement>& differing, PanelDraft& made) {
  if (differing.empty()) return;
  for (const desk::Statement& one : differing) {
    const desk::SourceWords source = one.source.value_or(desk::SourceWords());
    const std::string& theirs = source.marked_source.empty() ? source.words : source.marked_source;
    const std::string& ours = source.marked_ours.empty() ? one.plain : source.marked_ours;
    made.draft.differing.push_back({one.name.ja, theirs, ours});
  }
  made.draft.notices.push_back({false, desk::differing_sentence(static_cast<int>(differing.size())).ja,
                                "「変わるところを見る」で、報告書の文とくらべられます。"});
}

}  // namespace

PanelDraft panel_draft(const desk::Work& work, const AboutDraft& about) {
  PanelDraft made;
  // Whoever began it by typing into what shows has opened no report.
  const std::string& name = work.source().name;
  made.draft.source = name.empty() ? "いま映っている文から" : name;
  made.draft.found = desk::found_in(desk::ReportEditor(desk::kReportFile, work.report()));
  add_collisions(work, about.collisions, made);
  const std::vector<desk::OpenQuestion> questions = desk::Desk::questions_of(work);
  for (const bool later : {false, true}) {
    for (const desk::OpenQuestion& asked : questions) {
      const bool is_later = asked.state == desk::Work::State::later;
      if (asked.state != desk::Work::State::gone && is_later == later) add_question(work, asked, about, made);
    }
  }
  add_hindrances(about.hindrances, made);
  add_differing(about.differing, made);
  for (const desk::StatementChange& change : about.changes) {
    made.draft.changes.push_back({change.what.ja, change.before, change.after});
  }
  return made;
}

void show_page(View::Question& question, const AnswerKeys& keys, const ui::SharedBitmap& page) {
  question.page = page;
  question.mark = {};
  if (keys.box.empty() || keys.page_width_pt <= 0) return;
  const double scale = page->width_px / keys.page_width_pt;
  const auto px = [&](double points) { return static_cast<int>(std::lround(points * scale)); };
  question.mark = {px(keys.box.x), px(keys.box.y), std::max(1, px(keys.box.width)), std::max(1, px(keys.box.height))};
}

View::Version panel_version(const desk::PublishedVersion& version) {
  View::Version made;
  made.id = std::to_string(version.number);
  made.number = version.number;
  if (!version.at.empty()) made.since = day_of(version.at);
  made.what = version.what;
  made.source = version.source;
  return made;
}

View::Item panel_item(const desk::InboxItem& item) {
  View::Item made{item.id, item.name, day_of(item.at), item.bytes, from_of(item.from), {}};
  if (item.no_report) made.unreadable = in_one(ui::screen_words(*item.no_report));
  return made;
}

std::optional<View::Notice> panel_stick(const std::optional<desk::StickNews>& news,
                                        const std::vector<desk::PackNews>& packs, base::Date today) {
  constexpr std::size_t kMostPacks = 3;
  View::Notice notice;
  if (news && !news->at.empty() && day_of(news->at) == today) {
    notice.trouble = news->items.empty() && !news->said.empty();
    for (const base::Message& one : news->said) notice.what += in_one(ui::screen_words({one, {}}));
  }
  for (std::size_t i = 0; i < std::min(packs.size(), kMostPacks); ++i) {
    const desk::PackNews& one = packs[i];
    if (one.at.empty() || day_of(one.at) != today) continue;
    notice.trouble = notice.trouble || desk::is_refusal(one);
    notice.what += in_one(ui::screen_words({one.said, one.remedy}));
  }
  if (notice.what.empty()) return std::nullopt;
  return notice;
}

namespace {

ui::DeskView::Notice unreachable(const std::string& why) {
  if (why == desk::kNoManager) {
    return {true, "Wi-Fi や LAN を切りかえるしくみ（NetworkManager）が、この機械にありません。",
            "設置した人に、設定の editor.link を見てもらってください。"};
  }
  if (why == desk::kNoDevice) {
    return {true, "パソコンやスマホをつなぐための Wi-Fi や LAN の口が、見つかりません。",
            "設置した人に、設定の editor.link を見てもらってください。"};
  }
  if (why == desk::kNoLink) {
    return {true, "パソコンやスマホをつなぐためのネットワークを、作れませんでした。",
            "ケーブルがささっているかを見て、もう一度はじめてください。"};
  }
  return {true, "この機械は、ネットワークにつながっていません。",
          "LAN ケーブルか Wi-Fi がつながっているかを見て、もう一度はじめてください。"};
}

ui::DeskView::Notice did_not_start() {
  return {true, "編集の画面を始められませんでした。",
          "もう一度はじめてください。続くときは、設置した人に知らせてください。"};
}

// 0123 4567 …: as people read letters aloud.
std::string in_groups(const std::string& code) {
  constexpr std::size_t kGroup = 4;
  std::string groups;
  for (std::size_t at = 0; at < code.size(); at += kGroup) {
    groups += (at == 0 ? "" : " ") + code.substr(at, kGroup);
  }
  return groups;
}

}  // namespace

ui::DeskView::Editor panel_editor(bool wanted, bool waits, const std::optional<desk::EditorNow>& now) {
  using State = ui::DeskView::Editor::State;
  ui::DeskView::Editor editor;
  if (!now) {
    editor.state = wanted && waits ? State::starting : State::off;
    if (wanted != waits) editor.trouble = did_not_start();
    return editor;
  }
  editor.state = wanted ? State::on : State::ending;
  if (!now->trouble.empty()) editor.trouble = unreachable(now->trouble);
  if (now->addresses.empty()) return editor;
  editor.address = now->addresses.front();
  if (!now->code.empty()) {
    editor.url = editor.address + "enter?code=" + now->code;
    editor.code = in_groups(now->code);
    editor.until = now->code_until;
  }
  editor.devices = now->devices;
  editor.network = now->network;
  editor.passphrase = now->passphrase;
  // What a phone's camera joins a network by (ZXing, "Barcode Contents"); neither name nor passphrase has what it
  // escapes.
  if (!now->network.empty()) editor.network_url = "WIFI:T:WPA;S:" + now->network + ";P:" + now->passphrase + ";;";
  return editor;
}

}  // namespace hub::kiosk
