// Staff at the desk's pages of the panel: which page shows, what they have chosen on it so far, what they wait for; and
// the preview, in which the kiosk shows the draft.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/one_of.h"
#include "ui/state/desk_request.h"
#include "ui/state/desk_view.h"
#include "ui/state/effect.h"

namespace hub::ui {

struct UiState;

enum class DeskPage {
  none,      // the panel
  shown,     // いま映っているもの
  inbox,     // 報告書を入れる
  replace,   // whether an item may take the place of the draft
  draft,     // what was found, and what to do next
  question,  // one card
  places,    // where words go, for a question
  lines,     // which lines of the page, for a question
  changes,   // 変わるところ
  done,      // 映しました, or gone back
  history,   // 前に戻す
  version,   // whether to go back to this one
  editor,    // パソコンやスマホで編集する
};

enum class DeskWait { none, reading, preview, publishing, going_back };

// Part of PageState.
struct DeskPageState {
  DeskPage page = DeskPage::none;
  std::string of;      // id of the item, question or version that the page is about
  int choice = 0;      // places, lines: the choice of the question that they belong to, from 1
  int first_line = 0;  // lines: chosen so far, from 1; 0: none yet
  int last_line = 0;
  bool whole_page = false;  // of the report, instead of the part that the question is about
  bool previewed = false;   // the draft, since it changed last
  bool went_back = false;   // done: to an earlier version
  DeskWait waits = DeskWait::none;
  int ticket = 0;        // of the request that is waited for
  bool preview = false;  // the draft's screens show; the pages wait behind them
  bool operator==(const DeskPageState&) const = default;
};

struct ShowDesk {
  DeskPage page;
  std::string of = {};
  int choice = 0;
};
struct AnswerAndGoOn {
  GiveAnswer answer;
  std::string next;  // id of the question that shows then; empty: the draft's page
};
struct PutOffAndGoOn {
  std::string question;  // its id
  std::string next;      // as above
};
struct ChooseLine {
  int line;  // from 1
};
struct ForgetLines {};
struct TogglePage {};  // the whole page of the report, or the part
struct AskDesk {
  DeskTask what;
};
struct DeskAnswered {  // what was waited for is done
  bool refused;
};
struct PreviewCame {};  // the draft's screens show from now on
struct LeavePreview {};

using DeskAction = base::OneOf<ShowDesk, AnswerAndGoOn, PutOffAndGoOn, ChooseLine, ForgetLines, TogglePage, AskDesk,
                               DeskAnswered, PreviewCame, LeavePreview>;

std::vector<Effect> apply_desk(UiState& state, const DeskAction& action, base::Instant now);
// もどる: to the page before, on the panel's side or out of the preview. False: it is none of the desk's.
bool desk_back(UiState& state, base::Instant now);

// What the view says about what is waited for; nothing for most.
std::optional<DeskAction> desk_sees(const UiState& state, const DeskView* view);

}  // namespace hub::ui
