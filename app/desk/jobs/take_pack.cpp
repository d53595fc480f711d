#include "desk/jobs/take_pack.h"

#include <algorithm>
#include <thread>

#include "desk/jobs/job_queue.h"
#include "desk/pack_making.h"
#include "desk/store/desk_paths.h"
#include "pack/pack.h"

namespace hub::desk {

namespace {

constexpr base::Seconds kLook{0.2};
constexpr base::Seconds kLongest{300};  // two jobs of others, and this one

base::Error no_answer() {
  return {{"パックがどうなったか、わかりません。", "Nobody said what became of the pack."},
          {"少し待ってから、もう一度お試しください。", "Try again in a moment."}};
}

}  // namespace

base::Status ask_to_take_packs(const base::SystemCalls& calls, const std::string& state_folder, const std::string& hub,
                               const std::vector<InboxItem>& items, base::LocalTime now) {
  Inbox inbox(calls, DeskPaths(state_folder, hub).inbox());
  std::vector<InboxItem> ours, others;
  for (const InboxItem& item : items) {
    if (!is_pack(item.name)) continue;
    const auto bytes = inbox.read(item);
    (bytes && pack::is_for_another(bytes.value(), hub) ? others : ours).push_back(item);
  }
  if (ours.empty() && !others.empty()) {
    ours.push_back(others.back());
    others.pop_back();
  }
  for (const InboxItem& item : ours) {
    Job job;
    job.kind = Job::Kind::take;
    job.item = item.id;
    if (const auto asked = JobQueue(calls, state_folder, hub).ask(job, now); !asked) return asked.error();
  }
  for (const InboxItem& item : others) {
    if (auto done = inbox.remove(item.id); !done) return done;
  }
  return base::Done{};
}

base::Result<PackNews> take_pack_now(const base::SystemCalls& calls, const base::Clock& clock, const WorkSetup& setup,
                                     const std::string& hub, std::string_view bytes, const std::string& name) {
  const DeskPaths paths(setup.state_folder, hub);
  const auto item = Inbox(calls, paths.inbox()).take(bytes, name, CameFrom::command, clock.local());
  if (!item) return item.error();
  Job job;
  job.kind = Job::Kind::take;
  job.item = item.value().id;
  const JobQueue queue(calls, setup.state_folder, hub);
  const auto id = queue.ask(job, clock.local());
  if (!id) return id.error();
  const base::Instant end = base::later(clock.now(), kLongest);
  for (;;) {
    if (const auto done = work(calls, clock, setup); !done) return done.error();
    const auto progress = queue.progress(id.value());
    if (!progress || clock.now() >= end) return no_answer();
    if (!progress->has_ended()) {
      std::this_thread::sleep_for(kLook);
      continue;
    }
    const std::vector<PackNews> all = pack_news(calls, paths.folder);
    const auto news = std::ranges::find(all, item.value().id, &PackNews::item);
    if (news != all.end()) return *news;
    return base::Error{progress->message, progress->remedy};  // it could not even be looked at
  }
}

}  // namespace hub::desk
