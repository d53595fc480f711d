// A stick may be anybody's, and may be pulled out at any moment: its reports come into the inbox, or there is a
// sentence that says what to do.
#include "stick/take.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>

#include "base/files.h"
#include "desk/store/folder_item.h"
#include "desk/store/stick_news.h"
#include "stick/destination.h"
#include "stick/turn.h"
#include "support/disk_place.h"
#include "support/memory_files.h"
#include "support/slow.h"

using namespace hub;
using stick::StickEntry;
using stick::Taken;
using stick::Wanted;

namespace {

namespace fs = std::filesystem;

base::LocalTime morning() {
  using namespace std::chrono;
  return local_days(2026y / 11 / 27) + std::chrono::hours(9);
}

// A folder that stands for a mounted stick, and a state folder.
struct Place : tests::DiskPlace {
  Place() { fs::create_directories(*this / "stick"); }

  void put(const std::string& name, const std::string& bytes) const { write("stick/" + name, bytes); }
  desk::Inbox inbox() const { return {calls, *this / "state/desk/izumi/inbox"}; }
  Taken take(Wanted wanted = Wanted::reports) const { return take(stick::DiskStick(*this / "stick"), wanted); }
  Taken take(const stick::StickFiles& files, Wanted wanted = Wanted::reports) const {
    desk::Inbox into = inbox();
    return stick::take(files, into, wanted, morning(), "izumi");
  }

  base::SystemCalls calls;
};

std::string said(const Taken& taken) {
  std::string all;
  for (const base::Message& one : taken.said) {
    CHECK_FALSE(one.en.empty());
    all += one.ja + "\n";
  }
  return all;
}
bool says(const Taken& taken, const char* words) { return said(taken).find(words) != std::string::npos; }

std::vector<std::string> names(const std::vector<desk::InboxItem>& items) {
  std::vector<std::string> all;
  for (const desk::InboxItem& item : items) all.push_back(item.name);
  std::ranges::sort(all);
  return all;
}

// Fails as a stick that is pulled out does, from its n-th call on.
class Pulled : public stick::StickFiles {
 public:
  Pulled(const stick::StickFiles& files, int at) : files_(files), at_(at) {}
  std::variant<stick::StickFolder, int> list(const std::string& folder, std::size_t most) const override {
    if (++calls_ >= at_) return EIO;
    return files_.list(folder, most);
  }
  std::variant<std::string, int> read(const std::string& folder, const std::string& name,
                                      std::size_t most) const override {
    if (++calls_ >= at_) return ENODEV;
    return files_.read(folder, name, most);
  }
  int calls() const { return calls_; }

 private:
  const stick::StickFiles& files_;
  int at_;
  mutable int calls_ = 0;
};

}  // namespace

TEST_CASE("reports at the top of a stick and one folder down come into the inbox, and nothing else does") {
  const Place place;
  for (const char* name : {"令和8年度 報告書.PDF", "報告.docx", "数字.xlsx", "ページ.html", "古い.htm", "写し.txt",
                           "内容.hubpack", "提出用/さいごの版.pdf"}) {
    place.put(name, std::string("bytes of ") + name);
  }
  for (const char* name : {"写真.jpg", "setup.exe", "deep/er/no.pdf", "._令和8年度 報告書.PDF", "~$報告.docx",
                           ".Trashes/old.pdf", "System Volume Information/a.txt", "$RECYCLE.BIN/b.pdf"}) {
    place.put(name, "no");
  }
  const Taken taken = place.take();
  CHECK(names(taken.items) == std::vector<std::string>{"さいごの版.pdf", "ページ.html", "令和8年度 報告書.PDF",
                                                       "内容.hubpack", "写し.txt", "古い.htm", "報告.docx",
                                                       "数字.xlsx"});
  CHECK(place.inbox().list().size() == 8);
  CHECK(place.inbox().list().front().from == desk::CameFrom::stick);
  CHECK(says(taken, "もう抜いてかまいません"));
  CHECK(says(taken, "ほか 5 つ"));
  // Again: nothing is there twice, and it is said all the same.
  CHECK(place.take().items.size() == 8);
  CHECK(place.inbox().list().size() == 8);
}

