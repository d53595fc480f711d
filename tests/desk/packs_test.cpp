// Packs as the desk takes them: the newest that a known key has signed for this hub shows, and nothing else does.
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "desk/desk.h"
#include "desk/jobs/carried_packs.h"
#include "desk/jobs/job_queue.h"
#include "desk/jobs/take_pack.h"
#include "desk/jobs/worker.h"
#include "desk/json/desk_json.h"
#include "desk/pack_making.h"
#include "pack/pack.h"
#include "report/read/read.h"
#include "support/disk_place.h"
#include "support/fixtures.h"
#include "support/old_or_new.h"
#include "support/publish_unseen.h"
#include "support/slow.h"
#include "support/test_keys.h"

using namespace hub;
using tests::publish_unseen;
using tests::Silence;
using tests::Tree;
using What = desk::TakenPack::What;

namespace {

namespace fs = std::filesystem;

const base::Date kDay = std::chrono::year(2026) / 11 / 27;
const pack::SecretKey& city() {
  static const pack::SecretKey key = tests::city_key();
  return key;
}
const pack::SecretKey& izumi() {
  static const pack::SecretKey key = tests::new_key();
  return key;
}
std::vector<pack::KnownKey> keys() { return {{city().public_key(), ""}, {izumi().public_key(), "izumi"}}; }

// A hub that says this, with another one beside it.
Tree content_that_says(const std::string& tagline) {
  Tree tree = tests::small_hub(tagline);
  tree.erase("README.md");
  std::erase_if(tree, [](const auto& one) { return one.first.starts_with("schema/"); });
  return tree;
}

base::FolderBytes packed(const Tree& tree) {
  base::FolderBytes files;
  for (const auto& [name, bytes] : tree) {
    if (name.starts_with("izumi/") || name.starts_with("common/")) files[name] = bytes;
  }
  return files;
}

std::string pack_of(const std::string& tagline, int serial, const pack::SecretKey& key,
                    const std::string& hub = "izumi", const std::string& readings = "") {
  base::FolderBytes files = packed(content_that_says(tagline));
  if (!readings.empty()) files["common/readings.json"] = readings;
  if (hub != "izumi") files = {{hub + "/hub.json", "{}"}};
  const auto made = pack::made_pack({hub, serial, "2026-11-27", "泉区役所"}, files, key);
  REQUIRE(made);
  return made.value();
}

struct Screen : tests::DiskPlace {
  Screen() {
    tests::write_tree(path / "content", content_that_says("はじめ"));
    tests::write_tree(path / "content",
                      {{"kamome/hub.json", "{\"other\": \"hub\"}"}, {"kamome/reports/2026.json", "{}"}});
  }
  Tree shows() const { return tests::tree_of(path / "content"); }
  bool says(const std::string& tagline) const {
    const Tree now = shows();
    return now.contains("izumi/hub.json") && now.at("izumi/hub.json").find(tagline) != std::string::npos;
  }
  desk::DeskSetup setup() const { return {*this / "state", *this / "content", "izumi", publish_unseen}; }
  desk::TakenPack take(const std::string& bytes, const base::SystemCalls& calls = {}) const {
    const base::VirtualClock clock{kDay};
    Silence silence;
    return desk::Desk(calls, clock, setup()).take(bytes, "a.hubpack", keys(), silence);
  }
  std::string word(const std::string& bytes) const { return desk::word_of(take(bytes)); }
  int newest(const pack::SecretKey& key = city()) const {
    const base::SystemCalls calls;
    const auto found =
        desk::History(calls, *this / "state/desk/izumi").newest_of_key(pack::text_of(key.public_key().id));
    REQUIRE(found);
    return found.value() ? found.value()->pack.serial : 0;
  }
};

}  // namespace

