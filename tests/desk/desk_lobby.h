// The shipped content in a folder of its own, and a desk over it.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "desk/desk.h"
#include "report/read/read.h"
#include "support/disk_place.h"
#include "support/fixtures.h"

namespace hub::tests {

inline const base::Date kDay = std::chrono::year(2026) / 11 / 27;

struct DeskLobby : DiskPlace {
  DeskLobby() {
    std::filesystem::copy(HUB_SOURCE_DIR "/content", *this / "content", std::filesystem::copy_options::recursive);
  }
  desk::DeskSetup setup() const { return {*this / "state", *this / "content", "izumi"}; }

  std::string report_text() const { return bytes_of(HUB_SOURCE_DIR "/tests/report/fixtures/izumi-2024.txt"); }
  // With a sentence that has no place.
  std::string doubtful_text() const { return bytes_of(HUB_SOURCE_DIR "/tests/report/fixtures/konan-2026.txt"); }
};

struct OnDisk {
  explicit OnDisk(const DeskLobby& lobby, const base::SystemCalls& with) : desk(with, clock, lobby.setup()) {}
  base::VirtualClock clock{kDay};
  desk::Desk desk;
};

inline base::Status open(const DeskLobby& lobby, const base::SystemCalls& calls, const std::string& text,
                         bool replace = false) {
  OnDisk at(lobby, calls);
  return at.desk.open(text, "報告書.txt", report::read_as(report::Document::Kind::text, text), replace);
}

inline desk::Work work_of(const DeskLobby& lobby) {
  const base::SystemCalls calls;
  auto work = OnDisk(lobby, calls).desk.work();
  REQUIRE(work);
  REQUIRE(work.value());
  return *std::move(work).value();
}

}  // namespace hub::tests
