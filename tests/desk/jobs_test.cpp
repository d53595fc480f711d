// The desk's slow work: asked for by files, done one at a time in processes of its own, and never lost, whatever ends.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <thread>

#include "base/clock.h"
#include "base/files.h"
#include "desk/jobs/job_queue.h"
#include "desk/jobs/worker.h"
#include "support/disk_place.h"
#include "support/faults.h"
#include "support/fixtures.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::tests;
using desk::Job;
using desk::JobListener;
using desk::JobPlace;
using desk::JobProgress;
using desk::JobResult;
using State = desk::JobProgress::State;

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

base::LocalTime at(int minutes) {
  using namespace std::chrono;
  return local_days(2026y / 11 / 27) + std::chrono::hours(15) + std::chrono::minutes(minutes);
}

struct Place : DiskPlace {
  desk::JobQueue queue(const std::string& hub = "izumi") const { return {calls, *this / "state", hub}; }
  std::string ask(Job job = {}, int minutes = 0) const {
    auto id = queue().ask(job, at(minutes));
    REQUIRE(id);
    return id.value();
  }
  desk::WorkSetup setup() const { return {*this / "state", *this / "content"}; }
  int work(const desk::DoJob& doing) const { return work(setup(), doing); }
  int work(const desk::WorkSetup& with, const desk::DoJob& doing) const {
    const auto ended = desk::work(calls, clock, with, doing);
    REQUIRE(ended);
    return ended.value();
  }
  std::vector<std::string> files(const std::string& ending) const {
    std::vector<std::string> names;
    const std::string folder = *this / "state/desk/izumi/requests";
    if (!fs::exists(folder)) return names;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ending) names.push_back(entry.path().filename());
    }
    return names;
  }

  base::SystemCalls calls;
  base::SystemClock clock;
};

// A job whose result tells that it was done.
const desk::DoJob kGood = [](const base::SystemCalls&, const base::Clock&, const JobPlace&, const std::string&,
                             const Job& job, JobListener& listener) -> base::Result<JobResult> {
  listener.at(0.5, {"半分", "half"});
  JobResult result;
  result.questions = 100 + job.question;
  return result;
};

desk::DoJob writes_a_line(const std::string& file) {
  return [file](const base::SystemCalls&, const base::Clock&, const JobPlace& place, const std::string&, const Job& job,
                JobListener&) -> base::Result<JobResult> {
    std::ofstream(file, std::ios::app) << place.hub << job.question << "\n";
    return JobResult();
  };
}

template <class Wanted>
bool comes_true(Wanted wanted) {
  for (int i = 0; i < 400; ++i) {
    if (wanted()) return true;
    std::this_thread::sleep_for(10ms);
  }
  return false;
}

}  // namespace

TEST_CASE("a job that is asked for waits, is done, and says what came of it") {
  const Place place;
  CHECK(place.work(kGood) == 0);
  Job job;
  job.question = 7;
  job.who = "山田";
  const std::string id = place.ask(job);
  CHECK(place.queue().progress(id)->state == State::waiting);
  CHECK(desk::jobs_may_wait(place.calls, place / "state"));
  CHECK(place.queue().job(id)->who == "山田");
  CHECK(place.work(kGood) == 1);
  const auto progress = place.queue().progress(id);
  REQUIRE(progress);
  CHECK(progress->state == State::done);
  CHECK(progress->fraction == 1);
  CHECK(progress->result.questions == 107);
  CHECK_FALSE(progress->message.ja.empty());
  CHECK(place.queue().waiting().empty());
  CHECK_FALSE(desk::jobs_may_wait(place.calls, place / "state"));
  CHECK_FALSE(place.queue().progress("20260101-000000-000-000"));
  CHECK_FALSE(place.queue().progress("../../../../etc/passwd"));
}

TEST_CASE("jobs and their progress come back from their files as they went in, and anything else is none") {
  const Job job{Job::Kind::picture, "山田\"", "20261127-1", true, 3, 2, 640, 9, 5, 480};
  const auto taken = desk::job_from(to_json(job));
  REQUIRE(taken);
  CHECK(to_json(*taken) == to_json(job));
  CHECK(taken->kind == Job::Kind::picture);
  CHECK(taken->width_px == 640);
  JobProgress progress{State::failed, 0.25, {"だめ", "no"}, {"もう一度", "again"}, false, 2, 4, {}};
  progress.result = {3, "/x.ppm", 2, true, {{{"直す", "mend"}, true, "izumi/hub.json#/tagline", "en"}}, 6};
  const auto back = desk::progress_from(to_json(progress));
  REQUIRE(back);
  CHECK(to_json(*back) == to_json(progress));
  CHECK(back->result.findings.front().what.ja == "直す");
  CHECK(back->result.findings.front().refuses);
  CHECK(back->result.findings.front().at == "izumi/hub.json#/tagline");
  CHECK(back->result.findings.front().language == "en");
  for (const char* bytes :
       {"", "{", "[]", "null", "{\"job\": 3}", "{\"job\": \"erase\"}", "{\"state\": \"lost\"}", "\xff"}) {
    CHECK_FALSE(desk::job_from(bytes));
    CHECK_FALSE(desk::progress_from(bytes));
  }
  CHECK(desk::progress_from(R"({"state": "running", "fraction": 1e300})")->fraction == 1);
}

