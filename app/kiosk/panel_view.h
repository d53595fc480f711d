// What the panel shows of a desk (ui/state/desk_view.h), and what its answers mean to the desk.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "desk/store/editor_door.h"
#include "desk/store/pack_news.h"
#include "desk/store/stick_news.h"
#include "desk/typing.h"
#include "ui/state/desk_view.h"

namespace hub::kiosk {

// Of one question: the desk's names for what the panel numbers.
struct AnswerKeys {
  struct One {
    ui::DeskView::Choice::Kind kind = ui::DeskView::Choice::Kind::answer;
    std::string choice;  // of an answer
  };
  std::vector<One> choices;
  std::vector<std::string> places;  // choices of the desk, each a place
  std::vector<std::string> line_places;
  std::vector<report::Place> lines;  // of the page, as they are shown
  int page = 0;                      // of the report; 0: it has none, or none can be drawn
  report::PageBox box;               // what the question is about, on it
  double page_width_pt = 0;
  std::optional<desk::Collision> collision;  // it is about this one, and the choices are ours and theirs
};

struct PanelDraft {
  ui::DeskView::Draft draft;
  std::vector<int> questions;    // their numbers at the desk; -1: about a collision
  std::vector<AnswerKeys> keys;  // the same order
};

// What the desk knows of a draft beside itself.
struct AboutDraft {
  std::vector<desk::StatementChange> changes;
  std::vector<desk::Hindrance> hindrances;
  std::vector<desk::Statement> differing;      // from the report that it was read from
  std::vector<desk::Collision> collisions;     // that nobody has decided
  const report::Document* document = nullptr;  // the report's lines; null: they are not there any more
  std::string looked_at = {};                  // the question whose places are told with what follows from each
};

PanelDraft panel_draft(const desk::Work& work, const AboutDraft& about);
// The page's picture, and the place on it. `page` is whole.
void show_page(ui::DeskView::Question& question, const AnswerKeys& keys, const ui::SharedBitmap& page);
ui::DeskView::Version panel_version(const desk::PublishedVersion& version);
ui::DeskView::Item panel_item(const desk::InboxItem& item);
// Of today's stick and today's packs, however they came; what an earlier one brought is told by inbox and history.
std::optional<ui::DeskView::Notice> panel_stick(const std::optional<desk::StickNews>& news,
                                                const std::vector<desk::PackNews>& packs, base::Date today);

// `wanted`: by staff, as far as anybody knows. `waits`: it was asked for a moment ago, and did not run since. Nothing
// of `now`: it does not run.
ui::DeskView::Editor panel_editor(bool wanted, bool waits, const std::optional<desk::EditorNow>& now);

}  // namespace hub::kiosk
