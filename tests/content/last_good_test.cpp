// The copy of what showed last, killed at every call of the system, with a full disk at every call, and damaged: a
// kiosk that starts reads the old or the new one, and never a wrong one.
#include "content/store/last_good.h"

#include <doctest/doctest.h>

#include <cerrno>

#include "support/disk_place.h"
#include "support/faults.h"
#include "support/fixtures.h"
#include "support/old_or_new.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::content;
using namespace hub::tests;
namespace fs = std::filesystem;

namespace {

constexpr base::Date kDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};

base::FolderBytes content_of(const std::string& tagline) {
  const Tree tree = content_tree(tagline);
  return {tree.begin(), tree.end()};
}

const base::FolderBytes kOld = content_of("old");
const base::FolderBytes kNew = content_of("new");

struct Kiosk : DiskPlace {
  Kiosk() {
    for (const auto& [name, bytes] : good_files().files) {
      if (name.starts_with("strings/")) write_tree(path, {{name, bytes}});
    }
  }
  LastGood last_good(const std::string& content_folder = "/srv/content") const {
    return LastGood({*this / "state/hub-kiosk", content_folder, *this / "strings"});
  }
  base::Result<bool> keep(const base::FolderBytes& files, const Calls& calls = {}, base::Date day = kDay) const {
    base::DiskFiles disk;
    return last_good().keep(calls, disk, {"izumi", files, day});
  }
  auto found() const { return last_good().find(base::DiskFiles(), "izumi"); }
  // Empty: there is none.
  base::FolderBytes kept() const {
    const auto copy = found();
    REQUIRE(copy.ok());
    return copy.value() ? copy.value()->files : base::FolderBytes();
  }
  fs::path link() const {
    for (const fs::directory_entry& entry : fs::directory_iterator(path / "state/hub-kiosk")) {
      if (entry.is_symlink()) return entry.path();
    }
    FAIL("nothing is kept");
    return {};
  }
};

// Whatever happened before, the next one is kept.
void check_that_it_goes_on(const Kiosk& kiosk) {
  const base::FolderBytes next = content_of("next");
  REQUIRE(kiosk.keep(next).ok());
  CHECK(kiosk.kept() == next);
}

std::vector<Change<Kiosk>> changes() {
  const auto keep = [](const Kiosk& kiosk, const Calls& calls) -> base::Status {
    const auto kept = kiosk.keep(kNew, calls);
    if (!kept) return kept.error();
    return base::Done{};
  };
  const auto shows = [](const base::FolderBytes& files) {
    return [=](const Kiosk& kiosk) { return kiosk.kept() == files; };
  };
  return {{"the first time", [](const Kiosk&) {}, keep, shows({}), shows(kNew), check_that_it_goes_on},
          {"over another",
           [](const Kiosk& kiosk) {
             REQUIRE(kiosk.keep(content_of("very old")).ok());
             REQUIRE(kiosk.keep(kOld).ok());
           },
           keep, shows(kOld), shows(kNew), check_that_it_goes_on}};
}

}  // namespace

TEST_CASE("what showed is found again, with its day, and is written once") {
  const Kiosk kiosk;
  CHECK(kiosk.kept().empty());
  CHECK(kiosk.last_good().hubs(base::DiskFiles()).empty());
  REQUIRE(kiosk.keep(kOld).ok());
  CHECK(kiosk.kept() == kOld);
  CHECK(kiosk.found().value()->day == kDay);
  CHECK(kiosk.found().value()->loaded.snapshot->find_hub("izumi")->tagline.in("en").words == "old");
  CHECK(kiosk.last_good().hubs(base::DiskFiles()) == std::vector<std::string>{"izumi"});

  const fs::path version = fs::canonical(kiosk.link());
  const base::Date later{std::chrono::year{2027}, std::chrono::January, std::chrono::day{1}};
  int calls = 0;
  const Calls counting([&](const Calls::Call&) { return ++calls, 0; });
  const auto again = kiosk.keep(kOld, counting, later);
  REQUIRE(again.ok());
  CHECK_FALSE(again.value());
  CHECK(calls == 0);
  CHECK(fs::canonical(kiosk.link()) == version);
  CHECK(kiosk.keep(kNew, {}, later).value());
  CHECK(kiosk.kept() == kNew);
  CHECK(kiosk.found().value()->day == later);
}

