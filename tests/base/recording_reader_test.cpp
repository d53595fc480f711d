#include "base/recording_reader.h"

#include <doctest/doctest.h>

#include "support/memory_files.h"

using namespace hub;

TEST_CASE("what was read is remembered, by its place in the folder") {
  tests::MemoryFiles files;
  files.files = {{"content/a.json", "{}"}, {"content/izumi/b.json", "b"}, {"content-2/c.json", "c"}, {"content", "x"}};
  const base::RecordingReader read(files);
  CHECK(read.below("content").empty());
  CHECK(read.read("content/izumi/b.json", 10).value() == "b");
  CHECK(read.read("content-2/c.json", 10).ok());
  CHECK(read.read("content", 10).ok());
  CHECK_FALSE(read.read("content/a.json", 1).ok());  // too large
  CHECK_FALSE(read.read("content/missing", 10).ok());
  CHECK(read.list("content").ok());
  CHECK(read.exists("content/a.json"));
  const base::FolderBytes b = {{"izumi/b.json", "b"}};
  CHECK(read.below("content") == b);
  CHECK(read.below("content/") == b);
  files.files["content/izumi/b.json"] = "changed";  // later
  CHECK(read.below("content") == b);
}

TEST_CASE("two folders are the same when every name and byte is") {
  const auto fingerprint = [](const base::FolderBytes& folder) {
    base::Fingerprint of;
    of.add(folder);
    return of.value();
  };
  const base::FolderBytes folder = {{"a", "bc"}, {"d", ""}};
  CHECK(fingerprint(folder) == fingerprint(folder));
  for (const base::FolderBytes& other : {base::FolderBytes{{"a", "bd"}, {"d", ""}},
                                         {{"ab", "c"}, {"d", ""}},
                                         {{"a", "bcd"}, {"", ""}},
                                         {{"a", "bc"}},
                                         {}}) {
    CHECK(fingerprint(other) != fingerprint(folder));
  }
}
