#include "base/versioned_folder.h"

#include <fcntl.h>
#include <stdio.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <utility>

#include "base/file_errors.h"
#include "base/parse.h"
#include "base/path.h"
#include "base/system_message.h"

namespace hub::base {

namespace {

constexpr const char* kLock = "lock";
constexpr const char* kLink = "link";
constexpr std::string_view kAfter = "-after-";
constexpr int kMaxClimb = 4096;  // PATH_MAX: no folder lies deeper

std::string joined(std::string_view folder, std::string_view name) {
  return folder == "." ? std::string(name) : join(folder, name);
}

std::optional<int> number_of(std::string_view digits) { return parse_count(digits, std::numeric_limits<int>::max()); }

std::optional<Version> version_of(std::string_view name) {
  const std::size_t middle = name.find(kAfter);
  if (middle == std::string_view::npos) return std::nullopt;
  const auto number = number_of(name.substr(0, middle)), after = number_of(name.substr(middle + kAfter.size()));
  if (!number || !after || *number == 0) return std::nullopt;
  return Version{*number, *after};
}

struct Place {
  std::string parent;
  std::string name;
};

std::optional<Place> place_of(std::string folder) {
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  const std::size_t slash = folder.find_last_of('/');
  Place place{".", folder};
  if (slash != std::string::npos) place = {slash == 0 ? "/" : folder.substr(0, slash), folder.substr(slash + 1)};
  if (place.name.empty() || place.name == "." || place.name == "..") return std::nullopt;
  return place;
}

std::string versions_name(const std::string& name) { return "." + name + ".versions"; }

// Whether the folder, or one that it lies in, is the one that `status` is of.
Result<bool> lies_in(const SystemCalls& calls, const FileDescriptor& folder, const struct stat& status,
                     const std::string& path) {
  struct stat here {};
  if (const int failed = calls.status(folder.number(), here)) return cannot_read(path, -failed);
  FileDescriptor at;
  int number = folder.number();
  for (int depth = 0; depth < kMaxClimb; ++depth) {
    if (here.st_dev == status.st_dev && here.st_ino == status.st_ino) return true;
    FileDescriptor above(calls, calls.open_at(number, "..", O_PATH | O_DIRECTORY));
    if (!above.open()) return cannot_read(path, -above.number());
    const struct stat below = here;
    if (const int failed = calls.status(above.number(), here)) return cannot_read(path, -failed);
    if (here.st_dev == below.st_dev && here.st_ino == below.st_ino) return false;
    at = std::move(above);
    number = at.number();
  }
  return false;
}

Error no_links_here(const std::string& folder, int error_number) {
  const Message why = system_message(error_number);
  return {{"「" + folder + "」のある場所では、中身をまるごと切りかえられません。" + why.ja + "。",
           "\"" + folder + "\" is in a place where a folder cannot change whole: " + why.en + "."},
          {"USB メモリーではなく、この機械のディスクのフォルダーを指定してください。",
           "Name a folder on this machine's own disk, not on a USB stick."}};
}

Error cannot_take_in(const std::string& folder, int error_number) {
  const Message why = system_message(error_number);
  return {{"すでにあるフォルダー「" + folder + "」は、ここでは切りかえられません。" + why.ja + "。何も変えていません。",
           "The folder \"" + folder + "\" that is already there cannot be switched here: " + why.en + "."},
          {"まだない名前のフォルダー（例: " + folder + "-new）を指定して、キオスクもそれを読むようにしてください。",
           "Name a folder that is not there yet (such as " + folder + "-new) and let the kiosk read that one."}};
}

}  // namespace

StagedVersion::StagedVersion(const SystemCalls& calls, const FileDescriptor& versions, Version version,
                             std::string path, std::string link, FileDescriptor folder)
    : calls_(calls), versions_(versions), version_(version), path_(std::move(path)), link_(std::move(link)) {
  folders_.emplace("", std::move(folder));
}

StagedVersion::~StagedVersion() {
  if (folders_.empty()) return;
  folders_.clear();
  remove_tree(calls_, versions_, staged_name());
  remove_tree(calls_, versions_, link_);
}

Result<const FileDescriptor*> StagedVersion::folder_of(const std::string& name) {
  if (const auto found = folders_.find(name); found != folders_.end()) return &found->second;
  const std::size_t slash = name.find_last_of('/');
  const Result<const FileDescriptor*> above = folder_of(slash == std::string::npos ? "" : name.substr(0, slash));
  if (!above) return above.error();
  const std::string last = slash == std::string::npos ? name : name.substr(slash + 1);
  Result<FileDescriptor> made = make_folder(calls_, *above.value(), last, joined(path_, name));
  if (!made) return made.error();
  return &folders_.emplace(name, std::move(made).value()).first->second;
}

Status StagedVersion::add(const std::string& name, std::string_view bytes) {
  const std::size_t slash = name.find_last_of('/');
  const Result<const FileDescriptor*> folder = folder_of(slash == std::string::npos ? "" : name.substr(0, slash));
  if (!folder) return folder.error();
  const std::string last = slash == std::string::npos ? name : name.substr(slash + 1);
  return write_file(calls_, *folder.value(), last, bytes, joined(path_, name));
}

Result<VersionedFolder> VersionedFolder::open(const SystemCalls& calls, const std::string& folder) {
  const auto place = place_of(folder);
  if (!place) {
    return Error{
        {"「" + folder + "」は、フォルダーの名前ではありません。", "\"" + folder + "\" does not name a folder."},
        {"/srv/content のように、名前で終わる形で書いてください。", "Write it like /srv/content."}};
  }
  VersionedFolder versions;
  versions.calls_ = &calls;
  versions.folder_ = folder;
  versions.name_ = place->name;
  versions.versions_name_ = versions_name(place->name);
  versions.versions_path_ = joined(place->parent, versions.versions_name_);
  Result<FileDescriptor> parent = open_root(calls, place->parent, true);
  if (!parent) return parent.error();
  versions.parent_ = std::move(parent).value();
  if (const Status looked = versions.look(); !looked) return looked.error();
  // Not there yet, perhaps.
  versions.versions_ = FileDescriptor(
      calls, calls.open_at(versions.parent_.number(), versions.versions_name_, O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
  return versions;
}

Error VersionedFolder::cannot_change(int error_number) const { return cannot_write(folder_, error_number); }

std::string VersionedFolder::path_of(const Version& version) const { return joined(versions_path_, version.name()); }

// What stands where the folder is to be.
Status VersionedFolder::look() {
  shows_ = Shows::nothing;
  leads_to_.clear();
  struct stat status {};
  const int failed = calls_->status_at(parent_.number(), name_, status);
  if (failed == -ENOENT) return Done{};
  if (failed != 0) return cannot_read(folder_, -failed);
  if (S_ISDIR(status.st_mode)) return shows_ = Shows::plain_folder, Done{};
  if (!S_ISLNK(status.st_mode)) return cannot_change(ENOTDIR);
  shows_ = Shows::link;
  if (const int unread = calls_->read_link_at(parent_.number(), name_, leads_to_)) return cannot_read(folder_, -unread);
  const std::string prefix = versions_name_ + "/";
  if (leads_to_.starts_with(prefix) && version_of(std::string_view(leads_to_).substr(prefix.size()))) return Done{};
  return Error{{"「" + folder_ + "」は、「" + leads_to_ + "」へのリンクです。",
                "\"" + folder_ + "\" is a link to \"" + leads_to_ + "\"."},
               {"リンクの先のフォルダーを指定してください。", "Name the folder that it leads to."}};
}

Status VersionedFolder::look_at_versions() {
  const auto entries = list_folder(*calls_, versions_, versions_path_);
  if (!entries) return entries.error();
  there_.clear();
  current_.reset();
  for (const TreeEntry& entry : entries.value()) {
    const auto version = version_of(entry.name);
    if (!version || entry.kind != TreeEntry::Kind::folder) continue;
    there_.push_back(*version);
    if (leads_to_ == join(versions_name_, entry.name)) current_ = version;
  }
  return Done{};
}

Result<bool> VersionedFolder::overlaps(const FileDescriptor& folder) const {
  struct stat status {};
  if (const int failed = calls_->status(folder.number(), status)) return cannot_read(folder_, -failed);
  const Result<bool> holds_us = lies_in(*calls_, parent_, status, folder_);
  if (!holds_us || holds_us.value()) return holds_us;
  if (shows_ == Shows::plain_folder) {
    if (const int failed = calls_->status_at(parent_.number(), name_, status)) return cannot_read(folder_, -failed);
    const Result<bool> in_us = lies_in(*calls_, folder, status, folder_);
    if (!in_us || in_us.value()) return in_us;
  }
  if (!versions_.open()) return false;
  if (const int failed = calls_->status(versions_.number(), status)) return cannot_read(folder_, -failed);
  return lies_in(*calls_, folder, status, folder_);
}

Status VersionedFolder::lock() {
  if (!versions_.open()) {
    Result<FileDescriptor> made = make_folder(*calls_, parent_, versions_name_, versions_path_);
    if (!made) {
      // Somebody else may have made it just now.
      Result<FileDescriptor> opened = open_folder(*calls_, parent_, versions_name_, versions_path_);
      if (!opened) return made.error();
      made = std::move(opened);
    }
    versions_ = std::move(made).value();
    if (const int failed = sync_folder(*calls_, parent_)) return cannot_change(failed);
  }
  lock_ = FileDescriptor(*calls_, calls_->open_at(versions_.number(), kLock, O_RDONLY | O_CREAT | O_NOFOLLOW, 0644));
  if (!lock_.open()) return cannot_change(-lock_.number());
  const int failed = calls_->lock(lock_.number());
  if (failed == -EWOULDBLOCK) {
    return Error{{"「" + folder_ + "」は、いま別の hub-kiosk が書きかえています。",
                  "Another hub-kiosk is changing \"" + folder_ + "\" right now."},
                 {"それが終わってから、もう一度お試しください。", "Try again when it has finished."}};
  }
  if (failed != 0) return cannot_change(-failed);
  // Somebody may have changed it before we held the lock.
  if (const Status looked = look(); !looked) return looked;
  return look_at_versions();
}

std::optional<Version> VersionedFolder::previous() const {
  if (!current_) return std::nullopt;
  const auto found = std::find_if(there_.begin(), there_.end(),
                                  [&](const Version& version) { return version.number == current_->after; });
  if (found == there_.end()) return std::nullopt;
  return *found;
}

// What is not a version, the lock or ours to know. What cannot be removed stands in nobody's way.
void VersionedFolder::sweep() {
  const auto entries = list_folder(*calls_, versions_, versions_path_);
  if (!entries) return;
  for (const TreeEntry& entry : entries.value()) {
    const bool is_version = entry.kind == TreeEntry::Kind::folder && version_of(entry.name);
    if (!is_version && entry.name != kLock) remove_tree(*calls_, versions_, entry.name);
  }
  linked_.reset();
}

// The link is made among the versions, so that an interruption leaves nothing beside the folder. A plain folder will
// change places with it, so it is made where that folder is to stand.
Status VersionedFolder::point_link_at(const Version& version) {
  if (linked_ == version) return Done{};
  link_name_ = taken_in_ ? taken_in_->name() : kLink;
  linked_.reset();
  const int removed = calls_->remove_at(versions_.number(), link_name_);
  if (removed != 0 && removed != -ENOENT) return cannot_change(-removed);
  const int failed = calls_->make_link_at(join(versions_name_, version.name()), versions_.number(), link_name_);
  if (failed == -EPERM || failed == -EOPNOTSUPP || failed == -ENOSYS) return no_links_here(folder_, -failed);
  if (failed != 0) return cannot_change(-failed);
  linked_ = version;
  return Done{};
}

Result<StagedVersion> VersionedFolder::begin() {
  sweep();
  Version version{1, current_ ? current_->number : 0};
  for (const Version& other : there_) version.number = std::max(version.number, other.number + 1);
  taken_in_.reset();
  if (shows_ == Shows::plain_folder) {
    taken_in_ = Version{version.number, 0};
    version = {taken_in_->number + 1, taken_in_->number};
  }
  // First of all, so that nobody copies and checks for nothing where there are no links.
  if (const Status linked = point_link_at(version); !linked) return linked.error();
  const std::string name = version.name() + ".new";
  Result<FileDescriptor> folder = make_folder(*calls_, versions_, name, joined(versions_path_, name));
  if (!folder) return folder.error();
  return StagedVersion(*calls_, versions_, version, joined(versions_path_, name), link_name_,
                       std::move(folder).value());
}

Result<Version> VersionedFolder::finish(StagedVersion draft) {
  for (const auto& [name, folder] : draft.folders_) {
    if (const int failed = sync_folder(*calls_, folder)) return cannot_write(joined(draft.path_, name), failed);
  }
  const Version version = draft.version_;
  const int failed = calls_->rename_at(versions_.number(), draft.staged_name(), versions_.number(), version.name());
  if (failed != 0) return cannot_change(-failed);
  draft.folders_.clear();
  there_.push_back(version);
  return version;
}

// The one call that matters. 0 or -errno.
int VersionedFolder::exchange_or_replace() {
  const unsigned flags = shows_ == Shows::plain_folder ? RENAME_EXCHANGE : 0;
  return calls_->rename_at(versions_.number(), link_name_, parent_.number(), name_, flags);
}

// What was renamed but may not be on the disk is taken back: an error means that nothing has changed.
int VersionedFolder::undo() {
  linked_.reset();
  if (shows_ == Shows::plain_folder) return exchange_or_replace();
  if (shows_ == Shows::nothing) return calls_->remove_at(parent_.number(), name_);
  if (const int failed = calls_->make_link_at(leads_to_, versions_.number(), link_name_)) return failed;
  return exchange_or_replace();
}

Status VersionedFolder::switch_to(const Version& version) {
  const auto nothing_changed = [&](Error error) {
    if (!current_ || version.number > current_->number) remove(version);
    return error;
  };
  if (const Status linked = point_link_at(version); !linked) return nothing_changed(linked.error());
  if (const int failed = sync_folder(*calls_, versions_)) return nothing_changed(cannot_change(failed));
  if (const int failed = -exchange_or_replace()) {
    const bool plain = shows_ == Shows::plain_folder;
    return nothing_changed(plain ? cannot_take_in(folder_, failed) : cannot_change(failed));
  }
  int unsure = sync_folder(*calls_, parent_);
  if (unsure == 0 && shows_ == Shows::plain_folder) unsure = sync_folder(*calls_, versions_);
  // Which of the two is on the disk nobody knows now, so both versions stay.
  if (unsure != 0 && undo() == 0) return cannot_change(unsure);
  if (taken_in_) there_.push_back(*taken_in_);
  taken_in_.reset();
  linked_.reset();
  shows_ = Shows::link;
  leads_to_ = join(versions_name_, version.name());
  current_ = version;
  if (unsure == 0) return Done{};
  Error error = cannot_change(unsure);
  error.what.ja += "新しい中身は映りますが、電源が切れると元に戻ることがあります。";
  error.what.en += " The new content shows, but a power cut may bring the old one back.";
  return error;
}

// Under another name first: a folder with a version's name is always whole.
int VersionedFolder::remove(const Version& version) {
  std::erase(there_, version);
  const std::string gone = version.name() + ".gone";
  const int failed = calls_->rename_at(versions_.number(), version.name(), versions_.number(), gone);
  return failed != 0 ? -failed : remove_tree(*calls_, versions_, gone);
}

int VersionedFolder::remove_others() {
  int left = 0;
  const std::optional<Version> before = previous();
  for (const Version& version : std::vector<Version>(there_)) {
    if (version == current_ || version == before) continue;
    if (const int failed = remove(version)) left = failed;
  }
  return left;
}

std::string shown_version(const SystemCalls& calls, const std::string& folder) {
  const auto place = place_of(folder);
  if (!place) return folder;
  const std::string path = joined(place->parent, place->name);
  std::string leads_to;
  if (calls.read_link_at(kHere, path, leads_to) != 0) return folder;
  if (!leads_to.starts_with(versions_name(place->name) + "/")) return folder;
  return joined(place->parent, leads_to);
}

}  // namespace hub::base
