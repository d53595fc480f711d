// How large content may be: a file of it, what a file says, and all that is read in one go.
#pragma once

#include <cstddef>

namespace hub::content {

// Limits of one file; a larger one is an error, never a crash.
inline constexpr std::size_t kMaxFileBytes = 1 << 20;
inline constexpr int kMaxDepth = 32;
inline constexpr int kMaxNodes = 10'000;
inline constexpr std::size_t kMaxStringBytes = 64 << 10;

// A list that a screen shows: paragraphs, activities, outcomes, situations. The longest of a published report has 12.
inline constexpr std::size_t kMostEntries = 60;
inline constexpr std::size_t kMaxGoalBytes = 4 << 10;  // a goal is a sentence, and is compared with those of all years
inline constexpr std::size_t kMaxReadingBytes = 1 << 10;  // a word of readings.json, and how it is read

// Of a report.
inline constexpr int kFirstYear = 1989;  // 平成元年度
inline constexpr int kLastYear = 2100;

// Of all that one loading reads. A report is some 12 KB, so this is every ward's for decades.
inline constexpr std::size_t kMaxContentBytes = 8 << 20;
inline constexpr std::size_t kMostReports = 50;          // of a hub
inline constexpr std::size_t kMostFolderEntries = 1000;  // files and folders in one folder
inline constexpr std::size_t kMostFindings = 3000;       // of all files together; nobody reads more

}  // namespace hub::content
