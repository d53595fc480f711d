#include "desk/store/history.h"

#include <algorithm>
#include <cerrno>
#include <functional>
#include <optional>

#include "base/file_errors.h"
#include "base/folder_tree.h"
#include "base/parse.h"
#include "base/path.h"
#include "desk/store/draft_store.h"
#include "desk/store/folders.h"
#include "desk/store/json.h"

namespace hub::desk {

namespace {

constexpr const char* kVersions = "versions";
constexpr const char* kBegun = "begun";  // the version in the making
constexpr const char* kGone = "gone";
constexpr const char* kAbout = "about.json";
constexpr const char* kLog = "history.jsonl";
constexpr const char* kLogNew = "history.jsonl.new";
constexpr std::size_t kMostLog = 4 << 20;
constexpr std::size_t kMostFile = 4 << 20;

Json json_of(const PublishedPack& pack) {
  return {{"serial", pack.serial}, {"key", pack.key}, {"made", pack.made}, {"from", pack.from}};
}

PublishedPack pack_of(const Json& json) {
  return {number_of<int>(json, "serial"), text_of(json, "key"), text_of(json, "made"), text_of(json, "from")};
}

Json json_of(const PublishedVersion& version) {
  Json json = {{"version", version.number}, {"at", version.at},
               {"who", version.who},        {"source", version.source},
               {"sha256", version.sha256},  {"what", version.what},
               {"backTo", version.back_to}, {"differing", version.differing}};
  if (version.pack.serial > 0) json["pack"] = json_of(version.pack);
  return json;
}

std::optional<PublishedVersion> version_of(std::string_view line) {
  const auto json = parsed(line);
  if (!json || number_of<int>(*json, "version") <= 0) return std::nullopt;
  const Json* pack = member(*json, "pack");
  return PublishedVersion{number_of<int>(*json, "version"),
                          text_of(*json, "at"),
                          text_of(*json, "who"),
                          text_of(*json, "source"),
                          text_of(*json, "sha256"),
                          text_of(*json, "what"),
                          number_of<int>(*json, "backTo"),
                          false,
                          number_of<int>(*json, "differing"),
                          pack ? pack_of(*pack) : PublishedPack()};
}

base::Result<std::string> read_log(const base::SystemCalls& calls, const base::FileDescriptor& folder,
                                   const std::string& path) {
  struct stat status {};
  if (calls.status_at(folder.number(), kLog, status) == -ENOENT) return std::string();
  auto read = base::read_file(calls, folder, kLog, kMostLog, path);
  if (!read) return read.error();
  return std::move(read.value().bytes);
}

base::Result<base::FolderBytes> files_below(const base::SystemCalls& calls, const base::FileDescriptor& folder,
                                            const std::string& inside, const std::string& path,
                                            base::FolderBytes files = {}) {
  const auto entries = base::list_folder(calls, folder, path);
  if (!entries) return entries.error();
  for (const base::TreeEntry& entry : entries.value()) {
    const std::string name = base::join(inside, entry.name), where = base::join(path, entry.name);
    if (entry.kind == base::TreeEntry::Kind::folder) {
      const auto below = base::open_folder(calls, folder, entry.name, where);
      if (!below) return below.error();
      auto more = files_below(calls, below.value(), name, where, std::move(files));
      if (!more) return more;
      files = std::move(more).value();
    } else if (entry.kind == base::TreeEntry::Kind::file && name != kAbout && files.size() < kMostDraftFiles) {
      auto read = base::read_file(calls, folder, entry.name, kMostFile, where);
      if (!read) return read.error();
      files[name] = std::move(read.value().bytes);
    }
  }
  return files;
}

base::Status write_below(const base::SystemCalls& calls, const base::FileDescriptor& folder,
                         const base::FolderBytes& files, const std::string& path) {
  std::map<std::string, base::FileDescriptor> folders;
  const std::function<base::Result<const base::FileDescriptor*>(const std::string&)> folder_of =
      [&](const std::string& name) -> base::Result<const base::FileDescriptor*> {
    if (name.empty()) return &folder;
    if (const auto found = folders.find(name); found != folders.end()) return &found->second;
    const std::size_t slash = name.find_last_of('/');
    const auto above = folder_of(slash == name.npos ? "" : name.substr(0, slash));
    if (!above) return above.error();
    auto made = base::make_folder(calls, *above.value(), name.substr(slash + 1), base::join(path, name));
    if (!made) return made.error();
    return &folders.emplace(name, std::move(made).value()).first->second;
  };
  for (const auto& [name, bytes] : files) {
    const std::size_t slash = name.find_last_of('/');
    const auto in = folder_of(slash == name.npos ? "" : name.substr(0, slash));
    if (!in) return in.error();
    const auto done = base::write_file(calls, *in.value(), name.substr(slash + 1), bytes, base::join(path, name));
    if (!done) return done;
  }
  for (const auto& [name, made] : folders) {
    if (const int failed = base::sync_folder(calls, made)) return base::cannot_write(base::join(path, name), failed);
  }
  if (const int failed = base::sync_folder(calls, folder)) return base::cannot_write(path, failed);
  return base::Done{};
}

// A version without files of all hubs says nothing of them.
bool is_shown(const base::FolderBytes& version, base::FolderBytes shows) {
  const auto of_all = [](const auto& one) { return is_of_all_hubs(one.first); };
  if (std::ranges::none_of(version, of_all)) std::erase_if(shows, of_all);
  return version == shows;
}

}  // namespace

std::string History::versions_folder() const { return base::join(folder_, kVersions); }

std::vector<PublishedVersion> History::list() const {
  auto versions = read_list();
  return versions ? std::move(versions).value() : std::vector<PublishedVersion>();
}

base::Result<std::vector<PublishedVersion>> History::read_list() const {
  std::vector<PublishedVersion> versions;
  struct stat there {};
  if (calls_->status_at(base::kHere, folder_, there) == -ENOENT) return versions;
  const auto folder = base::open_root(*calls_, folder_, false);
  if (!folder) return folder.error();
  const auto log = read_log(*calls_, folder.value(), base::join(folder_, kLog));
  if (!log) return log.error();
  const auto kept = base::open_root(*calls_, versions_folder(), false);
  for (std::string_view rest = log.value(); !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (auto version = version_of(rest.substr(0, end))) {
      struct stat status {};
      version->kept = kept && calls_->status_at(kept.value().number(), std::to_string(version->number), status) == 0;
      versions.push_back(*std::move(version));
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::ranges::reverse(versions);
  return versions;
}

base::Result<std::optional<PublishedVersion>> History::newest_of_key(const std::string& key) const {
  auto versions = read_list();
  if (!versions) return versions.error();
  std::optional<PublishedVersion> newest;
  for (PublishedVersion& one : versions.value()) {
    if (one.pack.key != key || one.pack.serial == 0) continue;
    if (!newest || one.pack.serial > newest->pack.serial) newest = std::move(one);
  }
  return newest;
}

base::Result<base::FolderBytes> History::files(int version) const {
  const std::string path = base::join(versions_folder(), std::to_string(version));
  const auto folder = base::open_root(*calls_, path, false);
  if (!folder) {
    return base::Error{{"その版は、もう残っていません。", "That version is not kept any more."},
                       {"一覧から、ほかの版を選んでください。", "Choose another one of the list."}};
  }
  return files_below(*calls_, folder.value(), "", path);
}

base::Result<PublishedVersion> History::begin(PublishedVersion version, const base::FolderBytes& hub_files) const {
  const auto versions = open_or_make_folder(*calls_, versions_folder());
  if (!versions) return versions.error();
  give_up();
  version.number = newest(versions.value()) + 1;
  version.kept = true;
  const std::string path = base::join(versions_folder(), kBegun);
  const auto made = base::make_folder(*calls_, versions.value(), kBegun, path);
  if (!made) return made.error();
  const auto about = base::write_file(*calls_, made.value(), kAbout, line_of(json_of(version)), path);
  base::Status done = about ? write_below(*calls_, made.value(), hub_files, path) : about;
  if (!done) {
    give_up();
    return done.error();
  }
  return version;
}

base::Status History::finish(const PublishedVersion& version) const {
  const auto folder = open_or_make_folder(*calls_, folder_);
  if (!folder) return folder.error();
  const std::string log_path = base::join(folder_, kLog);
  auto log = read_log(*calls_, folder.value(), log_path);
  if (!log) return log.error();
  if (!log.value().empty() && log.value().back() != '\n') log.value() += '\n';
  log.value() += line_of(json_of(version)) + "\n";
  base::remove_tree(*calls_, folder.value(), kLogNew);
  if (auto done = base::write_file(*calls_, folder.value(), kLogNew, log.value(), log_path); !done) return done;
  // The line first: a version without one would never be offered. One whose files are still to come is.
  const int renamed = calls_->rename_at(folder.value().number(), kLogNew, folder.value().number(), kLog);
  if (renamed != 0) return base::cannot_write(log_path, -renamed);
  base::sync_folder(*calls_, folder.value());
  return keep(version);
}

base::Status History::keep(const PublishedVersion& version) const {
  const auto versions = open_or_make_folder(*calls_, versions_folder());
  if (!versions) return versions.error();
  const std::string name = std::to_string(version.number);
  const int kept = calls_->rename_at(versions.value().number(), kBegun, versions.value().number(), name);
  if (kept != 0) return base::cannot_write(base::join(versions_folder(), name), -kept);
  base::sync_folder(*calls_, versions.value());
  sweep(versions.value());
  return base::Done{};
}

void History::give_up() const {
  const auto versions = base::open_root(*calls_, versions_folder(), false);
  if (versions) base::remove_tree(*calls_, versions.value(), kBegun);
}

// Also of one whose line was not written any more.
int History::newest(const base::FileDescriptor& versions) const {
  const std::vector<PublishedVersion> listed = list();
  const std::vector<int> numbers = numbers_in(versions);
  return std::max(listed.empty() ? 0 : listed.front().number, numbers.empty() ? 0 : numbers.front());
}

std::vector<int> History::numbers_in(const base::FileDescriptor& versions) const {
  std::vector<int> numbers;
  const auto entries = base::list_folder(*calls_, versions, versions_folder());
  if (!entries) return numbers;
  for (const base::TreeEntry& entry : entries.value()) {
    if (const auto number = base::parse_number<int>(entry.name)) numbers.push_back(*number);
  }
  std::ranges::sort(numbers, std::greater());
  return numbers;
}

std::vector<PublishedVersion> History::list_showing(const base::FolderBytes& shows) const {
  std::vector<PublishedVersion> versions = list();
  auto found = begun();
  if (!found || !is_shown(found->second, shows)) return versions;
  if (std::ranges::find(versions, found->first.number, &PublishedVersion::number) == versions.end())
    versions.insert(versions.begin(), std::move(found->first));
  return versions;
}

std::optional<std::pair<PublishedVersion, base::FolderBytes>> History::begun() const {
  const std::string path = base::join(versions_folder(), kBegun);
  const auto folder = base::open_root(*calls_, path, false);
  if (!folder) return std::nullopt;
  const auto about = base::read_file(*calls_, folder.value(), kAbout, kMostFile, path);
  auto files = files_below(*calls_, folder.value(), "", path);
  auto version = about ? version_of(about.value().bytes) : std::nullopt;
  if (!version || !files) return std::nullopt;
  version->kept = true;
  return std::pair(*std::move(version), std::move(files).value());
}

base::Status History::recover(const base::FolderBytes& shows) const {
  if (const auto found = begun(); found && is_shown(found->second, shows)) {
    const std::vector<PublishedVersion> listed = list();
    const bool has_line = !listed.empty() && listed.front().number == found->first.number;
    return has_line ? keep(found->first) : finish(found->first);
  }
  give_up();
  return base::Done{};
}

// All but the newest, each by another name first, so that what is there is whole.
void History::sweep(const base::FileDescriptor& versions) const {
  base::remove_tree(*calls_, versions, kGone);
  const std::vector<int> numbers = numbers_in(versions);
  for (std::size_t i = kKeptVersions; i < numbers.size(); ++i) {
    calls_->rename_at(versions.number(), std::to_string(numbers[i]), versions.number(), kGone);
    base::remove_tree(*calls_, versions, kGone);
  }
}

}  // namespace hub::desk
