#include "base/versioned_folder.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "base/pinned_folder.h"
#include "support/disk_place.h"
#include "support/faults.h"

using namespace hub::base;
using namespace hub::tests;
namespace fs = std::filesystem;

namespace {

bool says(const Error& error, const std::string& part) { return error.what.ja.find(part) != std::string::npos; }

Result<VersionedFolder> opened(const SystemCalls& calls, const std::string& folder) {
  auto versions = VersionedFolder::open(calls, folder);
  if (!versions) return versions;
  if (const Status locked = versions.value().lock(); !locked) return locked.error();
  return versions;
}

Status change(const SystemCalls& calls, const std::string& folder, const Tree& tree) {
  auto versions = opened(calls, folder);
  if (!versions) return versions.error();
  auto draft = versions.value().begin();
  if (!draft) return draft.error();
  for (const auto& [name, bytes] : tree) {
    if (const Status added = draft.value().add(name, bytes); !added) return added;
  }
  const auto version = versions.value().finish(std::move(draft).value());
  if (!version) return version.error();
  if (const Status switched = versions.value().switch_to(version.value()); !switched) return switched;
  versions.value().remove_others();
  return Done{};
}

Status go_back(const SystemCalls& calls, const std::string& folder) {
  auto versions = opened(calls, folder);
  if (!versions) return versions.error();
  const auto before = versions.value().previous();
  REQUIRE(before);
  return versions.value().switch_to(*before);
}

std::set<std::string> names_in(const std::string& folder) {
  std::set<std::string> names;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(folder, missing)) names.insert(entry.path().filename());
  return names;
}

const Tree kFirst = {{"a.json", "1"}, {"izumi/hub.json", "one"}, {"izumi/reports/2024.json", "report"}};
const Tree kSecond = {{"a.json", "2"}, {"konan/hub.json", "two"}};
const Tree kThird = {{"a.json", "3"}};

}  // namespace

TEST_CASE("a folder changes whole, keeps the version before, and goes back to it") {
  const DiskPlace place;
  const SystemCalls calls;
  REQUIRE(change(calls, place / "content", kFirst).ok());
  CHECK(tree_of(place / "content") == kFirst);
  CHECK(fs::read_symlink(place / "content") == ".content.versions/1-after-0");
  REQUIRE(change(calls, place / "content/", kSecond).ok());
  CHECK(tree_of(place / "content") == kSecond);
  REQUIRE(change(calls, place / "content", kThird).ok());
  CHECK(tree_of(place / "content") == kThird);
  CHECK(names_in(place / ".content.versions") == std::set<std::string>{"2-after-1", "3-after-2", "lock"});

  REQUIRE(go_back(calls, place / "content").ok());
  CHECK(tree_of(place / "content") == kSecond);
  CHECK_FALSE(opened(calls, place / "content").value().previous());  // 1 is gone
  // What was gone back from is not what comes before the next one.
  REQUIRE(change(calls, place / "content", kFirst).ok());
  CHECK(names_in(place / ".content.versions") == std::set<std::string>{"2-after-1", "4-after-2", "lock"});
  REQUIRE(go_back(calls, place / "content").ok());
  CHECK(tree_of(place / "content") == kSecond);
}

TEST_CASE("a folder that is there already becomes the version before") {
  const DiskPlace place;
  const SystemCalls calls;
  write_tree(place / "content", kFirst);
  REQUIRE(change(calls, place / "content", kSecond).ok());
  CHECK(tree_of(place / "content") == kSecond);
  REQUIRE(go_back(calls, place / "content").ok());
  CHECK(tree_of(place / "content") == kFirst);
}

TEST_CASE("where folders cannot change places, nothing changes and a new name is asked for") {
  const DiskPlace place;
  write_tree(place / "content", kFirst);
  const SystemCalls no_exchange([](const SystemCalls::Call& call) {
    return std::string(call.name) == "renameat2" && call.to == "content" ? EINVAL : 0;
  });
  const Status failed = change(no_exchange, place / "content", kSecond);
  REQUIRE_FALSE(failed.ok());
  CHECK(says(failed.error(), "切りかえられません"));
  CHECK(failed.error().remedy.en.find("content-new") != std::string::npos);
  CHECK(tree_of(place / "content") == kFirst);
  CHECK_FALSE(fs::is_symlink(place / "content"));
}

TEST_CASE("where there are no links, that is said before anything is copied") {
  const DiskPlace place;
  const SystemCalls stick(
      [](const SystemCalls::Call& call) { return std::string(call.name) == "symlinkat" ? EPERM : 0; });
  const Status failed = change(stick, place / "content", kFirst);
  REQUIRE_FALSE(failed.ok());
  CHECK(failed.error().remedy.ja.find("USB メモリー") != std::string::npos);
  CHECK_FALSE(fs::exists(place / "content"));
}

TEST_CASE("what is no such folder is refused and left alone") {
  const DiskPlace place;
  const SystemCalls calls;
  write_tree(place / "elsewhere", kFirst);
  fs::create_directory_symlink("elsewhere", place / "content");
  const auto link = VersionedFolder::open(calls, place / "content");
  REQUIRE_FALSE(link.ok());
  CHECK(says(link.error(), "elsewhere"));
  write_tree(place.path, {{"file", "x"}});
  CHECK_FALSE(VersionedFolder::open(calls, place / "file").ok());
  CHECK_FALSE(VersionedFolder::open(calls, place / "nowhere/content").ok());
  for (const char* no_name : {"/", ".", "..", "", "a/.."}) CHECK_FALSE(VersionedFolder::open(calls, no_name).ok());
  CHECK_FALSE(fs::exists(place / ".content.versions"));
}

