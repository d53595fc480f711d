// What can be changed. Each leads to a page that can be looked at again without changing anything.
#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/characters.h"
#include "base/parse.h"
#include "web/site.h"

namespace hub::web {

namespace {

constexpr std::size_t kLongestName = 20;  // characters

base::Error no_file() {
  return {{"ファイルが選ばれていません。", "No file was chosen."},
          {"報告書のファイルを選んでから、「読み取る」を押してください。", "Choose the report's file first."}};
}

base::Error gone() {
  return {{"それは、もうありません。", "It is not there any more."}, {"もう一度選んでください。", "Choose again."}};
}

// 3:12
std::optional<report::Place> place_of(const std::string& words) {
  const std::size_t colon = words.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const auto page = base::parse_count(words.substr(0, colon), 100'000);
  const auto line = base::parse_count(words.substr(colon + 1), 10'000'000);
  if (!page || !line) return std::nullopt;
  return report::Place{*page, *line};
}

// The next that is not answered, behind this one and then before it. Nothing: all are.
std::optional<int> next_open(const desk::Work& work, int after) {
  const auto count = static_cast<int>(work.reading().questions.size());
  for (int i = 1; i <= count; ++i) {
    const int number = (after + i) % count;
    if (number == after) break;
    const desk::Work::State state = work.state_of(number);
    if (state == desk::Work::State::open) return number;
  }
  return std::nullopt;
}

// Of what a browser says, only words of ours stand in a log.
std::string known_word(const std::string& what) {
  constexpr std::string_view kKnown[] = {"questions", "job",         "upload", "open",  "inspect", "publish", "back",
                                         "discard",   "take-theirs", "type",   "check", "undo",    "who",     "send"};
  return std::ranges::find(kKnown, what) == std::end(kKnown) ? std::string("nothing") : what;
}

}  // namespace

Outcome Site::change(Visit& visit) {
  const std::string what = visit.part(1);
  const std::size_t parts = visit.target.path.size();
  const Fields& fields = visit.form.fields;
  setup_.log("session " + std::to_string(visit.session.number) + ": " + known_word(what));
  if (what == "questions" && (parts == 3 || parts == 4)) return change_question(visit);
  if (what == "job" && parts == 3) {
    if (const base::Status stopped = visit.jobs.cancel(visit.part(2)); !stopped) return not_found(visit);
    return redirect_to(Url({visit.desk.hub(), "job", visit.part(2)}).text());
  }
  if (parts != 2) return not_found(visit);
  if (what == "type") return change_typed(visit);
  if (what == "check") return check_typed(visit);
  if (what == "undo") return undo_typing(visit);
  if (what == "who") {
    gate_.call(visit.session, base::shown(fields.text("who"), kLongestName));
    return redirect_to(Url({visit.desk.hub()}).text());
  }
  if (what == "upload") return take_upload(visit);
  if (what == "open") {
    const auto item = visit.desk.inbox().find(fields.text("item"));
    if (!item) return page(visit, bring_page(visit.context(clock_), gone()), 409);
    return open_item(visit, *item, fields.is_set("replace"));
  }
  desk::Job job;
  if (what == "inspect" && visit.work) {
    job.kind = desk::Job::Kind::inspect;
    return begin(visit, job, "publish");
  }
  if (what == "publish") {
    job.kind = desk::Job::Kind::publish;
    job.revision = visit.by().revision;
    job.draft_wins = fields.is_set("wins");
    return begin(visit, job, "done");
  }
  if (what == "back") {
    job.kind = desk::Job::Kind::back;
    job.version = fields.number("version", 1, 1'000'000).value_or(0);
    return begin(visit, job, "done");
  }
  if (what == "send" && visit.sends) {
    job.kind = desk::Job::Kind::send;
    return begin(visit, job, "sent");
  }
  if (what == "discard") {
    if (const base::Status done = visit.desk.discard(); !done) {
      return page(visit, gone_page(visit.context(clock_), done.error()), 500);
    }
    return redirect_to(Url({visit.desk.hub()}).text());
  }
  if (what == "take-theirs") {
    const base::Status done = visit.desk.take_theirs(fields.text("file"), fields.text("pointer"), visit.by());
    if (!done) return show_publish(visit, done.error());
    return redirect_to(Url({visit.desk.hub(), "publish"}).text());
  }
  return not_found(visit);
}

Response Site::begin(const Visit& visit, desk::Job job, const std::string& then) {
  job.who = visit.session.who;
  const auto id = visit.jobs.ask(job, clock_.local());
  if (!id) return page(visit, gone_page(visit.context(clock_), id.error()), 500);
  if (job.kind == desk::Job::Kind::inspect) looked_[visit.desk.hub()] = {visit.work->revision(), id.value()};
  Fields query = {{"then", then}};
  if (visit.sends && then == "done") query = {{"then", "send"}, {"next", ask_to_send(visit, id.value())}};
  setup_.jobs_wait();
  return redirect_to(Url({visit.desk.hub(), "job", id.value()}, std::move(query)).text());
}

// When `shows` has made it show. Asked for now: nobody has to wait for the one to end for the other to be done. What
// could not be asked for is not done, and the page that comes then says so.
std::string Site::ask_to_send(const Visit& visit, const std::string& shows) const {
  desk::Job job;
  job.kind = desk::Job::Kind::send;
  job.who = visit.session.who;
  job.item = shows;
  const auto id = visit.jobs.ask(job, clock_.local());
  return id ? id.value() : std::string();
}

Response Site::take_upload(Visit& visit) {
  const PageContext context = visit.context(clock_);
  if (!visit.form.file) return page(visit, bring_page(context, no_file()), 409);
  const SentFile& file = *visit.form.file;
  const auto item = visit.desk.inbox().take(file.bytes, file.name, desk::CameFrom::browser, clock_.local());
  if (!item) return page(visit, bring_page(context, item.error()), 409);
  return open_item(visit, item.value(), false);
}

Response Site::open_item(Visit& visit, const desk::InboxItem& item, bool replace) {
  if (!replace && visit.work && !visit.work->steps().empty()) {
    return page(visit, replace_page(visit.context(clock_), item), 409);
  }
  desk::Job job;
  job.kind = desk::Job::Kind::read;
  job.item = item.id;
  job.replace = replace;
  return begin(visit, job, "questions");
}

Response Site::change_question(Visit& visit) {
  const Fields& fields = visit.form.fields;
  const int number = base::parse_count(visit.part(2), 10'000).value_or(0) - 1;
  const std::string how = visit.part(3);
  base::Status done = gone();
  if (how.empty()) {
    done = visit.desk.answer(number, fields.text("choice"), visit.by());
  } else if (how == "later") {
    done = visit.desk.put_off(number, visit.by());
  } else if (how == "take-back") {
    const auto again = visit.desk.take_back(number, visit.by());
    if (again) return redirect_to(Url({visit.desk.hub(), "questions", std::to_string(number + 1)}).text());
    done = again.error();
  } else if (how == "lines") {
    const auto first = place_of(fields.text("first")), last = place_of(fields.text("last"));
    if (first && last) done = visit.desk.put_lines(number, *first, *last, fields.text("place"), visit.by());
  }
  // The draft as it is now, and why it did not become what was wanted.
  const auto work = visit.desk.work();
  if (work) visit.work = work.value();
  if (!done) return show_question(visit, number, done.error());
  // Some answers leave a question open, for more of the same.
  if (visit.work && visit.work->state_of(number) == desk::Work::State::open) {
    return redirect_to(Url({visit.desk.hub(), "questions", std::to_string(number + 1)}).text());
  }
  const auto next = visit.work ? next_open(*visit.work, number) : std::nullopt;
  if (!next) return redirect_to(Url({visit.desk.hub(), "questions"}).text());
  return redirect_to(Url({visit.desk.hub(), "questions", std::to_string(*next + 1)}).text());
}

}  // namespace hub::web
