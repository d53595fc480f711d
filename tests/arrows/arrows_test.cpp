// Reads every #include of app/ and tests/, and fails on an arrow that app/README.md does not draw.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

// Which rooms a room may include.
const std::map<std::string, Names> kArrows = {
    {"base", {}},
    {"content", {"base"}},
    {"pack", {"base"}},
    {"config", {"base", "content", "pack"}},
    {"report", {"base", "content"}},
    {"card", {"base", "content", "config", "report"}},
    {"text", {"base"}},
    {"platform", {"base"}},
    {"ui", {"base", "content", "text"}},
    {"render", {"base", "content", "config", "text", "ui", "platform"}},
    {"inspect", {"base", "content", "config", "text", "ui", "platform", "render"}},
    {"desk", {"base", "content", "config", "pack", "report", "text", "render", "inspect"}},
    {"fleet", {"base", "pack", "desk"}},
    {"stick", {"base", "content", "config", "report", "desk"}},
    {"web", {"base", "content", "config", "report", "text", "ui", "platform", "render", "inspect", "desk", "fleet"}},
    {"kiosk", {"base", "content", "config", "text", "ui", "platform", "render", "desk", "fleet"}},
    {"replay", {"base", "content", "config", "ui", "platform", "render", "kiosk"}},
    {"cli",
     {"base", "content", "config", "pack", "report", "card", "text", "ui", "platform", "render", "inspect", "desk",
      "fleet", "stick", "kiosk", "replay", "web"}},
};

// The same inside a room, by subfolder: from the lowest to the highest. What stands in the room's own folder ("") is
// above all of them.
const std::map<std::string, std::map<std::string, Names>> kInnerArrows = {
    {"content",
     {{"model", {}}, {"json", {"model"}}, {"load", {"model", "json"}}, {"store", {"model", "json", "load"}}}},
    {"report",
     {{"words", {}},
      {"around", {"words"}},
      {"read", {"words", "around"}},
      {"office", {"words", "around", "read"}},
      {"sandbox", {"words"}},
      {"parse", {"words"}},
      {"draft", {"words", "parse"}},
      {"", {"words", "read", "office", "sandbox"}}}},
    {"text",
     {{"analysis", {}},
      {"glyphs", {"analysis"}},
      {"shaping", {"analysis", "glyphs"}},
      {"lines", {"analysis", "glyphs", "shaping"}},
      {"", {"analysis", "glyphs", "shaping", "lines"}}}},
    {"ui",
     {{"geometry", {}},
      {"touch", {"geometry"}},
      {"state", {"geometry", "touch"}},
      {"paint", {"geometry"}},
      {"layout", {"geometry", "touch", "state"}},
      {"screens", {"geometry", "touch", "state", "layout"}},
      {"", {"geometry", "touch", "state", "paint", "layout", "screens"}}}},
    {"desk",
     {{"store", {}},
      {"edit", {"store"}},
      {"answers", {"edit"}},
      {"typed", {"store", "edit"}},
      {"draft", {"store", "edit", "answers", "typed"}},
      {"", {"store", "edit", "answers", "typed", "draft"}},
      {"json", {"store", "edit", "answers", "typed", "draft", ""}},
      {"jobs", {"store", "edit", "answers", "typed", "draft", ""}}}},
    {"web",
     {{"http", {}},
      {"markup", {"http"}},
      {"access", {"http"}},
      {"draw", {"http"}},
      {"pages", {"http", "markup", "access", "draw"}},
      {"", {"http", "markup", "access", "draw", "pages"}}}},
    {"cli", {{"", {}}, {"commands", {""}}, {"edit", {""}}}},
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
    {"JSON", {"nlohmann/"}, {"content", "report", "card", "desk", "fleet", "web"}},
    {"ICU", {"unicode/"}, {"base", "content", "text", "report", "stick"}},
    {"HarfBuzz", {"hb"}, {"text"}},
    {"MeCab", {"mecab"}, {"text"}},
    {"stb_truetype and stb_rect_pack", {"stb_truetype", "stb_rect_pack"}, {"text"}},
    {"libqrencode", {"qrencode"}, {"ui"}},
    {"libsodium", {"sodium"}, {"base", "pack"}},
    {"libxml2", {"libxml/"}, {"report"}},
    {"libarchive", {"archive"}, {"pack", "report"}},
    {"CLI11", {"CLI/"}, {"cli"}},
    {"Boost", {"boost/"}, {"web"}},
};

struct Include {
  std::string file;
  std::string room;    // of the file
  std::string folder;  // of the file inside its room; "" is the room's own
  std::string header;  // as it is written
  bool quoted = false;
};

