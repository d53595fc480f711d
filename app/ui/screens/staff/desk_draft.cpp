// What was found in a report and what comes next, what would change, and what came of publishing.
#include <algorithm>
#include <utility>

#include "content/model/year.h"
#include "ui/layout/icons.h"
#include "ui/screens/staff/desk_widgets.h"

namespace hub::ui {

namespace {

int open_questions(const DeskView::Draft& draft) {
  return static_cast<int>(std::ranges::count_if(draft.questions, [](const DeskView::Question& q) { return !q.given; }));
}

Element found(const BuildContext& context, const DeskView::Draft& draft) {
  const Palette& p = context.palette;
  std::vector<Element> inside = {staff_line(context, draft.source, Role::caption, p.ink_soft)};
  for (const std::string& sentence : draft.found) {
    inside.push_back(bullet(context, staff_line(context, sentence, desk_text(context), p.ink)));
  }
  Element e = staff_section(context, icon::document, "panel.draft.found", std::move(inside));
  e.gap_px = context.metrics.gap(0.4);
  return std::move(e).with_key("found");
}

Element questions(const BuildContext& context, const DeskView::Draft& draft) {
  const Palette& p = context.palette;
  const int count = static_cast<int>(draft.questions.size());
  const int open = open_questions(draft);
  std::vector<Element> inside;
  if (count == 0) {
    inside.push_back(staff_line(context, say(context, "panel.draft.no-questions"), desk_text(context), p.ink));
  } else {
    const std::string n = std::to_string(count);
    const Words words = open > 0 ? say(context, "panel.draft.questions", {{"n", n}, {"left", std::to_string(open)}})
                                 : say(context, "panel.draft.answered", {{"n", n}});
    inside.push_back(staff_line(context, words, desk_text(context), p.ink));
    const auto later =
        std::ranges::count_if(draft.questions, [](const DeskView::Question& q) { return q.later && !q.given; });
    if (later > 0) {
      const Words put_off = say(context, "panel.draft.later", {{"n", std::to_string(later)}});
      inside.push_back(staff_line(context, put_off, Role::caption, p.ink_soft).with_key("later"));
    }
    const auto first = std::ranges::find_if(draft.questions, [](const DeskView::Question& q) { return !q.given; });
    const std::string& id = first == draft.questions.end() ? draft.questions.front().id : first->id;
    inside.push_back(desk_action(context, open > 0 ? "panel.draft.check" : "panel.draft.look-again", open > 0,
                                 DeskAction(ShowDesk{DeskPage::question, id}))
                         .with_key("check"));
  }
  return staff_section(context, icon::bulb, "panel.draft.to-check", std::move(inside)).with_key("questions");
}

Element changes_card(const BuildContext& context, const DeskView::Draft& draft) {
  const Palette& p = context.palette;
  const auto count = static_cast<int>(draft.changes.size());
  const Words words = count == 0 ? say(context, "panel.changes.none")
                                 : say(context, "panel.changes.count", {{"n", std::to_string(count)}});
  std::vector<Element> inside = {staff_line(context, words, desk_text(context), p.ink)};
  if (count > 0 || !draft.differing.empty()) {
    inside.push_back(
        desk_action(context, "panel.changes.see", false, DeskAction(ShowDesk{DeskPage::changes})).with_key("see"));
  }
  return staff_section(context, icon::cycle, "panel.changes.title", std::move(inside)).with_key("changes");
}

// 画面で見る, then 画面に映す.
Element on_the_screen(const BuildContext& context, const DeskView::Draft& draft) {
  const Palette& p = context.palette;
  const bool open = open_questions(draft) > 0;
  const bool previewed = context.state.staff.desk.previewed;
  std::optional<Action> publish;
  if (draft.can_publish) publish = DeskAction(AskDesk{PublishDraft{}});
  std::vector<Element> inside;
  const std::string_view note = !draft.can_publish ? "panel.draft.blocked"
                                : open             ? "panel.draft.may-publish"
                                                   : "panel.draft.publish.note";
  inside.push_back(staff_line(context, say(context, note), desk_text(context), p.ink).with_key("note"));
  inside.push_back(desk_actions(
      context,
      {desk_action(context, "panel.draft.preview", !open && !previewed, DeskAction(AskDesk{PreviewDraft{}}))
           .with_key("preview"),
       desk_action(context, "panel.draft.publish", !open && previewed, publish).with_key("publish")},
      desk_beside(context)));
  return staff_section(context, icon::flag, "panel.draft.show", std::move(inside)).with_key("show");
}

Element statement(const BuildContext& context, std::string_view label_key, const std::string& words, Colour fill) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  Element e = column(m.gap(0.1), {staff_line(context, say(context, label_key), Role::label, p.ink_soft),
                                  staff_line(context, words, desk_text(context), p.ink)});
  e.pad = Insets::sides(m.gap(0.5), m.gap(0.3));
  e.box_style.fill = fill;
  e.box_style.radius_px = m.gap(0.4);
  return e;
}

// One change, and what stood and stands there.
Element two_texts(const BuildContext& context, const DeskView::Change& change, std::string_view before_key,
                  std::string_view after_key) {
  const Palette& p = context.palette;
  std::vector<Element> inside = {staff_line(context, change.what, Role::heading, p.ink)};
  if (!change.before.empty()) inside.push_back(statement(context, before_key, change.before, p.challenge().tint));
  if (!change.after.empty()) inside.push_back(statement(context, after_key, change.after, p.outcome().tint));
  Element e = card(context, p.card, std::move(inside));
  e.gap_px = context.metrics.gap(0.35);
  return e;
}

}  // namespace