TEST_CASE("without a panel a stick brings packs, and nothing is said of anything else") {
  const Place place;
  place.put("報告書.pdf", "%PDF");
  CHECK(place.take(Wanted::only_packs).said.empty());
  CHECK(place.inbox().list().empty());
  place.put("内容.hubpack", "pack");
  const Taken taken = place.take(Wanted::only_packs);
  CHECK(names(taken.items) == std::vector<std::string>{"内容.hubpack"});
  CHECK(place.take(Pulled(stick::DiskStick(place / "stick"), 1), Wanted::only_packs).said.empty());
}

TEST_CASE("a stick without a report: a sentence that says what to do") {
  const auto alone = [](const char* name) {
    const Place place;
    if (*name != '\0') place.put(name, "bytes");
    const Taken taken = place.take();
    CHECK(taken.items.empty());
    REQUIRE(taken.said.size() == 1);
    return taken.said.front().ja;
  };
  const auto has = [](const std::string& words, const char* part) { return words.find(part) != words.npos; };
  CHECK(has(alone(""), "空です"));
  CHECK(has(alone("System Volume Information/IndexerVolumeGuid"), "空です"));
  CHECK(has(alone("報告書.doc"), "「報告書.doc」は、読めない種類"));
  for (const char* name : {"スキャン.jpg", "報告書.xls", "あいさつ.txt.zip", "", "Unlock.exe"}) {
    CAPTURE(name);
    const std::string words = alone(name);
    for (const char* kind : {"PDF", "Word（.docx）", "Excel（.xlsx）", "HTML", "テキスト"}) CHECK(has(words, kind));
  }
  CHECK(has(alone("Unlock.exe"), "パスワード"));
  CHECK(has(alone("deep/er/report.pdf"), "いちばん上に写して"));
}

TEST_CASE("what is no file is left, and what is too large or too many, each with a sentence" * tests::slow()) {
  Place place;
  place.put("よい.pdf", "%PDF");
  fs::create_symlink("/etc/passwd", place / "stick/link.pdf");
  REQUIRE(::mkfifo((place / "stick/pipe.pdf").c_str(), 0600) == 0);
  place.put("大きい.pdf", "");
  fs::resize_file(place / "stick/大きい.pdf", std::uintmax_t{40} << 30);  // takes no room on the disk
  place.put("空.pdf", "");
  const Taken taken = place.take();
  CHECK(names(taken.items) == std::vector<std::string>{"よい.pdf"});
  CHECK(says(taken, "「大きい.pdf」は大きすぎる"));
  CHECK(says(taken, "ふつうのファイルではない"));
  CHECK(says(taken, "「空.pdf」は空のファイル"));
  fs::create_directory_symlink("/etc", place / "stick/etc");
  CHECK(names(place.take().items) == std::vector<std::string>{"よい.pdf"});
}

TEST_CASE("of many files the newest come, of a folder without end not all is looked at" * tests::slow()) {
  Place place;
  for (int i = 0; i < 30; ++i) {
    const std::string name = "r" + std::to_string(100 + i) + ".pdf";
    place.put(name, name);
    fs::last_write_time(place / ("stick/" + name), fs::file_time_type::clock::now() + std::chrono::hours(i));
  }
  const Taken taken = place.take();
  CHECK(taken.items.size() == stick::kMostFiles);
  CHECK(names(taken.items).front() == "r110.pdf");
  CHECK(says(taken, "新しいほうから 20 個"));
  for (int i = 0; i < 3000; ++i) place.put("z" + std::to_string(i) + ".tmp", "");
  CHECK(says(place.take(), "とても多い"));
}

TEST_CASE("all files together have a limit as well" * tests::slow()) {
  Place place;
  for (int i = 0; i < 4; ++i)
    place.put("r" + std::to_string(i) + ".pdf", std::string(std::size_t{30} << 20, static_cast<char>('a' + i)));
  const Taken taken = place.take();
  CHECK(taken.items.size() == 3);
  CHECK(says(taken, "受け取らなかったファイルがあります"));
}

