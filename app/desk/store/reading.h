// What the reader made of a report, kept beside the draft: its questions and where each text came from. It stays what
// it was when the program is upgraded, so that numbers of questions go on meaning the same.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/draft/draft.h"

namespace hub::desk {

struct Reading {
  report::Document::Kind kind = report::Document::Kind::text;
  std::string report;                            // reports/<year>.json as it was read
  std::vector<report::Question> questions;       // the weightiest first
  std::map<std::string, report::Place> origins;  // by JSON Pointer into `report`
  // By the same, what was read there, where `report` is not what was read but what shows of it.
  std::map<std::string, std::string> read_as;
};

Reading reading_of(const report::Draft& draft, std::string report_json);

std::string to_json(const Reading& reading);
std::optional<Reading> reading_from(std::string_view json);

}  // namespace hub::desk
