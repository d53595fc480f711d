// The jobs of one hub that wait, and how far each is:
//
//   <state>/desk/<hub>/requests/ID.request    what is asked for; goes when the result is written
//   <state>/desk/<hub>/requests/ID.progress   how far it is, then what came of it
//   <state>/desk/<hub>/requests/ID.cancel     it is not wanted any more
//   <state>/desk/<hub>/requests/ID.ppm        a picture that it made
//   <state>/desk/waiting                      there may be something to do: systemd looks for this one file
//
// Each is there whole or not at all. Whoever asks needs only the first three functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "base/system_calls.h"
#include "desk/jobs/job.h"

namespace hub::desk {

inline constexpr std::size_t kMostEnded = 20;    // of which it is still known what came of them
inline constexpr std::size_t kMostPictures = 3;  // of some megabytes each

class JobQueue {
 public:
  // `calls` outlives it.
  JobQueue(const base::SystemCalls& calls, const std::string& state_folder, const std::string& hub);

  // The job's id, in the order of asking.
  base::Result<std::string> ask(const Job& job, base::LocalTime now) const;
  // Nothing: there is no such job (any more).
  std::optional<JobProgress> progress(const std::string& id) const;
  // What has ended already stays as it is.
  base::Status cancel(const std::string& id) const;

  // For whoever does the jobs. The oldest first.
  std::vector<std::string> waiting() const;
  std::optional<Job> job(const std::string& id) const;
  bool is_cancelled(const std::string& id) const;
  base::Status write(const std::string& id, const JobProgress& progress) const;
  // The path of the picture.
  base::Result<std::string> write_picture(const std::string& id, std::string_view ppm) const;
  // The last word: the request goes, and what is old with it.
  base::Status finish(const std::string& id, const JobProgress& progress) const;

 private:
  std::optional<std::string> read(const std::string& name) const;
  base::Status put(const std::string& name, std::string_view bytes) const;
  std::vector<std::string> named(std::string_view ending) const;  // ids, the oldest first
  void sweep(std::string_view ending, std::size_t most) const;
  void sweep_staged(const std::string& id) const;
  void remove(const std::string& name) const;

  const base::SystemCalls* calls_;
  std::string desk_folder_;
  std::string folder_;
};

// Hubs that have a desk, by id.
std::vector<std::string> hubs_with_a_desk(const base::SystemCalls& calls, const std::string& state_folder);

// Whether a job may wait, and that none does as far as is known. Whoever takes the sign away looks once more
// afterwards.
bool jobs_may_wait(const base::SystemCalls& calls, const std::string& state_folder);
void set_no_job_waits(const base::SystemCalls& calls, const std::string& state_folder);

}  // namespace hub::desk
