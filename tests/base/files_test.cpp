#include "base/files.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "base/file_errors.h"
#include "base/system_message.h"

using namespace hub::base;
namespace fs = std::filesystem;

namespace {

// A new folder that goes away with the test.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "hub-files-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
  std::string file(const std::string& name) const { return (path / name).string(); }
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    const auto entries = DiskFiles().list(path.string());
    REQUIRE(entries.ok());
    for (const FileEntry& entry : entries.value()) found.push_back(entry.name);
    return found;
  }
};

bool says(const std::string& words, const std::string& part) { return words.find(part) != std::string::npos; }

// While it lives, a file of this process cannot grow over the limit: as on a disk that is full.
struct SmallFiles {
  rlimit before{};
  void (*handler)(int) = std::signal(SIGXFSZ, SIG_IGN);
  explicit SmallFiles(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit now{bytes, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  ~SmallFiles() {
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
  }
};

}  // namespace

TEST_CASE("what is written is read again") {
  const Folder folder;
  DiskFiles files;
  CHECK(files.write(folder.file("a.json"), "泉区").ok());
  CHECK(files.read(folder.file("a.json"), 100).value() == "泉区");
  CHECK(files.write(folder.file("a.json"), "").ok());
  CHECK(files.read(folder.file("a.json"), 100).value().empty());
  CHECK(folder.names() == std::vector<std::string>{"a.json"});
}

TEST_CASE("reading stops at the limit") {
  const Folder folder;
  DiskFiles files;
  REQUIRE(files.write(folder.file("a"), std::string(100000, 'x')).ok());
  CHECK(files.read(folder.file("a"), 100000).value().size() == 100000);
  const auto over = files.read(folder.file("a"), 99999);
  REQUIRE(!over.ok());
  CHECK(says(over.error().what.ja, "大きすぎます"));
}

TEST_CASE("what is no file is not read, and nothing waits") {
  const Folder folder;
  DiskFiles files;
  const auto missing = files.read(folder.file("none"), 10);
  REQUIRE(!missing.ok());
  CHECK(says(missing.error().what.ja, "見つかりません"));
  CHECK(says(missing.error().what.ja, folder.file("none")));
  CHECK(says(missing.error().what.en, "does not exist"));
  const auto of_folder = files.read(folder.path.string(), 10);
  REQUIRE(!of_folder.ok());
  CHECK(says(of_folder.error().what.ja, "フォルダーです"));
  REQUIRE(::mkfifo(folder.file("pipe").c_str(), 0600) == 0);
  CHECK(!files.read(folder.file("pipe"), 10).ok());
  CHECK(!files.read("/dev/zero", 10).ok());
}

TEST_CASE("a folder is listed by name, with what each thing is") {
  const Folder folder;
  DiskFiles files;
  REQUIRE(files.write(folder.file("b"), "1").ok());
  REQUIRE(files.make_folder(folder.file("a/deep")).ok());
  REQUIRE(::symlink("b", folder.file("c").c_str()) == 0);
  const auto entries = files.list(folder.path.string());
  REQUIRE(entries.ok());
  REQUIRE(entries.value().size() == 3);
  CHECK(entries.value()[0].name == "a");
  CHECK(entries.value()[0].kind == FileEntry::Kind::folder);
  CHECK(entries.value()[1].kind == FileEntry::Kind::file);
  CHECK(entries.value()[2].kind == FileEntry::Kind::other);
  CHECK(!files.list(folder.file("b")).ok());
  CHECK(files.exists(folder.file("a")));
  CHECK(!files.exists(folder.file("z")));
}

TEST_CASE("folders are made with their parents, and a file in the way is said") {
  const Folder folder;
  DiskFiles files;
  CHECK(files.make_folder(folder.file("x/y/z")).ok());
  CHECK(files.make_folder(folder.file("x/y/z/")).ok());
  REQUIRE(files.write(folder.file("x/file"), "1").ok());
  const auto blocked = files.make_folder(folder.file("x/file/deep"));
  REQUIRE(!blocked.ok());
  CHECK(says(blocked.error().what.ja, "フォルダーではありません"));
}

TEST_CASE("a write that fails half way leaves the old file and no other") {
  const Folder folder;
  DiskFiles files;
  REQUIRE(files.write(folder.file("a.json"), "old").ok());
  {
    const SmallFiles limit(1000);
    const auto failed = files.write(folder.file("a.json"), std::string(5000, 'x'));
    REQUIRE(!failed.ok());
    CHECK(says(failed.error().what.ja, "書き込めません"));
  }
  CHECK(files.read(folder.file("a.json"), 100).value() == "old");
  CHECK(folder.names() == std::vector<std::string>{"a.json"});
}

TEST_CASE("a write into a folder that is gone, over a folder or over a device fails whole") {
  const Folder folder;
  DiskFiles files;
  CHECK(!files.write(folder.file("gone/a.json"), "x").ok());
  REQUIRE(files.make_folder(folder.file("a.json")).ok());
  CHECK(!files.write(folder.file("a.json"), "x").ok());
  CHECK(!files.write("/dev/full", "x").ok());
  struct stat status {};
  REQUIRE(::stat("/dev/full", &status) == 0);
  CHECK(S_ISCHR(status.st_mode));
  CHECK(folder.names() == std::vector<std::string>{"a.json"});
}

TEST_CASE("a temporary left by a dead process of this number does not stand in the way") {
  const Folder folder;
  DiskFiles files;
  REQUIRE(files.write(folder.file(".a.json." + std::to_string(::getpid()) + ".tmp"), "half").ok());
  CHECK(files.write(folder.file("a.json"), "whole").ok());
  CHECK(folder.names() == std::vector<std::string>{"a.json"});
}

TEST_CASE("a name without a folder is written beside the process") {
  const Folder folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.path);
  CHECK(DiskFiles().write("plain", "x").ok());
  CHECK(DiskFiles().make_folder("made/here").ok());
  fs::current_path(before);
  CHECK(folder.names() == std::vector<std::string>{"made", "plain"});
}

TEST_CASE("errors of the system are said in words") {
  CHECK(system_message(ENOSPC).ja == "ディスクがいっぱいです");
  CHECK(system_message(EROFS).en == "the place is read-only");
  CHECK(!system_remedy(ENOSPC).ja.empty());
  CHECK(says(system_message(12345).ja, "12345"));
}

TEST_CASE("a message says a limit as it is, small ones too") {
  CHECK(size_text(0).en == "0 bytes");
  CHECK(size_text(1).en == "1 byte");
  CHECK(size_text(100).ja == "100 バイト");
  CHECK(size_text(1023).en == "1023 bytes");
  CHECK(size_text(1024).ja == "1 KB");
  CHECK(size_text(1500).en == "1500 bytes");
  CHECK(size_text(64 << 10).en == "64 KB");
  CHECK(size_text(1 << 20).ja == "1 MB");
  const Folder folder;
  DiskFiles files;
  REQUIRE(files.write(folder.file("long"), std::string(200, 'x')).ok());
  const auto read = files.read(folder.file("long"), 100);
  REQUIRE_FALSE(read.ok());
  CHECK(says(read.error().what.ja, "（100 バイト まで）"));
  CHECK(says(read.error().what.en, "(at most 100 bytes)"));
}
