// Files and folders that are there under another name than they should have: renamed, copied, locked, the system's.
#include <doctest/doctest.h>

#include "content/json/file_names.h"
#include "content/load/folder_plan.h"
#include "support/fixtures.h"

using namespace hub;
using namespace hub::tests;
using content::Diagnostic;

namespace {

using Severity = Diagnostic::Severity;

MemoryFiles renamed(const std::string& from, const std::string& to) {
  MemoryFiles files = good_files();
  files.files[to] = files.files.at(from);
  files.files.erase(from);
  return files;
}

MemoryFiles with(const std::string& path, const std::string& bytes = "x") {
  MemoryFiles files = good_files();
  files.files[path] = bytes;
  return files;
}

bool says(const Diagnostic& one, const std::string& part) {
  return one.what.ja.find(part) != std::string::npos || one.remedy.ja.find(part) != std::string::npos;
}

// The one thing that is said.
void check_one(const MemoryFiles& files, Severity severity, const std::string& path,
               const std::vector<std::string>& parts, const std::string& only_hub = "") {
  const content::Loaded loaded = load_all(files, only_hub);
  CAPTURE(path);
  CAPTURE(described(loaded.diagnostics));
  REQUIRE(loaded.diagnostics.size() == 1);
  const Diagnostic& one = loaded.diagnostics.front();
  CHECK(one.severity == severity);
  CHECK(one.file == path);
  for (const std::string& part : parts) CHECK_MESSAGE(says(one, part), part);
  CHECK((loaded.snapshot != nullptr) == (severity == Severity::warning));
}

}  // namespace

TEST_CASE("a file that must be there, under another name, is to be renamed and never to be taken out") {
  for (const char* name : {"hub.json.txt",      "hub.json.json",     "hub.txt",         "hub",          "hub.jsn",
                           "hub.jso",           "hub.josn",          "hub.jsom",        "hub..json",    "hub.json.",
                           "hub,json",          "hub_json",          "HUB.JSON",        "Hub.json",     "hub.JSON",
                           "ｈｕｂ.json",       "ｈｕｂ．ｊｓｏｎ",  "hub。json",       "hub .json",    " hub.json",
                           "hub. json",         "hubs.json",         "hbu.json",        "hub.json.bak", "hub (1).json",
                           "hub - コピー.json", "hub のコピー.json", "Copy of hub.json"}) {
    const std::string path = std::string("content/izumi/") + name;
    check_one(renamed(kHubPath, path), Severity::error, path, {"「hub.json」に直して", name});
    const Diagnostic one = load_all(renamed(kHubPath, path)).diagnostics.front();
    CHECK_FALSE(says(one, "出して"));
  }
  check_one(renamed(kServicesPath, "content/common/services.json.txt"), Severity::error,
            "content/common/services.json.txt", {"「services.json」に直して"});
  check_one(renamed(kServicesPath, "content/common/Service.json"), Severity::error, "content/common/Service.json",
            {"「services.json」に直して"});
  check_one(renamed(kReadingsPath, "content/common/READINGS.JSON"), Severity::warning, "content/common/READINGS.JSON",
            {"「readings.json」に直して"});
}

TEST_CASE("where Windows hides the end of a name, that is said") {
  const auto remedy = [](const std::string& name) {
    return load_all(renamed(kHubPath, "content/izumi/" + name)).diagnostics.front().remedy.ja;
  };
  CHECK(remedy("hub.json.txt").find("ファイル名拡張子") != std::string::npos);
  CHECK(remedy("HUB.JSON").find("ファイル名拡張子") == std::string::npos);
}

TEST_CASE("a report under another name is said, and keeps what is there from nothing") {
  for (const char* name : {"2025.json.txt",
                           "2025.txt",
                           "2025",
                           "2025.JSON",
                           "２０２５.json",
                           "2025年.json",
                           "2025年度.json",
                           "令和7年度.json",
                           "令和７年.json",
                           "R7.json",
                           "r07年度.json",
                           "二〇二五.json",
                           "2025 .json",
                           " 2025.json",
                           "2025。json",
                           "2025.jsn",
                           "2025年度報告書.json",
                           "fy2025.json",
                           "報告書2025.json.txt",
                           "2025 - コピー.json"}) {
    const std::string path = std::string("content/izumi/reports/") + name;
    check_one(with(path), Severity::warning, path, {"「2025.json」に直して"});
  }
  check_one(renamed(kReportPath, kReportPath + ".txt"), Severity::error, kReportPath + ".txt",
            {"「2024.json」に直して"});
  check_one(renamed(kReportPath, "content/izumi/2024.json"), Severity::error, "content/izumi/2024.json",
            {"「reports」の中へ"});
}

