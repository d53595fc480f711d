// Publishing as the desk decides it: what the inspection refuses is not shown, and everything it found is told.
#include "desk/publishing.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/disk_place.h"
#include "support/fixtures.h"
#include "support/slow.h"

using namespace hub;
using inspect::Depth;

namespace {

const base::Date kToday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};

struct Heard : desk::PublishingListener {
  void cannot_be_published(const base::Error&) override { ++refused; }
  void copied(const content::Copied& copied) override {
    for (const content::NameFinding& one : copied.left_out) left_out.push_back(one.path);
  }
  void ended(Depth depth, const std::vector<inspect::ContentFinding>&) override { over.push_back(depth); }

  int refused = 0;
  std::vector<std::string> left_out;
  std::vector<Depth> over;
};

struct Desk : tests::DiskPlace {
  Desk() { tests::write_tree(path / "source", tests::small_hub("はじめ")); }

  base::Result<desk::Published> publish() {
    heard = Heard();
    return desk::publish(base::SystemCalls(), *this / "source", *this / "live", kToday, heard);
  }
  base::Status roll_back() {
    heard = Heard();
    return desk::roll_back(base::SystemCalls(), *this / "live", kToday, heard);
  }
  bool shows(const std::string& tagline) const { return tests::tree_of(path / "live") == tests::small_hub(tagline); }

  Heard heard;
};

}  // namespace

TEST_CASE_FIXTURE(Desk, "publishing inspects as far as drawing; going back only reads" * tests::slow()) {
  const content::Publishing anything{[](const base::Error&) {}, [](const content::Copied&) {},
                                     [](const std::string&) { return true; }};
  REQUIRE(content::publish(base::SystemCalls(), *this / "source", *this / "live", anything));
  tests::write_tree(path / "source", tests::small_hub("つぎに"));
  tests::write_tree(path / "source", {{"notes.txt", "x"}});
  const auto published = publish();
  REQUIRE(published);
  CHECK(heard.left_out == std::vector<std::string>{"notes.txt"});
  CHECK(published.value().warnings >= 1);  // what was left out is one
  CHECK(heard.over == std::vector{Depth::reading, Depth::letters, Depth::layout, Depth::drawing});
  CHECK(shows("つぎに"));

  REQUIRE(roll_back());
  CHECK(heard.over == std::vector{Depth::reading});
  CHECK(shows("はじめ"));
}

TEST_CASE_FIXTURE(Desk, "what the inspection refuses is not shown") {
  tests::write_tree(path / "source", {{"izumi/hub.json", "{}"}});
  const auto refused = publish();
  REQUIRE_FALSE(refused);
  CHECK_FALSE(refused.error().what.ja.empty());
  CHECK(heard.over == std::vector{Depth::reading});
  CHECK_FALSE(std::filesystem::exists(path / "live"));
}
