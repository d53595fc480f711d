#include "kiosk/panel_desk.h"

#include <algorithm>
#include <utility>

#include "base/parse.h"
#include "base/path.h"
#include "config/paths.h"
#include "desk/jobs/do_job.h"
#include "desk/jobs/page_pixels.h"
#include "desk/pack_making.h"
#include "desk/store/version_pictures.h"
#include "fleet/this_screen.h"
#include "ui/state/screen_words.h"

namespace hub::kiosk {

namespace {

using Notice = ui::DeskView::Notice;
using Work = ui::DeskView::Work;

constexpr std::size_t kMostPages = 4;  // pictures of a report's pages in memory: 3 MB each
constexpr int kPage_px = 1000;         // wide
// Longer than making a network takes (hub-kiosk-edit-link.service).
constexpr base::Seconds kEditorStarts{75};

Notice notice_of(const base::Error& error) {
  const ui::ScreenWords words = ui::screen_words(error);
  return {true, words.what, words.remedy};
}

base::Error cannot_be_previewed(const content::Loaded& loaded) {
  base::Message what{"この下書きは、このままでは画面に出せません。", "The draft cannot be shown as it is."};
  for (const content::Diagnostic& one : loaded.diagnostics) {
    if (one.severity != content::Diagnostic::Severity::error) continue;
    what.ja += one.what.ja;
    what.en += " " + one.what.en;
    return {what, one.remedy};
  }
  return {what, {"「確かめたいこと」に答えてから、もう一度ためしてください。", "Answer the questions and try again."}};
}

base::Error gone() {
  return {{"それは、もうありません。", "It is not there any more."}, {"もう一度選んでください。", "Choose again."}};
}

Work work_of(desk::Job::Kind kind) {
  switch (kind) {
    case desk::Job::Kind::picture:
    case desk::Job::Kind::home:
      return Work::pictures;
    case desk::Job::Kind::inspect:
      return Work::inspecting;
    case desk::Job::Kind::publish:
      return Work::publishing;
    case desk::Job::Kind::back:
      return Work::going_back;
    case desk::Job::Kind::read:
    case desk::Job::Kind::take:  // which no panel asks for
    case desk::Job::Kind::send:
      break;
  }
  return Work::reading;
}

ui::SharedBitmap bitmap_of(const desk::PagePixels& page) {
  auto bitmap = std::make_shared<ui::Bitmap>();
  bitmap->width_px = page.width_px;
  bitmap->height_px = page.height_px;
  bitmap->rgba.reserve(page.rgb.size() / 3 * 4);
  for (std::size_t i = 0; i + 2 < page.rgb.size(); i += 3) {
    for (std::size_t c = 0; c < 3; ++c) bitmap->rgba.push_back(static_cast<std::uint8_t>(page.rgb[i + c]));
    bitmap->rgba.push_back(255);
  }
  return bitmap;
}

}  // namespace

void PanelDesk::enter(const std::string& hub) {
  desk_.reset();
  jobs_.reset();
  waited_.reset();
  wanted_page_ = drawn_version_ = 0;
  pages_.clear();
  homes_.clear();
  looked_at_.clear();
  versions_wanted_ = false;
  known_.clear();
  view_ = {};
  revision_ = 0;
  draft_ = {};
  changed_ = true;
  if (hub.empty()) return;
  desk_.emplace(calls_, clock_, desk::DeskSetup{setup_.state_folder, setup_.content_folder, hub});
  jobs_.emplace(calls_, setup_.state_folder, hub);
  // What somebody asked for who has left meanwhile.
  for (const std::string& id : jobs_->waiting()) {
    const auto job = jobs_->job(id);
    if (!job || job->kind == desk::Job::Kind::picture || job->kind == desk::Job::Kind::home) continue;
    waited_ = Waited{id, 0};
    view_.job = ui::DeskView::Job{work_of(job->kind), {}, 0, true};
  }
}

void PanelDesk::leave() {
  preview_.reset();
  pages_.clear();
  homes_.clear();
  versions_wanted_ = false;
  view_ = {};
  known_.clear();
}

void PanelDesk::ask(const ui::DeskRequest& request) {
  if (!desk_) return refuse(request.ticket, gone());
  request.what.visit([&](const auto& what) { carry_out(what, request.ticket); });
}

std::optional<ui::DeskView> PanelDesk::look() {
  if (desk_) {
    follow_job();
    follow_picture();
    follow_home();
    follow_editor();
    if (std::string now = what_there_is(); now != known_) {
      known_ = std::move(now);
      read_all();
    }
  }
  if (!std::exchange(changed_, false)) return std::nullopt;
  return view_;
}

// Cheap to ask four times a second: links, names and the few sentences about a stick.
std::string PanelDesk::what_there_is() const {
  std::string all = desk::DraftStore(calls_, desk_->paths().draft()).content_path();
  if (const auto items = files_.list(desk_->paths().inbox())) {
    for (const base::FileEntry& item : items.value()) all += "|" + item.name;
  }
  if (const auto news = desk::stick_news(calls_, desk_->paths().folder)) {
    all += "|" + news->at;
    for (const base::Message& one : news->said) all += one.ja;
  }
  for (const desk::PackNews& one : desk::pack_news(calls_, desk_->paths().folder)) all += "|" + one.at + one.said.ja;
  all += "|" + std::to_string(desk::newest_version(calls_, {setup_.state_folder, setup_.content_folder, desk_->hub()}));
  return all;
}

void PanelDesk::read_all() {
  view_.inbox.clear();
  for (const desk::InboxItem& item : desk_->inbox().list()) {
    if (desk::is_pack(item.name)) continue;  // it is taken by itself
    view_.inbox.push_back(panel_item(item));
  }
  const std::string& folder = desk_->paths().folder;
  view_.stick = panel_stick(desk::stick_news(calls_, folder), desk::pack_news(calls_, folder), clock_.today());
  read_versions();
  read_draft();
  changed_ = true;
}

void PanelDesk::read_versions() {
  view_.shown.reset();
  view_.earlier.clear();
  const auto status = setup_.screen_name.empty()
                          ? std::nullopt
                          : fleet::status_of_this_screen(calls_, setup_.state_folder, setup_.screen_name, {});
  view_.code = status ? fleet::to_code(*status) : std::string();
  for (const desk::PublishedVersion& version : desk_->history()) {
    if (view_.shown && !version.kept) continue;
    ui::DeskView::Version made = panel_version(version);
    add_picture(made);
    if (view_.shown) {
      view_.earlier.push_back(std::move(made));
    } else {
      view_.shown = std::move(made);
    }
  }
}

void PanelDesk::add_picture(ui::DeskView::Version& version) {
  if (!versions_wanted_) return;
  auto home = homes_.find(version.number);
  if (home == homes_.end()) {
    const desk::VersionPictures pictures(calls_, desk_->paths().folder);
    const auto pixels = desk::read_page(files_, pictures.path_of(version.number));
    if (!pixels) return;
    home = homes_.emplace(version.number, bitmap_of(*pixels)).first;
  }
  version.picture = home->second;
}

void PanelDesk::read_draft() {
  view_.draft.reset();
  revision_ = 0;
  const auto work = desk_->work();
  if (!work) {
    view_.trouble = notice_of(work.error());
    return;
  }
  draft_ = {};
  if (!work.value()) return pages_.clear();
  const desk::Work& found = *work.value();
  revision_ = found.revision();
  if (source_ != found.source().sha256) pages_.clear();
  source_ = found.source().sha256;
  const auto document = desk_->sources().document(found.source().sha256);
  AboutDraft about;
  about.changes = desk_->changes(found);
  about.differing = desk::differing_statements(*desk_, found);
  about.document = document ? &document.value() : nullptr;
  about.looked_at = looked_at_;
  const auto collisions = desk_->collisions(found);
  const auto hindrances = desk_->hindrances(found, setup_.can_draw);
  if (collisions) about.collisions = collisions.value();
  if (hindrances) about.hindrances = hindrances.value();
  draft_ = panel_draft(found, about);
  for (std::size_t i = 0; i < draft_.keys.size(); ++i) {
    const auto page = pages_.find(draft_.keys[i].page);
    if (page != pages_.end()) show_page(draft_.draft.questions[i], draft_.keys[i], page->second);
  }
  view_.draft = draft_.draft;
}

void PanelDesk::refuse(int ticket, const base::Error& why) {
  view_.trouble = notice_of(why);
  view_.answered = ticket;
  view_.refused = true;
  changed_ = true;
}

void PanelDesk::done(int ticket) {
  view_.trouble.reset();
  view_.answered = ticket;
  view_.refused = false;
  changed_ = true;
}

void PanelDesk::carry_out(const ui::LookAtDesk& what, int ticket) {
  if (!what.question.empty()) {
    want_page_of(what.question);
    // What follows from each place is told of the question that is looked at.
    if (std::exchange(looked_at_, what.question) != what.question) known_.clear();
  }
  if (what.versions && !std::exchange(versions_wanted_, true)) known_.clear();
  view_.answered = ticket;
  view_.refused = false;
}

void PanelDesk::carry_out(const ui::OpenItem& what, int ticket) {
  desk::Job job;
  job.kind = desk::Job::Kind::read;
  job.item = what.id;
  job.replace = true;  // staff were asked
  begin(job, ticket);
}

void PanelDesk::carry_out(const ui::PublishDraft&, int ticket) {
  desk::Job job;
  job.kind = desk::Job::Kind::publish;
  job.revision = revision_;
  begin(job, ticket);
}

void PanelDesk::carry_out(const ui::GoBackTo& what, int ticket) {
  desk::Job job;
  job.kind = desk::Job::Kind::back;
  job.version = base::parse_number<int>(what.version).value_or(0);
  begin(job, ticket);
}

void PanelDesk::begin(const desk::Job& job, int ticket) {
  const auto id = jobs_->ask(job, clock_.local());
  if (!id) return refuse(ticket, id.error());
  waited_ = Waited{id.value(), ticket};
  view_.trouble.reset();
  view_.job = ui::DeskView::Job{work_of(job.kind), {}, 0, true};
  changed_ = true;
}

void PanelDesk::follow_job() {
  if (!waited_) return;
  const auto progress = jobs_->progress(waited_->job);
  if (!progress || progress->has_ended()) {
    const int ticket = std::exchange(waited_, std::nullopt)->ticket;
    view_.job.reset();
    known_.clear();
    read_all();
    if (!progress) return refuse(ticket, gone());
    if (progress->state == desk::JobProgress::State::done) return done(ticket);
    if (progress->state == desk::JobProgress::State::failed)
      return refuse(ticket, {progress->message, progress->remedy});
    done(ticket);
    view_.refused = true;  // it was stopped, which nobody needs to be told
    return;
  }
  const ui::DeskView::Job now{view_.job ? view_.job->work : Work::reading, progress->message.ja, progress->fraction,
                              progress->can_cancel};
  if (view_.job == now) return;
  view_.job = now;
  changed_ = true;
}

void PanelDesk::carry_out(const ui::StopJob&, int ticket) {
  if (!waited_) return;
  if (const base::Status stopped = jobs_->cancel(waited_->job); !stopped) refuse(ticket, stopped.error());
}

base::Status PanelDesk::give(const ui::GiveAnswer& what) {
  const auto index = index_of(what.question);
  if (!index) return gone();
  const AnswerKeys& keys = draft_.keys[*index];
  const int number = draft_.questions[*index];
  const auto inside = [](int of, const auto& list) { return of >= 1 && static_cast<std::size_t>(of) <= list.size(); };
  if (!inside(what.choice, keys.choices)) return gone();
  if (keys.collision) {
    const std::string &file = keys.collision->file, &pointer = keys.collision->pointer;
    return what.choice == 1 ? desk_->keep_ours(file, pointer, by()) : desk_->take_theirs(file, pointer, by());
  }
  const AnswerKeys::One& choice = keys.choices[static_cast<std::size_t>(what.choice - 1)];
  switch (choice.kind) {
    case ui::DeskView::Choice::Kind::answer:
      return desk_->answer(number, choice.choice, by());
    case ui::DeskView::Choice::Kind::place:
      if (!inside(what.place, keys.places)) return gone();
      return desk_->answer(number, keys.places[static_cast<std::size_t>(what.place - 1)], by());
    case ui::DeskView::Choice::Kind::lines:
      break;
  }
  if (!inside(what.place, keys.line_places) || !inside(what.first_line, keys.lines) ||
      !inside(what.last_line, keys.lines)) {
    return gone();
  }
  return desk_->put_lines(number, keys.lines[static_cast<std::size_t>(what.first_line - 1)],
                          keys.lines[static_cast<std::size_t>(what.last_line - 1)],
                          keys.line_places[static_cast<std::size_t>(what.place - 1)], by());
}

void PanelDesk::carry_out(const ui::GiveAnswer& what, int ticket) {
  const base::Status given = give(what);
  known_.clear();  // also when somebody else was faster
  if (!given) return refuse(ticket, given.error());
  done(ticket);
}

// Two texts of which one has to be chosen wait by themselves.
void PanelDesk::carry_out(const ui::PutOff& what, int ticket) {
  const auto index = index_of(what.question);
  if (!index) return refuse(ticket, gone());
  if (!draft_.keys[*index].collision) {
    const base::Status put_off = desk_->put_off(draft_.questions[*index], by());
    known_.clear();
    if (!put_off) return refuse(ticket, put_off.error());
  }
  done(ticket);
}

void PanelDesk::carry_out(const ui::TakeAnswerBack& what, int ticket) {
  const auto index = index_of(what.question);
  if (!index) return refuse(ticket, gone());
  base::Status taken_back = base::Done{};
  if (const auto& collision = draft_.keys[*index].collision) {
    taken_back = desk_->ask_again(collision->file, collision->pointer, by());
  } else if (const auto open_again = desk_->take_back(draft_.questions[*index], by()); !open_again) {
    taken_back = open_again.error();
  }
  known_.clear();
  if (!taken_back) return refuse(ticket, taken_back.error());
  done(ticket);
}

std::optional<std::size_t> PanelDesk::index_of(const std::string& question) const {
  const auto at = std::ranges::find(draft_.draft.questions, question, &ui::DeskView::Question::id);
  if (at == draft_.draft.questions.end()) return std::nullopt;
  return static_cast<std::size_t>(at - draft_.draft.questions.begin());
}

// Read, checked and its texts analysed, as published content is.
void PanelDesk::carry_out(const ui::PreviewDraft&, int ticket) {
  const auto work = desk_->work();
  if (!work) return refuse(ticket, work.error());
  if (!work.value()) return refuse(ticket, gone());
  const auto overlay = desk_->preview(files_, *work.value());
  if (!overlay) return refuse(ticket, overlay.error());
  content::Loaded loaded =
      config::load_content(overlay.value(), overlay.value().folder(), desk_->hub(), setup_.can_draw);
  if (!loaded.snapshot) return refuse(ticket, cannot_be_previewed(loaded));
  preview_ = render::HubScreens::prepared(*setup_.screen_context, setup_.frame_context, std::move(loaded.snapshot),
                                          desk_->hub());
  done(ticket);
}

// One after the other, while nobody waits for anything else; each is kept.
void PanelDesk::follow_home() {
  if (drawn_version_ != 0) {
    const auto progress = jobs_->progress(home_job_);
    if (progress && !progress->has_ended()) return;
    const int version = std::exchange(drawn_version_, 0);
    const bool drawn = progress && progress->state == desk::JobProgress::State::done;
    if (!drawn) homes_[version] = nullptr;
    known_.clear();
    return;
  }
  if (!versions_wanted_ || waited_ || known_.empty()) return;
  const auto lacks = [&](const ui::DeskView::Version& one) { return !one.picture && !homes_.contains(one.number); };
  const ui::DeskView::Version* wanted = view_.shown && lacks(*view_.shown) ? &*view_.shown : nullptr;
  if (wanted == nullptr) {
    const auto first = std::ranges::find_if(view_.earlier, lacks);
    if (first != view_.earlier.end()) wanted = &*first;
  }
  if (wanted == nullptr) return;
  desk::Job job;
  job.kind = desk::Job::Kind::home;
  job.version = wanted->number;
  job.width_px = setup_.frame_context.screen.width_px;
  job.height_px = setup_.frame_context.screen.height_px;
  const auto id = jobs_->ask(job, clock_.local());
  if (!id) {
    homes_[wanted->number] = nullptr;  // words are enough
    return;
  }
  home_job_ = id.value();
  drawn_version_ = wanted->number;
}

void PanelDesk::carry_out(const ui::StartEditor&, int ticket) {
  if (!setup_.editor) return refuse(ticket, gone());
  editor_asked_ = clock_.now();
  const base::Status asked = desk::want_editor(calls_, setup_.state_folder, {setup_.editor->boot_id, desk_->hub()});
  if (!asked) return refuse(ticket, asked.error());
  done(ticket);
}

void PanelDesk::carry_out(const ui::StopEditor&, int ticket) {
  desk::want_no_editor(calls_, setup_.state_folder);
  editor_asked_.reset();
  done(ticket);
}

void PanelDesk::follow_editor() {
  if (!setup_.editor) return;
  const auto wish = desk::editor_wish(calls_, setup_.state_folder);
  const bool wanted = wish && wish->boot == setup_.editor->boot_id;
  const auto now = desk::editor_now(calls_, setup_.editor->run_folder);
  if (now) editor_asked_.reset();
  const bool waits = editor_asked_ && clock_.now() < base::later(*editor_asked_, kEditorStarts);
  ui::DeskView::Editor editor = panel_editor(wanted, waits, now);
  if (view_.editor == editor) return;
  view_.editor = std::move(editor);
  changed_ = true;
}

void PanelDesk::want_page_of(const std::string& question) {
  const auto index = index_of(question);
  if (!index) return;
  const int page = draft_.keys[*index].page;
  if (page == 0 || wanted_page_ != 0 || pages_.contains(page)) return;
  desk::Job job;
  job.kind = desk::Job::Kind::picture;
  job.page = page;
  job.width_px = kPage_px;
  const auto id = jobs_->ask(job, clock_.local());
  if (!id) return;  // the lines around are evidence enough
  picture_job_ = id.value();
  wanted_page_ = page;
}

void PanelDesk::follow_picture() {
  if (wanted_page_ == 0) return;
  const auto progress = jobs_->progress(picture_job_);
  if (progress && !progress->has_ended()) return;
  const int page = std::exchange(wanted_page_, 0);
  if (!progress || progress->state != desk::JobProgress::State::done) return;
  const auto pixels = desk::read_page(files_, progress->result.picture);
  if (!pixels) return;
  if (pages_.size() >= kMostPages) pages_.clear();
  pages_[page] = bitmap_of(*pixels);
  known_.clear();
}

}  // namespace hub::kiosk
