// What shows when content is broken: while the kiosk runs, when it starts, and when staff choose a hub.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "content/store/publication.h"
#include "kiosk/content_source.h"
#include "kiosk/content_swap.h"
#include "kiosk/last_good_writer.h"
#include "kiosk/shown_screen_writer.h"
#include "replay/virtual_kiosk.h"
#include "support/disk_place.h"
#include "support/fixtures.h"
#include "support/lobby.h"
#include "support/slow.h"

using namespace hub;
using namespace hub::tests;
using base::Seconds;
namespace fs = std::filesystem;

namespace {

const base::DiskFiles kDisk;

std::string tagline_of(const std::shared_ptr<const content::Snapshot>& snapshot) {
  return snapshot ? snapshot->find_hub("izumi")->tagline.japanese() : "";
}

struct Disk : DiskPlace {
  Disk() { write_tree(folder, small_hub("はじめ")); }

  content::LastGood last_good() const { return config::last_good_of(kDisk, *this / "state", folder); }
  kiosk::ContentSource start() const { return kiosk::find_content(kDisk, folder, "izumi", last_good()); }
  void keep(const config::ReadContent& read) const {
    kiosk::LastGoodWriter last_good_writer(last_good(), [](const base::Error& error) { FAIL(error.what.en); });
    last_good_writer.keep({"izumi", read.files, tests::kToday});
  }

  std::string folder = *this / "content";
};

}  // namespace

TEST_CASE_FIXTURE(Disk, "at the start the copy shows while the folder is broken or gone, and staff are told") {
  CHECK(tagline_of(start().snapshot) == "はじめ");
  CHECK_FALSE(start().instead);
  keep(start().read);

  const std::vector<std::function<void()>> breakages = {
      [&] {
        write_tree(folder, {{"izumi/hub.json", "{"}});
      },
      [&] { fs::remove_all(fs::path(folder) / "izumi"); },
      [&] { fs::remove_all(folder); },
      [&] { fs::create_symlink("nowhere", folder); },
  };
  for (const auto& breaks : breakages) {
    breaks();
    const kiosk::ContentSource found = start();
    CHECK(tagline_of(found.snapshot) == "はじめ");
    CHECK(has_errors(found.read.loaded.diagnostics));
    REQUIRE(found.instead);
    CHECK(found.instead->what.ja.find("2026年11月21日") != std::string::npos);
  }
  // Mended, it is the folder that shows.
  fs::remove(folder);
  write_tree(folder, small_hub("なおした"));
  CHECK(tagline_of(start().snapshot) == "なおした");
  CHECK_FALSE(start().instead);
}

TEST_CASE_FIXTURE(Disk, "a copy is never another folder's, another hub's, or a damaged one") {
  keep(start().read);
  fs::rename(folder, *this / "content2");
  const auto of = [&](const std::string& content, const std::string& hub) {
    return kiosk::find_content(kDisk, content, hub, config::last_good_of(kDisk, *this / "state", content));
  };
  CHECK(of(folder, "izumi").snapshot);
  CHECK(of(folder + "/", "izumi").snapshot);
  CHECK(of(folder + "/../content", "izumi").snapshot);
  write_tree(*this / "content2", {{"izumi/hub.json", "{"}});
  CHECK_FALSE(of(*this / "content2", "izumi").snapshot);
  CHECK_FALSE(of(*this / "content2", "izumi").instead);  // there is none
  CHECK_FALSE(of(folder, "konan").snapshot);
  CHECK(kiosk::hubs_to_choose(kDisk, folder, last_good()) == std::vector<std::string>{"izumi"});
  for (const auto& entry : fs::recursive_directory_iterator(path / "state")) {
    if (entry.path().filename() == "2024.json") fs::resize_file(entry.path(), 100);
  }
  CHECK_FALSE(of(folder, "izumi").snapshot);
  REQUIRE(of(folder, "izumi").instead);
  CHECK(of(folder, "izumi").instead->what.ja.find("壊れている") != std::string::npos);
}

TEST_CASE_FIXTURE(Disk, "the writer writes the last of several, and tells once that it cannot") {
  const base::FolderBytes first = start().read.files;
  write_tree(folder, small_hub("つぎに"));
  const base::FolderBytes second = start().read.files;
  {
    kiosk::LastGoodWriter last_good_writer(last_good(), [](const base::Error& error) { FAIL(error.what.en); });
    for (int i = 0; i < 20; ++i) last_good_writer.keep({"izumi", i % 2 == 0 ? first : second, tests::kToday});
  }
  CHECK(last_good().find(kDisk, "izumi").value()->files == second);

  int told = 0;
  const base::SystemCalls full([](const base::SystemCalls::Call& call) { return call.writes ? ENOSPC : 0; });
  for (int i = 0; i < 3; ++i) {
    std::vector<base::Error> errors;
    {
      kiosk::LastGoodWriter last_good_writer(
          last_good(), [&](const base::Error& error) { errors.push_back(error); }, full);
      CHECK_FALSE(last_good_writer.trouble());
      for (int again = 0; again <= i; ++again) last_good_writer.keep({"izumi", first, tests::kToday});
    }
    REQUIRE(errors.size() == 1);
    CHECK(errors.front().what.ja.find("ディスクがいっぱいです") != std::string::npos);
    ++told;
  }
  CHECK(told == 3);
  CHECK(last_good().find(kDisk, "izumi").value()->files == second);
}

