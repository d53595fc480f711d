// 確かめる: what the reader doubts, with the report's page as evidence, and answers that need no typing.
#include "desk/edit/found.h"
#include "web/pages/pages.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/utf8.h"

namespace hub::web {

namespace {

using State = desk::Work::State;

constexpr int kLinesAround = 14;  // of the report, before and after, to choose from

std::string number_of(const desk::OpenQuestion& question) { return std::to_string(question.number + 1); }

Url url_of(const PageContext& context, int number) { return context.to({"questions", std::to_string(number + 1)}); }

const char* state_text(State state) {
  switch (state) {
    case State::later:
      return "あとで";
    case State::answered:
      return "答えました";
    case State::gone:
      return "もうありません";
    case State::open:
      break;
  }
  return "まだ";
}

Markup evidence_card(const PageContext& context, const desk::OpenQuestion& asked) {
  Markup content;
  const std::string where =
      report::describe(asked.question.place, context.work->reading().kind, base::StaffLanguage::ja);
  if (!where.empty()) content += small(where);
  const std::vector<report::Evidence>& evidence = asked.question.evidence;
  const bool has_page = !evidence.empty() && evidence.front().page > 0 && evidence.front().size.width > 0;
  if (has_page) content += report_page(context, evidence);
  Markup lines;
  for (const report::ReportLine& line : asked.question.lines) {
    const bool is_it = line.place == asked.question.place;
    lines += element("li", {{"class", is_it ? "it" : "around"}}, line.words);
  }
  if (!lines.empty()) content += element("ul", {{"class", "lines"}}, lines);
  if (content.empty()) content = paragraph("報告書のどこか、ひとつの場所ではありません。");
  return card("報告書では", content);
}

// One answer: what it says, and what follows from it.
Markup answer(const PageContext& context, const desk::OpenQuestion& asked, const desk::Choice& choice, bool given) {
  const Markup words = {element("span", {{"class", "strong"}}, choice.label.ja),
                        element("span", {{"class", "small"}}, choice.consequence.ja)};
  const Markup hidden = {
      element("input", {{"type", "hidden"}, {"name", "choice"}, {"value", choice.id}}),
      element("input", {{"type", "hidden"}, {"name", "revision"}, {"value", context.work->revision()}})};
  const Markup press = element("button", {{"type", "submit"}, {"class", given ? "answer given" : "answer"}}, words);
  return form_to(context, context.to({"questions", number_of(asked)}), {hidden, press});
}

Markup options_of(const std::vector<std::pair<std::string, std::string>>& all) {
  Markup options;
  for (const auto& [value, words] : all) options += element("option", {{"value", value}}, words);
  return options;
}

Markup labelled_select(const std::string& id, const std::string& name, const std::string& label,
                       const std::vector<std::pair<std::string, std::string>>& all) {
  const Markup list = element("select", {{"name", name}, {"id", id}}, options_of(all));
  return element("div", {{"class", "field"}}, {element("label", {{"for", id}}, label), list});
}

Markup hidden_revision(const PageContext& context) {
  return element("input", {{"type", "hidden"}, {"name", "revision"}, {"value", context.work->revision()}});
}

// Places are chosen from a list: there are many.
Markup place_answer(const PageContext& context, const desk::OpenQuestion& asked) {
  std::vector<std::pair<std::string, std::string>> places;
  for (const desk::Choice& choice : asked.choices) {
    if (!choice.group.empty()) places.emplace_back(choice.id, choice.label.ja);
  }
  if (places.empty()) return {};
  return element("section", {{"class", "answer chosen"}},
                 form_to(context, context.to({"questions", number_of(asked)}),
                         {hidden_revision(context), labelled_select("place", "choice", "入れる場所を選ぶ", places),
                          element("p", {{"class", "row"}}, button("この場所に入れる"))}));
}

std::vector<std::pair<std::string, std::string>> lines_near(const report::Document& document, report::Place place) {
  const auto at = std::ranges::find_if(document.lines, [&](const report::Line& line) { return line.place >= place; });
  const auto index = static_cast<int>(at - document.lines.begin());
  const int from = std::max(0, index - kLinesAround);
  const int to = std::min(static_cast<int>(document.lines.size()), index + kLinesAround + 1);
  std::vector<std::pair<std::string, std::string>> lines;
  for (int i = from; i < to; ++i) {
    const report::Line& line = document.lines[static_cast<std::size_t>(i)];
    lines.emplace_back(std::to_string(line.place.page) + ":" + std::to_string(line.place.line),
                       base::encode_utf8(line.words));
  }
  return lines;
}

Markup lines_answer(const PageContext& context, const desk::OpenQuestion& asked, const report::Document* document) {
  if (asked.places.empty() || document == nullptr || document->lines.empty()) return {};
  const auto lines = lines_near(*document, asked.question.place);
  std::vector<std::pair<std::string, std::string>> places;
  for (const desk::PlaceForWords& place : asked.places) places.emplace_back(place.id, place.name.ja);
  return element("details", {{"class", "answer chosen"}},
                 {element("summary", {{"class", "strong"}}, "報告書の行から選ぶ"),
                  form_to(context, context.to({"questions", number_of(asked), "lines"}),
                          {hidden_revision(context), labelled_select("first", "first", "はじめの行", lines),
                           labelled_select("last", "last", "終わりの行", lines),
                           labelled_select("line-place", "place", "入れる場所", places),
                           element("p", {{"class", "row"}}, button("この行を入れる"))})});
}

Markup given_answer(const PageContext& context, const desk::OpenQuestion& asked) {
  if (asked.state != State::answered || !asked.answer) return {};
  return element(
      "div", {{"class", "notice done"}},
      {element("p", {{"class", "what"}}, "答え: " + asked.answer->ja),
       press_button(context, context.to({"questions", number_of(asked), "take-back"}),
                    {{"revision", std::to_string(context.work->revision())}}, "答えを取り消す", Weight::quiet)});
}

// The questions that are there, in the order in which they are asked.
std::vector<int> asked_numbers(const desk::Work& work) {
  std::vector<int> numbers;
  for (int i = 0; i < static_cast<int>(work.reading().questions.size()); ++i) {
    if (work.state_of(i) != State::gone) numbers.push_back(i);
  }
  return numbers;
}

Markup onward(const PageContext& context, const desk::OpenQuestion& asked, const std::vector<int>& numbers) {
  const auto at = std::ranges::find(numbers, asked.number);
  Markup row;
  if (at != numbers.end() && at != numbers.begin())
    row += link_button(url_of(context, *std::prev(at)), "← 前へ", Weight::quiet);
  if (asked.state != State::answered) {
    row += press_button(context, context.to({"questions", number_of(asked), "later"}),
                        {{"revision", std::to_string(context.work->revision())}}, "あとで", Weight::quiet);
  }
  if (at != numbers.end() && std::next(at) != numbers.end()) {
    row += link_button(url_of(context, *std::next(at)), "次へ →", Weight::quiet);
  } else {
    row += link_button(context.to({"questions"}), "質問の一覧へ", Weight::quiet);
  }
  return element("div", {{"class", "row onward"}}, row);
}

Markup question_row(const PageContext& context, const desk::OpenQuestion& asked, int place) {
  const bool done = asked.state == State::answered;
  return element("li", {},
                 element("a", {{"href", url_of(context, asked.number)}},
                         {element("span", {{"class", "number"}}, std::to_string(place)),
                          element("span", {{"class", "says"}}, asked.question.message.ja),
                          element("span", {{"class", done ? "tag done" : "tag"}}, state_text(asked.state))}));
}

}  // namespace

Page found_page(const PageContext& context) {
  Page page{Step::questions, "確かめる", {}};
  if (!context.work) {
    page.main = {heading("確かめる"), paragraph("まだ映していない下書きはありません。"),
                 element("p", {{"class", "row"}}, link_button(context.to({"report"}), "報告書を入れる", Weight::main))};
    return page;
  }
  Markup found;
  for (const std::string& one : desk::found_in(desk::ReportEditor(desk::kReportFile, context.work->report()))) {
    found += element("li", {}, one);
  }
  Markup list;
  int place = 0, open = 0, first = -1;
  for (const desk::OpenQuestion& asked : desk::Desk::questions_of(*context.work)) {
    if (asked.state == State::gone) continue;
    list += question_row(context, asked, ++place);
    if (asked.state == State::answered) continue;
    ++open;
    if (first < 0) first = asked.number;
  }
  const std::string many = place == 0 ? "確かめることはありません。"
                           : open == 0
                               ? std::to_string(place) + "つとも答えました。"
                               : std::to_string(place) + "つあります。のこりは" + std::to_string(open) + "つです。";
  Markup row;
  if (first >= 0) row += link_button(url_of(context, first), "確かめる", Weight::main);
  row += link_button(context.to({"see"}), "画面で見る", first >= 0 ? Weight::plain : Weight::main);
  row += link_button(context.to({"publish"}), publish_words(context));
  page.main = {heading("読み取った内容"),
               small(context.work->source().name),
               card("見つかったもの", element("ul", {{"class", "found"}}, found)),
               card("確かめたいこと", {paragraph(many), element("ol", {{"class", "questions"}}, list)}),
               small("答えていない質問があっても、映せます。あとから直すこともできます。"),
               element("div", {{"class", "row"}}, row)};
  return page;
}

Page question_page(const PageContext& context, const desk::OpenQuestion& asked, const report::Document* document,
                   const std::optional<base::Error>& why_not) {
  const std::vector<int> numbers = asked_numbers(*context.work);
  const auto place = std::ranges::find(numbers, asked.number) - numbers.begin() + 1;
  Page page{Step::questions, "確かめる", {}, false, true};
  Markup answers = given_answer(context, asked);
  for (const desk::Choice& choice : asked.choices) {
    if (!choice.group.empty()) continue;
    const bool given = asked.state == State::answered && asked.answer && asked.answer->ja == choice.label.ja;
    answers += answer(context, asked, choice, given);
  }
  answers += place_answer(context, asked);
  answers += lines_answer(context, asked, document);
  const Markup ours = asked.text_now.empty()
                          ? Markup()
                          : element("div", {{"class", "ours"}}, {small("下書きの文"), paragraph(asked.text_now)});
  const std::string count = "確かめたいこと　" + std::to_string(place) + " / " + std::to_string(numbers.size());
  page.main = {element("div", {{"class", "column side"}}, evidence_card(context, asked)),
               element("div", {{"class", "column"}},
                       {element("p", {{"class", "step"}}, count), heading(asked.question.message.ja),
                        why_not ? trouble(*why_not) : Markup(), ours, element("div", {{"class", "answers"}}, answers),
                        onward(context, asked, numbers)})};
  return page;
}

}  // namespace hub::web