TEST_CASE("pulled out at any moment: what came whole is there, and there is a sentence") {
  const Place like;
  for (const char* name : {"a.pdf", "b.pdf", "sub/c.docx", "sub/d.txt"})
    like.put(name, std::string("bytes of ") + name);
  const stick::DiskStick files(like / "stick");
  const Pulled never(files, 1000);
  CHECK(like.take(never).items.size() == 4);
  REQUIRE(never.calls() == 6);
  for (int at = 1; at <= 6; ++at) {
    CAPTURE(at);
    const Place place;
    const Taken taken = place.take(Pulled(files, at));
    CHECK(taken.items.size() == static_cast<std::size_t>(std::max(0, at - 3)));
    CHECK(says(taken, "抜かれました"));
    for (const desk::InboxItem& item : place.inbox().list()) {
      CHECK(place.inbox().read(item).value().starts_with("bytes of "));
    }
  }
}

TEST_CASE("a prepared content folder comes as one item, with what this hub's screens are made of and nothing else") {
  for (const char* top : {"content", "くばる/Content"}) {
    CAPTURE(top);
    const Place place;
    const auto put = [&](const char* name) { place.put(std::string(top) + "/" + name, std::string("{} ") + name); };
    for (const char* name : {"izumi/hub.json", "izumi/readings.json", "izumi/reports/2026.json", "izumi/images/a.png",
                             "izumi/notes.txt", "konan/hub.json", "common/services.json", "README.md"}) {
      put(name);
    }
    const Taken taken = place.take();
    CHECK(names(taken.items) == std::vector<std::string>{"content フォルダー"});
    CHECK(says(taken, "受け取りました: 「content フォルダー」"));
    const auto items = place.inbox().list();
    REQUIRE(items.size() == 1);
    CHECK(items[0].kind == desk::InboxItem::Kind::content_folder);
    CHECK_FALSE(items[0].no_report);
    const auto files = desk::files_of_folder(place.inbox().read(items[0]).value());
    REQUIRE(files);
    CHECK(files.value() == base::FolderBytes{{"izumi/hub.json", "{} izumi/hub.json"},
                                             {"izumi/readings.json", "{} izumi/readings.json"},
                                             {"izumi/reports/2026.json", "{} izumi/reports/2026.json"}});
    CHECK(place.take().items.size() == 1);
    CHECK(place.inbox().list().size() == 1);
    // It stands beside reports, and without a panel it is left.
    place.put("報告書.pdf", "%PDF");
    CHECK(place.take().items.size() == 2);
    CHECK(place.take(Wanted::only_packs).items.empty());
  }
}

TEST_CASE("a content folder that is unsafe or another hub's is left whole, with a sentence") {
  const auto left = [](const auto& make) {
    const Place place;
    place.put("content/izumi/hub.json", "{}");
    place.put("content/izumi/reports/2026.json", "{}");
    make(place);
    const Taken taken = place.take();
    CHECK(taken.items.empty());
    CHECK(place.inbox().list().empty());
    REQUIRE(taken.said.size() == 1);
    CHECK(taken.said.front().ja.starts_with("content フォルダーは、受け取りませんでした。"));
    return taken.said.front().ja;
  };
  const auto has = [](const std::string& words, const char* part) { return words.find(part) != words.npos; };
  CHECK(has(left([](const Place& place) { fs::create_symlink("/etc/passwd", place / "stick/content/izumi/x.json"); }),
            "「x.json」が、ふつうのファイルではありません"));
  CHECK(has(left([](const Place& place) {
              fs::remove_all(place / "stick/content/izumi/reports");
              fs::create_directory_symlink("/etc", place / "stick/content/izumi/reports");
            }),
            "ふつうのファイルではありません"));
  CHECK(has(left([](const Place& place) { REQUIRE(::mkfifo((place / "stick/content/pipe").c_str(), 0600) == 0); }),
            "ふつうのファイルではありません"));
  CHECK(has(left([](const Place& place) { fs::rename(place / "stick/content/izumi", place / "stick/content/konan"); }),
            "この拠点のフォルダー（izumi）がありません"));
  CHECK(has(left([](const Place& place) { fs::remove_all(place / "stick/content/izumi"); }), "がありません"));
  CHECK(has(left([](const Place& place) {
              fs::resize_file(place / "stick/content/izumi/hub.json", std::uintmax_t{40} << 30);
            }),
            "「拠点のことば（hub）」が大きすぎます"));
  CHECK(has(left([](const Place& place) {
              for (int i = 0; i < 120; ++i) fs::create_directories(place / ("stick/content/h" + std::to_string(i)));
            }),
            "多すぎます"));
  CHECK(has(left([](const Place& place) {
              for (int i = 0; i < 1100; ++i) place.put("content/izumi/" + std::to_string(i), "");
            }),
            "多すぎます"));
}

