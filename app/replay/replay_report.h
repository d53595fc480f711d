// What a replay saw, as JSON for other programs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "replay/virtual_kiosk.h"

namespace hub::replay {

struct ReplayFailure {
  std::size_t step = 0;  // of a script, from 1 (0: before the first); of a monkey the contacts so far
  int line = 0;          // in the script; a monkey has none
  base::Message what;
};

// What a monkey did besides.
struct MonkeyStatistics {
  std::uint64_t seed = 0;
  std::size_t begins = 0;
  std::size_t ends = 0;  // cancels are ends
  std::size_t resizes = 0;
  std::size_t swaps = 0;      // of the content
  std::size_t breakages = 0;  // the same
  std::size_t losses = 0;     // of the display
  std::size_t jumps = 0;      // of the machine's clock
  std::size_t keys = 0;
  std::size_t pins = 0;    // typed, right and wrong ones
  std::size_t visits = 0;  // of staff who got in
};

struct ReplayReport {
  std::size_t events = 0;  // contacts
  std::size_t frames = 0;
  double virtual_s = 0;
  std::vector<std::string> routes;  // at most Invariants::kMostRoutes
  std::size_t route_changes = 0;
  std::string final_route;
  std::optional<MonkeyStatistics> monkey;
  std::vector<ReplayFailure> failures;
  std::size_t failures_left_out = 0;

  // More than anybody reads is counted, not kept.
  void fail(ReplayFailure failure);
  // What the kiosk has to tell at the end.
  void take(VirtualKiosk& kiosk);
};

// One object, on one line.
std::string to_json(const ReplayReport& report, base::StaffLanguage language);

}  // namespace hub::replay