TEST_CASE("a newer pack shows, and what is older, for another screen or signed by a stranger does not") {
  const Screen screen;
  const desk::TakenPack first = screen.take(pack_of("市から", 7, city()));
  CHECK(first.what == What::shows);
  CHECK(first.version == 2);  // what showed before can be had back
  CHECK(first.said.ja == "「a.hubpack」の内容（7 番、2026-11-27 に作成、泉区役所から）を映しました。");
  CHECK(screen.says("市から"));
  const Tree shown = screen.shows();
  CHECK(shown.at("kamome/hub.json") == "{\"other\": \"hub\"}");
  CHECK(screen.word(pack_of("市から", 7, city())) == "was-here");
  CHECK(screen.word(pack_of("ちがう", 7, city())) == "older");
  CHECK(screen.word(pack_of("古い", 6, city())) == "older");
  CHECK(screen.word(pack_of("他人", 8, tests::new_key())) == "unknown-key");
  CHECK(screen.word(pack_of("", 8, city(), "konan")) == "other-hub");
  CHECK(screen.word(pack_of("", 8, izumi(), "konan")) == "other-key");
  CHECK(screen.word(pack_of("こわれた", 8, city()).substr(0, 2000)) == "damaged");
  CHECK(screen.shows() == shown);
  CHECK(screen.newest() == 7);
  CHECK(screen.word(pack_of("つぎに", 8, city())) == "shows");
  CHECK(screen.says("つぎに"));
  // Each key counts for itself.
  CHECK(screen.word(pack_of("拠点から", 1, izumi())) == "shows");
  CHECK(screen.says("拠点から"));
  CHECK(screen.word(pack_of("市から", 7, city())) == "older");
  CHECK(screen.newest() == 8);
  CHECK(screen.newest(izumi()) == 1);
}

TEST_CASE("what all hubs share is changed by a key of every hub's alone, and goes back with the version that has it") {
  const Screen screen;
  const std::string before = screen.shows().at("common/readings.json"), other = before + " ";
  CHECK(screen.word(pack_of("拠点から", 1, izumi(), "izumi", other)) == "shows");
  CHECK(screen.shows().at("common/readings.json") == before);
  CHECK(screen.says("拠点から"));
  CHECK(screen.word(pack_of("市から", 1, city(), "izumi", other)) == "shows");
  CHECK(screen.shows().at("common/readings.json") == other);
  CHECK(screen.word(pack_of("市から", 2, city(), "izumi", before)) == "shows");
  CHECK(screen.shows().at("common/readings.json") == before);
  const base::SystemCalls calls;
  const base::VirtualClock clock{kDay};
  desk::Desk desk(calls, clock, screen.setup());
  REQUIRE(desk.history().size() == 4);
  Silence silence;
  REQUIRE(desk.go_back(3, {"山田", 0}, silence));
  CHECK(screen.shows().at("common/readings.json") == other);
  // Who went back is not overruled by what was there before, only by something new.
  CHECK(screen.newest() == 2);
  CHECK(desk.history().front().pack.serial == 1);
  CHECK(screen.word(pack_of("市から", 2, city(), "izumi", before)) == "was-here");
  CHECK(screen.shows().at("common/readings.json") == other);
  CHECK(screen.word(pack_of("あたらしい", 3, city())) == "shows");
  CHECK(desk::history_json(desk.history()).find("\"serial\": 3") != std::string::npos);
}

TEST_CASE("a kiosk on which nothing was published yet begins with a pack") {
  const Screen screen;
  fs::remove_all(screen / "content");
  const desk::TakenPack taken = screen.take(pack_of("はじめて", 1, city()));
  CHECK_MESSAGE(taken.what == What::shows, taken.said.ja);
  CHECK(taken.version == 1);
  CHECK(screen.says("はじめて"));
  CHECK(screen.shows() == content_that_says("はじめて"));
}

TEST_CASE("where the history cannot be read no pack is taken: nobody knows which were here") {
  const Screen screen;
  CHECK(screen.word(pack_of("市から", 7, city())) == "shows");
  fs::remove(screen / "state/desk/izumi/history.jsonl");
  fs::create_directory(screen / "state/desk/izumi/history.jsonl");
  const desk::TakenPack taken = screen.take(pack_of("古い", 6, city()));
  CHECK(taken.what == What::failed);
  CHECK_FALSE(taken.remedy.ja.empty());
  CHECK(screen.says("市から"));
}

