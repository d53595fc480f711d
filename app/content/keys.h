// The keys of every JSON object that content knows. The decoders accept exactly these, and content/schema/*.json lists
// exactly these: a test compares the two.
#pragma once

#include <string_view>

namespace hub::content {

struct Key {
  std::string_view name;
  bool required = false;
};

// "$schema" tells editors where the schema is; the loader passes over it.
inline constexpr Key kReportKeys[] = {{"$schema"},        {"title", true}, {"ward", true},       {"reviewYear", true},
                                      {"goalYear", true}, {"period"},      {"implementers"},     {"purpose"},
                                      {"principles"},     {"services"},    {"evaluationMethod"}, {"review"},
                                      {"goals", true}};
inline constexpr Key kPeriodKeys[] = {{"from", true}, {"to", true}, {"termYear"}, {"termYears"}};
inline constexpr Key kReportServiceKeys[] = {{"number", true}, {"description", true}, {"program", true}};
inline constexpr Key kGoalKeys[] = {{"number", true}, {"goal", true}, {"activities"}};
inline constexpr Key kReviewedGoalKeys[] = {
    {"number", true}, {"goal", true}, {"activities"}, {"outcomes"}, {"challenges"}};
inline constexpr Key kItemKeys[] = {{"marks"}, {"text", true}};

inline constexpr Key kHubKeys[] = {{"$schema"}, {"id", true}, {"ward", true}, {"name", true}, {"tagline", true},
                                   {"colour"},  {"url"},      {"hours"},      {"contact"},    {"services"}};
inline constexpr Key kOverridesKeys[] = {{"1"}, {"2"}, {"3"}, {"4"}, {"5"}, {"6"}, {"7"}};
inline constexpr Key kOverrideKeys[] = {{"name"}, {"need"}, {"explanation"}, {"situations"}, {"url"}};

inline constexpr Key kServicesKeys[] = {{"$schema"}, {"services", true}};
inline constexpr Key kServiceWordsKeys[] = {{"number", true}, {"icon", true},        {"name", true},
                                            {"need", true},   {"explanation", true}, {"situations", true}};
inline constexpr Key kReadingsKeys[] = {{"$schema"}, {"readings", true}};

inline constexpr Key kConfigKeys[] = {{"$schema"}, {"hub"},    {"screen"},   {"hours"},     {"idle"},
                                      {"attract"}, {"motion"}, {"contrast"}, {"languages"}, {"staff"}};
inline constexpr Key kScreenKeys[] = {{"diagonal_inch"}, {"distance_m"}, {"rotate"}, {"reach"}, {"bottom_mm"}};
inline constexpr Key kHoursKeys[] = {{"every_day"}, {"sun"}, {"mon"}, {"tue"},  {"wed"},
                                     {"thu"},       {"fri"}, {"sat"}, {"dates"}};
inline constexpr Key kIdleKeys[] = {{"ask_s"}, {"answer_s"}};
inline constexpr Key kAttractKeys[] = {{"slide_s"}};
inline constexpr Key kStaffKeys[] = {{"pin"}, {"close_s"}};

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
inline constexpr int kRotations_deg[] = {0, 90, 180, 270};
inline constexpr std::string_view kWeekdayWords[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
// In the order of the enumerators of Config.
inline constexpr std::string_view kReachWords[] = {"full", "low"};
inline constexpr std::string_view kMotionWords[] = {"full", "reduced"};
inline constexpr std::string_view kContrastWords[] = {"normal", "high"};

inline constexpr Key kReplayKeys[] = {{"$schema"},  {"hub"},       {"size"},     {"date"},  {"time"},
                                      {"language"}, {"text_size"}, {"furigana"}, {"start"}, {"steps", true}};
inline constexpr Key kReplayStepKeys[] = {{"touch"},   {"move"}, {"lift"},   {"cancel"}, {"tap"},
                                          {"flick"},   {"wait"}, {"settle"}, {"resize"}, {"content"},
                                          {"picture"}, {"mark"}, {"expect"}};
inline constexpr Key kReplayTouchKeys[] = {{"id", true}, {"at", true}};
inline constexpr Key kReplayMoveKeys[] = {{"id", true}, {"to", true}, {"over_s"}};
inline constexpr Key kReplayFingerKeys[] = {{"id", true}};  // lift, cancel
inline constexpr Key kReplayFlickKeys[] = {{"from", true}, {"to", true}, {"over_s", true}};
inline constexpr Key kReplayExpectKeys[] = {
    {"route"},          {"texts"},    {"no_texts"},  {"scroll_px"}, {"tolerance_px"}, {"scrolled"}, {"frames"},
    {"frames_at_most"}, {"language"}, {"text_size"}, {"furigana"},  {"sheet"},        {"dark"}};

}  // namespace hub::content