namespace {

struct Messages : kiosk::Log {
  void write(const std::vector<content::Diagnostic>&) override {}
  void write(const base::Error&) override {}
  void write(const base::Message& message) override { messages.push_back(message.en); }
  std::vector<std::string> messages;
};

// The kiosk with all that a start gives it, but the thread that looks at the folder: that is done step by step.
struct Running : Disk {
  Running() {
    const kiosk::ContentSource first = start();
    replay::VirtualKiosk::Setup setup;
    setup.frame_context.snapshot = first.snapshot;
    setup.frame_context.screen = {800, 480};
    setup.frame_context.today = tests::kToday;
    setup.frame_context.timing.ask_s = 3600;
    setup.state = ui::fresh_state("izumi", {});
    setup.state.route = {ui::Route::Page::home};
    kiosk = replay::VirtualKiosk::open(std::move(setup)).value();
    kiosk::ContentLoader::Setup looking;
    looking.folder = folder;
    looking.hub = "izumi";
    looking.fingerprint = first.read.fingerprint;
    looking.frame_context = kiosk->frame_context();
    looking.screen_context = &kiosk->screen_context();
    loader = std::make_unique<kiosk::ContentLoader>(std::move(looking));
    last_good_writer =
        std::make_unique<kiosk::LastGoodWriter>(last_good(), [](const base::Error& error) { FAIL(error.what.en); });
    kiosk::StaffServiceOptions options;
    options.content_folder = folder;
    staff_service = std::make_unique<kiosk::KioskStaffService>(files, kiosk->clock(), options, nullptr);
    staff_service->content_shows(first);
    shown_screen_writer = std::make_unique<kiosk::ShownScreenWriter>("", kiosk->clock(), [](const base::Error&) {});
    content_swap = std::make_unique<kiosk::ContentSwap>(*loader, *staff_service, *last_good_writer,
                                                        *shown_screen_writer, kiosk->clock(), log);
    kiosk->take_content_from([this] { return content_swap->take(kiosk->state().hub); });
    run(0.1);
  }

  void run(double seconds) { kiosk->run_until(kiosk->now() + base::nanoseconds_of(Seconds(seconds))); }
  bool look(bool changed_again = false) {
    return loader->look([=] { return changed_again; });
  }
  // The words on the screen, not those that should be there.
  bool shows(const std::string& tagline) { return ui::describe(kiosk->scene()).find(tagline) != std::string::npos; }

  base::DiskFiles files;
  std::unique_ptr<replay::VirtualKiosk> kiosk;
  std::unique_ptr<kiosk::ContentLoader> loader;
  std::unique_ptr<kiosk::LastGoodWriter> last_good_writer;
  std::unique_ptr<kiosk::KioskStaffService> staff_service;
  std::unique_ptr<kiosk::ShownScreenWriter> shown_screen_writer;
  std::unique_ptr<kiosk::ContentSwap> content_swap;
  Messages log;
};

// Each makes good content one that must not show.
const std::vector<std::function<void(const fs::path& folder, std::mt19937& random)>> kBreakages = {
    // Half copied.
    [](const fs::path& folder, std::mt19937& random) {
      const char* files[] = {"izumi/hub.json", "izumi/reports/2024.json", "common/services.json"};
      const fs::path file = folder / files[random() % std::size(files)];
      const std::string whole = tree_of(folder).at(fs::relative(file, folder));
      fs::resize_file(file, random() % whole.find_last_of('}'));
    },
    [](const fs::path& folder, std::mt19937& random) {
      const char* garbage[] = {"[]", "null", "\xff\xfe\x00", "{\"id\": \"izumi\"}", "\"\xE3\x81\""};
      write_tree(folder, {{"izumi/hub.json", garbage[random() % std::size(garbage)]}});
    },
    // Written over in the middle.
    [](const fs::path& folder, std::mt19937& random) {
      std::string bytes = tree_of(folder).at("izumi/reports/2024.json");
      bytes[random() % bytes.find_last_of('}')] = '\x01';
      write_tree(folder, {{"izumi/reports/2024.json", bytes}});
    },
    [](const fs::path& folder, std::mt19937&) {
      const std::string hub = tree_of(folder).at("izumi/hub.json");
      write_tree(folder, {{"izumi/hub.json", replaced(hub, "\"tagline\"", "\"taglin\"")}});
    },
    [](const fs::path& folder, std::mt19937&) { fs::remove(folder / "izumi/hub.json"); },
    [](const fs::path& folder, std::mt19937&) { fs::remove_all(folder / "izumi"); },
    [](const fs::path& folder, std::mt19937&) { fs::remove_all(folder / "izumi/reports"); },
    [](const fs::path& folder, std::mt19937&) { fs::remove_all(folder); },
    [](const fs::path& folder, std::mt19937&) {
      fs::remove_all(folder / "common");
      fs::create_symlink("nowhere", folder / "common");
    },
    [](const fs::path& folder, std::mt19937&) {
      fs::remove(folder / "izumi/hub.json");
      fs::create_directory(folder / "izumi/hub.json");
    },
};

}  // namespace

