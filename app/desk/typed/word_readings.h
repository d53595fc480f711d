// How the words of a text are read, as the screens draw it.
#pragma once

#include <string>
#include <vector>

#include "content/model/snapshot.h"
#include "desk/typed/statement.h"
#include "text/analysis/analysis.h"

namespace hub::desk {

// What is drawn of a text: without ruby markup and what steers its lines.
std::string plain_words(const std::string& text);

class WordReadings {
 public:
  // With the reviewed readings of the hub and those of all. Takes the dictionary: some 100 ms.
  WordReadings(const content::Snapshot& snapshot, const std::string& hub);

  std::vector<WordReading> of(const std::string& japanese) const;

 private:
  text::Analyser analyser_;
};

}  // namespace hub::desk
