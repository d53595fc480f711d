// Interrupts what changes a place, wherever it can be interrupted: the place shows the old or the new, never neither.
#pragma once

#include <doctest/doctest.h>

#include <cerrno>
#include <functional>
#include <string>

#include "base/result.h"
#include "support/faults.h"
#include "support/slow.h"

namespace hub::tests {

// A sanitizer makes a process of its own dear, and this is about no memory: it leaves most kills and full disks to the
// other builds.
inline constexpr int kKillStep = kSanitized ? 9 : 1;
inline constexpr int kFullStep = kSanitized ? 5 : 1;

// A change of a Place, which is a DiskPlace and new for every interruption.
template <class Place>
struct Change {
  std::string name;
  std::function<void(const Place&)> before;  // brings the old about
  std::function<base::Status(const Place&, const Calls&)> make;
  std::function<bool(const Place&)> shows_old;
  std::function<bool(const Place&)> shows_new;
  std::function<void(const Place&)> goes_on;  // checks that the next change works, whatever happened to this one
  int step = 1;  // of a change that does the same to many files, only every so-many-th call
};

// Kills it before each of its calls of the system. How many kills that were.
template <class Place>
int kill_everywhere(const Change<Place>& change) {
  CAPTURE(change.name);
  int kills = 0;
  bool was_new = false;
  for (int n = 1;; n += kKillStep * change.step) {
    CAPTURE(n);
    const Place place;
    change.before(place);
    REQUIRE(change.shows_old(place));
    const bool killed = killed_at(n, [&](const Calls& calls) {
      if (!change.make(place, calls)) ::_exit(1);
    });
    const bool is_new = change.shows_new(place);
    CHECK((is_new || change.shows_old(place)));
    CHECK((is_new || !was_new));  // once switched it stays
    was_new = is_new;
    change.goes_on(place);
    if (!killed) break;
    ++kills;
  }
  CHECK(was_new);
  return kills;
}

// Lets each of its calls that need room find none, once, and from then on. How often the disk was full.
template <class Place>
int fill_disk_everywhere(const Change<Place>& change) {
  CAPTURE(change.name);
  int faults = 0;
  for (const bool stays : {false, true}) {
    const int writing = [&] {
      const Place place;
      change.before(place);
      return writing_calls([&](const Calls& calls) { CHECK(change.make(place, calls).ok()); });
    }();
    for (int n = 1; n <= writing; n += kFullStep * change.step) {
      CAPTURE(n);
      const Place place;
      change.before(place);
      const base::Status done = change.make(place, full_at(n, stays, ENOSPC));
      ++faults;
      if (done.ok()) {
        CHECK(change.shows_new(place));  // what could not be cleared away afterwards
      } else {
        const base::Error& error = done.error();
        CHECK(error.what.ja.find("ディスクがいっぱいです") != std::string::npos);
        CHECK_FALSE(error.remedy.ja.empty());
        // Where nothing at all can be written any more, the switch cannot be taken back; that is said.
        const bool stuck = stays && error.what.ja.find("新しい中身は映りますが") != std::string::npos;
        CHECK((stuck ? change.shows_new(place) : change.shows_old(place)));
      }
      change.goes_on(place);
    }
  }
  return faults;
}

}  // namespace hub::tests
