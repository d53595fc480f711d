#include "desk/jobs/do_job.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "desk/desk.h"
#include "desk/jobs/job_queue.h"
#include "desk/store/folder_item.h"
#include "desk/store/folders.h"
#include "desk/store/pack_news.h"
#include "desk/store/version_pictures.h"
#include "desk/typing.h"
#include "inspect/inspection.h"
#include "render/home_picture.h"
#include "report/sandbox/page_picture.h"
#include "report/sandbox/read_document.h"

namespace hub::desk {

namespace {

constexpr report::PictureColour kFrame{200, 40, 40};
constexpr double kBegun = 0.05;         // of a job that has
constexpr std::size_t kMostTold = 100;  // findings
constexpr double kManyScreens = 300;    // an inspection draws some hundreds

// How much of it is done is known of neither reading nor drawing: each screen takes a part of what is left.
double share_of(int screens) { return 1 - std::exp(-screens / kManyScreens); }

// Says where reading is, around readers that do it.
class TellingReaders : public report::Readers {
 public:
  TellingReaders(const report::Readers& readers, JobListener& listener) : readers_(readers), listener_(listener) {}

  base::Result<std::string> pdf_words(std::string_view pdf) const override {
    listener_.at(0.2, {"PDF から文字を取り出しています", "Taking the words out of the PDF"});
    return readers_.pdf_words(pdf);
  }
  base::Result<report::Document> document(report::Document::Kind kind, std::string_view bytes) const override {
    listener_.at(0.5, {"報告書の文を読んでいます", "Reading the report"});
    return readers_.document(kind, bytes);
  }

 private:
  const report::Readers& readers_;
  JobListener& listener_;
};

// What an inspection goes through, as a job's progress between two fractions.
class TellingInspection : public PublishingListener {
 public:
  // `shows`: what comes after the last inspection is seen by visitors.
  TellingInspection(JobListener& listener, double to, bool shows) : listener_(listener), to_(to), shows_(shows) {}

  void cannot_be_published(const base::Error&) override {}
  void copied(const content::Copied&) override { tell(); }
  void begins(inspect::Depth depth) override {
    doing_ = depth == inspect::Depth::drawing ? base::Message{"画面を描いて確かめています", "Drawing every screen"}
                                              : base::Message{"画面の並びを確かめています", "Laying out every screen"};
    tell();
  }
  void screen_inspected() override {
    if (++screens_ % 20 == 0) tell();
  }
  void ended(inspect::Depth depth, const std::vector<inspect::ContentFinding>& findings) override {
    findings_.insert(findings_.end(), findings.begin(), findings.end());
    tell();
    if (shows_ && depth == inspect::Depth::drawing) listener_.cannot_be_cancelled();
  }
  const std::vector<inspect::ContentFinding>& findings() const { return findings_; }

 private:
  void tell() { listener_.at(kBegun + (to_ - kBegun) * share_of(screens_), doing_); }

  JobListener& listener_;
  double to_;
  bool shows_;
  base::Message doing_{"内容を確かめています", "Looking at the content"};
  int screens_ = 0;
  std::vector<inspect::ContentFinding> findings_;
};

base::Message words_of(const inspect::ContentFinding& finding) {
  if (const auto* diagnostic = std::get_if<content::Diagnostic>(&finding.what)) {
    return {diagnostic->what.ja + diagnostic->remedy.ja, diagnostic->what.en + " " + diagnostic->remedy.en};
  }
  const auto& error = std::get<base::Error>(finding.what);
  return {error.what.ja + error.remedy.ja, error.what.en + " " + error.remedy.en};
}

base::Error no_such_item() {
  return {
      {"入れたファイルが、もうありません。", "The file is not there any more."},
      {"USB メモリーを差しなおして、もう一度選んでください。", "Plug the stick in again, and choose it once more."}};
}

base::Error no_draft() {
  return {{"下書きがありません。", "There is no draft."}, {"まず、報告書を入れてください。", "Open a report first."}};
}

base::Error no_picture() {
  return {{"この報告書には、絵にできるページがありません。", "This report has no pages that could be drawn."},
          {"報告書を開いて見てください。", "Open the report and look at it."}};
}

base::Error sends_nothing() {
  return {{"ここからは、ほかの画面に送れません。", "Nothing is sent to other screens from here."},
          {"市の担当の方に聞いてください。", "Ask the city."}};
}

base::Error not_new() {
  return {{"新しい内容にならなかったので、画面にも送っていません。", "It does not show, so it was not sent either."},
          {"気になるところを直してから、もう一度お試しください。", "Mend what was found, and try again."}};
}

base::Error is_not_good() {
  return {{"内容にまちがいがあるので、画面に送っていません。", "The content has errors: it was not sent."},
          {"気になるところを直してから、もう一度送ってください。", "Mend what was found, and send it again."}};
}

class Doing {
 public:
  Doing(const base::SystemCalls& calls, const base::Clock& clock, const JobPlace& place, JobListener& listener)
      : calls_(calls),
        clock_(clock),
        place_(place),
        listener_(listener),
        desk_(calls, clock, {place.state_folder, place.content_folder, place.hub, place.publish}) {}

