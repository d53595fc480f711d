// What the doctor says of machines that are folders in memory, and of this one.
#include "inspect/doctor.h"

#include "support/lobby.h"
#include "support/memory_files.h"
#include "support/program.h"

using namespace hub;
using inspect::Finding;
using tests::Answer;
using tests::contains;
using tests::kiosk;
using Kind = Finding::Kind;
using Means = platform::ScreenPower::Means;

namespace {

const base::LocalTime kNow = std::chrono::local_days(tests::kToday) + std::chrono::hours(10);

// Each says something in both languages; with a remedy exactly when not all is fine.
Kind kind_of(const Finding& finding) {
  CHECK_FALSE(finding.what.ja.empty());
  CHECK_FALSE(finding.what.en.empty());
  CHECK(finding.remedy.ja.empty() == (finding.kind == Kind::fine));
  CHECK(finding.remedy.en.empty() == finding.remedy.ja.empty());
  return finding.kind;
}

void touch_panel(tests::MemoryFiles& files) {
  const std::string path = "/sys/class/input/event3/device/";
  files.files[path + "name"] = "ILITEK Multi-Touch\n";
  files.files[path + "capabilities/abs"] = sizeof(long) == 8 ? "260800000000003\n" : "2608000 3\n";
  files.files[path + "properties"] = "2\n";
}

}  // namespace

TEST_CASE("the doctor looks at what draws") {
  CHECK(kind_of(inspect::check_renderer(std::string("V3D 7.1.7, 3.1 Mesa 24.2.8"))) == Kind::fine);
  CHECK(kind_of(inspect::check_renderer(std::string("llvmpipe (LLVM 15.0.6, 256 bits), 4.5"))) == Kind::doubtful);
  CHECK(kind_of(inspect::check_renderer(base::Error{{"EGL がありません", "no EGL"}, {"入れる", "install it"}})) ==
        Kind::wrong);
}

TEST_CASE("the doctor tries the sandbox that reports are read in") {
  using Sandbox = config::Config::Reports::Sandbox;
  CHECK(kind_of(inspect::check_sandbox(base::Done{}, Sandbox::required)) == Kind::fine);
  const base::Status broken = base::Error{{"働きません。", "It does not work."}, {"入れる", "install it"}};
  CHECK(kind_of(inspect::check_sandbox(broken, Sandbox::required)) == Kind::doubtful);
  CHECK(contains(inspect::check_sandbox(broken, Sandbox::required).what.ja, "読み込めません"));
  CHECK(contains(inspect::check_sandbox(broken, Sandbox::if_possible).what.ja, "囲いなし"));
}

TEST_CASE("the doctor looks for a display and a touch screen") {
  tests::MemoryFiles files;
  CHECK(kind_of(inspect::check_display(std::nullopt, files)) == Kind::doubtful);
  files.files["/sys/class/drm/card1-HDMI-A-1/status"] = "disconnected\n";
  CHECK(kind_of(inspect::check_display(std::nullopt, files)) == Kind::wrong);
  files.files["/sys/class/drm/card1-HDMI-A-1/status"] = "connected\n";
  CHECK(kind_of(inspect::check_display(std::nullopt, files)) == Kind::fine);
  const platform::XFacts bare{1920, 1080, {}};
  CHECK(contains(inspect::check_display(bare, files).what.ja, "1920×1080"));

  CHECK(kind_of(inspect::check_touch(std::nullopt, files)) == Kind::wrong);
  CHECK(kind_of(inspect::check_touch(bare, files)) == Kind::wrong);
  touch_panel(files);
  CHECK(kind_of(inspect::check_touch(std::nullopt, files)) == Kind::fine);
  CHECK(kind_of(inspect::check_touch(bare, files)) == Kind::doubtful);
  CHECK(kind_of(inspect::check_touch(platform::XFacts{1920, 1080, {"xwayland-touch:7"}}, files)) == Kind::fine);
}

