// One of the desk's jobs, from its beginning to its end, in this process. It may be killed at any moment: what the desk
// keeps is then what it was, or what it was to become, and the job can be done once more.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "base/system_calls.h"
#include "config/config.h"
#include "desk/desk.h"
#include "desk/jobs/job.h"
#include "pack/pack.h"

namespace hub::desk {

class JobListener {
 public:
  virtual ~JobListener() = default;
  virtual void at(double fraction, const base::Message& doing) = 0;
  virtual void cannot_be_cancelled() = 0;  // from here on
};

// What shows of a hub goes to its screens (fleet/sending.h). `anew`: as a new pack, also where the newest says it
// already. The pack's serial. Error: in words for staff; it can be sent again.
using SendPack = std::function<base::Result<int>(const base::SystemCalls& calls, const base::Clock& clock,
                                                 const std::string& content_folder, const std::string& hub, bool anew)>;

// Where a job's work is.
struct JobPlace {
  std::string state_folder;
  std::string content_folder;  // what kiosks read
  std::string hub;
  bool without_sandbox_allowed = false;
  config::Config config = {};  // of the kiosk, whose screens are drawn
  MakeItShow publish = desk::publish;
  std::vector<pack::KnownKey> keys = {};  // whose packs are taken
  SendPack send = {};                     // nothing: no packs go out from here
};

// `id`: of the job, for what it makes. Error: in words for staff, and nothing was changed.
base::Result<JobResult> do_job(const base::SystemCalls& calls, const base::Clock& clock, const JobPlace& place,
                               const std::string& id, const Job& job, JobListener& listener);

// Of a job that was begun before and did not end: what came of it, where it had done all that it is for.
// `newest_version`: of the history, before it was first begun.
std::optional<JobResult> result_of_interrupted(const base::SystemCalls& calls, const base::Clock& clock,
                                               const JobPlace& place, const Job& job, int newest_version);

// 0: nothing was published yet.
int newest_version(const base::SystemCalls& calls, const JobPlace& place);

}  // namespace hub::desk
