// Publishing, killed at every call of the system and with a full disk at every call: the old or the new, never neither.
#include "content/store/publication.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <set>

#include "content/store/known_files.h"
#include "support/disk_place.h"
#include "support/fixtures.h"
#include "support/old_or_new.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::content;
using namespace hub::tests;
namespace fs = std::filesystem;

namespace {

const Tree kOld = content_tree("old");
const Tree kNew = content_tree("new");

// Everything that is copied.
Tree full_tree() {
  Tree tree = content_tree("full");
  tree["README.md"] = "read me";
  tree["schema/hub.schema.json"] = "{}";
  tree["izumi/images/photo.JPG"] = std::string(70'000, 'p');
  return tree;
}

struct Told {
  std::vector<base::Error> refused;
  Copied copied;
  std::string copy;
  bool good = true;
  std::function<void()> meanwhile = [] {};

  Publishing publishing() {
    return {[this](const base::Error& error) { refused.push_back(error); }, [this](const Copied& all) { copied = all; },
            [this](const std::string& folder) { return copy = folder, meanwhile(), good; }};
  }
};

base::Status published(const DiskPlace& place, const Calls& calls = {}) {
  Told told;
  return publish(calls, place / "source", place / "live", told.publishing());
}

base::Status rolled_back(const DiskPlace& place, const Calls& calls = {}) {
  Told told;
  return roll_back(calls, place / "live", told.publishing());
}

void publish_tree(const DiskPlace& place, const Tree& tree) {
  fs::remove_all(place / "source");
  write_tree(place / "source", tree);
  REQUIRE(published(place).ok());
}

// One at a time is looked at through the folder, as a kiosk does.
bool shows(const DiskPlace& place, const Tree& tree) { return tree_of(place / "live") == tree; }

std::set<std::string> in_versions(const DiskPlace& place) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(place / ".live.versions")) names.insert(entry.path().filename());
  return names;
}

// Whatever happened before, the next publishing works, and keeps no more than it should.
void check_that_it_goes_on(const DiskPlace& place) {
  const Tree next = content_tree("next");
  const Tree shown = tree_of(place / "live");
  fs::remove_all(place / "source");
  write_tree(place / "source", next);
  const base::Status done = published(place);
  REQUIRE(done.ok());
  CHECK(shows(place, next));
  CHECK(in_versions(place).size() == (shown.empty() ? 2 : 3));  // the lock, the new one, the one before
  if (shown.empty()) return;
  REQUIRE(rolled_back(place).ok());
  CHECK(shows(place, shown));
}

std::vector<Change<DiskPlace>> changes() {
  const auto source = [](const DiskPlace& place) { write_tree(place / "source", kNew); };
  const auto publish_it = [](const DiskPlace& place, const Calls& calls) { return published(place, calls); };
  const auto go_back = [](const DiskPlace& place, const Calls& calls) { return rolled_back(place, calls); };
  const auto shows_tree = [](const Tree& tree) { return [=](const DiskPlace& place) { return shows(place, tree); }; };
  return {
      {"the first time", source, publish_it, shows_tree({}), shows_tree(kNew), check_that_it_goes_on},
      {"over a version",
       [](const DiskPlace& place) {
         publish_tree(place, content_tree("very old"));
         publish_tree(place, kOld);
         fs::remove_all(place / "source");
         write_tree(place / "source", kNew);
       },
       publish_it, shows_tree(kOld), shows_tree(kNew), check_that_it_goes_on},
      {"over a plain folder",
       [=](const DiskPlace& place) {
         write_tree(place / "live", kOld);
         source(place);
       },
       publish_it, shows_tree(kOld), shows_tree(kNew), check_that_it_goes_on},
      {"going back",
       [](const DiskPlace& place) {
         publish_tree(place, kNew);
         publish_tree(place, kOld);
       },
       go_back, shows_tree(kOld), shows_tree(kNew), check_that_it_goes_on},
  };
}

}  // namespace

TEST_CASE("killed before any call of the system, a kiosk reads the old or the new" * hub::tests::slow()) {
  int kills = 0;
  for (const Change<DiskPlace>& change : changes()) kills += kill_everywhere(change);
  MESSAGE(kills << " kills");
  CHECK(kills > 400 / kKillStep);
}

TEST_CASE("with a full disk at any call, a kiosk reads the old and staff are told" * hub::tests::slow()) {
  int faults = 0;
  for (const Change<DiskPlace>& change : changes()) faults += fill_disk_everywhere(change);
  MESSAGE(faults << " times full");
  CHECK(faults > 200 / kFullStep);
}

