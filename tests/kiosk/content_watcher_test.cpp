// Content that changes on a real disk while the kiosk runs.
#include "kiosk/content_watcher.h"

#include <doctest/doctest.h>

#include <condition_variable>
#include <random>

#include "support/content_copy.h"
#include "support/lobby.h"
#include "support/slow.h"

using namespace hub;
namespace fs = std::filesystem;

namespace {

// A copy of the shipped content that is watched; whoever waits is woken by what became ready.
struct Watched : tests::Lobby, tests::ContentCopy {
  Watched() {
    kiosk::ContentLoader::Setup setup;
    setup.folder = folder;
    setup.hub = "izumi";
    setup.fingerprint = config::read_content(base::DiskFiles(), setup.folder, setup.hub).fingerprint;
    setup.frame_context = frame_context({1920, 1080});
    setup.screen_context = screen_context.get();
    found = std::make_unique<kiosk::ContentLoader>(std::move(setup));
    const auto wake = [this] {
      const std::lock_guard lock(mutex);
      ++woken;
      loader.notify_one();
    };
    watcher = kiosk::ContentWatcher::start(*found, wake).value();
  }
  void set_tagline(const std::string& tagline) const {
    write("content/izumi/hub.json",
          R"({"id": "izumi", "ward": "泉区", "name": "泉区 地域子育て支援拠点", "tagline": ")" + tagline + "\"}");
  }
  // What the next change brings; nothing after far too long.
  std::optional<kiosk::ContentLoader::Fresh> next() {
    std::unique_lock lock(mutex);
    std::optional<kiosk::ContentLoader::Fresh> fresh;
    while (!fresh && loader.wait_for(lock, std::chrono::seconds(120), [&] { return woken > 0; })) {
      woken = 0;
      fresh = found->take();
    }
    return fresh;
  }

  std::unique_ptr<kiosk::ContentLoader> found;
  std::mutex mutex;
  std::condition_variable loader;
  int woken = 0;
  std::unique_ptr<kiosk::ContentWatcher> watcher;  // ends first
};

std::string tagline_of(const kiosk::ContentLoader::Fresh& fresh) {
  return fresh.read.loaded.snapshot->find_hub("izumi")->tagline.japanese();
}

}  // namespace

TEST_CASE_FIXTURE(Watched, "what changes on disk becomes ready with its texts, and what is wrong says where" *
                               hub::tests::slow()) {
  CHECK_FALSE(found->take());
  set_tagline("ほっとする場所");
  auto fresh = next();
  REQUIRE(fresh);
  REQUIRE(fresh->read.loaded.snapshot);
  CHECK(tagline_of(*fresh) == "ほっとする場所");
  REQUIRE(fresh->screens);
  CHECK(fresh->screens->snapshot() == fresh->read.loaded.snapshot);
  CHECK(fresh->screens->hub() == "izumi");
  CHECK(fresh->screens->typesetter().texts() > 100);
  CHECK_FALSE(found->take());  // once

  write("content/izumi/hub.json", "{\"id\": ");
  fresh = next();
  REQUIRE(fresh);
  CHECK_FALSE(fresh->read.loaded.snapshot);
  CHECK_FALSE(fresh->screens);
  REQUIRE_FALSE(fresh->read.loaded.diagnostics.empty());
  CHECK(fresh->read.loaded.diagnostics.front().file.ends_with("izumi/hub.json"));

  // Leftovers of editors are no news; a folder that is replaced whole is.
  write("content/izumi/hub.json~", "x");
  const tests::ContentCopy other;
  fs::remove_all(folder);
  fs::rename(other.folder, folder);
  do fresh = next();
  while (fresh && !fresh->read.loaded.snapshot);
  REQUIRE(fresh);
  CHECK(tagline_of(*fresh) == snapshot->find_hub("izumi")->tagline.japanese());
  set_tagline("もどってきました");  // the new folder is watched as the old one was
  fresh = next();
  REQUIRE(fresh);
  REQUIRE(fresh->read.loaded.snapshot);
  CHECK(tagline_of(*fresh) == "もどってきました");
}

TEST_CASE_FIXTURE(Watched, "of many changes in a row, half of them broken, the last good one is what shows" *
                               hub::tests::slow()) {
  std::mt19937 random(5);
  std::string good;
  std::shared_ptr<const content::Snapshot> shown;
  const auto take = [&] {
    if (auto fresh = found->take(); fresh && fresh->read.loaded.snapshot) shown = fresh->read.loaded.snapshot;
  };
  for (int i = 0; i < 200; ++i) {
    if (random() % 2 == 0) {
      good = "ことば " + std::to_string(i);
      set_tagline(good);
    } else {
      const char* broken[] = {"",         "{",  "{\"id\": \"izumi\"}",
                              "\xff\xfe", "[]", "{\"id\": 3, \"ward\": [], \"x\": null}"};
      write("content/izumi/hub.json", broken[random() % std::size(broken)]);
    }
    if (i % 10 == 0) take();
    if (shown) CHECK(shown->find_hub("izumi") != nullptr);
  }
  good = "これで最後";
  set_tagline(good);
  while (!shown || shown->find_hub("izumi")->tagline.japanese() != good) {
    std::unique_lock lock(mutex);
    REQUIRE(loader.wait_for(lock, std::chrono::seconds(120), [&] { return woken > 0; }));
    woken = 0;
    lock.unlock();
    take();
  }
  CHECK(shown->find_hub("izumi")->tagline.japanese() == good);
}

TEST_CASE_FIXTURE(Watched,
                  "what no face draws is refused while the kiosk runs, as check refuses it" * hub::tests::slow()) {
  set_tagline("みんなで子育て😊");
  const auto refused = next();
  REQUIRE(refused);
  CHECK(refused->read.loaded.snapshot == nullptr);
  CHECK(refused->screens == nullptr);
  REQUIRE(content::has_errors(refused->read.loaded.diagnostics));
  set_tagline("みんなで子育て♡");
  const auto good = next();
  REQUIRE(good);
  CHECK(tagline_of(*good) == "みんなで子育て♡");
}