TEST_CASE("the doctor doubts a screen that is turned twice") {
  const platform::XFacts wide{1920, 1080, {}}, upright{1080, 1920, {}};
  CHECK(kind_of(inspect::check_rotation(std::nullopt, 90)) == Kind::fine);
  CHECK(kind_of(inspect::check_rotation(wide, 0)) == Kind::fine);
  CHECK(contains(inspect::check_rotation(wide, 270).what.ja, "1080×1920（縦長）"));
  CHECK(kind_of(inspect::check_rotation(upright, 90)) == Kind::doubtful);
  CHECK(kind_of(inspect::check_rotation(upright, 180)) == Kind::fine);
  // The panel has a button of that name.
  const std::string button = "画面の反応をためす";
  CHECK(contains(inspect::check_rotation(wide, 0).what.ja, "「" + button + "」"));
  const auto words = base::DiskFiles().read(HUB_SOURCE_DIR "/assets/strings/ja.json", 1 << 20);
  REQUIRE(words);
  CHECK(contains(words.value(), "\"panel.touch\": \"" + button + "\""));
}

TEST_CASE("the doctor minds a light that stays on only where there are opening hours") {
  CHECK(kind_of(inspect::check_light(Means::none, false)) == Kind::fine);
  CHECK(kind_of(inspect::check_light(Means::none, true)) == Kind::doubtful);
  for (const Means means : {Means::backlight, Means::dpms, Means::compositor}) {
    CHECK(kind_of(inspect::check_light(means, true)) == Kind::fine);
  }
}

TEST_CASE("the doctor looks at the clock, its zone, and who vouches for it") {
  const auto snapshot = tests::shipped_content();
  const content::Hub* konan = snapshot->find_hub("konan");
  tests::MemoryFiles files;
  platform::MachineClock clock{kNow, std::chrono::hours(9), "Asia/Tokyo", false};
  const auto check = [&](bool has_hours) { return inspect::check_clock(files, clock, konan, has_hours); };
  clock.local = std::chrono::local_days(std::chrono::year{2019} / 1 / 1);
  CHECK(kind_of(check(false)) == Kind::wrong);
  clock.local = kNow;
  CHECK(kind_of(check(false)) == Kind::doubtful);
  CHECK(contains(check(false).what.ja, "2026-11-21 10:00（Asia/Tokyo、合っているか分かりません）"));
  CHECK_FALSE(contains(check(false).what.ja, "画面は消えません"));
  CHECK(contains(check(true).what.ja, "画面は消えません"));
  files.files["/sys/class/rtc/rtc0/since_epoch"] = "1234\n";
  CHECK(contains(check(true).what.ja, "電池の時計とも合っていません"));
  files.files["/sys/class/rtc/rtc0/since_epoch"] = "1795222800\n";  // 10:00 in Japan
  CHECK(kind_of(check(true)) == Kind::fine);
  CHECK(contains(check(true).what.ja, "電池の時計と合っています"));
  files.files["/run/systemd/timesync/synchronized"] = "";
  CHECK(kind_of(inspect::check_clock(files, clock, nullptr, true)) == Kind::fine);
  CHECK(contains(check(true).what.ja, "時刻サーバーと合っています"));
  clock.zone = "Etc/UTC";
  clock.ahead_of_utc = {};
  CHECK(kind_of(check(false)) == Kind::fine);
  CHECK(kind_of(check(true)) == Kind::doubtful);
  CHECK(contains(check(true).what.en, "Etc/UTC"));
}

TEST_CASE("a clock that another program keeps right is right, but the kiosk cannot know") {
  tests::MemoryFiles files;
  const platform::MachineClock clock{kNow, std::chrono::hours(9), "Asia/Tokyo", true};
  CHECK(kind_of(inspect::check_clock(files, clock, nullptr, false)) == Kind::fine);
  CHECK(kind_of(inspect::check_clock(files, clock, nullptr, true)) == Kind::doubtful);
}

