#include "content/model/hours.h"

#include <algorithm>

namespace hub::content {

namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::month_day;

constexpr days kAhead{7};

bool has(const Hours::Exception& exception, base::Date date) {
  if (!exception.yearly) return exception.first <= date && date <= exception.last;
  const month_day day{date.month(), date.day()};
  const month_day first{exception.first.month(), exception.first.day()};
  const month_day last{exception.last.month(), exception.last.day()};
  return first <= last ? first <= day && day <= last : first <= day || day <= last;
}

}  // namespace

const Hours::Spans& Hours::on(base::Date date) const {
  const auto exception = std::ranges::find_if(exceptions, [&](const Exception& one) { return has(one, date); });
  if (exception != exceptions.end()) return exception->spans;
  return week[std::chrono::weekday{local_days(date)}.c_encoding()];
}

bool Hours::open_at(base::LocalTime time) const {
  const local_days today = std::chrono::floor<days>(time);
  for (const local_days day : {today - days(1), today}) {
    for (const Span& span : on(base::Date{day})) {
      if (day + span.from <= time && time < day + span.to) return true;
    }
  }
  return false;
}

base::LocalTime Hours::steady_until(base::LocalTime time) const {
  const bool open = open_at(time);
  const local_days today = std::chrono::floor<days>(time);
  base::LocalTime until = time + kAhead;
  for (local_days day = today - days(1); day <= today + kAhead; day += days(1)) {
    for (const Span& span : on(base::Date{day})) {
      for (const base::LocalTime edge : {base::LocalTime(day + span.from), base::LocalTime(day + span.to)}) {
        if (edge > time && edge < until && open_at(edge) != open) until = edge;
      }
    }
  }
  return until;
}

}  // namespace hub::content
