// The desk of one kiosk as its panel needs it: reads and changes the draft itself, and leaves what takes long or needs
// a sandbox (reading, pages' pictures, publishing) to the jobs of `hub-kiosk work`.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/json/letters.h"
#include "desk/jobs/job_queue.h"
#include "kiosk/blocking_desk.h"
#include "kiosk/panel_view.h"
#include "render/screen_context.h"

namespace hub::kiosk {

// The editor in a browser, which systemd starts for staff.
struct PanelEditorSetup {
  std::string run_folder;  // where it says how it is
  std::string boot_id;     // of this switching-on
};

struct PanelDeskSetup {
  std::string state_folder;    // not empty
  std::string content_folder;  // what this kiosk shows
  content::CanDraw can_draw;
  ui::FrameContext frame_context;                   // what a draft's screens are prepared for
  render::ScreenContext* screen_context = nullptr;  // outlives this
  std::string screen_name = {};                     // among many; empty: it is one alone
  std::optional<PanelEditorSetup> editor = {};      // nothing: this kiosk has none
};

class PanelDesk : public BlockingDesk {
 public:
  // `clock` outlives it.
  PanelDesk(const base::Clock& clock, PanelDeskSetup setup) : clock_(clock), setup_(std::move(setup)) {}

  void enter(const std::string& hub) override;
  void ask(const ui::DeskRequest& request) override;
  std::optional<ui::DeskView> look() override;
  std::unique_ptr<render::HubScreens> take_preview() override { return std::move(preview_); }
  void leave() override;

 private:
  // A job that staff wait for.
  struct Waited {
    std::string job;
    int ticket = 0;
  };

  void carry_out(const ui::LookAtDesk& what, int ticket);
  void carry_out(const ui::OpenItem& what, int ticket);
  void carry_out(const ui::StopJob& what, int ticket);
  void carry_out(const ui::GiveAnswer& what, int ticket);
  void carry_out(const ui::PutOff& what, int ticket);
  void carry_out(const ui::TakeAnswerBack& what, int ticket);
  void carry_out(const ui::PreviewDraft& what, int ticket);
  void carry_out(const ui::PublishDraft& what, int ticket);
  void carry_out(const ui::GoBackTo& what, int ticket);
  void carry_out(const ui::StartEditor& what, int ticket);
  void carry_out(const ui::StopEditor& what, int ticket);

  void begin(const desk::Job& job, int ticket);
  void follow_job();
  void follow_picture();
  void follow_home();
  void follow_editor();
  void want_page_of(const std::string& question);
  std::optional<std::size_t> index_of(const std::string& question) const;
  void read_versions();
  void add_picture(ui::DeskView::Version& version);
  void refuse(int ticket, const base::Error& why);
  void done(int ticket);
  desk::Desk::By by() const { return {{}, revision_}; }
  base::Status give(const ui::GiveAnswer& what);
  std::string what_there_is() const;
  void read_all();
  void read_draft();

  const base::Clock& clock_;
  PanelDeskSetup setup_;
  base::SystemCalls calls_;
  base::DiskFiles files_;
  std::optional<desk::Desk> desk_;  // of the hub; nothing: there is none
  std::optional<desk::JobQueue> jobs_;
  std::optional<Waited> waited_;
  ui::DeskView view_;
  bool changed_ = false;
  std::string known_;   // what there was when the view was made
  int revision_ = 0;    // of the draft in the view; 0: there is none
  std::string source_;  // of that draft: its report's SHA-256
  PanelDraft draft_;
  int wanted_page_ = 0;  // of the report, whose picture a job makes; 0: none does
  std::string picture_job_;
  std::map<int, ui::SharedBitmap> pages_;  // of this draft's report, as long as staff are there
  std::string looked_at_;                  // the question that staff look at
  bool versions_wanted_ = false;           // staff have come to what shows, or showed
  std::map<int, ui::SharedBitmap> homes_;  // of versions; null: it cannot be drawn
  int drawn_version_ = 0;                  // of which a job draws the picture; 0: none does
  std::string home_job_;
  std::optional<base::Instant> editor_asked_;  // when staff asked for it; nothing: it has run since
  std::unique_ptr<render::HubScreens> preview_;
};

}  // namespace hub::kiosk
