// Wrong PINs across restarts: guessing takes as long as if the kiosk had never been ended.
#include "kiosk/kept_lock.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "kiosk/kiosk_staff_service.h"
#include "support/disk_place.h"
#include "support/memory_files.h"
#include "support/slow.h"
#include "ui/state/state.h"

using namespace hub;
using base::Seconds;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

// Of the cheapest kind, and of no PIN that is tried here.
constexpr const char* kHash =
    "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE";
constexpr const char* kFile = "/state/staff-lock";

struct Guesser {
  tests::MemoryFiles files;
  base::VirtualClock clock{base::Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}}};
  std::string boot = "first-boot";
  ui::UiState state;
  std::vector<base::Error> told;

  Guesser() {
    clock.advance(Seconds(100));
    start();
  }
  void start() {
    state = ui::fresh_state("izumi", clock.now());
    state.staff_lock = kept().lock;
    state.route = {ui::Route::Page::staff};
  }
  kiosk::KeptLock kept() const { return kiosk::kept_lock(files, "/state", {clock.now(), boot}); }
  void kill() { start(); }
  void cut_power() {
    boot += "+";
    clock.move_to(base::Instant(seconds(20)));
    start();
  }
  void apply(const ui::Action& action, std::vector<ui::Effect>* effects = nullptr) {
    ui::Applied applied = ui::apply(std::move(state), action, clock.now());
    state = std::move(applied.state);
    if (effects != nullptr) *effects = std::move(applied.effects);
  }
  // False: the pad takes no digit now.
  bool guess() {
    for (const int digit : {9, 0, 7, 2}) apply(ui::StaffDigit{digit});
    std::vector<ui::Effect> effects;
    apply(ui::StaffEnter{}, &effects);
    if (effects.empty()) return false;
    const auto& check = std::get<ui::CheckPin>(effects.front());
    apply(ui::PinAnswered{service().pin_matches(check.pin.view(), state.staff_lock.wrong_tries + 1)});
    return true;
  }
  kiosk::KioskStaffService service() {
    kiosk::StaffServiceOptions options;
    options.pin_hash = kHash;
    options.content_folder = "/content";
    options.state_folder = "/state";
    options.boot_id = boot;
    return {files, clock, options, {}, [this](const base::Error& error) { told.push_back(error); }};
  }
  Seconds wait() const {
    const auto until = state.staff_lock.locked_until;
    return until && *until > clock.now() ? Seconds(*until - clock.now()) : Seconds(0);
  }
};

// How long so many guesses take, with something done to the kiosk after every hundredth.
Seconds time_for(int guesses, const std::function<void(Guesser&)>& every_hundredth) {
  Guesser guesser;
  Seconds taken(0);
  for (int made = 0; made < guesses;) {
    if (guesser.wait().count() > 0) {
      taken += guesser.wait();
      guesser.clock.advance(guesser.wait());
    }
    REQUIRE(guesser.guess());
    if (++made % 100 == 0) every_hundredth(guesser);
  }
  return taken;
}

}  // namespace

TEST_CASE_FIXTURE(Guesser, "five wrong PINs, and the program is killed: the wait goes on") {
  for (int tries = 0; tries < 5; ++tries) CHECK(guess());
  CHECK(wait() == Seconds(30));
  clock.advance(Seconds(10));
  kill();
  CHECK(wait() == Seconds(20));
  CHECK_FALSE(guess());
  clock.advance(Seconds(20));
  CHECK(guess());
  CHECK(wait() == Seconds(60));
}

TEST_CASE_FIXTURE(Guesser, "fewer wrong ones are remembered, too") {
  for (int tries = 0; tries < 4; ++tries) CHECK(guess());
  cut_power();
  CHECK(wait() == Seconds(0));
  CHECK(guess());
  CHECK(wait() == Seconds(30));
}

TEST_CASE_FIXTURE(Guesser, "pulling the plug does not shorten the wait, nor does setting the clock back") {
  for (int tries = 0; tries < 5; ++tries) guess();
  clock.advance(Seconds(29));
  cut_power();
  CHECK(wait() == Seconds(30));
  clock.set_local(clock.local() - hours(24 * 365 * 7));
  kill();
  CHECK(wait() == Seconds(30));
  clock.set_local(clock.local() + hours(24 * 365 * 20));
  kill();
  CHECK(wait() == Seconds(30));
  boot.clear();  // nobody knows which boot this is: another
  clock.advance(Seconds(15));
  kill();
  CHECK(wait() == Seconds(30));
}

TEST_CASE_FIXTURE(Guesser, "a PIN counts as wrong before it is looked at") {
  struct Killed : tests::MemoryFiles {
    base::Status write(const std::string& path, std::string_view bytes) override {
      if (++writes > 1) throw std::runtime_error("killed");
      return MemoryFiles::write(path, bytes);
    }
    int writes = 0;
  } disk;
  for (int tries = 0; tries < 4; ++tries) guess();
  disk.files = files.files;
  kiosk::StaffServiceOptions options;
  options.pin_hash = kHash;
  options.state_folder = "/state";
  options.boot_id = boot;
  kiosk::KioskStaffService service(disk, clock, options, {});
  CHECK_THROWS(service.pin_matches("9072", 5));
  files.files = disk.files;
  kill();
  CHECK(state.staff_lock.wrong_tries == 5);
  CHECK(wait() == Seconds(30));
}

