// The pieces that the desk's pages share.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ui/screens/staff/staff_widgets.h"

namespace hub::ui {

// Evidence beside the answers, not above them.
bool desk_beside(const BuildContext& context);
int desk_gap(const BuildContext& context);         // between cards
int desk_button_gap(const BuildContext& context);  // between what is pressed

// Of running text: smaller on a narrow screen, where everything else would be scrolled away.
Role desk_text(const BuildContext& context);

// A page of the desk: its head with もどる, what became of the last request, then the rest.
Element desk_page(const BuildContext& context, const Words& title, std::vector<Element> inside);

// Of a page that holds little: with room above and below it.
std::vector<Element> desk_alone(std::vector<Element> alone);
Element desk_notice(const BuildContext& context, const DeskView::Notice& notice);
// Something to press that leads on; without an action it stands there and says so. The strong one is what comes next.
Element desk_action(const BuildContext& context, std::string_view words_key, bool strong, std::optional<Action> tap);
// Beside each other where they fit, else below each other; in half a page's width they do not.
Element desk_actions(const BuildContext& context, std::vector<Element> buttons, bool half = false);
// How much of a work is done, 0 … 1.
Element desk_bar(const BuildContext& context, double fraction);
// A picture in a frame, at most so high.
Element desk_picture(const BuildContext& context, const SharedBitmap& bitmap, int most_height_px);
// Since when it shows, and from which report: lines of a card.
std::vector<Element> desk_version_lines(const BuildContext& context, const DeskView::Version& version);

// The desk's pages, a file each for those that belong together.
Element desk_inbox(const BuildContext& context, const DeskView& desk);
Element desk_replace(const BuildContext& context, const DeskView& desk);
Element desk_draft(const BuildContext& context, const DeskView& desk);
Element desk_changes(const BuildContext& context, const DeskView& desk);
Element desk_question(const BuildContext& context, const DeskView& desk);
Element desk_places(const BuildContext& context, const DeskView& desk);
Element desk_lines(const BuildContext& context, const DeskView& desk);
Element desk_shown(const BuildContext& context, const DeskView& desk);
Element desk_history(const BuildContext& context, const DeskView& desk);
Element desk_version(const BuildContext& context, const DeskView& desk);
Element desk_editor(const BuildContext& context, const DeskView& desk);
Element desk_done(const BuildContext& context, const DeskView& desk);

}  // namespace hub::ui
