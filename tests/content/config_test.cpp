#include "content/config.h"

#include <doctest/doctest.h>

#include "fixtures.h"

using namespace hub;
using namespace hub::test;

namespace {

content::LoadedConfig config_of(const std::string& bytes) {
  MemoryFiles files;
  files.files["config.json"] = bytes;
  return content::load_config(files, "config.json");
}

void check_error(const std::string& bytes, int line, int column, const std::string& pointer, const std::string& words) {
  const content::LoadedConfig loaded = config_of(bytes);
  CAPTURE(described(loaded.diagnostics));
  REQUIRE(loaded.diagnostics.size() == 1);
  CHECK(loaded.diagnostics[0].line == line);
  CHECK(loaded.diagnostics[0].column == column);
  CHECK(loaded.diagnostics[0].pointer == pointer);
  CHECK(loaded.diagnostics[0].what.ja.find(words) != std::string::npos);
}

}  // namespace

TEST_CASE("a configuration is read, and may be as short as can be") {
  const auto full = config_of(R"({"hub": "izumi", "screen": {"diagonal_inch": 23.8, "distance_m": 0.7}})");
  CHECK(full.diagnostics.empty());
  CHECK(full.config.hub == "izumi");
  CHECK(full.config.diagonal_inch == 23.8);
  CHECK(full.config.distance_m == 0.7);
  const auto bare = config_of("{}");
  CHECK(bare.diagnostics.empty());
  CHECK(bare.config.hub.empty());
  CHECK(bare.config.diagonal_inch == 0);
}

TEST_CASE("a wrong configuration is said, and what is right in it still counts") {
  check_error("{\"hub\": \"泉\"}", 1, 9, "/hub", "使えない文字");
  check_error("{\n  \"hubs\": \"izumi\"\n}", 2, 3, "/hubs", "「hubs」という項目");
  check_error("{\"screen\": {\"diagonal_inch\": \"24\"}}", 1, 30, "/screen/diagonal_inch", "数が必要");
  check_error("{\"screen\": {\"diagonal_inch\": 2400}}", 1, 30, "/screen/diagonal_inch", "この数は使えません");
  check_error("{\"screen\": {\"distance_m\": 70}}", 1, 27, "/screen/distance_m", "この数は使えません");
  check_error("{\"screen\": 24}", 1, 12, "/screen", "まとまり { … } が必要");
  check_error("{\"hub\": \"izumi\"", 1, 16, "", "途中で終わって");
  check_error("", 1, 1, "", "中身がありません");
  CHECK(config_of("{\"hub\": \"izumi\", \"screen\": 24}").config.hub == "izumi");
  CHECK(content::load_config(MemoryFiles(), "none.json").diagnostics.size() == 1);
}
