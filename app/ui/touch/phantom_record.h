// The spots that a kiosk has learnt, as it keeps them across restarts and tells of them: a file of a few lines in its
// state folder, and the words for staff.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ui/touch/phantoms.h"

namespace hub::ui {

inline constexpr const char* kPhantomFile = "phantom-touches";  // in the state folder
inline constexpr std::size_t kMostPhantomBytes = 4096;

struct PhantomRecord {
  Point screen_px;  // of the picture; on a screen of another size they are somewhere else
  std::vector<PhantomSpot> spots;
  bool operator==(const PhantomRecord&) const = default;
};

//   phantom-touches 1
//   1920x1080
//   1824 26 5 4          x, y, taps when it was learnt, the longest in milliseconds; at most kMostPhantoms lines
std::string to_text(const PhantomRecord& record);
// Nothing: it is not whole, or of another version.
std::optional<PhantomRecord> parse_phantoms(std::string_view text);

// Where it is and what to do about it.
base::Error about_phantom(const PhantomSpot& spot, Point screen_px);
// That fingers work there again.
base::Message phantom_forgotten(const PhantomSpot& spot, Point screen_px);

}  // namespace hub::ui
