#include "ui/state/desk_state.h"

#include <algorithm>

#include "ui/state/state.h"
#include "ui/state/to_top.h"

namespace hub::ui {

namespace {

void show(UiState& state, const ShowDesk& what, base::Instant now) {
  DeskPageState& desk = state.staff.desk;
  const bool for_lines = desk.page == DeskPage::lines && what.page == DeskPage::places;
  if (!for_lines) desk.first_line = desk.last_line = 0;
  desk.page = what.page;
  desk.of = what.of;
  desk.choice = what.choice;
  desk.whole_page = false;
  to_top(state, now);
}

DeskWait wait_for(const DeskTask& what) {
  if (what.is<OpenItem>()) return DeskWait::reading;
  if (what.is<PreviewDraft>()) return DeskWait::preview;
  if (what.is<PublishDraft>()) return DeskWait::publishing;
  if (what.is<GoBackTo>()) return DeskWait::going_back;
  return DeskWait::none;
}

// Where もどる leads from a page of the desk.
DeskPage page_before(DeskPage page) {
  switch (page) {
    case DeskPage::replace:
    case DeskPage::draft:
      return DeskPage::inbox;
    case DeskPage::question:
    case DeskPage::changes:
      return DeskPage::draft;
    case DeskPage::places:
    case DeskPage::lines:
      return DeskPage::question;
    case DeskPage::version:
      return DeskPage::history;
    default:
      return DeskPage::none;
  }
}

struct ApplyDesk {
  UiState& state;
  base::Instant now;
  std::vector<Effect>& effects;

  DeskPageState& desk() const { return state.staff.desk; }
  int ask(DeskTask what) const {
    effects.emplace_back(DeskRequest{++state.desk_requests, std::move(what)});
    return state.desk_requests;
  }

  void go_on(const std::string& next) const {
    if (!next.empty()) ask(LookAtDesk{next});
    show(state, {next.empty() ? DeskPage::draft : DeskPage::question, next}, now);
  }

  void operator()(const ShowDesk& action) const {
    const bool comes = desk().page == DeskPage::none && action.page != DeskPage::none;
    const bool to_card = action.page == DeskPage::question;
    const bool to_versions = action.page == DeskPage::shown || action.page == DeskPage::history;
    if (comes || to_card || to_versions) ask(LookAtDesk{to_card ? action.of : std::string(), to_versions});
    show(state, action, now);
  }
  void operator()(const AnswerAndGoOn& action) const {
    if (desk().page == DeskPage::none) return;
    ask(action.answer);
    desk().previewed = false;
    go_on(action.next);
  }
  void operator()(const PutOffAndGoOn& action) const {
    if (desk().page == DeskPage::none) return;
    ask(PutOff{action.question});
    go_on(action.next);
  }
  // The second line that is touched ends what the first one begins, whichever stands above; a third begins anew.
  void operator()(const ChooseLine& action) const {
    DeskPageState& d = desk();
    if (d.page != DeskPage::lines || action.line < 1) return;
    if (d.first_line == 0 || d.first_line != d.last_line) {
      d.first_line = d.last_line = action.line;
    } else {
      d.last_line = std::max(d.first_line, action.line);
      d.first_line = std::min(d.first_line, action.line);
    }
  }
  void operator()(const ForgetLines&) const { desk().first_line = desk().last_line = 0; }
  void operator()(const TogglePage&) const { desk().whole_page = !desk().whole_page; }
  void operator()(const AskDesk& action) const {
    // One thing at a time; what runs may be stopped.
    const DeskWait wait = wait_for(action.what);
    if (wait != DeskWait::none && desk().waits != DeskWait::none) return;
    const int ticket = ask(action.what);
    if (action.what.is<TakeAnswerBack>()) desk().previewed = false;
    if (wait == DeskWait::none) return;
    desk().waits = wait;
    desk().ticket = ticket;
    to_top(state, now);
  }
  void operator()(const DeskAnswered& action) const {
    const DeskWait waited = desk().waits;
    if (waited == DeskWait::none || (waited == DeskWait::preview && !action.refused)) return;
    desk().waits = DeskWait::none;
    to_top(state, now);  // where a page says what came of it
    if (action.refused) return;
    desk().previewed = false;
    desk().went_back = waited == DeskWait::going_back;
    if (waited != DeskWait::reading) ask(LookAtDesk{{}, true});
    show(state, {waited == DeskWait::reading ? DeskPage::draft : DeskPage::done}, now);
  }
  void operator()(const PreviewCame&) const {
    if (desk().waits != DeskWait::preview) return;
    desk().waits = DeskWait::none;
    desk().preview = desk().previewed = true;
    state.route = {Route::Page::home};
    state.sheet = Sheet::none;
    to_top(state, now);
  }
  void operator()(const LeavePreview&) const {
    if (!desk().preview) return;
    desk().preview = false;
    state.route = {Route::Page::staff};
    state.sheet = Sheet::none;
    state.phrase = 0;
    state.language = "ja";
    state.furigana = false;
    to_top(state, now);
  }
};

}  // namespace

std::vector<Effect> apply_desk(UiState& state, const DeskAction& action, base::Instant now) {
  std::vector<Effect> effects;
  if (state.staff.open) action.visit(ApplyDesk{state, now, effects});
  return effects;
}

bool desk_back(UiState& state, base::Instant now) {
  const DeskPageState& desk = state.staff.desk;
  if (!state.staff.open || state.sheet != Sheet::none) return false;
  if (desk.preview) {
    if (state.route.page != Route::Page::home) return false;
    apply_desk(state, LeavePreview{}, now);
    return true;
  }
  if (state.route.page != Route::Page::staff || desk.page == DeskPage::none) return false;
  const DeskPage before = page_before(desk.page);
  show(state, {before, before == DeskPage::question ? desk.of : std::string()}, now);
  return true;
}

std::optional<DeskAction> desk_sees(const UiState& state, const DeskView* view) {
  const DeskPageState& desk = state.staff.desk;
  if (view == nullptr || desk.waits == DeskWait::none || view->answered < desk.ticket) return std::nullopt;
  if (desk.waits == DeskWait::preview && !view->refused) return std::nullopt;  // its screens are on their way
  return DeskAnswered{view->refused};
}

}  // namespace hub::ui