TEST_CASE("a content folder that is pulled out at any moment is there whole or not at all") {
  const Place like;
  for (const char* name :
       {"content/izumi/hub.json", "content/izumi/reports/2025.json", "content/izumi/reports/2026.json"})
    like.put(name, "{}");
  const stick::DiskStick files(like / "stick");
  const Pulled never(files, 1000);
  REQUIRE(like.take(never).items.size() == 1);
  for (int at = 1; at <= never.calls(); ++at) {
    CAPTURE(at);
    const Place place;
    const Taken taken = place.take(Pulled(files, at));
    CHECK(taken.items.empty());
    CHECK(place.inbox().list().empty());
    CHECK(says(taken, "抜かれました"));
  }
}

// So FAT does it: a folder that can be read no more is empty.
TEST_CASE("a stick that is gone has no empty folders: it was pulled out") {
  const Place place;
  struct stat status {};
  REQUIRE(::stat((place / "stick").c_str(), &status) == 0);
  const std::string device =
      "devices/" + std::to_string(major(status.st_dev)) + ":" + std::to_string(minor(status.st_dev));
  place.write(device, "");
  const stick::DiskStick files(place / "stick", place / "devices");
  CHECK(says(place.take(files), "空です"));
  fs::remove(place / device);
  const Taken taken = place.take(files);
  CHECK(says(taken, "抜かれました"));
  CHECK_FALSE(says(taken, "空です"));
  CHECK(std::holds_alternative<int>(files.list("", 1000)));
}

TEST_CASE("a disk without room: that is said, and the inbox is as it was") {
  const Place place;
  place.put("a.pdf", "%PDF");
  const base::SystemCalls full([](const base::SystemCalls::Call& call) { return call.writes ? ENOSPC : 0; });
  desk::Inbox inbox(full, place / "state/desk/izumi/inbox");
  const Taken taken = stick::take(stick::DiskStick(place / "stick"), inbox, Wanted::reports, morning(), "izumi");
  CHECK(taken.items.empty());
  CHECK(says(taken, "ディスクがいっぱいです"));
  CHECK(place.inbox().list().empty());
}

TEST_CASE("names are shown as they were written, whatever they hold") {
  Place place;
  place.put("\x95\xf1\x8d\x90.pdf", "1");  // 報告 in Shift_JIS, as a stick of Linux keeps it
  place.put("a\x1b[31m\nb.pdf", "2");
  place.put("\u202Egpj.pdf", "3");
  place.put("-rf .pdf", "4");
  const Taken taken = place.take();
  CHECK(taken.items.size() == 4);
  for (const desk::InboxItem& item : taken.items) {
    CHECK(item.name.find('\x1b') == item.name.npos);
    CHECK(item.name.find('\n') == item.name.npos);
    CHECK(item.name.find("\u202E") == item.name.npos);
  }
  CHECK(std::ranges::count(names(taken.items), "報告.pdf") == 1);
}

