#include "desk/jobs/worker.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <optional>
#include <thread>
#include <utility>

#include "base/path.h"
#include "desk/jobs/job_queue.h"
#include "desk/store/desk_paths.h"
#include "desk/store/folders.h"
#include "desk/store/inbox.h"
#include "desk/store/pack_news.h"

namespace hub::desk {

namespace {

using State = JobProgress::State;

constexpr base::Seconds kLook{0.05};       // between two looks at a job that runs
constexpr base::Seconds kTellAgain{0.25};  // a card is not written to more often
constexpr const char* kLock = "work.lock";

JobProgress ended(State state, base::Message message, base::Message remedy = {}) {
  JobProgress progress;
  progress.state = state;
  progress.message = std::move(message);
  progress.remedy = std::move(remedy);
  progress.fraction = state == State::done ? 1 : 0;
  return progress;
}

JobProgress not_understood() {
  return ended(State::failed, {"頼まれたことが分かりません。", "What is asked for cannot be understood."},
               {"もう一度お試しください。", "Try again."});
}

JobProgress too_often() {
  return ended(State::failed, {"何度やりなおしても、途中で止まってしまいました。", "It stopped half way each time."},
               {"機械を起動しなおしてから、もう一度お試しください。", "Restart the machine, and try again."});
}

bool reads_report(const Job& job) { return job.kind == Job::Kind::read || job.kind == Job::Kind::picture; }

base::Message again_or(const Job& job) {
  if (reads_report(job)) {
    return {"もう一度お試しください。同じことになるときは、報告書を PDF で保存しなおしてください。",
            "Try again. If that comes to the same, save the report as PDF once more."};
  }
  return {"もう一度お試しください。同じことになるときは、この機械の電源を入れなおしてください。",
          "Try again. If that comes to the same, switch this machine off and on again."};
}

JobProgress too_slow(const Job& job) {
  return ended(State::failed, {"時間がかかりすぎるので、やめました。", "It took too long, and was ended."},
               again_or(job));
}

JobProgress fell(const Job& job) {
  return ended(State::failed, {"途中で止まってしまいました。", "It stopped half way."}, again_or(job));
}

JobProgress was_cancelled() {
  return ended(State::cancelled, {"やめました。何も変えていません。", "Cancelled. Nothing was changed."});
}

JobProgress outcome_of(const Job& job, const base::Result<JobResult>& result) {
  if (!result) return ended(State::failed, result.error().what, result.error().remedy);
  base::Message done;
  switch (job.kind) {
    case Job::Kind::read:
      done = {"報告書を読みました", "The report has been read"};
      break;
    case Job::Kind::picture:
      done = {"ページを描きました", "The page has been drawn"};
      break;
    case Job::Kind::inspect:
      done = {"確かめました", "It has been inspected"};
      break;
    case Job::Kind::publish:
      done = {"映しました", "It shows now"};
      break;
    case Job::Kind::back:
      done = {"前の内容に戻しました", "What showed before shows again"};
      break;
    case Job::Kind::home:
      done = {"画面の絵を描きました", "The screen has been drawn"};
      break;
    case Job::Kind::take:
    case Job::Kind::send:
      done = result.value().said;
      break;
  }
  JobProgress progress = ended(State::done, std::move(done));
  progress.result = result.value();
  return progress;
}

// In the job's own process: writes how far it is.
class WrittenProgress : public JobListener {
 public:
  WrittenProgress(const JobQueue& queue, std::string id, JobProgress now, const base::Clock& clock)
      : queue_(queue), id_(std::move(id)), now_(std::move(now)), clock_(clock) {}

  void at(double fraction, const base::Message& doing) override {
    const bool other = doing.ja != now_.message.ja;
    now_.fraction = std::max(now_.fraction, std::min(fraction, 1.0));
    now_.message = doing;
    if (other || clock_.now() >= next_) write();
  }
  void cannot_be_cancelled() override {
    now_.can_cancel = false;
    write();
  }

 private:
  // What a disk without room cannot take is told later, with the result.
  void write() {
    static_cast<void>(queue_.write(id_, now_).ok());
    next_ = base::later(clock_.now(), kTellAgain);
  }

  const JobQueue& queue_;
  std::string id_;
  JobProgress now_;
  const base::Clock& clock_;
  base::Instant next_{};
};

class Worker {
 public:
  Worker(const base::SystemCalls& calls, const base::Clock& clock, const WorkSetup& setup, const DoJob& doing)
      : calls_(calls), clock_(clock), setup_(setup), doing_(doing) {}

  base::Result<int> work() {
    if (!jobs_may_wait(calls_, setup_.state_folder)) return 0;
    const auto folder = open_or_make_folder(calls_, base::join(setup_.state_folder, "desk"));
    if (!folder) return folder.error();
    const base::FileDescriptor lock(
        calls_, calls_.open_at(folder.value().number(), kLock, O_RDWR | O_CREAT | O_NOFOLLOW, 0644));
    if (!lock.open() || calls_.lock(lock.number()) != 0) return 0;
    while (true) {
      while (const auto next = next_job()) {
        if (auto done = end(next->first, next->second); !done) return done.error();
        ++ended_;
        if (setup_.only_one) return ended_;
      }
      // Whoever asks writes the request first and then the sign.
      set_no_job_waits(calls_, setup_.state_folder);
      if (!next_job()) return ended_;
    }
  }

