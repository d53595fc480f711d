// Spots that are tapped by nobody: what is learnt, what is not, and what a finger can still do there.
#include "ui/touch/phantoms.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "ui/touch/phantom_record.h"

using namespace hub;
using Kind = base::ContactEvent::Kind;

namespace {

constexpr int kSlop_px = 11;  // 3 mm of a 24-inch screen of 1920 × 1080

struct Glass {
  ui::Phantoms phantoms;
  double now_s = 0;
  std::vector<ui::PhantomNews> news;
  int passed = 0;  // begins that came through

  base::Instant now() const { return base::Instant(base::nanoseconds_of(base::Seconds(now_s))); }
  std::vector<base::ContactEvent> event(Kind kind, double x, double y, int id = 1) {
    std::vector<base::ContactEvent> contacts = {{kind, id, static_cast<float>(x), static_cast<float>(y), now()}};
    return sift(std::move(contacts));
  }
  std::vector<base::ContactEvent> sift(std::vector<base::ContactEvent> contacts) {
    phantoms.sift(contacts, now(), kSlop_px);
    passed += static_cast<int>(std::ranges::count(contacts, Kind::begin, &base::ContactEvent::kind));
    for (const ui::PhantomNews& one : phantoms.take_news()) news.push_back(one);
    return contacts;
  }
  void wait(double seconds) { now_s += seconds; }
  // Down, and up again. Whether it came through.
  bool tap(double x, double y, double held_s = 0.08, int id = 1) {
    const int before = passed;
    event(Kind::begin, x, y, id);
    const double until_s = now_s + held_s;
    if (const auto next = phantoms.next_change();
        next && *next <= base::Instant(base::nanoseconds_of(base::Seconds(until_s)))) {
      now_s = base::Seconds(next->time_since_epoch()).count();
      sift({});
    }
    now_s = until_s;
    event(Kind::end, x, y, id);
    return passed > before;
  }
  std::size_t learnt() const { return phantoms.spots().size(); }
  // Taps as a phantom does until it is learnt. How many it took; 0: more than `most`.
  int taps_until_learnt(double x, double y, double every_s, double held_s, int most) {
    for (int i = 1; i <= most; ++i) {
      wait(every_s);
      tap(x, y, held_s);
      if (learnt() > 0) return i;
    }
    return 0;
  }
};

}  // namespace

TEST_CASE("a spot that taps by itself is learnt, the sooner the less it is like a finger") {
  CHECK(Glass().taps_until_learnt(1824, 26, 12.78, 0.004, 20) == 5);
  CHECK(Glass().taps_until_learnt(1824, 26, 12.78, 0.08, 20) == 10);
  CHECK(Glass().taps_until_learnt(1824, 26, 300, 0.08, 20) > 0);
  CHECK(Glass().taps_until_learnt(1824, 26, 600, 0.004, 20) > 0);
  // Without a pause: it is the time that counts.
  CHECK(Glass().taps_until_learnt(1824, 26, 0.1, 0.004, 1000) > 150);
  CHECK(Glass().taps_until_learnt(1824, 26, 0.1, 0.08, 1000) > 400);
}

TEST_CASE("it may drift, and come as it likes") {
  std::mt19937 random(7);
  const auto between = [&](int least, int most) {
    return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
  };
  Glass glass;
  int taps = 0;
  for (; taps < 20 && glass.learnt() == 0; ++taps) {
    glass.wait(between(6, 45));
    glass.tap(400 + taps + between(-3, 3), 300 - taps + between(-3, 3), between(1, 90) / 1000.0);
  }
  CHECK(glass.learnt() == 1);
  CHECK(taps <= 12);
  // What was learnt is followed.
  for (int i = 0; i < 40; ++i) {
    glass.wait(20);
    CHECK_FALSE(glass.tap(400 + taps + i, 300 - taps - i, 0.004));
  }
}

TEST_CASE("of what is ignored nothing comes through, and what is beside it does") {
  Glass glass;
  REQUIRE(glass.taps_until_learnt(400, 300, 10, 0.004, 20) == 5);
  glass.wait(10);
  CHECK_FALSE(glass.tap(401, 299, 0.004));
  CHECK(glass.tap(700, 300));
  CHECK(glass.tap(400 + 5 * kSlop_px, 300, 0.004));
  REQUIRE(glass.news.size() == 1);
  CHECK(glass.news[0].learnt);
  CHECK(glass.news[0].spot.at == ui::Point{400, 300});
  CHECK(glass.news[0].spot.taps == 5);
}

