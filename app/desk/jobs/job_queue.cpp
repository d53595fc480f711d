#include "desk/jobs/job_queue.h"

#include <fcntl.h>

#include <algorithm>
#include <cstdio>

#include "base/file_errors.h"
#include "base/folder_tree.h"
#include "base/path.h"
#include "desk/store/desk_paths.h"
#include "desk/store/folders.h"

namespace hub::desk {

namespace {

constexpr std::string_view kRequest = ".request", kProgress = ".progress", kCancel = ".cancel", kPicture = ".ppm";
constexpr const char* kWaiting = "waiting";
constexpr std::size_t kMostBytes = 256 << 10;  // of findings
constexpr int kMostOfAMoment = 1000;           // jobs that are asked for in one millisecond

// Nothing but what this file makes: a name that somebody wrote into a request leads nowhere else.
bool is_id(std::string_view id) {
  const auto may = [](char c) { return (c >= '0' && c <= '9') || c == '-'; };
  return !id.empty() && id.size() < 40 && std::ranges::all_of(id, may);
}

std::string name_of(std::string_view id, std::string_view ending) { return std::string(id).append(ending); }

std::string moment_text(base::LocalTime now) {
  const auto ms = base::time_of_day(now).count();
  const base::Date day = base::date_of(now);
  char moment[40];
  std::snprintf(moment, sizeof moment, "%04d%02u%02u-%02d%02d%02d-%03d", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), static_cast<int>(ms / 3'600'000),
                static_cast<int>(ms / 60'000 % 60), static_cast<int>(ms / 1000 % 60), static_cast<int>(ms % 1000));
  return moment;
}

base::FileDescriptor existing(const base::SystemCalls& calls, const std::string& path) {
  return {calls, calls.open_at(base::kHere, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)};
}

base::Error too_many_jobs() {
  return {{"いま、ほかの作業でいっぱいです。", "There are too many jobs at the moment."},
          {"少し待ってから、もう一度お試しください。", "Try again in a moment."}};
}

}  // namespace

JobQueue::JobQueue(const base::SystemCalls& calls, const std::string& state_folder, const std::string& hub)
    : calls_(&calls),
      desk_folder_(base::join(state_folder, "desk")),
      folder_(DeskPaths(state_folder, hub).requests()) {}

base::Status JobQueue::put(const std::string& name, std::string_view bytes) const {
  const auto folder = open_or_make_folder(*calls_, folder_);
  if (!folder) return folder.error();
  return replace_file(*calls_, folder.value(), name, bytes, base::join(folder_, name));
}

std::optional<std::string> JobQueue::read(const std::string& name) const {
  const base::FileDescriptor folder = existing(*calls_, folder_);
  if (!folder.open()) return std::nullopt;
  auto bytes = base::read_file(*calls_, folder, name, kMostBytes, base::join(folder_, name));
  return bytes ? std::optional(std::move(bytes.value().bytes)) : std::nullopt;
}

void JobQueue::remove(const std::string& name) const {
  const base::FileDescriptor folder = existing(*calls_, folder_);
  if (folder.open()) calls_->remove_at(folder.number(), name);
}

std::vector<std::string> JobQueue::named(std::string_view ending) const {
  std::vector<std::string> names, ids;
  const base::FileDescriptor folder = existing(*calls_, folder_);
  if (!folder.open() || calls_->names(folder.number(), names) != 0) return ids;
  for (const std::string& name : names) {
    const std::string id = name.substr(0, name.size() - std::min(name.size(), ending.size()));
    if (name.ends_with(ending) && is_id(id)) ids.push_back(id);
  }
  std::ranges::sort(ids);
  return ids;
}

base::Result<std::string> JobQueue::ask(const Job& job, base::LocalTime now) const {
  const auto folder = open_or_make_folder(*calls_, folder_);
  if (!folder) return folder.error();
  const std::string moment = moment_text(now);
  for (int number = 0; number < kMostOfAMoment; ++number) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "-%03d", number);
    const std::string id = moment + digits;
    // Whoever makes its progress first has the id; two faces may ask in the same moment.
    struct stat unused {};
    if (calls_->status_at(folder.value().number(), name_of(id, kProgress), unused) == 0) continue;
    const base::FileDescriptor mine(
        *calls_, calls_->open_at(folder.value().number(), name_of(id, kProgress), O_WRONLY | O_CREAT | O_EXCL, 0644));
    if (mine.number() == -EEXIST) continue;
    if (!mine.open()) return base::cannot_write(folder_, -mine.number());
    JobProgress waiting;
    waiting.message = {"順番を待っています", "Waiting for its turn"};
    base::Status done = put(name_of(id, kProgress), to_json(waiting));
    if (done) done = put(name_of(id, kRequest), to_json(job));
    if (!done) {
      remove(name_of(id, kProgress));
      return done.error();
    }
    // Last of all: whoever takes this away looks for requests afterwards.
    const base::FileDescriptor above = existing(*calls_, desk_folder_);
    const base::FileDescriptor sign(*calls_, calls_->open_at(above.number(), kWaiting, O_WRONLY | O_CREAT, 0644));
    if (!sign.open()) return base::cannot_write(base::join(desk_folder_, kWaiting), -sign.number());
    return id;
  }
  return too_many_jobs();
}