TEST_CASE("jobs of all hubs are done in the order of asking, and one alone where that is wanted") {
  const Place place;
  const std::string file = place / "done";
  for (int i = 0; i < 4; ++i) {
    Job job;
    job.question = i;
    REQUIRE(place.queue(i % 2 == 0 ? "konan" : "izumi").ask(job, at(i)));
  }
  desk::WorkSetup one = place.setup();
  one.only_one = true;
  CHECK(place.work(one, writes_a_line(file)) == 1);
  CHECK(place.read("done") == "konan0\n");
  CHECK(desk::jobs_may_wait(place.calls, place / "state"));
  CHECK(place.work(writes_a_line(file)) == 3);
  CHECK(place.read("done") == "konan0\nizumi1\nkonan2\nizumi3\n");
  // In one moment, also by two faces.
  const std::string first = place.ask({}, 9), second = place.ask({}, 9);
  CHECK(first < second);
}

TEST_CASE("what goes wrong in a job is said, and the next is done" * slow()) {
  const Place place;
  const std::string failing = place.ask({}, 0), falling = place.ask({}, 1), nonsense = place.ask({}, 2),
                    good = place.ask({}, 3);
  place.write("state/desk/izumi/requests/" + nonsense + ".request", "{\"job\": \"format the disk\"}");
  const desk::DoJob doing = [&](const base::SystemCalls& calls, const base::Clock& clock, const JobPlace& where,
                                const std::string& id, const Job& job,
                                JobListener& listener) -> base::Result<JobResult> {
    if (id == failing) return base::Error{{"読めません", "no"}, {"ほかを選んでください", "choose"}};
    if (id == falling) ::kill(::getpid(), SIGKILL);
    return kGood(calls, clock, where, id, job, listener);
  };
  CHECK(place.work(doing) == 4);
  CHECK(place.queue().progress(failing)->state == State::failed);
  CHECK(place.queue().progress(failing)->message.ja == "読めません");
  CHECK(place.queue().progress(failing)->remedy.ja == "ほかを選んでください");
  CHECK(place.queue().progress(falling)->state == State::failed);
  CHECK_FALSE(place.queue().progress(falling)->remedy.ja.empty());
  CHECK(place.queue().progress(nonsense)->state == State::failed);
  CHECK(place.queue().progress(good)->state == State::done);
}

TEST_CASE("a job is cancelled before it begins and while it runs, and not when it is about to show" * slow()) {
  const Place place;
  const std::string before = place.ask({}, 0), during = place.ask({}, 1), late = place.ask({}, 2);
  REQUIRE(place.queue().cancel(before).ok());
  const desk::DoJob doing = [&](const base::SystemCalls&, const base::Clock&, const JobPlace&, const std::string& id,
                                const Job&, JobListener& listener) -> base::Result<JobResult> {
    const Place& in = place;
    if (id == late) listener.cannot_be_cancelled();
    REQUIRE(in.queue().cancel(id).ok());
    if (id == during) std::this_thread::sleep_for(60s);
    if (id == late) std::this_thread::sleep_for(200ms);
    return JobResult();
  };
  CHECK(place.work(doing) == 3);
  CHECK(place.queue().progress(before)->state == State::cancelled);
  CHECK(place.queue().progress(during)->state == State::cancelled);
  CHECK(place.queue().progress(late)->state == State::done);
  CHECK(place.files(".cancel").empty());
  // What has ended stays as it is.
  CHECK(place.queue().cancel(late).ok());
  CHECK(place.queue().progress(late)->state == State::done);
  CHECK(place.files(".cancel").empty());
}