  base::Result<JobResult> read(const Job& job) {
    listener_.at(kBegun, {"ファイルを開いています", "Opening the file"});
    const auto item = desk_.inbox().find(job.item);
    if (!item) return no_such_item();
    const auto bytes = desk_.inbox().read(*item);
    if (!bytes) return bytes.error();
    if (item->kind == InboxItem::Kind::content_folder) return open_folder(bytes.value(), item->name, job.replace);
    const report::SandboxedReaders readers = sandboxed();
    const auto document = report::read_document(item->name, bytes.value(), TellingReaders(readers, listener_));
    if (!document) return document.error();
    listener_.at(0.8, {"下書きを作っています", "Making the draft"});
    if (auto done = desk_.open(bytes.value(), item->name, document.value(), job.replace); !done) return done.error();
    const auto work = desk_.work();
    if (!work) return work.error();
    JobResult result;
    result.questions = work.value() ? static_cast<int>(work.value()->reading().questions.size()) : 0;
    return result;
  }

  base::Result<JobResult> open_folder(std::string_view bytes, const std::string& name, bool replace) {
    listener_.at(0.5, {"content フォルダーを読んでいます", "Reading the content folder"});
    const auto files = files_of_folder(bytes);
    if (!files) return files.error();
    if (auto done = desk_.open_folder(files.value(), name, replace); !done) return done.error();
    return JobResult();
  }

  base::Result<JobResult> picture(const std::string& id, const Job& job) {
    listener_.at(0.1, {"報告書のページを描いています", "Drawing the report's page"});
    const auto work = desk_.work();
    if (!work) return work.error();
    if (!work.value()) return no_draft();
    const std::string& sha256 = work.value()->source().sha256;
    const auto document = desk_.sources().document(sha256);
    if (!document) return document.error();
    if (document.value().pages.empty()) return no_picture();
    const std::vector<report::Evidence> marked = evidence(*work.value(), job.question);
    const int page = job.page > 0 ? job.page : marked.empty() ? 1 : marked.front().page;
    if (page > static_cast<int>(document.value().pages.size())) return no_picture();
    const auto bytes = desk_.sources().bytes(sha256);
    if (!bytes) return bytes.error();
    const report::PageSize size = document.value().pages[static_cast<std::size_t>(page) - 1];
    auto picture = report::page_picture(bytes.value(), {page, size, job.width_px}, sandboxed());
    if (!picture) return picture.error();
    for (const report::Evidence& one : marked) {
      if (one.page == page) report::mark_box(picture.value(), one.box, one.size, kFrame);
    }
    const auto path = JobQueue(calls_, place_.state_folder, place_.hub).write_picture(id, to_ppm(picture.value()));
    if (!path) return path.error();
    JobResult result;
    result.picture = path.value();
    result.page = page;
    return result;
  }

  base::Result<JobResult> inspect() {
    const auto work = desk_.work();
    if (!work) return work.error();
    if (!work.value()) return no_draft();
    TellingInspection telling(listener_, 1, false);
    const auto found = findings(desk_, *work.value(), inspect::Depth::drawing, {place_.content_folder, &telling});
    if (!found) return found.error();
    JobResult result;
    for (const bool refusing : {true, false}) {
      for (const FieldFinding& one : found.value()) {
        if (one.refuses != refusing || result.findings.size() >= kMostTold) continue;
        result.findings.push_back({{one.what.ja + one.remedy.ja, one.what.en + " " + one.remedy.en},
                                   one.refuses,
                                   word_of(one.at),
                                   one.language});
      }
    }
    result.refused = !result.findings.empty() && result.findings.front().refuses;
    return result;
  }