TEST_CASE("a report beside its folder, and one that is no JSON, say what to do with them") {
  check_one(with("content/izumi/2025.json"), Severity::warning, "content/izumi/2025.json", {"「reports」の中へ"});
  check_one(with("content/izumi/reports/報告書R7.pdf"), Severity::warning, "content/izumi/reports/報告書R7.pdf",
            {"import"});
  check_one(with("content/izumi/reports/2024.pdf"), Severity::warning, "content/izumi/reports/2024.pdf",
            {"使い方の分からない"});
  check_one(with("content/izumi/reports/draft.json", "{}"), Severity::error, "content/izumi/reports/draft.json",
            {"年度になっていません"});
}

TEST_CASE("copies are not read and keep nothing from showing") {
  for (const char* name : {"2024 - コピー.json",
                           "2024 - コピー (2).json",
                           "2024 のコピー.json",
                           "2024のコピー 2.json",
                           "2024 (1).json",
                           "2024（1）.json",
                           "2024 2.json",
                           "2024-2.json",
                           "2024 copy.json",
                           "2024 - Copy.json",
                           "2024_copy.json",
                           "Copy of 2024.json",
                           "Copy (2) of 2024.json",
                           "コピー ～ 2024.json",
                           "2024_old.json",
                           "旧2024.json",
                           "2024_backup.json",
                           "2024.json.bak",
                           "2024.json.old",
                           "2024.bak.json",
                           "2024_20260401.json",
                           "2024 (田中 の競合コピー 2026-04-01).json",
                           "2024-DESKTOP-1A2B3C.json",
                           "2024_最新.json",
                           "2024修正版.json",
                           "2024 - コヒ\u309Aー.json"}) {
    const std::string path = std::string("content/izumi/reports/") + name;
    check_one(with(path), Severity::warning, path, {"写し", "「2024.json」"});
  }
  for (const char* name : {"hub - コピー.json", "hub (1).json", "hub のコピー.json", "Copy of hub.json", "hub.json.bak",
                           "hub_old.json", "HUB - コピー.JSON"}) {
    const std::string path = std::string("content/izumi/") + name;
    check_one(with(path), Severity::warning, path, {"写し", "「hub.json」"});
  }
  check_one(with("content/common/services のコピー.json", "{"), Severity::warning,
            "content/common/services のコピー.json", {"写し"});
}

TEST_CASE("a second file of a name that is there already is not read") {
  check_one(with("content/izumi/hub.json.txt"), Severity::warning, "content/izumi/hub.json.txt",
            {"「hub.json」はもうある"});
  check_one(with("content/izumi/reports/令和6年度.json", "{}"), Severity::warning,
            "content/izumi/reports/令和6年度.json", {"「2024.json」はもうある"});
}

TEST_CASE("the mark that a program has a file open is said, whatever program it is") {
  for (const char* name : {"~$hub.json", ".~lock.hub.json#"}) {
    const std::string path = std::string("content/izumi/") + name;
    check_one(with(path), Severity::warning, path, {"開いている"});
  }
  check_one(with("content/izumi/reports/~$2024.json"), Severity::warning, "content/izumi/reports/~$2024.json",
            {"開いている"});
  check_one(with("content/common/~$services.json"), Severity::warning, "content/common/~$services.json",
            {"開いている"});
}

TEST_CASE("the system's own is passed over wherever it lies") {
  MemoryFiles files = good_files();
  for (const char* name : {"System Volume Information", "$RECYCLE.BIN", "lost+found", ".Trash-1000", "__MACOSX",
                           "@eaDir", ".fseventsd", ".Spotlight-V100", "FOUND.000", "LOST.DIR", "#recycle"}) {
    files.files[std::string("content/") + name + "/hub.json"] = "x";
    files.files[std::string("content/izumi/") + name + "/x"] = "x";
    files.files[std::string("content/izumi/reports/") + name + "/x"] = "x";
  }
  for (const char* name : {"Thumbs.db", "thumbs.db", "desktop.ini", ".DS_Store", "Icon\r", "ehthumbs.db", "hub.json~",
                           "#hub.json#", "hub.json.swp", "x.crdownload", "hub.json.old-1~"}) {
    for (const char* folder : {"content/", "content/common/", "content/izumi/", "content/izumi/reports/"}) {
      files.files[std::string(folder) + name] = "x";
    }
  }
  for (const char* name : {"新しいフォルダー", "New folder", "izumi/新しいフォルダー", "izumi/reports/New folder"}) {
    files.folders.insert(std::string("content/") + name);
  }
  CHECK_MESSAGE(load_all(files).diagnostics.empty(), described(load_all(files).diagnostics));
}