TEST_CASE("the doctor tells of spots that tap by themselves") {
  tests::MemoryFiles files;
  CHECK(inspect::check_phantoms(files, "").empty());
  CHECK(inspect::check_phantoms(files, "/state").empty());
  files.files["/state/phantom-touches"] = "phantom-touches 1\n1920x1080\n1824 26 5 4\n10 1000 10 80\n";
  const auto findings = inspect::check_phantoms(files, "/state");
  REQUIRE(findings.size() == 2);
  for (const Finding& one : findings) CHECK(kind_of(one) == Kind::doubtful);
  CHECK(contains(findings[0].what.ja, "右上"));
  files.files["/state/phantom-touches"] = "phantom-touches";
  CHECK(inspect::check_phantoms(files, "/state").empty());
}

TEST_CASE("the doctor feels the temperature and the supply") {
  tests::MemoryFiles files;
  CHECK(kind_of(inspect::check_temperature(files)) == Kind::fine);
  const auto at = [&](const char* millidegrees) {
    files.files["/sys/class/thermal/thermal_zone0/temp"] = millidegrees;
    return kind_of(inspect::check_temperature(files));
  };
  CHECK(at("69900") == Kind::fine);
  CHECK(at("70000") == Kind::doubtful);
  CHECK(at("80000") == Kind::wrong);
  CHECK_FALSE(inspect::check_supply(files));
  const auto throttled = [&](const char* bits) {
    files.files["/sys/devices/platform/soc/soc:firmware/get_throttled"] = bits;
    return kind_of(*inspect::check_supply(files));
  };
  CHECK(throttled("0") == Kind::fine);
  CHECK(throttled("50000") == Kind::doubtful);
  CHECK(throttled("50001") == Kind::wrong);
}

TEST_CASE("the doctor says that everybody reads the file with the PIN's hash") {
  CHECK_FALSE(inspect::check_pin_file("/etc/hub-kiosk/kiosk.json", false));
  const auto finding = inspect::check_pin_file("/etc/hub-kiosk/kiosk.json", true);
  REQUIRE(finding);
  CHECK(finding->kind == Kind::wrong);
  CHECK(finding->remedy.ja.find("sudo chmod 640 /etc/hub-kiosk/kiosk.json") != std::string::npos);
}

TEST_CASE("the doctor looks at memory, disk, system and watchdog") {
  tests::MemoryFiles files;
  files.files["/proc/meminfo"] = "MemTotal: 945512 kB\nMemAvailable: 501224 kB\n";
  CHECK(kind_of(inspect::check_memory(files)) == Kind::fine);
  files.files["/proc/meminfo"] = "MemTotal: 945512 kB\nMemAvailable: 101224 kB\n";
  CHECK(kind_of(inspect::check_memory(files)) == Kind::doubtful);

  const inspect::Folder roomy{"/var/lib/hub-kiosk", true, std::uint64_t{4} << 30};
  files.files["/proc/mounts"] = "/dev/mmcblk0p2 / ext4 rw,noatime 0 0\n";
  CHECK(kind_of(inspect::check_root(files)) == Kind::doubtful);
  CHECK(kind_of(inspect::check_state_folder(files, roomy)) == Kind::fine);
  files.files["/proc/mounts"] = "overlayroot / overlay rw,relatime 0 0\n";
  CHECK(kind_of(inspect::check_root(files)) == Kind::fine);
  CHECK(kind_of(inspect::check_state_folder(files, roomy)) == Kind::doubtful);
  files.files["/proc/mounts"] += "/dev/mmcblk0p3 /var/lib/hub-kiosk ext4 rw 0 0\n";
  CHECK(kind_of(inspect::check_state_folder(files, roomy)) == Kind::fine);
  CHECK(kind_of(inspect::check_state_folder(files, {"/var/lib/hub-kiosk", true, 450 << 20})) == Kind::fine);
  CHECK(kind_of(inspect::check_state_folder(files, {"/var/lib/hub-kiosk", true, 150 << 20})) == Kind::doubtful);
  CHECK(kind_of(inspect::check_state_folder(files, {"/var/lib/hub-kiosk", true, 40 << 20})) == Kind::wrong);
  CHECK(kind_of(inspect::check_state_folder(files, {"/var/lib/hub-kiosk", false, 400 << 20})) == Kind::wrong);
  CHECK(kind_of(inspect::check_state_folder(files, {})) == Kind::doubtful);

  CHECK(kind_of(inspect::check_watchdog(files)) == Kind::fine);
  files.files["/sys/class/watchdog/watchdog0/state"] = "inactive\n";
  CHECK(kind_of(inspect::check_watchdog(files)) == Kind::doubtful);
  files.files["/sys/class/watchdog/watchdog0/state"] = "active\n";
  CHECK(kind_of(inspect::check_watchdog(files)) == Kind::fine);
}

