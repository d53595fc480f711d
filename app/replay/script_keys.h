// The keys of a script for replay: its decoder accepts exactly these, and its schema in content/schema lists exactly
// these; a test compares the two.
#pragma once

#include <string_view>

#include "content/json/keys.h"

namespace hub::replay {

using content::Key;

inline constexpr Key kReplayKeys[] = {{"$schema"},  {"hub"},       {"size"},     {"date"},  {"time"},  {"clock"},
                                      {"language"}, {"text_size"}, {"furigana"}, {"start"}, {"staff"}, {"steps", true}};
inline constexpr Key kReplayStepKeys[] = {{"touch"},   {"move"},  {"lift"},   {"cancel"}, {"tap"},
                                          {"flick"},   {"wait"},  {"settle"}, {"resize"}, {"content"},
                                          {"picture"}, {"clock"}, {"mark"},   {"expect"}};
inline constexpr Key kReplayTouchKeys[] = {{"id", true}, {"at", true}};
inline constexpr Key kReplayMoveKeys[] = {{"id", true}, {"to", true}, {"over_s"}};
inline constexpr Key kReplayFingerKeys[] = {{"id", true}};  // lift, cancel
inline constexpr Key kReplayFlickKeys[] = {{"from", true}, {"to", true}, {"over_s", true}};
inline constexpr Key kReplayClockKeys[] = {{"source"}, {"date"}, {"time"}};
inline constexpr Key kReplayExpectKeys[] = {
    {"route"},          {"texts"},    {"no_texts"},  {"scroll_px"}, {"tolerance_px"}, {"scrolled"}, {"frames"},
    {"frames_at_most"}, {"language"}, {"text_size"}, {"furigana"},  {"sheet"},        {"dark"},     {"ignored_spots"}};

}  // namespace hub::replay
