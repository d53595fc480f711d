// The panel's desk on a real one, before izumi's content.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "desk/report_reading.h"
#include "kiosk/panel_desk.h"
#include "support/disk_place.h"
#include "support/fixtures.h"

namespace hub::tests {

inline const base::Date kPanelDay = std::chrono::year(2026) / 11 / 27;
inline const std::string kDoubtfulReport = HUB_SOURCE_DIR "/tests/report/fixtures/konan-2026.txt";

struct Panel : DiskPlace {
  Panel() {
    std::filesystem::copy(HUB_SOURCE_DIR "/content", *this / "content", std::filesystem::copy_options::recursive);
    panel.enter("izumi");
  }
  kiosk::PanelDeskSetup setup() {
    kiosk::PanelDeskSetup setup;
    setup.state_folder = *this / "state";
    setup.content_folder = *this / "content";
    setup.frame_context.screen = {800, 480};
    setup.frame_context.today = kPanelDay;
    setup.screen_context = screen_context.get();
    return setup;
  }
  // As the job does it.
  void open_report() {
    const auto read = desk::read_report(base::DiskFiles(), kDoubtfulReport, true);
    REQUIRE(read.document);
    REQUIRE(desk.open(bytes_of(kDoubtfulReport), "報告書.txt", read.document.value(), true).ok());
  }
  ui::DeskView look() {
    if (auto changed = panel.look()) seen = *std::move(changed);
    return seen;
  }
  void ask(ui::DeskTask what) { panel.ask({++ticket, std::move(what)}); }
  std::vector<std::string> waiting() const { return jobs.waiting(); }
  void end_job(desk::JobProgress::State state,
               const base::Error& why = {{"読めませんでした。", "It could not be read."}, {}}) {
    REQUIRE(waiting().size() == 1);
    desk::JobProgress progress;
    progress.state = state;
    progress.fraction = 1;
    progress.message = why.what;
    progress.remedy = why.remedy;
    REQUIRE(jobs.finish(waiting().front(), progress).ok());
  }

  base::VirtualClock clock{kPanelDay};
  base::SystemCalls calls;
  desk::Desk desk{calls, clock, {*this / "state", *this / "content", "izumi"}};
  desk::JobQueue jobs{calls, *this / "state", "izumi"};
  std::unique_ptr<render::ScreenContext> screen_context = render::ScreenContext::open().value();
  kiosk::PanelDesk panel{clock, setup()};
  ui::DeskView seen;
  int ticket = 0;
};

}  // namespace hub::tests