  base::Result<JobResult> publish(const Job& job) {
    const Desk::Colliding colliding = job.draft_wins ? Desk::Colliding::draft_wins : Desk::Colliding::refused;
    return shown([&](PublishingListener& listener) {
      return desk_.publish({job.who, job.revision}, listener, colliding);
    });
  }
  base::Result<JobResult> back(const Job& job) {
    return shown([&](PublishingListener& listener) { return desk_.go_back(job.version, {job.who, 0}, listener); });
  }

  base::Result<JobResult> home(const Job& job) {
    listener_.at(kBegun, {"画面の絵を描いています", "Drawing the screen"});
    const base::DiskFiles disk;
    const auto kept = desk_.preview_of(disk, job.version);
    if (!kept) return kept.error();
    const bool sized = job.width_px > 0 && job.height_px > 0;
    render::HomeQuery query{kept.value().folder(), place_.hub, place_.config};
    if (sized) query.screen_px = {job.width_px, job.height_px};
    query.today = clock_.today();
    const auto drawn = render::draw_home(kept.value(), query);
    if (!drawn) return drawn.error();
    const std::string ppm = report::to_ppm({drawn.value().width_px, drawn.value().height_px, drawn.value().rgb});
    std::vector<int> versions;
    for (const PublishedVersion& one : desk_.history()) {
      if (one.kept) versions.push_back(one.number);
    }
    const VersionPictures pictures(calls_, desk_.paths().folder);
    if (auto done = pictures.put(job.version, ppm, versions); !done) return done.error();
    JobResult result;
    result.picture = pictures.path_of(job.version);
    result.version = job.version;
    return result;
  }

  // What is said of the pack is kept before the pack goes: whoever is interrupted in between says it again.
  base::Result<JobResult> take(const Job& job) {
    listener_.at(kBegun, {"届いた内容を確かめています", "Looking at what came"});
    const std::string& folder = desk_.paths().folder;
    const auto item = desk_.inbox().find(job.item);
    if (!item) return said_before(pack_news(calls_, folder), job.item);
    const auto bytes = desk_.inbox().read(*item);
    if (!bytes) return bytes.error();
    TellingInspection telling(listener_, 0.95, true);
    TakenPack taken = desk_.take(bytes.value(), item->name, place_.keys, telling);
    if (taken.what != TakenPack::What::shows) {
      const base::Error why = with_findings({taken.said, taken.remedy}, telling.findings());
      taken.said = why.what;
    }
    const PackNews news{item->id,       item->name,         item->from, minute_text(clock_.local()),
                        word_of(taken), taken.label.serial, taken.said, taken.remedy};
    if (auto done = add_pack_news(calls_, folder, news); !done) return done.error();
    static_cast<void>(desk_.inbox().remove(item->id));  // what stays is taken once more, and then is here already
    return result_of(news, taken.version);
  }

  // What has just begun to show was looked at then. Whoever is interrupted does it again, and finds the pack there.
  base::Result<JobResult> send(const Job& job) {
    if (!place_.send) return sends_nothing();
    const bool by_itself = job.item.empty();
    if (by_itself) {
      TellingInspection telling(listener_, 0.5, false);
      const inspect::Inspected inspected = inspect::inspect_content(
          base::DiskFiles(),
          {place_.content_folder, place_.hub, place_.content_folder, clock_.today(), inspect::Depth::letters}, telling);
      if (!inspected.may_be_shown()) return with_findings(is_not_good(), telling.findings());
    } else {
      const auto before = JobQueue(calls_, place_.state_folder, place_.hub).progress(job.item);
      if (!before || before->state != JobProgress::State::done) return not_new();
    }
    listener_.at(0.6, {"画面に送っています", "Sending it to the screens"});
    const auto serial = place_.send(calls_, clock_, place_.content_folder, place_.hub, by_itself);
    if (!serial) return serial.error();
    const std::string number = std::to_string(serial.value());
    JobResult result;
    result.said = {"画面に送りました（" + number + " 番）", "Sent to the screens (number " + number + ")"};
    return result;
  }

