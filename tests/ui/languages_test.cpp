// A language comes with its strings file, without any change of the program.
#include <doctest/doctest.h>

#include "base/files.h"
#include "content/load/load.h"
#include "support/lobby.h"

using namespace hub;
using namespace hub::tests;

namespace {

const std::string kContent = std::string(HUB_SOURCE_DIR) + "/content";
const std::string kStrings = std::string(HUB_SOURCE_DIR) + "/assets/strings";

void replace(std::string& words, std::string_view from, std::string_view to) {
  const std::size_t at = words.find(from);
  REQUIRE(at != words.npos);
  words.replace(at, from.size(), to);
}

// What is shipped, with a German strings file that says little yet, and a tagline in German.
class WithGerman : public base::FileReader {
 public:
  base::Result<std::string> read(const std::string& path, std::size_t max_bytes) const override {
    if (path == german_) return std::string(R"({"language.name": "Deutsch", "dock.home": "Startseite"})");
    base::Result<std::string> bytes = disk_.read(path, max_bytes);
    if (path == kContent + "/konan/hub.json" && bytes.ok()) {
      replace(bytes.value(), "\"tagline\": {",
              "\"tagline\": {\n    \"de\": \"Gemeinsam groß werden – fröhlich, öfter, süß\",");
    }
    return bytes;
  }
  base::Result<std::vector<base::FileEntry>> list(const std::string& folder) const override {
    auto entries = disk_.list(folder);
    if (folder == kStrings && entries.ok()) entries.value().push_back({"de.json", base::FileEntry::Kind::file});
    return entries;
  }
  bool exists(const std::string& path) const override { return path == german_ || disk_.exists(path); }

 private:
  const std::string german_ = kStrings + "/de.json";
  base::DiskFiles disk_;
};

}  // namespace

TEST_CASE("a strings file alone brings a language into the menu, and its words onto the screens") {
  content::Loaded loaded = content::load(WithGerman(), kContent, kStrings);
  REQUIRE(loaded.snapshot);
  CHECK(loaded.snapshot->languages(*loaded.snapshot->find_hub("konan")).back() == "de");
  CHECK(loaded.snapshot->languages(*loaded.snapshot->find_hub("izumi")).back() == "vi");
  Lobby lobby(loaded.snapshot);
  const ui::FrameContext frame_context = lobby.frame_context({1920, 1080});
  ui::UiState state = lobby.state("konan", "home");
  state.sheet = ui::Sheet::language;
  const ui::Scene& menu = lobby.scene(frame_context, state);
  find_box(menu.page, "languages/vi");
  find_box(menu.page, "languages/de");
  state.sheet = ui::Sheet::none;
  state.language = "de";
  find_box(lobby.scene(frame_context, state).page, "tagline");
}
