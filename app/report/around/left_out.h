// The words that a reader leaves out of a report, so that none of them goes without being named.
#pragma once

#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "report/words/document.h"

namespace hub::report {

class LeftOutList {
 public:
  // Spaces at both ends and control characters go; nothing is left of nothing. The same words are noted once, long
  // ones in parts, and no more than kMostNoted.
  void add(LeftOut::Why why, std::u32string_view words, Place place);
  void add(const std::vector<LeftOut>& others);

  std::vector<LeftOut> take();  // in the order of the file

 private:
  std::vector<LeftOut> list_;
  std::set<std::pair<LeftOut::Why, std::u32string>> seen_;
};

}  // namespace hub::report