std::optional<JobProgress> JobQueue::progress(const std::string& id) const {
  if (!is_id(id)) return std::nullopt;
  const auto bytes = read(name_of(id, kProgress));
  return bytes ? progress_from(*bytes) : std::nullopt;
}

base::Status JobQueue::cancel(const std::string& id) const {
  const auto now = progress(id);
  if (!now || now->has_ended()) return base::Done{};
  return put(name_of(id, kCancel), "");
}

std::vector<std::string> JobQueue::waiting() const { return named(kRequest); }

std::optional<Job> JobQueue::job(const std::string& id) const {
  const auto bytes = read(name_of(id, kRequest));
  return bytes ? job_from(*bytes) : std::nullopt;
}

bool JobQueue::is_cancelled(const std::string& id) const { return read(name_of(id, kCancel)).has_value(); }

base::Status JobQueue::write(const std::string& id, const JobProgress& progress) const {
  return put(name_of(id, kProgress), to_json(progress));
}

base::Result<std::string> JobQueue::write_picture(const std::string& id, std::string_view ppm) const {
  sweep(kPicture, kMostPictures - 1);
  const std::string name = name_of(id, kPicture);
  if (auto done = put(name, ppm); !done) return done.error();
  return base::join(folder_, name);
}

base::Status JobQueue::finish(const std::string& id, const JobProgress& progress) const {
  if (auto done = write(id, progress); !done) return done;
  remove(name_of(id, kRequest));
  remove(name_of(id, kCancel));
  sweep(kProgress, kMostEnded);
  sweep_staged(id);
  return base::Done{};
}

// What interruptions left: pictures, which only one process makes at a time, and the rest of other days.
void JobQueue::sweep_staged(const std::string& id) const {
  std::vector<std::string> names;
  const base::FileDescriptor folder = existing(*calls_, folder_);
  if (!folder.open() || calls_->names(folder.number(), names) != 0) return;
  const std::string day = id.substr(0, id.find('-'));
  for (const std::string& name : names) {
    const bool left = name.ends_with(name_of(kPicture, kInTheMaking)) || !name.starts_with(day);
    if (name.ends_with(kInTheMaking) && left) calls_->remove_at(folder.number(), name);
  }
}

// The oldest go; those of jobs that still wait stay.
void JobQueue::sweep(std::string_view ending, std::size_t most) const {
  std::vector<std::string> ids = named(ending);
  const std::vector<std::string> wanted = ending == kProgress ? waiting() : std::vector<std::string>{};
  std::erase_if(ids, [&](const std::string& id) { return std::ranges::binary_search(wanted, id); });
  for (std::size_t i = 0; i + most < ids.size(); ++i) remove(name_of(ids[i], ending));
}

std::vector<std::string> hubs_with_a_desk(const base::SystemCalls& calls, const std::string& state_folder) {
  std::vector<std::string> hubs;
  const std::string path = base::join(state_folder, "desk");
  const base::FileDescriptor folder = existing(calls, path);
  if (!folder.open()) return hubs;
  const auto entries = base::list_folder(calls, folder, path);
  if (!entries) return hubs;
  for (const base::TreeEntry& entry : entries.value()) {
    if (entry.kind == base::TreeEntry::Kind::folder) hubs.push_back(entry.name);
  }
  return hubs;
}

bool jobs_may_wait(const base::SystemCalls& calls, const std::string& state_folder) {
  const base::FileDescriptor folder = existing(calls, base::join(state_folder, "desk"));
  struct stat unused {};
  return folder.open() && calls.status_at(folder.number(), kWaiting, unused) == 0;
}

void set_no_job_waits(const base::SystemCalls& calls, const std::string& state_folder) {
  const base::FileDescriptor folder = existing(calls, base::join(state_folder, "desk"));
  if (folder.open()) calls.remove_at(folder.number(), kWaiting);
}

}  // namespace hub::desk