TEST_CASE("a pack that does not pass the inspection does not show, and says why" * tests::slow()) {
  const Screen screen;
  const base::SystemCalls calls;
  const base::VirtualClock clock{kDay};
  desk::Desk desk(calls, clock, {screen / "state", screen / "content", "izumi"});
  const Tree before = screen.shows();
  base::FolderBytes files = packed(content_that_says("だめ"));
  files["izumi/hub.json"] = "{}";
  const auto made = pack::made_pack({"izumi", 7, "", ""}, files, city());
  REQUIRE(made);
  Silence silence;
  const desk::TakenPack taken = desk.take(made.value(), "a.hubpack", keys(), silence);
  CHECK(std::string(desk::word_of(taken)) == "not-shown");
  CHECK(taken.said.ja.find("映していません") != std::string::npos);
  CHECK(screen.shows() == before);
  CHECK(screen.newest() == 0);
}

TEST_CASE("staff's draft goes on over a new pack: what does not touch it moves over, the rest is asked about" *
          tests::slow()) {
  const Screen screen;
  tests::write_tree(screen.path / "content",
                    {{"izumi/hub.json", tests::bytes_of(HUB_SOURCE_DIR "/content/izumi/hub.json")}});
  const base::SystemCalls calls;
  const base::VirtualClock clock{kDay};
  desk::Desk desk(calls, clock, screen.setup());
  const std::string text = tests::bytes_of(HUB_SOURCE_DIR "/tests/report/fixtures/izumi-2024.txt");
  const std::string old_report = tests::bytes_of(HUB_SOURCE_DIR "/content/izumi/reports/2024.json");
  const std::string file = "izumi/reports/2024.json", title = "泉区地域子育て支援拠点事業";
  tests::write_tree(screen.path / "content", {{file, old_report}});
  REQUIRE(desk.open(text, "報告書.txt", report::read_text(text), false).ok());
  const auto pack_with = [&](int serial, const std::string& new_title) {
    Tree now = screen.shows();
    now[file].replace(now[file].find(title), title.size(), new_title);
    const auto made = pack::made_pack({"izumi", serial, "", ""}, packed(now), city());
    REQUIRE(made);
    return made.value();
  };
  REQUIRE(screen.word(pack_with(1, "市の直した" + title)) == "shows");
  const auto work = [&] {
    auto there = desk.work();
    REQUIRE(there);
    REQUIRE(there.value());  // the draft is still there
    return *std::move(there).value();
  };
  CHECK(desk.collisions(work()).value().empty());
  // Now staff have changed the same title.
  const std::string draft = screen / ("state/desk/izumi/draft/content/" + file);
  std::string ours = tests::bytes_of(draft);
  REQUIRE(ours.find(title) != std::string::npos);
  std::ofstream(draft) << ours.replace(ours.find(title), title.size(), "拠点の直した" + title);
  REQUIRE(desk.collisions(work()).value().size() == 1);
  Silence silence;
  CHECK_FALSE(desk.publish({}, silence));
  REQUIRE(desk.take_theirs(desk::kReportFile, "/title", {}).ok());
  REQUIRE(desk.publish({}, silence));
  CHECK(screen.shows().at(file).find("市の直した") != std::string::npos);
  CHECK(screen.word(pack_with(1, "市の直した" + title)) != "shows");
}

