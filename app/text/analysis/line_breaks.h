// Where ICU ends lines (UAX #14 with CSS's strict kinsoku), by language. What Japanese asks beyond that is in
// kinsoku.h.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "text/analysis/analysis.h"

namespace hub::text {

class LineBreaks {
 public:
  LineBreaks();
  ~LineBreaks();
  LineBreaks(LineBreaks&&) noexcept;
  LineBreaks& operator=(LineBreaks&&) noexcept;

  // Like Analysis::breaks: strict where ICU allows an end, forced where it does not, never inside one character or
  // before a space. Line feeds are must.
  std::vector<Break> find(std::u32string_view text, std::string_view language) const;

  // Raises strict to phrase after spaces and, in Japanese, between what ICU's small model takes for phrases; to word
  // where ICU's dictionary of Chinese and Japanese sees one end.
  void grade(std::u32string_view text, std::string_view language, std::vector<Break>& breaks) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hub::text
