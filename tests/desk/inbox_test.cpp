// What comes in is there whole or not at all, whatever it is called and whenever it is interrupted.
#include "desk/store/inbox.h"
#include "desk/store/folders.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/files.h"
#include "support/disk_place.h"
#include "support/old_or_new.h"

using namespace hub;
using desk::CameFrom;

namespace {

namespace fs = std::filesystem;

base::LocalTime at(int hours, int minutes = 0) {
  using namespace std::chrono;
  return local_days(2026y / 11 / 27) + std::chrono::hours(hours) + std::chrono::minutes(minutes);
}

class Place : public tests::DiskPlace {
 public:
  std::string folder() const { return *this / "state/desk/izumi/inbox"; }
  desk::Inbox inbox() const { return {calls_, folder()}; }
  std::size_t left_over() const {
    if (!fs::exists(folder())) return 0;
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(folder())) count += entry.path().extension() == ".new" ? 1 : 0;
    return count;
  }

 private:
  base::SystemCalls calls_;
};

}  // namespace

TEST_CASE("what came in is listed by its name, the newest first, and read back") {
  const Place place;
  CHECK(place.inbox().list().empty());
  const auto first = place.inbox().take("%PDF-1.7", "令和8年度 報告書.pdf", CameFrom::stick, at(9, 5));
  const auto second = place.inbox().take("<html>", "C/../report.html", CameFrom::browser, at(9, 4));  // set back
  REQUIRE(first);
  REQUIRE(second);
  const auto items = place.inbox().list();
  REQUIRE(items.size() == 2);
  CHECK(items[0].name == "report.html");
  CHECK(items[1].name == "令和8年度 報告書.pdf");
  CHECK(items[1].at == "2026-11-27T09:05");
  CHECK(items[1].from == CameFrom::stick);
  CHECK(items[1].bytes == 8);
  const auto bytes = place.inbox().read(items[1]);
  REQUIRE(bytes);
  CHECK(bytes.value() == "%PDF-1.7");
  CHECK(place.inbox().remove(items[0].id).ok());
  CHECK(place.inbox().list().size() == 1);
  CHECK(place.inbox().remove("../../../etc").ok());
}

TEST_CASE("the same file twice is one, and the oldest of many gives way") {
  const Place place;
  const auto first = place.inbox().take("a", "a.pdf", CameFrom::stick, at(9));
  const auto again = place.inbox().take("a", "a.pdf", CameFrom::stick, at(10));
  REQUIRE(first);
  REQUIRE(again);
  CHECK(first.value().id == again.value().id);
  for (int i = 0; i < 25; ++i) {
    CHECK(place.inbox().take(std::to_string(i), "b.pdf", CameFrom::stick, at(10)).ok());
  }
  const auto items = place.inbox().list();
  REQUIRE(items.size() == desk::kMostInboxItems);
  const auto newest = place.inbox().read(items.front()), oldest = place.inbox().read(items.back());
  REQUIRE(newest);
  REQUIRE(oldest);
  CHECK(newest.value() == "24");
  CHECK(oldest.value() == "5");
}

TEST_CASE("names of any bytes become one line, and files without content or too large are refused with a cure") {
  const Place place;
  const auto steering = place.inbox().take("a", "re\x1b[31mport\n.pdf", CameFrom::stick, at(9));
  REQUIRE(steering);
  CHECK(steering.value().name.find('\x1b') == std::string::npos);
  CHECK(steering.value().name.find('\n') == std::string::npos);
  const auto nameless = place.inbox().take("b", "", CameFrom::stick, at(9));
  REQUIRE(nameless);
  CHECK_FALSE(nameless.value().name.empty());
  const auto empty = place.inbox().take("", "empty.pdf", CameFrom::stick, at(9));
  REQUIRE_FALSE(empty);
  CHECK(empty.error().what.ja.find("empty.pdf") != std::string::npos);
  CHECK_FALSE(empty.error().remedy.ja.empty());
  CHECK_FALSE(place.inbox().take(std::string(desk::kMostItemBytes + 1, 'a'), "large.pdf", CameFrom::stick, at(9)).ok());
  CHECK(place.inbox().list().size() == 2);
}

TEST_CASE("what is surely no report says so from then on, whoever looks at the inbox") {
  const Place place;
  REQUIRE(place.inbox().take("\x89PNG picture", "写真.pdf", CameFrom::browser, at(9)).ok());
  REQUIRE(place.inbox().take("%PDF-1.7", "報告書.pdf", CameFrom::stick, at(10)).ok());
  const auto items = place.inbox().list();
  REQUIRE(items.size() == 2);
  CHECK_FALSE(items[0].no_report);
  REQUIRE(items[1].no_report);
  CHECK(items[1].no_report->what.ja.find("PNG") != std::string::npos);
  CHECK_FALSE(items[1].no_report->remedy.ja.empty());
  CHECK_FALSE(items[1].no_report->what.en.empty());
}

TEST_CASE("folders are made below where the process is, too") {
  const Place place;
  const fs::path before = fs::current_path();
  fs::current_path(place.path);
  const base::SystemCalls calls;
  CHECK(desk::open_or_make_folder(calls, "state/desk").ok());
  CHECK(desk::open_or_make_folder(calls, "alone").ok());
  CHECK_FALSE(desk::open_or_make_folder(calls, "").ok());
  fs::current_path(before);
  CHECK(fs::is_directory(place / "state/desk"));
  CHECK(fs::is_directory(place / "alone"));
}

TEST_CASE("an inbox whose taking is interrupted anywhere has what it had, or the new one as well") {
  const auto with_one = [](const Place& place) {
    REQUIRE(place.inbox().take("before", "before.pdf", CameFrom::stick, at(8)).ok());
  };
  const tests::Change<Place> change{
      "taking",
      with_one,
      [](const Place& place, const base::SystemCalls& calls) -> base::Status {
        const auto taken = desk::Inbox(calls, place.folder()).take("%PDF new", "new.pdf", CameFrom::stick, at(9));
        if (!taken) return taken.error();
        return base::Done{};
      },
      [](const Place& place) { return place.inbox().list().size() == 1; },
      [](const Place& place) {
        const auto items = place.inbox().list();
        return items.size() == 2 && place.inbox().read(items[0]).value() == "%PDF new";
      },
      [](const Place& place) {
        CHECK(place.inbox().take("next", "next.pdf", CameFrom::stick, at(10)).ok());
        CHECK(place.left_over() == 0);
      }};
  CHECK(tests::kill_everywhere(change) >= 1);
  CHECK(tests::fill_disk_everywhere(change) >= 1);
}