TEST_CASE("a stick's files go to the hub that shows, and reports only where there is a panel") {
  tests::MemoryFiles files;
  const stick::Machine machine{"/state", "/content", "/kiosk.json"};
  CHECK_FALSE(stick::destination_on(files, machine));
  for (const char* hub : {"izumi", "konan"}) files.files[std::string("/content/") + hub + "/hub.json"] = "{}";
  files.files["/content/common/services.json"] = "{}";
  auto to = stick::destination_on(files, machine);
  REQUIRE(to);
  CHECK(to->hub == "izumi");
  CHECK(to->wanted == Wanted::only_packs);
  files.files["/kiosk.json"] =
      R"({"hub": "konan", "staff": {"pin": "$argon2id$v=19$m=19456,t=2,p=1$aUnii2RMHlXMOMZuQA0dzQ$JZvApDv3KJ+Rfl/2Mqb1vd+yio9zjJ4XarT2qZIJTtk"}})";
  to = stick::destination_on(files, machine);
  REQUIRE(to);
  CHECK(to->hub == "konan");
  CHECK(to->wanted == Wanted::reports);
  files.files["/state/hub"] = "izumi\n";
  CHECK(stick::destination_on(files, machine)->hub == "izumi");
  files.files["/kiosk.json"] = R"({"hub": "naka"})";
  files.files["/state/hub"] = "../etc\n";
  // A hub that only the configuration knows can begin with a pack, and with nothing else.
  to = stick::destination_on(files, machine);
  REQUIRE(to);
  CHECK(to->hub == "naka");
  CHECK(to->wanted == Wanted::only_packs);
  CHECK_FALSE(stick::destination_on(tests::MemoryFiles(), machine));
}

TEST_CASE("what is said of a stick is there whole, and read back") {
  const Place place;
  const std::string folder = place / "state/desk/izumi";
  CHECK_FALSE(desk::stick_news(place.calls, folder));
  REQUIRE(desk::write_stick_news(place.calls, folder, {"2026-11-27T09:00", {"1"}, {{"受け取りました", "taken"}}}).ok());
  const auto news = desk::stick_news(place.calls, folder);
  REQUIRE(news);
  CHECK(news->items == std::vector<std::string>{"1"});
  CHECK(news->said.front().ja == "受け取りました");
  for (const char* bytes : {"", "[]", "{\"said\": 3}", "{\"said\": [3], \"items\": [{}]}"}) {
    place.write("state/desk/izumi/stick.json", bytes);
    const auto other = desk::stick_news(place.calls, folder);
    if (other) CHECK(other->at.empty());
  }
}

TEST_CASE("what is said of a stick's partitions stands together, whichever comes first") {
  using desk::StickNews;
  const StickNews brought{"2026-11-27T09:00", {"1"}, {{"受け取りました", "taken"}}, "boot/7"};
  const StickNews empty{"2026-11-27T09:00", {}, {{"空です", "empty"}}, "boot/7"};
  const StickNews more{"2026-11-27T09:01", {"2"}, {{"これも受け取りました", "taken as well"}}, "boot/7"};
  const StickNews locked{"2026-11-27T09:01", {}, {{"鍵がかかっています", "locked"}}, "boot/7"};
  const auto words = [](const std::vector<StickNews>& all) {
    const Place place;
    const std::string folder = place / "state/desk/izumi";
    for (const StickNews& one : all) REQUIRE(desk::write_stick_news(place.calls, folder, one).ok());
    std::string said;
    for (const base::Message& one : desk::stick_news(place.calls, folder).value_or(StickNews()).said) {
      said += one.ja + "|";
    }
    return said;
  };
  const char* rest = "受け取りました|この USB メモリーの、ほかの区画について: 空です|";
  CHECK(words({brought, empty}) == rest);
  CHECK(words({empty, brought}) == rest);
  CHECK(words({brought, empty, empty}) == rest);
  CHECK(words({brought, more}) == "受け取りました|これも受け取りました|");
  CHECK(words({empty, locked}) == "空です|鍵がかかっています|");
  CHECK(words({empty, empty}) == "空です|");
  StickNews other = brought;
  other.stick = "boot/8";
  CHECK(words({empty, other}) == "受け取りました|");
  other.stick.clear();
  CHECK(words({other, other}) == "受け取りました|");
  CHECK(desk::together(brought, more).items == std::vector<std::string>{"1", "2"});
}

TEST_CASE("a stick's partitions are read one after the other") {
  const Place place;
  const std::string folder = place / "state/desk/izumi";
  auto first = std::make_unique<stick::Turn>(place.calls, folder, 0);
  CHECK(first->has());
  CHECK_FALSE(stick::Turn(place.calls, folder, 0).has());
  first.reset();
  CHECK(stick::Turn(place.calls, folder, 0).has());
}
