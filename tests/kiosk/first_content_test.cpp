// Which hub a kiosk shows when it starts, and which content of it.
#include "kiosk/first_content.h"

#include <doctest/doctest.h>

#include "config/hub_choice.h"
#include "support/content_copy.h"

using namespace hub;

namespace {

struct Start : tests::ContentCopy {
  Start() {
    query.content_folder = folder;
    query.state_folder = *this / "state";
  }
  kiosk::FirstContent first() const { return kiosk::find_first_content(files, query); }

  base::DiskFiles files;
  kiosk::FirstContentQuery query;
};

}  // namespace

TEST_CASE_FIXTURE(Start, "the hub is the command line's, else the staff's, else the configuration's, else the first") {
  CHECK(first().hub() == "izumi");
  CHECK(first().wanted.empty());
  query.config_hub = "konan";
  CHECK(first().hub() == "konan");
  REQUIRE(config::keep_hub(files, query.state_folder, "izumi").ok());
  CHECK(first().hub() == "izumi");
  CHECK(first().wanted == "izumi");
  query.command_line_hub = "konan";
  CHECK(first().hub() == "konan");
}

TEST_CASE_FIXTURE(Start, "a choice of a hub that is gone does not count, and why is said") {
  REQUIRE(config::keep_hub(files, query.state_folder, "naka").ok());
  query.config_hub = "konan";
  CHECK(first().hub() == "konan");
  CHECK(first().complaints.size() == 1);
  // Nobody asked for the staff's choice.
  query.command_line_hub = "izumi";
  CHECK(first().complaints.empty());
}

TEST_CASE_FIXTURE(Start, "with a configuration that cannot be read nobody knows the hub, and none shows") {
  query.config_hub_known = false;
  CHECK(first().hub_unknown);
  CHECK(first().content.snapshot == nullptr);
  CHECK(first().hub().empty());
  query.command_line_hub = "konan";
  CHECK_FALSE(first().hub_unknown);
  CHECK(first().hub() == "konan");
  query.command_line_hub.clear();
  REQUIRE(config::keep_hub(files, query.state_folder, "izumi").ok());
  CHECK_FALSE(first().hub_unknown);
  CHECK(first().hub() == "izumi");
}

TEST_CASE_FIXTURE(Start, "content with errors is none, and says where they are") {
  write("content/izumi/hub.json", "{");
  const kiosk::FirstContent found = first();
  CHECK(found.content.snapshot == nullptr);
  CHECK_FALSE(found.content.read.loaded.diagnostics.empty());
  CHECK_FALSE(found.hub_unknown);
}
