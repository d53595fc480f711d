// How a draft differs from what a careful person reads.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "report/draft/draft.h"

namespace hub::tests {

// Every text, number, list of marks and length of a list, by JSON Pointer (a length by its list's).
struct Difference {
  std::string pointer;
  std::string wanted;
  std::string got;
};
struct Comparison {
  int fields = 0;  // of the wanted report
  std::vector<Difference> wrong;
  int right() const { return fields - static_cast<int>(wrong.size()); }
};
Comparison compare(const nlohmann::json& wanted, const nlohmann::json& got);

// Whether a doubt asks about this field, a part of it or the whole it belongs to. A doubt about the whole report asks
// about what is missing from it, and words that are nowhere about all that is wrong.
bool is_flagged(const std::string& pointer, const std::vector<report::Question>& questions);

// Sentences of the wanted report that are neither in the draft nor among its unplaced words.
std::vector<std::string> lost_sentences(const nlohmann::json& wanted, const report::Draft& draft);

std::string described(const Comparison& comparison);

nlohmann::json read_json(const std::string& path_in_repository);
std::string read_bytes(const std::string& path_in_repository);

}  // namespace hub::tests
