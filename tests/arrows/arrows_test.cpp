// Reads every #include of app/ and fails on an arrow that README.md does not draw.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

const std::map<std::string, Names> kArrows = {
    {"base", {}},
    {"content", {"base"}},
    {"report", {"base", "content"}},
    {"text", {"base"}},
    {"platform", {"base"}},
    {"ui", {"base", "content", "text"}},
    {"cli", {"base", "content", "report", "text", "ui", "platform"}},
};

struct Library {
  const char* name;
  std::vector<std::string> headers;  // how their includes begin
  Names rooms;                       // who may know it
};

const std::vector<Library> kLibraries = {
    {"ImGui", {"imgui", "backends/imgui"}, {"ui", "platform"}},
    {"GLFW", {"GLFW/"}, {"platform"}},
    {"GL", {"GL/", "EGL/"}, {"platform"}},
    {"X", {"X11/"}, {"platform"}},
    {"libsystemd", {"systemd/"}, {"platform"}},
    {"Wayland", {"wayland-"}, {"platform"}},
    {"JSON", {"nlohmann/"}, {"content", "report"}},
    {"ICU", {"unicode/"}, {"base", "text", "report"}},
    {"HarfBuzz", {"hb"}, {"text"}},
    {"MeCab", {"mecab"}, {"text"}},
    {"stb_truetype and stb_rect_pack", {"stb_truetype", "stb_rect_pack"}, {"text"}},
    {"libqrencode", {"qrencode"}, {"ui"}},
    {"libsodium", {"sodium"}, {"base"}},
    {"libxml2", {"libxml/"}, {"report"}},
    {"CLI11", {"CLI/"}, {"cli"}},
};

struct Include {
  std::string file;
  std::string room;    // of the file
  std::string header;  // as it is written
  bool quoted = false;
};

std::vector<Include> includes_of(const fs::path& app) {
  std::vector<Include> all;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(app)) {
    const std::string kind = entry.path().extension().string();
    if (kind != ".h" && kind != ".cpp" && kind != ".in") continue;
    const fs::path inside = fs::relative(entry.path(), app);
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      const std::size_t hash = line.find_first_not_of(' ');
      if (hash == std::string::npos || line.compare(hash, 8, "#include") != 0) continue;
      const std::size_t open = line.find_first_of("<\"", hash);
      const std::size_t close = line.find_first_of(">\"", open + 1);
      if (open == std::string::npos || close == std::string::npos) continue;
      all.push_back(
          {inside.string(), inside.begin()->string(), line.substr(open + 1, close - open - 1), line[open] == '"'});
    }
  }
  return all;
}

}  // namespace

TEST_CASE("no room includes a room that no arrow leads to") {
  const std::vector<Include> all = includes_of(fs::path(HUB_SOURCE_DIR) / "app");
  CHECK(all.size() > 200);  // the test has something to read
  for (const Include& one : all) {
    if (!one.quoted) continue;
    const std::size_t slash = one.header.find('/');
    if (slash == std::string::npos) continue;  // written by CMake
    const std::string target = one.header.substr(0, slash);
    INFO(one.file, " ", one.header);
    REQUIRE(kArrows.contains(one.room));
    REQUIRE(kArrows.contains(target));
    CHECK((target == one.room || kArrows.at(one.room).contains(target)));
  }
}

TEST_CASE("only the rooms that own a library know it") {
  for (const Include& one : includes_of(fs::path(HUB_SOURCE_DIR) / "app")) {
    if (one.quoted) continue;
    for (const Library& library : kLibraries) {
      const bool is_it =
          std::ranges::any_of(library.headers, [&](const std::string& h) { return one.header.starts_with(h); });
      INFO(one.file, " ", one.header, " ", library.name);
      if (is_it) CHECK(library.rooms.contains(one.room));
    }
  }
}

TEST_CASE("every header keeps to its length") {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fs::path(HUB_SOURCE_DIR) / "app")) {
    const std::string kind = entry.path().extension().string();
    if (kind != ".h" && kind != ".cpp") continue;
    std::ifstream file(entry.path());
    const auto lines = std::count(std::istreambuf_iterator<char>(file), {}, '\n');
    CAPTURE(entry.path().string());
    CHECK(lines <= (kind == ".h" ? 150 : 500));
  }
}
