#include "desk/store/draft_store.h"

#include <fcntl.h>

#include <cerrno>
#include <chrono>
#include <thread>

#include "base/file_errors.h"
#include "base/folder_tree.h"
#include "base/path.h"
#include "base/versioned_folder.h"
#include "desk/store/folders.h"

namespace hub::desk {

namespace {

constexpr std::size_t kMostFileBytes = 4 << 20;
constexpr int kDeepest = 6;
constexpr int kMostTries = 10;

base::Status read_below(const base::SystemCalls& calls, const base::FileDescriptor& folder, const std::string& inside,
                        const std::string& path, int depth, DraftFiles& files) {
  const auto entries = base::list_folder(calls, folder, path);
  if (!entries) return entries.error();
  for (const base::TreeEntry& entry : entries.value()) {
    const std::string name = base::join(inside, entry.name), where = base::join(path, entry.name);
    if (files.size() >= kMostDraftFiles) return base::too_large(path, kMostDraftFiles);
    if (entry.kind == base::TreeEntry::Kind::folder && depth < kDeepest) {
      const auto below = base::open_folder(calls, folder, entry.name, where);
      if (!below) return below.error();
      if (auto done = read_below(calls, below.value(), name, where, depth + 1, files); !done) return done;
    } else if (entry.kind == base::TreeEntry::Kind::file) {
      auto read = base::read_file(calls, folder, entry.name, kMostFileBytes, where);
      if (!read) return read.error();
      files.emplace(name, std::move(read.value().bytes));
    }
  }
  return base::Done{};
}

base::Result<DraftFiles> read_folder(const base::SystemCalls& calls, const std::string& path) {
  DraftFiles files;
  base::FileDescriptor folder(calls, calls.open_at(base::kHere, path, O_RDONLY | O_DIRECTORY));
  if (folder.number() == -ENOENT) return files;
  if (!folder.open()) return base::cannot_read(path, -folder.number());
  if (const auto done = read_below(calls, folder, "", path, 0, files); !done) return done.error();
  return files;
}

// What could not be read back is not written.
base::Error too_much(const std::string& name) {
  return {{"下書きの「" + name + "」が大きくなりすぎるので、いまの操作は入れていません。",
           "\"" + name + "\" of the draft would become too large. What was asked for was not done."},
          {"ここまでを画面に映してから、つづけてください。", "Publish what there is, and go on."}};
}

// Two faces may save at the same moment: the second waits for the first.
constexpr const char* kTurn = "draft.turn";
constexpr int kMostWaits = 500;
constexpr std::chrono::milliseconds kWait{10};

base::Result<base::FileDescriptor> turn_of(const base::SystemCalls& calls, const base::FileDescriptor& folder,
                                           const std::string& path) {
  base::FileDescriptor turn(calls, calls.open_at(folder.number(), kTurn, O_RDONLY | O_CREAT | O_NOFOLLOW, 0644));
  if (!turn.open()) return base::cannot_write(path, -turn.number());
  for (int waits = 0; calls.lock(turn.number()) == -EWOULDBLOCK && waits < kMostWaits; ++waits) {
    std::this_thread::sleep_for(kWait);
  }
  return turn;
}

}  // namespace

base::Result<DraftFiles> DraftStore::read() const {
  for (int tries = 1;; ++tries) {
    const std::string shown = base::shown_version(*calls_, folder_);
    auto files = read_folder(*calls_, shown);
    // A version that is not the last but one any more goes away while it is read.
    const bool gone = base::shown_version(*calls_, folder_) != shown;
    if (!gone || tries == kMostTries) return files;
  }
}

std::string DraftStore::content_path() const {
  return base::join(base::shown_version(*calls_, folder_), kContentFolder);
}

base::Status DraftStore::change(const Change& change) const {
  const std::size_t slash = folder_.find_last_of('/');
  const auto above = open_or_make_folder(*calls_, folder_.substr(0, slash));
  if (!above) return above.error();
  const auto turn = turn_of(*calls_, above.value(), folder_);
  if (!turn) return turn.error();
  auto folder = base::VersionedFolder::open(*calls_, folder_);
  if (!folder) return folder.error();
  if (auto locked = folder.value().lock(); !locked) return locked;
  auto now = read();
  if (!now) return now.error();
  const DraftFiles before = now.value();
  const auto then = change(std::move(now).value());
  if (!then) return then.error();
  if (then.value() == before) return base::Done{};
  for (const auto& [name, bytes] : then.value()) {
    if (bytes.size() > kMostFileBytes) return too_much(name);
  }
  auto staged = folder.value().begin();
  if (!staged) return staged.error();
  for (const auto& [name, bytes] : then.value()) {
    if (auto added = staged.value().add(name, bytes); !added) return added;
  }
  const auto version = folder.value().finish(std::move(staged).value());
  if (!version) return version.error();
  if (auto switched = folder.value().switch_to(version.value()); !switched) return switched;
  folder.value().remove_others();
  return base::Done{};
}

}  // namespace hub::desk
