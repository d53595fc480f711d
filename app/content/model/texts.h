// Every text that a hub's screens may show to visitors, with where it comes from: for review of readings and for
// checks.
#pragma once

#include <string>
#include <vector>

#include "content/model/snapshot.h"

namespace hub::content {

struct PlacedText {
  std::string place;  // services.json, phrases.json, hub.json, reports/2024.json, strings
  const Text* text = nullptr;
};

// The pointers live as long as the snapshot. All reports of the hub, the newest included.
std::vector<PlacedText> texts_of(const Snapshot& snapshot, const Hub& hub);

// Of one report.
std::vector<PlacedText> texts_of(const Report& report);

}  // namespace hub::content
