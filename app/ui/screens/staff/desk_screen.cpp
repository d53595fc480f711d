// The desk's pages of the panel: which of them shows, the work that runs, and the band over the preview.
#include <algorithm>
#include <cmath>

#include "ui/layout/icons.h"
#include "ui/screens/screens.h"
#include "ui/screens/staff/desk_widgets.h"

namespace hub::ui {

namespace {

using Work = DeskView::Work;

std::string_view work_key(Work work) {
  switch (work) {
    case Work::reading:
      return "panel.work.reading";
    case Work::pictures:
      return "panel.work.pictures";
    case Work::inspecting:
      return "panel.work.inspecting";
    case Work::publishing:
      return "panel.work.publishing";
    case Work::going_back:
      return "panel.work.back";
  }
  return {};
}

std::string_view wait_key(DeskWait wait) {
  switch (wait) {
    case DeskWait::none:
      break;
    case DeskWait::reading:
      return "panel.work.reading";
    case DeskWait::preview:
      return "panel.work.preview";
    case DeskWait::publishing:
      return "panel.work.publishing";
    case DeskWait::going_back:
      return "panel.work.back";
  }
  return "panel.work.wait";
}

std::string_view title_key(DeskWait wait) {
  switch (wait) {
    case DeskWait::preview:
      return "panel.draft.preview";
    case DeskWait::publishing:
      return "panel.draft.publish";
    case DeskWait::going_back:
      return "panel.desk.history";
    case DeskWait::none:
    case DeskWait::reading:
      break;
  }
  return "panel.inbox.title";
}

// What is waited for, or runs although nobody waits for it any more.
Element work_page(const BuildContext& context, const DeskView& desk) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  const DeskWait waits = context.state.staff.desk.waits;
  const bool runs = desk.job.has_value() && waits != DeskWait::preview;
  const double fraction = runs ? desk.job->fraction : 0;
  const std::string percent = std::to_string(static_cast<int>(std::lround(bounded(fraction, 0.0, 1.0) * 100)));
  std::vector<Element> inside = {
      staff_line(context, say(context, runs ? work_key(desk.job->work) : wait_key(waits)), Role::goal, p.ink)
          .with_key("what")};
  if (runs && !desk.job->message.empty()) {
    inside.push_back(staff_line(context, desk.job->message, desk_text(context), p.ink).with_key("message"));
  }
  if (waits != DeskWait::preview) {
    inside.push_back(desk_bar(context, fraction));
    inside.push_back(staff_line(context, say(context, "panel.work.percent", {{"n", percent}}), Role::label, p.ink)
                         .with_key("percent"));
  }
  Element e = card(context, p.card, std::move(inside));
  e.gap_px = m.gap(0.5);
  std::vector<Element> all = {std::move(e).with_key("work"),
                              staff_line(context, say(context, "panel.work.note"), Role::caption, p.ink_soft)};
  if (runs && desk.job->can_stop) {
    all.push_back(small_staff_button(context, "panel.work.stop", DeskAction(AskDesk{StopJob{}})).with_key("stop"));
  }
  return desk_page(context, say(context, title_key(waits)), desk_alone(std::move(all)));
}

}  // namespace

bool shows_desk(const BuildContext& context) {
  return context.desk != nullptr && context.state.staff.desk.page != DeskPage::none;
}

Element desk_screen(const BuildContext& context) {
  const DeskView& desk = *context.desk;
  const DeskPageState& at = context.state.staff.desk;
  if (at.waits != DeskWait::none) return work_page(context, desk);
  const bool has_draft = desk.draft.has_value();
  switch (at.page) {
    case DeskPage::replace:
      return desk_replace(context, desk);
    case DeskPage::draft:
      return has_draft ? desk_draft(context, desk) : desk_inbox(context, desk);
    case DeskPage::question:
      return has_draft ? desk_question(context, desk) : desk_inbox(context, desk);
    case DeskPage::places:
      return has_draft ? desk_places(context, desk) : desk_inbox(context, desk);
    case DeskPage::lines:
      return has_draft ? desk_lines(context, desk) : desk_inbox(context, desk);
    case DeskPage::changes:
      return has_draft ? desk_changes(context, desk) : desk_inbox(context, desk);
    case DeskPage::shown:
      return desk_shown(context, desk);
    case DeskPage::done:
      return desk_done(context, desk);
    case DeskPage::history:
      return desk_history(context, desk);
    case DeskPage::version:
      return desk_version(context, desk);
    case DeskPage::editor:
      return desk_editor(context, desk);
    case DeskPage::none:
    case DeskPage::inbox:
      break;
  }
  return desk.job ? work_page(context, desk) : desk_inbox(context, desk);
}

Element preview_band(const BuildContext& context) {
  const Metrics& m = context.metrics;
  const Palette& p = context.palette;
  Element words = plain_text(context, say(context, "panel.preview"), Role::label, p.on_sun);
  words.style.size_px = m.gap(role_style(Role::label).size_em);  // it does not grow with the text
  words.style.line_height_px = m.gap(role_style(Role::label).size_em * role_style(Role::label).pitch);
  Element back = small_staff_button(context, "panel.preview.back", DeskAction(LeavePreview{}));
  back.children[0].style = words.style;
  back.min_height_px = m.target_px();
  back.pad = Insets::sides(m.gap(0.7), 0);
  Element e = row(m.gap(0.4), {std::move(words).with_key("words").growing(), std::move(back).with_key("leave")});
  e.pad = Insets::sides(m.margin_px(), m.gap(0.15));
  e.box_style.fill = p.sun;
  return std::move(e).with_key("preview");
}

}  // namespace hub::ui
