// The shipped content in a folder of its own, to break.
#pragma once

#include "support/disk_place.h"

namespace hub::tests {

struct ContentCopy : tests::DiskPlace {
  ContentCopy() { std::filesystem::copy(HUB_SOURCE_DIR "/content", folder, std::filesystem::copy_options::recursive); }

  // The first place where `from` stands.
  void replace(const std::string& file, const std::string& from, const std::string& to) const {
    std::string words = read(file);
    const std::size_t at = words.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    write(file, words.replace(at, from.size(), to));
  }

  const std::string folder = *this / "content";
};

}  // namespace hub::tests