TEST_CASE("a job that takes too long is ended, and that is said" * slow()) {
  const Place place;
  desk::WorkSetup setup = place.setup();
  const auto too_long = [](const base::SystemCalls&, const base::Clock&, const JobPlace&, const std::string&,
                           const Job&, JobListener&) -> base::Result<JobResult> {
    std::this_thread::sleep_for(60s);
    return JobResult();
  };
  std::string id;
  const char* remedy = nullptr;
  SUBCASE("one that reads a report, which may be saved otherwise") {
    setup.longest_reading = base::Seconds(0.2);
    id = place.ask();
    remedy = "PDF で保存しなおし";
  }
  SUBCASE("one that draws every screen, which has nothing to do with a PDF") {
    setup.longest_drawing = base::Seconds(0.2);
    Job publish;
    publish.kind = Job::Kind::publish;
    id = place.ask(publish);
    remedy = "電源を入れなおし";
  }
  CHECK(place.work(setup, too_long) == 1);
  const auto progress = place.queue().progress(id);
  REQUIRE(progress);
  CHECK(progress->state == State::failed);
  CHECK(progress->message.ja.find("時間がかかりすぎる") != std::string::npos);
  CHECK(progress->remedy.ja.find(remedy) != std::string::npos);
}

TEST_CASE("two who work: one does it, the other has nothing to do" * slow()) {
  const Place place;
  const std::string id = place.ask();
  const pid_t other = ::fork();
  REQUIRE(other >= 0);
  if (other == 0) {
    const auto slow_job = [](const base::SystemCalls&, const base::Clock&, const JobPlace&, const std::string&,
                             const Job&, JobListener&) -> base::Result<JobResult> {
      std::this_thread::sleep_for(500ms);
      return JobResult();
    };
    const auto ended = desk::work(place.calls, place.clock, place.setup(), slow_job);
    ::_exit(ended && ended.value() == 1 ? 0 : 1);
  }
  REQUIRE(comes_true([&] { return place.queue().progress(id)->state == State::running; }));
  CHECK(place.work(kGood) == 0);
  int status = 0;
  ::waitpid(other, &status, 0);
  CHECK(status == 0);
  CHECK(place.queue().progress(id)->result.questions == 0);
}

TEST_CASE("a job whose worker is killed is done once more, and given up when that goes on" * slow()) {
  const Place place;
  const std::string id = place.ask();
  const auto killed_while_working = [&] {
    const pid_t worker = ::fork();
    REQUIRE(worker >= 0);
    if (worker == 0) {
      const desk::DoJob never = [](const base::SystemCalls&, const base::Clock&, const JobPlace&, const std::string&,
                                   const Job&, JobListener& listener) -> base::Result<JobResult> {
        listener.at(0.5, {"途中", "half"});
        std::this_thread::sleep_for(60s);
        return JobResult();
      };
      comes_true([&] { return place.work(never) > 0; });
      ::_exit(0);
    }
    CHECK(comes_true([&] {
      const auto now = place.queue().progress(id);
      return now && now->message.ja == "途中";
    }));
    ::kill(worker, SIGKILL);
    ::waitpid(worker, nullptr, 0);
    // The next try begins with the words of a beginning.
    REQUIRE(place.queue().waiting().size() == 1);
    CHECK(desk::jobs_may_wait(place.calls, place / "state"));
    JobProgress now = *place.queue().progress(id);
    now.message = {"始めています", "Beginning"};
    REQUIRE(place.queue().write(id, now).ok());
    return now.tries;
  };
  CHECK(killed_while_working() == 1);
  CHECK(killed_while_working() == 2);
  // The job that was killed with its worker may still be about to end.
  const auto works = [&] { return place.work(kGood) == 1; };
  SUBCASE("the third time it goes well") {
    CHECK(comes_true(works));
    CHECK(place.queue().progress(id)->state == State::done);
  }
  SUBCASE("the fourth time is not tried") {
    CHECK(killed_while_working() == 3);
    CHECK(comes_true(works));
    CHECK(place.queue().progress(id)->state == State::failed);
    CHECK(place.queue().progress(id)->message.ja.find("何度やりなおしても") != std::string::npos);
  }
}

TEST_CASE("asking that is killed anywhere has asked or not, and what is asked for is done" * slow()) {
  bool asked = false;
  for (int n = 1;; ++n) {
    CAPTURE(n);
    const Place place;
    const bool killed = killed_at(n, [&](const Calls& calls) {
      if (!desk::JobQueue(calls, place / "state", "izumi").ask({}, at(0))) ::_exit(1);
    });
    const auto waiting = place.queue().waiting();
    CHECK(waiting.size() <= 1);
    const bool sign = desk::jobs_may_wait(place.calls, place / "state");
    if (sign) CHECK(waiting.size() == 1);
    asked = !waiting.empty();
    CHECK(place.work(kGood) == (sign ? 1 : 0));
    const std::string next = place.ask({}, 1);
    CHECK(place.work(kGood) == (asked && !sign ? 2 : 1));
    CHECK(place.queue().progress(next)->state == State::done);
    CHECK(place.queue().waiting().empty());
    if (!killed) break;
  }
  CHECK(asked);
}