TEST_CASE_FIXTURE(Guesser, "the right PIN forgets the wrong ones") {
  for (int tries = 0; tries < 5; ++tries) guess();
  CHECK(kept().lock.wrong_tries == 5);
  REQUIRE(kiosk::keep_lock(files, "/state", {}, {clock.now(), boot}).ok());
  kill();
  CHECK(state.staff_lock == ui::StaffLock{});
}

TEST_CASE_FIXTURE(Guesser, "what was damaged costs the longest wait, and no more") {
  for (const std::string& bytes :
       {std::string(), std::string("\n"), std::string("5"), std::string("5 30000 1 "), std::string("-1 0 0 boot\n"),
        std::string("5 -30000 100 boot\n"), std::string("99999999999999999999 1 1 boot\n"), std::string("a b c d\n"),
        std::string("5 30000\n"), std::string(1000, '0'), std::string("0 0 0 boot"), std::string("\0\0\0\0", 4)}) {
    CAPTURE(bytes);
    files.files[kFile] = bytes;
    const kiosk::KeptLock found = kept();
    REQUIRE(found.lock.locked_until);
    CHECK(Seconds(*found.lock.locked_until - clock.now()) == ui::longest_wait());
    REQUIRE(found.complaints.size() == 1);
    CHECK(found.complaints[0].what.ja.find("15 分待つ") != std::string::npos);
  }
  for (const char* bytes :
       {"2147483647 9223372036854775807 0 first-boot\n", "7 900001 9223372036854775807 first-boot\n"}) {
    CAPTURE(bytes);
    files.files[kFile] = bytes;
    const kiosk::KeptLock found = kept();
    CHECK(found.complaints.empty());
    CHECK((!found.lock.locked_until || Seconds(*found.lock.locked_until - clock.now()) <= ui::longest_wait()));
    CHECK(found.lock.wrong_tries <= ui::kMostTries);
  }
}

TEST_CASE("a link or a folder in its place costs the longest wait, too") {
  const tests::DiskPlace place;
  base::DiskFiles disk;
  const std::string folder = place.path.string(), file = place / "staff-lock";
  const kiosk::BootTime time{base::Instant(seconds(100)), "boot"};
  const auto wait = [&] {
    const auto until = kiosk::kept_lock(disk, folder, time).lock.locked_until;
    return until ? Seconds(*until - time.now) : Seconds(0);
  };
  CHECK(wait() == Seconds(0));
  std::filesystem::create_symlink("/nowhere", file);
  CHECK(wait() == ui::longest_wait());
  std::filesystem::remove(file);
  std::filesystem::create_symlink(place.write("good", "0 0 0 boot\n"), file);
  CHECK(wait() == ui::longest_wait());
  REQUIRE(kiosk::keep_lock(disk, folder, {}, time).ok());
  CHECK(wait() == Seconds(0));
  CHECK(place.read("good") == "0 0 0 boot\n");
  std::filesystem::remove(file);
  std::filesystem::create_directory(file);
  CHECK(wait() == ui::longest_wait());
}

TEST_CASE_FIXTURE(Guesser, "a state folder that takes nothing is told once, and the pad waits all the same") {
  files.disk_full = true;
  for (int tries = 0; tries < 5; ++tries) CHECK(guess());
  CHECK(wait() == Seconds(30));
  REQUIRE_FALSE(told.empty());
  CHECK(told.front().what.ja.find("回数を書き込めませんでした") != std::string::npos);
  kiosk::KioskStaffService one = service();
  told.clear();
  one.pin_matches("9072", 1);
  one.pin_matches("9072", 2);
  CHECK(told.size() == 1);
  files.disk_full = false;
  one.pin_matches("9072", 3);
  CHECK(kept().lock.wrong_tries == 3);
}

TEST_CASE_FIXTURE(Guesser, "without a state folder nothing is kept, and nothing is wrong") {
  CHECK(kiosk::keep_lock(files, "", state.staff_lock, {clock.now(), boot}).ok());
  CHECK(files.files.empty());
  CHECK(kiosk::kept_lock(files, "", {clock.now(), boot}).lock == ui::StaffLock{});
}

TEST_CASE_FIXTURE(Guesser, "the boot's number is what a service was told, else the kernel's, else unknown") {
  CHECK(kiosk::boot_id(files, nullptr).empty());
  files.files["/proc/sys/kernel/random/boot_id"] = "7a3c\n";
  CHECK(kiosk::boot_id(files, nullptr) == "7a3c");
  CHECK(kiosk::boot_id(files, "told") == "told");
}

TEST_CASE("10,000 guesses take as long over 100 restarts as without them" * tests::slow()) {
  const Seconds alone = time_for(10'000, [](Guesser&) {});
  CHECK(alone > hours(24 * 100));
  CHECK(time_for(10'000, [](Guesser& guesser) { guesser.kill(); }) == alone);
  CHECK(time_for(10'000, [](Guesser& guesser) { guesser.cut_power(); }) >= alone);
}