 private:
  report::SandboxedReaders sandboxed() const {
    using Without = report::SandboxedReaders::Without;
    return report::SandboxedReaders(place_.without_sandbox_allowed ? Without::allowed : Without::refused);
  }

  static std::vector<report::Evidence> evidence(const Work& work, int question) {
    const std::vector<report::Question>& questions = work.reading().questions;
    const bool there = question >= 0 && question < static_cast<int>(questions.size());
    return there ? questions[static_cast<std::size_t>(question)].evidence : std::vector<report::Evidence>();
  }

  static base::Result<JobResult> result_of(const PackNews& news, int version) {
    if (is_refusal(news)) return base::Error{news.said, news.remedy};
    JobResult result;
    result.version = version;
    result.said = news.said;
    return result;
  }
  static base::Result<JobResult> said_before(const std::vector<PackNews>& all, const std::string& item) {
    const auto news = std::ranges::find(all, item, &PackNews::item);
    return news == all.end() ? no_such_item() : result_of(*news, 0);
  }

  template <class Show>
  base::Result<JobResult> shown(Show show) {
    TellingInspection telling(listener_, 0.95, true);
    listener_.at(kBegun, {"画面に映す準備をしています", "Getting ready to show it"});
    const auto version = show(telling);
    if (!version) return with_findings(version.error(), telling.findings());
    JobResult result;
    result.version = version.value().number;
    return result;
  }

  // Why it was refused is in what the inspection found.
  static base::Error with_findings(base::Error error, const std::vector<inspect::ContentFinding>& findings) {
    const auto refusing = std::ranges::find_if(findings, &inspect::ContentFinding::refuses);
    if (refusing == findings.end()) return error;
    const base::Message why = words_of(*refusing);
    return {{error.what.ja + why.ja, error.what.en + " " + why.en}, std::move(error.remedy)};
  }

  const base::SystemCalls& calls_;
  const base::Clock& clock_;
  const JobPlace& place_;
  JobListener& listener_;
  Desk desk_;
};

}  // namespace

base::Result<JobResult> do_job(const base::SystemCalls& calls, const base::Clock& clock, const JobPlace& place,
                               const std::string& id, const Job& job, JobListener& listener) {
  Doing doing(calls, clock, place, listener);
  switch (job.kind) {
    case Job::Kind::read:
      return doing.read(job);
    case Job::Kind::picture:
      return doing.picture(id, job);
    case Job::Kind::inspect:
      return doing.inspect();
    case Job::Kind::publish:
      return doing.publish(job);
    case Job::Kind::back:
      return doing.back(job);
    case Job::Kind::home:
      return doing.home(job);
    case Job::Kind::take:
      return doing.take(job);
    case Job::Kind::send:
      return doing.send(job);
  }
  HUB_CHECK(false);
}

int newest_version(const base::SystemCalls& calls, const JobPlace& place) {
  const base::SystemClock clock;
  const auto versions = Desk(calls, clock, {place.state_folder, place.content_folder, place.hub}).history();
  return versions.empty() ? 0 : versions.front().number;
}

std::optional<JobResult> result_of_interrupted(const base::SystemCalls& calls, const base::Clock& clock,
                                               const JobPlace& place, const Job& job, int newest_version) {
  if (job.kind != Job::Kind::publish && job.kind != Job::Kind::back) return std::nullopt;
  const Desk desk(calls, clock, {place.state_folder, place.content_folder, place.hub});
  const std::vector<PublishedVersion> versions = desk.history();
  if (versions.empty() || versions.front().number <= newest_version) return std::nullopt;
  const PublishedVersion& newest = versions.front();
  const bool is_back = job.kind == Job::Kind::back;
  if (is_back ? newest.back_to != job.version : newest.back_to != 0) return std::nullopt;
  const auto work = desk.work();
  // A draft that is still there would be published once more: the same again, which does no harm.
  if (!is_back && work && work.value()) return std::nullopt;
  JobResult result;
  result.version = newest.number;
  return result;
}

}  // namespace hub::desk
