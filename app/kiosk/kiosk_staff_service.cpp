#include "kiosk/kiosk_staff_service.h"

#include <algorithm>
#include <utility>

#include "base/pin.h"
#include "config/hub_choice.h"
#include "kiosk/content_source.h"
#include "kiosk/kept_lock.h"
#include "platform/machine.h"
#include "ui/state/screen_words.h"

namespace hub::kiosk {

namespace {

using Note = ui::StaffFacts::Note;
using Choice = ui::StaffFacts::Choice;

base::Error tries_not_kept(const base::Error& why) {
  return {{"まちがった暗証番号の回数を書き込めませんでした。" + why.what.ja,
           "The number of wrong PINs could not be kept. " + why.what.en},
          {"起動しなおすと、回数は忘れられます。" + why.remedy.ja, "A restart forgets them. " + why.remedy.en}};
}

Note note_about(const base::Error& error) {
  const ui::ScreenWords words = ui::screen_words(error);
  return {false, "", 0, words.what, words.remedy};
}

}  // namespace

KioskStaffService::KioskStaffService(base::Files& files, const base::Clock& clock, StaffServiceOptions options,
                                     Prepare prepare, Tell tell)
    : files_(files),
      clock_(clock),
      options_(std::move(options)),
      prepare_(std::move(prepare)),
      tell_(std::move(tell)),
      last_good_(config::last_good_of(files, options_.state_folder, options_.content_folder)),
      started_(clock.now()),
      loaded_(started_) {
  if (options_.content_folder.empty()) options_.content_folder = config::default_content_folder(files_);
}

Note KioskStaffService::note_of(const content::Diagnostic& diagnostic) const {
  std::string file = diagnostic.file;
  const std::string inside = options_.content_folder + "/";
  if (file.starts_with(inside)) file.erase(0, inside.size());
  const bool error = diagnostic.severity == content::Diagnostic::Severity::error;
  ui::ScreenWords words = ui::screen_words({diagnostic.what, diagnostic.remedy});
  return {error, std::move(file), diagnostic.line, std::move(words.what), std::move(words.remedy)};
}

void KioskStaffService::add_notes(const std::vector<content::Diagnostic>& from, std::vector<Note>& to) const {
  for (const content::Diagnostic& one : from) to.push_back(note_of(one));
}

void KioskStaffService::content_loaded(const std::vector<content::Diagnostic>& diagnostics, const std::string& hub) {
  loaded_ = clock_.now();
  refuses_content_ = false;
  content_notes_.clear();
  instead_notes_.clear();
  for (const content::Diagnostic& one : diagnostics) {
    if (content::concerns(one, options_.content_folder, hub)) content_notes_.push_back(note_of(one));
  }
}

void KioskStaffService::content_refused(const std::vector<content::Diagnostic>& diagnostics) {
  refuses_content_ = true;
  content_notes_.clear();
  add_notes(diagnostics, content_notes_);
}

void KioskStaffService::content_shows(const ContentSource& found) {
  content_loaded(found.read.loaded.diagnostics, found.snapshot ? found.snapshot->hubs.front().id : std::string());
  refuses_content_ = found.instead.has_value();
  if (found.instead) instead_notes_ = {note_about(*found.instead)};
}

void KioskStaffService::also_to_mend(const std::vector<content::Diagnostic>& diagnostics) {
  add_notes(diagnostics, other_notes_);
}

void KioskStaffService::also_to_mend(const std::vector<base::Error>& errors) {
  for (const base::Error& one : errors) other_notes_.push_back(note_about(one));
}

void KioskStaffService::keep_tries(int tries) {
  ui::StaffLock lock;
  lock.wrong_tries = tries;
  if (const base::Seconds wait = ui::wait_after(tries); wait.count() > 0) {
    lock.locked_until = base::later(clock_.now(), wait);
  }
  const base::Status kept = keep_lock(files_, options_.state_folder, lock, {clock_.now(), options_.boot_id});
  if (!kept && !tries_not_kept_ && tell_) tell_(tries_not_kept(kept.error()));
  tries_not_kept_.reset();
  if (!kept) tries_not_kept_ = tries_not_kept(kept.error());
}

bool KioskStaffService::pin_matches(std::string_view pin, int tries) {
  keep_tries(tries);
  const bool right = base::pin_matches(options_.pin_hash, pin);
  keep_tries(right ? 0 : tries);  // the wait begins when the answer is there
  if (!right) return false;
  list_hubs();
  choice_ = Choice::none;  // of who was here before
  refused_notes_.clear();
  return true;
}

// Reads every hub, for its name: while nothing is drawn, and not once a second. A hub of which there is only a copy can
// be chosen too.
void KioskStaffService::list_hubs() {
  hubs_.clear();
  for (const std::string& id : hubs_to_choose(files_, options_.content_folder, last_good_)) {
    const ContentSource found = find_content(files_, options_.content_folder, id, last_good_, options_.can_draw);
    const content::Hub* hub = found.snapshot ? found.snapshot->find_hub(id) : nullptr;
    hubs_.push_back({id, hub == nullptr ? id : hub->ward.japanese()});
  }
}

std::string KioskStaffService::name_of(const std::string& id) const {
  const auto found = std::ranges::find(hubs_, id, &ui::StaffFacts::Hub::id);
  return found == hubs_.end() ? id : found->name;
}

std::unique_ptr<render::HubScreens> KioskStaffService::choose_hub(const std::string& id) {
  const ContentSource found = find_content(files_, options_.content_folder, id, last_good_, options_.can_draw);
  choice_name_ = name_of(id);
  refused_notes_.clear();
  if (!found.snapshot) {
    choice_ = Choice::refused;
    add_notes(found.read.loaded.diagnostics, refused_notes_);
    return nullptr;
  }
  const bool kept = config::keep_hub(files_, options_.state_folder, id).ok();
  choice_ = !kept ? Choice::until_restart : options_.hub_from_command_line ? Choice::overruled : Choice::kept;
  content_shows(found);
  return prepare_(found, id);
}

int KioskStaffService::minutes_since(base::Instant then) const {
  return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(clock_.now() - then).count());
}

ui::StaffFacts KioskStaffService::facts(std::size_t frames) {
  ui::StaffFacts facts;
  for (const auto* notes : {&refused_notes_, &content_notes_, &instead_notes_, &other_notes_}) {
    facts.notes.insert(facts.notes.end(), notes->begin(), notes->end());
  }
  if (const auto trouble = trouble_ ? trouble_() : std::nullopt) facts.notes.push_back(note_about(*trouble));
  if (tries_not_kept_) facts.notes.push_back(note_about(*tries_not_kept_));
  std::ranges::stable_sort(facts.notes, std::greater(), &Note::error);
  facts.hubs = hubs_;
  facts.choice = choice_;
  facts.choice_name = choice_name_;
  facts.today = clock_.today();
  facts.content_folder = options_.content_folder;
  facts.content_age_min = minutes_since(loaded_);
  facts.uptime_min = minutes_since(started_);
  facts.memory_mb = platform::resident_mb(files_).value_or(0);
  facts.frames = frames;
  facts.version = HUB_VERSION;
  facts.renderer = options_.renderer;
  facts.parts = options_.parts;
  return facts;
}

}  // namespace hub::kiosk
