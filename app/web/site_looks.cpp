// What can be looked at.
#include <algorithm>
#include <ctime>

#include "base/files.h"
#include "base/parse.h"
#include "desk/jobs/page_pixels.h"
#include "platform/picture.h"
#include "web/pages/typed_parts.h"
#include "web/site.h"

namespace hub::web {

namespace {

constexpr int kPage_px = 1000;

Response picture_of(std::string png) {
  return {200, "image/png", {{"Cache-Control", "private, no-cache"}}, std::move(png)};
}

Response no_picture() { return {404, "text/plain; charset=utf-8", {}, {}}; }

}  // namespace

Outcome Site::look(Visit& visit) {
  const std::string what = visit.part(1);
  const std::size_t parts = visit.target.path.size();
  if (what.empty() || what == "done") look_at_outgoing(visit);
  const PageContext context = visit.context(clock_);
  if (parts == 1) return page(visit, hub_page(context));
  if (parts == 2) {
    if (what == "report") return page(visit, bring_page(context));
    if (what == "questions") return page(visit, found_page(context));
    if (what == "see") return see(visit);
    if (what == "publish") return show_publish(visit);
    if (what == "done") return page(visit, visit.sends ? sent_page(context) : done_page(context));
    if (what == "discard" && visit.work) return page(visit, discard_page(context));
    if (what == "back") return go_back(visit);
    if (what == "screen.png") return screen_picture(visit);
    if (what == "page.png") return report_page_picture(visit);
    if (what == "source") return show_source(visit);
  }
  if ((what == "text" || what == "words") && parts <= 3) return show_typed(visit);
  if (parts == 3 && what == "job") return show_job(visit);
  if (parts == 3 && what == "questions") {
    if (const auto number = base::parse_count(visit.part(2), 10'000)) return show_question(visit, *number - 1);
  }
  return not_found(visit);
}

void Site::look_at_outgoing(Visit& visit) const {
  if (!setup_.sending) return;
  visit.outgoing =
      fleet::outgoing_of(calls_, *setup_.sending, setup_.content_folder, visit.desk.hub(), std::time(nullptr));
}

Response Site::go_back(const Visit& visit) const {
  const auto number = visit.target.query.number("version", 1, 1'000'000);
  for (const desk::PublishedVersion& one : visit.desk.history()) {
    if (number && one.number == *number && one.kept) return page(visit, back_page(visit.context(clock_), one));
  }
  return not_found(visit);
}

Response Site::show_question(const Visit& visit, int number, const std::optional<base::Error>& why_not) const {
  if (!visit.work) return redirect_to(visit.context(clock_).to({"questions"}).text());
  const std::vector<desk::OpenQuestion> questions = desk::Desk::questions_of(*visit.work);
  const auto asked = std::ranges::find(questions, number, &desk::OpenQuestion::number);
  if (asked == questions.end()) return not_found(visit);
  const auto document = visit.desk.sources().document(visit.work->source().sha256);
  return page(visit, question_page(visit.context(clock_), *asked, document ? &document.value() : nullptr, why_not),
              why_not ? 409 : 200);
}

// They take as long as a page may: once for each state of the draft.
const std::vector<desk::FieldFinding>& Site::findings_of(const Visit& visit, const desk::DraftMark& mark) {
  Findings& known = findings_[visit.desk.hub()];
  if (known.mark == mark) return known.all;
  auto found = desk::findings(visit.desk, *visit.work, inspect::Depth::letters);
  known = {mark, found ? std::move(found).value() : std::vector<desk::FieldFinding>()};
  return known.all;
}

Response Site::show_publish(Visit& visit, const std::optional<base::Error>& why_not) {
  look_at_outgoing(visit);
  Inspection inspection;
  if (visit.work) {
    if (const auto found = visit.desk.collisions(*visit.work)) inspection.collisions = found.value();
    const auto texts = desk::texts(visit.desk, desk::WithReadings::no);
    if (texts) inspection.differing = texts.value().differing;
    const PageContext context = visit.context(clock_);
    for (const desk::FieldFinding& one :
         texts ? findings_of(visit, texts.value().mark) : std::vector<desk::FieldFinding>()) {
      inspection.findings.push_back({one, url_of_field(context, texts.value(), one.at, one.language)});
    }
    const auto looked = looked_.find(visit.desk.hub());
    if (looked != looked_.end() && looked->second.revision == visit.work->revision()) {
      auto progress = visit.jobs.progress(looked->second.job);
      if (progress && progress->state == desk::JobProgress::State::done) inspection.looked = std::move(progress);
    }
    const desk::JobResult seen = inspection.looked ? inspection.looked->result : desk::JobResult();
    for (const desk::JobFinding& one : seen.findings) {
      const auto at = desk::address_from(one.at, "");
      // What the texts alone have told is said once.
      const auto same = [&](const Inspection::Found& other) {
        return one.what.ja == other.finding.what.ja + other.finding.remedy.ja;
      };
      if (std::ranges::any_of(inspection.findings, same)) continue;
      inspection.seen.push_back({one.what.ja, one.refuses,
                                 at && texts ? url_of_field(context, texts.value(), *at, one.language) : std::nullopt});
    }
  }
  return page(visit, publish_page(visit.context(clock_), inspection, why_not), why_not ? 409 : 200);
}

Response Site::show_job(Visit& visit) const {
  const PageContext context = visit.context(clock_);
  const std::string id = visit.part(2);
  const auto progress = visit.jobs.progress(id);
  const std::string then = visit.target.query.text("then");
  const bool known = then == "questions" || then == "publish" || then == "done";
  if (!progress) {
    if (visit.jobs.job(id)) return page(visit, job_page(context, id, {}));
    return not_found(visit);
  }
  const bool done = progress->state == desk::JobProgress::State::done;
  const std::string next = visit.target.query.text("next");
  if (done && then == "send" && !next.empty()) {
    return redirect_to(context.to({"job", next}, {{"then", "sent"}}).text());
  }
  if (done && then == "send") return redirect_to(context.to({"done"}).text());
  if (done && then == "sent") return redirect_to(context.to({"done"}).text());
  if (progress->has_ended() && then == "sent" && visit.sends) {
    look_at_outgoing(visit);
    return page(visit, sent_page(visit.context(clock_), base::Error{progress->message, progress->remedy}));
  }
  if (done && known) return redirect_to(context.to({then}).text());
  return page(visit, job_page(context, id, *progress));
}

// The page comes with what can be tapped; its picture comes after it.
Outcome Site::see(const Visit& visit) const {
  ScreenQuestion question{ScreenQuestion::Wants::layout, visit.desk.hub(), wish_from(visit.target.query)};
  question.wish.width_px = 0;
  return Asked{to_bytes(question),
               [this, session = visit.session, hub_name = visit.hub_name, many = visit.many_hubs, work = visit.work,
                desk = visit.desk, sends = visit.sends](const std::string& bytes) {
                 const ScreenAnswer answer = answer_from(bytes);
                 const PageContext context{desk, clock_, session, hub_name, work, many, sends};
                 const auto* layout = std::get_if<ScreenLayout>(&answer);
                 if (layout != nullptr) {
                   return Response{200, "text/html; charset=utf-8", {}, html_of(see_page(context, *layout), context)};
                 }
                 const auto* error = std::get_if<base::Error>(&answer);
                 const base::Error why = error != nullptr ? *error : base::Error();
                 return Response{503, "text/html; charset=utf-8", {}, html_of(cannot_see_page(context, why), context)};
               }};
}

Outcome Site::screen_picture(const Visit& visit) const {
  const ScreenQuestion question{ScreenQuestion::Wants::picture, visit.desk.hub(), wish_from(visit.target.query)};
  return Asked{to_bytes(question), [](const std::string& bytes) {
                 ScreenAnswer answer = answer_from(bytes);
                 auto* png = std::get_if<std::string>(&answer);
                 return png != nullptr ? picture_of(std::move(*png)) : no_picture();
               }};
}

std::optional<Response> Site::page_if_there(const std::string& hub, const std::string& name) {
  const auto found = report_pages_.find(name);
  if (found == report_pages_.end()) return no_picture();
  ReportPage& one = found->second;
  if (!one.png.empty()) return picture_of(one.png);
  const desk::JobQueue jobs(calls_, setup_.state_folder, hub);
  const auto progress = jobs.progress(one.job);
  if (!progress ? jobs.job(one.job).has_value() : !progress->has_ended()) return std::nullopt;
  const auto pixels = progress && progress->state == desk::JobProgress::State::done
                          ? desk::read_page(base::DiskFiles(), progress->result.picture)
                          : std::nullopt;
  if (!pixels) {
    report_pages_.erase(found);
    return no_picture();
  }
  platform::Picture picture;
  picture.width_px = pixels->width_px;
  picture.height_px = pixels->height_px;
  picture.rgb.assign(pixels->rgb.begin(), pixels->rgb.end());
  one.png = platform::encode_png_of_few_colours(picture);
  return picture_of(one.png);
}

// Only of the report that the draft was read from.
Outcome Site::report_page_picture(const Visit& visit) {
  const auto number = visit.target.query.number("page", 1, 10'000);
  const std::string source = visit.target.query.text("source");
  if (!number || !visit.work || visit.work->source().sha256 != source) return no_picture();
  const std::string hub = visit.desk.hub(), name = hub + " " + source + " " + std::to_string(*number);
  if (!report_pages_.contains(name)) {
    desk::Job job;
    job.kind = desk::Job::Kind::picture;
    job.page = *number;
    job.width_px = kPage_px;
    const auto id = visit.jobs.ask(job, clock_.local());
    if (!id) return no_picture();
    if (report_pages_.size() >= kMostPages) report_pages_.erase(report_pages_.begin());
    report_pages_[name].job = id.value();
    setup_.jobs_wait();
  }
  return Later{[this, hub, name] { return page_if_there(hub, name); }, no_picture()};
}

}  // namespace hub::web