TEST_CASE("one at a time: a second one is told at once") {
  const DiskPlace place;
  const SystemCalls calls;
  const auto first = opened(calls, place / "content");
  REQUIRE(first.ok());
  const auto second = opened(calls, place / "content");
  REQUIRE_FALSE(second.ok());
  CHECK(says(second.error(), "別の hub-kiosk"));
}

TEST_CASE("a draft that is given up leaves nothing, and what an interruption left is swept") {
  const DiskPlace place;
  const SystemCalls calls;
  REQUIRE(change(calls, place / "content", kFirst).ok());
  {
    auto versions = opened(calls, place / "content");
    REQUIRE(versions.ok());
    auto draft = versions.value().begin();
    REQUIRE(draft.ok());
    CHECK(draft.value().add("deep/er/file", "x").ok());
    CHECK_FALSE(draft.value().add("deep/er/file", "y").ok());
  }
  const std::set<std::string> only_first = {"1-after-0", "lock"};
  CHECK(names_in(place / ".content.versions") == only_first);
  write_tree(place / ".content.versions", {{"9-after-1.new/a/b", "x"}, {"0-after-0.gone/a", "x"}, {"stray", "x"}});
  fs::create_symlink("nowhere", place / ".content.versions/5-after-0");
  { CHECK(opened(calls, place / "content").value().begin().ok()); }
  CHECK(names_in(place / ".content.versions") == only_first);
}

TEST_CASE("everybody may read what is shown, whatever the umask of who published it") {
  const DiskPlace place;
  const mode_t before = ::umask(077);
  REQUIRE(change(SystemCalls(), place / "content", kFirst).ok());
  ::umask(before);
  for (const auto& entry : fs::recursive_directory_iterator(place / ".content.versions/1-after-0")) {
    CHECK((entry.status().permissions() & fs::perms::others_read) != fs::perms::none);
  }
  CHECK((fs::status(place / ".content.versions").permissions() & fs::perms::others_exec) != fs::perms::none);
}

TEST_CASE("a reader of several files can stay with one version") {
  const DiskPlace place;
  const SystemCalls calls;
  CHECK(shown_version(calls, place / "content") == place / "content");
  REQUIRE(change(calls, place / "content", kFirst).ok());
  const std::string shown = shown_version(calls, place / "content/");
  CHECK(shown == place / ".content.versions/1-after-0");
  REQUIRE(change(calls, place / "content", kSecond).ok());
  CHECK(tree_of(shown) == kFirst);
}

TEST_CASE("files that are read one after the other are of one version") {
  const DiskPlace place;
  const SystemCalls calls;
  const DiskFiles disk;
  REQUIRE(change(calls, place / "content", kFirst).ok());
  for (const std::string& folder : {place / "content", place / "content/"}) {
    const PinnedFolder still(disk, folder);
    CHECK(still.read(folder + "/izumi/hub.json", 100).value() == "one");
    REQUIRE(change(calls, place / "content", kSecond).ok());
    CHECK(still.read(folder + "/a.json", 100).value() == "1");
    CHECK(still.exists(folder + "/izumi"));
    CHECK_FALSE(still.exists(folder + "/konan"));
    CHECK(still.list(folder).value().size() == 2);
    CHECK(disk.exists(folder + "/konan"));
    write_tree(place.path, {{"content-new/a.json", "another folder"}});
    CHECK(still.read(place / "content-new/a.json", 100).value() == "another folder");
    REQUIRE(go_back(calls, place / "content").ok());
  }
}

TEST_CASE("what overlaps is seen through links and other names") {
  const DiskPlace place;
  const SystemCalls calls;
  REQUIRE(change(calls, place / "content", kFirst).ok());
  write_tree(place / "source", kSecond);
  const auto overlap = [&](const std::string& folder, const std::string& target) {
    const auto handle = open_root(calls, folder, true);
    const auto versions = VersionedFolder::open(calls, target);
    REQUIRE(handle.ok());
    REQUIRE(versions.ok());
    return versions.value().overlaps(handle.value()).value();
  };
  CHECK_FALSE(overlap(place / "source", place / "content"));
  CHECK(overlap(place / "content", place / "content"));
  CHECK(overlap(place / "content/izumi", place / "content"));
  CHECK(overlap(place / "source/../content", place / "content"));
  CHECK(overlap(place / ".", place / "content"));
  CHECK(overlap("/", place / "content"));
  CHECK(overlap(place / "source", place / "source"));
  CHECK(overlap(place / "source/konan", place / "source"));
  CHECK(overlap(place / "source", place / "source/konan/inner"));
  CHECK_FALSE(overlap(place / "source", place / "source-new"));
}

TEST_CASE("nothing is shown before it is on the disk, nothing removed before the switch is") {
  const DiskPlace place;
  const auto watched = [&](const Tree& tree) {
    SyncWatch watch(place.path, "content");
    CHECK(change(watch.calls(), place / "content", tree).ok());
    CHECK(watch.switches() == 1);
  };
  watched(kFirst);
  watched(kSecond);
  watched(kThird);
  SyncWatch watch(place.path, "content");
  CHECK(go_back(watch.calls(), place / "content").ok());
  CHECK(watch.switches() == 1);
  write_tree(place / "plain", kFirst);
  SyncWatch plain(place.path, "plain");
  CHECK(change(plain.calls(), place / "plain", kSecond).ok());
  CHECK(plain.switches() == 1);
}