// "state" of "ui/state/route.h", "" of "ui/stage.h".
std::string folder_of(const fs::path& inside) {
  const fs::path parent = inside.parent_path();
  return std::distance(parent.begin(), parent.end()) < 2 ? "" : std::next(parent.begin())->string();
}

std::vector<Include> includes_below(const fs::path& top) {
  std::vector<Include> all;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(top)) {
    const std::string kind = entry.path().extension().string();
    if (kind != ".h" && kind != ".cpp" && kind != ".in") continue;
    const fs::path inside = fs::relative(entry.path(), top);
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      const std::size_t hash = line.find_first_not_of(' ');
      if (hash == std::string::npos || line.compare(hash, 8, "#include") != 0) continue;
      const std::size_t open = line.find_first_of("<\"", hash);
      const std::size_t close = line.find_first_of(">\"", open + 1);
      if (open == std::string::npos || close == std::string::npos) continue;
      all.push_back({inside.string(), inside.begin()->string(), folder_of(inside),
                     line.substr(open + 1, close - open - 1), line[open] == '"'});
    }
  }
  return all;
}

std::vector<Include> includes_of_app() { return includes_below(fs::path(HUB_SOURCE_DIR) / "app"); }

// Where each type that other files can name is defined, by its full name: "hub::ui::Stage". What is in an unnamed
// namespace is one file's own. The style of the code tells the rest: nothing in a namespace is indented.
std::map<std::string, Names> types_below(const fs::path& top) {
  static const std::regex opens(R"(^namespace ([\w:]*) ?\{)"), closes(R"(^\}  // namespace ?([\w:]*))"),
      defines(R"(^(?:struct|class|enum class|enum) (\w+)(?: final)?(?: :.*)? \{)");
  std::map<std::string, Names> types;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(top)) {
    const std::string kind = entry.path().extension().string();
    if (kind != ".h" && kind != ".cpp") continue;
    std::vector<std::string> within;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      std::smatch found;
      if (std::regex_search(line, found, opens)) within.push_back(found[1]);
      if (std::regex_search(line, closes) && !within.empty()) within.pop_back();
      const bool unnamed = std::ranges::find(within, "") != within.end();
      if (unnamed || !std::regex_search(line, found, defines)) continue;
      types[(within.empty() ? "" : within.back()) + "::" + found[1].str()].insert(
          fs::relative(entry.path(), top).string());
    }
  }
  return types;
}

bool has_circle(const std::map<std::string, Names>& arrows) {
  std::function<bool(const std::string&, Names)> meets_itself = [&](const std::string& at, Names above) {
    if (!above.insert(at).second) return true;
    return std::ranges::any_of(arrows.at(at), [&](const std::string& next) { return meets_itself(next, above); });
  };
  return std::ranges::any_of(arrows, [&](const auto& one) { return meets_itself(one.first, {}); });
}

}  // namespace

TEST_CASE("the arrows themselves have no circle") {
  CHECK_FALSE(has_circle(kArrows));
  for (const auto& inner : kInnerArrows) {
    CAPTURE(inner.first);
    CHECK_FALSE(has_circle(inner.second));
  }
  CHECK(has_circle({{"a", {"b"}}, {"b", {"a"}}}));
}

TEST_CASE("no room includes a room that no arrow leads to") {
  const std::vector<Include> all = includes_of_app();
  CHECK(all.size() > 200);  // the test has something to read
  for (const Include& one : all) {
    if (!one.quoted) continue;
    const std::size_t slash = one.header.find('/');
    if (slash == std::string::npos) continue;  // written by CMake
    const std::string target = one.header.substr(0, slash);
    INFO(one.file, " includes ", one.header,
         ": move the thing to the room it belongs to, or draw the arrow here and in app/README.md");
    REQUIRE(kArrows.contains(one.room));
    REQUIRE(kArrows.contains(target));
    CHECK((target == one.room || kArrows.at(one.room).contains(target)));
  }
}

TEST_CASE("no subfolder includes a subfolder of its room that no arrow leads to") {
  std::size_t inner = 0;
  for (const Include& one : includes_of_app()) {
    if (!one.quoted || !one.header.starts_with(one.room + "/")) continue;
    const std::string target = folder_of(one.header);
    if (target == one.folder) continue;
    INFO(one.file, " includes ", one.header, ": move the thing to a lower folder, or draw the arrow in kInnerArrows");
    REQUIRE(kInnerArrows.contains(one.room));
    const auto& arrows = kInnerArrows.at(one.room);
    REQUIRE(arrows.contains(one.folder));
    CHECK(arrows.at(one.folder).contains(target));
    ++inner;
  }
  CHECK(inner > 100);
}