TEST_CASE("a finding is a line, and how to mend it another") {
  const Finding finding{Kind::wrong, {"壊れています。", "Broken."}, {"直す", "mend it"}};
  CHECK(inspect::describe(finding, base::StaffLanguage::ja) == "× 壊れています。\n    → 直す");
  CHECK(inspect::describe({Kind::fine, {"よい", "fine"}, {}}, base::StaffLanguage::en) == "○ fine");
}

TEST_CASE_FIXTURE(tests::DiskPlace, "the doctor's exit status is that of the worst it found, and it says what to run") {
  const std::string content = " --content $SOURCE/content";
  const std::string config = write("kiosk.json", R"({"hours": {"mon": "9-17"}})");
  const Answer bad = kiosk("doctor --config " + config + content);
  CAPTURE(bad.out);
  CHECK(bad.status == 1);
  CHECK(contains(bad.out, "× 設定: " + config));
  CHECK(contains(bad.out, "hub-kiosk check --config " + config));
  CHECK(contains(bad.out, "○ 内容: " HUB_SOURCE_DIR "/content"));
  CHECK(contains(bad.out, "描画: "));
  const Answer elsewhere = kiosk("doctor --lang en --content " + (*this / "nothing"));
  CHECK(elsewhere.status == 1);
  CHECK(contains(elsewhere.out, "× Content: "));
}

TEST_CASE_FIXTURE(tests::DiskPlace, "the doctor says that this user may not read the configuration, and what to type") {
  const std::string config = write("kiosk.json", R"({"hub": "konan"})");
  // In a user namespace of its own root reads no more than anybody.
  const Answer answer = tests::shell("chmod 0 " + config + " && unshare --user $KIOSK doctor --config " + config +
                                     " --content $SOURCE/content");
  CAPTURE(answer.out);
  CHECK(contains(answer.out, "△ 設定: " + config + " を、いまのユーザーでは読めません。"));
  CHECK(contains(answer.out, "sudo hub-kiosk doctor"));
}

TEST_CASE_FIXTURE(tests::DiskPlace, "a configuration is checked alone, or with the content that it asks for") {
  const std::string good = write("good.json", R"({"hub": "konan", "hours": {"every_day": ["9:00-17:00"]}})");
  const Answer fine = kiosk("check --lang en --config " + good);
  CHECK(fine.status == 0);
  CHECK(fine.out == good + ": fine\n");
  CHECK(fine.err.empty());
  const std::string bad = write("bad.json", "{\"hours\": {\n  \"every_day\": [\"9-17\"]}}");
  const Answer wrong = kiosk("check --lang en --config " + bad);
  CHECK(wrong.status == 1);
  CHECK(wrong.out.empty());
  CHECK(contains(wrong.err, bad + ":2:17: error: "));
  const Answer both = kiosk("check --lang en --config " + good + " --content $SOURCE/content");
  CHECK(both.status == 0);
  CHECK(contains(both.out, "/konan ("));
  CHECK_FALSE(contains(both.out, "/izumi ("));
  const std::string other = write("other.json", R"({"hub": "nowhere"})");
  CHECK(kiosk("check --config " + other + " --content $SOURCE/content").status == 1);
  for (const std::string& missing : {*this / "none.json", path.string(), write("empty.json", "")}) {
    CAPTURE(missing);
    const Answer said = kiosk("check --config " + missing);
    CHECK(said.status == 1);
    CHECK(contains(said.err, missing));
  }
}