TEST_CASE("the copy is what is looked at, and is nowhere when it is not good") {
  const DiskPlace place;
  publish_tree(place, kOld);
  write_tree(place / "source", kNew);
  Told told;
  told.good = false;
  told.meanwhile = [&] { CHECK(tree_of(told.copy) == kNew); };
  const auto done = publish({}, place / "source", place / "live", told.publishing());
  REQUIRE_FALSE(done.ok());
  CHECK(done.error().what.ja.find("これまでのまま") != std::string::npos);
  CHECK(shows(place, kOld));
  CHECK(in_versions(place) == std::set<std::string>{"1-after-0", "lock"});
  CHECK(told.copied.files == kNew.size());
}

TEST_CASE("going back goes one back, and says when there is none") {
  const DiskPlace place;
  CHECK_FALSE(rolled_back(place).ok());
  CHECK(fs::is_empty(place.path));  // and touches nothing
  publish_tree(place, kOld);
  CHECK_FALSE(rolled_back(place).ok());
  publish_tree(place, kNew);
  CHECK(rolled_back(place).ok());
  CHECK(shows(place, kOld));
  const auto again = rolled_back(place);
  REQUIRE_FALSE(again.ok());
  CHECK(again.error().what.ja.find("1つ前の中身がありません") != std::string::npos);
  CHECK(shows(place, kOld));
}

TEST_CASE("leftovers are passed over, what nobody knows is left out and said") {
  const DiskPlace place;
  Tree messy = full_tree();
  for (const char* name : {".DS_Store", "._izumi", "izumi/hub.json~", "izumi/.hub.json.swp", "izumi/a.tmp",
                           "izumi/reports/2024.sync-conflict-1.json", "System Volume Information/x", ".git/config"}) {
    messy[name] = "x";
  }
  for (const char* name : {"notes.txt", "izumi/notes.docx", "izumi/reports/old.pdf", "izumi/images/film.mp4",
                           "photos/x.jpg", "izumi/sub/x.json"}) {
    messy[name] = "x";
  }
  write_tree(place / "source", messy);
  Told told;
  REQUIRE(publish({}, place / "source/", place / "live", told.publishing()).ok());
  CHECK(shows(place, full_tree()));
  std::set<std::string> left_out;
  for (const NameFinding& one : told.copied.left_out) left_out.insert(one.path);
  CHECK(left_out == std::set<std::string>{"notes.txt", "izumi/notes.docx", "izumi/reports/old.pdf",
                                          "izumi/images/film.mp4", "photos", "izumi/sub"});
}

TEST_CASE("no link and no device of the source is followed or opened, and each is named") {
  const DiskPlace place;
  publish_tree(place, kOld);
  write_tree(place / "source", kNew);
  write_tree(place / "secret", {{"hub.json", "secret"}});
  fs::create_symlink("../../secret/hub.json", place / "source/izumi/readings.json");
  fs::create_directory_symlink("../secret", place / "source/other");
  fs::create_directory_symlink("/", place / "source/common/root");
  REQUIRE(::mkfifo((place / "source/common/pipe.json").c_str(), 0600) == 0);
  write_tree(place / "source", {{"izumi/reports/2023.json", std::string((1 << 20) + 1, ' ')}});
  Told told;
  const auto done = publish({}, place / "source", place / "live", told.publishing());
  REQUIRE_FALSE(done.ok());
  std::string all;
  for (const base::Error& error : told.refused) all += error.what.ja + "\n";
  CHECK(told.refused.size() == 5);
  for (const char* name : {"izumi/readings.json", "source/other", "common/root", "pipe.json", "2023.json"}) {
    CHECK_MESSAGE(all.find(name) != std::string::npos, all);
  }
  CHECK(shows(place, kOld));
}

TEST_CASE("a source that is a link, leads up, is nothing or lies in the way is refused") {
  const DiskPlace place;
  publish_tree(place, kOld);
  write_tree(place / "source", kNew);
  fs::create_directory_symlink("source", place / "link");
  for (const std::string source :
       {"link", "link/", "source/../source", "nowhere", "source/README.md", "live", ".", ".live.versions/1-after-0"}) {
    CAPTURE(source);
    Told told;
    CHECK_FALSE(publish({}, place / source, place / "live", told.publishing()).ok());
    CHECK(shows(place, kOld));
  }
  Told told;
  CHECK_FALSE(publish({}, place / "source", place / "source", told.publishing()).ok());
  CHECK_FALSE(publish({}, place / "source", place / "source/izumi/live", told.publishing()).ok());
  CHECK(tree_of(place / "source") == kNew);
  const auto link = publish({}, place / "link", place / "live", told.publishing());
  REQUIRE_FALSE(link.ok());
  CHECK(link.error().remedy.ja.find(place / "source") != std::string::npos);  // what to name instead
}