TEST_CASE("only the rooms that own a library know it") {
  for (const Include& one : includes_of_app()) {
    if (one.quoted) continue;
    for (const Library& library : kLibraries) {
      const bool is_it =
          std::ranges::any_of(library.headers, [&](const std::string& h) { return one.header.starts_with(h); });
      INFO(one.file, " includes ", one.header, ": only some rooms know ", library.name, ", see kLibraries");
      if (is_it) CHECK(library.rooms.contains(one.room));
    }
  }
}

TEST_CASE("a room's tests include that room and what it stands on") {
  for (const Include& one : includes_below(fs::path(HUB_SOURCE_DIR) / "tests")) {
    if (!one.quoted || !kArrows.contains(one.room)) continue;
    const std::size_t slash = one.header.find('/');
    const std::string target = slash == std::string::npos ? "" : one.header.substr(0, slash);
    if (!kArrows.contains(target)) continue;  // the tests' own
    INFO("tests/", one.file, " includes ", one.header,
         ": test it in the room it belongs to, or put what several rooms' tests need into tests/support");
    // A room's files are tested with what a kiosk of the tests needs: a replay is one.
    const Names& arrows = kArrows.at(one.room);
    CHECK((target == one.room || arrows.contains(target)));
  }
}

TEST_CASE("no type's name is another type's in its namespace") {
  for (const char* top : {"app", "tests"}) {
    const auto types = types_below(fs::path(HUB_SOURCE_DIR) / top);
    CHECK(types.size() > 20);  // the test has something to read
    for (const auto& [name, files] : types) {
      std::string named = name + " is defined in";
      for (const std::string& file : files) named += " " + file;
      // What the compiler makes for both, to move and to copy them, is the linker's first one: the other's members are
      // left as they are.
      CHECK_MESSAGE(files.size() == 1, named, ": name one of them for what it is");
    }
  }
}

TEST_CASE("every file keeps to its length, and every folder to its number of files") {
  std::map<std::string, int> sources;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fs::path(HUB_SOURCE_DIR) / "app")) {
    const std::string kind = entry.path().extension().string();
    if (kind != ".h" && kind != ".cpp") continue;
    std::ifstream file(entry.path());
    const auto lines = std::count(std::istreambuf_iterator<char>(file), {}, '\n');
    CAPTURE(entry.path().string());
    CHECK_MESSAGE(lines <= (kind == ".h" ? 150 : 500), "split it where its data splits");
    if (kind == ".cpp") ++sources[entry.path().parent_path().string()];
  }
  for (const auto& folder : sources) {
    CAPTURE(folder.first);
    CHECK_MESSAGE(folder.second <= 20, "sort its sources into subfolders, with arrows between them");
  }
}

TEST_CASE("app/README.md names every room and subfolder, and only files that there are") {
  const fs::path app = fs::path(HUB_SOURCE_DIR) / "app";
  std::ifstream file(app / "README.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  for (const auto& of_room : kArrows) {
    const std::string& room = of_room.first;
    INFO("room ", room, ": add a row to the table of rooms in app/README.md");
    CHECK(page.find("| `" + room + "/` |") != page.npos);
  }
  for (const auto& inner : kInnerArrows) {
    const std::string& room = inner.first;
    const std::size_t row = page.find("| `" + room + "/` |");
    REQUIRE(row != page.npos);
    const std::string words = page.substr(row, page.find('\n', row) - row);
    for (const auto& of_folder : inner.second) {
      const std::string& folder = of_folder.first;
      INFO("subfolder ", folder, " of room ", room);
      CHECK((folder.empty() || words.find("`" + folder + "/`") != words.npos));
    }
  }
  std::string rooms;
  for (const auto& [room, arrows] : kArrows) rooms += (rooms.empty() ? "" : "|") + room;
  const std::regex named("`((?:" + rooms + ")/[a-z_/0-9]+)(\\.h|\\.cpp)?`");
  int seen = 0;
  for (std::sregex_iterator at(page.begin(), page.end(), named), end; at != end; ++at, ++seen) {
    const fs::path path = app / (*at)[1].str();
    INFO((*at)[0].str(), " in app/README.md");
    const auto is_there = [&](const char* kind) { return fs::exists(path.string() + kind); };
    const bool content = fs::exists(fs::path(HUB_SOURCE_DIR) / (*at)[1].str());  // content/ is a room and a folder
    CHECK(((*at)[2].matched ? is_there((*at)[2].str().c_str())
                            : is_there(".h") || is_there(".cpp") || is_there("") || content));
  }
  CHECK(seen > 15);
}
