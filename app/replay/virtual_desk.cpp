#include "replay/virtual_desk.h"

#include <algorithm>
#include <utility>

#include "replay/virtual_kiosk.h"

namespace hub::replay {

namespace {

using Work = ui::DeskView::Work;
using Choice = ui::DeskView::Choice;
using Question = ui::DeskView::Question;

constexpr int kSteps = 10;  // of a job
constexpr std::chrono::milliseconds kStep{200};

constexpr const char* kReport = "報告書.pdf";

std::string version_id(int number) { return std::to_string(number); }

ui::DeskView::Version version_of(int number, base::Date since) {
  ui::DeskView::Version version;
  version.id = version_id(number);
  version.number = number;
  version.since = since;
  version.source = kReport;
  return version;
}

Question question(const char* id, const char* message, const char* text) {
  Question one;
  one.id = id;
  one.message = message;
  one.text = text;
  return one;
}

// One of each kind of answer.
std::vector<Question> questions() {
  Question midway = question("midway", "文のはじめが見つかりません。", "…ら得た声をもとに広げました。");
  midway.where = "1ページ 18行目";
  midway.around = {{"利用者アンケートか", false}, {"ら得た声をもとに広げました。", true}};
  midway.choices = {{Choice::Kind::answer, "このまま載せる", "文の前に「…」がつきます。"},
                    {Choice::Kind::lines, "報告書の行から選ぶ", "選んだ行が、この文になります。"}};
  for (int i = 1; i <= 30; ++i) midway.page_lines.push_back({"報告書の" + std::to_string(i) + "行目", false});
  Question unplaced = question("unplaced", "どこに入れますか。", "防災の集まりを開きました。");
  unplaced.choices = {{Choice::Kind::place, "入れる場所を選ぶ", "選んだところの終わりに入ります。"},
                      {Choice::Kind::answer, "載せない", "画面には出ません。"}};
  unplaced.places = {{"ここに入れる", "いまの3つに、1つふえます。", "目標１ 成果"},
                     {"ここに入れる", "いまの2つに、1つふえます。", "目標２ 成果"}};
  Question year = question("year", "この報告書は、何年度の目標ですか。", "");
  year.choices = {{Choice::Kind::answer, "令和７年度", "「令和７年度の重点目標」と映ります。"},
                  {Choice::Kind::answer, "令和６年度", "「令和６年度の重点目標」と映ります。"}};
  year.needed = true;
  return {midway, unplaced, year};
}

ui::DeskView::Draft read_draft() {
  ui::DeskView::Draft draft;
  draft.source = kReport;
  draft.found = {"重点目標が2つ、取組が8つ。"};
  draft.questions = questions();
  draft.changes = {{"拠点のことばが変わります", "", std::string(VirtualDesk::kDraftTagline)}};
  draft.can_publish = false;
  return draft;
}

// As the desk would: what must be answered stands against publishing.
void judge(ui::DeskView::Draft& draft) {
  draft.can_publish = std::ranges::none_of(draft.questions, [](const Question& q) { return q.needed && !q.given; });
}

}  // namespace

std::shared_ptr<const ui::DeskView> VirtualDesk::view() {
  if (!view_) {
    ui::DeskView first;
    first.shown = version_of(1, kiosk_->clock().today());
    first.inbox = {{"report", kReport, kiosk_->clock().today(), 340'000, ui::DeskView::From::stick, ""}};
    first.stick = ui::DeskView::Notice{false, "USB メモリーから1つ受け取りました。", ""};
    view_ = std::make_shared<const ui::DeskView>(std::move(first));
  }
  if (!job_) return view_;
  const int steps = static_cast<int>((kiosk_->now() - job_->began) / kStep);
  if (steps >= kSteps) {
    finish();
  } else if (steps != steps_ || !view_->job) {
    steps_ = steps;
    ui::DeskView changed = *view_;
    changed.job = ui::DeskView::Job{job_->work, "", 1.0 * steps / kSteps, job_->work == Work::reading};
    change(std::move(changed));
  }
  return view_;
}

std::optional<base::Instant> VirtualDesk::next_look() const {
  if (preview_) return kiosk_->now();
  if (!job_) return std::nullopt;
  return job_->began + (steps_ + 1) * kStep;
}

std::unique_ptr<render::HubScreens> VirtualDesk::take_preview() { return std::move(preview_); }

std::unique_ptr<render::HubScreens> VirtualDesk::take_content() {
  const std::string& hub = kiosk_->state().hub;
  if (!published_ || published_->find_hub(hub) == nullptr) return nullptr;
  return std::make_unique<render::HubScreens>(kiosk_->screen_context(), std::exchange(published_, nullptr), hub);
}

void VirtualDesk::ask(const ui::DeskRequest& request) {
  view();
  request.what.visit([&](const auto& what) { operate(what, request.ticket); });
}

void VirtualDesk::operate(const ui::OpenItem& what, int ticket) {
  const bool known = std::ranges::any_of(view_->inbox, [&](const auto& item) { return item.id == what.id; });
  if (job_ || !known) return answered(ticket, true);
  begin({ticket, Work::reading, kiosk_->now(), {}});
}

void VirtualDesk::operate(const ui::StopJob&, int) {
  if (!job_ || job_->work != Work::reading) return;
  answered(std::exchange(job_, std::nullopt)->ticket, true);
}

void VirtualDesk::operate(const ui::GiveAnswer& what, int) {
  ui::DeskView changed = *view_;
  if (!changed.draft) return;
  for (Question& question : changed.draft->questions) {
    if (question.id != what.question) continue;
    const auto index = static_cast<std::size_t>(what.choice - 1);
    if (index >= question.choices.size()) return;
    question.later = false;
    question.given = what.choice;
    question.given_words = question.choices[index].label;
  }
  judge(*changed.draft);
  change(std::move(changed));
}

void VirtualDesk::operate(const ui::PutOff& what, int) {
  ui::DeskView changed = *view_;
  if (!changed.draft) return;
  for (Question& question : changed.draft->questions) {
    if (question.id == what.question) question.later = true;
  }
  std::vector<Question>& questions = changed.draft->questions;
  std::stable_partition(questions.begin(), questions.end(), [](const Question& q) { return !q.later; });
  change(std::move(changed));
}

void VirtualDesk::operate(const ui::TakeAnswerBack& what, int) {
  ui::DeskView changed = *view_;
  if (!changed.draft) return;
  for (Question& question : changed.draft->questions) {
    if (question.id != what.question) continue;
    question.given.reset();
    question.given_words.clear();
  }
  judge(*changed.draft);
  change(std::move(changed));
}

void VirtualDesk::operate(const ui::PreviewDraft&, int ticket) {
  if (!view_->draft) return answered(ticket, true);
  preview_ = std::make_unique<render::HubScreens>(kiosk_->screen_context(), drafted(), kiosk_->state().hub);
  answered(ticket, false);
}

void VirtualDesk::operate(const ui::PublishDraft&, int ticket) {
  if (job_ || !view_->draft || !view_->draft->can_publish) return answered(ticket, true);
  begin({ticket, Work::publishing, kiosk_->now(), {}});
}

void VirtualDesk::operate(const ui::GoBackTo& what, int ticket) {
  const bool known = std::ranges::any_of(view_->earlier, [&](const auto& one) { return one.id == what.version; });
  if (job_ || !known) return answered(ticket, true);
  begin({ticket, Work::going_back, kiosk_->now(), what.version});
}

void VirtualDesk::begin(Job job) {
  job_ = std::move(job);
  steps_ = 0;
}

void VirtualDesk::finish() {
  const Job done = *std::exchange(job_, std::nullopt);
  if (done.work == Work::reading) {
    ui::DeskView changed = *view_;
    changed.draft = read_draft();
    change(std::move(changed));
  } else if (done.work == Work::publishing) {
    publish();
  } else {
    go_back(done.version);
  }
  answered(done.ticket, false);
}

void VirtualDesk::publish() {
  before_ = kiosk_->frame_context().snapshot;
  published_ = drafted();
  ui::DeskView changed = *view_;
  changed.draft.reset();
  changed.earlier.insert(changed.earlier.begin(), *changed.shown);
  changed.shown = version_of(++versions_, kiosk_->clock().today());
  change(std::move(changed));
}

void VirtualDesk::go_back(const std::string& version) {
  published_ = std::exchange(before_, kiosk_->frame_context().snapshot);
  ui::DeskView changed = *view_;
  const auto found = std::ranges::find(changed.earlier, version, &ui::DeskView::Version::id);
  std::swap(*found, *changed.shown);
  change(std::move(changed));
}

void VirtualDesk::answered(int ticket, bool refused) {
  ui::DeskView changed = *view_;
  changed.job.reset();
  changed.answered = ticket;
  changed.refused = refused;
  change(std::move(changed));
}

void VirtualDesk::change(ui::DeskView view) { view_ = std::make_shared<const ui::DeskView>(std::move(view)); }

std::shared_ptr<const content::Snapshot> VirtualDesk::drafted() const {
  auto draft = std::make_shared<content::Snapshot>(*kiosk_->frame_context().snapshot);
  for (content::Hub& hub : draft->hubs) hub.tagline = content::Text(std::string(kDraftTagline));
  return draft;
}

}  // namespace hub::replay
