// What an office file holds and the report does not say: noted with its words, the same words once.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "report/words/characters.h"
#include "report/words/document.h"

namespace hub::report {

class LeftOutNotes {
 public:
  void note(LeftOut::Why why, std::u32string_view words, Place place) {
    std::u32string kept = trimmed(words);
    if (kept.empty() || !noted_.emplace(why, kept).second || notes_.size() >= kMostNoted) return;
    notes_.push_back({why, std::move(kept), place});
  }
  std::vector<LeftOut> take() { return std::move(notes_); }

 private:
  std::vector<LeftOut> notes_;
  std::set<std::pair<LeftOut::Why, std::u32string>> noted_;
};

}  // namespace hub::report
