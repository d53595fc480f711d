// A language comes with its strings file, without any change of the program.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "base/files.h"
#include "base/utf8.h"
#include "content/load/load.h"
#include "content/model/texts.h"
#include "support/lobby.h"
#include "support/slow.h"
#include "text/analysis/characters.h"
#include "ui/state/state.h"

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

namespace {

// The characters of a box that are kanji and have no reading above them.
std::u32string unread(const text::Block& block) {
  std::u32string without;
  for (std::size_t at = 0; at < block.text.size(); ++at) {
    const auto over = [at](const text::PlacedRuby& ruby) { return ruby.begin <= at && at < ruby.end; };
    if (text::is_kanji(block.text[at]) && std::ranges::none_of(block.ruby, over)) without += block.text[at];
  }
  return without;
}

// What somebody wrote in this language about the hub, its services and its report: no word of the frame's.
std::set<std::u32string> written_in(const content::Snapshot& snapshot, const std::string& hub,
                                    const std::string& language) {
  std::set<std::u32string> written;
  for (const content::PlacedText& one : content::texts_of(snapshot, *snapshot.find_hub(hub))) {
    if (one.place != "strings" && one.text->has(language)) {
      written.insert(base::decode_utf8(one.text->in(language).words));
    }
  }
  return written;
}

}  // namespace

TEST_CASE_FIXTURE(Lobby, "every kanji of easy Japanese has its reading, whatever is open" * slow()) {
  const auto all_read = [&](const ui::UiState& who) {
    const ui::Scene& shown = scene(frame_context({1920, 1080}), who);
    for (const ui::Layer* layer : {&shown.page, shown.dock ? &*shown.dock : nullptr}) {
      if (layer == nullptr) continue;
      for (const ui::Box& box : layer->boxes) {
        if (box.block == nullptr || box.path.starts_with("languages/zh-")) continue;
        INFO(who.hub, " ", box.path, " ", base::encode_utf8(box.block->text));
        CHECK(base::encode_utf8(unread(*box.block)).empty());
      }
    }
  };
  for_each_screen([&](const std::string& hub, const std::string& route) {
    if (route == "attract") return;  // nobody has chosen a language there
    ui::UiState who = ui::apply(state(hub, route), ui::SetLanguage{"ja-easy"}, {}).state;
    REQUIRE(who.furigana);
    all_read(who);
    for (const ui::Sheet sheet : {ui::Sheet::language, ui::Sheet::staff}) {
      who.sheet = sheet;
      if (route == "home") all_read(who);
    }
  });
}

TEST_CASE_FIXTURE(Lobby, "no page speaks a visitor's language in its frame alone" * slow()) {
  for (const std::string language : {"ja-easy", "en", "zh-Hans", "ko", "vi"}) {
    for_each_screen([&](const std::string& hub, const std::string& route) {
      if (route == "attract" || route == "about") return;  // about names the report itself
      INFO(language, " ", hub, " ", route);
      const std::set<std::u32string> written = written_in(*snapshot, hub, language);
      ui::UiState who = state(hub, route);
      who.language = language;
      const ui::Scene& shown = scene(frame_context({1920, 1080}), who);
      CHECK(std::ranges::any_of(shown.page.boxes, [&](const ui::Box& box) {
        return box.block != nullptr && written.contains(box.block->text);
      }));
    });
  }
}

TEST_CASE_FIXTURE(Lobby, "every language can be chosen without scrolling, each on one line of its own script") {
  for (const ui::Point size : kSizes_px) {
    for (const int text_step : {1, 2}) {
      for (const bool furigana : {false, true}) {
        ui::UiState who = state("izumi", "home");
        who.sheet = ui::Sheet::language;
        who.text_step = text_step;
        who.furigana = furigana;
        const ui::Layer& sheet = scene(frame_context(size), who).page;
        INFO(size.x, "x", size.y, " ", text_step, furigana ? " furigana" : "");
        if (text_step == 1) CHECK(sheet.scroll_range_px() == 0);
        for (const char* name : {"languages/ja-easy", "languages/en", "languages/vi"}) {
          const auto of = [&](const ui::Box& box) { return box.block != nullptr && box.path.starts_with(name); };
          const auto box = std::ranges::find_if(sheet.boxes, of);
          REQUIRE(box != sheet.boxes.end());
          CHECK(box->block->lines.size() == 1);
          const bool shows = box->rect.y + box->rect.h <= sheet.viewport.y + sheet.viewport.h;
          CHECK((shows || text_step > 1));
        }
      }
    }
  }
}
