// 開いている時間（曜日ごと）: seven days, and those that differ, as one form.
#include "web/pages/opening_days.h"
#include "web/pages/statement_editor.h"
#include "web/pages/typed_pages.h"

namespace hub::web {

namespace {

Markup day_field(const std::string& id, std::size_t day, const std::string& words) {
  const std::string field = id + "-" + kDayWords[day];
  return element("div", {{"class", "day"}},
                 {element("label", {{"for", field}}, kDayNames[day]), element("input", {{"id", field},
                                                                                        {"name", kDayWords[day]},
                                                                                        {"type", "text"},
                                                                                        {"value", words},
                                                                                        {"autocomplete", "off"},
                                                                                        {"maxlength", 200}})});
}

}  // namespace

Markup opening_form(const EditorPlace& place, const desk::Statement& one, const OpeningDays& days) {
  const std::string id = field_id(one.address, "ja");
  Markup fields;
  for (std::size_t i = 0; i < kDayNames.size(); ++i) fields += day_field(id, i, days.days[i]);
  const std::string more = id + "-exceptions";
  const Markup content = {
      hidden_edit(place, "opening"),
      hidden_field("at", word_of(one.address)),
      hidden_field("saw", one.value),
      element("fieldset", {{"class", "days"}, {"id", id}},
              {element("legend", {}, one.name.ja),
               small("「9:30〜16:00」のように書きます。昼に閉まる日は「9:30〜12:00、13:00〜16:"
                     "00」。休みの日は空けておきます。"),
               fields}),
      element("label", {{"for", more}}, "年末年始など、ちがう日"),
      small("1 行に 1 つ、「12月29日〜1月3日 休み」「11月23日 10:00〜12:00」のように書きます。"),
      element("textarea", {{"id", more}, {"name", "exceptions"}, {"rows", 3}, {"autocomplete", "off"}},
              days.exceptions),
      element("p", {{"class", "state"}, {"role", "status"}}, ""),
      element("p", {{"class", "row"}}, button("開いている時間を保存"))};
  return element("div", {{"class", "keeps"}, {"data-keep", word_of(one.address)}},
                 form_to(place.context, place.context.to({"type"}), content));
}

Page refused_opening_page(const PageContext& context, const desk::Texts& texts, const TypedPart& part,
                          const OpeningDays& days, const base::Error& why) {
  Page page{Step::words, "保存できませんでした", {}};
  const EditorPlace place{context, texts, part};
  Markup form;
  for (const desk::Statement* one : part.statements) {
    if (one->kind == desk::Statement::Kind::opening) form = opening_form(place, *one, days);
  }
  page.main = {heading("保存できませんでした"), trouble(why), card("", form),
               element("p", {{"class", "row"}}, link_button(place.back(), "もとのページへ", Weight::quiet))};
  return page;
}

}  // namespace hub::web
