// The desk of a virtual kiosk: a made-up report lies in its inbox, reading and publishing take their virtual time, and
// nothing is written anywhere. It has no editor. What it publishes is what showed, with another tagline.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "content/model/snapshot.h"
#include "kiosk/desk_service.h"

namespace hub::replay {

class VirtualKiosk;

class VirtualDesk : public kiosk::DeskService {
 public:
  static constexpr std::string_view kDraftTagline = "下書きのことばです";

  // Before staff come. The kiosk outlives this.
  void work_at(VirtualKiosk& kiosk) { kiosk_ = &kiosk; }

  void enter(const std::string&) override {}
  void ask(const ui::DeskRequest& request) override;
  std::shared_ptr<const ui::DeskView> view() override;
  std::optional<base::Instant> next_look() const override;
  std::unique_ptr<render::HubScreens> take_preview() override;
  void leave() override { preview_.reset(); }

  // What was published, or gone back to, since it was last asked for.
  std::unique_ptr<render::HubScreens> take_content();

 private:
  struct Job {
    int ticket = 0;
    ui::DeskView::Work work = ui::DeskView::Work::reading;
    base::Instant began{};
    std::string version;  // going back
  };
  void operate(const ui::LookAtDesk&, int) {}
  void operate(const ui::OpenItem& what, int ticket);
  void operate(const ui::StopJob& what, int ticket);
  void operate(const ui::GiveAnswer& what, int ticket);
  void operate(const ui::PutOff& what, int ticket);
  void operate(const ui::TakeAnswerBack& what, int ticket);
  void operate(const ui::PreviewDraft& what, int ticket);
  void operate(const ui::PublishDraft& what, int ticket);
  void operate(const ui::GoBackTo& what, int ticket);
  void operate(const ui::StartEditor&, int ticket) { answered(ticket, true); }
  void operate(const ui::StopEditor&, int ticket) { answered(ticket, true); }

  void begin(Job job);
  void finish();
  void publish();
  void go_back(const std::string& version);
  void answered(int ticket, bool refused);
  void change(ui::DeskView view);
  std::shared_ptr<const content::Snapshot> drafted() const;

  VirtualKiosk* kiosk_ = nullptr;
  std::shared_ptr<const ui::DeskView> view_;  // null: nobody has looked yet
  std::optional<Job> job_;
  int steps_ = 0;  // of the job that are shown as done
  std::unique_ptr<render::HubScreens> preview_;
  std::shared_ptr<const content::Snapshot> before_;     // the last publishing
  std::shared_ptr<const content::Snapshot> published_;  // not taken yet
  int versions_ = 1;
};

}  // namespace hub::replay