 private:
  JobPlace place_of(const std::string& hub) const {
    return {setup_.state_folder, setup_.content_folder, hub,         setup_.without_sandbox_allowed,
            setup_.config,       setup_.publish,        setup_.keys, setup_.send};
  }

  // The oldest of all hubs.
  std::optional<std::pair<std::string, std::string>> next_job() const {
    std::optional<std::pair<std::string, std::string>> oldest;
    for (const std::string& hub : hubs_with_a_desk(calls_, setup_.state_folder)) {
      const std::vector<std::string> ids = JobQueue(calls_, setup_.state_folder, hub).waiting();
      if (!ids.empty() && (!oldest || ids.front() < oldest->second)) oldest = {hub, ids.front()};
    }
    return oldest;
  }

  // Brings one job to its end.
  base::Status end(const std::string& hub, const std::string& id) const {
    const JobQueue queue(calls_, setup_.state_folder, hub);
    const JobPlace place = place_of(hub);
    JobProgress progress = queue.progress(id).value_or(JobProgress());
    if (progress.has_ended()) return queue.finish(id, progress);
    const std::optional<Job> job = queue.job(id);
    if (!job) return queue.finish(id, not_understood());
    if (queue.is_cancelled(id)) return queue.finish(id, was_cancelled());
    if (progress.tries == 0) progress.newest_version = newest_version(calls_, place);
    if (progress.tries > 0) {
      if (auto result = result_of_interrupted(calls_, clock_, place, *job, progress.newest_version)) {
        return queue.finish(id, outcome_of(*job, *std::move(result)));
      }
    }
    if (++progress.tries > kMostTries) return finish(queue, place, id, *job, too_often());
    progress.state = State::running;
    progress.message = {"始めています", "Beginning"};
    if (auto done = queue.write(id, progress); !done) return done;
    const JobProgress outcome = run(queue, place, id, *job, progress);
    if (setup_.heard) setup_.heard(*job, outcome);
    return finish(queue, place, id, *job, outcome);
  }

  // Of a pack it is kept what became of it, also where nobody got to look at it; else whoever looks after many screens
  // would take this one for well.
  base::Status finish(const JobQueue& queue, const JobPlace& place, const std::string& id, const Job& job,
                      const JobProgress& outcome) const {
    if (job.kind == Job::Kind::take && outcome.state == State::failed) {
      const std::string folder = DeskPaths(place.state_folder, place.hub).folder;
      const Inbox inbox(calls_, DeskPaths(place.state_folder, place.hub).inbox());
      const auto item = inbox.find(job.item);
      const std::vector<PackNews> told = pack_news(calls_, folder);
      if (item && std::ranges::find(told, job.item, &PackNews::item) == told.end()) {
        const PackNews news{item->id, item->name, item->from,      minute_text(clock_.local()),
                            "failed", 0,          outcome.message, outcome.remedy};
        if (auto done = add_pack_news(calls_, folder, news); !done) return done;
      }
    }
    return queue.finish(id, outcome);
  }

  // In a process of its own.
  JobProgress run(const JobQueue& queue, const JobPlace& place, const std::string& id, const Job& job,
                  const JobProgress& begun) const {
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child < 0) return fell(job);
    if (child == 0) {
      // It ends with this process, also when that is killed.
      if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::getppid() != parent) ::_exit(1);
      WrittenProgress written(queue, id, begun, clock_);
      const JobProgress outcome = outcome_of(job, doing_(calls_, clock_, place, id, job, written));
      ::_exit(queue.write(id, outcome) ? 0 : 1);
    }
    const std::optional<JobProgress> why = wait_for(child, queue, id, job);
    const std::optional<JobProgress> now = queue.progress(id);
    if (now && now->has_ended()) return *now;
    if (auto result = result_of_interrupted(calls_, clock_, place, job, begun.newest_version)) {
      return outcome_of(job, *std::move(result));
    }
    return why.value_or(fell(job));
  }

  // Why it was killed; nothing: it ended by itself.
  std::optional<JobProgress> wait_for(pid_t child, const JobQueue& queue, const std::string& id, const Job& job) const {
    const base::Instant end =
        base::later(clock_.now(), reads_report(job) ? setup_.longest_reading : setup_.longest_drawing);
    std::optional<JobProgress> why;
    for (int status = 0; ::waitpid(child, &status, WNOHANG) != child;) {
      if (!why && clock_.now() >= end) why = too_slow(job);
      if (!why && queue.is_cancelled(id) && queue.progress(id).value_or(JobProgress()).can_cancel)
        why = was_cancelled();
      if (why) ::kill(child, SIGKILL);
      std::this_thread::sleep_for(kLook);
    }
    return why;
  }

  const base::SystemCalls& calls_;
  const base::Clock& clock_;
  const WorkSetup& setup_;
  const DoJob& doing_;
  int ended_ = 0;
};

}  // namespace

base::Result<int> work(const base::SystemCalls& calls, const base::Clock& clock, const WorkSetup& setup,
                       const DoJob& doing) {
  return Worker(calls, clock, setup, doing).work();
}

}  // namespace hub::desk