TEST_CASE("it says when the glass was really touched last") {
  Glass glass;
  glass.taps_until_learnt(400, 300, 10, 0.004, 3);
  glass.tap(900, 900);
  const base::Instant visitor = glass.now();
  glass.taps_until_learnt(400, 300, 10, 0.004, 20);
  REQUIRE(glass.news.size() == 1);
  CHECK(glass.news[0].last_real == visitor);
}

TEST_CASE("several spots are learnt, also side by side and at one moment, among visitors") {
  Glass glass;
  std::mt19937 random(3);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  for (int i = 0; i < 40; ++i) {
    glass.wait(5 + below(10));
    for (const auto& [id, x] : {std::pair(1, 100), std::pair(2, 100 + 2 * kSlop_px), std::pair(3, 1500)}) {
      glass.tap(x, 700, 0.004, id);
    }
    glass.tap(300 + below(1000), 100 + below(400));
  }
  CHECK(glass.learnt() == 3);
}

TEST_CASE("a child that bangs at one button is no phantom") {
  Glass glass;
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 20; ++i) {
      CHECK(glass.tap(960, 1000, 0.06));
      glass.wait(0.1);
    }
    glass.wait(30);
  }
  CHECK(glass.learnt() == 0);
}

TEST_CASE("nor is a reader who goes from page to page by one button, or all the visitors of a day at the dock") {
  Glass reader;
  for (int page = 0; page < 8; ++page) {
    CHECK(reader.tap(1800, 540, 0.09));
    reader.wait(15);
  }
  CHECK(reader.learnt() == 0);

  Glass dock;
  std::mt19937 random(11);
  std::normal_distribution<double> scatter(0, kSlop_px);  // 3 mm: how fingers scatter on a target
  for (int press = 0; press < 480; ++press) {             // eight hours
    dock.wait(30);
    CHECK(dock.tap(200 + scatter(random), 1030 + scatter(random), 0.08));
    dock.wait(30);
    CHECK(dock.tap(900 + 20 * scatter(random), 400 + 10 * scatter(random), 0.08));
  }
  CHECK(dock.learnt() == 0);
}

TEST_CASE("a finger on a learnt spot works as soon as it outlasts the phantom, or drags") {
  Glass glass;
  glass.taps_until_learnt(400, 300, 10, 0.004, 20);
  glass.wait(3);
  CHECK(glass.tap(402, 301, 0.09));  // 60 ms late
  glass.wait(3);
  glass.event(Kind::begin, 400, 300);
  glass.wait(0.02);
  CHECK(glass.event(Kind::move, 404, 300).empty());
  const auto dragged = glass.event(Kind::move, 440, 300);
  REQUIRE(dragged.size() == 2);
  CHECK(dragged[0].kind == Kind::begin);
  CHECK(dragged[0].x_px == 400);
  CHECK(dragged[1].kind == Kind::move);
  CHECK(glass.event(Kind::end, 440, 300).size() == 1);
}

TEST_CASE("a contact that is stuck on a learnt spot comes through once, and then teaches how long it lasts") {
  Glass glass;
  glass.taps_until_learnt(400, 300, 10, 0.004, 20);
  glass.wait(10);
  CHECK(glass.tap(400, 300, 9));
  glass.wait(10);
  CHECK_FALSE(glass.tap(400, 300, 9));
  CHECK_FALSE(glass.phantoms.next_change());
}

