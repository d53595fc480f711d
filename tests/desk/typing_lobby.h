// A desk on a disk with the shipped content, for tests that type into it.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <variant>

#include "desk/typing.h"
#include "report/read/read.h"
#include "support/disk_place.h"

namespace hub::tests {

inline const std::string kTypedReport = "izumi/reports/2024.json";
inline const std::string kTypedHub = "izumi/hub.json";

struct TypingLobby : DiskPlace {
  TypingLobby() {
    std::filesystem::copy(HUB_SOURCE_DIR "/content", *this / "content", std::filesystem::copy_options::recursive);
    for (const char* other : {"content/konan", "content/README.md"}) std::filesystem::remove_all(path / other);
  }
  desk::DeskSetup setup() const { return {*this / "state", *this / "content", "izumi"}; }
};

// Today is a day of the year that the shipped report has goals for.
struct TypingDesk {
  explicit TypingDesk(const TypingLobby& lobby) : desk(own_calls, clock, lobby.setup()) {}
  TypingDesk(const TypingLobby& lobby, const base::SystemCalls& calls) : desk(calls, clock, lobby.setup()) {}

  desk::TypedOutcome type(const desk::TypedEdit& edit, const desk::TypedBy& by = {}) {
    return desk::type(desk, edit, by);
  }
  desk::Typed typed(const desk::TypedEdit& edit, const desk::TypedBy& by = {}) {
    const desk::TypedOutcome outcome = type(edit, by);
    const auto* error = std::get_if<base::Error>(&outcome);
    REQUIRE_MESSAGE(error == nullptr, error->what.ja);
    REQUIRE(std::holds_alternative<desk::Typed>(outcome));
    return std::get<desk::Typed>(outcome);
  }
  base::Error refused(const desk::TypedEdit& edit, const desk::TypedBy& by = {}) {
    const desk::TypedOutcome outcome = type(edit, by);
    REQUIRE(std::holds_alternative<base::Error>(outcome));
    return std::get<base::Error>(outcome);
  }
  desk::TypedConflict conflict(const desk::TypedEdit& edit, const desk::TypedBy& by) {
    const desk::TypedOutcome outcome = type(edit, by);
    REQUIRE(std::holds_alternative<desk::TypedConflict>(outcome));
    return std::get<desk::TypedConflict>(outcome);
  }

  void open(const std::string& fixture) {
    const std::string text = bytes_of(HUB_SOURCE_DIR "/tests/report/fixtures/" + fixture);
    const base::Status opened = desk.open(text, "報告書.txt", report::read_text(text), true);
    REQUIRE_MESSAGE(opened.ok(), opened.error().what.ja);
  }
  desk::Texts texts(desk::WithReadings readings = desk::WithReadings::no) const {
    auto found = desk::texts(desk, readings);
    REQUIRE(found);
    return std::move(found).value();
  }
  desk::Statement at(const std::string& file, const std::string& pointer) const {
    for (desk::Statement& one : texts().statements) {
      if (one.address == desk::Address{file, pointer}) return std::move(one);
    }
    FAIL("no statement at ", pointer);
    return {};
  }
  desk::Statement in_report(const std::string& pointer) const { return at(kTypedReport, pointer); }
  desk::Work work() const {
    auto found = desk.work();
    REQUIRE(found);
    REQUIRE(found.value());
    return *std::move(found).value();
  }

  base::SystemCalls own_calls;
  base::VirtualClock clock{std::chrono::year(2024) / 11 / 27};
  desk::Desk desk;
};

inline desk::Address report_at(const std::string& pointer) { return {kTypedReport, pointer}; }
inline desk::Address hub_at(const std::string& pointer) { return {kTypedHub, pointer}; }

}  // namespace hub::tests
