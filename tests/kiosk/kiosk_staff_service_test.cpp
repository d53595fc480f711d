// What staff ask of the kiosk, on the shipped content: PIN, hubs, what is kept, what is told.
#include "kiosk/kiosk_staff_service.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/pin.h"
#include "config/hub_choice.h"
#include "config/paths.h"
#include "support/content_copy.h"
#include "support/memory_files.h"

using namespace hub;
using Choice = ui::StaffFacts::Choice;

namespace {

struct Service : tests::ContentCopy {
  Service() {
    options.pin_hash = base::hash_pin("2508").value();
    options.content_folder = folder;
    options.state_folder = *this / "state";
  }

  kiosk::KioskStaffService make() {
    return {files, clock, options, [this](const kiosk::ContentSource& content, const std::string& hub) {
              prepared.push_back(hub);
              return std::make_unique<render::HubScreens>(*screen_context, content.snapshot, hub);
            }};
  }
  kiosk::KioskStaffService open() {
    kiosk::KioskStaffService staff_service = make();
    REQUIRE(staff_service.pin_matches("2508", 1));
    return staff_service;
  }
  std::string kept() const { return config::kept_hub(files, options.state_folder, {"izumi", "konan"}).id; }

  base::DiskFiles files;
  base::VirtualClock clock{base::Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}}};
  kiosk::StaffServiceOptions options;
  std::unique_ptr<render::ScreenContext> screen_context = render::ScreenContext::open().value();
  std::vector<std::string> prepared;
};

}  // namespace

TEST_CASE_FIXTURE(Service, "only the PIN opens, and then the hubs are known by name") {
  kiosk::KioskStaffService staff_service = make();
  CHECK_FALSE(staff_service.pin_matches("2581", 1));
  CHECK(staff_service.facts(0).hubs.empty());
  CHECK(staff_service.pin_matches("2508", 1));
  const ui::StaffFacts facts = staff_service.facts(7);
  REQUIRE(facts.hubs.size() == 2);
  CHECK(facts.hubs[0].name == "泉区");
  CHECK(facts.frames == 7);
  CHECK(facts.memory_mb > 0);
  CHECK_FALSE(facts.version.empty());
  options.pin_hash.clear();
  CHECK_FALSE(make().pin_matches("", 1));
}

TEST_CASE_FIXTURE(Service, "a chosen hub is loaded, made ready and kept for the next start") {
  kiosk::KioskStaffService staff_service = open();
  const auto screens = staff_service.choose_hub("konan");
  REQUIRE(screens);
  CHECK(screens->hub() == "konan");
  CHECK(screens->snapshot()->find_hub("konan") != nullptr);
  CHECK(prepared == std::vector<std::string>{"konan"});
  CHECK(staff_service.facts(0).choice == Choice::kept);
  CHECK(staff_service.facts(0).choice_name == "港南区");
  CHECK(kept() == "konan");
  CHECK(staff_service.choose_hub("izumi"));
  CHECK(kept() == "izumi");
}

TEST_CASE_FIXTURE(Service, "a hub with errors is refused, and the panel says why and where") {
  write("content/konan/hub.json", "{");
  kiosk::KioskStaffService staff_service = open();
  CHECK_FALSE(staff_service.choose_hub("konan"));
  const ui::StaffFacts facts = staff_service.facts(0);
  CHECK(facts.choice == Choice::refused);
  REQUIRE_FALSE(facts.notes.empty());
  CHECK(facts.notes.front().error);
  CHECK(facts.notes.front().file == "konan/hub.json");
  CHECK(facts.notes.front().line == 1);
  CHECK_FALSE(facts.notes.front().what.empty());
  CHECK(kept().empty());
  // A choice that works takes the complaint away, and so does whoever opens the panel next.
  CHECK(staff_service.choose_hub("izumi"));
  CHECK(std::ranges::none_of(staff_service.facts(0).notes, &ui::StaffFacts::Note::error));
  CHECK_FALSE(staff_service.choose_hub("konan"));
  CHECK(staff_service.pin_matches("2508", 1));
  CHECK(staff_service.facts(0).choice == Choice::none);
  CHECK(staff_service.facts(0).notes.empty());
}

TEST_CASE_FIXTURE(Service, "a hub that showed before can be chosen while the folder is broken: its copy shows") {
  const content::LastGood last_good = config::last_good_of(files, options.state_folder, options.content_folder);
  const config::ReadContent konan = config::read_content(files, options.content_folder, "konan");
  REQUIRE(last_good.keep({}, files, {"konan", konan.files, clock.today()}).ok());
  std::filesystem::remove_all(folder);
  kiosk::KioskStaffService staff_service = open();
  REQUIRE(staff_service.facts(0).hubs.size() == 1);
  CHECK(staff_service.facts(0).hubs[0].name == "港南区");
  const auto screens = staff_service.choose_hub("konan");
  REQUIRE(screens);
  CHECK(screens->hub() == "konan");
  CHECK(screens->snapshot()->find_hub("konan") != nullptr);
  CHECK(staff_service.facts(0).choice == Choice::kept);
  const ui::StaffFacts facts = staff_service.facts(0);
  CHECK(facts.notes.front().error);  // of the folder
  CHECK(facts.notes.back().what.find("2026年11月21日にとった控え") != std::string::npos);
  CHECK_FALSE(staff_service.choose_hub("izumi"));
}