TEST_CASE("a source that changes while it is copied is not published") {
  const auto changing = [](const std::function<void(const DiskPlace&)>& change, const std::string& when_opened) {
    const DiskPlace place;
    publish_tree(place, kOld);
    write_tree(place / "source", kNew);
    bool done = false;
    const Calls calls([&](const Calls::Call& call) {
      if (!done && std::string(call.name) == "openat" && call.on == when_opened && call.writes) {
        done = true;
        change(place);
      }
      return 0;
    });
    const auto status = published(place, calls);
    CHECK(done);
    CHECK_FALSE(status.ok());
    CHECK(shows(place, kOld));
    CHECK(in_versions(place).size() == 2);
  };
  // While izumi/hub.json is written: a file that was copied, one that comes later, a new one, all of them.
  changing([](const DiskPlace& p) { write_tree(p / "source", {{"common/services.json", "{}"}}); }, "hub.json");
  changing([](const DiskPlace& p) { write_tree(p / "source", {{"izumi/reports/2024.json", "{}"}}); }, "hub.json");
  changing([](const DiskPlace& p) { write_tree(p / "source", {{"izumi/reports/2025.json", "{}"}}); }, "hub.json");
  changing([](const DiskPlace& p) { fs::remove_all(p / "source"); }, "hub.json");
  changing(
      [](const DiskPlace& p) {
        fs::rename(p / "source/izumi/reports", p / "away");
        fs::create_directory_symlink(p / "away", p / "source/izumi/reports");
      },
      "hub.json");
}

TEST_CASE("a source that this user may not reach says where to put it") {
  const DiskPlace place;
  write_tree(place / "home/source", kNew);
  fs::permissions(place.path, fs::perms::all);
  fs::permissions(place / "home", fs::perms::none);
  // Root may reach everything: it is somebody else for a moment.
  const bool is_root = ::geteuid() == 0;
  constexpr uid_t kNobody = 65534;
  if (is_root) REQUIRE(::seteuid(kNobody) == 0);
  Told told;
  const auto done = publish({}, place / "home/source", place / "live", told.publishing());
  if (is_root) REQUIRE(::seteuid(0) == 0);
  fs::permissions(place / "home", fs::perms::owner_all);
  REQUIRE_FALSE(done.ok());
  CHECK_MESSAGE(done.error().what.ja.find("ホームフォルダー") != std::string::npos, done.error().what.ja);
}

TEST_CASE("what the plan refuses or warns of is said by publishing as well, a report apart") {
  const DiskPlace place;
  publish_tree(place, kOld);
  const auto said = [&](const Tree& more, const std::string& without = "") {
    fs::remove_all(place / "source");
    Tree tree = kNew;
    tree.erase(without);
    tree.insert(more.begin(), more.end());
    write_tree(place / "source", tree);
    Told told;
    const bool done = publish({}, place / "source", place / "live", told.publishing()).ok();
    CHECK(done == told.refused.empty());
    return told;
  };
  const Told renamed = said({{"izumi/hub.json.txt", kNew.at("izumi/hub.json")}}, "izumi/hub.json");
  REQUIRE(renamed.refused.size() == 1);
  CHECK(renamed.refused.front().what.ja.find("izumi/hub.json.txt") != std::string::npos);
  CHECK(renamed.refused.front().remedy.ja.find("「hub.json」に直して") != std::string::npos);

  const Told beside = said({{"izumi/reports/2025.json.txt", "x"},
                            {"izumi/reports/2024 - コピー.json", "{"},
                            {"izumi/reports/~$2024.json", "x"},
                            {"izumi/reports/.~lock.2024.json#", "x"},
                            {"izumi - コピー/hub.json", "{"},
                            {"$RECYCLE.BIN/x", "x"},
                            {"izumi/Thumbs.db", "x"}});
  CHECK(beside.refused.empty());
  std::set<std::string> reports, others;
  for (const NameFinding& one : beside.copied.left_out) (one.is_report ? reports : others).insert(one.path);
  CHECK(reports == std::set<std::string>{"izumi/reports/2025.json.txt"});
  CHECK(others == std::set<std::string>{"izumi/reports/2024 - コピー.json", "izumi/reports/~$2024.json",
                                        "izumi/reports/.~lock.2024.json#", "izumi - コピー"});
  CHECK(shows(place, kNew));

  Tree around;
  for (const auto& [path, bytes] : kNew) around["content/" + path] = bytes;
  fs::remove_all(place / "source");
  write_tree(place / "source", around);
  Told nested;
  CHECK_FALSE(publish({}, place / "source", place / "live", nested.publishing()).ok());
  REQUIRE(nested.refused.size() == 1);
  CHECK(nested.refused.front().remedy.ja.find("「content」") != std::string::npos);
}