TEST_CASE("a disk without room when asking: an error that says so, and nothing is asked") {
  const int writing = [] {
    const Place place;
    return writing_calls(
        [&](const Calls& calls) { CHECK(desk::JobQueue(calls, place / "state", "izumi").ask({}, at(0))); });
  }();
  for (int n = 1; n <= writing; ++n) {
    CAPTURE(n);
    const Place place;
    const auto id = desk::JobQueue(full_at(n, true, ENOSPC), place / "state", "izumi").ask({}, at(0));
    if (id) continue;
    CHECK(id.error().what.ja.find("ディスクがいっぱいです") != std::string::npos);
    CHECK(place.files(".new").empty());
  }
}

TEST_CASE("what has ended is kept for a while, and no picture too many" * slow()) {
  const Place place;
  const desk::DoJob draws = [](const base::SystemCalls& calls, const base::Clock&, const JobPlace& where,
                               const std::string& id, const Job&, JobListener&) -> base::Result<JobResult> {
    JobResult result;
    auto path = desk::JobQueue(calls, where.state_folder, where.hub).write_picture(id, "P6\n1 1\n255\nabc");
    if (!path) return path.error();
    result.picture = path.value();
    return result;
  };
  std::string last;
  for (int i = 0; i < 30; ++i) last = place.ask({}, i);
  place.write("state/desk/izumi/requests/20261127-140000-000-000.ppm.new", "half a picture");
  CHECK(place.work(draws) == 30);
  CHECK(place.files(".progress").size() == desk::kMostEnded);
  CHECK(place.files(".ppm").size() == desk::kMostPictures);
  CHECK(place.files(".new").empty());
  CHECK(fs::exists(place.queue().progress(last)->result.picture));
}

namespace {

// Says what it was asked, in place of sending.
struct Sent {
  int times = 0;
  bool anew = false;
  desk::SendPack send() {
    return [this](const base::SystemCalls&, const base::Clock&, const std::string&, const std::string& hub,
                  bool anew_now) -> base::Result<int> {
      ++times, anew = anew_now;
      if (hub != "izumi") return base::Error{{"送れません。", "no"}, {}};
      return 8;
    };
  }
};

struct Unheard : JobListener {
  void at(double, const base::Message&) override {}
  void cannot_be_cancelled() override {}
};

struct SendingPlace : Place {
  base::Result<JobResult> sends(const std::string& after, const desk::SendPack& send) const {
    Job job;
    job.kind = Job::Kind::send;
    job.item = after;
    JobPlace where{*this / "state", *this / "content", "izumi"};
    where.send = send;
    Unheard unheard;
    return desk::do_job(calls, clock, where, "1", job, unheard);
  }
};

}  // namespace

TEST_CASE("what was to show is sent when it does, and not when it does not or nobody knows") {
  const SendingPlace place;
  Sent sent;
  const std::string shows = place.ask();
  const std::string waits = place.ask({}, 1);
  const auto not_yet = place.sends(shows, sent.send());
  REQUIRE_FALSE(not_yet);
  CHECK(not_yet.error().what.ja == "新しい内容にならなかったので、画面にも送っていません。");
  JobProgress progress;
  progress.state = State::done;
  REQUIRE(place.queue().finish(shows, progress));
  progress.state = State::failed;
  REQUIRE(place.queue().finish(waits, progress));
  CHECK_FALSE(place.sends(waits, sent.send()));
  CHECK_FALSE(place.sends("20201127-140000-000-000", sent.send()));
  CHECK(sent.times == 0);
  const auto done = place.sends(shows, sent.send());
  REQUIRE(done);
  CHECK(done.value().said.ja == "画面に送りました（8 番）");
  CHECK(sent.times == 1);
  CHECK_FALSE(sent.anew);
  const auto nowhere = place.sends(shows, {});
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().what.ja == "ここからは、ほかの画面に送れません。");
}

TEST_CASE("what shows is looked at before it is sent by itself, and sent as something new" * slow()) {
  const SendingPlace place;
  Sent sent;
  write_tree(place.path / "content", small_hub("はじめ"));
  const auto done = place.sends("", sent.send());
  REQUIRE(done);
  CHECK(sent.anew);
  place.write("content/izumi/hub.json", "{");
  const auto refused = place.sends("", sent.send());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what.ja.starts_with("内容にまちがいがあるので、画面に送っていません。"));
  CHECK(sent.times == 1);
}
