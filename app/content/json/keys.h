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

// In a text by language: the Japanese sentence that its translations were made from, as it was then. Where the sentence
// says something else by now, the translations are older than it.
inline constexpr std::string_view kRenderedFrom = "renderedFrom";

inline constexpr Key kHubKeys[] = {{"$schema"},       {"id", true}, {"ward", true}, {"name", true},
                                   {"tagline", true}, {"colour"},   {"url"},        {"hours"},
                                   {"opening"},       {"contact"},  {"services"}};
inline constexpr Key kOverridesKeys[] = {{"1"}, {"2"}, {"3"}, {"4"}, {"5"}, {"6"}, {"7"}};
inline constexpr Key kOverrideKeys[] = {{"name"}, {"need"}, {"explanation"}, {"situations"}, {"url"}};

inline constexpr Key kHoursKeys[] = {{"every_day"}, {"sun"}, {"mon"}, {"tue"},  {"wed"},
                                     {"thu"},       {"fri"}, {"sat"}, {"dates"}};
inline constexpr std::string_view kWeekdayWords[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

inline constexpr Key kServicesKeys[] = {{"$schema"}, {"services", true}};
inline constexpr Key kServiceWordsKeys[] = {{"number", true}, {"icon", true},        {"name", true},
                                            {"need", true},   {"explanation", true}, {"situations", true}};
inline constexpr Key kPhrasesKeys[] = {{"$schema"}, {"speaks"}, {"phrases", true}};
inline constexpr Key kPhraseKeys[] = {{"id", true}, {"words", true}};
inline constexpr Key kReadingsKeys[] = {{"$schema"}, {"readings", true}};

inline constexpr Key kAcknowledgedKeys[] = {{"$schema"}, {"acknowledged", true}};
inline constexpr Key kAcknowledgementKeys[] = {
    {"file", true}, {"place"}, {"warning", true}, {"text"}, {"reason", true}};

}  // namespace hub::content