TEST_CASE_FIXTURE(Running, "of 200 changes in a minute, half of them broken, what shows is always the last good one" *
                               hub::tests::slow()) {
  constexpr int kChanges = 200;
  constexpr double kEach_s = 60.0 / kChanges;
  std::mt19937 random(12);
  std::string good = "はじめ";
  int broken_ones = 0, shown_ones = 0;
  REQUIRE(shows(good));
  for (int i = 0; i < kChanges; ++i) {
    CAPTURE(i);
    const bool broken = random() % 2 == 0;
    const std::string tagline = (broken ? "こわれ" : "ことば") + std::to_string(i) + "番";
    fs::remove_all(folder);
    write_tree(folder, small_hub(tagline));
    if (broken) kBreakages[random() % kBreakages.size()](folder, random);
    broken_ones += broken ? 1 : 0;
    run(kEach_s / 3);
    CHECK(shows(good));  // nobody has looked yet
    // It changed while it was read.
    if (random() % 4 == 0) CHECK_FALSE(look(true));
    run(kEach_s / 3);
    CHECK(shows(good));
    look();
    if (!broken) good = tagline;
    shown_ones += broken ? 0 : 1;
    run(kEach_s / 3);
    CHECK(shows(good));
    CHECK(tagline_of(kiosk->frame_context().snapshot) == good);
    const ui::StaffFacts facts = staff_service->facts(0);
    CHECK(std::ranges::any_of(facts.notes, &ui::StaffFacts::Note::error) == broken);
    REQUIRE_FALSE(log.messages.empty());
    CHECK((log.messages.back().find("errors") != std::string::npos) == broken);
  }
  CHECK(broken_ones > kChanges / 3);
  CHECK(shown_ones > kChanges / 3);
  // A minute, and for each change that shows at most the frame that was under way.
  const double took_s = Seconds(kiosk->now().time_since_epoch()).count();
  CHECK(took_s >= 60);
  CHECK(took_s <= 60 + (shown_ones + 1) / 60.0 + 0.1);
  CHECK(kiosk->invariants().take_faults().empty());
  // And after a restart, whatever the folder holds then.
  last_good_writer.reset();
  fs::remove_all(folder);
  CHECK(tagline_of(start().snapshot) == good);
}

TEST_CASE_FIXTURE(Running, "what says nothing new is no news: the same bytes published again, leftovers of editors" *
                               hub::tests::slow()) {
  fs::remove_all(folder);
  write_tree(*this / "source", small_hub("はじめ"));
  const content::Publishing publishing{[](const base::Error&) {}, [](const content::Copied&) {},
                                       [](const std::string&) { return true; }};
  for (int i = 0; i < 3; ++i) {
    REQUIRE(content::publish({}, *this / "source", folder, publishing).ok());
    CHECK_FALSE(look());
  }
  write_tree(*this / "source", small_hub("つぎに"));
  REQUIRE(content::publish({}, *this / "source", folder, publishing).ok());
  CHECK(look());
  REQUIRE(content::roll_back({}, folder, publishing).ok());
  CHECK(look());
  run(0.1);
  CHECK(shows("はじめ"));
  write_tree(folder, {{"izumi/hub.json~", "x"}, {"izumi/.hub.json.swp", "x"}, {"common/a.tmp", "x"}});
  CHECK_FALSE(look());
  write_tree(folder, {{"izumi/notes.txt", "x"}});  // it is said that nobody knows what it is for
  CHECK(look());
}

TEST_CASE_FIXTURE(Running, "a copy gives way to the folder when that is mended" * hub::tests::slow()) {
  keep(start().read);
  fs::rename(folder, *this / "away");
  const kiosk::ContentSource first = start();
  staff_service->content_shows(first);
  CHECK(staff_service->facts(0).notes.size() == first.read.loaded.diagnostics.size() + 1);
  write_tree(folder, {{"izumi/hub.json", "{"}});  // broken in another way
  REQUIRE(look());
  run(0.1);
  CHECK(shows("はじめ"));
  const auto says_copy = [](const ui::StaffFacts::Note& note) { return note.what.find("控え") != std::string::npos; };
  CHECK(std::ranges::count_if(staff_service->facts(0).notes, says_copy) == 1);
  fs::remove_all(folder);
  write_tree(folder, small_hub("なおした"));
  REQUIRE(look());
  run(0.1);
  CHECK(shows("なおした"));
  CHECK(staff_service->facts(0).notes.empty());
}
