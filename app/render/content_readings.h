// How the words of a hub's texts are read: what `readings` lists, and what an inspection counts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/model/snapshot.h"
#include "content/model/texts.h"
#include "text/analysis/analysis.h"

namespace hub::render {

struct ListedReading {
  text::ReadingSource source = text::ReadingSource::dictionary;
  std::string word;
  std::string reading;
  int count = 0;
  std::string context;  // around the first
  std::string place;    // of the first
};

// Every word with a reading in the Japanese of `texts`, once each, by source, word and reading.
std::vector<ListedReading> list_readings(const std::vector<content::PlacedText>& texts, const text::Analyser& analyser);

// Of all texts of the hub, with the reviewed readings that it has.
std::vector<ListedReading> list_readings(const content::Snapshot& snapshot, const content::Hub& hub);

}  // namespace hub::render
