#include "web/pages/typed_pages.h"

#include <algorithm>

#include "report/draft/draft.h"
#include "web/pages/pages.h"
#include "web/pages/statement_editor.h"

namespace hub::web {

namespace {

using Statement = desk::Statement;

constexpr int kPicture_px = 900;

struct Counted {
  int differs = 0, missing = 0, older = 0;
};

Counted counted(const TypedPart& part) {
  Counted all;
  for (const Statement* one : part.statements) {
    if (one->source && one->source->same == desk::SourceWords::Same::no) ++all.differs;
    for (const desk::Rendering& rendering : one->renderings) {
      all.missing += rendering.state == desk::Rendering::State::missing ? 1 : 0;
      all.older += rendering.state == desk::Rendering::State::older ? 1 : 0;
    }
  }
  return all;
}

Markup tags_of(const TypedPart& part) {
  const Counted all = counted(part);
  Markup tags;
  const auto tag = [&](int count, const char* words) {
    if (count > 0) tags += element("span", {{"class", "tag warns"}}, words + (" " + std::to_string(count)));
  };
  tag(all.differs, "報告書とちがう");
  tag(all.missing, "訳がない");
  tag(all.older, "訳が古い");
  return tags;
}

std::string first_words(const TypedPart& part) {
  for (const Statement* one : part.statements) {
    if (one->kind == Statement::Kind::goal || one->kind == Statement::Kind::service_name) return one->plain;
  }
  return {};
}

// The parts before and after it.
Markup onward(const PageContext& context, const desk::Texts& texts, const TypedPart& part) {
  const std::vector<TypedPart> parts = typed_parts(texts);
  const char* const side = part.of_report ? "text" : "words";
  const auto at = std::ranges::find(parts, part.id, &TypedPart::id);
  Markup row;
  if (at != parts.begin() && std::prev(at)->of_report == part.of_report) {
    row += link_button(context.to({side, std::prev(at)->id}), "← " + std::prev(at)->title, Weight::quiet);
  }
  row += link_button(context.to({side}), "一覧", Weight::quiet);
  if (std::next(at) != parts.end() && std::next(at)->of_report == part.of_report) {
    row += link_button(context.to({side, std::next(at)->id}), std::next(at)->title + " →", Weight::quiet);
  }
  return element("div", {{"class", "row onward"}}, row);
}

// The heading of the list that a statement stands in; empty: of none.
std::string list_title(const Statement& one) {
  switch (one.list) {
    case Statement::List::activities:
      return "取組内容";
    case Statement::List::outcomes:
      return "取組の成果";
    case Statement::List::challenges:
      return "取組の課題";
    case Statement::List::none:
      break;
  }
  switch (one.kind) {
    case Statement::Kind::principle:
      return "基本理念";
    case Statement::Kind::implementer:
      return "実施団体";
    case Statement::Kind::evaluation_method:
      return "評価の方法";
    case Statement::Kind::service_situation:
      return "こんなときに";
    default:
      return {};
  }
}

std::string adding(const std::string& title) { return title + "を加える"; }

// The statements of a part, list by list; behind each list, what adds to it.
Markup statements_of(const EditorPlace& place) {
  Markup all, list;
  std::string title;
  desk::Address into;
  const auto end_list = [&] {
    if (!title.empty()) list += entry_adder(place, into, adding(title));
    if (!list.empty()) all += card(title, list);
    list = {};
  };
  for (const Statement* one : place.part.statements) {
    const std::string now = list_title(*one);
    const desk::Address now_into = now.empty() || one->entry.pointer.empty() ? desk::Address() : list_of(one->entry);
    if (now != title || now_into != into) {
      end_list();
      title = now;
      into = now_into;
    }
    list += statement_editor(place, *one);
  }
  end_list();
  return all;
}

ScreenWish screen_of(const TypedPart& part) {
  ScreenWish wish;
  wish.route = part.route;
  return wish;
}

Markup undo_button(const PageContext& context, const desk::Texts& texts, const Url& back) {
  if (!context.work || context.work->steps().empty()) return {};
  return press_button(context, context.to({"undo"}), {{"draft", word_of(texts.mark)}, {"back", back.text()}},
                      "1 つ前に戻す", Weight::quiet);
}

// Hours by the day are no words that anybody reads.
std::string readable(const desk::Address& at, const std::string& words) {
  return at.pointer == "/opening" ? sentence_of(opening_days(words)) : words;
}

Markup keep_fields(const Fields& edit, const std::string& without) {
  Markup hidden;
  for (const auto& [name, value] : edit.all()) {
    if (name != "token" && name != without) hidden += hidden_field(name, value);
  }
  return hidden;
}

// A whole goal goes with all that is said of it.
Markup goal_remover(const EditorPlace& place) {
  const Statement& first = *place.part.statements.front();
  if (first.section == Statement::Section::none) return {};
  const std::string& pointer = first.address.pointer;
  const desk::Address goal{first.address.file, pointer.substr(0, pointer.find('/', pointer.find('/', 1) + 1))};
  const PageContext& context = place.context;
  const std::string name = place.part.title;
  return element("details", {{"class", "tools"}},
                 {element("summary", {}, "この重点目標をまるごと消す"),
                  paragraph("「" + name +
                            "」の文と、その取組・成果・課題が、ぜんぶ下書きから消えます。「1 つ前に戻す」で戻せます。"),
                  element("div", {{"class", "row"}},
                          press_button(context, context.to({"type"}),
                                       {{"edit", "remove"},
                                        {"draft", word_of(place.texts.mark)},
                                        {"back", context.to({"text"}).text()},
                                        {"at", word_of(goal)}},
                                       name + "を消す", Weight::quiet))});
}

Markup goal_adder(const PageContext& context, const desk::Texts& texts, const char* section, const std::string& words) {
  const auto report = std::ranges::find(texts.statements, true, &Statement::of_report);
  if (report == texts.statements.end()) return {};
  const desk::Address into{report->address.file, section};
  const std::string id = field_id(into, "new");
  const Markup content = {
      hidden_field("edit", "add-goal"),
      hidden_field("draft", word_of(texts.mark)),
      hidden_field("back", context.to({"text"}).text()),
      hidden_field("section", word_of(into)),
      element("label", {{"for", id}}, words + "の文"),
      element("textarea", {{"id", id}, {"name", "words"}, {"rows", 3}, {"autocomplete", "off"}}, ""),
      element("p", {{"class", "state"}, {"role", "status"}}, ""),
      element("p", {{"class", "row"}}, button("加える"))};
  return element("details", {{"class", "adder keeps"}, {"data-keep", "new " + word_of(into)}},
                 {element("summary", {}, "＋ " + words + "を加える"), form_to(context, context.to({"type"}), content)});
}

}  // namespace

Page typed_index_page(const PageContext& context, const desk::Texts& texts, TypedSide side) {
  const bool of_report = side == TypedSide::report;
  Page page{of_report ? Step::text : Step::words, of_report ? "文章" : "ことば", {}};
  Markup list;
  for (const TypedPart& part : typed_parts(texts)) {
    if (part.of_report != of_report) continue;
    list += element("li", {},
                    element("a", {{"href", context.to({of_report ? "text" : "words", part.id})}},
                            {element("span", {{"class", "says"}},
                                     {element("span", {{"class", "strong"}}, part.title), small(first_words(part))}),
                             element("span", {{"class", "tags"}}, tags_of(part))}));
  }
  if (!of_report) {
    list += element("li", {},
                    element("a", {{"href", context.to({"words", "readings"})}},
                            element("span", {{"class", "says"}},
                                    {element("span", {{"class", "strong"}}, "ふりがな"),
                                     small("読み方を確かめて、直します。だれも確かめていない読み方が先に出ます。")})));
  }
  const std::string about =
      of_report ? "報告書の文です。読み取りのまちがいを直せます。報告書とちがう文には、しるしが付きます。"
                : "拠点の名前や時間、事業の紹介、ほかのことばへの訳、ふりがなを直せます。";
  const Markup differing =
      of_report && texts.differing > 0 ? notice(Tone::note, desk::differing_sentence(texts.differing).ja) : Markup();
  const Markup adders = of_report ? Markup{goal_adder(context, texts, "/review", "ふりかえる重点目標"),
                                           goal_adder(context, texts, "/goals", "これからの重点目標")}
                                  : Markup();
  page.main = {
      heading(page.title), paragraph(about), differing, card("", {element("ul", {{"class", "parts"}}, list), adders}),
      element("div", {{"class", "row"}}, undo_button(context, texts, context.to({of_report ? "text" : "words"})))};
  return page;
}

Page typed_part_page(const PageContext& context, const desk::Texts& texts, const TypedPart& part) {
  Page page{part.of_report ? Step::text : Step::words, part.title, {}, false, true};
  const EditorPlace place{context, texts, part};
  ScreenWish small_screen = screen_of(part);
  small_screen.width_px = kPicture_px;
  const Markup picture =
      element("a", {{"class", "picture live"}, {"href", context.to({"see"}, fields_of(screen_of(part)))}},
              screen_picture(context, small_screen, part.title + "の画面"));
  page.main = {element("div", {{"class", "column"}, {"id", "typing"}, {"data-draft", word_of(texts.mark)}},
                       {heading(part.title),
                        small("書きかえると、下書きに保存されます。画面に映るのは「" + publish_words(context) +
                              "」を押したときです。"),
                        statements_of(place), goal_remover(place),
                        element("div", {{"class", "row"}}, undo_button(context, texts, place.back())),
                        onward(context, texts, part)}),
               element("div", {{"class", "column side"}},
                       card("この画面に映ります", {picture, small("押すと、大きく見て進めます。")}))};
  return page;
}

Page conflict_page(const PageContext& context, const desk::TypedConflict& conflict, const Fields& edit,
                   const Url& back) {
  Page page{Step::text, "どちらにしますか", {}};
  const Markup sides = element(
      "div", {{"class", "sides"}},
      {element("div", {{"class", "before"}},
               {small("先に書かれた文"), paragraph(readable(conflict.at, conflict.theirs))}),
       element("div", {{"class", "after"}}, {small("いま書いた文"), paragraph(readable(conflict.at, conflict.ours))})});
  const Markup mine = form_to(context, context.to({"type"}),
                              {keep_fields(edit, "draft"), hidden_field("draft", word_of(conflict.mark)),
                               button("いま書いた文にする", Weight::main)});
  const Markup theirs = link_button(back, "先に書かれた文のままにする");
  page.main = {heading("どちらにしますか"), notice(Tone::trouble, conflict.message.what.ja, conflict.message.remedy.ja),
               card("", sides), element("div", {{"class", "row"}}, {mine, theirs})};
  return page;
}

Page refused_edit_page(const PageContext& context, const base::Error& why, const Fields& edit, const Url& back) {
  Page page{Step::text, "保存できませんでした", {}};
  Markup again;
  if (const std::string* words = edit.find("words")) {
    again = form_to(context, context.to({"type"}),
                    {keep_fields(edit, "words"), element("label", {{"for", "again"}}, "書いた文"),
                     element("textarea", {{"id", "again"}, {"name", "words"}, {"rows", 6}}, *words),
                     element("p", {{"class", "row"}}, button("もう一度保存する", Weight::main))});
  }
  page.main = {heading("保存できませんでした"), trouble(why), again,
               element("p", {{"class", "row"}}, link_button(back, "もとのページへ", Weight::quiet))};
  return page;
}

Page source_page(const PageContext& context, const desk::Statement& statement, const Url& back) {
  Page page{Step::text, "報告書では", {}, false, true};
  const Markup words = statement.source && !statement.source->words.empty() ? paragraph(statement.source->words)
                                                                            : paragraph("近い文は見つかりません。");
  page.main = {element("div", {{"class", "column side"}},
                       card("報告書では", {report_page(context, statement.source->evidence), words})),
               element("div", {{"class", "column"}},
                       {heading(statement.name.ja),
                        element("div", {{"class", "ours"}}, {small("下書きの文"), paragraph(statement.plain)}),
                        element("p", {{"class", "row"}}, link_button(back, "もどる", Weight::main))})};
  return page;
}

}  // namespace hub::web
