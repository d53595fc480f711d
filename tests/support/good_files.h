// A small content folder in memory that loads without a word; tests break one file of it at a time, fuzz targets any.
#pragma once

#include <string>

#include "support/memory_files.h"

namespace hub::tests {

inline const std::string kReportPath = "content/izumi/reports/2024.json";
inline const std::string kHubPath = "content/izumi/hub.json";
inline const std::string kServicesPath = "content/common/services.json";
inline const std::string kReadingsPath = "content/common/readings.json";
inline const std::string kJapanesePath = "strings/ja.json";
inline const std::string kEnglishPath = "strings/en.json";

MemoryFiles good_files();

}  // namespace hub::tests
