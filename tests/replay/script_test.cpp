#include "replay/script.h"

#include <doctest/doctest.h>

#include "support/fixtures.h"

using namespace hub;
using namespace hub::tests;

namespace {

replay::LoadedScript script_of(const std::string& bytes) {
  MemoryFiles files;
  files.files["script.json"] = bytes;
  return replay::load_script(files, "script.json", {"ja", "en", "zh-Hans"});
}

void check_error(const std::string& bytes, int line, int column, const std::string& pointer, const std::string& words) {
  const replay::LoadedScript loaded = script_of(bytes);
  CAPTURE(bytes);
  CAPTURE(described(loaded.diagnostics));
  CHECK_FALSE(loaded.script.has_value());
  REQUIRE(loaded.diagnostics.size() == 1);
  CHECK(loaded.diagnostics[0].file == "script.json");
  CHECK(loaded.diagnostics[0].line == line);
  CHECK(loaded.diagnostics[0].column == column);
  CHECK(loaded.diagnostics[0].pointer == pointer);
  CHECK(loaded.diagnostics[0].what.ja.find(words) != std::string::npos);
  CHECK_FALSE(loaded.diagnostics[0].remedy.en.empty());
}

// Of the one step of a script.
void check_step_error(const std::string& step, int column, const std::string& pointer, const std::string& words) {
  check_error("{\"steps\": [\n" + step + "\n]}", 2, column, "/steps/0" + pointer, words);
}

}  // namespace

TEST_CASE("a script may say everything, or as good as nothing") {
  const replay::LoadedScript full = script_of(R"({
    "hub": "izumi", "size": "800x480", "date": "2026-11-21", "language": "en", "text_size": 2, "furigana": true,
    "start": "goals/1",
    "steps": [
      {"touch": {"id": 3, "at": [10, 20.5]}},
      {"move": {"id": 3, "to": "tiles/6", "over_s": 0.25}},
      {"lift": {"id": 3}},
      {"touch": {"id": 3, "at": "words"}}, {"cancel": {"id": 3}},
      {"tap": "doors/services"}, {"tap": [1, 2]},
      {"flick": {"from": [400, 300], "to": [400, 100], "over_s": 0.1}},
      {"wait": 1.5}, {"settle": true}, {"resize": "1080x1920"}, {"content": "other"}, {"mark": true},
      {"expect": {"route": "home", "texts": ["a", "b"], "no_texts": ["c"], "scroll_px": 100, "tolerance_px": 3,
                  "scrolled": true, "frames": 4, "frames_at_most": 5, "language": "ja", "text_size": 1,
                  "furigana": false, "sheet": "none"}}
    ]})");
  CAPTURE(described(full.diagnostics));
  REQUIRE(full.script.has_value());
  const replay::Script& script = *full.script;
  CHECK(script.hub == "izumi");
  CHECK(script.size->width_px == 800);
  CHECK(script.size->height_px == 480);
  CHECK(script.date->day() == std::chrono::day{21});
  CHECK(script.language == "en");
  CHECK(script.text_size == 2);
  CHECK(script.furigana);
  CHECK(script.start == "goals/1");
  CHECK(script.start_line == 3);
  REQUIRE(script.steps.size() == 14);
  CHECK(script.steps[0].line == 5);
  const auto touch = std::get<replay::Touch>(script.steps[0].what);
  CHECK(touch.id == 3);
  CHECK(touch.at.x_px == 10);
  CHECK(touch.at.y_px == 20.5);
  const auto move = std::get<replay::Move>(script.steps[1].what);
  CHECK(move.to.box == "tiles/6");
  CHECK(move.over_s == 0.25);
  CHECK(std::get<replay::Lift>(script.steps[2].what).id == 3);
  CHECK(std::get<replay::Tap>(script.steps[5].what).at.box == "doors/services");
  CHECK(std::get<replay::Flick>(script.steps[7].what).to.y_px == 100);
  CHECK(std::get<replay::Wait>(script.steps[8].what).for_s == 1.5);
  CHECK(std::get<replay::Resize>(script.steps[10].what).size.height_px == 1920);
  CHECK(std::get<replay::SwapContent>(script.steps[11].what).folder == "other");
  const auto expect = std::get<replay::Expect>(script.steps[13].what);
  CHECK(expect.route == "home");
  CHECK(expect.texts == std::vector<std::string>{"a", "b"});
  CHECK(expect.scroll_px == 100);
  CHECK(expect.scrolled == true);
  CHECK(expect.furigana == false);
  CHECK(expect.sheet == "none");

  const replay::LoadedScript bare = script_of(R"({"steps": []})");
  REQUIRE(bare.script.has_value());
  CHECK(bare.script->start == "attract");
  CHECK_FALSE(bare.script->size.has_value());
}

