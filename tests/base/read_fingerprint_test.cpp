#include "base/read_fingerprint.h"

#include <doctest/doctest.h>

#include "support/memory_files.h"

using namespace hub;

namespace {

std::uint64_t fingerprint(test::MemoryFiles& files) {
  base::ReadFingerprint witness(files);
  (void)witness.list("content");
  (void)witness.read("content/a.json", 1000);
  (void)witness.exists("content/b.json");
  return witness.value();
}

}  // namespace

TEST_CASE("two readings are the same when every name and byte is") {
  test::MemoryFiles files;
  files.files = {{"content/a.json", "{}"}, {"content/.hidden", "x"}};
  const std::uint64_t first = fingerprint(files);
  CHECK(fingerprint(files) == first);
  files.files["elsewhere/c.json"] = "x";  // nobody read it
  CHECK(fingerprint(files) == first);
  files.files["content/a.json"] = "{ }";
  CHECK(fingerprint(files) != first);
  files.files["content/a.json"] = "{}";
  CHECK(fingerprint(files) == first);
  files.files["content/b.json"] = "";
  CHECK(fingerprint(files) != first);
  files.files.erase("content/b.json");
  files.files.erase("content/a.json");
  CHECK(fingerprint(files) != first);
}