TEST_CASE("taking a pack that is interrupted anywhere shows the old or the new, and its serial never goes back" *
          tests::slow()) {
  const Tree old_tree = content_that_says("一番"), new_tree = content_that_says("二番");
  const std::string first = pack_of("一番", 1, city()), second = pack_of("二番", 2, city());
  const auto shown = [](const Screen& screen) {
    Tree tree = screen.shows();
    std::erase_if(tree, [](const auto& one) { return one.first.starts_with("kamome/"); });
    return tree;
  };
  const tests::Change<Screen> change{"taking",
                                     [&](const Screen& screen) { REQUIRE(screen.word(first) == "shows"); },
                                     [&](const Screen& screen, const base::SystemCalls& calls) -> base::Status {
                                       const desk::TakenPack taken = screen.take(second, calls);
                                       if (taken.what != What::shows) return base::Error{taken.said, taken.remedy};
                                       return base::Done{};
                                     },
                                     [&](const Screen& screen) { return shown(screen) == old_tree; },
                                     [&](const Screen& screen) { return shown(screen) == new_tree; },
                                     [&](const Screen& screen) {
                                       const int newest = screen.newest();
                                       CHECK(newest >= 1);
                                       const std::string old_again = screen.word(first);
                                       CHECK(old_again == (shown(screen) == new_tree ? "older" : "was-here"));
                                       CHECK(screen.newest() >= newest);
                                       const std::string again = screen.word(second);
                                       CHECK((again == "shows" || again == "was-here"));
                                       CHECK(shown(screen) == new_tree);
                                       CHECK(screen.newest() == 2);
                                       CHECK(screen.word(first) == "older");
                                       CHECK(shown(screen) == new_tree);
                                       CHECK_FALSE(fs::exists(screen / "state/desk/izumi/publishing"));
                                       CHECK_FALSE(fs::exists(screen / "state/desk/izumi/versions/begun"));
                                     }};
  CHECK(tests::kill_everywhere(change) >= (tests::kSanitized ? 50 : 500));
  CHECK(tests::fill_disk_everywhere(change) >= 400 / tests::kFullStep);
}

TEST_CASE("a pack in the inbox is a job, which says what became of it and does no more when it is done again") {
  const Screen screen;
  const base::SystemCalls calls;
  const base::VirtualClock clock{kDay};
  const std::string state = screen / "state", folder = screen / "state/desk/izumi";
  desk::Inbox inbox(calls, folder + "/inbox");
  const auto bring = [&](const std::string& bytes, const std::string& name) {
    const auto item = inbox.take(bytes, name, desk::CameFrom::stick, clock.local());
    REQUIRE(item);
    return item.value();
  };
  // A pack that is refused needs no drawing.
  const auto old_report = bring("no pack", "報告書.pdf");
  const auto pack = bring(pack_of("他人", 8, tests::new_key()), "izumi-0008.HUBPACK");
  REQUIRE(desk::ask_to_take_packs(calls, state, "izumi", {old_report, pack}, clock.local()).ok());
  const desk::JobQueue queue(calls, state, "izumi");
  REQUIRE(queue.waiting().size() == 1);
  const std::string id = queue.waiting().front();
  std::vector<std::string> heard;
  desk::WorkSetup setup{state, screen / "content"};
  setup.keys = keys();
  setup.heard = [&](const desk::Job&, const desk::JobProgress& progress) { heard.push_back(progress.message.ja); };
  const auto worked = desk::work(calls, clock, setup);
  REQUIRE(worked);
  CHECK(worked.value() == 1);
  REQUIRE(heard.size() == 1);
  CHECK(heard.front().find("知らない鍵") != std::string::npos);
  const auto news = desk::pack_news(calls, folder);
  REQUIRE(news.size() == 1);
  CHECK(news.front().what == "unknown-key");
  CHECK(news.front().said.ja == heard.front());
  CHECK(news.front().from == desk::CameFrom::stick);
  CHECK(news.front().at == "2026-11-27T12:00");
  CHECK(desk::is_refusal(news.front()));
  CHECK(desk::to_json(news.front()).find("\"unknown-key\"") != std::string::npos);
  CHECK(queue.progress(id)->state == desk::JobProgress::State::failed);
  CHECK_FALSE(inbox.find(pack.id));
  CHECK(inbox.find(old_report.id));
  // The request once more, as after a power cut before its end was written.
  REQUIRE(desk::ask_to_take_packs(calls, state, "izumi", {pack}, clock.local()).ok());
  REQUIRE(desk::work(calls, clock, setup));
  CHECK(heard.size() == 2);
  CHECK(heard.back() == heard.front());
  CHECK(desk::pack_news(calls, folder).size() == 1);
}