TEST_CASE("a hub's folder under another name, and a copy of one") {
  const auto hub_in = [](const std::string& folder, bool original) {
    MemoryFiles files = good_files();
    files.files["content/" + folder + "/hub.json"] = files.files[kHubPath];
    files.files["content/" + folder + "/reports/2024.json"] = files.files[kReportPath];
    if (!original) files.files.erase(kHubPath), files.files.erase(kReportPath);
    return files;
  };
  for (const char* folder : {"izumi - コピー", "izumi のコピー", "izumi (1)", "Copy of izumi", "izumi_old", "旧izumi",
                             "izumi-copy", "Izumi - コピー", "izumi 2"}) {
    const std::string path = std::string("content/") + folder;
    check_one(hub_in(folder, true), Severity::warning, path, {"「izumi」の写し"});
    CHECK(load_all(hub_in(folder, true), "izumi").diagnostics.empty());
    if (path == "content/izumi-copy") continue;  // alone it could be a hub
    check_one(hub_in(folder, false), Severity::error, path, {"「izumi」に直して"});
    check_one(hub_in(folder, false), Severity::error, path, {"「izumi」に直して"}, "izumi");
  }
  for (const char* folder : {"Izumi", "ＩＺＵＭＩ", "izumi "}) {
    check_one(hub_in(folder, false), Severity::error, std::string("content/") + folder, {"「izumi」に直して"});
  }
  check_one(with("content/photos/a.jpg"), Severity::warning, "content/photos", {"フォルダー"});
  // Two hubs whose ids differ by a number are two hubs.
  MemoryFiles two = hub_in("izumi-2", true);
  two.files["content/izumi-2/hub.json"] = replaced(two.files[kHubPath], "\"id\": \"izumi\"", "\"id\": \"izumi-2\"");
  CHECK(load_all(two).diagnostics.empty());
  CHECK(load_all(two).snapshot->hubs.size() == 2);
}

TEST_CASE("folders of a hub and of all hubs under another name") {
  for (const char* name : {"Reports", "report", "ｒｅｐｏｒｔｓ", "reports のコピー"}) {
    const std::string folder = std::string("content/izumi/") + name;
    check_one(renamed(kReportPath, folder + "/2024.json"), Severity::error, folder, {"「reports」に直して"});
  }
  check_one(with("content/izumi/reports - コピー/2024.json"), Severity::warning, "content/izumi/reports - コピー",
            {"写し"});
  MemoryFiles files = renamed(kServicesPath, "content/Common/services.json");
  files.files["content/Common/readings.json"] = files.files[kReadingsPath];
  files.files.erase(kReadingsPath);
  check_one(files, Severity::error, "content/Common", {"「common」に直して"});
  check_one(with("content/common - コピー/services.json", "{"), Severity::warning, "content/common - コピー", {"写し"});
}

TEST_CASE("the folder around the content, and one inside it, say which is meant") {
  MemoryFiles around;
  for (const auto& [path, bytes] : good_files().files) {
    around.files[path.starts_with("content/") ? "content/" + path : path] = bytes;
  }
  check_one(around, Severity::error, "content", {"1 つ中のフォルダー「content」"});
  around.files["content/memo.txt"] = "x";
  around.files["content/System Volume Information/x"] = "x";
  check_one(around, Severity::error, "content", {"1 つ中のフォルダー「content」"});

  MemoryFiles inside;
  for (const auto& [path, bytes] : good_files().files) {
    if (path.starts_with("content/izumi/")) inside.files["content/" + path.substr(14)] = bytes;
    if (path.starts_with("strings/")) inside.files[path] = bytes;
  }
  check_one(inside, Severity::error, "content", {"1 つ外"});
}

TEST_CASE("names that only begin alike are nobody's copies") {
  constexpr std::string_view kWanted[] = {"hub.json", "readings.json"};
  for (const char* name : {"memo.json", "map.json", "hub.png", "hub.docx", "house.json", "notes.txt"}) {
    CHECK_MESSAGE(!content::like_file(name, kWanted), name);
  }
  for (const char* name : {"draft.json", "20260401.json", "12.json", "2024-2025.json", "1850.json", "2024.pdf"}) {
    CHECK_MESSAGE(!content::like_report(name), name);
  }
  CHECK(content::is_report_name("2024.json"));
  CHECK_FALSE(content::is_report_name("２０２４.json"));
}

TEST_CASE("a name that no file system has costs no more than a long one") {
  constexpr std::string_view kWanted[] = {"hub.json", "readings.json"};
  for (const std::string& part :
       {std::string("コピー "), std::string("(1)"), std::string("_old"), std::string("令和")}) {
    std::string name;
    while (name.size() < 1 << 20) name += part;
    CAPTURE(part);
    CHECK_FALSE(content::like_file(name + ".json", kWanted));
    CHECK_FALSE(content::like_report(name + "conflict"));
  }
}
