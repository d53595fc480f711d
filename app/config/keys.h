// The keys of a kiosk's configuration: its decoder accepts exactly these, and its schema in content/schema lists
// exactly these; a test compares the two.
#pragma once

#include <string_view>

#include "content/json/keys.h"

namespace hub::config {

using content::Key;

inline constexpr Key kConfigKeys[] = {{"$schema"}, {"hub"},    {"screen"},   {"hours"},     {"idle"},
                                      {"attract"}, {"motion"}, {"contrast"}, {"languages"}, {"staff"},
                                      {"reports"}, {"packs"},  {"editor"}};
inline constexpr Key kScreenKeys[] = {{"diagonal_inch"}, {"distance_m"}, {"rotate"}, {"reach"}, {"bottom_mm"}};
inline constexpr Key kIdleKeys[] = {{"ask_s"}, {"answer_s"}};
inline constexpr Key kAttractKeys[] = {{"slide_s"}};
inline constexpr Key kStaffKeys[] = {{"pin"}, {"close_s"}};
inline constexpr Key kReportsKeys[] = {{"sandbox"}};
inline constexpr Key kPacksKeys[] = {{"keys"}, {"url"}, {"every_min"}, {"status_url"}, {"name"}};
inline constexpr Key kEditorKeys[] = {{"link"}};
inline constexpr Key kPackKeyKeys[] = {{"key", true}, {"hub"}};
inline constexpr std::size_t kMostPackKeys = 60;
inline constexpr std::size_t kMostUrlBytes = 200;
inline constexpr std::size_t kMostScreenNameBytes = 40;

// What the configuration's values may be; the schema says the same.
struct Range {
  double least;
  double most;
};
inline constexpr Range kDiagonalRange_inch{3, 120};  // from a wrist-size display to a wall
inline constexpr Range kDistanceRange_m{0.2, 5};     // from a hand's breadth to across a hall
inline constexpr Range kBottomRange_mm{0, 1500};     // from the floor to above a standing child
inline constexpr Range kAskRange_s{10, 3600};
inline constexpr Range kAnswerRange_s{5, 120};
inline constexpr Range kSlideRange_s{3, 120};
inline constexpr Range kCloseRange_s{15, 600};
inline constexpr Range kEveryRange_min{5, 1440};  // the timer looks every five minutes; once a day
inline constexpr int kRotations_deg[] = {0, 90, 180, 270};
// In the order of the enumerators of Config.
inline constexpr std::string_view kReachWords[] = {"full", "low"};
inline constexpr std::string_view kMotionWords[] = {"full", "reduced"};
inline constexpr std::string_view kContrastWords[] = {"normal", "high"};
inline constexpr std::string_view kSandboxWords[] = {"required", "if_possible"};
inline constexpr std::string_view kLinkWords[] = {"none", "lan", "hotspot", "cable"};

}  // namespace hub::config
