// When a hub is open, day by day: as people write it, and as hub.json has it (content/schema: "opening").
#pragma once

#include <array>
#include <string>

#include "base/result.h"
#include "web/http/fields.h"

namespace hub::web {

struct OpeningDays {
  std::array<std::string, 7> days;  // from Monday on: 9:30〜12:00、13:00〜16:00; empty: closed
  std::string exceptions;           // a line each: 12月29日〜1月3日 休み
  bool operator==(const OpeningDays&) const = default;
};

inline constexpr std::array<const char*, 7> kDayNames = {"月曜日", "火曜日", "水曜日", "木曜日",
                                                         "金曜日", "土曜日", "日曜日"};
// Of a form; also the words of hub.json.
inline constexpr std::array<const char*, 7> kDayWords = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

// Whatever the JSON is: what is not understood is left out.
OpeningDays opening_days(const std::string& json);
// "9時半から16時", with any dash, in wide letters: all are understood. Empty: nothing is said of any day. Error: which
// day, and how it could be written.
base::Result<std::string> json_of(const OpeningDays& days);

OpeningDays opening_days_of(const Fields& form);
// As one reads it: 月〜金曜日 9:30〜16:00、土曜日 休み.
std::string sentence_of(const OpeningDays& days);

}  // namespace hub::web
