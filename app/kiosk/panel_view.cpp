#include "kiosk/panel_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/parse.h"
#include "base/utf8.h"

namespace hub::kiosk {

namespace {

using View = ui::DeskView;
using Kind = View::Choice::Kind;

constexpr int kLinesAround = 12;  // before and after the place, to choose from

// 2026-11-27T15:03, as the desk writes it.
base::Date day_of(const std::string& at) { return base::parse_date(at.substr(0, 10)).value_or(base::Date{}); }

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

std::string counted(const desk::ReportEditor& report, const std::string& goals, const std::string& list,
                    const char* name) {
  std::size_t all = 0;
  for (std::size_t i = 0; i < report.size(goals); ++i) {
    all += report.size(goals + "/" + std::to_string(i) + "/" + list);
  }
  return name + std::string("が") + std::to_string(all) + "つ";
}

// In the words of the screens.
std::vector<std::string> found_in(const desk::ReportEditor& report) {
  const auto many = [&](const std::string& list) { return std::to_string(report.size(list)); };
  return {"これからの重点目標が" + many("/goals") + "つ、" + counted(report, "/goals", "activities", "取組内容") + "。",
          "ふりかえる重点目標が" + many("/review") + "つ、" + counted(report, "/review", "outcomes", "成果") + "、" +
              counted(report, "/review", "challenges", "課題") + "。",
          "事業が" + many("/services") + "つ、基本理念が" + many("/principles") + "つ。"};
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

// Choices that put words somewhere are offered together, as places.
void add_choices(const desk::OpenQuestion& asked, View::Question& question, AnswerKeys& keys) {
  bool places = false;
  for (const desk::Choice& choice : asked.choices) {
    if (choice.group.empty()) {
      question.choices.push_back({Kind::answer, choice.label.ja, choice.consequence.ja});
      keys.choices.push_back({Kind::answer, choice.id});
      if (asked.answer && asked.answer->ja == choice.label.ja) {
        question.given = static_cast<int>(question.choices.size());
      }
      continue;
    }
    if (!std::exchange(places, true)) {
      question.choices.push_back({Kind::place, "入れる場所を選ぶ", "選んだところに入ります。"});
      keys.choices.push_back({Kind::place, {}});
    }
    question.places.push_back({choice.label.ja, {}});
    keys.places.push_back(choice.id);
  }
  if (asked.places.empty() || question.page_lines.empty()) return;
  question.choices.push_back({Kind::lines, "報告書の行から選ぶ", "選んだ行が、その場所に入ります。"});
  keys.choices.push_back({Kind::lines, {}});
  for (const desk::PlaceForWords& place : asked.places) {
    question.line_places.push_back({place.name.ja, {}});
    keys.line_places.push_back(place.id);
  }
}

}  // namespace

PanelDraft panel_draft(const desk::Work& work, const std::vector<desk::StatementChange>& changes,
                       const report::Document* document) {
  PanelDraft made;
  made.draft.source = work.source().name;
  made.draft.found = found_in(desk::ReportEditor(desk::kReportFile, work.report()));
  for (const desk::OpenQuestion& asked : desk::Desk::questions_of(work)) {
    if (asked.state == desk::Work::State::gone) continue;
    View::Question question;
    AnswerKeys keys;
    question.id = std::to_string(asked.number);
    question.message = asked.question.message.ja;
    question.text = asked.text_now;
    question.where = report::describe(asked.question.place, work.reading().kind, base::StaffLanguage::ja);
    for (const report::ReportLine& line : asked.question.lines) {
      question.around.push_back({line.words, line.place == asked.question.place});
    }
    if (document != nullptr) {
      add_page_lines(*document, asked.question.place, question, keys);
      find_on_page(*document, asked.question.place, keys);
    }
    add_choices(asked, question, keys);
    if (asked.state == desk::Work::State::answered) {
      question.given = question.given.value_or(0);
      if (asked.answer) question.given_words = asked.answer->ja;
    } else {
      question.given.reset();
    }
    made.draft.questions.push_back(std::move(question));
    made.questions.push_back(asked.number);
    made.keys.push_back(std::move(keys));
  }
  for (const desk::StatementChange& change : changes) {
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
  return {item.id, item.name, day_of(item.at), item.bytes, from_of(item.from), {}};
}

std::optional<View::Notice> panel_stick(const std::optional<desk::StickNews>& news, base::Date today) {
  if (!news || news->said.empty() || news->at.empty() || day_of(news->at) != today) return std::nullopt;
  View::Notice notice;
  notice.trouble = news->items.empty();
  for (const base::Message& one : news->said) notice.what += one.ja;
  return notice;
}

}  // namespace hub::kiosk