TEST_CASE("a pack that nobody got to look at is told as one that failed, and may come again") {
  const Screen screen;
  const base::SystemCalls calls;
  const base::VirtualClock clock{kDay};
  const std::string state = screen / "state", folder = screen / "state/desk/izumi";
  desk::Inbox inbox(calls, folder + "/inbox");
  const std::string bytes = pack_of("他人", 8, tests::new_key());
  const auto bring = [&] {
    const auto item = inbox.take(bytes, "izumi-0008.hubpack", desk::CameFrom::download, clock.local());
    REQUIRE(item);
    REQUIRE(desk::ask_to_take_packs(calls, state, "izumi", {item.value()}, clock.local()).ok());
  };
  bring();
  desk::WorkSetup setup{state, screen / "content"};
  setup.keys = keys();
  const desk::DoJob falls = [](const base::SystemCalls&, const base::Clock&, const desk::JobPlace&, const std::string&,
                               const desk::Job&, desk::JobListener&) -> base::Result<desk::JobResult> { ::_exit(3); };
  REQUIRE(desk::work(calls, clock, setup, falls));
  auto news = desk::pack_news(calls, folder);
  REQUIRE(news.size() == 1);
  CHECK(news.front().what == "failed");
  CHECK(news.front().name == "izumi-0008.hubpack");
  CHECK_FALSE(news.front().remedy.ja.empty());
  bring();
  REQUIRE(desk::work(calls, clock, setup));
  news = desk::pack_news(calls, folder);
  REQUIRE(news.size() == 1);
  CHECK(news.front().what == "unknown-key");
}

TEST_CASE("of a stick for many hubs this one's pack is asked for, and one of the others' where there is no other") {
  const Screen screen;
  const base::SystemCalls calls;
  const base::VirtualClock clock{kDay};
  const std::string state = screen / "state";
  desk::Inbox inbox(calls, screen / "state/desk/izumi/inbox");
  const auto bring = [&](const std::vector<std::pair<std::string, std::string>>& packs) {
    std::vector<desk::InboxItem> items;
    for (const auto& [name, bytes] : packs) {
      const auto item = inbox.take(bytes, name, desk::CameFrom::stick, clock.local());
      REQUIRE(item);
      items.push_back(item.value());
    }
    REQUIRE(desk::ask_to_take_packs(calls, state, "izumi", items, clock.local()).ok());
    return desk::JobQueue(calls, state, "izumi").waiting().size();
  };
  const std::string konan = pack_of("", 1, city(), "konan"), sakae = pack_of("", 1, city(), "sakae");
  CHECK(bring({{"konan-1.hubpack", konan},
               {"izumi-1.hubpack", pack_of("市から", 1, city())},
               {"sakae-1.hubpack", sakae}}) == 1);
  CHECK(inbox.list().size() == 1);
  CHECK(inbox.list().front().name == "izumi-1.hubpack");
  CHECK(bring({{"konan-1.hubpack", konan}, {"sakae-1.hubpack", sakae}}) == 2);
  CHECK(inbox.list().size() == 2);
  CHECK(bring({{"torn.hubpack", "x"}}) == 3);
}