TEST_CASE("what was learnt wrongly is forgotten by two fingers beside it, two on it, or some hours of silence") {
  const auto taught = [] {
    Glass glass;
    REQUIRE(glass.taps_until_learnt(960, 1000, 6, 0.08, 20) == 10);
    return glass;
  };
  Glass beside = taught();
  for (const double x : {960.0 - 2 * kSlop_px, 960.0 + 2 * kSlop_px}) CHECK(beside.tap(x, 1000));
  CHECK(beside.learnt() == 0);
  REQUIRE(beside.news.size() == 2);
  CHECK_FALSE(beside.news[1].learnt);
  CHECK(beside.tap(960, 1000));

  Glass on = taught();
  for (int i = 0; i < 2; ++i) CHECK(on.tap(960, 1000, 0.3));
  CHECK(on.learnt() == 0);

  Glass silent = taught();
  silent.wait(3 * 3600);
  CHECK(silent.tap(960, 1000));
  CHECK(silent.learnt() == 0);

  Glass told = taught();
  told.phantoms.forget_all();
  CHECK(told.tap(960, 1000));
}

TEST_CASE("a phantom that goes on is not forgotten for the visitors around it, nor over days") {
  Glass glass;
  std::mt19937 random(5);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  glass.taps_until_learnt(400, 300, 12, 0.004, 20);
  int through = 0;
  for (int i = 0; i < 3 * 24 * 60; ++i) {
    for (int tap = 0; tap < 5; ++tap) {
      glass.wait(12);
      through += glass.tap(400, 300, 0.004) ? 1 : 0;
    }
    if (below(3) == 0) glass.tap(400 + below(100) - 50, 300 + below(100) - 50);
  }
  CHECK(through == 0);
  CHECK(glass.learnt() == 1);
}

TEST_CASE("no more is kept than a few spots, whatever comes") {
  Glass glass;
  std::mt19937 random(9);
  for (int i = 0; i < 20'000; ++i) {
    glass.wait(0.5);
    glass.tap(static_cast<double>(random() % 1920), static_cast<double>(random() % 1080),
              0.001 * static_cast<double>(random() % 200));
  }
  CHECK(glass.learnt() <= 3);
  for (int i = 0; i < 60; ++i) glass.taps_until_learnt(30 * i, 30 * (i % 30), 6, 0.004, 6);
  CHECK(glass.learnt() <= ui::kMostPhantoms);
}

TEST_CASE("spots are kept as text, and what is not whole is none") {
  const ui::PhantomRecord record{{1920, 1080},
                                 {{{1824, 26}, 5, std::chrono::milliseconds(4)}, {{3, 1000}, 10, base::Seconds(9)}}};
  const std::string text = ui::to_text(record);
  CHECK(text == "phantom-touches 1\n1920x1080\n1824 26 5 4\n3 1000 10 9000\n");
  CHECK(ui::parse_phantoms(text) == record);
  CHECK(ui::parse_phantoms(ui::to_text({{800, 480}, {}})) == ui::PhantomRecord{{800, 480}, {}});
  for (std::size_t cut = 0; cut < text.size(); ++cut) {
    const auto left = ui::parse_phantoms(text.substr(0, cut));
    CHECK((!left || left->spots.size() < 2));
  }
  for (const char* wrong : {"", "phantom-touches 2\n1920x1080\n", "phantom-touches 1\n1920x\n",
                            "phantom-touches 1\n1920x1080\n1 2 3\n", "phantom-touches 1\n1920x1080\n1 2 3 4 5\n",
                            "phantom-touches 1\n1920x1080\n1 2 3 -4\n", "phantom-touches 1\n1920x1080\na b c d\n"}) {
    CHECK_FALSE(ui::parse_phantoms(wrong));
  }
  std::string many = "phantom-touches 1\n1920x1080\n";
  for (std::size_t i = 0; i <= ui::kMostPhantoms; ++i) many += "1 2 3 4\n";
  CHECK_FALSE(ui::parse_phantoms(many));
}

TEST_CASE("what was kept is ignored from the first touch on") {
  Glass glass;
  glass.phantoms.know({{{400, 300}, 5, std::chrono::milliseconds(4)}}, glass.now());
  CHECK_FALSE(glass.tap(400, 300, 0.004));
  CHECK(glass.tap(400, 300, 0.1));
}

TEST_CASE("staff are told where it is") {
  const auto where = [](int x, int y) { return ui::about_phantom({{x, y}, 5, {}}, {1920, 1080}).what.ja; };
  CHECK(where(1824, 26).find("右上（左から 95 %、上から 2 %") != std::string::npos);
  CHECK(where(960, 540).find("まん中") != std::string::npos);
  CHECK(where(-5, 1079).find("左下") != std::string::npos);
}