TEST_CASE_FIXTURE(Service, "what keeps the kiosk from keeping a copy is told for as long as it does") {
  kiosk::KioskStaffService staff_service = make();
  std::optional<base::Error> trouble = base::Error{{"ディスクがいっぱいです。", "The disk is full."}, {}};
  staff_service.ask_for_trouble([&] { return trouble; });
  REQUIRE(staff_service.facts(0).notes.size() == 1);
  CHECK(staff_service.facts(0).notes[0].what == "ディスクがいっぱいです。");
  trouble.reset();
  CHECK(staff_service.facts(0).notes.empty());
}

TEST_CASE_FIXTURE(Service, "a choice that cannot be written holds until the next start, and is said to") {
  write("file", "x");
  for (const std::string& state : {*this / "file/state", std::string()}) {
    options.state_folder = state;
    kiosk::KioskStaffService staff_service = open();
    CHECK(staff_service.choose_hub("konan"));
    CHECK(staff_service.facts(0).choice == Choice::until_restart);
  }
}

TEST_CASE_FIXTURE(Service, "a hub of the command line comes back at the next start, and the panel says so") {
  options.hub_from_command_line = true;
  kiosk::KioskStaffService staff_service = open();
  CHECK(staff_service.choose_hub("konan"));
  CHECK(staff_service.facts(0).choice == Choice::overruled);
}

TEST_CASE_FIXTURE(Service, "what is to mend is told: errors first, and how long ago the content was read") {
  kiosk::KioskStaffService staff_service = make();
  content::Diagnostic warning;
  warning.severity = content::Diagnostic::Severity::warning;
  warning.file = options.content_folder + "/izumi/hub.json";
  warning.line = 3;
  warning.what.ja = "気になります。";
  content::Diagnostic error = warning;
  error.severity = content::Diagnostic::Severity::error;
  error.file = "/etc/hub-kiosk.json";
  staff_service.content_loaded({warning});
  staff_service.also_to_mend(std::vector{error});
  clock.advance(base::Seconds(125));
  const ui::StaffFacts facts = staff_service.facts(0);
  REQUIRE(facts.notes.size() == 2);
  CHECK(facts.notes[0].file == "/etc/hub-kiosk.json");
  CHECK(facts.notes[1].file == "izumi/hub.json");
  CHECK(facts.content_age_min == 2);
  CHECK(facts.uptime_min == 2);
  staff_service.content_loaded({});
  CHECK(staff_service.facts(0).notes.size() == 1);
  CHECK(staff_service.facts(0).content_age_min == 0);
}

TEST_CASE("what was kept counts only while there is such a hub") {
  tests::MemoryFiles files;
  const std::vector<std::string> hubs = {"izumi", "konan"};
  CHECK(config::kept_hub(files, "/state", hubs).id.empty());
  CHECK(config::kept_hub(files, "/state", hubs).complaints.empty());
  CHECK(config::kept_hub(files, "", hubs).complaints.empty());
  REQUIRE(config::keep_hub(files, "/state", "konan").ok());
  CHECK(files.files["/state/hub"] == "konan\n");
  CHECK(config::kept_hub(files, "/state", hubs).id == "konan");
  files.files["/state/hub"] = "konan";
  CHECK(config::kept_hub(files, "/state", hubs).id == "konan");
  for (const char* bad : {"", "\n", "../konan", "naka\n"}) {
    files.files["/state/hub"] = bad;
    CHECK(config::kept_hub(files, "/state", hubs).id.empty());
    CHECK(config::kept_hub(files, "/state", hubs).complaints.size() == 1);
  }
  files.files["/state/hub"] = std::string(5000, 'x');
  CHECK(config::kept_hub(files, "/state", hubs).complaints.size() == 1);
  files.disk_full = true;
  CHECK_FALSE(config::keep_hub(files, "/state", "izumi").ok());
}

TEST_CASE("the state folder is systemd's, else that of the user") {
  std::map<std::string, std::string> variables;
  const auto folder = [&] {
    return config::state_folder([&](const char* name) {
      const auto found = variables.find(name);
      return found == variables.end() ? nullptr : found->second.c_str();
    });
  };
  CHECK(folder().empty());
  variables["HOME"] = "/home/kiosk";
  CHECK(folder() == "/home/kiosk/.local/state/hub-kiosk");
  variables["XDG_STATE_HOME"] = "relative";
  CHECK(folder() == "/home/kiosk/.local/state/hub-kiosk");
  variables["XDG_STATE_HOME"] = "/xdg";
  CHECK(folder() == "/xdg/hub-kiosk");
  variables["STATE_DIRECTORY"] = "/var/lib/hub-kiosk:/var/lib/other";
  CHECK(folder() == "/var/lib/hub-kiosk");
}