TEST_CASE("copies of folders that are gone are swept, of others the latest stay, and one's own always") {
  const Kiosk kiosk;
  base::DiskFiles disk;
  REQUIRE(kiosk.keep(kOld).ok());  // of a folder that is not there: that is what it is for
  const auto keep_of = [&](const std::string& folder, base::Date day) {
    REQUIRE(kiosk.last_good(folder).keep({}, disk, {"izumi", kOld, day}).ok());
  };
  const auto is_kept = [&](const std::string& folder) {
    return kiosk.last_good(folder).find(disk, "izumi").value().has_value();
  };
  keep_of("/no/such/folder", kDay);
  for (unsigned day = 1; day <= LastGood::kMostOthers + 2; ++day) {
    const std::string folder = kiosk / ("content" + std::to_string(day));
    fs::create_directory(folder);
    keep_of(folder, base::Date{std::chrono::year{2026} / 1 / static_cast<int>(day)});
  }
  kiosk.last_good().sweep_others({}, disk);
  CHECK(kiosk.kept() == kOld);
  CHECK_FALSE(is_kept("/no/such/folder"));
  for (unsigned day = 1; day <= LastGood::kMostOthers + 2; ++day) {
    CHECK(is_kept(kiosk / ("content" + std::to_string(day))) == (day > 2));
  }
  std::size_t left = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(kiosk.path / "state/hub-kiosk")) {
    left += entry.is_symlink() ? 1 : 0;
    CHECK(entry.path().filename().string().find("last-good") != std::string::npos);
  }
  CHECK(left == LastGood::kMostOthers + 1);
  CHECK(std::distance(fs::directory_iterator(kiosk.path / "state/hub-kiosk"), {}) ==
        static_cast<std::ptrdiff_t>(2 * (LastGood::kMostOthers + 1)));
}

TEST_CASE("a copy is that of one folder and one hub") {
  const Kiosk kiosk;
  REQUIRE(kiosk.keep(kOld).ok());
  const base::DiskFiles disk;
  for (const char* other : {"/srv/content2", "/srv", "/home/me/content"}) {
    CHECK_FALSE(kiosk.last_good(other).find(disk, "izumi").value());
    CHECK(kiosk.last_good(other).hubs(disk).empty());
  }
  for (const char* other : {"konan", "", "../izumi", "izumi-2"}) {
    CHECK_FALSE(kiosk.last_good().find(disk, other).value());
  }
  // Also where the name of one were that of the other: the copy says itself whose it is.
  REQUIRE(kiosk.keep(kOld).ok());
  const std::string name = kiosk.link().filename().string();
  base::DiskFiles files;
  const LastGood other = kiosk.last_good("/srv/content2");
  REQUIRE(other.keep({}, files, {"izumi", kNew, kDay}).ok());
  for (const fs::directory_entry& entry : fs::directory_iterator(kiosk / "state/hub-kiosk")) {
    if (!entry.is_symlink() || entry.path() == kiosk / "state/hub-kiosk/" + name) continue;
    const fs::path theirs = fs::canonical(entry.path()), ours = fs::canonical(kiosk.link().parent_path() / name);
    fs::remove_all(ours);
    fs::copy(theirs, ours, fs::copy_options::recursive);
  }
  CHECK_FALSE(kiosk.found().ok());
}