Element desk_draft(const BuildContext& context, const DeskView& desk) {
  const DeskView::Draft& draft = *desk.draft;
  const int gap = desk_gap(context);
  std::vector<Element> notices;
  for (const DeskView::Notice& notice : draft.notices) {
    Element e = desk_notice(context, notice);
    if (!notice.question.empty()) {
      const Action way = DeskAction(ShowDesk{DeskPage::question, notice.question});
      Element button = small_staff_button(context, "panel.draft.to-question", way).with_key("way");
      button.box_style.fill = context.palette.card;
      const bool wide = context.metrics.width_class() == WidthClass::wide;
      std::vector<Element>& beside = wide ? e.children.front().children : e.children;
      beside.push_back(std::move(button));
      e.gap_px = context.metrics.gap(0.3);
    }
    notices.push_back(std::move(e).with_key("notice" + std::to_string(notices.size() + 1)));
  }
  std::vector<Element> all;
  if (!notices.empty()) all.push_back(column(gap, std::move(notices)).with_key("notices"));
  if (desk_beside(context)) {
    Element left = column(gap, {found(context, draft).growing(), changes_card(context, draft)});
    Element right = column(gap, {questions(context, draft), on_the_screen(context, draft).growing()});
    Element both = row(gap, {std::move(left).growing(), std::move(right).growing()});
    both.across = Align::stretch;
    all.push_back(std::move(both));
  } else {
    all.push_back(found(context, draft));
    all.push_back(questions(context, draft));
    all.push_back(changes_card(context, draft));
    all.push_back(on_the_screen(context, draft));
  }
  return desk_page(context, say(context, "panel.draft.title"), std::move(all));
}

Element desk_changes(const BuildContext& context, const DeskView& desk) {
  const Palette& p = context.palette;
  std::vector<Element> all;
  for (const DeskView::Change& change : desk.draft->changes) {
    Element e = two_texts(context, change, "panel.changes.before", "panel.changes.after");
    all.push_back(std::move(e).with_key("change" + std::to_string(all.size() + 1)));
  }
  if (all.empty()) all.push_back(staff_line(context, say(context, "panel.changes.none"), desk_text(context), p.ink));
  if (desk.draft->differing.empty()) return desk_page(context, say(context, "panel.changes.title"), std::move(all));
  all.push_back(
      staff_line(context, say(context, "panel.changes.differing"), Role::heading, p.hub).with_key("differing"));
  int number = 0;
  for (const DeskView::Change& one : desk.draft->differing) {
    Element e = two_texts(context, one, "panel.question.report", "panel.question.ours");
    all.push_back(std::move(e).with_key("differs" + std::to_string(++number)));
  }
  return desk_page(context, say(context, "panel.changes.title"), std::move(all));
}

Element desk_done(const BuildContext& context, const DeskView& desk) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const bool back = context.state.staff.desk.went_back;
  const Words title = say(context, back ? "panel.done.back" : "panel.done.published");
  std::vector<Element> words;
  if (desk.shown) words = desk_version_lines(context, *desk.shown);
  Element said = column(m.gap(0.2), std::move(words));
  const bool narrow = m.width_class() == WidthClass::narrow;
  Element disc = icon_disc(context, icon::check,
                           m.em(narrow          ? 1.4
                                : context.low() ? 1.8
                                                : 2.6),
                           p.outcome().strong, p.on_strong);
  Element done = staff_line(context, title, title_role(context), p.ink).with_key("done");
  Element how_back =
      staff_line(context, say(context, "panel.done.how-back"), desk_text(context), p.ink).with_key("how-back");
  std::optional<Element> picture;
  if (desk.shown && desk.shown->picture) {
    picture = desk_picture(context, desk.shown->picture, context.viewport.h * 2 / 5).with_key("picture");
  }
  std::vector<Element> what;
  if (narrow) {
    what = {row(m.gap(0.5), {std::move(disc), std::move(done).growing()}), std::move(said)};
  } else {
    said.children.insert(said.children.begin(), std::move(done));
    Element head = row(m.gap(0.8), {std::move(disc), std::move(said).growing()});
    head.across = Align::start;
    if (picture && desk_beside(context)) head.children.push_back((*std::exchange(picture, std::nullopt)).growing(0.7));
    what = {std::move(head)};
  }
  what.push_back(std::move(how_back));
  std::vector<Element> all = {card(context, p.outcome().tint, std::move(what)).with_key("what")};
  all.push_back(desk_actions(
      context, {desk_action(context, "panel.done.close", true, Go{Route{Route::Page::home}}).with_key("leave"),
                desk_action(context, "panel.desk.history", false, DeskAction(ShowDesk{DeskPage::history}))
                    .with_key("history")}));
  if (picture) all.push_back(*std::move(picture));
  return desk_page(context, say(context, "panel.draft.show"), std::move(all));
}

}  // namespace hub::ui