TEST_CASE("a carrier's folder is looked through once for each file, and never written into") {
  const Screen screen;
  const base::SystemCalls calls;
  const base::VirtualClock clock{kDay};
  const std::string state = screen / "state", folder = screen / "carried";
  const auto look = [&](const base::SystemCalls& with) {
    const auto asked = desk::ask_for_carried_packs(with, clock, state, "izumi", folder);
    REQUIRE(asked);
    return asked.value();
  };
  CHECK(look(calls) == 0);  // no carrier was set up
  fs::create_directories(folder);
  CHECK(look(calls) == 0);
  screen.write("carried/izumi-0001.hubpack", pack_of("一番", 1, city()));
  screen.write("carried/konan-0001.hubpack", pack_of("", 1, city(), "konan"));  // another screen's
  screen.write("carried/.syncthing.izumi-0002.hubpack.tmp", "x");
  screen.write("carried/.izumi-0002.hubpack", "x");
  screen.write("carried/izumi-0001.sync-conflict-20261127.hubpack", "torn");
  screen.write("carried/readme.txt", "x");
  fs::create_directories(folder + "/folder.hubpack");
  fs::create_symlink("/etc/passwd", folder + "/link.hubpack");
  const Tree before = tests::tree_of(folder);
  CHECK(look(calls) == 2);
  const auto items = desk::Inbox(calls, state + "/desk/izumi/inbox").list();
  REQUIRE(items.size() == 2);
  for (const desk::InboxItem& one : items) CHECK(one.from == desk::CameFrom::download);
  CHECK(desk::JobQueue(calls, state, "izumi").waiting().size() == 2);
  // Nothing new: not a call that writes.
  int writes = 0;
  const base::SystemCalls counted([&](const base::SystemCalls::Call& call) {
    if (call.writes && std::string(call.name) != "close") ++writes;
    return 0;
  });
  CHECK(look(counted) == 0);
  CHECK(writes == 0);
  // The same name with other bytes is new; what was there once and comes back is looked at again.
  screen.write("carried/izumi-0001.hubpack", pack_of("二番", 2, city()));
  CHECK(look(calls) == 1);
  fs::remove(folder + "/izumi-0001.hubpack");
  CHECK(look(calls) == 0);
  screen.write("carried/izumi-0001.hubpack", pack_of("一番", 1, city()));
  CHECK(look(calls) == 1);
  CHECK(tests::tree_of(folder).size() == before.size());
}

// One that shows is brought in the command line's tests: every screen of it is drawn there, in a process that has drawn
// nothing before.
TEST_CASE("whoever brings a pack by command hears what became of it") {
  const Screen screen;
  const base::SystemCalls calls;
  const base::SystemClock clock;
  desk::WorkSetup setup{screen / "state", screen / "content"};
  setup.keys = keys();
  const std::string stranger = pack_of("他人", 3, tests::new_key());
  for (int times = 0; times < 2; ++times) {
    const auto taken = desk::take_pack_now(calls, clock, setup, "izumi", stranger, "x/izumi-0003.hubpack");
    REQUIRE_MESSAGE(taken.ok(), taken.error().what.ja);
    CHECK(taken.value().what == "unknown-key");
    CHECK(taken.value().name == "izumi-0003.hubpack");
    CHECK(taken.value().from == desk::CameFrom::command);
  }
  CHECK_FALSE(desk::pack_news(calls, screen / "state/desk/izumi").empty());
  CHECK(desk::Inbox(calls, screen / "state/desk/izumi/inbox").list().empty());
  CHECK_FALSE(desk::take_pack_now(calls, clock, setup, "izumi", "", "empty.hubpack").ok());
}

TEST_CASE("a pack is made of the hub's files and of those of all hubs, and numbered by its name") {
  const Screen screen;
  tests::write_tree(screen.path / "content",
                    {{"README.md", "x"}, {"izumi/notes.txt", "x"}, {"izumi/hub - コピー.json", "{}"}});
  const base::DiskFiles disk;
  const auto files = desk::files_for_pack(disk, screen / "content", "izumi");
  REQUIRE(files);
  CHECK(files.value() == packed(content_that_says("はじめ")));
  for (const char* hub : {"konan", "", "common", "../content", "izumi/reports"}) {
    CAPTURE(hub);
    CHECK_FALSE(desk::files_for_pack(disk, screen / "content", hub));
  }
  CHECK(desk::serial_in_name("out/izumi-0007.hubpack") == 7);
  CHECK(desk::serial_in_name("izumi-0007.HUBPACK") == 7);
  CHECK(desk::serial_in_name("12") == 12);
  CHECK(desk::serial_in_name("izumi.hubpack") == 0);
  CHECK(desk::serial_in_name("izumi-99999999999.hubpack") == 0);
  CHECK(desk::serial_in_name("7/izumi.hubpack") == 0);
  CHECK(desk::is_pack("A.HubPack"));
  CHECK_FALSE(desk::is_pack("hubpack"));
  CHECK_FALSE(desk::is_pack("a.hubpack.pdf"));
}
