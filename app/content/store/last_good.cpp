#include "content/store/last_good.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <string_view>
#include <utility>

#include "base/folder_tree.h"
#include "base/parse.h"
#include "base/path.h"
#include "base/pinned_folder.h"
#include "base/versioned_folder.h"
#include "content/json/json_file_reader.h"

namespace hub::content {

namespace {

using base::Error;

constexpr std::string_view kBeginning = "last-good-";
constexpr const char* kLabel = "kept";
constexpr std::size_t kMostLabelBytes = 8 << 10;  // a path is no longer than 4 KB

std::string hexadecimal(std::uint64_t number) {
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(number));
  return digits.data();
}

// A copy has its folder in the first line.
std::string folder_in(const std::string& label) { return label.substr(0, label.find('\n')); }

// The day stands in the third line.
std::optional<base::Date> day_in(std::string_view label) {
  for (int line = 1; line < 3; ++line) {
    const std::size_t end = label.find('\n');
    if (end == label.npos) return std::nullopt;
    label.remove_prefix(end + 1);
  }
  return base::parse_iso_date(label.substr(0, label.find('\n')));
}

Error damaged(const std::string& folder) {
  return {{"前に映していた内容の控え「" + folder + "」が壊れているので、使えません。",
           "The copy of what showed before, \"" + folder + "\", is damaged and cannot be used."},
          {"内容のフォルダーを直してください。直った内容が映ると、控えも新しくなります。",
           "Mend the content folder: when it shows, the copy is made anew."}};
}

// Why does not matter to staff: what was read is good, what was written from it is not.
Error not_kept_whole(const std::string& folder) {
  return {{"いま映している内容の控えを「" + folder + "」に作れませんでした。読みなおすと、ちがうものになります。",
           "No copy of what shows could be made in \"" + folder + "\": it does not read back the same."},
          {"設置した人に連絡してください。", "Call whoever set up the machine."}};
}

Error nowhere() {
  return {{"いま映している内容の控えを置く場所がありません。", "There is no place to keep a copy of what shows."},
          {"環境変数 STATE_DIRECTORY か HOME を設定してください。",
           "Set the environment variable STATE_DIRECTORY or HOME."}};
}

// Staff want to know what it means for them.
Error without_copy(Error error) {
  error.what.ja = "いま映している内容の控えを作れません。" + error.what.ja;
  error.what.en = "No copy of what shows could be made. " + error.what.en;
  return error;
}

}  // namespace

std::string LastGood::ending() const {
  base::Fingerprint of;
  of.add(places_.content_folder);
  return "-" + hexadecimal(of.value());
}

std::string LastGood::name_of(const std::string& hub) const { return std::string(kBeginning) + hub + ending(); }

// Of the copies of the content folder, also of one whose link leads nowhere.
std::vector<std::string> LastGood::names(const base::FileReader& files) const {
  std::vector<std::string> names;
  if (places_.state_folder.empty()) return names;
  const auto entries = files.list(places_.state_folder);
  if (!entries) return names;
  const std::string ending = this->ending();
  for (const base::FileEntry& entry : entries.value()) {
    const bool one = entry.name.size() >= kBeginning.size() + ending.size() && entry.name.starts_with(kBeginning) &&
                     entry.name.ends_with(ending);
    if (one) names.push_back(entry.name);
  }
  return names;
}

std::string LastGood::label(const GoodContent& good) const {
  base::Fingerprint of;
  of.add(good.files);
  return places_.content_folder + "\n" + good.hub + "\n" + base::iso_text(good.day) + "\n" + hexadecimal(of.value()) +
         "\n";
}

std::optional<KeptContent> LastGood::read(const base::FileReader& files, const std::string& folder,
                                          const std::string& hub) const {
  const base::RecordingReader read(files);
  const auto label = read.read(base::join(folder, kLabel), kMostLabelBytes);
  const auto day = label ? day_in(label.value()) : std::nullopt;
  if (!day) return std::nullopt;
  KeptContent kept{load(read, folder, places_.strings_folder, hub), read.below(folder), *day};
  kept.files.erase(kLabel);
  const bool as_written = label.value() == this->label({hub, kept.files, kept.day});
  if (!kept.loaded.snapshot || !as_written) return std::nullopt;
  return kept;
}