TEST_CASE("a wrong script is said at its place, with what to do") {
  check_error("{}", 1, 1, "", "「steps」がありません");
  check_error("{\"stepps\": []}", 1, 2, "/stepps", "「stepps」という項目はありません");
  check_error("{\"steps\": [], \"size\": \"1920\"}", 1, 23, "/size", "画面の大きさ");
  check_error("{\"steps\": [], \"size\": \"100x100\"}", 1, 23, "/size", "画面の大きさ");
  check_error("{\"steps\": [], \"language\": \"fr\"}", 1, 27, "/language", "「fr」");
  check_error("{\"steps\": [], \"furigana\": 1}", 1, 27, "/furigana", "true か false");
  check_error("{\"steps\": [], \"date\": \"2026-02-30\"}", 1, 23, "/date", "日付");
  check_error("{\"steps\": [", 1, 12, "/steps", "途中で終わって");
  CHECK(replay::load_script(MemoryFiles(), "none.json", {}).diagnostics.size() == 1);
}

TEST_CASE("a wrong step is said at its place") {
  check_step_error("{}", 1, "", "ちょうど 1 つ");
  check_step_error("{\"wait\": 1, \"settle\": true}", 1, "", "ちょうど 1 つ");
  check_step_error("{\"tab\": [1, 2]}", 2, "/tab", "「tab」という項目はありません");
  check_step_error("\"tap\"", 1, "", "まとまり");
  check_step_error("{\"tap\": [1]}", 9, "/tap", "場所");
  check_step_error("{\"tap\": 5}", 9, "/tap", "場所");
  check_step_error("{\"tap\": [1, \"2\"]}", 13, "/tap/1", "数が必要");
  check_step_error("{\"tap\": \"\"}", 9, "/tap", "文字が書かれていません");
  check_step_error("{\"touch\": {\"id\": 1}}", 11, "/touch", "「at」がありません");
  check_step_error("{\"touch\": {\"id\": 0, \"at\": [1, 2]}}", 18, "/touch/id", "この数は使えません");
  check_step_error("{\"wait\": -1}", 10, "/wait", "この数は使えません");
  check_step_error("{\"settle\": false}", 12, "/settle", "true だけ");
  check_step_error("{\"expect\": {\"sheet\": \"staf\"}}", 22, "/expect/sheet", "「staf」は使えません");
  check_step_error("{\"expect\": {\"text\": [\"a\"]}}", 13, "/expect/text", "「text」という項目はありません");
  check_step_error("{\"expect\": {\"frames\": 1.5}}", 23, "/expect/frames", "小数");
}

TEST_CASE("a finger is lifted or moved while it is down, and comes down while it is up") {
  check_step_error("{\"lift\": {\"id\": 1}}", 10, "/lift", "さわっていません");
  check_step_error("{\"move\": {\"id\": 2, \"to\": [1, 2]}}", 10, "/move", "さわっていません");
  check_error("{\"steps\": [\n{\"touch\": {\"id\": 1, \"at\": [1, 2]}},\n{\"touch\": {\"id\": 1, \"at\": [3, 4]}}]}", 3,
              11, "/steps/1/touch", "もうさわっています");
}