TEST_CASE("a copy that is not what was written is not used, and made anew") {
  const auto copy_of = [](const Kiosk& kiosk, const char* name) { return fs::canonical(kiosk.link()) / name; };
  const auto write = [](const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
  };
  const std::vector<std::function<void(const Kiosk&)>> damages = {
      [&](const Kiosk& k) { fs::resize_file(copy_of(k, "izumi/hub.json"), 20); },
      [&](const Kiosk& k) { fs::resize_file(copy_of(k, "izumi/reports/2024.json"), 0); },
      // It would load, but says something else.
      [&](const Kiosk& k) { write(copy_of(k, "izumi/hub.json"), kNew.at("izumi/hub.json")); },
      [&](const Kiosk& k) { fs::remove(copy_of(k, "common/readings.json")); },
      [&](const Kiosk& k) { fs::remove_all(copy_of(k, "izumi")); },
      [&](const Kiosk& k) { fs::remove_all(fs::canonical(k.link())); },
      [&](const Kiosk& k) { write(copy_of(k, "izumi/reports/2023.json"), "{}"); },
      [&](const Kiosk& k) { fs::remove(copy_of(k, "kept")); },
      [&](const Kiosk& k) { write(copy_of(k, "kept"), ""); },
      [&](const Kiosk& k) { write(copy_of(k, "kept"), "/srv/content\nizumi\n2026-99-99\n0\n"); },
      [&](const Kiosk& k) { write(copy_of(k, "kept"), std::string(100'000, '\n')); },
      [&](const Kiosk& k) {
        const fs::path link = k.link();
        fs::remove(link);
        write(link, "a file in its place");
      },
  };
  for (std::size_t i = 0; i < damages.size(); ++i) {
    CAPTURE(i);
    const Kiosk kiosk;
    REQUIRE(kiosk.keep(kOld).ok());
    damages[i](kiosk);
    if (i + 1 == damages.size()) {
      CHECK_FALSE(kiosk.last_good().find(base::DiskFiles(), "izumi").ok());
      CHECK_FALSE(kiosk.keep(kOld).ok());  // nobody knows whose file that is
      continue;
    }
    const auto found = kiosk.found();
    REQUIRE_FALSE(found.ok());
    CHECK(found.error().what.ja.find("壊れている") != std::string::npos);
    CHECK_FALSE(found.error().remedy.ja.empty());
    CHECK(kiosk.keep(kOld).value());
    CHECK(kiosk.kept() == kOld);
  }
}

TEST_CASE("what cannot be loaded is never kept") {
  const Kiosk kiosk;
  REQUIRE(kiosk.keep(kOld).ok());
  base::FolderBytes bad = kNew;
  bad["izumi/hub.json"] = "{";
  CHECK_FALSE(kiosk.keep(bad).ok());
  bad = kNew;
  bad["izumi/notes.txt"] = "loading does not read this";
  CHECK_FALSE(kiosk.keep(bad).ok());
  CHECK(kiosk.kept() == kOld);
}

TEST_CASE("where nothing can be kept, that is said and nothing is found") {
  const Kiosk kiosk;
  base::DiskFiles disk;
  const LastGood nowhere({"", "/srv/content", kiosk / "strings"});
  CHECK_FALSE(nowhere.keep({}, disk, {"izumi", kOld, kDay}).ok());
  CHECK_FALSE(nowhere.find(disk, "izumi").value());
  CHECK(nowhere.hubs(disk).empty());
  write_tree(kiosk.path, {{"file", "x"}});
  const LastGood in_a_file({kiosk / "file/state", "/srv/content", kiosk / "strings"});
  const auto refused = in_a_file.keep({}, disk, {"izumi", kOld, kDay});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().what.ja.starts_with("いま映している内容の控えを作れません。"));
  CHECK_FALSE(in_a_file.find(disk, "izumi").value());
  // A disk that can be read only.
  REQUIRE(kiosk.keep(kOld).ok());
  const Calls read_only([](const Calls::Call& call) { return call.writes ? EROFS : 0; });
  CHECK_FALSE(kiosk.keep(kNew, read_only).ok());
  CHECK(kiosk.kept() == kOld);
}

TEST_CASE("killed before any call of the system, a kiosk that starts finds the old copy or the new one" *
          hub::tests::slow()) {
  int kills = 0;
  for (const Change<Kiosk>& change : changes()) kills += kill_everywhere(change);
  MESSAGE(kills << " kills");
  CHECK(kills > 150 / kKillStep);
}

TEST_CASE("with a full disk at any call, the old copy stays and staff are told" * hub::tests::slow()) {
  int faults = 0;
  for (const Change<Kiosk>& change : changes()) faults += fill_disk_everywhere(change);
  MESSAGE(faults << " times full");
  CHECK(faults > 100 / kFullStep);
}

TEST_CASE("no copy counts before it is on the disk, none is removed before another counts") {
  const Kiosk kiosk;
  REQUIRE(kiosk.keep(content_of("very old")).ok());
  const fs::path link = kiosk.link();
  for (const base::FolderBytes& files : {kOld, kNew}) {
    SyncWatch watch(link.parent_path().string(), link.filename().string());
    REQUIRE(kiosk.keep(files, watch.calls()).value());
    CHECK(watch.switches() == 1);
  }
}