base::Result<std::optional<KeptContent>> LastGood::find(const base::FileReader& files, const std::string& hub) const {
  const std::string name = name_of(hub), folder = base::join(places_.state_folder, name);
  const std::vector<std::string> there = names(files);
  if (std::ranges::find(there, name) == there.end()) return std::optional<KeptContent>();
  std::optional<KeptContent> kept = read(base::PinnedFolder(files, folder), folder, hub);
  if (!kept) return damaged(folder);
  return kept;
}

base::Status LastGood::write(const base::SystemCalls& calls, base::Files& files, const GoodContent& good) const {
  if (const base::Status made = files.make_folder(places_.state_folder); !made) return made;
  const std::string folder = base::join(places_.state_folder, name_of(good.hub));
  auto opened = base::VersionedFolder::open(calls, folder);
  if (!opened) return opened.error();
  base::VersionedFolder versions = std::move(opened).value();
  if (const base::Status locked = versions.lock(); !locked) return locked;
  auto draft = versions.begin();
  if (!draft) return draft.error();
  for (const auto& [name, bytes] : good.files) {
    if (const base::Status added = draft.value().add(name, bytes); !added) return added;
  }
  if (const base::Status added = draft.value().add(kLabel, label(good)); !added) return added;
  const auto copy = read(files, draft.value().path(), good.hub);
  if (!copy || copy->files != good.files) return not_kept_whole(folder);
  const auto version = versions.finish(std::move(draft).value());
  if (!version) return version.error();
  if (const base::Status switched = versions.switch_to(version.value()); !switched) return switched;
  versions.remove_others();  // what cannot be removed now is tried again the next time
  return base::Done{};
}

base::Result<bool> LastGood::keep(const base::SystemCalls& calls, base::Files& files, const GoodContent& good) const {
  if (places_.state_folder.empty()) return nowhere();
  const auto there = find(files, good.hub);
  if (there && there.value() && there.value()->files == good.files) return false;
  if (const base::Status done = write(calls, files, good); !done) return without_copy(done.error());
  return true;
}

// A copy of another content folder.
struct LastGood::Other {
  std::string name;
  std::string content_folder;
  base::Date day{};
};

std::vector<LastGood::Other> LastGood::others(const base::FileReader& files) const {
  std::vector<Other> others;
  const auto entries = places_.state_folder.empty() ? base::Result<std::vector<base::FileEntry>>(nowhere())
                                                    : files.list(places_.state_folder);
  if (!entries) return others;
  const std::vector<std::string> own = names(files);
  for (const base::FileEntry& entry : entries.value()) {
    if (!entry.name.starts_with(kBeginning) || std::ranges::find(own, entry.name) != own.end()) continue;
    const auto label = files.read(base::join(base::join(places_.state_folder, entry.name), kLabel), kMostLabelBytes);
    const auto day = label ? day_in(label.value()) : std::nullopt;
    if (day) others.push_back({entry.name, folder_in(label.value()), *day});
  }
  std::ranges::sort(others, std::greater(), &Other::day);
  return others;
}

void LastGood::sweep_others(const base::SystemCalls& calls, const base::FileReader& files) const {
  std::size_t left = 0;
  for (const Other& other : others(files)) {
    if (files.exists(other.content_folder) && left++ < kMostOthers) continue;
    auto versions = base::VersionedFolder::open(calls, base::join(places_.state_folder, other.name));
    if (!versions || !versions.value().lock()) continue;
    const auto state = base::open_root(calls, places_.state_folder, true);
    if (!state) return;
    // The link first: what is left of the versions is nobody's then.
    if (base::remove_tree(calls, state.value(), other.name) != 0) continue;
    base::remove_tree(calls, state.value(), "." + other.name + ".versions");
  }
}

std::vector<std::string> LastGood::hubs(const base::FileReader& files) const {
  std::vector<std::string> hubs;
  for (const std::string& name : names(files)) {
    std::string hub = name.substr(kBeginning.size(), name.size() - kBeginning.size() - ending().size());
    if (!hub.empty()) hubs.push_back(std::move(hub));
  }
  return hubs;
}

}  // namespace hub::content
