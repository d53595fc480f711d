// Does the jobs that wait, one at a time, each in a process of its own, so that one that hangs or falls takes nothing
// with it. A job that is interrupted with the machine is done once more.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "base/system_calls.h"
#include "desk/jobs/do_job.h"

namespace hub::desk {

struct WorkSetup {
  std::string state_folder;
  std::string content_folder;  // what kiosks read
  bool without_sandbox_allowed = false;
  config::Config config = {};  // of the kiosk
  MakeItShow publish = desk::publish;
  bool only_one = false;  // job, then end
  // A job that takes longer is killed, and that is said: one that reads a report or draws a page of it, and one that
  // draws every screen of the hubs, which a Raspberry Pi 3 does in minutes.
  base::Seconds longest_reading{110};
  base::Seconds longest_drawing{280};
  std::vector<pack::KnownKey> keys = {};  // whose packs are taken
  SendPack send = {};                     // nothing: no packs go out from here
  // Hears what came of each job.
  std::function<void(const Job& job, const JobProgress& progress)> heard = {};
};
inline constexpr int kMostTries = 3;  // of a job that ends with the machine, or with the memory

// What a job does: do_job, or a test's.
using DoJob = std::function<base::Result<JobResult>(const base::SystemCalls& calls, const base::Clock& clock,
                                                    const JobPlace& place, const std::string& id, const Job& job,
                                                    JobListener& listener)>;

// How many jobs have ended. Somebody else who works there already is no error: then none have. Error: what came of a
// job could not be written; it waits on.
base::Result<int> work(const base::SystemCalls& calls, const base::Clock& clock, const WorkSetup& setup,
                       const DoJob& doing = do_job);

}  // namespace hub::desk
