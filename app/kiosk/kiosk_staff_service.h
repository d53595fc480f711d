// What staff ask of the kiosk that runs: checks PINs against the configuration's hash, loads other hubs and remembers
// the choice, and knows the machine.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/files.h"
#include "content/load/load.h"
#include "content/store/last_good.h"
#include "kiosk/content_source.h"
#include "kiosk/staff_service.h"

namespace hub::kiosk {

struct StaffServiceOptions {
  std::string pin_hash;
  std::string content_folder;  // "": default_content_folder()
  std::string state_folder;    // "": choices and wrong tries hold until the next start
  std::string boot_id;         // kept_lock.h
  content::CanDraw can_draw;   // of content that staff choose; empty: nobody asks
  bool hub_from_command_line = false;
  std::string renderer;
  std::vector<ui::StaffFacts::Part> parts;
};

class KioskStaffService : public StaffService {
 public:
  // Makes the screens of content that was just loaded and is to show.
  using Prepare = std::function<std::unique_ptr<render::HubScreens>(const ContentSource&, const std::string& hub)>;
  // What is to mend at this moment beside what was told.
  using Trouble = std::function<std::optional<base::Error>()>;

  // Told what else staff should know, when it happens.
  using Tell = std::function<void(const base::Error&)>;

  // `files` and `clock` outlive it.
  KioskStaffService(base::Files& files, const base::Clock& clock, StaffServiceOptions options, Prepare prepare,
                    Tell tell = {});

  // What was said when the content that shows was loaded, now; and what else there is to mend, once.
  // Warnings about another hub than the one that shows are not theirs; empty: nobody knows which shows.
  void content_loaded(const std::vector<content::Diagnostic>& diagnostics, const std::string& hub = "");
  // What was said of content that is not shown, until there is other content.
  void content_refused(const std::vector<content::Diagnostic>& diagnostics);
  // The folder's content or its copy, from now on.
  void content_shows(const ContentSource& found);
  // Asked whenever the facts are.
  void ask_for_trouble(Trouble trouble) { trouble_ = std::move(trouble); }
  bool refuses_content() const { return refuses_content_; }
  void also_to_mend(const std::vector<content::Diagnostic>& diagnostics);
  void also_to_mend(const std::vector<base::Error>& errors);

  bool pin_matches(std::string_view pin, int tries) override;
  std::unique_ptr<render::HubScreens> choose_hub(const std::string& id) override;
  ui::StaffFacts facts(std::size_t frames) override;

 private:
  ui::StaffFacts::Note note_of(const content::Diagnostic& diagnostic) const;
  void add_notes(const std::vector<content::Diagnostic>& from, std::vector<ui::StaffFacts::Note>& to) const;
  void keep_tries(int tries);
  void list_hubs();
  std::string name_of(const std::string& id) const;
  int minutes_since(base::Instant then) const;

  base::Files& files_;
  const base::Clock& clock_;
  StaffServiceOptions options_;
  Prepare prepare_;
  Tell tell_;
  content::LastGood last_good_;
  Trouble trouble_;
  std::optional<base::Error> tries_not_kept_;
  base::Instant started_;
  base::Instant loaded_;
  std::vector<ui::StaffFacts::Note> content_notes_;
  std::vector<ui::StaffFacts::Note> instead_notes_;
  bool refuses_content_ = false;
  std::vector<ui::StaffFacts::Note> other_notes_;
  std::vector<ui::StaffFacts::Note> refused_notes_;  // of the hub that was refused last
  std::vector<ui::StaffFacts::Hub> hubs_;            // as of the last right PIN
  ui::StaffFacts::Choice choice_ = ui::StaffFacts::Choice::none;
  std::string choice_name_;
};

}  // namespace hub::kiosk
