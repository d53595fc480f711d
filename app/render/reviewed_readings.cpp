#include "render/reviewed_readings.h"

namespace hub::render {

std::vector<text::ReviewedReading> reviewed_readings(const content::Snapshot* snapshot, const std::string& hub) {
  std::vector<text::ReviewedReading> words;
  if (snapshot == nullptr) return words;
  // The hub's own readings come last and win.
  for (const std::string& owner : {std::string(), hub}) {
    const auto found = snapshot->readings.find(owner);
    if (found == snapshot->readings.end()) continue;
    for (const content::Reading& reading : found->second) words.push_back({reading.word, reading.reading});
  }
  return words;
}

}  // namespace hub::render
