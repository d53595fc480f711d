// Publishing into a plain folder, and what a folder looks like with other files over it.
#include "desk/jobs/publishing_in_place.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/files.h"
#include "desk/jobs/job.h"
#include "desk/store/overlay_reader.h"
#include "support/disk_place.h"
#include "support/fixtures.h"
#include "support/slow.h"

using namespace hub;

namespace {

const base::Date kToday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};

struct Nobody : desk::PublishingListener {
  void cannot_be_published(const base::Error&) override {}
  void copied(const content::Copied&) override {}
  void ended(inspect::Depth, const std::vector<inspect::ContentFinding>&) override {}
};

struct Plain : tests::DiskPlace {
  base::Result<desk::Published> publish() const {
    Nobody nobody;
    return desk::publish_in_place(base::SystemCalls(), *this / "source", *this / "live", kToday, nobody);
  }
};

}  // namespace

TEST_CASE_FIXTURE(Plain, "a plain folder stays one, and says what the source says" * tests::slow()) {
  tests::Tree before = tests::small_hub("はじめ");
  before["README.md"] = "ours";
  const std::string report = "kamome/reports/1999.json";
  before[report] = "{}";
  tests::write_tree(path / "live", before);
  tests::write_tree(path / "source", tests::small_hub("つぎ"));
  REQUIRE(publish());
  const tests::Tree live = tests::tree_of(path / "live");
  CHECK_FALSE(std::filesystem::is_symlink(path / "live"));
  for (const auto& one : tests::small_hub("つぎ")) {
    CAPTURE(one.first);
    CHECK(live.at(one.first) == one.second);
  }
  CHECK(live.at("README.md") == "ours");
  CHECK_FALSE(live.contains(report));
  CHECK(live.at(report + ".old-1~") == "{}");
}

TEST_CASE_FIXTURE(Plain, "what cannot be shown changes nothing" * tests::slow()) {
  tests::write_tree(path / "live", tests::small_hub("はじめ"));
  tests::Tree broken = tests::small_hub("つぎ");
  const auto hub = std::ranges::find_if(broken, [](const auto& one) { return one.first.ends_with("/hub.json"); });
  REQUIRE(hub != broken.end());
  hub->second = "{";
  tests::write_tree(path / "source", broken);
  CHECK_FALSE(publish());
  CHECK(tests::tree_of(path / "live") == tests::small_hub("はじめ"));
}

TEST_CASE("of a folder that is whole in what lies over it, nothing else is seen") {
  const tests::DiskPlace place;
  tests::write_tree(place.path, {{"izumi/hub.json", "old"}, {"izumi/reports/2026.json", "x"}, {"common/a.json", "c"}});
  const base::DiskFiles disk;
  const std::string folder = place.path.string();
  const desk::OverlayReader over(disk, folder, {{"izumi/hub.json", "new"}});
  const desk::OverlayReader whole(disk, folder, {{"izumi/hub.json", "new"}}, "izumi");
  CHECK(over.exists(place / "izumi/reports/2026.json"));
  CHECK_FALSE(whole.exists(place / "izumi/reports/2026.json"));
  CHECK_FALSE(whole.read(place / "izumi/reports/2026.json", 100));
  CHECK(whole.read(place / "izumi/hub.json", 100).value() == "new");
  CHECK(whole.read(place / "common/a.json", 100).value() == "c");
  CHECK(over.list(place / "izumi").value().size() == 2);
  CHECK(whole.list(place / "izumi").value().size() == 1);
  CHECK(whole.list(folder).value().size() == 2);
}

TEST_CASE("a job remembers whose text wins") {
  desk::Job job;
  job.kind = desk::Job::Kind::publish;
  CHECK_FALSE(desk::job_from(desk::to_json(job))->draft_wins);
  job.draft_wins = true;
  CHECK(desk::job_from(desk::to_json(job))->draft_wins);
}
