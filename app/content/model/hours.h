// Opening hours in local time: those of a hub as it says them, those in which a kiosk's screen is on.
#pragma once

#include <array>
#include <vector>

#include "base/clock.h"

namespace hub::content {

struct Hours {
  // 0 ≤ from < 24 h, from < to ≤ from + 24 h: what goes on beyond midnight belongs to the day on which it begins.
  struct Span {
    std::chrono::minutes from{};
    std::chrono::minutes to{};
    bool operator==(const Span&) const = default;
  };
  using Spans = std::vector<Span>;  // none: closed all day

  // Days that are not as their weekday says, from the first to the last. A yearly one has the year of neither; its last
  // day may come before its first: 12-29..01-03.
  struct Exception {
    base::Date first;
    base::Date last;
    bool yearly = false;
    Spans spans;
  };

  std::array<Spans, 7> week;          // from Sunday on
  std::vector<Exception> exceptions;  // the first one that has a day counts for it

  const Spans& on(base::Date date) const;
  bool open_at(base::LocalTime time) const;
  // Later than `time`, by a week at most: until then open_at() stays as it is.
  base::LocalTime steady_until(base::LocalTime time) const;
};

}  // namespace hub::content
