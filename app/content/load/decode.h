// Positioned JSON → what content says. A decoder always returns; when it has reported an error its value is incomplete
// and must not be shown.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/json/limits.h"
#include "content/json/value.h"
#include "content/model/hub.h"
#include "content/model/snapshot.h"

namespace hub::content {

inline constexpr int kServiceCount = 7;
inline constexpr int kMostGoals = 20;
inline constexpr int kMostPhrases = 20;
inline constexpr int kMostMarks = 20;  // ① … ⑳

Report decode_report(const Value& root);
// Without its reports. `folder` is the hub's folder name, which its id repeats.
Hub decode_hub(const Value& root, std::string_view folder);
std::vector<ServiceWords> decode_services(const Value& root);
Phrases decode_phrases(const Value& root);
std::vector<Reading> decode_readings(const Value& root);

// Reports what is wrong with them; what it gives then is not to be used. `weekdays_missing` says what becomes of a day
// that is not there.
using WeekdaysMissing = std::function<Problem(std::span<const std::string_view> missing)>;
Hours decode_hours(const Value& value, const WeekdaysMissing& weekdays_missing);

// One language's strings. Each is checked alone; check_translation compares them with ja's.
struct LanguageStrings {
  std::map<std::string, std::string, std::less<>> words;  // key → value
  int order = kLastOrder;                                 // its place in the language menu; ja is the first anyway

  static constexpr int kLastOrder = 1000;
};
LanguageStrings decode_strings(const Value& root);
void check_translation(const Value& root, const std::map<std::string, std::string, std::less<>>& japanese);

// Reports numbers that are there twice or left out: `numbered` must have 1 … count once each. An entry is a value with
// the number it gave, 0 where the number itself was wrong (which has been reported).
struct Numbered {
  Value value;
  int number = 0;
};
void check_numbers(const Value& list, const std::vector<Numbered>& numbered, int count, Problem (*missing)(int));

}  // namespace hub::content
